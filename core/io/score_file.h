// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/crs.h"

#include <span>

namespace cuntu {

/// Shares from 0 to 1 on a grid, row by row; not-a-number: nothing there.
struct ScoreRaster {
    const Crs &crs;
    Point corner;
    double stepX = 0;
    double stepY = 0;
    int columns = 0;
    int rows = 0;
    std::span<const float> shares;
};

/// Writes @p scores as a GeoTIFF of one byte a cell that every GIS and this map show in colours: steps of 0.005 (scale
/// in the file), 255 where there is nothing, with a table of colours that is safe for colour-blind eyes (viridis). @p
/// provenance becomes the file's description. A path below /vsimem/ stays in memory and is fast. DiskFull or
/// Unreadable with GDAL's reason. Any thread.
CUNTU_CORE_EXPORT Result<void> writeScores(const QString &path, const ScoreRaster &scores, const QString &provenance);

/// Takes a file in memory away again.
CUNTU_CORE_EXPORT void forgetScores(const QString &path);

} // namespace cuntu
