// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/geodesic.h"
#include "core/snapshot/layer_snapshot.h"

namespace cuntu {

/// Finds the feature of a layer that is nearest to a position. The layer must outlive it. One thread.
class NearestFeature {
public:
    /// UnknownCrs where the layer's system is not known.
    static Result<NearestFeature> create(const LayerSnapshot &layer);

    struct Found {
        std::size_t row = 0;
        double distance_m = 0; ///< on the ellipsoid; 0 inside an area
    };
    /// The nearest feature to @p position, in the layer's system, at most @p limit_m away; empty: none is.
    std::optional<Found> at(Point position, double limit_m) const;
    /// Metres from @p position, in the layer's system, to the feature in @p row; infinite where it has no position.
    double distanceTo(std::size_t row, Point position) const;

private:
    NearestFeature(const LayerSnapshot &layer, Geodesic geodesic) : m_layer(layer), m_geodesic(std::move(geodesic)) {}

    const LayerSnapshot &m_layer;
    Geodesic m_geodesic;
};

} // namespace cuntu
