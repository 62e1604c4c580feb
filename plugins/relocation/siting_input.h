// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"
#include "core/solve/siting.h"
#include "plugins/relocation/services.h"

namespace cuntu::relocation {

/// How the way between a demand and a candidate is measured.
enum class WayMeasure { Network, Straight, GreatCircle, Table, Terrain };

/// Demands, candidates and the way between each two, as the algorithms of siting read them.
struct SitingInput {
    Immutable<LayerSnapshot> demand;
    Immutable<LayerSnapshot> candidates;
    std::array<Immutable<LayerSnapshot>, 3> serviceLayers; ///< of services(); null: not asked for
    WayMeasure measure = WayMeasure::Straight;
    std::vector<double> weights;   ///< per demand, >= 0
    std::vector<SiteRule> rules;   ///< per candidate
    std::vector<double> distances; ///< demand x candidate; infinite: no way
    QString unit;                  ///< of a distance: "m", "min" over terrain, or empty where a cost field is used
    QString demandKey;             ///< fields that name demands and candidates; see featureName()
    QString candidateKey;
    std::vector<double> offNetwork_m; ///< per demand: where it is too far from the network to join it, how far; else 0
    std::vector<double> sizes;        ///< per demand: what it takes of a capacity
    std::vector<double> capacities;   ///< per candidate; empty: not asked for
    std::vector<double> prices;       ///< per candidate; empty: not asked for
    std::optional<double> budget;
    std::vector<double> costs;         ///< demand x candidate: what a weight of 1 counts in sums; empty: the distance
    std::vector<double> ownLimits;     ///< per demand: the largest distance to its old land; empty: none has one
    std::vector<std::uint32_t> groups; ///< per demand: those of one number go to one site; empty: each for itself
    std::optional<double> splitCost;   ///< of each site a group goes to beyond its first; empty: groups stay whole
    std::vector<double> siteLand;      ///< per candidate, mu; empty: not asked for
    /// Per candidate, of services(): the way to the nearest; empty: not asked for.
    std::array<std::vector<double>, 3> serviceWays;
    QStringList demandNames; ///< where demands are no rows of the layer

    std::size_t demandCount() const { return weights.size(); }
    std::size_t candidateCount() const { return rules.size(); }
    QString demandName(std::size_t row) const;
    QString candidateName(std::size_t site) const;
    /// As people read it: the name where the layer has one, else candidateName().
    QString candidateLabel(std::size_t site) const;
    double distance(std::size_t demandRow, std::size_t site) const
    {
        return distances[demandRow * candidateCount() + site];
    }
    double cost(std::size_t demandRow, std::size_t site) const
    {
        return costs.empty() ? distance(demandRow, site) : costs[demandRow * candidateCount() + site];
    }
};

/// Parameters that all algorithms of siting have: layers, fields, measure, fixed and forbidden sites, gap, time.
std::vector<Parameter> sitingParameters();
/// The number of sites.
Parameter sitesParameter();
/// The most sites that are allowed; need not be given.
Parameter mostSitesParameter();
/// The largest distance that counts as served.
Parameter limitParameter();
/// What sites cost, and what all of them may cost.
std::vector<Parameter> budgetParameters();
/// What demands take of a capacity, and the capacities.
std::vector<Parameter> capacityParameters();

/// Reads layers and measures all ways. Errors name the layer, how many features are wrong and the first of them:
/// Invalid for no demand, no candidate, a negative or missing weight or cost.
Result<SitingInput> readSiting(const AlgorithmInput &input, const JobContext &job);

/// Invalid where a demand with a weight has no way to any candidate that is not forbidden; says which, and what
/// to do about it by SitingInput::measure.
Result<void> checkReach(const SitingInput &siting);

/// What people call feature @p row of @p layer: field @p key where one is given and filled, else its key, else its
/// name, else its id.
QString featureName(const LayerSnapshot &layer, std::size_t row, const QString &key = {});

/// Where the search may stop and who looks for the proof, from the parameters.
SitingLimits limitsOf(const ParameterValues &parameters);

} // namespace cuntu::relocation
