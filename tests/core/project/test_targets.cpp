// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/target_conflicts.h"
#include "core/project/project.h"
#include "core/project/what_if.h"

#include "tests/core/project/lamp_project.h"

#include <QThread>
#include <gtest/gtest.h>

namespace cuntu {
namespace {

const QString k_who = QStringLiteral("王主任");

using test::day;

class TargetsTest : public test::LampProjectTest {
protected:
    void SetUp() override
    {
        LampProjectTest::SetUp();
        import("villages", "code,name\n361199100200,上湾村\n361199100201,下湾村\n");
    }

    static Target target(const char *label = "L01")
    {
        Target made;
        made.label = QString::fromLatin1(label);
        made.programme = QStringLiteral("lamps");
        made.indicator = QStringLiteral("lit_rate");
        made.area = *AreaCode::parse(u"361199");
        made.value = 90;
        made.start = day("2018-01-01");
        made.due = day("2020-12-31");
        return made;
    }

    qint64 add(const Target &made)
    {
        const auto ids = m_project->addTargets({made}, k_who);
        EXPECT_TRUE(ids) << ids.error().toText().toStdString();
        return ids ? ids->front() : 0;
    }

    QString ruleBroken(const Target &made)
    {
        const auto ids = m_project->addTargets({target("fine"), made}, k_who);
        return ids ? QString() : ids.error().where.rule;
    }

