// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/made_layer.h"

namespace cuntu {

Immutable<LayerSnapshot> madeLayer(LayerSchema schema, std::span<const Geometry> shapes, const LayerSnapshot &like)
{
    auto geometry = std::make_shared<PackedGeometry>();
    geometry->type = schema.geometry;
    auto ids = std::make_shared<std::vector<FeatureId>>();
    for (const Geometry &shape : shapes) {
        geometry->append(shape);
        ids->push_back(FeatureId{static_cast<qint64>(ids->size()) + 1});
    }
    geometry->finish();
    return std::make_shared<const LayerSnapshot>(std::move(schema), like.crs(), like.revision(), ids, geometry,
                                                 std::map<QString, Immutable<Column>>());
}

} // namespace cuntu
