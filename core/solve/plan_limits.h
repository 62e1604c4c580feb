// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/network_plan.h"

#include <functional>

namespace cuntu {

/// Something that edges of a PlanProblem take from, and of which there is only so much: a capacity. An edge that takes
/// is one-way, costs something, and is the only way into its end: another one beside it, which takes less, could be
/// left out where the network is reduced by costs alone, and the bound would be too high.
struct PlanLimit {
    struct Take {
        std::uint32_t edge = 0;
        double amount = 0; ///< finite, >= 0
    };
    double most = 0;
    std::vector<Take> takes;
};

/// What is proven of the plans that keep to limits.
struct LimitedBound {
    double bound = 0;           ///< with a budget: nobody serves more; else nobody reaches the wanted weight for less
    std::vector<double> prices; ///< per limit: of what edges take from it, in the unit of costs
};

/// Bounds plans of @p problem that keep to @p limits: Lagrangian relaxation (Fisher 1981, doi:10.1287/mnsc.27.1.1) of
/// the limits and of the budget or the wanted weight, one of which must be given; what is left is bounded by
/// dual ascent as planNetwork() does. Prices move along the subgradient (Held and Karp 1971, doi:10.1007/BF01584070) by
/// steps to the value of a known plan: @p known, its cost or with a budget its weight. @p onPlan is given the edges of
/// the plan at each price, which may break the limits and miss what is wanted. Ends after @p rounds, when nothing is
/// gained any more, or at the goal's time limit. Throws as planNetwork(), and std::invalid_argument where a PlanLimit
/// is not as it says. Any thread.
CUNTU_CORE_EXPORT LimitedBound boundWithLimits(const PlanProblem &problem, const std::vector<PlanLimit> &limits,
                                               const PlanGoal &goal, double known, int rounds,
                                               const std::function<void(const std::vector<std::uint32_t> &)> &onPlan,
                                               const JobContext &job);

} // namespace cuntu
