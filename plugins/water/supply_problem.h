// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/network_plan.h"

namespace cuntu::water {

/// A way that a pipe can take between two places.
struct PipeRoute {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double cost = 0; ///< yuan, of the trench and the pipe
};

/// Works, or a source that works could be built at.
struct SupplySystem {
    double opening = 0;                 ///< yuan, before they give anything
    double capacity = 0;                ///< m³/d that they can still give
    std::vector<std::uint32_t> sources; ///< places where their water is: they themselves, and their mains
    std::vector<std::uint32_t> routes;  ///< that their pipes may take
};

/// A settlement that may be given water by a system.
struct SupplyLink {
    std::uint32_t settlement = 0;
    std::uint32_t system = 0;
    std::uint32_t place = 0; ///< where the pipe must come to
    double cost = 0;         ///< yuan, > 0: pump, tank, taps
};

/// Who could be given a tap, by what, over which routes. Pipes of two systems in one route are two pipes, those of one
/// system share it; what a system gives is at most its capacity, and each settlement has all its water from one.
struct SupplyProblem {
    struct Settlement {
        double weight = 0; ///< persons, > 0
        double need = 0;   ///< m³/d
    };
    std::uint32_t places = 0;
    std::vector<PipeRoute> routes;
    std::vector<SupplySystem> systems;
    std::vector<SupplyLink> links;
    std::vector<Settlement> settlements;
};

/// A pipe of a plan, seen from its system.
struct PlannedPipe {
    std::uint32_t system = 0;
    std::uint32_t route = k_noIndex;      ///< or:
    std::uint32_t link = k_noIndex;       ///< what a settlement needs; neither: the system is opened
    std::uint32_t parent = k_noIndex;     ///< the pipe that it continues
    double cost = 0;                      ///< yuan
    std::uint32_t settlement = k_noIndex; ///< of a link
};

/// What was found.
struct SupplyPlan {
    std::vector<PlannedPipe> pipes;      ///< parents first
    std::vector<std::uint32_t> order;    ///< of `pipes`: in which persons wait least for the money
    std::vector<std::uint32_t> systemOf; ///< per settlement; k_noIndex: left
    std::vector<bool> reachable;         ///< per settlement
    double cost = 0;
    double weight = 0;
    double bound = 0;      ///< with a budget: nobody serves more; else nobody reaches that weight for less
    double mostWeight = 0; ///< with a budget, or where not enough can be: nobody serves more
    bool optimal = false;
    bool isEnough = true;
    bool isStopped = false;

    /// Relative distance to the bound.
    double gap(const PlanGoal &goal) const;
};

/// Plans @p problem. Without capacities it is a Steiner tree over one copy of the routes a system (core/solve/
/// network_plan.h); with them, first plans by a large neighbourhood search and a bound by prices of the capacities
/// (core/solve/plan_limits.h), then branch and bound. Where the wanted weight cannot be served with the capacities, as
/// much as can be is (`isEnough` false), and `bound` is of that. Any thread.
SupplyPlan planSupply(const SupplyProblem &problem, const PlanGoal &goal, const JobContext &job);

} // namespace cuntu::water
