// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/bar_features.h"

#include "core/snapshot/feature_place.h"
#include "core/snapshot/made_layer.h"

#include <cmath>

namespace cuntu {

void BarFeatures::add(const LayerSnapshot &layer, std::size_t row, double share, std::uint8_t barClass,
                      const QString &reason)
{
    const Point place = placeOf(layer, row);
    if (!std::isfinite(share) || std::isnan(place.x)) {
        return;
    }
    m_bars.push_back({place, share});
    m_classes.insert(m_classes.end(), {barClass, m_frameClass});
    m_reasons.insert(m_reasons.end(), 2, reason);
}

OverlayFeatures BarFeatures::laidOut(const QString &id, const Text &name, const QString &programme,
                                     const LayerSnapshot &beside) const
{
    LayerSchema schema;
    schema.id = id;
    schema.name = name;
    schema.geometry = GeometryType::Polygon;
    schema.programme = programme;
    return {madeLayer(std::move(schema), barShapes(m_bars, beside.crs()), beside), m_classes, m_reasons};
}

} // namespace cuntu
