// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/feature_edit.h"
#include "core/schema/layer_schema.h"
#include "core/store/database.h"

namespace cuntu {

/// What is wrong with @p geometry as that of a feature of @p layer: empty, not finite, of another kind than the
/// layer's, invalid (OGC Simple Features, as GEOS judges it).
Result<void> checkEditedGeometry(const LayerSchema &layer, const Geometry &geometry);

/// What is wrong with @p fields as values of a feature of @p layer: unknown fields, other types, numbers out of range,
/// unknown choices. With @p isNew also required ones that are missing.
Result<void> checkEditedFields(const LayerSchema &layer, const std::map<QString, Value> &fields, bool isNew);

/// Conflict where another feature of @p layer than @p feature (none: any) has the key that @p fields give.
Result<void> checkKeyIsFree(const Database &database, const LayerSchema &layer, const std::map<QString, Value> &fields,
                            FeatureId feature);

} // namespace cuntu
