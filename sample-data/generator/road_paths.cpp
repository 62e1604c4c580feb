// SPDX-License-Identifier: GPL-3.0-or-later
#include "road_paths.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>

namespace cuntu::sample {

namespace {

RoadPaths::Link linkOf(int a, int b)
{
    return {std::min(a, b), std::max(a, b)};
}

} // namespace

RoadPaths::RoadPaths(const Terrain &land, const Grid<int> &village)
    : m_land(land),
      m_village(village),
      m_toward(land.frame.width, land.frame.height, -1),
      m_onRoad(land.frame.width, land.frame.height, 0),
      m_parent(land.frame.width, land.frame.height, -1)
{
}

double RoadPaths::stepCost(int from, int to, double cells) const
{
    const double slope = std::fabs(m_land.height_m[to] - m_land.height_m[from]) / (cells * Frame::cell_m);
    const double steep = std::min(25.0, (slope / 0.045) * (slope / 0.045));
    const double bridge = m_land.upstream[to] > 6000 ? 7.0 : m_land.upstream[to] > 600 ? 1.5 : 0.0;
    const double abroad = m_village[to] < 0 ? 12.0 : 0.0;
    return cells * (abroad + 0.5 * m_land.roughness[to] + 0.4 + steep) + bridge;
}

int RoadPaths::search(const std::vector<int> &sources, const std::vector<int> &goals, double roadDiscount)
{
    const Frame &frame = m_land.frame;
    Grid<double> best(frame.width, frame.height, std::numeric_limits<double>::max());
    Grid<char> goal(frame.width, frame.height, 0);
    for (const int cell : goals)
        goal[cell] = 1;
    m_parent = Grid<int>(frame.width, frame.height, -1);
    std::priority_queue<std::pair<double, int>, std::vector<std::pair<double, int>>, std::greater<>> open;
    for (const int cell : sources) {
        best[cell] = 0;
        open.emplace(0.0, cell);
    }
    while (!open.empty()) {
        const auto [cost, cell] = open.top();
        open.pop();
        if (cost > best[cell])
            continue;
        if (goal[cell])
            return cell;
        frame.neighbours(cell, 8, [&](int next, double cells) {
            const bool onRoad = m_onRoad[cell] && m_onRoad[next];
            const double total = cost + stepCost(cell, next, cells) * (onRoad ? roadDiscount : 1.0);
            if (total >= best[next])
                return;
            best[next] = total;
            m_parent[next] = cell;
            open.emplace(total, next);
        });
    }
    return -1;
}

std::vector<int> RoadPaths::roadCells() const
{
    std::vector<int> cells;
    for (int cell = 0; cell < m_onRoad.size(); ++cell)
        if (m_onRoad[cell])
            cells.push_back(cell);
    return cells;
}

void RoadPaths::addCountyRoad(int end)
{
    m_onRoad[end] = 1;
    for (int cell = end; m_parent[cell] >= 0; cell = m_parent[cell]) {
        m_onRoad[m_parent[cell]] = 1;
        m_links[linkOf(cell, m_parent[cell])] = {RoadClass::County, 1};
    }
}

void RoadPaths::joinSeats(const std::vector<int> &seats, Random &random)
{
    std::vector<int> open(seats.begin() + 1, seats.end());
    m_onRoad[seats.front()] = 1;
    while (!open.empty()) {
        const int found = search(roadCells(), open, 0.3);
        if (found < 0)
            return;
        addCountyRoad(found);
        std::erase(open, found);
    }
    const Frame &frame = m_land.frame;
    const int loops = static_cast<int>(seats.size()) / 2;
    for (int i = 0; i < loops; ++i) {
        const int from = seats[static_cast<std::size_t>(random.below(static_cast<int>(seats.size())))];
        const auto away = [&](int cell) {
            return std::hypot(frame.column(cell) - frame.column(from), frame.row(cell) - frame.row(from));
        };
        std::vector<int> near(seats);
        std::sort(near.begin(), near.end(),
                  [&](int a, int b) { return std::pair(away(a), a) < std::pair(away(b), b); });
        if (near.size() > 3)
            addCountyRoad(search({from}, {near[static_cast<std::size_t>(random.between(2, 3))]}, 0.6));
    }
}

void RoadPaths::joinCells(const std::vector<int> &cells, const Sharing &sharing, RoadClass shared, RoadClass single)
{
    search(roadCells(), {}, 1.0);
    std::map<Link, Use> added;
    for (const int start : cells) {
        int steps = 0;
        for (int cell = start; m_parent[cell] >= 0; cell = m_parent[cell])
            ++steps;
        for (int cell = start; m_parent[cell] >= 0; cell = m_parent[cell]) {
            m_toward[cell] = m_parent[cell];
            added[linkOf(cell, m_parent[cell])].users += steps >= sharing.longWay ? sharing.many : 1;
        }
    }
    for (auto &[link, use] : added) {
        use.roadClass = use.users >= sharing.many ? shared : single;
        m_onRoad[link.first] = m_onRoad[link.second] = 1;
    }
    m_links.insert(added.begin(), added.end());
}

} // namespace cuntu::sample
