// SPDX-License-Identifier: GPL-3.0-or-later
#include "rivers.hpp"

#include <algorithm>
#include <cmath>

namespace cuntu::sample {

namespace {

constexpr double leastCells = 900; ///< about 6.8 km2: where the map begins to show a river
constexpr double cellArea_km2 = 82.2 * 92.4 / 1e6;

/// For each cell the neighbour that brings it most water, -1 where no river comes from.
Grid<int> mainArms(const Terrain &land)
{
    Grid<int> arm(land.frame.width, land.frame.height, -1);
    for (const int cell : land.order) {
        const int to = land.receiver[cell];
        if (to == cell || land.upstream[cell] < leastCells)
            continue;
        if (arm[to] < 0 || land.upstream[cell] > land.upstream[arm[to]])
            arm[to] = cell;
    }
    return arm;
}

std::vector<LonLat> lineOf(const Frame &frame, const std::vector<int> &cells)
{
    std::vector<Point> points;
    for (const int cell : cells)
        points.push_back({frame.column(cell) + 0.5, frame.row(cell) + 0.5});
    std::vector<LonLat> line;
    for (const Point &p : smoothed(smoothed(simplified(points, 0.6))))
        line.push_back(rounded(frame.position(p.x, p.y), 6));
    return line;
}

int orderOf(double catchment_km2)
{
    return catchment_km2 > 250 ? 1 : catchment_km2 > 50 ? 2 : 3;
}

} // namespace

std::vector<River> makeRivers(const Terrain &land, const Areas &areas, Names &names)
{
    const Frame &frame = land.frame;
    const Grid<int> arm = mainArms(land);
    std::vector<River> rivers;
    for (const int mouth : land.order) {
        const int to = land.receiver[mouth];
        const bool isMouth = land.upstream[mouth] >= leastCells && (to == mouth || arm[to] != mouth);
        if (!isMouth)
            continue;
        std::vector<int> cells;
        if (to != mouth && areas.village[to] >= 0)
            cells.push_back(to);
        double catchment = 0;
        for (int cell = mouth; cell >= 0; cell = arm[cell]) {
            if (areas.village[cell] < 0)
                continue;
            cells.push_back(cell);
            catchment = std::max(catchment, land.upstream[cell] * cellArea_km2);
        }
        std::reverse(cells.begin(), cells.end());
        // A river that leaves the county and returns would jump: keep its longest part inside.
        std::vector<int> best;
        std::vector<int> part;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (!part.empty() && land.receiver[cells[i - 1]] != cells[i])
                part.clear();
            part.push_back(cells[i]);
            if (part.size() > best.size())
                best = part;
        }
        if (best.size() < 12)
            continue;
        rivers.push_back({{}, orderOf(catchment), lineOf(frame, best), catchment});
    }
    std::stable_sort(rivers.begin(), rivers.end(),
                     [](const auto &a, const auto &b) { return a.catchment_km2 > b.catchment_km2; });
    for (River &river : rivers)
        river.name = names.river();
    return rivers;
}

} // namespace cuntu::sample
