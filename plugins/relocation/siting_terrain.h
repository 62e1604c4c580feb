// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/relocation/siting_input.h"

namespace cuntu::relocation {

/// Fills SitingInput::distances with minutes over the terrain model of parameter `terrain`, the mean of there and back:
/// on foot by core/terrain's Walking at `off_path` of Tobler's speed, and along the lines of `network`, where one is
/// given, at `ride_km_h`. The model is read in square cells, of 30 m or as large as keeps them below 250,000.
///
/// @p positions: demands, then candidates, in the system of the layers. Two searches for each candidate. Invalid where
/// the model does not cover demands or candidates that may be chosen, with how many and which; cancelled.
Result<void> measureOverTerrain(const AlgorithmInput &input, const std::vector<Point> &positions, SitingInput &siting,
                                const JobContext &job);

} // namespace cuntu::relocation
