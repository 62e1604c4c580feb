// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/supply_most.h"

#include "plugins/water/system_trees.h"

#include <algorithm>
#include <cmath>

namespace cuntu::water {

namespace {

constexpr double k_rounding = 1e-9;

/// A flow of water from systems to settlements that only grows.
class Flow {
public:
    explicit Flow(const SupplyProblem &problem)
        : m_problem(problem),
          m_flow(problem.links.size(), 0.0),
          m_linksOf(problem.settlements.size()),
          m_linksTo(problem.systems.size())
    {
        for (std::uint32_t link = 0; link < problem.links.size(); ++link) {
            const SupplyLink &each = problem.links[link];
            const double capacity = problem.systems[each.system].capacity;
            if (problem.settlements[each.settlement].need <= capacity * (1 + k_rounding)) {
                m_linksOf[each.settlement].push_back(link);
                m_linksTo[each.system].push_back(link);
            }
        }
        for (const SupplySystem &system : problem.systems) {
            m_left.push_back(system.capacity);
        }
    }

    /// Gives @p settlement as much as can be of what it needs; how much.
    double give(std::uint32_t settlement)
    {
        double given = 0;
        const double need = m_problem.settlements[settlement].need;
        while (given < need * (1 - k_rounding) && findSystem(settlement)) {
            given += augment(settlement, need - given);
        }
        return given;
    }
    bool hasLink(std::uint32_t settlement) const { return !m_linksOf[settlement].empty(); }

private:
    bool findSystem(std::uint32_t settlement);
    double augment(std::uint32_t settlement, double most);

    const SupplyProblem &m_problem;
    std::vector<double> m_flow; ///< per link
    std::vector<std::vector<std::uint32_t>> m_linksOf;
    std::vector<std::vector<std::uint32_t>> m_linksTo;
    std::vector<double> m_left;        ///< of the capacities
    std::vector<std::uint32_t> m_into; ///< per system: the link that the search came by
    std::vector<std::uint32_t> m_from; ///< per settlement: the link that it gives way on
    std::uint32_t m_end = k_noIndex;
};

/// Looks for a system with water left: others that it gives way to may be served from elsewhere.
bool Flow::findSystem(std::uint32_t settlement)
{
    m_into.assign(m_left.size(), k_noIndex);
    m_from.assign(m_linksOf.size(), k_noIndex);
    std::vector<std::uint32_t> waiting{settlement};
    for (std::size_t at = 0; at < waiting.size(); ++at) {
        for (const std::uint32_t link : m_linksOf[waiting[at]]) {
            const std::uint32_t system = m_problem.links[link].system;
            if (m_into[system] != k_noIndex) {
                continue;
            }
            m_into[system] = link;
            if (m_left[system] > k_rounding * (1 + m_problem.systems[system].capacity)) {
                m_end = system;
                return true;
            }
            for (const std::uint32_t other : m_linksTo[system]) {
                const std::uint32_t who = m_problem.links[other].settlement;
                if (m_flow[other] > k_rounding && who != settlement && m_from[who] == k_noIndex) {
                    m_from[who] = other;
                    waiting.push_back(who);
                }
            }
        }
    }
    return false;
}

double Flow::augment(std::uint32_t settlement, double most)
{
    std::vector<std::uint32_t> gains;
    std::vector<std::uint32_t> losses;
    most = std::min(most, m_left[m_end]);
    for (std::uint32_t system = m_end;;) {
        const std::uint32_t link = m_into[system];
        gains.push_back(link);
        const std::uint32_t who = m_problem.links[link].settlement;
        if (who == settlement) {
            break;
        }
        losses.push_back(m_from[who]);
        most = std::min(most, m_flow[m_from[who]]);
        system = m_problem.links[m_from[who]].system;
    }
    for (const std::uint32_t link : gains) {
        m_flow[link] += most;
    }
    for (const std::uint32_t link : losses) {
        m_flow[link] -= most;
    }
    m_left[m_end] -= most;
    return most;
}

} // namespace

std::vector<bool> reachableSettlements(const SupplyProblem &problem)
{
    SystemTrees trees(problem);
    for (std::uint32_t system = 0; system < problem.systems.size(); ++system) {
        trees.spread(system, {});
    }
    std::vector<bool> reachable(problem.settlements.size());
    for (std::uint32_t link = 0; link < problem.links.size(); ++link) {
        if (std::isfinite(trees.costTo(link))) {
            reachable[problem.links[link].settlement] = true;
        }
    }
    return reachable;
}

double mostWeight(const SupplyProblem &problem)
{
    Flow flow(problem);
    const auto ratio = [&](std::uint32_t i) { return problem.settlements[i].weight / problem.settlements[i].need; };
    std::vector<std::uint32_t> order;
    double most = 0;
    for (std::uint32_t i = 0; i < problem.settlements.size(); ++i) {
        if (problem.settlements[i].need > 0) {
            order.push_back(i);
        } else if (flow.hasLink(i)) {
            most += problem.settlements[i].weight;
        }
    }
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return ratio(a) > ratio(b); });
    for (const std::uint32_t settlement : order) {
        most += ratio(settlement) * flow.give(settlement);
    }
    return most;
}

} // namespace cuntu::water
