// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/milestone.h"

#include <array>

namespace cuntu {

/// A way to say what a figure will be.
enum class ForecastRule {
    RobustPace,  ///< Theil-Sen over the window, as judge() takes it
    MeanPace,    ///< the mean since the start
    PlannedCurve ///< from where it stands on as the target's curve wants it
};

/// Number of forecast rules.
inline constexpr std::size_t k_forecastRules = 3;

/// How good forecasts over one horizon were.
struct CUNTU_CORE_EXPORT HorizonScore {
    int horizon_days = 0;
    int cases = 0;                                   ///< forecasts that could be compared with what followed
    std::array<double, k_forecastRules> errorSums{}; ///< absolute errors, in the indicator's unit, by ForecastRule
    int bandCases = 0;                               ///< of them with a band
    int bandHits = 0; ///< what followed lay in the band from the 20 % to the 80 % quantile of the slopes

    /// Mean absolute error, in the indicator's unit; empty without a case.
    std::optional<double> meanError(ForecastRule rule) const;
    /// Share of the bands that held what followed, 0..1; 0.6 is what they promise.
    std::optional<double> coverage() const;
};

/// Scores by horizon, in the order asked for.
struct BacktestResult {
    std::vector<HorizonScore> horizons;
};

/// Forecasts from every observation of @p series but the first two, with what was seen up to then, and compares with
/// what was seen @p horizons_days later: between two observations on the straight line between them, never after the
/// last. All three rules are scored on the same cases: those in which each of them says something.
///
/// Forecasts stay between 0 and what there is: 100 % of a ratio, the denominator of a sum that has one. Targets without
/// a due day have no case: nothing is planned. Any thread. O(n) times judge().
CUNTU_CORE_EXPORT BacktestResult backtest(const Target &target, const Indicator &indicator,
                                          std::vector<Observation> series, const MilestoneRules &rules,
                                          const std::vector<int> &horizons_days = {90, 180, 365});

} // namespace cuntu
