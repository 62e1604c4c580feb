// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/capacitated.h"

namespace cuntu {

/// Demands that rather stay together: each site that a group goes to beyond its first one costs `price`, in the unit of
/// the objective.
struct SplitGroups {
    std::vector<std::uint32_t> groupOf; ///< per demand
    double price = 0;                   ///< >= 0
};

/// The capacitated problem where groups may be split at a price; capacities may be infinite. A start is the better of
/// two: groups whole, and groups not looked at; the optimum of the latter is a bound as well. What lies between them is
/// left to CBC with a linear programme that is exact; without CBC, or where the problem is too large for it, the gap
/// stays. Else as solveCapacitated().
CUNTU_CORE_EXPORT CapacitatedSolution solveSplitGroups(const CapacitatedProblem &problem, const SplitGroups &groups,
                                                       const SitingLimits &limits, const JobContext &job);

/// What the assignments of @p solution cost, the prices of split groups included.
CUNTU_CORE_EXPORT double splitCost(const CapacitatedProblem &problem, const SplitGroups &groups,
                                   const CapacitatedSolution &solution);

} // namespace cuntu
