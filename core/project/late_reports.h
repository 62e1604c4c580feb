// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger_view.h"
#include "core/progress/milestone.h"
#include "core/progress/reporting_lag.h"
#include "core/schema/life_cycle.h"

namespace cuntu {

/// How late it is reported that features of a track became done, and since when those that are done are.
struct CUNTU_CORE_EXPORT LateReports {
    ReportingLag lag;
    std::vector<std::pair<FeatureId, Day>> doneSince; ///< of those that are done on the day asked about, ascending

    /// The day since which @p feature is done; empty: it is not, or the ledger does not say so.
    std::optional<Day> since(FeatureId feature) const;
};

/// Learns from @p track, whose statuses are those of @p cycle, as known on @p known. What happened before the first
/// entry of the track was recorded is left out: it was entered to begin with, not late. O(entries).
CUNTU_CORE_EXPORT LateReports lateReports(const TrackView &track, const LifeCycle &cycle, Day asOf, Day known,
                                          const LagRules &rules = {});

/// What @p reported, the sum of @p counted (features of @p layer), will be when late reports of what was done up to its
/// day are in: each day's part divided by the share that has been reported by @p known (expectedComplete()), kept
/// within the denominator where there is one. Empty: too few past reports; or the figure is a mean or shall fall, to
/// which what is done does not simply add.
CUNTU_CORE_EXPORT std::optional<ExpectedFigure> expectedFigure(const Indicator &indicator, const LayerSnapshot &layer,
                                                               const std::vector<Contribution> &counted,
                                                               const Observation &reported, const LateReports &late,
                                                               Day known);

} // namespace cuntu
