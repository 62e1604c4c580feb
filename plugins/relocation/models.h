// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/capacitated.h"
#include "plugins/relocation/siting_input.h"

namespace cuntu::relocation {

/// What limits a choice of sites.
struct SitingTerms {
    std::optional<std::uint32_t> sites; ///< exactly so many, or, for a set cover, at most
    std::optional<double> limit;        ///< the largest distance that counts as served
};

/// p-median: least sum of weight x cost with exactly @p sites sites, within SitingInput::budget where it is set.
/// Invalid where the network falls into more parts with demand than there are sites.
Result<SitingSolution> solvePMedian(const SitingInput &siting, std::uint32_t sites, const SitingLimits &limits,
                                    const JobContext &job);

/// Maximal coverage: `objective` and `bound` are the weight that is *not* within @p limit of one of the sites. Exactly
/// @p sites sites, and, where SitingInput::budget is set, within it; without a number as many as that allows.
Result<SitingSolution> solveMaxCoverage(const SitingInput &siting, std::optional<std::uint32_t> sites, double limit,
                                        const SitingLimits &limits, const JobContext &job);

/// Set cover: the fewest sites so that every demand is within @p limit of one; fixed ones count. Invalid where a demand
/// has no candidate so near: says how many, and which limit would do.
Result<SitingSolution> solveSetCover(const SitingInput &siting, double limit, const SitingLimits &limits,
                                     const JobContext &job);

/// Capacitated p-median: each demand whole to one site within the limit, no site above SitingInput::capacities, within
/// the budget; least sum of weight x distance. Demands of neither weight nor size are assigned to none.
CapacitatedSolution solveCapacitatedMedian(const SitingInput &siting, const SitingTerms &terms,
                                           const SitingLimits &limits, const JobContext &job);

/// The same, or, without SitingInput::capacities, p-median, where groups may be split at SitingInput::splitCost; groups
/// are those of SitingInput::groups.
CapacitatedSolution solveSplitMedian(const SitingInput &siting, const SitingTerms &terms, const SitingLimits &limits,
                                     const JobContext &job);

/// @p siting with room for everybody everywhere, where it has no capacities.
SitingInput withCapacities(const SitingInput &siting);

/// The problem that solveCapacitatedMedian() gives to the search; its demands are the rows of @p rows.
CapacitatedProblem capacitatedProblem(const SitingInput &siting, const SitingTerms &terms,
                                      std::vector<std::size_t> &rows);

/// p-centre: the smallest largest distance with @p sites sites, by bisection over the distances that occur, each step a
/// set cover (Minieka 1970, doi:10.1137/1012016).
Result<SitingSolution> solvePCentre(const SitingInput &siting, std::uint32_t sites, const SitingLimits &limits,
                                    const JobContext &job);

} // namespace cuntu::relocation
