// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "maps/label/placer.h"
#include "maps/render/render_request.h"

#include <span>

namespace cuntu {

/// The layers of @p request that have labels, in the order in which those are placed: by priority, upper layers first.
std::vector<const RenderLayer *> layersByLabelPriority(const RenderRequest &request);

/// Offers the labels of the visible features of @p layers, as layersByLabelPriority() has them, to @p placer. Of layers
/// of one priority those that the request keeps come first, then the others, layer by layer in the order of rows:
/// beside points, inside areas, along lines, or where the style says so on a leader. Features in no class have none.
/// Stops when
/// @p job is cancelled or when the picture is full.
void placeLabels(std::span<const RenderLayer *const> layers, const RenderRequest &request, LabelPlacer &placer,
                 const JobContext &job);

} // namespace cuntu
