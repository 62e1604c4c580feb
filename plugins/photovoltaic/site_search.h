// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/photovoltaic/line_ways.h"

namespace cuntu::photovoltaic {

/// A village and what it wants.
struct VillageNeed {
    std::uint32_t row = 0;
    int registered = 0;
    int served = 0;         ///< registered households that have enough
    double existing_kW = 0; ///< of its shares in stations that are not retired
    std::vector<Site> sites;
    std::optional<Site> best;
    ArrayPlan plan;
};

/// Registered households of each village and those that have enough, by the code of the day.
Result<std::vector<VillageNeed>> needsOf(const AlgorithmInput &input, const LayerSnapshot &villages,
                                         const ArrayTerms &terms, const JobContext &job);

/// Looks at a lattice of places in each village that wants something, and at its roofs: slope, houses, kinds of land,
/// lines. Those with the cheapest lines are kept, and what no line leads to is left out. Cancelled as the job asks.
Result<void> findSites(const AlgorithmInput &input, const ModelInput &model, const LayerSnapshot &villages,
                       const SiteRules &rules, std::vector<VillageNeed> &needs, const JobContext &job);

/// Models the sun at the places that are left, and takes the cheapest of each village.
Result<void> chooseSites(const ModelInput &model, const LayerSnapshot &villages, const ArrayTerms &terms,
                         std::vector<VillageNeed> &needs, const JobContext &job);

} // namespace cuntu::photovoltaic
