// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "maps/render/render_request.h"

#include <QImage>

namespace cuntu {

/// The part of raster @p raster that is seen in @p extent, in the extent's size and in @p crs: ARGB32 premultiplied, transparent
/// where there are no data. Reads no more than the picture needs (overviews, decimated reading) and turns it from the raster's
/// system into the map's along a coarse grid (error below half a pixel for systems of county size). A terrain is shaded when
/// asked for. Unreadable with GDAL's reason; UnknownCrs where the raster has none; cancelled. Any thread.
CUNTU_MAPS_EXPORT Result<QImage> readRaster(const RenderRaster &raster, const MapExtent &extent, const Crs &crs,
                                            const JobContext &job);

} // namespace cuntu
