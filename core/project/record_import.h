// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/project/import_steps.h"

namespace cuntu {

/// What a table of dated status changes looks like: feature key, status, date, who, note.
LayerSchema progressSchema(const LayerSchema &layer);
/// Appends entries for @p rows (of progressSchema) about features of @p layer. A key that is not there, or an unknown
/// status, becomes a rejected finding of @p report; an entry that is known already is passed over.
Result<void> addProgress(Database &database, const LayerSchema &layer, const LifeCycle &cycle, ActionId action,
                         const QString &source, const QString &who, const std::vector<FeatureRow> &rows,
                         ImportReport &report);

/// What a table of targets looks like: the host's own columns, and one for each parameter of any indicator.
LayerSchema targetSchema(const Registry &registry);
/// Adds targets from @p rows (of targetSchema). One with an unknown indicator or a parameter that does not fit becomes
/// a rejected finding; one whose deadline has no year is taken with a warning: no forecast is made from it.
Result<void> addTargets(Database &database, const Registry &registry, const LayerSchema &schema, ActionId action,
                        const std::vector<FeatureRow> &rows, ImportReport &report);

} // namespace cuntu
