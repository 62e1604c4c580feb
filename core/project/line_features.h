// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/feature_edit.h"
#include "core/project/project.h"

namespace cuntu {

/// Schema of layer @p layer as it is in the project, or else as it is declared: it gets a table with its first feature.
/// NotFound names the layers that are there.
CUNTU_CORE_EXPORT Result<LayerSchema> schemaForEditing(const Project &project, const QString &layer);

/// True for a field whose unit says that it is a sum over the whole feature: kilometres, money, ground, people,
/// pieces. Parts of a feature share it, and it is added up where two become one.
CUNTU_CORE_EXPORT bool isTotal(const Field &field);

/// Splits line @p feature at the place on it nearest to @p at (project's CRS), as one action; gives both. The first
/// part stays the feature with its key; the second is a new one whose key is the first's with -2 (or the next free
/// number). Both have the same fields, but that totals are shared by drawn length on the ellipsoid.
/// All that the ledger says holds of both, since when it was recorded; measured amounts are shared: figures stay what
/// they were on every day. Invalid where the place is an end, or the feature is no line.
CUNTU_CORE_EXPORT Result<EditReport> splitFeature(Project &project, const QString &layer, FeatureId feature, Point at,
                                                  const QString &who);

/// Makes one line of @p kept and @p other, which meet at their ends within @p tolerance (units of the CRS), as one
/// action. Key and fields of the first stay, fields it does not have are taken from the second, totals are added up;
/// the second goes, and what the ledger says of it is taken back. Conflict where the ledger does not say the same of
/// both on every day, unless @p evenIfDifferent: then what is said of the first holds of the whole.
CUNTU_CORE_EXPORT Result<EditReport> mergeFeatures(Project &project, const QString &layer, FeatureId kept,
                                                   FeatureId other, double tolerance, bool evenIfDifferent,
                                                   const QString &who);

/// Turns line @p feature round, as one action.
CUNTU_CORE_EXPORT Result<EditReport> reverseFeature(Project &project, const QString &layer, FeatureId feature,
                                                    const QString &who);

} // namespace cuntu
