// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/relocation/siting_input.h"

namespace cuntu::relocation {

/// How the way between a demand and a candidate is measured.
enum class WayMeasure { Network, Straight, GreatCircle, Table, Terrain };

/// What the parameters say: `distance`, or else what layers are given: a network, a table, or neither (straight).
/// Misused where the layer that the measure needs is not given.
Result<WayMeasure> wayMeasure(const ParameterValues &parameters);

/// Fills SitingInput::distances, hasNoPlace and offNetwork_m, rounded as the parameters say.
///
/// Network: see siting_network.h. Straight: in the plane of the layers' CRS. Great circle: haversine on a sphere of
/// 6,378,137 m, as published instances have it. Terrain: minutes, see siting_terrain.h. Table: one row for each pair;
/// pairs without a row have no way, of several rows the shortest counts. Invalid for layers in different systems, or a
/// table that names nobody.
Result<void> measureWays(const AlgorithmInput &input, WayMeasure measure, SitingInput &siting, const JobContext &job);

} // namespace cuntu::relocation
