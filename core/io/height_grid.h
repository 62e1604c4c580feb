// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/geo/crs.h"

#include <limits>
#include <vector>

namespace cuntu {

/// Heights on a regular grid: a part of a terrain model in memory. Positions are in its CRS. A value; any thread.
struct CUNTU_CORE_EXPORT HeightGrid {
    Crs crs;
    Point corner;     ///< outer corner of the first cell
    double stepX = 0; ///< size of a cell in the units of the CRS; stepY is negative where rows go south
    double stepY = 0;
    int columns = 0;
    int rows = 0;
    std::vector<float> heights_m; ///< row by row; not-a-number: unknown

    /// Height at @p position, bilinear between the centres of cells; not-a-number outside the centres, and beside cells
    /// without a height.
    double heightAt(Point position) const
    {
        const double x = (position.x - corner.x) / stepX - 0.5;
        const double y = (position.y - corner.y) / stepY - 0.5;
        if (!(x >= 0 && y >= 0 && x <= columns - 1 && y <= rows - 1)) {
            return std::numeric_limits<double>::quiet_NaN();
        }
        const int column = x < columns - 1 ? static_cast<int>(x) : columns - 2;
        const int row = y < rows - 1 ? static_cast<int>(y) : rows - 2;
        const double fx = x - column;
        const double fy = y - row;
        const float *at = heights_m.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + column;
        return (at[0] * (1 - fx) + at[1] * fx) * (1 - fy) + (at[columns] * (1 - fx) + at[columns + 1] * fx) * fy;
    }
};

/// Reads the part of the terrain model @p path (GeoTIFF, HGT, IMG, ASCII grid; its first band) that covers @p window,
/// which is in @p windowCrs, with a cell around. Unreadable: no raster, or turned; UnknownCrs: it has no CRS; NotFound:
/// it does not reach the window; OutOfRange: more than 400 million cells. Any thread.
CUNTU_CORE_EXPORT Result<HeightGrid> readHeights(const QString &path, const Box &window, const Crs &windowCrs);

/// As readHeights(), warped into the plane @p plane with square cells of @p cell_m metres, bilinear between heights
/// (GDAL's warper, positions within an eighth of a cell). An empty @p window: all of the model. NotFound, Unreadable,
/// UnknownCrs and OutOfRange likewise; cancelled. Any thread.
CUNTU_CORE_EXPORT Result<HeightGrid> warpHeights(const QString &path, const Box &window, const Crs &windowCrs,
                                                 const Crs &plane, double cell_m, const JobContext &job);

} // namespace cuntu
