// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/late_reports.h"

#include <algorithm>
#include <map>

namespace cuntu {

std::optional<Day> LateReports::since(FeatureId feature) const
{
    const auto found = std::lower_bound(doneSince.begin(), doneSince.end(), feature,
                                        [](const auto &each, FeatureId wanted) { return each.first < wanted; });
    return found != doneSince.end() && found->first == feature ? std::optional(found->second) : std::nullopt;
}

LateReports lateReports(const TrackView &track, const LifeCycle &cycle, Day asOf, Day known, const LagRules &rules)
{
    const std::vector<const Status *> statuses = cycle.findStatuses(track.statuses());
    std::vector<std::pair<Day, Instant>> done; // from when on, and when it was said
    std::optional<Instant> first;
    LateReports late;
    for (const FeatureId feature : track.features()) {
        std::optional<Day> since; // of the run of done statuses that goes on
        std::optional<Day> sinceThen;
        for (const TrackView::Change &change : track.changes(feature)) {
            first = std::min(first.value_or(change.recorded), change.recorded);
            const Status *status = statuses[change.status];
            const bool isDone = status && status->countsAs == StatusClass::Done;
            if (isDone && !since) {
                done.emplace_back(change.day, change.recorded);
                since = change.day;
            } else if (!isDone) {
                since.reset();
            }
            sinceThen = change.day <= asOf ? since : sinceThen;
        }
        if (sinceThen) {
            late.doneSince.emplace_back(feature, *sinceThen);
        }
    }
    // Which day a moment belongs to is slow to find out: only for those that are learnt from.
    std::vector<ReportedEvent> events;
    const Day firstDay = first.value_or(Instant()).day();
    for (const auto &[day, recorded] : done) {
        if (day >= firstDay) {
            events.push_back({day, recorded.day()});
        }
    }
    late.lag = lagOf(events, known, rules);
    return late;
}

std::optional<ExpectedFigure> expectedFigure(const Indicator &indicator, const LayerSnapshot &layer,
                                             const std::vector<Contribution> &counted, const Observation &reported,
                                             const LateReports &late, Day known)
{
    if (!late.lag.isEnough || indicator.kind == Indicator::Kind::Mean || !indicator.higherIsBetter) {
        return std::nullopt;
    }
    std::map<Day, double> increments;
    for (const Contribution &item : counted) {
        const auto since = item.numerator > 0 ? late.since(layer.id(item.row)) : std::nullopt;
        if (since) {
            increments[*since] += item.numerator;
        }
    }
    const Completion completion = expectedComplete(late.lag, {increments.begin(), increments.end()}, known);
    if (!completion.expected) {
        return std::nullopt;
    }
    ExpectedFigure figure;
    figure.events = late.lag.events;
    figure.numerator = reported.numerator + *completion.expected - completion.reported;
    if (reported.denominator > 0) {
        figure.numerator = std::min(figure.numerator, std::max(reported.denominator, reported.numerator));
    }
    figure.added = figure.numerator - reported.numerator;
    figure.value = valueOf(indicator, figure.numerator, reported.denominator);
    return figure;
}

} // namespace cuntu
