// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/capacitated.h"
#include "plugins/relocation/siting_input.h"

namespace cuntu::relocation {

/// What adopting the choice would write: the site of each household (field reloc_site). Where demands are households,
/// of each that goes somewhere; where they are settlements, of the households of each that are to move and have not
/// moved in. Of other layers nothing.
Result<std::vector<ProposedMark>> proposedSites(const AlgorithmInput &input, const SitingInput &siting,
                                                const CapacitatedSolution &solution, const JobContext &job);

} // namespace cuntu::relocation
