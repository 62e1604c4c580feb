// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/coverage.h"

#include "core/geo/clean.h"
#include "core/geo/geos_handle.h"
#include "core/geo/packed_index.h"

#include <cmath>

namespace cuntu {

namespace {

/// GEOS's forms of a list of polygons, repaired where they must be; null where nothing is left.
std::vector<GeosPtr> validShapes(const GeosContext &context, std::span<const Geometry> polygons)
{
    std::vector<GeosPtr> shapes;
    shapes.reserve(polygons.size());
    for (const Geometry &polygon : polygons) {
        GeosPtr shape = geosOwned(context, nullptr);
        if (polygon.type == GeometryType::Polygon && !polygon.isEmpty()) {
            shape = toGeos(context, polygon);
            if (!shape || GEOSisValid_r(context.get(), shape.get()) != 1) {
                const auto valid = repaired(polygon);
                shape = valid ? toGeos(context, *valid) : geosOwned(context, nullptr);
            }
        }
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

/// The ground that two shapes share; empty where they only touch.
Geometry sharedBy(const GeosContext &context, const GEOSGeometry *one, const GEOSGeometry *other)
{
    Geometry ground;
    ground.type = GeometryType::Polygon;
    if (GEOSIntersects_r(context.get(), one, other) != 1) {
        return ground;
    }
    const GeosPtr both = geosOwned(context, GEOSIntersection_r(context.get(), one, other));
    if (both) {
        appendFromGeos(context, both.get(), ground);
    }
    return ground;
}

} // namespace

double planarArea(const Geometry &polygon)
{
    double sum = 0;
    for (std::size_t part = 0; polygon.type == GeometryType::Polygon && part < polygon.partCount(); ++part) {
        const auto ring = polygon.part(part);
        double twice = 0;
        for (std::size_t i = 1; i < ring.size(); ++i) { // from the first corner, so that large coordinates cost nothing
            twice += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) -
                     (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
        }
        sum += (polygon.isHole(part) ? -1 : 1) * std::abs(twice) / 2;
    }
    return sum;
}

Result<std::vector<SharedGround>> sharedGround(std::span<const Geometry> polygons, const JobContext &job)
{
    const GeosContext context;
    const std::vector<GeosPtr> shapes = validShapes(context, polygons);
    std::vector<Box> boxes;
    for (const Geometry &polygon : polygons) {
        boxes.push_back(polygon.extent());
    }
    const PackedIndex index(boxes);
    std::vector<SharedGround> found;
    for (std::uint32_t one = 0; one < shapes.size(); ++one) {
        if (job.isCancelled()) {
            return cancelledError();
        }
        for (const std::uint32_t other : shapes[one] ? index.search(boxes[one]) : std::vector<std::uint32_t>()) {
            if (other <= one || !shapes[other]) {
                continue;
            }
            Geometry ground = sharedBy(context, shapes[one].get(), shapes[other].get());
            if (!ground.isEmpty()) {
                found.push_back({one, other, std::move(ground)});
            }
        }
        job.report(static_cast<double>(one) / static_cast<double>(shapes.size()), {});
    }
    return found;
}

Result<std::vector<Geometry>> enclosedGaps(std::span<const Geometry> polygons)
{
    const auto whole = dissolved(polygons);
    if (!whole) {
        return whole.error();
    }
    std::vector<Geometry> gaps;
    for (std::size_t part = 0; part < whole->partCount(); ++part) {
        if (whole->isHole(part)) {
            Geometry gap;
            gap.type = GeometryType::Polygon;
            gap.addPart(whole->part(part));
            gaps.push_back(std::move(gap));
        }
    }
    return gaps;
}

} // namespace cuntu
