// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"

#include <QString>

#include <optional>
#include <vector>

namespace cuntu {

/// A map that a server hands out in square tiles of 256 pixels, numbered by zoom level, column and row from the upper
/// left corner of the world.
struct TileService {
    /// Which world the tiles cut up. Level 0 is one tile.
    enum class Matrix {
        Mercator, ///< EPSG:3857, as web maps; Tianditu's sets named _w
        Degrees   ///< longitude and latitude of CGCS2000, 360 degrees wide; Tianditu's sets named _c
    };
    QString name;
    QString url; ///< with {z}, {x}, {y}, and {key} where the server wants the user's own
    Matrix matrix = Matrix::Mercator;
    int deepest = 18; ///< last zoom level, 1..24

    bool operator==(const TileService &) const = default;
};

/// True for the way in which a project names a tile service among its rasters (MapRaster::file).
CUNTU_MAPS_EXPORT bool isTileAddress(const QString &file);
/// @p service as a project names it. The user's key is no part of it, as projects are handed on.
CUNTU_MAPS_EXPORT QString tileAddress(const TileService &service);
/// The inverse; nothing for what is no such name, or one without {z}, {x} and {y}.
CUNTU_MAPS_EXPORT std::optional<TileService> tileServiceFrom(const QString &address);

/// What is needed to read tiles here.
struct TileAccess {
    QString key;   ///< of the user; empty: none
    QString cache; ///< folder for tiles that were read before
    bool isOnline = false;
};

/// @p service as a source that GDAL reads. Offline only tiles of the cache are read, at once, and the others are
/// transparent; online what is missing is fetched, with a limit of 8 seconds for each.
CUNTU_MAPS_EXPORT QString tileSource(const TileService &service, const TileAccess &access);

/// Services that are offered: Tianditu (Ministry of Natural Resources; needs the user's key) and OpenStreetMap.
CUNTU_MAPS_EXPORT std::vector<TileService> knownTileServices();

} // namespace cuntu
