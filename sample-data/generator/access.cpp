// SPDX-License-Identifier: GPL-3.0-or-later
#include "access.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <queue>
#include <set>
#include <unordered_map>
#include <utility>

namespace cuntu::sample {

namespace {

/// Sets of road nodes that hang together (Tarjan 1975).
class Groups {
public:
    int find(int node)
    {
        int root = node;
        while (m_parent.try_emplace(root, root).first->second != root)
            root = m_parent[root];
        while (m_parent[node] != root)
            node = std::exchange(m_parent[node], root);
        return root;
    }
    void join(int a, int b) { m_parent[find(a)] = find(b); }

private:
    std::unordered_map<int, int> m_parent;
};

} // namespace

RoadIndex::RoadIndex(const Frame &frame, const std::vector<Road> &roads)
    : m_frame(frame), m_roads(roads), m_byCell(frame.width, frame.height, {})
{
    for (std::size_t i = 0; i < roads.size(); ++i)
        for (std::size_t k = 1; k < roads[i].line.size(); ++k) {
            const int a = frame.cellAt(roads[i].line[k - 1]);
            const int b = frame.cellAt(roads[i].line[k]);
            for (int r = std::min(frame.row(a), frame.row(b)); r <= std::max(frame.row(a), frame.row(b)); ++r)
                for (int c = std::min(frame.column(a), frame.column(b));
                     c <= std::max(frame.column(a), frame.column(b)); ++c)
                    m_byCell[frame.cell(c, r)].push_back(static_cast<int>(i));
        }
}

std::vector<int> RoadIndex::within(LonLat position, double reach_m) const
{
    std::set<int> candidates;
    const int home = m_frame.cellAt(position);
    for (int dr = -3; dr <= 3; ++dr)
        for (int dc = -3; dc <= 3; ++dc)
            if (m_byCell.contains(m_frame.column(home) + dc, m_frame.row(home) + dr)) {
                const auto &list = m_byCell[home + dr * m_frame.width + dc];
                candidates.insert(list.begin(), list.end());
            }
    std::vector<int> result;
    for (const int road : candidates)
        if (distance_m(position, m_roads[static_cast<std::size_t>(road)].line) <= reach_m)
            result.push_back(road);
    return result;
}

Access::Access(const Frame &frame, const std::vector<Settlement> &settlements, const std::vector<Road> &roads)
    : m_roads(roads)
{
    const RoadIndex index(frame, roads);
    for (const Settlement &settlement : settlements)
        m_roadsAt.push_back(index.within(settlement.position, 100.0));
}

std::vector<char> Access::connectedOn(Date day) const
{
    Groups groups;
    std::vector<char> open(m_roads.size(), 0);
    for (std::size_t i = 0; i < m_roads.size(); ++i) {
        open[i] = isHardenedOn(m_roads[i], day);
        if (open[i])
            groups.join(m_roads[i].from, m_roads[i].to);
    }
    std::set<int> reached;
    for (std::size_t i = 0; i < m_roads.size(); ++i)
        if (open[i] && m_roads[i].roadClass <= RoadClass::Township)
            reached.insert(groups.find(m_roads[i].from));
    std::vector<char> result;
    for (const auto &near : m_roadsAt)
        result.push_back(std::any_of(near.begin(), near.end(), [&](int road) {
            const auto r = static_cast<std::size_t>(road);
            return open[r] && reached.contains(groups.find(m_roads[r].from));
        }));
    return result;
}

std::vector<double> Access::wayToClassified_m() const
{
    std::map<int, std::vector<std::pair<int, double>>> ways;
    std::map<int, double> best;
    std::priority_queue<std::pair<double, int>, std::vector<std::pair<double, int>>, std::greater<>> open;
    for (const Road &road : m_roads) {
        ways[road.from].emplace_back(road.to, road.length_m);
        ways[road.to].emplace_back(road.from, road.length_m);
        if (road.roadClass <= RoadClass::Township)
            for (const int node : {road.from, road.to})
                if (best.emplace(node, 0.0).second)
                    open.emplace(0.0, node);
    }
    while (!open.empty()) {
        const auto [metres, node] = open.top();
        open.pop();
        if (metres > best[node])
            continue;
        for (const auto &[next, length] : ways[node]) {
            const auto [it, fresh] = best.emplace(next, metres + length);
            if (!fresh && metres + length >= it->second)
                continue;
            it->second = metres + length;
            open.emplace(metres + length, next);
        }
    }
    std::vector<double> result;
    for (const auto &near : m_roadsAt) {
        double least = std::numeric_limits<double>::max();
        for (const int road : near)
            for (const int node :
                 {m_roads[static_cast<std::size_t>(road)].from, m_roads[static_cast<std::size_t>(road)].to})
                if (best.contains(node))
                    least = std::min(least, best[node]);
        result.push_back(least == std::numeric_limits<double>::max() ? 0.0 : least);
    }
    return result;
}

} // namespace cuntu::sample
