// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/milestone.h"

#include <gtest/gtest.h>

#include "tests/core/progress/milestone_builder.h"

namespace cuntu {
namespace {

using test::day;
using test::Promise;

constexpr double k_year = 365.25;

/// DOMAIN E.3, the worked example: 108 natural villages from 2018 to the end of 2020, 48 of them by 1 July 2019.
Promise workedExample()
{
    return Promise(108, u"个").from(day(2018, 1, 1)).due(day(2020, 12, 31)).strive();
}

void expectWorkedExample(const Milestone &milestone)
{
    EXPECT_NEAR(*milestone.timeShare, 0.498, 0.0005);
    EXPECT_NEAR(*milestone.doneShare, 0.444, 0.0005);
    EXPECT_NEAR(*milestone.gap_pp, -5.4, 0.05);
    EXPECT_NEAR(*milestone.doneShare / *milestone.timeShare, 0.892, 0.0005);
    EXPECT_NEAR(*milestone.speedUp, 1.24, 0.005);
    EXPECT_EQ(milestone.shortage, 6);
    ASSERT_TRUE(milestone.projected);
    EXPECT_EQ(milestone.projected->toIso(), QStringLiteral("2021-05-13"));
    EXPECT_EQ(daysBetween(*milestone.target.due, *milestone.projected), 133);
    EXPECT_FALSE(milestone.projectedLow) << "a mean has no interval";
    EXPECT_EQ(milestone.state, MilestoneState::AtRisk);
}

TEST(Milestone, WorkedExampleOfTheDomainReference)
{
    const Milestone milestone =
        workedExample().saw(day(2018, 1, 1), 0).saw(day(2019, 7, 1), 48).judgedOn(day(2019, 7, 1));
    expectWorkedExample(milestone);
    EXPECT_NEAR(*milestone.observedRate / k_year, 0.0879, 0.00005);
    EXPECT_NEAR(*milestone.requiredRate / k_year, 0.1091, 0.00005);
    EXPECT_EQ(milestone.value, 48);
    const QString &reason = milestone.reason;
    for (const char16_t *fact : {u"48 个", u"108 个", u"5.4 ", u"6 个", u"133 ", u"24 %"}) {
        EXPECT_TRUE(reason.contains(QStringView(fact))) << reason.toStdString();
    }
}

TEST(Milestone, WorkedExampleAsAPercentage)
{
    const Milestone milestone = workedExample()
                                    .percent(100, u"个")
                                    .saw(day(2018, 1, 1), 0, 108)
                                    .saw(day(2019, 7, 1), 48, 108)
                                    .judgedOn(day(2019, 7, 1));
    expectWorkedExample(milestone);
    EXPECT_NEAR(*milestone.value, 44.444, 0.0005);
    EXPECT_NEAR(*milestone.observedRate, 0.0879 / 108 * 100 * k_year, 0.02) << "percentage points per year";
    EXPECT_NEAR(*milestone.requiredRate, 0.1091 / 108 * 100 * k_year, 0.02);
}

TEST(Milestone, DoneWhenTheTargetIsReachedUnrounded)
{
    const auto of = [](double done, double all) {
        return Promise(90, u"%")
            .percent(90, u"户")
            .due(day(2020, 12, 31))
            .saw(day(2019, 1, 1), done, all)
            .judgedOn(day(2019, 1, 1));
    };
    EXPECT_EQ(of(90, 100).state, MilestoneState::Done);
    EXPECT_EQ(of(27, 30).state, MilestoneState::Done);
    EXPECT_NE(of(89996, 100000).state, MilestoneState::Done) << "89.996 % is not 90 %";
    EXPECT_TRUE(of(89996, 100000).reason.contains(QStringLiteral("89.99 %")));
    EXPECT_FALSE(of(90, 100).requiredRate);
    EXPECT_FALSE(of(90, 100).projected);
}

TEST(Milestone, OnTrackWhenWorkKeepsUpWithTime)
{
    Promise promise = workedExample();
    for (int month = 1; month <= 12; ++month) {
        promise.saw(day(2018, month, 1), 4.0 * (month - 1));
    }
    const Milestone milestone = promise.judgedOn(day(2018, 12, 1));
    EXPECT_EQ(milestone.state, MilestoneState::OnTrack) << milestone.reason.toStdString();
    ASSERT_TRUE(milestone.projectedLow && milestone.projected && milestone.projectedHigh);
    EXPECT_LE(*milestone.projectedLow, *milestone.projected);
    EXPECT_LE(*milestone.projected, *milestone.projectedHigh);
    EXPECT_LE(*milestone.projected, *milestone.target.due);
}

TEST(Milestone, BehindWhenTheGapIsLarge)
{
    Promise promise = workedExample().saw(day(2018, 1, 1), 0).saw(day(2019, 7, 1), 37);
    EXPECT_LT(*promise.judgedOn(day(2019, 7, 1)).gap_pp, -15);
    EXPECT_EQ(promise.judgedOn(day(2019, 7, 1)).state, MilestoneState::Behind);
}

TEST(Milestone, EnsureIsJudgedMoreStrictlyThanStrive)
{
    // Half of the time, 41 % done, and in the last month fast enough to be in time: only the gap (-9, -12 pp) speaks.
    const auto state = [](Commitment commitment, double done) {
        Promise promise = Promise(1000, u"个").from(day(2019, 1, 1)).due(day(2020, 12, 31));
        commitment == Commitment::Strive ? promise.strive() : promise.ensure();
        promise.saw(day(2019, 1, 1), 0);
        for (int i = 0; i <= 10; ++i) {
            promise.saw(day(2020, 1, 1).plusDays(i - 10), done - 2.0 * (10 - i));
        }
        return promise.judgedOn(day(2020, 1, 1)).state;
    };
    EXPECT_EQ(state(Commitment::Strive, 410), MilestoneState::AtRisk);
    EXPECT_EQ(state(Commitment::Ensure, 410), MilestoneState::AtRisk);
    EXPECT_EQ(state(Commitment::Strive, 380), MilestoneState::AtRisk);
    EXPECT_EQ(state(Commitment::Ensure, 380), MilestoneState::Behind);
    EXPECT_EQ(state(Commitment::Ensure, 480), MilestoneState::OnTrack);
}

TEST(Milestone, SlowingDownIsSeenBeforeTheGapOpens)
{
    // On plan, but hardly anything was added in the last 90 days.
    Promise promise = Promise(1000, u"个").from(day(2019, 1, 1)).due(day(2020, 12, 31)).strive();
    promise.saw(day(2019, 1, 1), 0);
    for (int i = 0; i <= 9; ++i) {
        promise.saw(day(2020, 1, 1).plusDays(10 * (i - 9)), 495 + 0.5 * i);
    }
    const Milestone milestone = promise.judgedOn(day(2020, 1, 1));
    EXPECT_GT(*milestone.gap_pp, -5);
    EXPECT_GT(*milestone.speedUp, 1.25);
    EXPECT_EQ(milestone.state, MilestoneState::Behind);
}

TEST(Milestone, OverdueWhenTheDeadlineHasPassed)
{
    Promise promise = workedExample().saw(day(2018, 1, 1), 0).saw(day(2020, 12, 31), 107);
    EXPECT_NE(promise.judgedOn(day(2020, 12, 31)).state, MilestoneState::Overdue) << "the last day is included";
    const Milestone late = promise.saw(day(2021, 1, 1), 107).judgedOn(day(2021, 1, 1));
    EXPECT_EQ(late.state, MilestoneState::Overdue);
    EXPECT_FALSE(late.requiredRate);
    EXPECT_TRUE(late.projected) << "when it will be reached is still of interest";
    EXPECT_EQ(promise.saw(day(2021, 2, 1), 108).judgedOn(day(2021, 2, 1)).state, MilestoneState::Done);
}

TEST(Milestone, NoForecastWithoutAYear)
{
    Promise promise = Promise(108, u"个").from(day(2018, 1, 1)).dueText(u"20xx年底前");
    const Milestone milestone = promise.saw(day(2018, 1, 1), 0).saw(day(2019, 7, 1), 48).judgedOn(day(2019, 7, 1));
    EXPECT_EQ(milestone.state, MilestoneState::NoYear);
    EXPECT_FALSE(milestone.projected);
    EXPECT_FALSE(milestone.requiredRate);
    EXPECT_FALSE(milestone.timeShare);
    EXPECT_TRUE(milestone.reason.contains(QStringLiteral("20xx年底前"))) << milestone.reason.toStdString();
    EXPECT_EQ(promise.saw(day(2019, 8, 1), 108).judgedOn(day(2019, 8, 1)).state, MilestoneState::Done);
}

TEST(Milestone, StatesHaveStableNames)
{
    const std::vector<std::pair<MilestoneState, const char *>> names{
        {MilestoneState::Done, "done"},     {MilestoneState::OnTrack, "on_track"}, {MilestoneState::AtRisk, "at_risk"},
        {MilestoneState::Behind, "behind"}, {MilestoneState::Overdue, "overdue"},  {MilestoneState::NoYear, "no_year"}};
    for (const auto &[state, name] : names) {
        EXPECT_EQ(toString(state).toStdString(), name);
    }
}

} // namespace
} // namespace cuntu
