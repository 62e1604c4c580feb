// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/project/feature_edit.h"
#include "core/store/database.h"

#include <QJsonObject>

#include <functional>

namespace cuntu {

/// What edits are applied to.
struct EditGround {
    Database &database;
    int srid = 0; ///< of the project's CRS; 0: it has none
    ActionId action;
    QString who;
    /// The table's schema, with what the registry declares of its fields. NotFound.
    std::function<Result<LayerSchema>(const QString &layer)> schemaOf;
    std::function<std::vector<TrackCycle>(const LayerSchema &)> tracksOf;
};

/// Applies @p edits inside the caller's transaction and records them with the action; gives the features, in the order
/// of the edits. NotFound for layers, features or fields that are not there; Conflict for a key that is taken and for
/// the removal of a feature of which the ledger speaks; Invalid for geometries and values that do not fit, for two
/// edits of one feature, and where nothing at all changes. Private to core/project.
Result<std::vector<FeatureId>> applyEdits(const EditGround &ground, const std::vector<FeatureEdit> &edits);

/// The layers of @p edits and what changes by them, as a payload of their action.
QJsonObject editPayload(const std::vector<FeatureEdit> &edits);

/// The layers that the payload of an edit or a repair speaks of.
QStringList editedLayers(const QJsonObject &payload);

} // namespace cuntu
