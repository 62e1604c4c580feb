// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/late_reports.h"

#include "core/project/as_known.h"
#include "core/project/figures.h"
#include "core/project/settings.h"
#include "core/store/database.h"
#include "tests/core/project/lamp_project.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

using test::day;

const QString k_settlements = QStringLiteral("settlements");
const Track k_lamps{QStringLiteral("lamps"), k_settlements, {}};

/// Lamps that went on at day d and were reported lag days later: 6 3 1 / 8 4 . / 7 . . as known on the third day, when
/// 0, 1 and 2 days back 60 %, 90 % and all are reported (tests/core/progress/test_reporting_lag.cpp works that out).
class LateReportsTest : public test::LampProjectTest {
protected:
    void SetUp() override
    {
        LampProjectTest::SetUp();
        QByteArray table = "code,name,village_code,hh_registered,lon,lat\n";
        for (int i = 1; i <= k_features; ++i) {
            table += QByteArray::number(361199100200000 + i) + ",Wan" + QByteArray::number(i) +
                     ",361199100200,30,117.05,28.05\n";
        }
        import("settlements", table.constData());
        QString rows;
        int feature = 0;
        const auto add = [&](int effective, int lag, int count) {
            for (int i = 0; i < count; ++i) {
                rows += QStringLiteral("%1('lamps', 'settlements', %2, 'LIT', '%3', '%4T04:00:00.000Z')")
                            .arg(rows.isEmpty() ? QString() : QStringLiteral(","))
                            .arg(++feature)
                            .arg(m_first.plusDays(effective).toIso(), m_first.plusDays(effective + lag).toIso());
            }
        };
        for (const auto &[effective, lag, count] :
             {std::tuple(0, 0, 6), {0, 1, 3}, {0, 2, 1}, {1, 0, 8}, {1, 1, 4}, {2, 0, 7}}) {
            add(effective, lag, count);
        }
        ASSERT_EQ(feature, k_lit);
        // One more that was on before anything was recorded: no late report, but one entered to begin with.
        add(-300, 300, 1);
        m_project.reset();
        auto database = Database::open(m_scratch.path(QStringLiteral("p.cuntu")), Database::Mode::ReadWrite);
        ASSERT_TRUE(database);
        const auto inserted = database->execute(
            QStringLiteral(
                "INSERT INTO cuntu_action (id, recorded_at, who, kind, name) VALUES (900, '2019-01-01', 'x', 'mark', "
                "'x');"
                "INSERT INTO cuntu_entry (uuid, action_id, programme, layer, feature_id, status, effective_date, "
                "recorded_at, who) SELECT x'00', 900, column1, column2, column3, column4, column5, column6, 'x' FROM "
                "(VALUES %1)")
                .arg(rows));
        ASSERT_TRUE(inserted) << inserted.error().toText().toStdString();
        reopen();
    }

    void reopen()
    {
        auto project = Project::open(m_scratch.path(QStringLiteral("p.cuntu")), Access::ReadWrite, m_registry);
        ASSERT_TRUE(project);
        m_project = std::move(*project);
    }

    Target target() const
    {
        Target made;
        made.label = QStringLiteral("L01");
        made.programme = QStringLiteral("lamps");
        made.indicator = QStringLiteral("lit_rate");
        made.value = 90;
        made.start = day("2018-01-01");
        made.due = day("2019-12-31");
        return made;
    }

    Milestone milestone(Day asOf, std::optional<Instant> known = {}) const
    {
        const auto then = asKnown(*m_project->snapshot(), known, Rung::Reported);
        const auto milestones = computeMilestones(*then, *m_registry, {target()}, {}, asOf, {});
        EXPECT_TRUE(milestones);
        return milestones->front();
    }

    static constexpr int k_features = 80;
    static constexpr int k_lit = 29;
    const Day m_first = day("2019-01-01");
};

