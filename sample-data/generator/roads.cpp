// SPDX-License-Identifier: GPL-3.0-or-later
#include "roads.hpp"

#include "access.hpp"
#include "road_paths.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace cuntu::sample {

namespace {

constexpr double longAgo = -1e9;

struct Neighbour {
    int cell = 0;
    RoadClass roadClass = RoadClass::Group;
};
using Neighbours = std::map<int, std::vector<Neighbour>>;

Neighbours neighboursOf(const RoadPaths &paths)
{
    Neighbours result;
    for (const auto &[link, use] : paths.links()) {
        result[link.first].push_back({link.second, use.roadClass});
        result[link.second].push_back({link.first, use.roadClass});
    }
    return result;
}

std::set<int> nodesOf(const Neighbours &around, const std::vector<Settlement> &settlements)
{
    std::set<int> nodes;
    for (const auto &[cell, list] : around)
        if (list.size() != 2 || list[0].roadClass != list[1].roadClass)
            nodes.insert(cell);
    for (const Settlement &settlement : settlements)
        if (around.contains(settlement.cell))
            nodes.insert(settlement.cell);
    return nodes;
}

/// The middle of a cell, put off a little so that roads do not run on a lattice.
Point nodePoint(const Frame &frame, std::uint64_t seed, int cell)
{
    Random random(mix(seed + 400) ^ mix(static_cast<std::uint64_t>(cell)));
    const double x = frame.column(cell) + random.uniform(0.22, 0.78);
    return {x, frame.row(cell) + random.uniform(0.22, 0.78)};
}

LonLat nodePosition(const Frame &frame, std::uint64_t seed, int cell)
{
    const Point p = nodePoint(frame, seed, cell);
    return rounded(frame.position(p.x, p.y), 7);
}

/// Follows a road from a node over cells that are none.
std::vector<int> follow(const Neighbours &around, const std::set<int> &nodes, int node, int next)
{
    std::vector<int> cells{node, next};
    while (!nodes.contains(cells.back())) {
        const auto &list = around.at(cells.back());
        cells.push_back(list[0].cell == cells[cells.size() - 2] ? list[1].cell : list[0].cell);
    }
    return cells;
}

Road roadOf(const Frame &frame, std::uint64_t seed, const std::vector<int> &cells)
{
    Road road;
    road.from = cells.front();
    road.to = cells.back();
    std::vector<Point> line;
    for (const int cell : cells)
        line.push_back(nodePoint(frame, seed, cell));
    for (const Point &p : smoothed(simplified(line, 0.4)))
        road.line.push_back(rounded(frame.position(p.x, p.y), 7));
    road.length_m = length_m(road.line);
    return road;
}

/// For each cell the earliest wish of those whose way leads over its step towards the county roads.
Grid<double> spreadWishes(const Frame &frame, const RoadPaths &paths, const std::vector<Settlement> &settlements,
                          const std::vector<double> &settlementWish)
{
    Grid<double> wish(frame.width, frame.height, std::numeric_limits<double>::max());
    for (std::size_t i = 0; i < settlements.size(); ++i)
        for (int cell = settlements[i].cell; cell >= 0; cell = paths.toward(cell))
            wish[cell] = std::min(wish[cell], settlementWish[i]);
    return wish;
}

/// A few settlements have no road yet, and a few roads have a gap before them.
void leaveGaps(std::vector<Road> &roads, const std::vector<Settlement> &settlements, Random &random)
{
    std::map<int, int> ends;
    std::set<int> homes;
    for (const Road &road : roads) {
        ++ends[road.from];
        ++ends[road.to];
    }
    for (const Settlement &settlement : settlements)
        homes.insert(settlement.cell);
    std::erase_if(roads, [&](const Road &road) {
        const bool leaf =
            (ends[road.from] == 1 && homes.contains(road.from)) || (ends[road.to] == 1 && homes.contains(road.to));
        return leaf && road.roadClass == RoadClass::Group && road.length_m > 450 && random.chance(0.045);
    });
    for (Road &road : roads)
        if (road.roadClass == RoadClass::Group && ends[road.from] > 1 && ends[road.to] > 1 && random.chance(0.035))
            road.wish += 2.5;
}

void giveCodes(std::vector<Road> &roads)
{
    std::stable_sort(roads.begin(), roads.end(), [](const Road &a, const Road &b) {
        return std::min(a.roadClass, RoadClass::Village) < std::min(b.roadClass, RoadClass::Village);
    });
    std::array<int, 3> count{};
    for (Road &road : roads) {
        const auto letter = static_cast<std::size_t>(std::min(road.roadClass, RoadClass::Village));
        road.code = std::string(1, "XYC"[letter]) + padded(++count[letter], letter == 2 ? 4 : 3);
    }
}

double widthOf(RoadClass roadClass, Random &random)
{
    switch (roadClass) {
    case RoadClass::County:
        return 6.0 + 0.5 * random.below(4);
    case RoadClass::Township:
        return 5.0 + 0.5 * random.below(4);
    case RoadClass::Village:
        return 3.5 + 0.5 * random.below(4);
    case RoadClass::Group:
        break;
    }
    return 3.0 + 0.5 * random.below(4);
}

/// Puts each settlement 15 to 60 m from its node, and so that it is clearly nearer or clearly
/// farther than 100 m from every road: whether it has access is then no matter of rounding. It
/// stays in its village.
void placeSettlements(const Frame &frame, const std::vector<Village> &villages, const Request &request,
                      const std::vector<Road> &roads, std::vector<Settlement> &settlements, Random &random)
{
    const RoadIndex index(frame, roads);
    for (Settlement &settlement : settlements) {
        const LonLat node = nodePosition(frame, request.seed, settlement.cell);
        const auto &rings = villages[static_cast<std::size_t>(settlement.village)].rings;
        for (int attempt = 0; attempt < 40; ++attempt) {
            const double reach = random.uniform(15.0, 60.0);
            const double angle = random.uniform(0.0, 6.283);
            settlement.position = rounded(moved(node, reach * std::cos(angle), reach * std::sin(angle)), 6);
            const auto near = index.within(settlement.position, 115.0);
            const bool clear = std::all_of(near.begin(), near.end(), [&](int road) {
                return distance_m(settlement.position, roads[static_cast<std::size_t>(road)].line) < 85.0;
            });
            if (clear && contains(rings, frame.point(settlement.position)))
                break;
        }
    }
}

} // namespace

