// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/snapshot/layer_snapshot.h"
#include "core/store/database.h"

namespace cuntu {

/// What is to be loaded of which layer.
struct LayerRequest {
    LayerSchema schema;
    Crs crs;
    qint64 revision = 0; ///< the revision it must have
    QStringList fields;
};

/// How the values of a field of @p type are kept.
Column::Kind columnKind(FieldType type);

/// The layer as its table has it: what @p known, of the revision asked for, has not got yet; everything where that is
/// null. NotFound for a field that the layer has not, Conflict where it has another revision by now, cancelled.
Result<Immutable<LayerSnapshot>> readLayerTable(Database &database, const LayerRequest &request,
                                                const LayerSnapshot *known, const JobContext &job);

/// Those of @p rows that are there, as a layer of their own. Errors as readLayerTable().
Result<Immutable<LayerSnapshot>> readLayerRows(Database &database, const LayerRequest &request,
                                               std::span<const FeatureId> rows, const JobContext &job);

} // namespace cuntu
