// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/project/import_steps.h"

namespace cuntu {

/// What a table of dated status changes looks like: feature key, status, date, who, note.
LayerSchema progressSchema(const LayerSchema &layer);

/// What entries of a table of status changes have in common.
struct ProgressSource {
    ActionId action;
    QString source; ///< the file
    QString who;    ///< where a row names nobody
};
/// Appends entries for @p rows (of progressSchema) about features of @p layer. A key that is not there, an unknown
/// status, or one that several of @p tracks have, becomes a rejected finding of @p report; an entry that is known
/// already is passed over.
Result<void> addProgress(Database &database, const LayerSchema &layer, const std::vector<TrackCycle> &tracks,
                         const ProgressSource &from, const std::vector<FeatureRow> &rows, ImportReport &report);

/// What a table of targets looks like: the host's own columns, and one for each parameter of any indicator.
LayerSchema targetSchema(const Registry &registry);
/// Adds targets from @p rows (of targetSchema). One with an unknown indicator or a parameter that does not fit becomes
/// a rejected finding; one whose deadline has no year is taken with a warning: no forecast is made from it.
Result<void> addTargetRows(Database &database, const Registry &registry, const LayerSchema &schema, ActionId action,
                           const std::vector<FeatureRow> &rows, ImportReport &report);

/// What a table of changes of areas looks like: date, kind, old code, new code, note.
LayerSchema areaEventSchema();
/// Records the changes in @p rows (of areaEventSchema). A code that is none, or a change of nothing into itself,
/// becomes a rejected finding; what is recorded already is passed over; an area that no list names is taken with a
/// warning.
Result<void> addAreaEvents(Database &database, ActionId action, const std::vector<FeatureRow> &rows,
                           ImportReport &report);

} // namespace cuntu
