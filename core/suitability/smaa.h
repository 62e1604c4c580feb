// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

#include <optional>
#include <span>
#include <vector>

namespace cuntu {

/// The weightings that people call reasonable: weights >= 0 with sum 1, each within its limits, and in the orders
/// given.
struct WeightRange {
    struct Order {
        std::size_t more = 0; ///< weighs at least as much as
        std::size_t less = 0; ///< this
    };
    std::vector<double> least; ///< per criterion, 0 to 1
    std::vector<double> most;
    std::vector<Order> orders;
};

/// How weightings are drawn.
struct AcceptabilityOptions {
    std::size_t samples = 10'000; ///< a share is then within 0.01 of the exact one in 95 of 100 cases
    quint64 seed = 1;
    /// Values are uncertain by so much to both sides, evenly; 0: certain. Cut off at 0 and 1.
    double valueSpread = 0;
};

/// What all reasonable weightings say of each alternative.
struct Acceptability {
    std::size_t samples = 0;
    std::vector<std::vector<double>> ranks; ///< per alternative and rank: share of weightings in which it has that rank
    /// Per alternative: the mean of the weightings that make it the best; empty where none does.
    std::vector<std::vector<double>> centralWeights;
    /// Per alternative: share of drawn values with which it is the best at its central weights; 0 without them.
    std::vector<double> confidence;

    /// Share of weightings in which @p alternative is the best.
    double best(std::size_t alternative) const { return ranks[alternative].front(); }
};

/// Stochastic multicriteria acceptability analysis (Lahdelma, Hokkanen and Salminen 1998,
/// doi:10.1016/S0377-2217(97)00163-X; ranks and confidence factors: Lahdelma and Salminen 2001, SMAA-2,
/// doi:10.1287/opre.49.3.444.11220) of @p alternatives, each with a value from 0 to 1 per criterion, under a weighted
/// sum. Weightings are drawn evenly from @p range: from the simplex (gaps between sorted even numbers) shrunk to the
/// least weights, those outside the range rejected; where fewer than 1 in 100 are inside, by hit-and-run (Smith 1984,
/// doi:10.1287/opre.32.6.1296) within the range. Of equal alternatives the first is better. The same in every run.
/// Invalid where no weighting is in the range, saying why, or sizes do not fit; cancelled. O(samples x alternatives x
/// (criteria + log alternatives)). Any thread.
CUNTU_CORE_EXPORT Result<Acceptability> acceptability(std::span<const std::vector<double>> alternatives,
                                                      const WeightRange &range, const AcceptabilityOptions &options,
                                                      const JobContext &job);

/// Where one weight, changed alone, makes another alternative the best.
struct WeightFlip {
    double weight = 0; ///< 0 to 1
    std::size_t best = 0;
};
/// Of one criterion.
struct WeightSensitivity {
    std::optional<WeightFlip> below; ///< the largest weight below the present one at which the best changes
    std::optional<WeightFlip> above; ///< the smallest one above
};

/// For each criterion, exactly where the best of @p alternatives changes when its weight goes up or down and the others
/// keep their proportions: scores are straight lines in that weight. @p weights sum to 1. Empty without alternatives.
CUNTU_CORE_EXPORT std::vector<WeightSensitivity> weightSensitivity(std::span<const std::vector<double>> alternatives,
                                                                   std::span<const double> weights);

} // namespace cuntu
