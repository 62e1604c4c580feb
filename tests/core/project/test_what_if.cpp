// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/figures.h"
#include "core/project/receipt.h"
#include "core/project/what_if.h"

#include "tests/core/project/lamp_project.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

using test::day;

const QString k_lit = QStringLiteral("lit_rate");

/// Two villages with two settlements each; one of each is lit, the larger one in the first village only.
class WhatIfTest : public test::LampProjectTest {
protected:
    void SetUp() override
    {
        LampProjectTest::SetUp();
        import("villages", "code,name\n361199100200,上湾村\n361199100201,下湾村\n");
        import("settlements", "settlement_code,settlement_name,village_code,hh_registered,longitude,latitude\n"
                              "A1,一组,361199100200,40,117.1,28.4\n"
                              "A2,二组,361199100200,10,117.2,28.4\n"
                              "B1,三组,361199100201,50,117.3,28.4\n"
                              "B2,四组,361199100201,5,117.4,28.4\n");
        light(1, "2019-03-01");
        light(4, "2020-03-01");
        m_state = *m_project->snapshot();
    }

    void light(qint64 feature, const char *when)
    {
        MarkRequest request;
        request.layer = QStringLiteral("settlements");
        request.programme = QStringLiteral("lamps");
        request.features = {FeatureId{feature}};
        request.status = QStringLiteral("LIT");
        request.effective = day(when);
        request.who = QStringLiteral("李");
        const auto marked = m_project->mark(request);
        ASSERT_TRUE(marked) << marked.error().toText().toStdString();
    }

    static FigureQuestion question(const char *area = "361199")
    {
        FigureQuestion question;
        question.indicator = k_lit;
        question.area = *AreaCode::parse(QString::fromLatin1(area));
        return question;
    }

    static Target target(double value)
    {
        Target target;
        target.id = 1;
        target.label = QStringLiteral("L01");
        target.programme = QStringLiteral("lamps");
        target.indicator = k_lit;
        target.area = *AreaCode::parse(u"361199");
        target.value = value;
        target.start = day("2019-01-01");
        target.due = day("2020-12-31");
        return target;
    }

    static const QMap<QString, QString> k_large;
    Immutable<ProjectSnapshot> m_state;
};
const QMap<QString, QString> WhatIfTest::k_large{{QStringLiteral("min_hh"), QStringLiteral("20")}};

TEST_F(WhatIfTest, ADefinitionShowsEveryFigureLightAndPlaceThatFlips)
{
    const auto trial = tryDefinition(*m_state, *m_registry, question(), k_large, day("2020-12-31"), {});
    ASSERT_TRUE(trial);
    EXPECT_EQ(trial->value, 50.0);
    EXPECT_EQ(trial->tried_value, 50.0) << "one of two, as two of four before";
    EXPECT_EQ(trial->flips.size(), 2u) << "A2 and B2 do not count";
    const auto below = tryDefinition(*m_state, *m_registry, question("361199100"), k_large, day("2020-12-31"), {});
    ASSERT_TRUE(below);
    ASSERT_EQ(below->areas.size(), 2u);
    EXPECT_EQ(below->areas[0].first.value, 50.0);
    EXPECT_EQ(below->areas[0].second.value, 100.0);
    EXPECT_EQ(below->areas[1].second.value, 0.0);

    Target upper = target(100);
    upper.area = *AreaCode::parse(u"361199100200");
    Target other = target(100);
    other.indicator = QStringLiteral("another");
    const std::vector<Target> targets{target(50), upper, other};
    const auto lights = flippedLights(*m_state, *m_registry, targets, k_lit, k_large, day("2020-12-31"), {});
    ASSERT_TRUE(lights);
    ASSERT_EQ(lights->size(), 1u) << "the county's figure is the same";
    EXPECT_EQ(lights->front().after.target.area, upper.area);
    EXPECT_EQ(lights->front().after.state, MilestoneState::Done);
    EXPECT_NE(lights->front().before.state, MilestoneState::Done);
}

TEST_F(WhatIfTest, TheFeaturesBehindATargetAreThoseOfItsMilestone)
{
    Target scoped = target(100);
    scoped.scope = {*AreaCode::parse(u"361199100201")};
    Target frozen = target(100);
    frozen.baseline = day("2019-01-01");
    import("settlements", "settlement_code,settlement_name,village_code,hh_registered,longitude,latitude\n"
                          "B3,五组,361199100201,30,117.5,28.4\n");
    const auto now = *m_project->snapshot();
    for (const Target &each : {target(100), scoped, frozen}) {
        const auto set = featuresBehind(*now, *m_registry, questionOf(each), day("2020-06-30"), {});
        const auto milestone = computeMilestones(*now, *m_registry, {each}, {}, day("2020-06-30"), {});
        ASSERT_TRUE(set && milestone);
        EXPECT_EQ(sumOf(*set).numerator, milestone->front().numerator);
        EXPECT_EQ(sumOf(*set).denominator, milestone->front().denominator);
    }
    EXPECT_EQ(sumOf(*featuresBehind(*now, *m_registry, questionOf(scoped), day("2020-06-30"), {})).denominator, 3);
}

TEST_F(WhatIfTest, TheStepsOfAChangeNameTheirFeatures)
{
    const auto change = explainChange(m_state, *m_registry, question(), day("2019-12-31"), {}, day("2020-12-31"), {});
    ASSERT_TRUE(change);
    EXPECT_EQ(change->fromNumerator, 1);
    EXPECT_EQ(change->toNumerator, 2);
    ASSERT_EQ(change->steps.size(), 1u);
    EXPECT_EQ(change->steps[0].cause, ChangeCause::Done);
    ASSERT_EQ(change->steps[0].rows.size(), 1u);
    EXPECT_EQ(change->layer->id(change->steps[0].rows[0]), FeatureId{4});
}

TEST_F(WhatIfTest, TheCheapestPlacesAreAmongAllThatAreOffered)
{
    const auto plan =
        cheapestPlan(*m_state, *m_registry, target(75), QStringLiteral("hh_registered"), {}, day("2020-12-31"), {});
    ASSERT_TRUE(plan) << plan.error().toText().toStdString();
    EXPECT_EQ(plan->missing, 1);
    ASSERT_EQ(plan->offers.size(), 2u);
    ASSERT_EQ(plan->set.rows.size(), 1u);
    EXPECT_EQ(plan->set.cost, 10) << "A2 has fewer households than B1";
}

TEST_F(WhatIfTest, AReceiptKeepsScopeAndBaseline)
{
    Target promised = target(100);
    promised.scope = {*AreaCode::parse(u"361199100201")};
    promised.baseline = day("2019-01-01");
    const ReceiptRequest request{questionOf(promised), day("2020-12-31"), Instant::now(), Rung::Reported};
    const auto receipt = drawReceipt(m_state, *m_registry, request, {});
    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->numerator, 1);
    EXPECT_EQ(receipt->denominator, 2);
    const QString path = m_scratch.path(QStringLiteral("收据.json"));
    ASSERT_TRUE(writeReceipt(*receipt, path));
    const auto read = readReceipt(path);
    ASSERT_TRUE(read);
    EXPECT_TRUE(verify(*read, m_state, *m_registry, {})->differences.isEmpty());
    Receipt wider = *read;
    wider.scope.clear();
    EXPECT_FALSE(verify(wider, m_state, *m_registry, {})->differences.isEmpty());
    const auto missing = readReceipt(m_scratch.path(QStringLiteral("没有.json")));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().where.file, m_scratch.path(QStringLiteral("没有.json")));
}

} // namespace
} // namespace cuntu
