// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/nearest_line.h"

#include "core/base/blocks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cuntu {

namespace {

constexpr double k_mostCells = 1 << 24;
constexpr double k_outlyingShare = 0.002; ///< of the ends at each side; what lies there does not stretch the grid
constexpr std::size_t k_positionsInBlock = 4096;
constexpr double k_slack = 1e-9; ///< of a cell: rounding of the cell that a position is in

bool isFinite(Point point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

double squaredDistance(Point from, Point a, Point b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double px = from.x - a.x;
    const double py = from.y - a.y;
    const double along = px * dx + py * dy;
    const double squared = dx * dx + dy * dy;
    // At an end the distance is that of the end itself: lines that share an end are exactly equally near there.
    if (!(along > 0)) {
        return px * px + py * py;
    }
    if (along >= squared) {
        return (from.x - b.x) * (from.x - b.x) + (from.y - b.y) * (from.y - b.y);
    }
    const double cross = dx * py - dy * px;
    return cross * cross / squared;
}

/// The range in which all but the outlying of @p values lie; rearranges them.
std::pair<double, double> usualRange(std::vector<double> &values)
{
    const auto outlying = static_cast<std::ptrdiff_t>(k_outlyingShare * static_cast<double>(values.size()));
    const auto low = values.begin() + outlying;
    const auto high = values.end() - 1 - outlying;
    std::nth_element(values.begin(), low, values.end());
    const double least = *low;
    std::nth_element(low, high, values.end()); // which moves what was at low
    return {least, *high};
}

} // namespace

NearestLineIndex::NearestLineIndex(const LineSet &lines, const std::vector<bool> &used)
{
    addSegments(lines, used);
    layGrid();
    fillCells();
    measureEmptiness();
}

void NearestLineIndex::addSegments(const LineSet &lines, const std::vector<bool> &used)
{
    for (std::uint32_t line = 0; line < lines.size(); ++line) {
        for (std::uint32_t k = lines.start[line]; (used.empty() || used[line]) && k + 1 < lines.start[line + 1]; ++k) {
            if (isFinite(lines.points[k]) && isFinite(lines.points[k + 1])) {
                m_segments.push_back({lines.points[k], lines.points[k + 1], line});
            }
        }
    }
}

void NearestLineIndex::layGrid()
{
    if (m_segments.empty()) {
        return;
    }
    std::vector<double> x;
    std::vector<double> y;
    x.reserve(m_segments.size());
    y.reserve(m_segments.size());
    for (const Segment &segment : m_segments) {
        x.push_back(segment.a.x);
        y.push_back(segment.a.y);
    }
    const auto [left, right] = usualRange(x);
    const auto [bottom, top] = usualRange(y);
    const double width = right - left;
    const double height = top - bottom;
    const double cells = std::min(k_mostCells, static_cast<double>(m_segments.size()));
    // Of a long and narrow region the cells are as wide as a square region's of that length would be, or wider.
    m_cellSize = std::max(std::sqrt(width * height / cells), std::max(width, height) / cells);
    m_cellSize = m_cellSize > 0 && std::isfinite(m_cellSize) ? m_cellSize : 1;
    m_origin = {left, bottom};
    m_columns = static_cast<std::int32_t>(std::min(width / m_cellSize, k_mostCells)) + 1;
    m_rows = static_cast<std::int32_t>(std::min(height / m_cellSize, k_mostCells)) + 1;
}

NearestLineIndex::Cell NearestLineIndex::cellAt(Point point) const
{
    const auto place = [&](double distance, std::int32_t count) {
        return static_cast<std::int32_t>(std::clamp(std::floor(distance / m_cellSize), 0.0, count - 1.0));
    };
    return {place(point.x - m_origin.x, m_columns), place(point.y - m_origin.y, m_rows)};
}

/// The cells through which @p segment passes, row by row, and a few beside it where rounding may matter.
template <class Visit> void NearestLineIndex::cellsOf(const Segment &segment, Visit &&visit) const
{
    const Point low = segment.a.y <= segment.b.y ? segment.a : segment.b;
    const Point high = segment.a.y <= segment.b.y ? segment.b : segment.a;
    const double perY = high.y > low.y ? (high.x - low.x) / (high.y - low.y) : 0;
    const double slack = k_slack * m_cellSize;
    const std::int32_t first = cellAt({low.x, low.y - slack}).y;
    const std::int32_t last = cellAt({low.x, high.y + slack}).y;
    for (std::int32_t y = first; y <= last; ++y) {
        // The part of the segment in the row; border rows reach to infinity.
        const double from = y == first ? low.y : m_origin.y + y * m_cellSize - slack;
        const double to = y == last ? high.y : m_origin.y + (y + 1) * m_cellSize + slack;
        double left = y == first ? low.x : low.x + (std::clamp(from, low.y, high.y) - low.y) * perY;
        double right = y == last ? high.x : low.x + (std::clamp(to, low.y, high.y) - low.y) * perY;
        if (left > right) {
            std::swap(left, right);
        }
        const std::int32_t end = cellAt({right + slack, 0}).x;
        for (std::int32_t x = cellAt({left - slack, 0}).x; x <= end; ++x) {
            visit(numberOf({x, y}));
        }
    }
}

void NearestLineIndex::fillCells()
{
    m_start.assign(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows) + 1, 0);
    for (const Segment &segment : m_segments) {
        cellsOf(segment, [&](std::size_t cell) { ++m_start[cell + 1]; });
    }
    std::partial_sum(m_start.begin(), m_start.end(), m_start.begin());
    m_inCell.resize(m_start.back());
    std::vector<std::uint32_t> next(m_start.begin(), m_start.end() - 1);
    for (std::uint32_t i = 0; i < m_segments.size(); ++i) {
        cellsOf(m_segments[i], [&](std::size_t cell) { m_inCell[next[cell]++] = i; });
    }
}

