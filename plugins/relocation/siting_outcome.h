// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/relocation/siting_input.h"

namespace cuntu::relocation {

/// Figures and layers of a choice of @p sites: each demand goes to the nearest of them. Figures: objective, bound, gap
/// (share of the objective), optimal, stopped_early, sites, persons' mean and largest distance. Layers: the sites, and
/// a line from each demand to its site with the distance and the reason.
Outcome outcomeOf(const SitingInput &siting, const SitingSolution &solution);

/// Shows @p objective and @p bound instead of what the search minimised, e.g. what is covered instead of what is not.
void showObjective(Outcome &outcome, double objective, double bound);

} // namespace cuntu::relocation
