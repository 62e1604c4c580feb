// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "maps/export.h"

#include <QString>

#include <vector>

namespace cuntu {

/// Setting of a project under which its rasters are kept.
inline constexpr char16_t k_rastersSetting[] = u"map.rasters";

/// A raster below the layers of a project's map: a scanned sheet, an aerial picture, map tiles, a terrain.
struct MapRaster {
    QString file;           ///< absolute path, or the address of a tile service (tile_service.h)
    bool isTerrain = false; ///< drawn as shaded relief
    double opacity = 1;     ///< 0 to 1
    bool isShown = true;

    bool operator==(const MapRaster &) const = default;
};

/// @p rasters as the project keeps them, the lowest first. Files beside or below @p projectFile are named from there,
/// so that both can be moved together.
CUNTU_MAPS_EXPORT QString rastersToSetting(const std::vector<MapRaster> &rasters, const QString &projectFile);
/// The inverse; what is no raster is left out.
CUNTU_MAPS_EXPORT std::vector<MapRaster> rastersFromSetting(const QString &setting, const QString &projectFile);

/// What @p file is as a raster of a map: a terrain where it has one band of real numbers. Reads nothing but its head.
/// Unreadable with GDAL's reason; UnknownCrs where it says no system. Any thread.
CUNTU_MAPS_EXPORT Result<MapRaster> lookAtRaster(const QString &file);

/// True where a file is one of pictures or terrain by its name: tif, img, jp2, mbtiles, hgt, asc, vrt ...
CUNTU_MAPS_EXPORT bool isRasterName(const QString &file);

} // namespace cuntu
