// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/layer_network.h"

#include "core/base/text.h"

#include <map>
#include <set>

namespace cuntu {

Result<std::unique_ptr<LayerNetwork>> LayerNetwork::of(const LayerSnapshot &layer)
{
    std::unique_ptr<LayerNetwork> made(new LayerNetwork(layer));
    const PackedGeometry &geometry = layer.geometry();
    for (std::uint32_t row = 0; row < geometry.size(); ++row) {
        made->m_rowOfLine.resize(geometry.endPart(row), row);
    }
    std::span<const Point> points = geometry.points;
    if (layer.crs().isGeographic()) {
        auto transform = planeTransform(layer.crs(), points);
        if (!transform) {
            return transform.error();
        }
        made->m_points.assign(points.begin(), points.end());
        transform->apply(made->m_points);
        made->m_toPlane.emplace(std::move(*transform));
        points = made->m_points;
    }
    made->m_locator = std::make_unique<LineLocator>(LineSet{points, geometry.partStart});
    return made;
}

Point LayerNetwork::toLayer(Point plane) const
{
    if (m_toPlane) {
        m_toPlane->applyInverse({&plane, 1});
    }
    return plane;
}

std::vector<CheckFix> LayerNetwork::fixes(std::span<const NetworkDefect> defects) const
{
    std::map<std::uint32_t, std::vector<Point>> lines;
    std::set<std::uint32_t> rows;
    for (const MendedLine &mended : mendedLines(*m_locator, defects)) {
        std::vector<Point> &points = lines[mended.line];
        for (const MendedVertex &vertex : mended.vertices) {
            // A vertex that is there keeps its coordinates to the last digit.
            points.push_back(vertex.source == k_noIndex ? toLayer(vertex.position)
                                                        : m_layer.geometry().points[vertex.source]);
        }
        rows.insert(m_rowOfLine[mended.line]);
    }
    std::vector<CheckFix> fixes;
    for (const std::uint32_t row : rows) {
        Geometry geometry;
        geometry.type = GeometryType::Line;
        for (std::size_t part = m_layer.geometry().firstPart(row); part < m_layer.geometry().endPart(row); ++part) {
            const auto changed = lines.find(static_cast<std::uint32_t>(part));
            changed == lines.end() ? geometry.addPart(m_layer.geometry().part(part))
                                   : geometry.addPart(changed->second);
        }
        const QString sentence = Core::tr("%1 vertices before, %2 after")
                                     .arg(m_layer.geometry().geometry(row).points.size())
                                     .arg(geometry.points.size());
        fixes.push_back({m_layer.schema().id, m_layer.id(row), std::move(geometry), sentence});
    }
    return fixes;
}

} // namespace cuntu
