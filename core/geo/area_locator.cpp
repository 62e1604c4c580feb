// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/area_locator.h"

#include "core/base/blocks.h"
#include "core/geo/clean.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

constexpr std::size_t k_positionsInBlock = 8192;

/// Cells on each side: enough that most cells of a county's or a prefecture's villages have no border in them.
constexpr std::uint32_t k_side = 512;
/// What rounding may move a border, in cells.
constexpr double k_slack = 1e-6;

/// Cells from k_mixed on name their first entry.
constexpr std::uint32_t k_mixed = std::uint32_t{1} << 31;

bool isFinite(Point point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

/// Calls @p visit(a, b) for each side of the rings [first, last) of @p area that is finite.
template <class Visit> void forSides(const Geometry &area, std::size_t first, std::size_t last, const Visit &visit)
{
    for (std::size_t part = first; part < last; ++part) {
        const std::span<const Point> ring = area.part(part);
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            if (isFinite(ring[i]) && isFinite(ring[i + 1])) {
                visit(ring[i], ring[i + 1]);
            }
        }
    }
}

std::uint32_t clamped(double cell, std::uint32_t count)
{
    return static_cast<std::uint32_t>(std::clamp(std::floor(cell), 0.0, static_cast<double>(count - 1)));
}

} // namespace

AreaLocator::AreaLocator(std::vector<Geometry> areas) : m_areas(std::move(areas))
{
    layGrid();
    m_cells.assign(static_cast<std::size_t>(m_columns) * m_rows, k_none);
    for (std::uint32_t area = 0; area < m_areas.size(); ++area) {
        if (m_areas[area].type == GeometryType::Polygon) {
            addArea(area);
        }
    }
    m_last = {};
}

void AreaLocator::layGrid()
{
    Box box;
    for (const Geometry &area : m_areas) {
        if (area.type == GeometryType::Polygon) {
            forSides(area, 0, area.partCount(), [&](Point a, Point b) {
                box.add(a);
                box.add(b);
            });
        }
    }
    if (box.isEmpty()) {
        return;
    }
    m_columns = k_side;
    m_rows = k_side;
    m_origin = {box.minX, box.minY};
    m_width = std::max((box.maxX - box.minX) / k_side, 1e-300);
    m_height = std::max((box.maxY - box.minY) / k_side, 1e-300);
}

void AreaLocator::addArea(std::uint32_t area)
{
    const Geometry &geometry = m_areas[area];
    std::vector<std::uint32_t> border;
    forSides(geometry, 0, geometry.partCount(), [&](Point a, Point b) { addBorder(a, b, border); });
    std::sort(border.begin(), border.end());
    border.erase(std::unique(border.begin(), border.end()), border.end());
    for (const std::uint32_t cell : border) {
        enter(cell, area, false);
    }
    addInside(area, border);
}

/// Areas come in their order: what the first of them covers has no room for others.
void AreaLocator::enter(std::uint32_t cell, std::uint32_t area, bool covers)
{
    std::uint32_t &now = m_cells[cell];
    if (now == k_none && covers) {
        now = area;
        return;
    }
    if (now != k_none && now < k_mixed) {
        return;
    }
    const auto entry = static_cast<std::uint32_t>(m_entries.size());
    m_entries.push_back({area, covers, k_none});
    m_last.push_back(entry);
    if (now == k_none) {
        now = k_mixed + entry;
    } else {
        std::uint32_t &last = m_last[now - k_mixed];
        m_entries[last].next = entry;
        last = entry;
    }
}