TEST_F(LateReportsTest, AreLearntFromWhatWasReportedAfterTheBeginning)
{
    const TrackView track = (*m_project->snapshot())->ledger().track(k_lamps);
    const Day third = m_first.plusDays(2);
    const LateReports late =
        lateReports(track, *m_registry->findLifeCycle(u"lighting"), third, third, {20, 1, 0.2, 731});
    EXPECT_EQ(late.lag.events, k_lit);
    ASSERT_TRUE(late.lag.isEnough);
    EXPECT_NEAR(late.lag.shareAfter(0), 0.6, 1e-12);
    EXPECT_NEAR(late.lag.shareAfter(1), 0.9, 1e-12);
    EXPECT_EQ(late.doneSince.size(), static_cast<std::size_t>(k_lit + 1));
    EXPECT_EQ(late.since(FeatureId{1}), m_first);
    EXPECT_EQ(late.since(FeatureId{k_lit + 1}), m_first.plusDays(-300));
    EXPECT_FALSE(late.since(FeatureId{k_features}));

    const auto layer = (*m_project->snapshot())->layer(k_settlements, {QStringLiteral("village_code")}, {});
    std::vector<Contribution> counted;
    for (std::uint32_t row = 0; row < k_features; ++row) {
        counted.push_back({row, row <= k_lit ? 1.0 : 0.0, 1.0});
    }
    const Observation reported{third, k_lit + 1, k_features};
    const Indicator &indicator = *m_registry->findIndicator(u"lit_rate");
    const auto expected = expectedFigure(indicator, **layer, counted, reported, late, third);
    ASSERT_TRUE(expected);
    const double wanted = 1 + 10 + 12 / 0.9 + 7 / 0.6; // chain ladder, by hand
    EXPECT_NEAR(expected->numerator, wanted, 1e-12);
    EXPECT_NEAR(expected->added, wanted - 30, 1e-12);
    EXPECT_NEAR(*expected->value, 100 * wanted / k_features, 1e-12);
    EXPECT_EQ(expected->events, k_lit);
    const Observation full{third, k_lit + 1, k_lit + 2};
    EXPECT_EQ(expectedFigure(indicator, **layer, counted, full, late, third)->numerator, k_lit + 2)
        << "never more than there is";
    Indicator falling = indicator;
    falling.higherIsBetter = false;
    EXPECT_FALSE(expectedFigure(falling, **layer, counted, reported, late, third));
    const LateReports few = lateReports(track, *m_registry->findLifeCycle(u"lighting"), third, third);
    EXPECT_FALSE(expectedFigure(indicator, **layer, counted, reported, few, third)) << "29 are fewer than 30";
}

TEST_F(LateReportsTest, StandBesideTheMilestoneAndDoNotChangeIt)
{
    const Day third = m_first.plusDays(2);
    EXPECT_FALSE(milestone(third, Instant::endOf(third)).expected) << "29 past reports are too few";
    EXPECT_FALSE(milestone(third).expected) << "seen from today, nothing of then can be late any more";
    MarkRequest more;
    more.layer = k_settlements;
    more.features = {FeatureId{60}, FeatureId{61}};
    more.status = QStringLiteral("LIT");
    more.who = QStringLiteral("张工");
    more.effective = Day::today();
    ASSERT_TRUE(m_project->mark(more));
    const Milestone now = milestone(Day::today());
    ASSERT_TRUE(now.expected) << "31 now";
    EXPECT_EQ(now.expected->events, k_lit + 2);
    EXPECT_EQ(now.numerator, k_lit + 3);
    EXPECT_GE(now.expected->added, 0);
    EXPECT_LE(now.expected->numerator, k_features);
    EXPECT_EQ(now.state, MilestoneState::Overdue);
}

TEST_F(LateReportsTest, ALightGetsBetterOnlyByWhatIsConfirmed)
{
    MarkRequest more;
    more.layer = k_settlements;
    for (int feature = 31; feature <= k_features; ++feature) {
        more.features.push_back(FeatureId{feature});
    }
    more.status = QStringLiteral("LIT");
    more.who = QStringLiteral("张工");
    more.effective = day("2019-06-01");
    ASSERT_TRUE(m_project->mark(more));
    const Day later = day("2019-07-01");
    EXPECT_EQ(milestone(later).state, MilestoneState::Done);
    EXPECT_FALSE(milestone(later).unconfirmed);
    EXPECT_FALSE(checkSetting(QStringLiteral("milestone.improvement_rung"), QStringLiteral("maybe")));
    EXPECT_FALSE(checkSetting(QStringLiteral("milestone.improvement"), QStringLiteral("checked")));
    ASSERT_TRUE(checkSetting(QStringLiteral("milestone.improvement_rung"), QStringLiteral("checked")));
    ASSERT_TRUE(m_project->setSetting(QStringLiteral("milestone.improvement_rung"), QStringLiteral("checked")));
    const Milestone held = milestone(later);
    EXPECT_EQ(held.state, MilestoneState::Behind) << "nothing is checked";
    EXPECT_EQ(held.unconfirmed, MilestoneState::Done);
    EXPECT_EQ(held.numerator, k_features) << "the figure is what was reported";
    EXPECT_TRUE(held.reason.contains(QStringLiteral("checked"))) << held.reason.toStdString();

    more.effective = day("2019-06-02");
    more.rung = Rung::Checked;
    more.document = QStringLiteral("验字3号");
    for (int feature = 1; feature <= 30; ++feature) {
        more.features.push_back(FeatureId{feature});
    }
    ASSERT_TRUE(m_project->mark(more));
    EXPECT_EQ(milestone(later).state, MilestoneState::Done);

    MarkRequest worse = more; // bad news count at once, whoever brings them
    worse.rung = Rung::Reported;
    worse.status = QStringLiteral("BROKEN");
    worse.effective = day("2019-06-15");
    worse.note = QStringLiteral("雷击");
    ASSERT_TRUE(m_project->mark(worse));
    EXPECT_EQ(milestone(later).state, MilestoneState::Behind);
    EXPECT_FALSE(milestone(later).unconfirmed);
}

} // namespace
} // namespace cuntu
