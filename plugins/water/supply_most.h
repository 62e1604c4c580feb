// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/water/supply_problem.h"

namespace cuntu::water {

/// Per settlement: the pipes of some system that may serve it come to it, whatever it can still give.
std::vector<bool> reachableSettlements(const SupplyProblem &problem);

/// No plan of @p problem serves more weight, whatever it costs: as if settlements could have their water from several
/// systems. Exact for that: what can be given is a polymatroid, so that taking those with most weight a m³/d first is
/// best (Edmonds 1970, doi:10.1007/3-540-36478-1_2). O(settlements * links * augmentations).
double mostWeight(const SupplyProblem &problem);

} // namespace cuntu::water
