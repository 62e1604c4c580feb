// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace cuntu {

/// A place that could be done: what it costs and how much it brings.
struct Offer {
    std::uint32_t row = 0;
    double cost = 0; ///< in whatever unit, >= 0
    double gain = 0; ///< towards the target, > 0
};

/// Places to do.
struct CheapestSet {
    std::vector<std::uint32_t> rows; ///< ascending
    double cost = 0;
    double gain = 0;
    double bound = 0;     ///< no set reaches the gain for less; with a budget: none within it gains more
    bool optimal = false; ///< proven
    bool enough = false;  ///< the wanted gain is reached
};

/// The places that together gain at least @p wanted for the least cost; with @p budget, where that costs more, those
/// that gain most within it. Both are knapsacks: what is left out may miss so much gain at most and saves its cost;
/// what is taken may cost so much at most. Exact by dynamic programming where gains are whole (households), else by
/// branch and bound (core/solve/knapsack.h), which may give up and then leaves a bound. The same input gives the same
/// answer.
CUNTU_CORE_EXPORT CheapestSet cheapestSet(const std::vector<Offer> &offers, double wanted,
                                          std::optional<double> budget);

} // namespace cuntu
