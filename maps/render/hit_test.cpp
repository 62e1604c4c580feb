// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/hit_test.h"

#include "maps/render/row_classes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace cuntu {
namespace {

double segmentDistance(Point a, Point b, Point p)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/// True when a ray to the east crosses @p ring an odd number of times.
bool crossesOddly(std::span<const Point> ring, Point p)
{
    bool odd = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point a = ring[i - 1];
        const Point b = ring[i];
        if ((a.y <= p.y) != (b.y <= p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y)) {
            odd = !odd;
        }
    }
    return odd;
}

bool isArea(const PackedGeometry &geometry, std::span<const Point> part)
{
    return geometry.type == GeometryType::Polygon ||
           (geometry.type == GeometryType::Any && part.size() >= 4 && part.front() == part.back());
}

/// The sides of two segments, or one end on the other.
bool segmentsMeet(Point a, Point b, Point c, Point d)
{
    const auto side = [](Point p, Point q, Point r) { return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x); };
    const auto opposite = [](double u, double v) { return (u <= 0 && v >= 0) || (u >= 0 && v <= 0); };
    Box first;
    first.add(a);
    first.add(b);
    Box second;
    second.add(c);
    second.add(d);
    return first.intersects(second) && opposite(side(a, b, c), side(a, b, d)) && opposite(side(c, d, a), side(c, d, b));
}

bool segmentMeetsBox(Point a, Point b, const Box &box)
{
    if (box.contains(a) || box.contains(b)) {
        return true;
    }
    return segmentsMeet(a, b, {box.minX, box.minY}, {box.maxX, box.maxY}) ||
           segmentsMeet(a, b, {box.minX, box.maxY}, {box.maxX, box.minY});
}

bool featureMeetsBox(const PackedGeometry &geometry, std::size_t row, const Box &box)
{
    bool surrounds = false;
    for (std::size_t i = geometry.firstPart(row); i < geometry.endPart(row); ++i) {
        const auto part = geometry.part(i);
        if (part.size() == 1 && box.contains(part.front())) {
            return true;
        }
        for (std::size_t j = 1; j < part.size(); ++j) {
            if (segmentMeetsBox(part[j - 1], part[j], box)) {
                return true;
            }
        }
        surrounds ^= isArea(geometry, part) && crossesOddly(part, box.centre());
    }
    return surrounds;
}

bool isDrawn(const RenderLayer &layer, double denominator)
{
    return layer.snapshot && (layer.style.minScale <= 0 || denominator <= layer.style.minScale);
}

} // namespace

double featureDistance(const PackedGeometry &geometry, std::size_t row, Point position)
{
    double nearest = std::numeric_limits<double>::infinity();
    bool inside = false;
    for (std::size_t i = geometry.firstPart(row); i < geometry.endPart(row); ++i) {
        const auto part = geometry.part(i);
        if (part.size() == 1) {
            nearest = std::min(nearest, std::hypot(part[0].x - position.x, part[0].y - position.y));
        }
        for (std::size_t j = 1; j < part.size(); ++j) {
            nearest = std::min(nearest, segmentDistance(part[j - 1], part[j], position));
        }
        inside ^= isArea(geometry, part) && crossesOddly(part, position);
    }
    return inside ? 0 : nearest;
}

std::vector<MapFeature> featuresAt(const RenderRequest &request, Point position, double reach)
{
    std::vector<MapFeature> found;
    const double denominator = request.extent.scaleDenominator(request.crs.isGeographic());
    Box around;
    around.add(position);
    around = around.grown(reach);
    for (auto layer = request.layers.rbegin(); layer != request.layers.rend(); ++layer) {
        if (!isDrawn(*layer, denominator)) {
            continue;
        }
        const PackedGeometry &geometry = layer->snapshot->geometry();
        const RowClasses classes(*layer, denominator);
        std::vector<std::pair<double, std::uint32_t>> hits;
        for (const std::uint32_t row : geometry.index.search(around)) {
            const double distance = featureDistance(geometry, row, position);
            if (distance <= reach && classes.classOf(row) != RowClasses::k_none) {
                hits.emplace_back(distance, row);
            }
        }
        std::sort(hits.begin(), hits.end());
        for (const auto &[distance, row] : hits) {
            found.push_back({layer->id, row});
        }
    }
    return found;
}

std::optional<MapFeature> topFeatureAt(const RenderRequest &request, Point position, double reach)
{
    auto found = featuresAt(request, position, reach);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<std::uint32_t> featuresIn(const RenderLayer &layer, const Box &box)
{
    std::vector<std::uint32_t> rows;
    if (!layer.snapshot) {
        return rows;
    }
    const PackedGeometry &geometry = layer.snapshot->geometry();
    const RowClasses classes(layer);
    for (const std::uint32_t row : geometry.index.search(box)) {
        if (classes.classOf(row) != RowClasses::k_none && featureMeetsBox(geometry, row, box)) {
            rows.push_back(row);
        }
    }
    return rows;
}

} // namespace cuntu
