// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/supply_relaxation.h"

#include <algorithm>
#include <map>

namespace cuntu::water {

SupplyRelaxation::SupplyRelaxation(const SupplyProblem &problem)
    : m_problem(problem), m_nodeOfLink(problem.links.size(), k_noIndex), m_edgeOfLink(problem.links.size(), k_noIndex)
{
    m_network.nodes = 1; // the root
    m_network.demands.resize(problem.settlements.size());
    for (std::size_t i = 0; i < problem.settlements.size(); ++i) {
        m_network.demands[i].weight = problem.settlements[i].weight;
    }
    for (std::uint32_t system = 0; system < problem.systems.size(); ++system) {
        addSystem(system);
    }
}

void SupplyRelaxation::add(const PlanEdge &edge, const PlannedPipe &pipe)
{
    m_network.edges.push_back(edge);
    m_pipeOf.push_back(pipe);
}

void SupplyRelaxation::addSystem(std::uint32_t number)
{
    const SupplySystem &system = m_problem.systems[number];
    std::map<std::uint32_t, std::uint32_t> nodeOf; // per place that the system's pipes come to
    const auto node = [&](std::uint32_t place) {
        const auto [at, isNew] = nodeOf.emplace(place, m_network.nodes);
        m_network.nodes += isNew ? 1 : 0;
        return at->second;
    };
    PlannedPipe pipe;
    pipe.system = number;
    pipe.cost = system.opening;
    const std::uint32_t entry = m_network.nodes++;
    m_firstEdge.push_back(static_cast<std::uint32_t>(m_network.edges.size()));
    add({m_network.root, entry, system.opening, true}, pipe);
    for (const std::uint32_t place : system.sources) {
        pipe.cost = 0;
        add({entry, node(place), 0, true}, pipe);
    }
    for (const std::uint32_t route : system.routes) {
        const PipeRoute &way = m_problem.routes[route];
        pipe.route = route;
        pipe.cost = way.cost;
        add({node(way.from), node(way.to), way.cost, false}, pipe);
    }
    for (std::uint32_t link = 0; link < m_problem.links.size(); ++link) {
        const SupplyLink &each = m_problem.links[link];
        if (each.system == number) {
            m_nodeOfLink[link] = m_network.nodes++;
            m_edgeOfLink[link] = static_cast<std::uint32_t>(m_network.edges.size());
            m_network.demands[each.settlement].nodes.push_back(m_nodeOfLink[link]);
            add({node(each.place), m_nodeOfLink[link], each.cost, true},
                {number, k_noIndex, link, k_noIndex, each.cost, each.settlement});
        }
    }
}

PlanProblem SupplyRelaxation::without(const ForbiddenLinks &forbidden) const
{
    PlanProblem network = m_network;
    for (const std::uint32_t link : forbidden) {
        auto &nodes = network.demands[m_problem.links[link].settlement].nodes;
        nodes.erase(std::remove(nodes.begin(), nodes.end(), m_nodeOfLink[link]), nodes.end());
    }
    return network;
}

std::vector<PlanLimit> SupplyRelaxation::limits() const
{
    std::vector<PlanLimit> limits(m_problem.systems.size());
    for (std::size_t system = 0; system < limits.size(); ++system) {
        limits[system].most = m_problem.systems[system].capacity;
    }
    for (std::size_t link = 0; link < m_problem.links.size(); ++link) {
        const SupplyLink &each = m_problem.links[link];
        limits[each.system].takes.push_back({m_edgeOfLink[link], m_problem.settlements[each.settlement].need});
    }
    return limits;
}

std::vector<std::uint32_t> SupplyRelaxation::linksIn(const std::vector<std::uint32_t> &edges) const
{
    std::vector<std::uint32_t> links;
    for (const std::uint32_t edge : edges) {
        if (m_pipeOf[edge].link != k_noIndex) {
            links.push_back(m_pipeOf[edge].link);
        }
    }
    return links;
}

void SupplyRelaxation::addSteps(std::uint32_t system, const SupplyDraft &draft, NetworkPlan &plan) const
{
    const SupplySystem &each = m_problem.systems[system];
    std::map<std::uint32_t, std::uint32_t> stepAt; // per place: the last step to it
    const auto addStep = [&](std::uint32_t edge, std::uint32_t parent) {
        const double cost = m_pipeOf[edge].cost;
        if (cost == 0) {
            return parent;
        }
        plan.steps.push_back({edge, parent, cost});
        plan.cost += cost;
        return static_cast<std::uint32_t>(plan.steps.size() - 1);
    };
    const std::uint32_t opening = addStep(m_firstEdge[system], k_noIndex);
    for (const std::uint32_t place : each.sources) {
        stepAt[place] = opening;
    }
    const auto firstRoute = m_firstEdge[system] + 1 + static_cast<std::uint32_t>(each.sources.size());
    std::map<std::uint32_t, std::uint32_t> edgeOf; // per route
    for (std::uint32_t i = 0; i < each.routes.size(); ++i) {
        edgeOf[each.routes[i]] = firstRoute + i;
    }
    for (const SystemTree::Pipe &pipe : draft.trees[system].pipes) {
        const PipeRoute &way = m_problem.routes[pipe.route];
        const bool isForwards = stepAt.contains(way.from) && !stepAt.contains(way.to);
        stepAt[isForwards ? way.to : way.from] = addStep(edgeOf[pipe.route], stepAt[isForwards ? way.from : way.to]);
    }
    for (const std::uint32_t link : draft.links[system]) {
        const SupplyLink &who = m_problem.links[link];
        plan.servedBy[who.settlement] = addStep(m_edgeOfLink[link], stepAt[who.place]);
        plan.served[who.settlement] = true;
        plan.weight += m_problem.settlements[who.settlement].weight;
    }
}

NetworkPlan SupplyRelaxation::planOf(const SupplyDraft &draft) const
{
    NetworkPlan plan;
    plan.served.assign(m_problem.settlements.size(), false);
    plan.servedBy.assign(m_problem.settlements.size(), k_noIndex);
    for (std::uint32_t system = 0; system < draft.links.size(); ++system) {
        if (!draft.links[system].empty()) {
            addSteps(system, draft, plan);
        }
    }
    return plan;
}

} // namespace cuntu::water
