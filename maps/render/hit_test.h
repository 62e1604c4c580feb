// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/render_request.h"

#include <optional>

namespace cuntu {

/// A feature on the map.
struct MapFeature {
    QString layer;
    std::uint32_t row = 0;
    bool operator==(const MapFeature &) const = default;
};

/// The features within @p reach map units of @p position, topmost layer first; within a layer
/// nearest first, then by row. An area counts when @p position is inside it or within reach of its border. Layers that
/// are not drawn at the extent's scale and rows in no class are left out, as they are not seen. Any thread.
CUNTU_MAPS_EXPORT std::vector<MapFeature> featuresAt(const RenderRequest &request, Point position, double reach);

/// The topmost of featuresAt(), or nothing.
CUNTU_MAPS_EXPORT std::optional<MapFeature> topFeatureAt(const RenderRequest &request, Point position, double reach);

/// The drawn features of layer @p layer that touch @p box, in the order of rows: points inside it, lines and areas that
/// have a vertex in it, cross its border or surround it. Any thread.
CUNTU_MAPS_EXPORT std::vector<std::uint32_t> featuresIn(const RenderLayer &layer, const Box &box);

/// Planar distance of feature @p row from @p position in map units: 0 inside an area; infinite without geometry.
CUNTU_MAPS_EXPORT double featureDistance(const PackedGeometry &geometry, std::size_t row, Point position);

} // namespace cuntu
