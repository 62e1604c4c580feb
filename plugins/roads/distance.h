// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/snapshot/layer_snapshot.h"
#include "core/solve/nearest_line.h"

namespace cuntu::roads {

/// For each of @p features (its first point) the straight distance in metres to the nearest of those @p roads that @p
/// used says (one flag a road), and its row as NearestLine::line; of equally near ones that with the lowest id. None
/// where there is no such road or no position. In the project's plane system, in longitude and latitude in the one that
/// fits the roads. Any thread; uses several. UnknownCrs, cancelled.
Result<std::vector<NearestLine>> nearestRoads(const LayerSnapshot &roads, const std::vector<bool> &used,
                                              const LayerSnapshot &features, const JobContext &job);

} // namespace cuntu::roads
