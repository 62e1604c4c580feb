// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/clean.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace cuntu {

namespace {

// Rings @p first to before @p end of a geometry: one outer ring and its holes.
struct Polygon {
    const Geometry &geometry;
    std::size_t first = 0;
    std::size_t end = 0;
};

// Sign of (b - a) x (p - a): positive when p lies left of the line from a to b. Exact where the differences are,
// because the two products are taken with their rounding errors (Kahan's difference of products by fused multiply-add).
double side(Point a, Point b, Point p)
{
    const double abX = b.x - a.x;
    const double abY = b.y - a.y;
    const double apX = p.x - a.x;
    const double apY = p.y - a.y;
    const double plus = abX * apY;
    const double minus = abY * apX;
    if (std::abs(plus - minus) > 1e-15 * (std::abs(plus) + std::abs(minus))) {
        return plus - minus;
    }
    return (plus - minus) + (std::fma(abX, apY, -plus) - std::fma(abY, apX, -minus));
}

enum class Place { Outside, Border, Inside };

// Counts the crossings of the ray from @p position to the east; an edge has its lower end but not its upper one.
Place placeIn(std::span<const Point> ring, Point position)
{
    bool inside = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const Point a = ring[i - 1];
        const Point b = ring[i];
        if (std::max(a.x, b.x) < position.x || std::max(a.y, b.y) < position.y || std::min(a.y, b.y) > position.y) {
            continue;
        }
        const double turn = side(a, b, position);
        if (turn == 0 && std::min(a.x, b.x) <= position.x) {
            return Place::Border; // on the line and within the box of the edge
        }
        if ((a.y > position.y) != (b.y > position.y) && (turn > 0) == (b.y > a.y)) {
            inside = !inside;
        }
    }
    return inside ? Place::Inside : Place::Outside;
}

bool contains(const Polygon &polygon, Point position)
{
    const Place outer = placeIn(polygon.geometry.part(polygon.first), position);
    if (outer != Place::Inside) {
        return outer == Place::Border;
    }
    for (std::size_t i = polygon.first + 1; i < polygon.end; ++i) {
        if (placeIn(polygon.geometry.part(i), position) == Place::Inside) {
            return false;
        }
    }
    return true;
}

double area(std::span<const Point> ring)
{
    double twice = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        twice += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) -
                 (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
    }
    return std::abs(twice) / 2;
}

Polygon largest(const Geometry &geometry)
{
    Polygon result{geometry, 0, geometry.next(0)};
    double largestArea = -1;
    for (std::size_t first = 0; first < geometry.partCount(); first = geometry.next(first)) {
        const double size = area(geometry.part(first));
        if (size > largestArea) {
            largestArea = size;
            result.first = first;
            result.end = geometry.next(first);
        }
    }
    return result;
}

double squaredDistance(Point a, Point b, Point p)
{
    const double x = b.x - a.x;
    const double y = b.y - a.y;
    const double length = x * x + y * y;
    const double along = length > 0 ? std::clamp(((p.x - a.x) * x + (p.y - a.y) * y) / length, 0.0, 1.0) : 0.0;
    const double dx = p.x - (a.x + along * x);
    const double dy = p.y - (a.y + along * y);
    return dx * dx + dy * dy;
}

double squaredDistanceToBorder(const Polygon &polygon, Point position)
{
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = polygon.first; i < polygon.end; ++i) {
        const std::span<const Point> ring = polygon.geometry.part(i);
        for (std::size_t k = 1; k < ring.size(); ++k) {
            nearest = std::min(nearest, squaredDistance(ring[k - 1], ring[k], position));
        }
    }
    return nearest;
}

// The middle of the widest stretch that the parallel at @p y has inside; not-a-number where it has none.
// Fills @p crossings, which is scratch.
Point middleOfWidest(const Polygon &polygon, double y, std::vector<double> &crossings)
{
    crossings.clear();
    for (std::size_t i = polygon.first; i < polygon.end; ++i) {
        const std::span<const Point> ring = polygon.geometry.part(i);
        for (std::size_t k = 1; k < ring.size(); ++k) {
            const Point a = ring[k - 1];
            const Point b = ring[k];
            if ((a.y > y) != (b.y > y)) {
                crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
        }
    }
    std::ranges::sort(crossings);
    Point middle{std::numeric_limits<double>::quiet_NaN(), y};
    double widest = -1;
    for (std::size_t i = 1; i < crossings.size(); i += 2) {
        if (crossings[i] - crossings[i - 1] > widest) {
            widest = crossings[i] - crossings[i - 1];
            middle.x = (crossings[i] + crossings[i - 1]) / 2;
        }
    }
    return middle;
}

Point middleAlong(std::span<const Point> line, double length)
{
    double left = length / 2;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const Point a = line[i - 1];
        const Point b = line[i];
        const double step = std::hypot(b.x - a.x, b.y - a.y);
        if (step > 0 && step >= left) {
            return {a.x + (b.x - a.x) * left / step, a.y + (b.y - a.y) * left / step};
        }
        left -= step;
    }
    return line.back();
}

Point middleOfLongest(const Geometry &geometry)
{
    std::size_t longest = 0;
    double longestLength = -1;
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        const std::span<const Point> line = geometry.part(part);
        double length = line.empty() ? -1 : 0;
        for (std::size_t i = 1; i < line.size(); ++i) {
            length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        }
        if (length > longestLength) {
            longestLength = length;
            longest = part;
        }
    }
    return middleAlong(geometry.part(longest), longestLength);
}

// Of the middles of the widest stretches on a few parallels, the one farthest from the border. A handful of passes over
// the ring, where the exact pole of inaccessibility takes hundreds.
Point wellInside(const Geometry &geometry)
{
    constexpr std::array heights{0.5, 0.382, 0.618, 0.25, 0.75, 0.1, 0.9};
    const Polygon polygon = largest(geometry);
    Box extent;
    for (const Point point : geometry.part(polygon.first)) {
        extent.add(point);
    }
    Point best = geometry.points.front();
    double farthest = 0;
    std::vector<double> crossings;
    for (const double height : heights) {
        const Point candidate = middleOfWidest(polygon, extent.minY + height * extent.height(), crossings);
        const double distance = squaredDistanceToBorder(polygon, candidate);
        if (distance > farthest && contains(polygon, candidate)) {
            farthest = distance;
            best = candidate;
        }
    }
    return best;
}

} // namespace

bool containsPoint(const Geometry &geometry, Point position)
{
    if (geometry.type != GeometryType::Polygon || !std::isfinite(position.x) || !std::isfinite(position.y)) {
        return false;
    }
    for (std::size_t first = 0; first < geometry.partCount(); first = geometry.next(first)) {
        if (contains({geometry, first, geometry.next(first)}, position)) {
            return true;
        }
    }
    return false;
}

Point pointInside(const Geometry &geometry)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    if (geometry.isEmpty() || geometry.partCount() == 0) {
        return {nan, nan};
    }
    switch (geometry.type) {
    case GeometryType::Polygon:
        return wellInside(geometry);
    case GeometryType::Line:
        return middleOfLongest(geometry);
    case GeometryType::Point:
        return geometry.points.front();
    case GeometryType::None:
    case GeometryType::Any:
        break;
    }
    return {nan, nan};
}

} // namespace cuntu
