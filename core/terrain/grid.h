// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/io/height_grid.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace cuntu {

/// Where the cells of a regular grid lie: rows from the corner on, as in a HeightGrid. A value; any thread.
struct CUNTU_CORE_EXPORT GridFrame {
    Crs crs; ///< degrees, or a plane in metres
    Point corner;
    double stepX = 0; ///< stepY is negative where rows go south
    double stepY = 0;
    int columns = 0;
    int rows = 0;

    std::size_t size() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
    std::size_t index(int column, int row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
    }
    int columnOf(std::size_t cell) const { return static_cast<int>(cell % static_cast<std::size_t>(columns)); }
    int rowOf(std::size_t cell) const { return static_cast<int>(cell / static_cast<std::size_t>(columns)); }
    Point centre(int column, int row) const
    {
        return {corner.x + (column + 0.5) * stepX, corner.y + (row + 0.5) * stepY};
    }
    Point centre(std::size_t cell) const { return centre(columnOf(cell), rowOf(cell)); }
    /// The cell that @p position, which is in `crs`, lies in; empty outside.
    std::optional<std::size_t> cellAt(Point position) const;
    Box box() const;
    bool operator==(const GridFrame &) const = default;
};

/// Numbers on a grid, row by row; not-a-number: unknown. A value; any thread.
struct CUNTU_CORE_EXPORT Grid {
    GridFrame frame;
    std::vector<float> values;

    /// The value of the cell at @p position, which is in the frame's CRS; not-a-number outside.
    float at(Point position) const;
};

/// Where the cells of @p heights lie.
CUNTU_CORE_EXPORT GridFrame frameOf(const HeightGrid &heights);

/// How large a cell is on the ground, in metres; both positive.
struct CellSize {
    double x_m = 0;
    double y_m = 0;
};

/// The size of the cells of @p row: of a plane its steps, of degrees what they are on the ellipsoid of CGCS2000 at the
/// row's latitude (radii of curvature in the meridian and the prime vertical; Snyder 1987, USGS Professional Paper
/// 1395, eq. 4-18 and 4-20).
CUNTU_CORE_EXPORT CellSize cellSize(const GridFrame &frame, int row);

/// Area of each cell of @p row in square metres; of degrees on the ellipsoid, of a plane as it is there.
CUNTU_CORE_EXPORT double cellArea_m2(const GridFrame &frame, int row);

} // namespace cuntu
