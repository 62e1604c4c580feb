// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/relocation/siting_input.h"

namespace cuntu::relocation {

/// p-median: least sum of weight x distance with exactly @p sites sites. Invalid where the network falls into more
/// parts with demand than there are sites.
Result<SitingSolution> solvePMedian(const SitingInput &siting, std::uint32_t sites, const SitingLimits &limits,
                                    const JobContext &job);

/// Maximal coverage: `objective` and `bound` are the weight that is *not* within @p limit of one of @p sites sites.
Result<SitingSolution> solveMaxCoverage(const SitingInput &siting, std::uint32_t sites, double limit,
                                        const SitingLimits &limits, const JobContext &job);

/// Set cover: the fewest sites so that every demand is within @p limit of one; fixed ones count. Invalid where a demand
/// has no candidate so near: says how many, and which limit would do.
Result<SitingSolution> solveSetCover(const SitingInput &siting, double limit, const SitingLimits &limits,
                                     const JobContext &job);

/// p-centre: the smallest largest distance with @p sites sites, by bisection over the distances that occur, each step a
/// set cover (Minieka 1970, doi:10.1137/1012016).
Result<SitingSolution> solvePCentre(const SitingInput &siting, std::uint32_t sites, const SitingLimits &limits,
                                    const JobContext &job);

} // namespace cuntu::relocation
