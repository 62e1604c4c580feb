// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/relocation/siting_input.h"

namespace cuntu::relocation {

/// What the parameters say: `distance`, or else what layers are given: a network, a table, or neither (straight).
/// Misused where the layer that the measure needs is not given, or a layer of services beside a table, which has no
/// ways to them.
Result<WayMeasure> wayMeasure(const ParameterValues &parameters);

/// Fills SitingInput::distances, offNetwork_m and, of the service layers that are there, serviceWays by @p
/// siting.measure, rounded as the parameters say. Candidates that the network does not come to are forbidden.
///
/// Network: see siting_network.h. Straight: in the plane of the layers' CRS. Great circle: haversine on a sphere of
/// 6,378,137 m, as published instances have it. Terrain: minutes, see siting_terrain.h. Table: one row for each pair;
/// pairs without a row have no way, of several rows the shortest counts. A kind of service without any place is out of
/// everybody's reach. Invalid for layers in different systems, or a table that names nobody.
Result<void> measureWays(const AlgorithmInput &input, SitingInput &siting, const JobContext &job);

} // namespace cuntu::relocation
