// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/reporting_lag.h"

#include <gtest/gtest.h>

#include "tests/core/progress/milestone_builder.h"

#include <cmath>
#include <random>

namespace cuntu {
namespace {

using test::day;

const Day k_first = day(2019, 1, 1);

/// As many events of one day as @p byLag says, by their lag.
void add(std::vector<ReportedEvent> &events, int dayNumber, const std::vector<int> &byLag)
{
    for (std::size_t lag = 0; lag < byLag.size(); ++lag) {
        const Day effective = k_first.plusDays(dayNumber);
        events.insert(events.end(), static_cast<std::size_t>(byLag[lag]),
                      {effective, effective.plusDays(static_cast<int>(lag))});
    }
}

/// Three days by lag, as known on the third: 6 3 1 / 8 4 . / 7 . .
std::vector<ReportedEvent> triangle()
{
    std::vector<ReportedEvent> events;
    add(events, 0, {6, 3, 1});
    add(events, 1, {8, 4});
    add(events, 2, {7});
    return events;
}

TEST(ReportingLag, AHandWorkedTriangle)
{
    // Chain ladder: (9 + 12) / (6 + 8) = 1.5 from lag 0 to 1, 10 / 9 from 1 to 2.
    const Day asOf = k_first.plusDays(2);
    const ReportingLag lag = lagOf(triangle(), asOf, {20, 1, 0.2, 731});
    ASSERT_EQ(lag.shares.size(), 3U);
    EXPECT_NEAR(lag.shares[2], 1, 1e-12);
    EXPECT_NEAR(lag.shares[1], 0.9, 1e-12);
    EXPECT_NEAR(lag.shares[0], 0.6, 1e-12);
    EXPECT_EQ(lag.events, 29);
    EXPECT_NEAR(lag.shareAfter(0), 0.6, 1e-12);
    EXPECT_NEAR(lag.shareAfter(1), 0.9, 1e-12);
    EXPECT_EQ(lag.shareAfter(-1), 0);
    EXPECT_EQ(lag.shareAfter(99), 1);
    const Completion completion =
        expectedComplete(lag, {{k_first, 10}, {k_first.plusDays(1), 12}, {k_first.plusDays(2), 7}}, asOf);
    EXPECT_EQ(completion.reported, 29);
    EXPECT_NEAR(*completion.days[0].expected, 10, 1e-12);
    EXPECT_NEAR(*completion.days[1].expected, 12 / 0.9, 1e-12);
    EXPECT_NEAR(*completion.days[2].expected, 7 / 0.6, 1e-12);
    EXPECT_NEAR(*completion.expected, 10 + 12 / 0.9 + 7 / 0.6, 1e-12);
    EXPECT_NEAR(*completion.standardError, std::sqrt(12 * 0.1 / 0.81 + 7 * 0.4 / 0.36), 1e-12);
    EXPECT_FALSE(completion.uncorrectedFrom);
}

TEST(ReportingLag, TooFewDataCorrectNothing)
{
    const Day asOf = k_first.plusDays(2);
    const ReportingLag few = lagOf(triangle(), asOf);
    EXPECT_FALSE(few.isEnough) << "29 events";
    const Completion raw = expectedComplete(few, {{k_first, 10}, {asOf, 7}}, asOf);
    EXPECT_EQ(raw.reported, 17);
    EXPECT_FALSE(raw.expected);
    EXPECT_FALSE(raw.standardError);
    EXPECT_FALSE(raw.days[1].expected);
    const ReportingLag none = lagOf({}, asOf);
    EXPECT_TRUE(none.shares.empty());
    EXPECT_EQ(none.shareAfter(3), 1) << "nothing is known to be missing";
}

TEST(ReportingLag, DaysOfWhichHardlyAnythingIsInAreLeftAsTheyAre)
{
    std::vector<ReportedEvent> events;
    for (int i = 0; i < 40; ++i) {
        add(events, i, {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9});
    }
    std::erase_if(events, [](const ReportedEvent &event) { return event.recorded > k_first.plusDays(39); });
    const ReportingLag lag = lagOf(events, k_first.plusDays(39));
    EXPECT_NEAR(lag.shares[0], 0.1, 1e-12);
    const Completion completion = expectedComplete(
        lag, {{k_first, 10}, {k_first.plusDays(35), 1}, {k_first.plusDays(39), 1}}, k_first.plusDays(39));
    EXPECT_EQ(completion.days[0].expected, 10);
    EXPECT_FALSE(completion.days[1].expected) << "a tenth is in: one event says nothing about ten";
    EXPECT_EQ(completion.uncorrectedFrom, k_first.plusDays(35));
    EXPECT_EQ(completion.expected, 12);
}

TEST(ReportingLag, WhatIsRecordedLaterOrBeforehandDoesNoHarm)
{
    std::vector<ReportedEvent> events = triangle();
    events.push_back({k_first, k_first.plusDays(3)});             // not known yet
    events.push_back({k_first.plusDays(9), k_first.plusDays(1)}); // of the future
    const LagRules rules{20, 1, 0.2, 731};
    EXPECT_EQ(lagOf(events, k_first.plusDays(2), rules).shares, lagOf(triangle(), k_first.plusDays(2), rules).shares);
    events.push_back({k_first.plusDays(1), k_first}); // recorded the day before
    EXPECT_EQ(lagOf(events, k_first.plusDays(2), rules).events, 30);
}

/// Reports arrive with a geometric lag; the last weeks are truncated, which makes the plain distribution too quick.
TEST(ReportingLag, AKnownLagIsFoundInSimulatedReports)
{
    constexpr double k_daily = 0.05; // mean lag 19 days
    std::mt19937 random(20190101);
    std::geometric_distribution<int> lagDays(k_daily);
    const Day asOf = k_first.plusDays(119);
    std::vector<ReportedEvent> seen;
    std::vector<std::pair<Day, double>> increments;
    double truth = 0;
    for (int dayNumber = 0; dayNumber < 120; ++dayNumber) {
        const int happened = dayNumber < 60 ? 20 : 60; // more and more: most of the events are recent
        int known = 0;
        for (int i = 0; i < happened; ++i) {
            const Day effective = k_first.plusDays(dayNumber);
            const Day recorded = effective.plusDays(lagDays(random));
            if (recorded <= asOf) {
                seen.push_back({effective, recorded});
                ++known;
            }
        }
        truth += happened;
        increments.emplace_back(k_first.plusDays(dayNumber), known);
    }
    const ReportingLag lag = lagOf(seen, asOf);
    ASSERT_TRUE(lag.isEnough);
    double worstPlain = 0;
    for (const int days : {0, 5, 10, 20, 40, 60}) {
        const double exact = 1 - std::pow(1 - k_daily, days + 1);
        EXPECT_NEAR(lag.shareAfter(days), exact, 0.04) << days << " days";
        double within = 0;
        for (const ReportedEvent &event : seen) {
            within += daysBetween(event.effective, event.recorded) <= days ? 1 : 0;
        }
        worstPlain = std::max(worstPlain, std::abs(within / static_cast<double>(seen.size()) - exact));
    }
    EXPECT_GT(worstPlain, 0.06) << "the plain distribution is off by more";
    const Completion completion = expectedComplete(lag, increments, asOf);
    EXPECT_LT(completion.reported, 0.85 * truth);
    ASSERT_TRUE(completion.expected && completion.uncorrectedFrom);
    double truthThere = 0;
    double expectedThere = 0;
    for (const CompletedDay &complete : completion.days) {
        if (complete.expected) {
            truthThere += daysBetween(k_first, complete.day) < 60 ? 20 : 60;
            expectedThere += *complete.expected;
        }
    }
    EXPECT_NEAR(expectedThere, truthThere, 4 * *completion.standardError);
    EXPECT_NEAR(expectedThere / truthThere, 1, 0.05);
}

} // namespace
} // namespace cuntu
