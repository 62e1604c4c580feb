// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/plane.h"

#include <cmath>

namespace cuntu::roads {

namespace {

std::vector<Point> firstPoints(const PackedGeometry &geometry)
{
    std::vector<Point> points(geometry.size(), {std::nan(""), std::nan("")});
    for (std::size_t row = 0; row < points.size(); ++row) {
        if (geometry.hasGeometry(row) && !geometry.part(geometry.firstPart(row)).empty()) {
            points[row] = geometry.part(geometry.firstPart(row)).front();
        }
    }
    return points;
}

/// Tolerances are in metres, so longitude and latitude go into the plane system that fits them best.
Result<void> flatten(const Crs &crs, Plane &plane)
{
    Box extent;
    for (const Point point : plane.points) {
        extent.add(point);
    }
    plane.transformed.assign(plane.points.begin(), plane.points.end());
    plane.points = plane.transformed;
    if (extent.isEmpty()) {
        return {};
    }
    const auto transform = CrsTransform::create(crs, fittingCrs(extent.centre(), extent.width()));
    if (!transform) {
        return transform.error();
    }
    transform->apply(plane.transformed);
    transform->apply(plane.positions);
    return {};
}

} // namespace

Result<Plane> layOut(const LayerSnapshot &roads, const LayerSnapshot &settlements)
{
    const PackedGeometry &geometry = roads.geometry();
    Plane plane;
    plane.points = geometry.points;
    plane.start = geometry.partStart;
    plane.positions = firstPoints(settlements.geometry());
    for (std::uint32_t row = 0; row < geometry.size(); ++row) {
        plane.rowOfLine.resize(geometry.endPart(row), row);
    }
    if (roads.crs().isGeographic()) {
        if (auto flat = flatten(roads.crs(), plane); !flat) {
            return flat.error();
        }
    }
    return plane;
}

} // namespace cuntu::roads
