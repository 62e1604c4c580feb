// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "maps/label/placer.h"
#include "maps/render/render_request.h"

namespace cuntu {

/// The layers of @p request that have labels, in the order in which those are placed: by priority, upper layers first.
std::vector<const RenderLayer *> layersByLabelPriority(const RenderRequest &request);

/// Offers the labels of @p layer's visible features to @p placer, in the order of rows: beside points, inside areas,
/// along lines. Features in no class have none. Stops when @p job is cancelled or when the picture is full.
void placeLabels(const RenderLayer &layer, const MapExtent &extent, LabelPlacer &placer, const JobContext &job);

} // namespace cuntu
