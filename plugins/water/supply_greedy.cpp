// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/supply_greedy.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <queue>

namespace cuntu::water {

namespace {

constexpr double k_slack = 1 + 1e-9;

class Greedy {
public:
    Greedy(const PlanProblem &network, const std::vector<GreedyLink> &links, const std::vector<double> &needs,
           const std::vector<double> &capacities, const PlanGoal &goal)
        : m_network(network),
          m_links(links),
          m_needs(needs),
          m_left(capacities),
          m_goal(goal),
          m_arcs(network.nodes),
          m_cost(network.nodes, std::numeric_limits<double>::infinity()),
          m_by(network.nodes),
          m_stepAt(network.nodes, k_noIndex)
    {
        for (std::uint32_t edge = 0; edge < network.edges.size(); ++edge) {
            const PlanEdge &way = network.edges[edge];
            m_arcs[way.from].push_back({way.to, edge});
            if (!way.oneWay) {
                m_arcs[way.to].push_back({way.from, edge});
            }
        }
        m_plan.served.assign(network.demands.size(), false);
        m_plan.servedBy.assign(network.demands.size(), k_noIndex);
    }

    NetworkPlan run();

private:
    struct Arc {
        std::uint32_t to = 0;
        std::uint32_t edge = 0;
    };
    /// How a node is reached from what is built.
    struct By {
        std::uint32_t from = k_noIndex;
        std::uint32_t edge = k_noIndex;
    };

    void build(std::uint32_t node)
    {
        m_cost[node] = 0;
        m_by[node] = {};
        m_queue.emplace(0, node);
    }
    void spread();
    const GreedyLink *cheapest() const;
    void add(const GreedyLink &link);

    const PlanProblem &m_network;
    const std::vector<GreedyLink> &m_links;
    const std::vector<double> &m_needs;
    std::vector<double> m_left; ///< of the capacities
    const PlanGoal &m_goal;
    std::vector<std::vector<Arc>> m_arcs;
    std::vector<double> m_cost; ///< from what is built
    std::vector<By> m_by;
    std::vector<std::uint32_t> m_stepAt;
    std::priority_queue<std::pair<double, std::uint32_t>, std::vector<std::pair<double, std::uint32_t>>, std::greater<>>
        m_queue;
    NetworkPlan m_plan;
};

/// Costs only fall as more is built, so that each search goes on from the one before.
void Greedy::spread()
{
    while (!m_queue.empty()) {
        const auto [cost, node] = m_queue.top();
        m_queue.pop();
        if (cost > m_cost[node]) {
            continue;
        }
        for (const Arc &arc : m_arcs[node]) {
            const double next = cost + m_network.edges[arc.edge].cost;
            if (next < m_cost[arc.to]) {
                m_cost[arc.to] = next;
                m_by[arc.to] = {node, arc.edge};
                m_queue.emplace(next, arc.to);
            }
        }
    }
}

const GreedyLink *Greedy::cheapest() const
{
    const GreedyLink *best = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (const GreedyLink &link : m_links) {
        const double cost = m_cost[link.node];
        const bool fits = !m_plan.served[link.settlement] &&
                          m_needs[link.settlement] <= m_left[link.system] * k_slack &&
                          (!m_goal.budget || m_plan.cost + cost <= *m_goal.budget * k_slack);
        const double ratio = cost / m_network.demands[link.settlement].weight;
        if (fits && ratio < least) {
            least = ratio;
            best = &link;
        }
    }
    return best;
}

void Greedy::add(const GreedyLink &link)
{
    std::vector<std::uint32_t> way; // from the node back to what is built
    for (std::uint32_t node = link.node; m_by[node].from != k_noIndex; node = m_by[node].from) {
        way.push_back(node);
    }
    std::reverse(way.begin(), way.end());
    for (const std::uint32_t node : way) {
        const PlanEdge &edge = m_network.edges[m_by[node].edge];
        std::uint32_t step = m_stepAt[m_by[node].from];
        if (edge.cost > 0) {
            m_plan.steps.push_back({m_by[node].edge, step, edge.cost});
            step = static_cast<std::uint32_t>(m_plan.steps.size() - 1);
            m_plan.cost += edge.cost;
        }
        m_stepAt[node] = step;
    }
    for (const std::uint32_t node : way) {
        build(node);
    }
    m_plan.served[link.settlement] = true;
    m_plan.servedBy[link.settlement] = m_stepAt[link.node];
    m_plan.weight += m_network.demands[link.settlement].weight;
    m_left[link.system] -= m_needs[link.settlement];
}

NetworkPlan Greedy::run()
{
    build(m_network.root);
    while (m_goal.budget || m_plan.weight < *m_goal.wanted / k_slack) {
        spread();
        const GreedyLink *next = cheapest();
        if (next == nullptr) {
            m_plan.isEnough = m_goal.budget.has_value();
            break;
        }
        add(*next);
    }
    return std::move(m_plan);
}

} // namespace

NetworkPlan greedyPlan(const PlanProblem &network, const std::vector<GreedyLink> &links,
                       const std::vector<double> &needs, const std::vector<double> &capacities, const PlanGoal &goal)
{
    return Greedy(network, links, needs, capacities, goal).run();
}

} // namespace cuntu::water
