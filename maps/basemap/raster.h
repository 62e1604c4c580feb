// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/geo/crs.h"
#include "maps/export.h"

#include <QImage>

namespace cuntu {

/// What of a raster is wanted, and how.
struct RasterQuery {
    QString file;           ///< anything GDAL reads
    bool hillshade = false; ///< shade it as a terrain instead of showing its numbers
    Box box;                ///< what of the world, in `crs`
    QSize size;             ///< pixels of the picture; they are square
    Crs crs;

    double unitsPerPixel() const { return box.width() / size.width(); }
};

/// The picture of @p query: ARGB32 premultiplied, transparent where there are no data. Reads no more than the picture
/// needs (overviews, decimated reading) and turns it from the raster's system into the map's by GDAL's approximating
/// transformer (error below half a pixel). Unreadable with GDAL's reason; UnknownCrs where the raster has none;
/// cancelled. Any thread.
CUNTU_MAPS_EXPORT Result<QImage> readRaster(const RasterQuery &query, const JobContext &job);

} // namespace cuntu
