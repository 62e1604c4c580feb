// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/network_plan.h"

namespace cuntu::water {

/// A node at which a settlement gets water from a system.
struct GreedyLink {
    std::uint32_t settlement = 0;
    std::uint32_t system = 0;
    std::uint32_t node = 0;
};

/// Some plan of @p network that keeps to the capacities, at once: whoever costs least a person comes next, over what is
/// built already, until @p goal's weight is reached, or nobody fits any more. @p needs per demand, @p capacities per
/// system. Says nothing about bounds.
NetworkPlan greedyPlan(const PlanProblem &network, const std::vector<GreedyLink> &links,
                       const std::vector<double> &needs, const std::vector<double> &capacities, const PlanGoal &goal);

} // namespace cuntu::water
