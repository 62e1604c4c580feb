// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/feature_place.h"

#include "core/geo/clean.h"

namespace cuntu {

Point placeOf(const LayerSnapshot &layer, std::size_t row)
{
    const bool isArea = layer.geometry().type == GeometryType::Polygon && layer.geometry().hasGeometry(row);
    return isArea ? pointInside(layer.geometry().geometry(row)) : layer.geometry().firstPoint(row);
}

} // namespace cuntu
