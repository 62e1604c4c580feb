// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/planned_curve.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>

namespace cuntu {
namespace {

Day day(const char *iso)
{
    return *Day::fromIso(QString::fromLatin1(iso));
}

// 1,000 days, so that quarters of the time are whole days: start + 250 is u = 0.25.
const Day k_start = Day::fromNumber(17000);
const Day k_due = k_start.plusDays(999);

TEST(PlannedCurve, SCurveHasThePublishedValues)
{
    const auto at = [](double k, int quarter) {
        return plannedShare({PlannedCurve::Kind::SCurve, k, {}}, k_start, k_due, k_start.plusDays(250 * quarter));
    };
    EXPECT_NEAR(at(6, 1), 0.149, 0.0005);
    EXPECT_NEAR(at(6, 2), 0.500, 1e-12);
    EXPECT_NEAR(at(6, 3), 0.851, 0.0005);
    EXPECT_NEAR(at(10, 1), 0.070, 0.0005);
    EXPECT_NEAR(at(10, 3), 0.930, 0.0005);
    EXPECT_DOUBLE_EQ(at(6, 0), 0);
    EXPECT_DOUBLE_EQ(at(6, 4), 1);
}

TEST(PlannedCurve, EvenIsTheTime)
{
    EXPECT_NEAR(plannedShare({}, day("2018-01-01"), day("2020-12-31"), day("2019-07-01")), 546.0 / 1096, 1e-12);
    EXPECT_EQ(plannedShare({}, day("2018-01-01"), day("2020-12-31"), day("2017-07-01")), 0);
    EXPECT_EQ(plannedShare({}, day("2018-01-01"), day("2020-12-31"), day("2021-07-01")), 1);
}

// October 2018: 1 to 7 are holidays, 29 and 30 September were worked for it. By the State Council's list there are 18
// working days in October; without a list there are 23 weekdays.
TEST(PlannedCurve, TimeMayCountWorkingDays)
{
    WorkCalendar weekdays;
    const auto at = [](const char *on, const WorkCalendar &calendar) {
        return timeShare(day("2018-10-01"), day("2018-10-31"), day(on), &calendar) *
               (calendar.days().empty() ? 23 : 18);
    };
    EXPECT_NEAR(at("2018-10-08", weekdays), 5, 1e-12);
    EXPECT_NEAR(at("2018-10-01", weekdays), 0, 1e-12);
    WorkCalendar list;
    for (int date = 1; date <= 7; ++date) {
        list.set(*Day::fromYmd(2018, 10, date), false);
    }
    EXPECT_NEAR(at("2018-10-08", list), 0, 1e-12);
    EXPECT_NEAR(at("2018-10-10", list), 2, 1e-12);
    EXPECT_NEAR(at("2018-10-31", list), 17, 1e-12);
    EXPECT_NEAR(at("2018-11-20", list), 18, 1e-12);
    EXPECT_NEAR(at("2018-09-20", list), 0, 1e-12);
    // A promise for a week of holidays has no working day: all its days count.
    EXPECT_NEAR(timeShare(day("2018-10-01"), day("2018-10-07"), day("2018-10-04"), &list), 3.0 / 7, 1e-12);
    const PlannedCurve curve{PlannedCurve::Kind::SCurve, 6, {}};
    EXPECT_EQ(plannedShare(curve, day("2018-10-01"), day("2018-10-31"), day("2018-10-06"), &list), 0);
    EXPECT_GT(plannedShare(curve, day("2018-10-01"), day("2018-10-31"), day("2018-10-06")), 0.01);
}

TEST(PlannedCurve, PointsAreJoinedByStraightLines)
{
    const PlannedCurve curve{PlannedCurve::Kind::Points, 6, {{day("2018-05-31"), 0.7}, {day("2018-10-31"), 0.8}}};
    const auto at = [&](const char *on) { return plannedShare(curve, day("2018-01-01"), day("2018-12-31"), day(on)); };
    EXPECT_EQ(at("2017-12-01"), 0);
    EXPECT_EQ(at("2018-01-01"), 0);
    EXPECT_DOUBLE_EQ(at("2018-05-31"), 0.7);
    EXPECT_NEAR(at("2018-03-17"), 0.7 * 75 / 150, 1e-12);
    EXPECT_DOUBLE_EQ(at("2018-10-31"), 0.8);
    EXPECT_EQ(at("2018-12-31"), 1);
    EXPECT_NEAR(at("2018-11-30"), 0.8 + 0.2 * 30 / 61, 1e-12);
}

TEST(PlannedCurve, QuartersOfAYearAreTheTablesShares)
{
    for (const SeasonalTable &table : seasonalTables()) {
        const PlannedCurve curve = curveFromQuarters(table.shares, day("2019-01-01"), day("2019-12-31"));
        ASSERT_EQ(curve.points.size(), 4u);
        for (std::size_t i = 0; i < 4; ++i) {
            EXPECT_NEAR(curve.points[i].second, table.shares[i], 1e-12) << table.id.toStdString();
        }
        EXPECT_EQ(curve.points[0].first, day("2019-03-31"));
    }
}

TEST(PlannedCurve, QuartersOfSeveralYearsRiseToOne)
{
    const PlannedCurve curve = curveFromQuarters({0.1, 0.4, 0.75, 1}, day("2018-05-15"), day("2020-08-31"));
    EXPECT_EQ(curve.points.front().first, day("2018-06-30"));
    EXPECT_EQ(curve.points.back().first, day("2020-08-31"));
    EXPECT_NEAR(curve.points.back().second, 1, 1e-12);
    for (std::size_t i = 1; i < curve.points.size(); ++i) {
        EXPECT_GT(curve.points[i].first, curve.points[i - 1].first);
        EXPECT_GE(curve.points[i].second, curve.points[i - 1].second);
    }
}

TEST(Apportion, TheExampleOfTheDomainReferenceAddsUp)
{
    EXPECT_EQ(apportion(108, {31, 27, 29, 21, 13}), (std::vector<qint64>{28, 24, 26, 19, 11}));
}

TEST(Apportion, PartsAddUpAndLieWithinOneOfTheirShare)
{
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        std::vector<double> weights(1 + random() % 12);
        for (double &weight : weights) {
            weight = random() % 5 == 0 ? 0 : static_cast<double>(random() % 1000);
        }
        const qint64 whole = random() % 500;
        const std::vector<qint64> parts = apportion(whole, weights);
        EXPECT_EQ(std::accumulate(parts.begin(), parts.end(), qint64{0}), whole);
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        for (std::size_t i = 0; sum > 0 && i < parts.size(); ++i) {
            const double share = static_cast<double>(whole) * weights[i] / sum;
            EXPECT_GE(parts[i], std::floor(share));
            EXPECT_LE(parts[i], std::ceil(share));
        }
    }
    EXPECT_EQ(apportion(5, {0, 0}), (std::vector<qint64>{3, 2}));
    EXPECT_TRUE(apportion(0, {}).empty());
}

} // namespace
} // namespace cuntu
