// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/crs.h"
#include "maps/qgis/qml.h"

namespace cuntu {

/// One layer of a map for QGIS.
struct QgisLayer {
    QgisLook look;
    QString source; ///< file, relative to the project's
    QString table;  ///< its table in it
    bool visible = true;
    bool withPositions = true; ///< false: a table only
    Box extent;                ///< in the map's system; may be empty
};

/// A map for QGIS.
struct QgisMap {
    QString title;
    Crs crs;
    Box extent;                    ///< what is in view
    std::vector<QgisLayer> layers; ///< bottom first
};

/// @p map as a project file of QGIS 3.22 and later: layers in their order, which of them are shown, their looks,
/// relative paths, the system of the map. Any thread.
CUNTU_MAPS_EXPORT QByteArray toQgisProject(const QgisMap &map);

/// Writes toQgisProject() to @p file, whole or not at all. Unreadable where it cannot be written.
CUNTU_MAPS_EXPORT Result<void> writeQgisProject(const QgisMap &map, const QString &file);

} // namespace cuntu
