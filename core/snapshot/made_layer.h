// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/layer_snapshot.h"

namespace cuntu {

/// A layer that no table holds, such as lines or areas that an overlay draws beside features: one feature for each of
/// @p shapes, all of the type of @p schema, in that order, numbered from 1, without columns. Positions are in the CRS
/// of @p like, whose revision it has too. An empty shape is a feature without geometry. Any thread.
CUNTU_CORE_EXPORT Immutable<LayerSnapshot> madeLayer(LayerSchema schema, std::span<const Geometry> shapes,
                                                     const LayerSnapshot &like);

} // namespace cuntu
