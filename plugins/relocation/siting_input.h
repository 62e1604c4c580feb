// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"
#include "core/solve/siting.h"

namespace cuntu::relocation {

/// Demands, candidates and the way between each two, as the algorithms of siting read them.
struct SitingInput {
    Immutable<LayerSnapshot> demand;
    Immutable<LayerSnapshot> candidates;
    std::vector<double> weights;   ///< per demand, >= 0
    std::vector<SiteRule> rules;   ///< per candidate
    std::vector<double> distances; ///< demand x candidate along the network; infinite: no way
    QString unit;                  ///< of a distance: "m", or empty where a cost field is used

    std::size_t demandCount() const { return weights.size(); }
    std::size_t candidateCount() const { return rules.size(); }
    double distance(std::size_t demandRow, std::size_t site) const
    {
        return distances[demandRow * candidateCount() + site];
    }
};

/// Parameters that all algorithms of siting have: layers, fields, fixed and forbidden sites, reach, gap, time.
std::vector<Parameter> sitingParameters();
/// The number of sites.
Parameter sitesParameter();
/// The largest distance that counts as served.
Parameter limitParameter();

/// Reads layers and measures all ways. Errors name the layer, how many features are wrong and the first of them:
/// Invalid for no candidate, a negative or missing weight or cost, or a demand that the network does not reach.
Result<SitingInput> readSiting(const AlgorithmInput &input, const JobContext &job);

/// What people call feature @p row of @p layer: its key, else its name, else its id.
QString featureName(const LayerSnapshot &layer, std::size_t row);

/// Where the search may stop, from the parameters.
SitingLimits limitsOf(const ParameterValues &parameters);

} // namespace cuntu::relocation
