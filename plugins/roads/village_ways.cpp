// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/village_ways.h"

#include <algorithm>
#include <map>

namespace cuntu::roads {

namespace {

std::vector<VillageSettlements> villagesOf(const ReachInput &input)
{
    std::map<std::uint32_t, VillageSettlements> byVillage;
    for (std::uint32_t i = 0; i < input.asked.size(); ++i) {
        if (input.asked[i]) {
            byVillage[input.villages[i]].asked.push_back(i);
        }
        if (input.committees[i] && input.villages[i] != k_noIndex) {
            byVillage[input.villages[i]].seats.push_back(i);
        }
    }
    std::vector<VillageSettlements> villages;
    for (auto &[number, village] : byVillage) {
        if (!village.asked.empty()) {
            villages.push_back(std::move(village));
        }
    }
    return villages;
}

/// All lines that have a place in the network.
std::vector<bool> linesOf(const LineNetwork &network)
{
    std::vector<bool> lines(network.anyNode.size());
    for (std::size_t line = 0; line < lines.size(); ++line) {
        lines[line] = network.anyNode[line] != k_noIndex;
    }
    return lines;
}

} // namespace

VillageWays::VillageWays(const Ground &ground, const std::vector<bool> &openEdges)
    : m_ground(ground),
      m_anyComponent(ground.input.network.adjacency.components(linesOf(ground.network))),
      m_villages(villagesOf(ground.input)),
      m_routes(ground.network.graph, routeCosts(ground, openEdges)),
      m_plans(ground.network.graph, planCosts(ground, openEdges))
{
}

Result<void> VillageWays::growOne(const VillageSettlements &village, Lines which, const JobContext &job)
{
    const std::vector<std::uint32_t> &component = which == Lines::Open ? m_ground.component : m_anyComponent;
    const auto eachPlace = [&](std::uint32_t settlement, const auto &visit) {
        for (std::uint32_t k = m_ground.firstPlace(settlement); k < m_ground.firstPlace(settlement + 1); ++k) {
            const std::uint32_t line = m_ground.places()[k].line;
            if (which == Lines::All || m_ground.open[line]) {
                visit(m_ground.network.stopNodes[k], component[line]);
            }
        }
    };
    std::vector<PathSource> sources;
    std::vector<std::uint32_t> reached; // components with a seat
    for (const std::uint32_t seat : village.seats) {
        eachPlace(seat, [&](std::uint32_t node, std::uint32_t part) {
            sources.push_back({node, 0});
            reached.push_back(part);
        });
    }
    m_anySeat = !sources.empty();
    // Only what can be reached: else the search would go through all that hangs together with the seat.
    std::vector<std::uint32_t> targets;
    for (const std::uint32_t settlement : village.asked) {
        eachPlace(settlement, [&](std::uint32_t node, std::uint32_t part) {
            if (std::find(reached.begin(), reached.end(), part) != reached.end()) {
                targets.push_back(node);
            }
        });
    }
    return (which == Lines::Open ? m_routes : m_plans).search(sources, targets, job);
}

Result<void> VillageWays::grow(const VillageSettlements &village, const JobContext &job)
{
    auto grown = growOne(village, Lines::Open, job);
    return grown ? growOne(village, Lines::All, job) : grown; // which says whether there is a seat at any road
}

} // namespace cuntu::roads
