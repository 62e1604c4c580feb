// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/capacitated.h"
#include "plugins/relocation/siting_input.h"

namespace cuntu::relocation {

/// Figures and layers of a choice of sites, where each demand goes where CapacitatedSolution::assignment says; those
/// assigned to none to the nearest site. Figures: objective, bound, gap (share of the objective), optimal,
/// stopped_early, sites, persons' mean and largest distance, who is more than 5 km from the old land, and, where it was
/// asked for, what the sites cost, take and have left. Layers: the sites, and a line from each demand to its site with
/// the distance and the reason. @p solution must hold one.
Outcome outcomeOf(const SitingInput &siting, const CapacitatedSolution &solution);

/// Shows @p objective and @p bound instead of what the search minimised, e.g. what is covered instead of what is not.
void showObjective(Outcome &outcome, double objective, double bound);

} // namespace cuntu::relocation
