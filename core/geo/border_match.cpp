// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/border_match.h"

#include "core/geo/packed_index.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace cuntu {

namespace {

PackedIndex indexOf(std::span<const Point> points)
{
    std::vector<Box> boxes;
    boxes.reserve(points.size());
    for (const Point point : points) {
        boxes.push_back({point.x, point.y, point.x, point.y});
    }
    return PackedIndex(boxes);
}

Box around(Point a, Point b, double margin)
{
    return Box{std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)}.grown(margin);
}

// Makes one of those within @p tolerance: the first in order takes in all near it. Returns each one once.
std::vector<Point> merge(std::vector<Point> &points, double tolerance)
{
    const PackedIndex index = indexOf(points);
    std::vector<bool> merged(points.size());
    std::vector<Point> distinct;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (merged[i]) {
            continue;
        }
        const Point kept = points[i];
        distinct.push_back(kept);
        index.search(around(kept, kept, tolerance), [&](std::uint32_t other) {
            if (!merged[other]) {
                merged[other] = true;
                points[other] = kept;
            }
            return true;
        });
    }
    return distinct;
}

struct Corner {
    double along = 0; // 0 at the beginning of the side, 1 at its end
    Point position;
};

// The corners within @p tolerance of the side from @p a to @p b, in their order along it, without its ends.
std::vector<Corner> cornersOn(Point a, Point b, std::span<const Point> corners, const PackedIndex &index,
                              double tolerance)
{
    std::vector<Corner> found;
    const double x = b.x - a.x;
    const double y = b.y - a.y;
    const double squared = x * x + y * y;
    index.search(around(a, b, tolerance), [&](std::uint32_t number) {
        const Point corner = corners[number];
        const double along = ((corner.x - a.x) * x + (corner.y - a.y) * y) / squared;
        const double beside = std::abs((corner.x - a.x) * y - (corner.y - a.y) * x) / std::sqrt(squared);
        if (corner != a && corner != b && along > 0 && along < 1 && beside <= tolerance) {
            found.push_back({along, corner});
        }
        return true;
    });
    std::ranges::sort(found, {}, &Corner::along);
    return found;
}

} // namespace

Geometry withMatchedBorders(const Geometry &polygons, double tolerance)
{
    Geometry merged = polygons;
    const std::vector<Point> corners = merge(merged.points, tolerance);
    const PackedIndex index = indexOf(corners);
    Geometry result;
    result.type = polygons.type;
    for (std::size_t part = 0; part < merged.partCount(); ++part) {
        const std::span<const Point> ring = merged.part(part);
        std::vector<Point> matched(ring.begin(), ring.begin() + (ring.empty() ? 0 : 1));
        for (std::size_t i = 1; i < ring.size(); ++i) {
            for (const Corner &corner : cornersOn(ring[i - 1], ring[i], corners, index, tolerance)) {
                matched.push_back(corner.position);
            }
            matched.push_back(ring[i]);
        }
        result.addPart(matched, merged.isHole(part));
    }
    return result;
}

} // namespace cuntu
