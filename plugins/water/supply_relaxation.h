// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/plan_limits.h"
#include "plugins/water/supply_draft.h"

namespace cuntu::water {

/// Links that are not to be used, ascending.
using ForbiddenLinks = std::vector<std::uint32_t>;

/// A supply problem as one of a network: a root, one copy of the routes a system. Capacities are limits of it.
class SupplyRelaxation {
public:
    explicit SupplyRelaxation(const SupplyProblem &problem);

    const PlanProblem &network() const { return m_network; }
    /// Without the links in @p forbidden: they serve nobody any more.
    PlanProblem without(const ForbiddenLinks &forbidden) const;
    /// The capacities, by number of the system.
    std::vector<PlanLimit> limits() const;
    /// The pipe that an edge is.
    const PlannedPipe &pipeOf(std::uint32_t edge) const { return m_pipeOf[edge]; }
    /// The links among some edges.
    std::vector<std::uint32_t> linksIn(const std::vector<std::uint32_t> &edges) const;
    NetworkPlan planOf(const SupplyDraft &draft) const;

private:
    void add(const PlanEdge &edge, const PlannedPipe &pipe);
    void addSystem(std::uint32_t number);
    void addSteps(std::uint32_t system, const SupplyDraft &draft, NetworkPlan &plan) const;

    const SupplyProblem &m_problem;
    PlanProblem m_network;
    std::vector<PlannedPipe> m_pipeOf; ///< per edge
    std::vector<std::uint32_t> m_nodeOfLink;
    std::vector<std::uint32_t> m_edgeOfLink;
    std::vector<std::uint32_t> m_firstEdge; ///< per system: that of its opening; its sources and routes follow
};

} // namespace cuntu::water
