// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/plane.h"

namespace cuntu::roads {

namespace {

/// Tolerances are in metres, so longitude and latitude go into the plane system that fits them best.
Result<void> flattenAll(const Crs &crs, Plane &plane)
{
    plane.transformed.assign(plane.points.begin(), plane.points.end());
    plane.points = plane.transformed;
    auto transform = planeTransform(crs, plane.points);
    if (!transform) {
        return transform.error();
    }
    transform->apply(plane.transformed);
    transform->apply(plane.positions);
    plane.toPlane.emplace(std::move(*transform));
    return {};
}

} // namespace

void Plane::flatten(std::span<Point> places) const
{
    if (toPlane) {
        toPlane->apply(places);
    }
}

void Plane::unflatten(std::span<Point> places) const
{
    if (toPlane) {
        toPlane->applyInverse(places);
    }
}

Result<Plane> layOut(const LayerSnapshot &roads, const LayerSnapshot &settlements)
{
    const PackedGeometry &geometry = roads.geometry();
    Plane plane;
    plane.points = geometry.points;
    plane.start = geometry.partStart;
    plane.positions.reserve(settlements.geometry().size());
    for (std::size_t row = 0; row < settlements.geometry().size(); ++row) {
        plane.positions.push_back(settlements.geometry().firstPoint(row));
    }
    for (std::uint32_t row = 0; row < geometry.size(); ++row) {
        plane.rowOfLine.resize(geometry.endPart(row), row);
    }
    if (roads.crs().isGeographic()) {
        if (auto flat = flattenAll(roads.crs(), plane); !flat) {
            return flat.error();
        }
    }
    return plane;
}

} // namespace cuntu::roads
