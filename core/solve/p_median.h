// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/solve/service_costs.h"

#include <optional>

namespace cuntu {

/// Which sites may be opened.
enum class SiteRule : std::uint8_t { Free, Open, Closed };

/// How a search for sites is led.
struct SiteSearch {
    std::vector<SiteRule> rules; ///< one a site; empty: all are free
    double gap = 0; ///< content with a choice proven to be within this share of the optimum; 0: the optimum
};

/// A choice of sites, and what is known about how good it is.
struct SiteChoice {
    std::vector<std::uint32_t> sites;    ///< ascending
    std::vector<std::uint32_t> servedBy; ///< per customer; k_noIndex where none of the sites can serve it
    double objective = 0;
    double bound = 0;      ///< no choice is better than this
    bool optimal = false;  ///< proven: nothing is better, by more than the rounding of sums
    std::size_t nodes = 0; ///< of the search tree that were looked at

    /// How far from the optimum it may be at most, as a share of the objective; 0 where it is optimal.
    double gap() const { return optimal || objective <= 0 ? 0 : (objective - bound) / objective; }
};

/// Chooses @p count sites so that the sum of all customers' costs to their cheapest chosen site is least (the p-median
/// problem). Exact.
///
/// Bounds come from the Lagrangian relaxation of 'each customer is served' (Cornuejols, Fisher, Nemhauser 1977,
/// doi:10.1287/mnsc.23.8.789) by subgradients; sites whose reduced costs say so are fixed (Beasley 1993,
/// doi:10.1016/0377-2217(93)90182-M); good choices by interchange (Resende, Werneck 2004,
/// doi:10.1023/B:HEUR.0000019986.96257.50); what is left is branched on, open or closed.
///
/// Invalid where the rules allow fewer than @p count sites or demand more. A customer that cannot be served by the
/// choice counts ServiceCosts::unserved(), so that as few as possible are left out. When the job is cancelled, the best
/// choice so far is the answer, with its proven gap; else the same inputs give the same choice.
CUNTU_CORE_EXPORT Result<SiteChoice> solvePMedian(const ServiceCosts &costs, std::size_t count,
                                                  const SiteSearch &search, const JobContext &job);

} // namespace cuntu
