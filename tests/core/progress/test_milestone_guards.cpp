// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/milestone.h"

#include <gtest/gtest.h>

#include "tests/core/progress/milestone_builder.h"
#include "tests/support/rounds.h"

#include <cmath>
#include <random>

namespace cuntu {
namespace {

using test::day;
using test::Promise;

Promise twoYears(double value = 100, const char16_t *unit = u"个")
{
    return Promise(value, unit).from(day(2019, 1, 1)).due(day(2020, 12, 31)).strive();
}

TEST(MilestoneGuards, BeforeTheStartAndEarlyOnOnlyTheDeadlineCounts)
{
    Promise promise = twoYears().saw(day(2018, 6, 1), 0).saw(day(2019, 3, 1), 0);
    const Milestone before = promise.judgedOn(day(2018, 12, 1));
    EXPECT_EQ(before.state, MilestoneState::OnTrack);
    EXPECT_EQ(before.timeShare, 0);
    EXPECT_EQ(promise.judgedOn(day(2019, 3, 1)).state, MilestoneState::OnTrack) << "59 of 731 days: 8 %";
    EXPECT_EQ(promise.judgedOn(day(2019, 3, 16)).state, MilestoneState::Behind) << "10 % of the time, and a standstill";
}

TEST(MilestoneGuards, FewThingsAreCountedOneByOne)
{
    // 8 things, half of the time: 4 were due. In percent, three done would be -12.5 pp.
    const auto of = [](double done) {
        Promise promise = twoYears(8).saw(day(2019, 1, 1), 0);
        for (int i = 0; i <= 3; ++i) { // fast enough lately that only the count speaks
            promise.saw(day(2020, 1, 1).plusDays(10 * (i - 3)), done * (i + 1) / 4);
        }
        return promise;
    };
    const auto judged = [&](double done) { return of(done).judgedOn(day(2020, 1, 1)); };
    EXPECT_EQ(judged(4).state, MilestoneState::OnTrack);
    EXPECT_EQ(judged(4).shortage, 0);
    Promise three = twoYears(8).saw(day(2019, 1, 1), 0).saw(day(2019, 12, 1), 2).saw(day(2019, 12, 15), 2);
    const Milestone oneMissing = three.saw(day(2020, 1, 1), 3).judgedOn(day(2020, 1, 1));
    EXPECT_EQ(oneMissing.shortage, 1);
    EXPECT_EQ(oneMissing.state, MilestoneState::AtRisk) << oneMissing.reason.toStdString();
    Promise two = twoYears(8).saw(day(2019, 1, 1), 0).saw(day(2019, 12, 1), 1).saw(day(2019, 12, 15), 1);
    const Milestone twoMissing = two.saw(day(2020, 1, 1), 2).judgedOn(day(2020, 1, 1));
    EXPECT_EQ(twoMissing.shortage, 2);
    EXPECT_EQ(twoMissing.state, MilestoneState::Behind);
}

TEST(MilestoneGuards, KilometresAreNotThings)
{
    const Milestone milestone = twoYears(8, u"km")
                                    .saw(day(2019, 1, 1), 0)
                                    .saw(day(2019, 12, 1), 3.2)
                                    .saw(day(2019, 12, 15), 3.5)
                                    .saw(day(2020, 1, 1), 3.8)
                                    .judgedOn(day(2020, 1, 1));
    EXPECT_EQ(milestone.state, MilestoneState::OnTrack) << milestone.reason.toStdString();
    EXPECT_NEAR(*milestone.shortage, 0.19, 0.01);
}

TEST(MilestoneGuards, StandstillIsBehindThoughThePlanIsKept)
{
    Promise promise = twoYears(1000).saw(day(2019, 1, 1), 0).saw(day(2019, 6, 1), 700).saw(day(2019, 7, 30), 700);
    EXPECT_NE(promise.judgedOn(day(2019, 7, 30)).state, MilestoneState::Behind) << "59 days";
    const Milestone milestone = promise.saw(day(2019, 7, 31), 700).judgedOn(day(2019, 7, 31));
    EXPECT_EQ(milestone.state, MilestoneState::Behind);
    EXPECT_TRUE(milestone.reason.contains(QStringLiteral("60"))) << milestone.reason.toStdString();
}

TEST(MilestoneGuards, WorkFinishedInOneLumpStillAdvances)
{
    // Weekly figures; 300 were accepted at once in the third of thirteen weeks: most pairs of weeks have slope 0.
    Promise promise = twoYears(1000).saw(day(2019, 1, 1), 0);
    for (int week = 0; week < 13; ++week) {
        promise.saw(day(2019, 7, 1).plusDays(7 * week), week < 8 ? 0.0 : 300.0);
    }
    promise.saw(day(2019, 9, 28), 301);
    const Milestone milestone = promise.judgedOn(day(2019, 9, 28));
    ASSERT_TRUE(milestone.observedRate);
    EXPECT_GT(*milestone.observedRate, 0);
    EXPECT_TRUE(milestone.projected);
}

TEST(MilestoneGuards, TooFewFiguresGiveNoForecast)
{
    const Milestone one = twoYears().saw(day(2020, 1, 1), 48).judgedOn(day(2020, 1, 1));
    EXPECT_FALSE(one.observedRate);
    EXPECT_FALSE(one.projected);
    EXPECT_TRUE(one.reason.contains(QStringLiteral("no forecast"))) << one.reason.toStdString();
    EXPECT_EQ(one.state, MilestoneState::OnTrack) << "the gap alone is judged";
    EXPECT_TRUE(one.requiredRate);
    const Milestone none = twoYears().judgedOn(day(2020, 1, 1));
    EXPECT_FALSE(none.value);
    EXPECT_EQ(none.state, MilestoneState::AtRisk);
    EXPECT_EQ(twoYears().judgedOn(day(2021, 1, 1)).state, MilestoneState::Overdue);
    const Milestone nothing = twoYears().percent(100, u"户").saw(day(2020, 1, 1), 0, 0).judgedOn(day(2020, 1, 1));
    EXPECT_FALSE(nothing.value) << "nothing to divide by";
}

TEST(MilestoneGuards, FallingFiguresHaveNoProjectedDay)
{
    Promise promise = twoYears(1000).saw(day(2019, 1, 1), 0);
    for (int i = 0; i < 5; ++i) { // damaged works leave the count
        promise.saw(day(2019, 12, 1).plusDays(7 * i), 600 - 10.0 * i);
    }
    const Milestone milestone = promise.judgedOn(day(2019, 12, 29));
    EXPECT_LT(*milestone.observedRate, 0);
    EXPECT_FALSE(milestone.projected);
    EXPECT_FALSE(milestone.speedUp);
    EXPECT_EQ(milestone.state, MilestoneState::Behind);
}

TEST(MilestoneGuards, WithoutAStartTheFirstFigureIsItAndItIsSaid)
{
    const Milestone milestone = Promise(100, u"个")
                                    .due(day(2020, 12, 31))
                                    .saw(day(2020, 1, 1), 20)
                                    .saw(day(2020, 7, 1), 60)
                                    .judgedOn(day(2020, 7, 1));
    EXPECT_NEAR(*milestone.timeShare, 182.0 / 366, 1e-12);
    EXPECT_NEAR(*milestone.doneShare, 0.5, 1e-12) << "40 of the 80 that were left";
    EXPECT_TRUE(milestone.reason.contains(day(2020, 1, 1).toText())) << milestone.reason.toStdString();
}

TEST(MilestoneGuards, AFigureThatShallFallIsDoneWhenItIsLowEnough)
{
    Promise promise = Promise(0, u"户").falling().from(day(2019, 1, 1)).due(day(2020, 12, 31)).strive();
    promise.saw(day(2019, 1, 1), 200).saw(day(2020, 1, 1), 90);
    const Milestone milestone = promise.judgedOn(day(2020, 1, 1));
    EXPECT_EQ(milestone.state, MilestoneState::OnTrack) << milestone.reason.toStdString();
    EXPECT_NEAR(*milestone.doneShare, 0.55, 1e-12);
    EXPECT_LT(*milestone.requiredRate, 0);
    EXPECT_NEAR(*milestone.speedUp, (90.0 / 366) / (110.0 / 365), 1e-9);
    EXPECT_EQ(promise.saw(day(2020, 2, 1), 0).judgedOn(day(2020, 2, 1)).state, MilestoneState::Done);
}

TEST(MilestoneGuards, LaterObservationsAreLeftOutAndTheLastOfADayCounts)
{
    const Milestone milestone = twoYears()
                                    .saw(day(2019, 1, 1), 0)
                                    .saw(day(2020, 1, 1), 40)
                                    .saw(day(2020, 1, 1), 45)
                                    .saw(day(2020, 6, 1), 100)
                                    .judgedOn(day(2020, 1, 1));
    EXPECT_EQ(milestone.value, 45);
}

TEST(MilestoneGuards, AStandBeyondTheTargetAtTheStartIsNoDivisionByNothing)
{
    const Milestone milestone =
        twoYears(50).saw(day(2019, 1, 1), 50).saw(day(2020, 1, 1), 40).judgedOn(day(2020, 1, 1));
    EXPECT_NEAR(*milestone.doneShare, 0.8, 1e-12);
    const Milestone zero =
        twoYears(0).falling().saw(day(2019, 1, 1), 0).saw(day(2020, 1, 1), 3).judgedOn(day(2020, 1, 1));
    EXPECT_EQ(zero.doneShare, 0);
}

/// Whatever the figures, the answer is one that can be shown.
TEST(MilestoneProperty, AnswersAreConsistent)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    const auto upTo = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    for (int round = 0; round < test::rounds(2000); ++round) {
        Promise promise(upTo(30), upTo(1) == 0 ? u"个" : u"km");
        if (upTo(1) == 0) {
            promise.percent(upTo(100), u"户");
        }
        if (upTo(3) == 0) {
            promise.falling();
        }
        if (upTo(2) != 0) {
            promise.from(day(2019, 1, 1).plusDays(upTo(400)));
        }
        if (upTo(5) != 0) {
            promise.due(day(2019, 6, 1).plusDays(upTo(600)));
        }
        for (int i = upTo(12); i > 0; --i) {
            promise.saw(day(2019, 1, 1).plusDays(upTo(600)), upTo(40) / (1.0 + upTo(1)), upTo(40));
        }
        const Day asOf = day(2019, 1, 1).plusDays(upTo(700));
        const Milestone milestone = promise.judgedOn(asOf);
        ASSERT_FALSE(milestone.reason.isEmpty());
        ASSERT_FALSE(milestone.reason.contains(QStringLiteral("nan"))) << milestone.reason.toStdString();
        ASSERT_FALSE(milestone.reason.contains(u'%' + QString::number(1) + u' ')) << milestone.reason.toStdString();
        if (milestone.projected) {
            ASSERT_GE(*milestone.projected, asOf);
        }
        if (milestone.projected && milestone.projectedLow && milestone.projectedHigh) {
            ASSERT_LE(*milestone.projectedLow, *milestone.projected);
            ASSERT_LE(*milestone.projected, *milestone.projectedHigh);
        }
        for (const auto &number : {milestone.gap_pp, milestone.doneShare, milestone.requiredRate,
                                   milestone.observedRate, milestone.speedUp, milestone.shortage}) {
            ASSERT_TRUE(!number || std::isfinite(*number));
        }
    }
}

} // namespace
} // namespace cuntu