    std::vector<Target> targets() { return *m_project->targets(); }
};

TEST_F(TargetsTest, AllThatIsPromisedIsKept)
{
    Target made = target();
    made.plan = QStringLiteral("县方案");
    made.scope = {*AreaCode::parse(u"361199100200"), *AreaCode::parse(u"361199100201")};
    made.parameters = {{QStringLiteral("min_hh"), QStringLiteral("20")}};
    made.dueText = QStringLiteral("2020年底前");
    made.commitment = Commitment::Strive;
    made.leadUnit = QStringLiteral("住建局");
    made.otherUnits = {QStringLiteral("供电公司"), QStringLiteral("财政局")};
    made.responsible = k_who;
    made.clause = QStringLiteral("到2020年,亮灯率达到90%");
    made.cadence = Cadence::Quarterly;
    made.baseline = day("2017-12-31");
    made.curve = {PlannedCurve::Kind::Points, 6, {{day("2018-12-31"), 0.2}, {day("2019-12-31"), 0.7}}};
    made.separateChecker = true;
    made.isVeto = true;
    made.id = add(made);
    const Target read = targets().front();
    EXPECT_EQ(read.plan, made.plan);
    EXPECT_EQ(read.scope, made.scope);
    EXPECT_EQ(read.parameters, made.parameters);
    EXPECT_EQ(read.dueText, made.dueText);
    EXPECT_EQ(read.commitment, made.commitment);
    EXPECT_EQ(read.otherUnits, made.otherUnits);
    EXPECT_EQ(read.cadence, made.cadence);
    EXPECT_EQ(read.baseline, made.baseline);
    EXPECT_EQ(read.curve, made.curve);
    EXPECT_TRUE(read.separateChecker);
    EXPECT_TRUE(read.isVeto);
    EXPECT_EQ(read.state, TargetState::Active);
    EXPECT_EQ(read.start, made.start);
    EXPECT_EQ(read.due, made.due);
}

TEST_F(TargetsTest, AnAdjustmentKeepsTheVersionBefore)
{
    const qint64 first = add(target());
    add(target("L02"));
    const Instant before = Instant::now();
    QThread::msleep(5); // what is recorded later must have a later time
    Target changed = targets().front();
    changed.value = 80;
    changed.state = TargetState::Adjusted;
    EXPECT_EQ(m_project->adjustTarget(changed, k_who).error().where.rule, QStringLiteral("target.reason"));
    changed.reason = QStringLiteral("洪灾");
    const auto second = m_project->adjustTarget(changed, k_who);
    ASSERT_TRUE(second) << second.error().toText().toStdString();
    ASSERT_EQ(targets().size(), 2u);
    EXPECT_EQ(targets().front().label, QStringLiteral("L01")) << "it keeps its place";
    EXPECT_EQ(targets().front().value, 80);
    EXPECT_EQ(m_project->targetsKnownOn(before)->front().value, 90) << "as it was known then";
    const auto versions = m_project->targetVersions(*second);
    ASSERT_EQ(versions->size(), 2u);
    EXPECT_EQ(versions->front().target.id, first);
    EXPECT_EQ(versions->back().target.reason, QStringLiteral("洪灾"));
    EXPECT_EQ(m_project->adjustTarget(changed, k_who).error().code, ErrorCode::Conflict)
        << "the version was replaced already";
    ASSERT_TRUE(m_project->undo(k_who));
    EXPECT_EQ(targets().front().value, 90);
    ASSERT_TRUE(m_project->redo(k_who));
    EXPECT_EQ(targets().front().value, 80);
}

TEST_F(TargetsTest, RemovingTakesAllVersionsOutAndUndoBringsThemBack)
{
    Target changed = target();
    changed.id = add(changed);
    changed.reason = QStringLiteral("洪灾");
    const auto second = m_project->adjustTarget(changed, k_who);
    ASSERT_TRUE(m_project->removeTarget(*second, k_who));
    EXPECT_TRUE(targets().empty());
    ASSERT_TRUE(m_project->undo(k_who));
    ASSERT_EQ(targets().size(), 1u);
    EXPECT_EQ(targets().front().id, *second);
    EXPECT_EQ(m_project->targetVersions(*second)->size(), 2u);
    ASSERT_TRUE(m_project->redo(k_who));
    EXPECT_TRUE(targets().empty());
}

TEST_F(TargetsTest, PartsFollowTheNewestVersionOfTheWhole)
{
    Target whole = target();
    whole.id = add(whole);
    Target part = target("L01-1");
    part.parent = whole.id;
    add(part);
    whole.reason = QStringLiteral("洪灾");
    const auto second = m_project->adjustTarget(whole, k_who);
    ASSERT_TRUE(second);
    EXPECT_EQ(targets().back().parent, *second);
}

TEST_F(TargetsTest, ASplitAndTheCheapestSetKeepToTheScope)
{
    import("settlements", "code,name,village_code,hh_registered,lon,lat\n"
                          "N1,a,361199100200,30,116.100,27.100\nN2,b,361199100201,40,116.110,27.100\n"
                          "N3,c,361199100201,50,116.120,27.100\n");
    Target made = target();
    made.value = 100;
    const auto snapshot = m_project->snapshot();
    ASSERT_TRUE(snapshot);
    const auto split = [&](const Target &whole) {
        return splitTarget(**snapshot, *m_registry, whole, AreaLevel::Village, day("2019-01-01"), {});
    };
    const auto cheapest = [&](const Target &whole) {
        return cheapestPlan(**snapshot, *m_registry, whole, {}, {}, day("2019-01-01"), {});
    };
    ASSERT_TRUE(split(made)) << split(made).error().toText().toStdString();
    ASSERT_TRUE(cheapest(made)) << cheapest(made).error().toText().toStdString();
    EXPECT_EQ(split(made)->size(), 2U);
    const double missing = cheapest(made)->missing;
    made.scope = {*AreaCode::parse(u"361199100201")};
    ASSERT_EQ(split(made)->size(), 1U);
    EXPECT_EQ(split(made)->front().target.area, made.scope.front());
    EXPECT_LT(cheapest(made)->missing, missing);
}

TEST_F(TargetsTest, WhatMakesNoSenseIsRefusedWithItsRuleAndNothingIsAdded)
{
    Target made = target();
    made.area = *AreaCode::parse(u"999999");
    EXPECT_EQ(ruleBroken(made), QStringLiteral("target.area"));
    made = target();
    made.scope = {*AreaCode::parse(u"361199100299")};
    EXPECT_EQ(ruleBroken(made), QStringLiteral("target.area"));
    made = target();
    made.indicator = QStringLiteral("shine");
    EXPECT_EQ(ruleBroken(made), QStringLiteral("target.indicator"));
    made = target();
    made.due = day("2017-12-31");
    EXPECT_EQ(ruleBroken(made), QStringLiteral("target.dates"));
    made = target();
    made.value = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(ruleBroken(made), QStringLiteral("target.value"));
    made = target();
    made.parameters = {{QStringLiteral("min_hh"), QStringLiteral("many")}};
    EXPECT_EQ(ruleBroken(made), QStringLiteral("target.parameters"));
    made = target();
    made.curve = {PlannedCurve::Kind::Points, 6, {{day("2018-12-31"), 0.7}, {day("2019-12-31"), 0.2}}};
    EXPECT_EQ(ruleBroken(made), QStringLiteral("target.curve"));
    EXPECT_TRUE(targets().empty());
}

TEST_F(TargetsTest, TwoPlansThatDisagreeAreAConflict)
{
    Target one = target();
    one.plan = QStringLiteral("甲方案");
    Target other = target("L09");
    other.plan = QStringLiteral("乙方案");
    other.value = 95;
    add(one);
    add(other);
    const auto conflicts = targetConflicts(targets());
    ASSERT_EQ(conflicts.size(), 1u);
    EXPECT_TRUE(conflicts.front().sentence.contains(QStringLiteral("甲方案")));
    other.due = day("2025-12-31");
    EXPECT_TRUE(targetConflicts({one, other}).empty()) << "a later stage";
    other.value = one.value;
    EXPECT_EQ(targetConflicts({one, other}).size(), 1u) << "the same by another day";
    other.parameters = {{QStringLiteral("min_hh"), QStringLiteral("25")}};
    EXPECT_TRUE(targetConflicts({one, other}).empty()) << "another threshold is another promise";
    other = one;
    other.value = 50;
    other.state = TargetState::Closed;
    EXPECT_TRUE(targetConflicts({one, other}).empty());
}

TEST_F(TargetsTest, AFileSaysAllOfATarget)
{
    ImportRequest request;
    request.role = QStringLiteral("targets");
    request.file = m_scratch.write(
        QStringLiteral("t.csv"),
        "编号,指标,区域代码,目标值,开始日期,期限,力度,牵头单位,方案,范围,报送周期,基期,验收回避,一票否决\n"
        "L01,lit_rate,361199,90,2018-01-01,2020年底,确保,住建局,甲方案,361199100200、361199100201,月报,2017年底,是,否\n"
        "L02,lit_rate,999999,90,2018-01-01,2020年底,确保,住建局,甲方案,,半年报,,,\n");
    const auto report = m_project->import(request, {});
    ASSERT_TRUE(report) << report.error().toText().toStdString();
    EXPECT_EQ(report->taken, 1);
    EXPECT_EQ(report->rejected, 1) << "there is no area 999999";
    const Target read = targets().front();
    EXPECT_EQ(read.plan, QStringLiteral("甲方案"));
    EXPECT_EQ(read.scope.size(), 2u);
    EXPECT_EQ(read.cadence, Cadence::Monthly);
    EXPECT_EQ(read.baseline, day("2017-12-31"));
    EXPECT_TRUE(read.separateChecker);
    EXPECT_FALSE(read.isVeto);
}

} // namespace
} // namespace cuntu
