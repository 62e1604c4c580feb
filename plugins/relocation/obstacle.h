// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/relocation/models.h"

namespace cuntu::relocation {

/// A condition that cannot be kept, and by how much.
struct Violation {
    QString constraint; ///< capacity, packing, size, reach, cut_off, sites, fixed, budget, parts, together, undecided
    double amount = 0;  ///< what is missing, in the constraint's unit; infinite where no value would do
    QString sentence;
};

/// The smallest change of one condition that lets all others be kept.
struct Relaxation {
    QString kind;       ///< sites, places, reach, budget, unfix, release, leave_out, snap_m, combined
    double amount = 0;  ///< how much more (or less)
    double value = 0;   ///< what the condition is then
    QString at;         ///< the site or demands that it is about
    bool proven = true; ///< nothing smaller would do
    QString sentence;
};

/// Why there is no solution, and what would make one.
struct Obstacle {
    std::vector<Violation> violations;
    std::vector<Relaxation> relaxations;

    bool isEmpty() const { return violations.empty(); }
};

/// Set cover: within terms.limit, with at most terms.sites sites where that is given.
Obstacle obstacleOfSetCover(const SitingInput &siting, const SitingTerms &terms, const SitingLimits &limits,
                            const JobContext &job);

/// p-centre with terms.sites sites.
Obstacle obstacleOfPCentre(const SitingInput &siting, const SitingTerms &terms);

/// Capacitated p-median, where solveCapacitatedMedian() found that there is none.
Obstacle obstacleOfCapacitated(const SitingInput &siting, const SitingTerms &terms, const SitingLimits &limits,
                               const JobContext &job);

/// Capacitated p-median, where solveCapacitatedMedian() found none in time and did not prove that there is none either:
/// what would do, as far as it was found; nothing smaller is excluded.
Obstacle undecidedCapacitated(const SitingInput &siting, const SitingTerms &terms, const SitingLimits &limits,
                              const JobContext &job);

/// As obstacleOutcome(), but it is not known whether the conditions can be kept: `feasible` is empty.
Outcome undecidedOutcome(const Obstacle &obstacle);

/// Figures: feasible (false), violations, relaxations, and all sentences as `sentence`.
Outcome obstacleOutcome(const Obstacle &obstacle);

} // namespace cuntu::relocation
