// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/roll_up.h"

#include "core/progress/milestone_look.h"

#include "tests/core/progress/milestone_builder.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

using test::day;
using test::Promise;

Milestone part(MilestoneState state, Commitment commitment = Commitment::Ensure, double gap_pp = 0, bool veto = false)
{
    Milestone made;
    made.state = state;
    made.target.commitment = commitment;
    made.target.isVeto = veto;
    made.gap_pp = gap_pp;
    made.denominator = 10;
    return made;
}

MilestoneState whole(const std::vector<Milestone> &parts)
{
    return rollUp(parts, {}).state;
}

TEST(RollUp, IsTheWorstOfWhatIsEnsured)
{
    using enum MilestoneState;
    EXPECT_EQ(whole({part(Done), part(AtRisk), part(OnTrack)}), AtRisk);
    EXPECT_EQ(whole({part(Behind), part(Overdue)}), Overdue);
    EXPECT_EQ(whole({part(Done), part(Done)}), Done);
    EXPECT_EQ(whole({part(Done), part(OnTrack, Commitment::Strive)}), OnTrack) << "not all is done";
    EXPECT_EQ(whole({part(OnTrack), part(Behind, Commitment::Strive)}), OnTrack) << "that one is only striven for";
    EXPECT_EQ(whole({}), NoYear);
}

TEST(RollUp, OfWhatIsStrivenForTheWeightedGapDecides)
{
    using enum MilestoneState;
    EXPECT_EQ(whole({part(Behind, Commitment::Strive, -30), part(OnTrack, Commitment::Strive, 10)}), AtRisk);
    EXPECT_EQ(whole({part(Behind, Commitment::Strive, -40), part(OnTrack, Commitment::Strive, 0)}), Behind);
}

TEST(RollUp, AVetoTurnsTheWholeRed)
{
    using enum MilestoneState;
    const RollUp up = rollUp({part(OnTrack), part(Behind, Commitment::Strive, 0, true)}, {});
    EXPECT_EQ(up.state, Behind);
    EXPECT_TRUE(up.vetoed);
    EXPECT_EQ(up.counts.at(Behind), 1);
}

TEST(RollUp, PartsAreFoundByTheirWhole)
{
    using enum MilestoneState;
    std::vector<Milestone> all{part(OnTrack), part(Behind), part(OnTrack), part(AtRisk), part(Done)};
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].target.id = static_cast<qint64>(i) + 1;
    }
    all[1].target.parent = 1;
    all[2].target.parent = 1;
    all[3].target.parent = 2;
    const auto wholes = rollUpParts(all, {});
    ASSERT_EQ(wholes.size(), 2U);
    EXPECT_EQ(wholes.at(1).state, Behind);
    EXPECT_EQ(wholes.at(2).state, AtRisk);
    EXPECT_EQ(countsText(wholes.at(1)), QStringLiteral("1 %1, 1 %2").arg(lookOf(Behind).word, lookOf(OnTrack).word));
}

TEST(MilestoneMemory, ReachedAfterTheDeadlineIsLate)
{
    Promise promise = Promise(10, u"个").from(day(2018, 1, 1)).due(day(2018, 12, 31));
    promise.saw(day(2018, 1, 1), 0).saw(day(2019, 3, 1), 10);
    JudgeContext context;
    context.atDue = Observation{day(2018, 12, 31), 8, 0};
    const Milestone late = promise.judgedOn(day(2019, 3, 1), context);
    EXPECT_EQ(late.state, MilestoneState::Done);
    EXPECT_TRUE(late.late);
    context.atDue->numerator = 10;
    EXPECT_FALSE(promise.judgedOn(day(2019, 3, 1), context).late);
    promise.saw(day(2019, 6, 1), 9);
    const Milestone lost = promise.judgedOn(day(2019, 6, 1), context);
    EXPECT_EQ(lost.state, MilestoneState::Overdue);
    EXPECT_TRUE(lost.lost);
}

TEST(MilestoneMemory, OldFiguresAreNeverOnTrack)
{
    Promise promise = Promise(100, u"个").from(day(2018, 1, 1)).due(day(2018, 12, 31)).monthly();
    promise.saw(day(2018, 1, 1), 0).saw(day(2018, 6, 1), 60).saw(day(2018, 7, 1), 70);
    JudgeContext context;
    context.lastReport = day(2018, 6, 20);
    EXPECT_FALSE(promise.judgedOn(day(2018, 7, 1), context).stale);
    EXPECT_EQ(promise.judgedOn(day(2018, 7, 1), context).state, MilestoneState::OnTrack);
    context.lastReport = day(2018, 5, 1);
    const Milestone stale = promise.judgedOn(day(2018, 7, 1), context);
    EXPECT_TRUE(stale.stale) << "61 days without a report, 46 are allowed";
    EXPECT_EQ(stale.state, MilestoneState::AtRisk);
}

} // namespace
} // namespace cuntu
