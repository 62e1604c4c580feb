// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "maps/label/label.h"
#include "maps/render/render_request.h"

#include <optional>

namespace cuntu {

/// Points of a layer that lie together at one scale.
struct Cluster {
    Point centre;            ///< the mean of its points
    std::uint32_t count = 1; ///< of points
    std::uint32_t row = 0;   ///< the first of them
    bool operator==(const Cluster &) const = default;
};

/// Joins the points of @p layer that lie within about @p reach (map units) of each other: those of a square of that
/// side, then squares whose means are closer than it, the fuller first. The squares stand still in the map, so that
/// clusters do while it is moved. Each point with a position is in one; they come in the order of their first rows.
/// Features of several points count where their first one is. O(n log n).
CUNTU_MAPS_EXPORT Result<std::vector<Cluster>> joinPoints(const LayerSnapshot &layer, double reach,
                                                          const JobContext &job);

/// What is drawn of @p layer, whose style is a cluster: a layer of its clusters in @p extent, sized by their numbers.
/// Reaches change with the scale in steps of the square root of two; the clusters of each are kept with the layer.
struct ClusterPicture {
    RenderLayer layer;                        ///< points with a field `count`
    Immutable<std::vector<Cluster>> clusters; ///< of its rows
};
CUNTU_MAPS_EXPORT Result<ClusterPicture> clusterPicture(const RenderLayer &layer, const MapExtent &extent,
                                                        const JobContext &job);

/// The number in the middle of cluster @p row of @p picture; empty where it stands for a single point.
CUNTU_MAPS_EXPORT std::optional<Label> clusterLabel(const ClusterPicture &picture, std::size_t row,
                                                    const MapExtent &extent);

} // namespace cuntu
