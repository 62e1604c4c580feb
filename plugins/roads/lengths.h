// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/snapshot/layer_snapshot.h"

namespace cuntu::roads {

/// Length of each segment of @p roads as drawn, in kilometres on the ellipsoid. UnknownCrs, cancelled.
Result<std::vector<double>> drawnLengths_km(const LayerSnapshot &roads, const JobContext &job);

/// The same as the table reports it where layer roads has length_km loaded and it is given, else as drawn.
Result<std::vector<double>> segmentLengths_km(const LayerSnapshot &roads, const JobContext &job);

} // namespace cuntu::roads