/// The cells that the side from @p a to @p b passes through, row by row of the grid.
void AreaLocator::addBorder(Point a, Point b, std::vector<std::uint32_t> &cells) const
{
    if (a.y > b.y) {
        std::swap(a, b);
    }
    const double y0 = row(a.y);
    const double y1 = row(b.y);
    const double x0 = column(a.x);
    const double x1 = column(b.x);
    const auto xAt = [&](double y) {
        return y1 > y0 ? x0 + (x1 - x0) * std::clamp((y - y0) / (y1 - y0), 0.0, 1.0) : x0;
    };
    const std::uint32_t last = clamped(y1 + k_slack, m_rows);
    for (std::uint32_t line = clamped(y0 - k_slack, m_rows); line <= last; ++line) {
        const double from = y1 > y0 ? xAt(line - k_slack) : std::min(x0, x1);
        const double to = y1 > y0 ? xAt(line + 1 + k_slack) : std::max(x0, x1);
        const std::uint32_t end = clamped(std::max(from, to) + k_slack, m_columns);
        for (std::uint32_t cell = clamped(std::min(from, to) - k_slack, m_columns); cell <= end; ++cell) {
            cells.push_back(line * m_columns + cell);
        }
    }
}

/// The cells inside the area without its border. Along the middle of a row of the grid nothing changes between one
/// crossing of a border and the next, so that one position says it for all cells there.
void AreaLocator::addInside(std::uint32_t area, const std::vector<std::uint32_t> &border)
{
    if (border.empty()) {
        return;
    }
    const std::uint32_t firstRow = border.front() / m_columns;
    const std::uint32_t lastRow = border.back() / m_columns;
    std::vector<std::vector<double>> crossings(lastRow - firstRow + 1);
    forSides(m_areas[area], 0, m_areas[area].partCount(), [&](Point a, Point b) {
        const double y0 = row(std::min(a.y, b.y));
        const double y1 = row(std::max(a.y, b.y));
        for (std::uint32_t line = clamped(std::ceil(y0 - 0.5), m_rows); line <= lastRow && line + 0.5 < y1; ++line) {
            if (line + 0.5 >= y0 && line >= firstRow) {
                const double share = (line + 0.5 - row(a.y)) / (row(b.y) - row(a.y));
                crossings[line - firstRow].push_back(column(a.x) + share * (column(b.x) - column(a.x)));
            }
        }
    });
    auto next = border.begin(); // cells come in ascending order, as the border's do
    for (std::uint32_t line = firstRow; line <= lastRow; ++line) {
        std::vector<double> &xs = crossings[line - firstRow];
        std::sort(xs.begin(), xs.end());
        for (std::size_t i = 0; i + 1 < xs.size(); ++i) {
            const double begin = std::max(std::ceil(xs[i] - 0.5), 0.0);
            const double end = std::min(xs[i + 1] - 0.5, static_cast<double>(m_columns - 1));
            const Point middle{m_origin.x + (begin + 0.5) * m_width, m_origin.y + (line + 0.5) * m_height};
            if (begin > end || !containsPoint(m_areas[area], middle)) {
                continue;
            }
            for (double cell = begin; cell <= end; ++cell) {
                const std::uint32_t number = line * m_columns + static_cast<std::uint32_t>(cell);
                while (next != border.end() && *next < number) {
                    ++next;
                }
                if (next == border.end() || *next != number) {
                    enter(number, area, true);
                }
            }
        }
    }
}

std::uint32_t AreaLocator::locate(Point position) const
{
    const double x = column(position.x);
    const double y = row(position.y);
    // A little beyond the grid as well: what lies on its very edge may be rounded outwards.
    if (!(x >= -k_slack && y >= -k_slack && x <= m_columns + k_slack && y <= m_rows + k_slack)) {
        return k_none;
    }
    const std::uint32_t cell = m_cells[clamped(y, m_rows) * m_columns + clamped(x, m_columns)];
    if (cell < k_mixed || cell == k_none) {
        return cell;
    }
    for (std::uint32_t i = cell - k_mixed; i != k_none; i = m_entries[i].next) {
        if (m_entries[i].covers || containsPoint(m_areas[m_entries[i].area], position)) {
            return m_entries[i].area;
        }
    }
    return k_none;
}

Result<std::vector<std::uint32_t>> AreaLocator::locate(std::span<const Point> positions, const JobContext &job) const
{
    std::vector<std::uint32_t> found(positions.size(), k_none);
    inBlocks(positions.size(), k_positionsInBlock, job, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            found[i] = locate(positions[i]);
        }
    });
    if (job.isCancelled()) {
        return cancelledError();
    }
    return found;
}

} // namespace cuntu
