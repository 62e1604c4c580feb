// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terrain/burn.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

/// A position in cells: columns and rows from the corner.
Point inCells(Point position, const GridFrame &frame)
{
    return {(position.x - frame.corner.x) / frame.stepX, (position.y - frame.corner.y) / frame.stepY};
}

/// The part of a-b inside the frame, grown by a cell (Liang and Barsky 1984); false where there is none.
bool clip(Point &a, Point &b, const GridFrame &frame)
{
    double from = 0;
    double to = 1;
    const auto cut = [&](double direction, double room) {
        if (direction == 0) {
            return room >= 0;
        }
        const double at = room / direction;
        (direction < 0 ? from : to) = direction < 0 ? std::max(from, at) : std::min(to, at);
        return from <= to;
    };
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    if (!cut(-dx, a.x + 1) || !cut(dx, frame.columns + 1 - a.x) || !cut(-dy, a.y + 1) ||
        !cut(dy, frame.rows + 1 - a.y)) {
        return false;
    }
    const Point start = a;
    a = {start.x + from * dx, start.y + from * dy};
    b = {start.x + to * dx, start.y + to * dy};
    return true;
}

void mark(double x, double y, const GridFrame &frame, CellMask &mask)
{
    if (x >= 0 && y >= 0 && x < frame.columns && y < frame.rows) {
        mask[frame.index(static_cast<int>(x), static_cast<int>(y))] = 1;
    }
}

/// All cells that a-b passes through, one border after the other (Amanatides and Woo 1987, 'A fast voxel traversal
/// algorithm for ray tracing').
void burnSegment(Point a, Point b, const GridFrame &frame, CellMask &mask)
{
    a = inCells(a, frame);
    b = inCells(b, frame);
    if (!std::isfinite(a.x + a.y + b.x + b.y) || !clip(a, b, frame)) {
        return;
    }
    double x = std::floor(a.x);
    double y = std::floor(a.y);
    const double endX = std::floor(b.x);
    const double endY = std::floor(b.y);
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double stepX = dx > 0 ? 1 : -1;
    const double stepY = dy > 0 ? 1 : -1;
    constexpr double k_never = std::numeric_limits<double>::infinity();
    double nextX = dx != 0 ? (x + (dx > 0 ? 1 : 0) - a.x) / dx : k_never;
    double nextY = dy != 0 ? (y + (dy > 0 ? 1 : 0) - a.y) / dy : k_never;
    auto steps = static_cast<long>(std::abs(endX - x) + std::abs(endY - y));
    mark(x, y, frame, mask);
    for (; steps > 0; --steps) {
        if (nextX < nextY) {
            x += stepX;
            nextX += 1 / std::abs(dx);
        } else {
            y += stepY;
            nextY += 1 / std::abs(dy);
        }
        mark(x, y, frame, mask);
    }
}

/// Where the rings of a polygon cross the middle of @p row, in columns, ascending.
std::vector<double> crossings(const std::vector<std::pair<Point, Point>> &edges, double row)
{
    std::vector<double> found;
    for (const auto &[a, b] : edges) {
        if ((a.y <= row) != (b.y <= row)) {
            found.push_back(a.x + (row - a.y) / (b.y - a.y) * (b.x - a.x));
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

void burnInside(const Geometry &geometry, const GridFrame &frame, CellMask &mask)
{
    std::vector<std::pair<Point, Point>> edges;
    double first = frame.rows;
    double last = -1;
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        const auto ring = geometry.part(part);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const Point a = inCells(ring[i], frame);
            const Point b = inCells(ring[i + 1], frame);
            if (std::isfinite(a.x + a.y + b.x + b.y)) {
                edges.emplace_back(a, b);
                first = std::min({first, a.y, b.y});
                last = std::max({last, a.y, b.y});
            }
        }
    }
    const auto clampTo = [](double value, int size) { return static_cast<int>(std::clamp(value, 0.0, double(size))); };
    const int end = clampTo(std::ceil(last) + 1, frame.rows);
    for (int row = clampTo(std::floor(first), frame.rows); row < end; ++row) {
        const std::vector<double> at = crossings(edges, row + 0.5);
        for (std::size_t i = 0; i + 1 < at.size(); i += 2) {
            const int stop = clampTo(std::ceil(at[i + 1] - 0.5), frame.columns);
            for (int column = clampTo(std::ceil(at[i] - 0.5), frame.columns); column < stop; ++column) {
                mask[frame.index(column, row)] = 1;
            }
        }
    }
}

} // namespace

void burn(const Geometry &geometry, const GridFrame &frame, CellMask &mask, bool touched)
{
    if (geometry.type == GeometryType::Point) {
        for (const Point position : geometry.points) {
            const Point at = inCells(position, frame);
            mark(at.x, at.y, frame, mask);
        }
        return;
    }
    if (geometry.type == GeometryType::Polygon) {
        burnInside(geometry, frame, mask);
    }
    if (geometry.type == GeometryType::Line || touched) {
        for (std::size_t part = 0; part < geometry.partCount(); ++part) {
            const auto line = geometry.part(part);
            for (std::size_t i = 0; i + 1 < line.size(); ++i) {
                burnSegment(line[i], line[i + 1], frame, mask);
            }
        }
    }
}

std::vector<std::size_t> markedCells(std::span<const std::uint8_t> mask)
{
    std::vector<std::size_t> cells;
    for (std::size_t cell = 0; cell < mask.size(); ++cell) {
        if (mask[cell] != 0) {
            cells.push_back(cell);
        }
    }
    return cells;
}

} // namespace cuntu
