// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/capacitated.h"
#include "plugins/relocation/siting_input.h"

namespace cuntu::relocation {

/// Fields of the layers of demands and of candidates that wishes are read from; empty where they are not asked for.
struct WishFields {
    QString level;     ///< of candidates: 1 the best, or the gradient of DOMAIN B.3
    QString together;  ///< of demands: those with the same text go to one site
    QString landLimit; ///< of demands: the largest distance to their old land
    QString siteLand;  ///< of candidates: mu that a site takes

    static WishFields from(const ParameterValues &parameters);
};

/// Parameters of wishes: who stays together, land of a site, and, @p withLand, the largest distance to the old land.
std::vector<Parameter> wishParameters(bool withLand);
/// The price at which a group may be split: of models that minimise a sum of distances.
Parameter splitParameter();
/// Parameters of the preference for the level of a site: of models that minimise a sum of distances.
std::vector<Parameter> levelParameters();

/// Fills SitingInput::costs, ownLimits, groups and siteLand once distances are measured. Invalid for levels that are
/// no levels and for factors below 1.
Result<void> readWishes(const AlgorithmInput &input, const WishFields &fields, SitingInput &siting);

/// What the models solve: the wishes as plain distances, costs and one limit for all.
struct WishedSiting {
    SitingInput input;           ///< a demand for each group; where limits are its own, distances are shifted so that
                                 ///< what is too much for one is too much for all
    std::optional<double> limit; ///< of those distances
    std::vector<std::uint32_t> groupOf; ///< per demand of the whole: its demand in `input`
};

/// @p siting with the wishes put in, and @p limit where the model has one; groups that may be split stay in it as they
/// are (solveSplitMedian()). The distance of a group is that of its
/// farthest member, its cost the mean by weights: so the sum of all that the members cost stays what it was.
WishedSiting wished(const SitingInput &siting, std::optional<double> limit);

/// Takes the limit into the costs, for models that have none of their own: beyond it a demand goes nowhere.
void keepWithin(WishedSiting &wishes);

/// The site of each demand of the whole: for each group the open one that costs least within the limit, or nothing.
CapacitatedSolution assigned(const WishedSiting &wishes, const SitingSolution &solution, bool byDistance);
/// The same for a solution that says itself where each group goes.
CapacitatedSolution assigned(const WishedSiting &wishes, const CapacitatedSolution &solution);

} // namespace cuntu::relocation
