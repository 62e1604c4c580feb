// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/feature_edit.h"
#include "core/snapshot/layer_snapshot.h"

namespace cuntu {

/// How a vertex of a layer is changed.
struct VertexChange {
    FeatureId feature;
    std::size_t point = 0; ///< its number among the points of the feature's geometry, over all parts
    Point position;        ///< where it is, to see that the feature is still what the user saw
    bool isShared = true;  ///< neighbours that have a vertex there, or the same stretch, change along with it
};

/// The edits that move the vertex to @p to. Conflict where it is no longer there.
CUNTU_CORE_EXPORT Result<std::vector<FeatureEdit>> moveVertex(const LayerSnapshot &layer, const VertexChange &vertex,
                                                              Point to);

/// The edits that put a new vertex at @p at into the stretch from the vertex to the next one of its part.
CUNTU_CORE_EXPORT Result<std::vector<FeatureEdit>> insertVertex(const LayerSnapshot &layer, const VertexChange &vertex,
                                                                Point at);

/// The edits that take the vertex out; of neighbours only areas lose theirs, as lines may have their end there. Invalid
/// where too little of the feature would be left.
CUNTU_CORE_EXPORT Result<std::vector<FeatureEdit>> removeVertex(const LayerSnapshot &layer, const VertexChange &vertex);

} // namespace cuntu
