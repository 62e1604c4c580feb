// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/backtest.h"

#include "core/progress/pace.h"
#include "core/progress/planned_curve.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cuntu {

namespace {

std::size_t indexOf(ForecastRule rule)
{
    return static_cast<std::size_t>(rule);
}

/// What the rules say of one day, and the band.
struct Forecasts {
    std::array<double, k_forecastRules> values{};
    std::optional<std::pair<double, double>> band;
};

/// Forecasts from the beginning of a series.
class Forecaster {
public:
    Forecaster(const Target &target, const Indicator &indicator, const MilestoneRules &rules)
        : m_target(target), m_indicator(indicator), m_rules(rules)
    {
    }

    /// From @p values, the last of which is that of @p seen, for @p horizon_days later; nothing where a
    /// rule has nothing to say.
    std::optional<Forecasts> from(const Observation &seen, const DatedValues &values, int horizon_days) const
    {
        const Day today = values.back().first;
        const Day start = m_target.start.value_or(values.front().first);
        const std::optional<Pace> robust = paceOf(values, start, today.plusDays(-m_rules.window_days));
        const std::optional<Pace> mean = meanPaceOf(values, start);
        const std::optional<double> planned = plannedRise(values, start, today, today.plusDays(horizon_days));
        if (!robust || !mean || !planned) {
            return std::nullopt;
        }
        const double value = values.back().second;
        const auto within = [&, most = highest(seen)](double rise) {
            return std::clamp(value + rise, std::min(0.0, value), std::max(most, value));
        };
        Forecasts forecasts;
        forecasts.values[indexOf(ForecastRule::RobustPace)] = within(robust->slope * horizon_days);
        forecasts.values[indexOf(ForecastRule::MeanPace)] = within(mean->slope * horizon_days);
        forecasts.values[indexOf(ForecastRule::PlannedCurve)] = within(*planned);
        if (robust->range) {
            forecasts.band = {within(robust->range->low * horizon_days), within(robust->range->high * horizon_days)};
        }
        return forecasts;
    }

private:
    double highest(const Observation &last) const
    {
        if (m_indicator.kind == Indicator::Kind::Ratio) {
            return 100;
        }
        const bool hasWhole = m_indicator.kind == Indicator::Kind::Sum && last.denominator > 0;
        return hasWhole ? last.denominator : std::numeric_limits<double>::infinity();
    }

    /// What the plan wants to be added until @p later. The way is the one judge() takes: from the baseline to the
    /// target.
    std::optional<double> plannedRise(const DatedValues &values, Day start, Day today, Day later) const
    {
        if (!m_target.due) {
            return std::nullopt;
        }
        double baseline = m_indicator.higherIsBetter ? 0 : values.front().second;
        for (const auto &[day, value] : values) {
            baseline = day <= start ? value : baseline;
        }
        const double share = plannedShare(m_target.curve, start, *m_target.due, later, m_rules.calendar()) -
                             plannedShare(m_target.curve, start, *m_target.due, today, m_rules.calendar());
        return share * (m_target.value - baseline);
    }

    const Target &m_target;
    const Indicator &m_indicator;
    const MilestoneRules &m_rules;
};

/// What @p values were on @p day; empty outside of them.
std::optional<double> valueOn(const DatedValues &values, Day day)
{
    const auto after =
        std::find_if(values.begin(), values.end(), [&](const auto &value) { return value.first >= day; });
    if (after == values.end() || (after == values.begin() && after->first != day)) {
        return std::nullopt;
    }
    if (after->first == day) {
        return after->second;
    }
    const auto &[dayBefore, before] = *(after - 1);
    return before + (after->second - before) * daysBetween(dayBefore, day) / daysBetween(dayBefore, after->first);
}

void score(const Forecasts &forecasts, double followed, HorizonScore &score)
{
    ++score.cases;
    for (std::size_t rule = 0; rule < k_forecastRules; ++rule) {
        score.errorSums[rule] += std::abs(forecasts.values[rule] - followed);
    }
    if (forecasts.band) {
        ++score.bandCases;
        score.bandHits += followed >= forecasts.band->first && followed <= forecasts.band->second ? 1 : 0;
    }
}

} // namespace

std::optional<double> HorizonScore::meanError(ForecastRule rule) const
{
    return cases > 0 ? std::optional(errorSums[indexOf(rule)] / cases) : std::nullopt;
}

std::optional<double> HorizonScore::coverage() const
{
    return bandCases > 0 ? std::optional(static_cast<double>(bandHits) / bandCases) : std::nullopt;
}

BacktestResult backtest(const Target &target, const Indicator &indicator, std::vector<Observation> series,
                        const MilestoneRules &rules, const std::vector<int> &horizons_days)
{
    std::stable_sort(series.begin(), series.end(),
                     [](const Observation &a, const Observation &b) { return a.day < b.day; });
    DatedValues values;
    std::vector<Observation> valued;
    for (const Observation &seen : series) {
        if (const auto value = valueOf(indicator, seen.numerator, seen.denominator)) {
            if (!values.empty() && values.back().first == seen.day) {
                values.pop_back(); // of one day the last counts
                valued.pop_back();
            }
            values.emplace_back(seen.day, *value);
            valued.push_back(seen);
        }
    }
    BacktestResult result;
    for (const int horizon : horizons_days) {
        result.horizons.push_back({horizon});
    }
    const Forecaster forecaster(target, indicator, rules);
    for (std::size_t last = 2; last < values.size(); ++last) {
        const DatedValues past(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(last) + 1);
        for (HorizonScore &horizon : result.horizons) {
            const std::optional<double> followed = valueOn(values, values[last].first.plusDays(horizon.horizon_days));
            const std::optional<Forecasts> forecasts =
                followed ? forecaster.from(valued[last], past, horizon.horizon_days) : std::nullopt;
            if (forecasts) {
                score(*forecasts, *followed, horizon);
            }
        }
    }
    return result;
}

} // namespace cuntu
