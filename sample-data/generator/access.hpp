// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grid.hpp"
#include "model.hpp"

#include <vector>

namespace cuntu::sample {

/// Finds roads near a position.
class RoadIndex {
public:
    /// Borrows @p roads.
    RoadIndex(const Frame &frame, const std::vector<Road> &roads);
    /// Indices of the roads at most @p reach_m metres from @p position, in order; reach up to 250 m.
    std::vector<int> within(LonLat position, double reach_m) const;

private:
    Frame m_frame;
    const std::vector<Road> &m_roads;
    Grid<std::vector<int>> m_byCell;
};

/// Who has a hardened road, worked out on the generator's own graph: from a road within 100 m of the
/// access point along hardened roads that are accepted to a county or township road.
class Access {
public:
    Access(const Frame &frame, const std::vector<Settlement> &settlements, const std::vector<Road> &roads);
    /// One flag for each settlement, with the roads' states of that day.
    std::vector<char> connectedOn(Date day) const;
    /// Metres from a settlement to the nearest classified road along any road, or 0 where none leads there.
    std::vector<double> wayToClassified_m() const;
    /// Indices of the roads within 100 m of each settlement.
    const std::vector<std::vector<int>> &roadsAt() const { return m_roadsAt; }

private:
    const std::vector<Road> &m_roads;
    std::vector<std::vector<int>> m_roadsAt;
};

} // namespace cuntu::sample
