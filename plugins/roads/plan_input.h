// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/network_plan.h"
#include "plugins/roads/plan_costs.h"

namespace cuntu::roads {

/// Whose number a plan maximises.
enum class PlanWeight { Households, Persons, Settlements };

/// A connection as a problem of what to build. The root is the destination with all usable roads that hang together
/// with it; demands are the settlements that are counted and not connected.
///
/// A classified road that is not usable is a destination for who builds the whole of it (README.md): one way from the
/// root onto it, at the cost of all of it. A gap that a road on either side does not close by itself, as it is not
/// usable, costs its length. Seats of committees are destinations wherever they are.
struct PlanInput {
    /// What an edge of the problem is.
    struct Way {
        std::uint32_t edge = k_noIndex;      ///< of the network
        std::uint32_t wholeLine = k_noIndex; ///< or: all of this line
    };

    PlanProblem problem;
    std::vector<Way> ways;                  ///< per edge of the problem
    std::vector<std::uint32_t> settlements; ///< per demand: row
    double connectedWeight = 0;             ///< of counted settlements that are connected already
    double countedWeight = 0;               ///< of all counted settlements, also those with a weight of 0 or unknown
};

/// Makes the problem. Pure.
PlanInput planInput(const Connection &connection, const LineCosts &costs, PlanWeight weight);

/// The weight of a settlement; 0 where it is not known.
double weightOf(const Standing &standing, PlanWeight weight);

} // namespace cuntu::roads
