// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"

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
/// that gain most within it. Exact by dynamic programming over the gain where gains are whole numbers (or all the same)
/// and (offers x wanted) is at most 10^8; else by branch and bound on the relaxation of Dantzig 1957
/// (doi:10.1287/opre.5.2.266), cut off after 10^6 nodes with the bound that is left. The same input gives the same
/// answer. Cancelled.
CUNTU_CORE_EXPORT Result<CheapestSet> cheapestSet(const std::vector<Offer> &offers, double wanted,
                                                  std::optional<double> budget, const JobContext &job);

} // namespace cuntu
