// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "core/store/database.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cuntu {

/// Gives the features of @p fixes their new geometries, inside the caller's transaction. The result is what undo needs
/// and people may read: per feature its layer, number, what changed, and both geometries (SpatiaLite's form, base 64).
/// NotFound for a feature that is not there, Invalid for a geometry that is empty or of another kind than before.
Result<QJsonArray> replaceGeometries(Database &database, const std::vector<CheckFix> &fixes, int srid);

/// Gives the features of @p payload ("repairs": as of replaceGeometries()) the geometries they had before the repair,
/// or, with @p undoing false, those of after it.
Result<void> reverseRepair(Database &database, const QJsonObject &payload, bool undoing);

/// The layers of which @p payload speaks.
QStringList repairedLayers(const QJsonObject &payload);

} // namespace cuntu
