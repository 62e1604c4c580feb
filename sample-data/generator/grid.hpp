// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geometry.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace cuntu::sample {

/// A raster of values, row 0 in the north. A cell is known by its index, row * width + column.
template <class T> class Grid {
public:
    Grid() = default;
    Grid(int width, int height, T value)
        : m_width(width),
          m_height(height),
          m_cells(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), value) {}

    int width() const { return m_width; }
    int height() const { return m_height; }
    int size() const { return m_width * m_height; }
    bool contains(int column, int row) const { return column >= 0 && row >= 0 && column < m_width && row < m_height; }
    T &operator[](int cell) { return m_cells[static_cast<std::size_t>(cell)]; }
    const T &operator[](int cell) const { return m_cells[static_cast<std::size_t>(cell)]; }
    const std::vector<T> &cells() const { return m_cells; }

private:
    int m_width = 0;
    int m_height = 0;
    std::vector<T> m_cells;
};

/// Where a raster lies on the ellipsoid and how its cells neighbour each other.
struct Frame {
    static constexpr double step_deg = 1.0 / 1200.0; ///< side of a cell, 3 seconds of arc
    static constexpr double cell_m = 87.0;           ///< mean side of a cell at 27.6 degrees north

    int width = 0;
    int height = 0;
    double west = 0;  ///< longitude of the western edge, degrees
    double north = 0; ///< latitude of the northern edge, degrees

    int cell(int column, int row) const { return row * width + column; }
    int column(int cell) const { return cell % width; }
    int row(int cell) const { return cell / width; }
    /// Position of the point (x, y), counted in cells from the north-western corner.
    LonLat position(double x, double y) const { return {west + x * step_deg, north - y * step_deg}; }
    Point point(LonLat p) const { return {(p.lon - west) / step_deg, (north - p.lat) / step_deg}; }
    int cellAt(LonLat p) const {
        const Point q = point(p);
        return cell(static_cast<int>(q.x), static_cast<int>(q.y));
    }
    /// Calls @p visit(neighbour, distance in cells) for the first @p count of the eight neighbours;
    /// the first four share a side.
    template <class Visit> void neighbours(int cell, int count, Visit visit) const {
        static constexpr std::array<int, 8> dx{1, 0, -1, 0, 1, -1, -1, 1};
        static constexpr std::array<int, 8> dy{0, 1, 0, -1, 1, 1, -1, -1};
        for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
            const int c = column(cell) + dx[i];
            const int r = row(cell) + dy[i];
            if (c >= 0 && r >= 0 && c < width && r < height)
                visit(r * width + c, i < 4 ? 1.0 : 1.41421356237309505);
        }
    }
};

} // namespace cuntu::sample
