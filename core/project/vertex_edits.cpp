// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/vertex_edits.h"

#include "core/base/text.h"
#include "core/geo/line_edit.h"

#include <algorithm>
#include <functional>

namespace cuntu {

namespace {

/// The geometry that is changed, with its row; Conflict where the vertex is not where it was seen.
Result<std::pair<std::size_t, Geometry>> find(const LayerSnapshot &layer, const VertexChange &vertex)
{
    const auto row = layer.rowOf(vertex.feature);
    Geometry geometry = row ? layer.geometry().geometry(*row) : Geometry();
    if (vertex.point >= geometry.points.size() || !(geometry.points[vertex.point] == vertex.position)) {
        return Error{ErrorCode::Conflict,
                     Core::tr("the feature has changed meanwhile"),
                     {},
                     Core::tr("Look at it again, and repeat what you did."),
                     {},
                     {}};
    }
    return std::pair(*row, std::move(geometry));
}

FeatureEdit editOf(const LayerSnapshot &layer, std::size_t row, Geometry geometry)
{
    FeatureEdit edit;
    edit.layer = layer.schema().id;
    edit.feature = layer.id(row);
    edit.geometry = std::move(geometry);
    return edit;
}

/// Adds what @p change makes of each other feature that touches @p position; an empty geometry: it stays.
void addNeighbours(const LayerSnapshot &layer, std::size_t row, Point position,
                   const std::function<Geometry(const Geometry &)> &change, std::vector<FeatureEdit> &edits)
{
    for (const std::uint32_t other : layer.geometry().index.search({position.x, position.y, position.x, position.y})) {
        Geometry changed = other == row ? Geometry() : change(layer.geometry().geometry(other));
        if (!changed.isEmpty()) {
            edits.push_back(editOf(layer, other, std::move(changed)));
        }
    }
}

/// All of @p geometry's vertices at @p from moved to @p to; empty where it has none there.
Geometry allMoved(Geometry geometry, Point from, Point to)
{
    bool any = false;
    for (Point &point : geometry.points) {
        if (point == from) {
            point = to;
            any = true;
        }
    }
    return any ? std::move(geometry) : Geometry();
}

/// With @p at in the stretch between @p a and @p b, whichever way it runs; empty where it has no such stretch.
Geometry withPlace(const Geometry &geometry, Point a, Point b, Point at)
{
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        const auto points = geometry.part(part);
        for (std::size_t i = 1; i < points.size(); ++i) {
            const bool same = (points[i - 1] == a && points[i] == b) || (points[i - 1] == b && points[i] == a);
            if (same) {
                return withPointInserted(geometry, part, i - 1, at);
            }
        }
    }
    return {};
}

} // namespace

Result<std::vector<FeatureEdit>> moveVertex(const LayerSnapshot &layer, const VertexChange &vertex, Point to)
{
    auto found = find(layer, vertex);
    if (!found) {
        return found.error();
    }
    std::vector<FeatureEdit> edits{editOf(layer, found->first, withPointMoved(found->second, vertex.point, to))};
    if (vertex.isShared) {
        addNeighbours(
            layer, found->first, vertex.position,
            [&](const Geometry &geometry) { return allMoved(geometry, vertex.position, to); }, edits);
    }
    return edits;
}

Result<std::vector<FeatureEdit>> insertVertex(const LayerSnapshot &layer, const VertexChange &vertex, Point at)
{
    auto found = find(layer, vertex);
    if (!found) {
        return found.error();
    }
    const Geometry &geometry = found->second;
    const auto end = std::upper_bound(geometry.partEnds.begin(), geometry.partEnds.end(), vertex.point);
    const auto part = static_cast<std::size_t>(end - geometry.partEnds.begin());
    const std::size_t first = part == 0 ? 0 : geometry.partEnds[part - 1];
    if (vertex.point + 1 >= *end) {
        return Error{ErrorCode::Invalid, Core::tr("there is no stretch of the line"), {}, {}, {}, {}};
    }
    const Point next = geometry.points[vertex.point + 1];
    std::vector<FeatureEdit> edits{
        editOf(layer, found->first, withPointInserted(geometry, part, vertex.point - first, at))};
    if (vertex.isShared) {
        addNeighbours(
            layer, found->first, vertex.position,
            [&](const Geometry &other) { return withPlace(other, vertex.position, next, at); }, edits);
    }
    return edits;
}

Result<std::vector<FeatureEdit>> removeVertex(const LayerSnapshot &layer, const VertexChange &vertex)
{
    auto found = find(layer, vertex);
    auto less = found ? withoutPoint(found->second, vertex.point) : Result<Geometry>(found.error());
    if (!less) {
        return less.error();
    }
    std::vector<FeatureEdit> edits{editOf(layer, found->first, std::move(*less))};
    if (vertex.isShared && found->second.type == GeometryType::Polygon) {
        addNeighbours(
            layer, found->first, vertex.position,
            [&](const Geometry &other) {
                const auto at = std::find(other.points.begin(), other.points.end(), vertex.position);
                auto without = at == other.points.end()
                                   ? Result<Geometry>(Geometry())
                                   : withoutPoint(other, static_cast<std::size_t>(at - other.points.begin()));
                return without.value_or(Geometry()); // a neighbour that would fall away keeps it
            },
            edits);
    }
    return edits;
}

} // namespace cuntu
