// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/target_series.h"

#include "core/progress/planned_curve.h"
#include "ui/window/text.h"
#include "ui/window/timeline.h"

#include <algorithm>

namespace cuntu::ui {
namespace {

constexpr int k_longest_months = 120; ///< of a target without a start
constexpr int k_mostPoints = 120;     ///< of the actual curve; a longer one skips months

/// The first day on which anything was said, as far back as a chart goes.
Day firstDayOf(const ProjectState &state, Day asOf, const JobContext &job)
{
    const Day earliest = asOf.plusMonths(-k_longest_months);
    const auto timeline = makeTimeline(state, job);
    return timeline && timeline->first ? std::clamp(*timeline->first, earliest, asOf) : earliest;
}

/// @p first, the ends of months after it, and @p asOf.
std::vector<Day> daysOf(Day first, Day asOf)
{
    std::vector<Day> days{std::min(first, asOf)};
    const int step = 1 + daysBetween(first, asOf) / (31 * k_mostPoints);
    for (Day day = first.monthEnd(); day < asOf; day = day.plusDays(1).plusMonths(step - 1).monthEnd()) {
        if (day > days.back()) {
            days.push_back(day);
        }
    }
    if (asOf > days.back()) {
        days.push_back(asOf);
    }
    return days;
}

void plan(const Indicator &indicator, const MilestoneRules &rules, TargetSeries &series)
{
    const Target &target = series.milestone.target;
    if (!target.due || *target.due < series.start) {
        return;
    }
    // As judge() takes it: where it stood at the start; what shall fall began where it was first seen.
    double baseline = indicator.higherIsBetter || series.actual.empty() ? 0 : series.actual.front().value;
    if (const auto before = series.actualOn(series.start)) {
        baseline = before->value;
    }
    const Day last = target.due->plusDays(1); // both days are working days: all is done when the due day is over
    for (Day day = series.start; day < last; day = day.plusMonths(1)) {
        const double share = plannedShare(target.curve, series.start, *target.due, day, rules.calendar());
        series.planned.push_back({day, baseline + (target.value - baseline) * share});
    }
    series.planned.push_back({last, target.value});
}

} // namespace

std::optional<double> TargetSeries::plannedOn(Day day) const
{
    const auto after = std::lower_bound(planned.begin(), planned.end(), day,
                                        [](const DayValue &point, Day wanted) { return point.day < wanted; });
    if (after == planned.end() || (after == planned.begin() && after->day != day)) {
        return std::nullopt;
    }
    if (after->day == day) {
        return after->value;
    }
    const DayValue &before = *(after - 1);
    const double share = 1.0 * daysBetween(before.day, day) / daysBetween(before.day, after->day);
    return before.value + share * (after->value - before.value);
}

std::optional<DayValue> TargetSeries::actualOn(Day day) const
{
    const auto after = std::upper_bound(actual.begin(), actual.end(), day,
                                        [](Day wanted, const DayValue &point) { return wanted < point.day; });
    return after == actual.begin() ? std::nullopt : std::optional(*(after - 1));
}

Result<TargetSeries> workOutSeries(const ProjectState &state, const Target &target, Day asOf, const JobContext &job)
{
    const Indicator *indicator = state.registry->findIndicator(target.indicator);
    if (indicator == nullptr) {
        return Error{
            ErrorCode::NotFound, Ui::tr("the programme of target %1 is not there").arg(target.label), {}, {}, {}, {}};
    }
    auto judged = computeMilestones(*state.snapshot, *state.registry, {target}, {}, asOf, job);
    if (!judged || judged->empty()) {
        return judged ? Error{ErrorCode::NotFound, Ui::tr("target %1 is a draft").arg(target.label), {}, {}, {}, {}}
                      : judged.error();
    }
    const MilestoneRules rules = milestoneRules(*state.snapshot);
    TargetSeries series;
    series.milestone = std::move(judged->front());
    series.start = target.start ? *target.start : observationDays(target, asOf, rules).front();
    const Day first = target.start ? *target.start : firstDayOf(state, asOf, job);
    auto seen = observe(*state.snapshot, *indicator, target, daysOf(first, asOf), job);
    if (!seen) {
        return seen.error();
    }
    for (const Observation &each : *seen) {
        if (const auto value = valueOf(*indicator, each.numerator, each.denominator)) {
            series.actual.push_back({each.day, *value});
        }
    }
    series.name = QStringLiteral("%1  %2").arg(target.label, indicator->name.toString());
    series.areaName = state.snapshot->areas().nameOf(target.area, asOf);
    series.unit = indicator->unit;
    plan(*indicator, rules, series);
    return series;
}

} // namespace cuntu::ui
