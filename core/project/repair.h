// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/store/database.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cuntu {

/// Gives the features of @p fixes their new geometries, inside the caller's transaction, and records with @p action
/// what they were before. NotFound for a feature that is not there, Invalid for a geometry that is empty or of another
/// kind than before.
Result<void> replaceGeometries(Database &database, const std::vector<CheckFix> &fixes, int srid, ActionId action);

/// What people may read of @p fixes in the list of actions: per feature its layer, number and what changes.
QJsonArray repairsJson(const std::vector<CheckFix> &fixes);

/// The layers of which a payload with repairsJson() as "repairs" speaks.
QStringList repairedLayers(const QJsonObject &payload);

} // namespace cuntu