/// Chessboard distance of each cell from the nearest that is not empty, in two passes (Rosenfeld and Pfaltz 1966,
/// doi:10.1145/321356.321357).
void NearestLineIndex::measureEmptiness()
{
    constexpr std::uint16_t most = std::numeric_limits<std::uint16_t>::max();
    m_emptiness.assign(m_start.size() - 1, most);
    const auto near = [&](std::int32_t x, std::int32_t y) -> std::uint16_t {
        const bool inside = x >= 0 && y >= 0 && x < m_columns && y < m_rows;
        const std::uint16_t there = inside ? m_emptiness[numberOf({x, y})] : most;
        return there == most ? most : static_cast<std::uint16_t>(there + 1);
    };
    for (std::int32_t y = 0; y < m_rows; ++y) {
        for (std::int32_t x = 0; x < m_columns; ++x) {
            const std::size_t cell = numberOf({x, y});
            m_emptiness[cell] =
                m_start[cell] != m_start[cell + 1]
                    ? std::uint16_t{0}
                    : std::min({near(x - 1, y), near(x - 1, y - 1), near(x, y - 1), near(x + 1, y - 1)});
        }
    }
    for (std::int32_t y = m_rows - 1; y >= 0; --y) {
        for (std::int32_t x = m_columns - 1; x >= 0; --x) {
            std::uint16_t &here = m_emptiness[numberOf({x, y})];
            here = std::min({here, near(x + 1, y), near(x + 1, y + 1), near(x, y + 1), near(x - 1, y + 1)});
        }
    }
}

void NearestLineIndex::lookIn(std::int32_t y, std::int32_t firstX, std::int32_t lastX, Point from, Best &best) const
{
    // The cells of a row lie one after the other, and so do their segments.
    const std::uint32_t end = m_start[numberOf({lastX, y}) + 1];
    for (std::uint32_t i = m_start[numberOf({firstX, y})]; i < end; ++i) {
        const Segment &segment = m_segments[m_inCell[i]];
        const double squared = squaredDistance(from, segment.a, segment.b);
        if (squared < best.squared || (squared == best.squared && segment.line < best.line)) {
            best = {squared, segment.line};
        }
    }
}

void NearestLineIndex::lookAtRing(Cell middle, std::int32_t ring, Point from, Best &best) const
{
    const std::int32_t left = middle.x - ring;
    const std::int32_t right = middle.x + ring;
    const std::int32_t firstX = std::max(left, 0);
    const std::int32_t lastX = std::min(right, m_columns - 1);
    for (std::int32_t y = std::max(middle.y - ring, 0); y <= std::min(middle.y + ring, m_rows - 1); ++y) {
        if (y == middle.y - ring || y == middle.y + ring) {
            lookIn(y, firstX, lastX, from, best);
            continue;
        }
        if (left >= 0) {
            lookIn(y, left, left, from, best);
        }
        if (right < m_columns) {
            lookIn(y, right, right, from, best);
        }
    }
}

/// What was not seen in @p ring and the rings inside it is at least so far away; infinite where all was.
double NearestLineIndex::unseenBeyond(Cell middle, std::int32_t ring, Point from) const
{
    double distance = std::numeric_limits<double>::infinity();
    const auto side = [&](double gap) { distance = std::min(distance, gap - k_slack * m_cellSize); };
    if (middle.x - ring > 0) {
        side(from.x - (m_origin.x + (middle.x - ring) * m_cellSize));
    }
    if (middle.x + ring < m_columns - 1) {
        side(m_origin.x + (middle.x + ring + 1) * m_cellSize - from.x);
    }
    if (middle.y - ring > 0) {
        side(from.y - (m_origin.y + (middle.y - ring) * m_cellSize));
    }
    if (middle.y + ring < m_rows - 1) {
        side(m_origin.y + (middle.y + ring + 1) * m_cellSize - from.y);
    }
    return distance;
}

NearestLine NearestLineIndex::nearest(Point from) const
{
    if (m_segments.empty() || !isFinite(from)) {
        return {};
    }
    const Cell middle = cellAt(from);
    Best best;
    for (std::int32_t ring = m_emptiness[numberOf(middle)];; ++ring) {
        lookAtRing(middle, ring, from, best);
        const double beyond = unseenBeyond(middle, ring, from);
        if (std::isinf(beyond) || (beyond > 0 && best.squared < beyond * beyond)) {
            return {best.line, std::sqrt(best.squared)};
        }
    }
}

Result<std::vector<NearestLine>> NearestLineIndex::nearest(std::span<const Point> from, const JobContext &job) const
{
    std::vector<NearestLine> found(from.size());
    inBlocks(from.size(), k_positionsInBlock, job, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            found[i] = nearest(from[i]);
        }
    });
    if (job.isCancelled()) {
        return cancelledError();
    }
    return found;
}

} // namespace cuntu
