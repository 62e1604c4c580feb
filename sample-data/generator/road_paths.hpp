// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model.hpp"
#include "random.hpp"
#include "terrain.hpp"

#include <limits>
#include <map>
#include <utility>
#include <vector>

namespace cuntu::sample {

/// Roads as chains of neighbouring cells.
class RoadPaths {
public:
    /// A step between two neighbouring cells, the smaller first.
    using Link = std::pair<int, int>;
    struct Use {
        RoadClass roadClass = RoadClass::Group;
        int users = 0;
    };

    /// Borrows both; @p village is -1 outside the county, where roads go only if they must.
    RoadPaths(const Terrain &land, const Grid<int> &village);

    /// Joins @p seats, each to the nearest of those joined before, and a few more to make loops.
    void joinSeats(const std::vector<int> &seats, Random &random);
    /// When a step belongs to the higher class: this many use it, or a way of this many steps.
    struct Sharing {
        int many = 2;
        int longWay = std::numeric_limits<int>::max();
    };
    /// Leads a way from each of @p cells to the roads there are.
    void joinCells(const std::vector<int> &cells, const Sharing &sharing, RoadClass shared, RoadClass single);

    const std::map<Link, Use> &links() const { return m_links; }
    /// The next cell on the way from a cell to the county roads, -1 on them.
    int toward(int cell) const { return m_toward[cell]; }

private:
    /// Cheapest ways from all of @p sources (Dijkstra 1959); stops at the first cell of @p goals.
    /// Fills m_parent and returns that cell, or -1.
    int search(const std::vector<int> &sources, const std::vector<int> &goals, double roadDiscount);
    double stepCost(int from, int to, double cells) const;
    std::vector<int> roadCells() const;
    void addCountyRoad(int end);

    const Terrain &m_land;
    const Grid<int> &m_village;
    std::map<Link, Use> m_links;
    Grid<int> m_toward;
    Grid<char> m_onRoad;
    Grid<int> m_parent;
};

} // namespace cuntu::sample
