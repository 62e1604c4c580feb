// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/overlay_bars.h"

#include "core/geo/clean.h"
#include "core/snapshot/made_layer.h"
#include "plugins/photovoltaic/declare.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

void BarFeatures::add(const LayerSnapshot &layer, std::size_t row, double share, std::uint8_t barClass,
                      const QString &reason)
{
    if (std::isnan(share) || row >= layer.geometry().size() || !layer.geometry().hasGeometry(row)) {
        return;
    }
    m_bars.push_back({pointInside(layer.geometry().geometry(row)), share});
    m_classes.insert(m_classes.end(), {barClass, m_frameClass});
    m_reasons.insert(m_reasons.end(), 2, reason);
}

OverlayFeatures BarFeatures::laidOut(const Text &name, const LayerSnapshot &beside) const
{
    LayerSchema schema;
    schema.id = u"photovoltaic_bars"_s;
    schema.name = name;
    schema.geometry = GeometryType::Polygon;
    schema.programme = id(k_programme);
    return {madeLayer(std::move(schema), barShapes(m_bars, beside.crs()), beside), m_classes, m_reasons};
}

} // namespace cuntu::photovoltaic