std::vector<Road> makeRoads(const Terrain &land, const Areas &areas, std::vector<Settlement> &settlements,
                            const std::vector<double> &settlementWish, const Request &request)
{
    const Frame &frame = land.frame;
    Random random(mix(request.seed + 500));
    RoadPaths paths(land, areas.village);
    std::vector<int> seats;
    std::vector<int> committees;
    std::vector<int> homes;
    for (const Township &township : areas.townships)
        seats.push_back(areas.villages[static_cast<std::size_t>(township.seat)].seatCell);
    for (const Village &village : areas.villages)
        committees.push_back(village.seatCell);
    for (const Settlement &settlement : settlements)
        homes.push_back(settlement.cell);
    paths.joinSeats(seats, random);
    paths.joinCells(committees, {.many = 2, .longWay = 42}, RoadClass::Township, RoadClass::Village);
    paths.joinCells(homes, {.many = 3}, RoadClass::Village, RoadClass::Group);

    const Grid<double> wish = spreadWishes(frame, paths, settlements, settlementWish);
    const Neighbours around = neighboursOf(paths);
    const std::set<int> nodes = nodesOf(around, settlements);
    std::vector<Road> roads;
    for (const int node : nodes)
        for (const Neighbour &next : around.contains(node) ? around.at(node) : std::vector<Neighbour>{}) {
            const auto cells = follow(around, nodes, node, next.cell);
            if (std::pair(cells.front(), cells[1]) > std::pair(cells.back(), cells[cells.size() - 2]))
                continue; // the same road from its other end
            Road road = roadOf(frame, request.seed, cells);
            road.roadClass = next.roadClass;
            road.township =
                areas.villages[static_cast<std::size_t>(std::max(0, areas.village[cells[cells.size() / 2]]))].township;
            road.width_m = widthOf(road.roadClass, random);
            const bool outward = paths.toward(cells[0]) != cells[1];
            road.wish = road.roadClass <= RoadClass::Township ? longAgo : wish[outward ? cells[1] : cells[0]];
            roads.push_back(std::move(road));
        }
    leaveGaps(roads, settlements, random);
    giveCodes(roads);
    placeSettlements(frame, areas.villages, request, roads, settlements, random);
    return roads;
}

} // namespace cuntu::sample
