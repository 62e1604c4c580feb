// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/backtest.h"

#include <gtest/gtest.h>

#include "core/progress/planned_curve.h"
#include "tests/core/progress/milestone_builder.h"

#include <random>

namespace cuntu {
namespace {

using test::day;

const Day k_start = day(2018, 1, 1);
const Day k_due = day(2020, 12, 31);

Target targetOf(double value)
{
    Target target;
    target.value = value;
    target.start = k_start;
    target.due = k_due;
    return target;
}

Indicator sum()
{
    Indicator indicator;
    indicator.kind = Indicator::Kind::Sum;
    return indicator;
}

template <typename ValueOn> std::vector<Observation> everyTenDays(int days, const ValueOn &valueOn)
{
    std::vector<Observation> series;
    for (int on = 0; on <= days; on += 10) {
        series.push_back({k_start.plusDays(on), valueOn(on), 0});
    }
    return series;
}

TEST(Backtest, SteadyWorkIsForecastExactlyByBothPaces)
{
    const auto series = everyTenDays(600, [](int on) { return 0.5 * on; });
    const BacktestResult result = backtest(targetOf(1096), sum(), series, {});
    ASSERT_EQ(result.horizons.size(), 3U);
    const HorizonScore &quarter = result.horizons[0];
    EXPECT_EQ(quarter.horizon_days, 90);
    EXPECT_EQ(quarter.cases, 50) << "from day 20 to day 510";
    EXPECT_EQ(result.horizons[2].cases, 22) << "from day 20 to day 230; day 235 is between two observations";
    EXPECT_NEAR(*quarter.meanError(ForecastRule::RobustPace), 0, 1e-9);
    EXPECT_NEAR(*quarter.meanError(ForecastRule::MeanPace), 0, 1e-9);
    EXPECT_NEAR(*quarter.meanError(ForecastRule::PlannedCurve), 45, 1e-9) << "the plan is twice as fast";
    EXPECT_EQ(quarter.coverage(), 1);
    EXPECT_EQ(quarter.bandCases, 50);
}

TEST(Backtest, WorkThatFollowsItsCurveIsForecastByIt)
{
    Target target = targetOf(1000);
    target.curve.kind = PlannedCurve::Kind::SCurve;
    const auto series = everyTenDays(
        1090, [&](int on) { return 1000 * plannedShare(target.curve, k_start, k_due, k_start.plusDays(on)); });
    for (const HorizonScore &horizon : backtest(target, sum(), series, {}).horizons) {
        EXPECT_LT(*horizon.meanError(ForecastRule::PlannedCurve), *horizon.meanError(ForecastRule::RobustPace));
        EXPECT_LT(*horizon.meanError(ForecastRule::PlannedCurve), *horizon.meanError(ForecastRule::MeanPace));
        EXPECT_LT(*horizon.meanError(ForecastRule::PlannedCurve), 0.5) << "but for the line between two observations";
        EXPECT_LT(*horizon.meanError(ForecastRule::RobustPace), *horizon.meanError(ForecastRule::MeanPace))
            << "the last 90 days know more of the present than the mean";
    }
}

TEST(Backtest, LaterObservationsDoNotReachTheForecast)
{
    const auto slowed = [](int on) { return on <= 300 ? 1.0 * on : 300.0; };
    const BacktestResult result = backtest(targetOf(1096), sum(), everyTenDays(390, slowed), {}, {90});
    // From day 300 the pace was 1 a day and nothing followed: 90 off. From day 210 all is exact.
    EXPECT_EQ(result.horizons[0].cases, 29);
    double expected = 0;
    for (int on = 20; on <= 300; on += 10) {
        expected += std::max(0, on + 90 - 300);
    }
    EXPECT_NEAR(*result.horizons[0].meanError(ForecastRule::MeanPace), expected / 29, 1e-9);
    EXPECT_NEAR(*result.horizons[0].coverage(), 20.0 / 29, 1e-12) << "until day 210";
}

TEST(Backtest, ForecastsStayBelowTheWhole)
{
    Indicator share;
    share.kind = Indicator::Kind::Ratio;
    std::vector<Observation> series;
    for (int on = 0; on <= 200; on += 10) {
        series.push_back({k_start.plusDays(on), std::min(100.0, 1.0 * on), 100});
    }
    const BacktestResult result = backtest(targetOf(100), share, series, {}, {90});
    EXPECT_NEAR(*result.horizons[0].meanError(ForecastRule::MeanPace), 0, 1e-9) << "100 % is all there is";
}

TEST(Backtest, TooLittleHasNoCases)
{
    const auto series = everyTenDays(100, [](int on) { return 1.0 * on; });
    const HorizonScore far = backtest(targetOf(100), sum(), series, {}, {365}).horizons[0];
    EXPECT_EQ(far.cases, 0);
    EXPECT_FALSE(far.meanError(ForecastRule::MeanPace));
    EXPECT_FALSE(far.coverage());
    EXPECT_FALSE(far.meanError(ForecastRule::RobustPace));
    EXPECT_FALSE(far.meanError(ForecastRule::PlannedCurve));
    Target open = targetOf(100);
    open.due.reset();
    EXPECT_EQ(backtest(open, sum(), series, {}, {30}).horizons[0].cases, 0) << "nothing is planned";
    EXPECT_EQ(backtest(targetOf(100), sum(), {}, {}, {30}).horizons[0].cases, 0);
}

/// One lump does not move the median of the slopes, but the mean.
TEST(Backtest, ALumpMisleadsTheMeanMoreThanTheRobustPace)
{
    std::mt19937 random(5);
    std::uniform_real_distribution<double> noise(-0.2, 0.2);
    const auto series = everyTenDays(600, [&](int on) { return 0.3 * on + (on >= 100 ? 150 : 0) + noise(random); });
    const HorizonScore score = backtest(targetOf(1096), sum(), series, {}, {90}).horizons[0];
    EXPECT_LT(*score.meanError(ForecastRule::RobustPace), *score.meanError(ForecastRule::MeanPace));
}

} // namespace
} // namespace cuntu
