// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/relocation/siting_input.h"

namespace cuntu::relocation {

/// Fills SitingInput::distances with minutes over the terrain model of parameter `terrain`, the mean of there and back:
/// on foot by core/terrain's Walking at `off_path` of Tobler's speed, and along the lines of `network`, where one is
/// given, at `ride_km_h`: from cell to cell, so that lines that cross or run side by side within a cell join there
/// (`snap_m`, `split_at_crossings` and `cost` mean nothing here). The model is read around demands and candidates in
/// square cells, of 30 m or as large as keeps them below 250,000.
///
/// @p positions: demands, then services, then candidates, in the system of the layers. Two searches for each candidate.
/// Places without a position, services off the model, and demands of no weight off it are out of reach. Invalid where
/// it does not cover other demands, or candidates that may be chosen, with how many and which; cancelled.
Result<void> measureOverTerrain(const AlgorithmInput &input, const std::vector<Point> &positions, SitingInput &siting,
                                const JobContext &job);

} // namespace cuntu::relocation
