// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terrain/least_cost.h"

#include "core/base/text.h"
#include "core/terrain/cell_search.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

constexpr double k_never = CellSearch::k_never;

/// Metres from @p a to @p b, both in @p frame, by the size of its cells in @p row.
double metres(const GridFrame &frame, int row, Point a, Point b)
{
    const CellSize size = cellSize(frame, row);
    return std::hypot((b.x - a.x) / frame.stepX * size.x_m, (b.y - a.y) / frame.stepY * size.y_m);
}

/// Where along a-b, from 0 to 1, a line in cells crosses the next border in one direction.
struct Crossing {
    double next = k_never;
    double step = k_never;
    int direction = 0;

    Crossing(double from, double to)
    {
        const double length = to - from;
        if (length != 0) {
            direction = length > 0 ? 1 : -1;
            const double border = length > 0 ? std::floor(from) + 1 : std::floor(from);
            next = (border - from) / length;
            step = 1 / std::abs(length);
        }
    }
};

} // namespace

double CostGrid::straight(Point a, Point b) const
{
    const Point from{(a.x - frame.corner.x) / frame.stepX, (a.y - frame.corner.y) / frame.stepY};
    const Point to{(b.x - frame.corner.x) / frame.stepX, (b.y - frame.corner.y) / frame.stepY};
    int column = static_cast<int>(std::floor(from.x));
    int row = static_cast<int>(std::floor(from.y));
    Crossing across(from.x, to.x);
    Crossing along(from.y, to.y);
    const double length_m = metres(frame, std::clamp(row, 0, frame.rows - 1), a, b);
    double cost = 0;
    // Rounding must not open a step beyond the end, nor a sliver of a closed cell at a corner close it.
    constexpr double k_sliver = 1e-9;
    for (double at = 0; at < 1;) {
        const double end = std::min({across.next, along.next, 1.0});
        if (end - at > k_sliver) {
            if (column < 0 || row < 0 || column >= frame.columns || row >= frame.rows ||
                !isOpen(frame.index(column, row))) {
                return k_never;
            }
            cost += (end - at) * length_m * costs[frame.index(column, row)];
        }
        at = end;
        if (across.next <= end) {
            column += across.direction;
            across.next += across.step;
        }
        if (along.next <= end) {
            row += along.direction;
            along.next += along.step;
        }
    }
    return cost;
}

Result<LeastCostWays> LeastCostWays::find(CostGrid land, std::span<const CostSource> sources, const JobContext &job)
{
    const auto isWrong = [](float cost) { return !(cost >= 0) || std::isinf(cost); };
    if (land.costs.size() != land.frame.size() || std::any_of(land.costs.begin(), land.costs.end(), isWrong)) {
        return Error{ErrorCode::Invalid,
                     Core::tr("%1 costs are given for %2 cells, or some of them are negative")
                         .arg(land.costs.size())
                         .arg(land.frame.size()),
                     {},
                     Core::tr("Give one for each cell, 0 where it is closed."),
                     {},
                     {}};
    }
    float least = 0;
    for (const float cost : land.costs) {
        least = cost > 0 && (least == 0 || cost < least) ? cost : least;
    }
    CellSearch search(land.frame, least > 0 ? least : 1, k_never, true);
    bool isAnyOpen = false;
    for (const CostSource &source : sources) {
        if (land.isOpen(source.cell)) {
            search.reach(source.cell, source.cost);
            isAnyOpen = true;
        }
    }
    if (!isAnyOpen) {
        return Error{ErrorCode::NotFound,
                     Core::tr("none of the %1 places to lead to can be reached").arg(sources.size()),
                     {},
                     Core::tr("Leave out what closes the land around them."),
                     {},
                     {}};
    }
    const auto isOpen = [&](std::size_t cell) { return land.isOpen(cell); };
    const auto stepCost = [&](std::size_t from, std::size_t to, const CellMove &move, double length_m) {
        double sum = static_cast<double>(land.costs[from]) + land.costs[to];
        for (int i = 0; i < move.besideCount; ++i) {
            const auto &[x, y] = move.beside[static_cast<std::size_t>(i)];
            sum += land.costs[land.frame.index(land.frame.columnOf(from) + x, land.frame.rowOf(from) + y)];
        }
        return length_m * sum / (2 + move.besideCount); // the line lies as long in each of them
    };
    if (auto done = search.run(isOpen, stepCost, job); !done) {
        return done.error();
    }
    LeastCostWays ways;
    ways.m_costs = search.costs();
    ways.m_lastMoves = search.lastMoves();
    ways.m_land = std::move(land);
    return ways;
}

std::vector<Point> LeastCostWays::way(std::size_t cell) const
{
    std::vector<Point> points;
    if (std::isinf(m_costs[cell])) {
        return points;
    }
    static const std::vector<CellMove> moves = CellSearch::allMoves();
    const GridFrame &frame = m_land.frame;
    points.push_back(frame.centre(cell));
    while (m_lastMoves[cell] != CellSearch::k_noMove) {
        const CellMove &move = moves[m_lastMoves[cell]];
        cell = frame.index(frame.columnOf(cell) - move.columns, frame.rowOf(cell) - move.rows);
        points.push_back(frame.centre(cell));
    }
    return points;
}

std::vector<Point> LeastCostWays::straightened(std::vector<Point> way) const
{
    constexpr double k_rounding = 1 + 1e-9;
    std::vector<double> upTo{0}; ///< cost of the way from its beginning to each point
    for (std::size_t i = 1; i < way.size(); ++i) {
        upTo.push_back(upTo.back() + m_land.straight(way[i - 1], way[i]));
    }
    std::vector<Point> kept;
    for (std::size_t at = 0; at < way.size();) {
        kept.push_back(way[at]);
        std::size_t next = way.size() - 1;
        while (next > at + 1 && !(m_land.straight(way[at], way[next]) <= (upTo[next] - upTo[at]) * k_rounding)) {
            --next;
        }
        at = next > at ? next : at + 1;
    }
    return kept;
}

} // namespace cuntu
