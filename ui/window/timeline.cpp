// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/timeline.h"

#include "core/progress/figure_text.h"
#include "ui/window/text.h"

#include <algorithm>

namespace cuntu::ui {
namespace {

constexpr std::size_t k_checkEvery = 4096; ///< features between two looks at whether the job is cancelled

void include(Timeline &timeline, Day day)
{
    timeline.first = std::min(timeline.first.value_or(day), day);
    timeline.last = std::max(timeline.last.value_or(day), day);
}

QString targetText(const ProjectState &state, const Target &target)
{
    const Indicator *indicator = state.registry->findIndicator(target.indicator);
    return Ui::tr("%1 %2, %3: %4")
        .arg(target.label, indicator ? indicator->name.toString() : target.indicator,
             state.snapshot->areas().nameOf(target.area, *target.due),
             figureText(target.value, indicator ? indicator->unit : QString()));
}

void addTargets(const ProjectState &state, Timeline &timeline)
{
    std::map<Day, QStringList> due;
    for (const Target &target : state.targets) {
        if (target.start) {
            include(timeline, *target.start);
        }
        if (target.due) {
            include(timeline, *target.due);
            due[*target.due] << targetText(state, target);
        }
    }
    for (auto &[day, targets] : due) {
        timeline.due.push_back({day, std::move(targets)});
    }
}

} // namespace

Result<Timeline> makeTimeline(const ProjectState &state, const JobContext &job)
{
    Timeline timeline;
    std::map<Day, int> counts;
    const LedgerView &ledger = state.snapshot->ledger();
    std::size_t seen = 0;
    for (const Track &track : ledger.tracks()) {
        const TrackView view = ledger.track(track);
        for (const FeatureId feature : view.features()) {
            if (++seen % k_checkEvery == 0 && job.isCancelled()) {
                return cancelledError();
            }
            for (const TrackView::Change &change : view.changes(feature)) {
                ++counts[change.day];
            }
        }
    }
    timeline.entries.assign(counts.begin(), counts.end());
    if (!counts.empty()) {
        include(timeline, counts.begin()->first);
        include(timeline, counts.rbegin()->first);
    }
    addTargets(state, timeline);
    return timeline;
}

} // namespace cuntu::ui
