// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/suitability/patches.h"
#include "core/suitability/smaa.h"
#include "core/suitability/weighing.h"

namespace cuntu::relocation {

/// A site that is built or planned, held against the same criteria.
struct GradedSite {
    std::string code;
    std::string name;
    Point position; ///< in the project's CRS
    std::optional<std::size_t> cell;
    double score = 0;           ///< not-a-number where a criterion is unknown
    std::vector<double> values; ///< of each criterion
    std::vector<std::size_t> excludedBy;
};

/// What the weights come to.
struct SuitabilityStudy {
    const WeighedLand &land;
    ScaledWeights weights;
    std::optional<PairwiseWeights> pairs; ///< where the weights come from judgements
    ExclusionsOn on;
    Grid scores;
    std::vector<LandPatch> patches;
    std::vector<GradedSite> sites;
    Acceptability acceptability; ///< of the patches, then of the sites that are graded
    std::vector<WeightSensitivity> flips;
    std::vector<Loosening> loosenings;    ///< where there is no patch
    std::optional<double> reachableScore; ///< likewise: the least score that would give one
};

/// The sites of the study that are alternatives beside the patches: none that is excluded, unknown or outside.
std::vector<std::size_t> gradedAlternatives(const SuitabilityStudy &study);

/// Figures and layers of @p study.
Result<Outcome> suitabilityOutcome(const AlgorithmInput &input, const SuitabilityStudy &study);

/// The parameters of relocation.suitability.
std::vector<Parameter> suitabilityParameters();
std::vector<OutcomeFigure> suitabilityFigures();

} // namespace cuntu::relocation
