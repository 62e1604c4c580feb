// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/row_check.h"
#include "core/project/project.h"
#include "core/store/layer_table.h"
#include "core/store/ledger_table.h"

namespace cuntu {

/// What @p request says about the file.
SourceOptions sourceOptions(const ImportRequest &request);

/// Counts @p findings, keeps in @p report what a person would read of them, and empties them.
void addFindings(ImportReport &report, std::vector<RowFinding> &findings);

/// Reads @p options' file through the checks, in batches, and hands over the good rows. Counts and findings go into @p
/// report; the detected encoding, CRS and notes too. @p sink gets each batch and may change it.
Result<void> readChecked(const SourceOptions &options, const CheckContext &context, ImportReport &report,
                         const std::function<Result<void>(std::vector<FeatureRow> &)> &sink, const JobContext &job);

/// Where the data of a file lie: the CRS of its coordinates and the middle 98 % of its positions in longitude and
/// latitude (outliers, such as swapped coordinates, left out). Empty for a file without positions.
struct SourcePlace {
    Crs crs;
    Box lonLat;
};
Result<std::optional<SourcePlace>> findPlace(const SourceOptions &options, const LayerSchema *schema,
                                             const JobContext &job);

/// The CRS a project takes from its first data: theirs, where that is a CGCS2000 3-degree zone, else the fitting one.
Crs projectCrsFor(const SourcePlace &place);

/// The layer that a plain import makes: one field per column of the file.
LayerSchema plainSchema(const QString &id, const SourceInfo &info);

/// Adds the areas that rows of townships and villages stand for. True where the tree changed.
Result<bool> storeAreas(Database &database, const LayerSchema &schema, const std::vector<FeatureRow> &rows,
                        ActionId action);

/// Gives townships without an outline the union of their villages; those that were derived so before are derived again.
/// True where an outline changed.
Result<bool> deriveOutlines(Database &database, int srid, const JobContext &job);

} // namespace cuntu
