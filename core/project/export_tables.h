// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/export_source.h"

namespace cuntu {

/// The figures of @p programme (empty: of all) on the order's day: for tables a row for each indicator and area, for
/// maps a feature for each area with three columns for each indicator. NotFound for an unknown programme.
Result<SelectedFeatures> figureTable(const ProjectSnapshot &snapshot, const Registry &registry,
                                     const QString &programme, const ExportOrder &order, const JobContext &job);

/// The layers of overlay @p id (or "ID/LAYER") on the order's day: their features that it draws, with the columns
/// class, class_name and reason added. NotFound for an unknown overlay or layer.
Result<std::vector<SelectedFeatures>> overlayTables(const Project &project, const ProjectSnapshot &snapshot,
                                                    const QString &id, const ExportOrder &order, const JobContext &job);

} // namespace cuntu
