// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"
#include "core/solve/p_median.h"

namespace cuntu::relocation {

/// What every choice of sites is made from, as the layers give it.
struct SitingInput {
    Immutable<LayerSnapshot> demand;
    Immutable<LayerSnapshot> candidates;
    std::vector<std::uint32_t> demandRows;    ///< per customer; those that weigh nothing are left out
    std::vector<double> weights;              ///< per customer, > 0
    std::vector<std::uint32_t> candidateRows; ///< per site
    std::vector<SiteRule> rules;              ///< per site
    /// Per customer and site the cost of the way between them along the network; infinite where there is none.
    std::vector<std::vector<double>> ways;
    QString unit; ///< of a way; "1" where a field gives the cost
};

/// The parameters that readSitingInput() reads: demand, weight, candidates, open, closed, network, cost,
/// split_at_crossings, snap_m.
std::vector<Parameter> sitingParameters();

/// Reads the layers and measures the ways along the network, which is made of lines that meet at their ends. NotFound
/// for layers and fields that are not there; Invalid, naming what and how much, for demand or candidates away from the
/// network, weights and costs that are negative, and demand that no candidate can be reached from; cancelled.
Result<SitingInput> readSitingInput(const AlgorithmInput &input, const JobContext &job);

/// Where a feature is: its point, or the middle of its extent; not-a-number where it has none.
Point positionOf(const LayerSnapshot &layer, std::size_t row);

/// What people call a feature: its name, else its key, else its number.
QString nameOf(const LayerSnapshot &layer, std::size_t row);

} // namespace cuntu::relocation
