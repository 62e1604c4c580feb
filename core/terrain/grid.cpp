// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terrain/grid.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace cuntu {

namespace {

// The ellipsoid of CGCS2000.
constexpr double k_axis_m = 6378137;
constexpr double k_flattening = 1 / 298.257222101;
constexpr double k_e2 = k_flattening * (2 - k_flattening);
constexpr double k_radian = std::numbers::pi / 180;

} // namespace

std::optional<std::size_t> GridFrame::cellAt(Point position) const
{
    const double x = std::floor((position.x - corner.x) / stepX);
    const double y = std::floor((position.y - corner.y) / stepY);
    if (!(x >= 0 && y >= 0 && x < columns && y < rows)) {
        return std::nullopt;
    }
    return index(static_cast<int>(x), static_cast<int>(y));
}

Box GridFrame::box() const
{
    Box box;
    box.add(corner);
    box.add(Point{corner.x + columns * stepX, corner.y + rows * stepY});
    return box;
}

float Grid::at(Point position) const
{
    const auto cell = frame.cellAt(position);
    return cell ? values[*cell] : std::numeric_limits<float>::quiet_NaN();
}

GridFrame frameOf(const HeightGrid &heights)
{
    return {heights.crs, heights.corner, heights.stepX, heights.stepY, heights.columns, heights.rows};
}

CellSize cellSize(const GridFrame &frame, int row)
{
    CellSize size{std::abs(frame.stepX), std::abs(frame.stepY)};
    if (frame.crs.isGeographic()) {
        const double latitude = frame.centre(0, row).y * k_radian;
        const double squared = 1 - k_e2 * std::sin(latitude) * std::sin(latitude);
        size.x_m *= k_radian * k_axis_m / std::sqrt(squared) * std::cos(latitude);
        size.y_m *= k_radian * k_axis_m * (1 - k_e2) / (squared * std::sqrt(squared));
    }
    return size;
}

double cellArea_m2(const GridFrame &frame, int row)
{
    const CellSize size = cellSize(frame, row);
    return size.x_m * size.y_m;
}

} // namespace cuntu
