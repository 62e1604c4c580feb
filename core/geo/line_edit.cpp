// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/line_edit.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cuntu {

namespace {

double apart(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

Error invalid(const QString &sentence, const QString &advice = {})
{
    return {ErrorCode::Invalid, sentence, {}, advice, {}, {}};
}

/// How far along the segment the place nearest to @p position is, 0..1.
double shareOf(Point from, Point to, Point position)
{
    const double x = to.x - from.x;
    const double y = to.y - from.y;
    const double square = x * x + y * y;
    const double along = (position.x - from.x) * x + (position.y - from.y) * y;
    return square > 0 ? std::clamp(along / square, 0.0, 1.0) : 0;
}

Point between(Point from, Point to, double share)
{
    // At 1 it must be `to` itself, to the last digit.
    return share >= 1 ? to : Point{from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)};
}

/// Number of point @p number of part @p part among all points.
std::size_t firstOf(const Geometry &geometry, std::size_t part)
{
    return part == 0 ? 0 : geometry.partEnds[part - 1];
}

std::size_t partOf(const Geometry &geometry, std::size_t point)
{
    const auto end = std::upper_bound(geometry.partEnds.begin(), geometry.partEnds.end(), point);
    return static_cast<std::size_t>(end - geometry.partEnds.begin());
}

std::vector<Point> turned(std::span<const Point> part)
{
    return {part.rbegin(), part.rend()};
}

} // namespace

std::optional<PlaceOn> nearestPlace(const Geometry &geometry, Point position)
{
    std::optional<PlaceOn> nearest;
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        const auto points = geometry.part(part);
        for (std::size_t i = 1; i < points.size(); ++i) {
            const double share = shareOf(points[i - 1], points[i], position);
            const Point place = between(points[i - 1], points[i], share);
            const double distance = apart(place, position);
            if (!nearest || distance < nearest->distance) {
                nearest = PlaceOn{part, i - 1, share, place, distance};
            }
        }
    }
    return nearest;
}

double planarLength(const Geometry &geometry)
{
    double length = 0;
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        const auto points = geometry.part(part);
        for (std::size_t i = 1; i < points.size(); ++i) {
            length += apart(points[i - 1], points[i]);
        }
    }
    return length;
}

Result<std::pair<Geometry, Geometry>> splitLine(const Geometry &line, Point at)
{
    if (line.type != GeometryType::Line) {
        return invalid(Core::tr("only lines can be split"));
    }
    const auto place = nearestPlace(line, at);
    if (!place) {
        return invalid(Core::tr("the line has no length"));
    }
    const auto cut = line.part(place->part);
    std::vector<Point> head(cut.begin(), cut.begin() + static_cast<std::ptrdiff_t>(place->segment) + 1);
    std::vector<Point> tail(cut.begin() + static_cast<std::ptrdiff_t>(place->segment) + 1, cut.end());
    if (!(head.back() == place->position)) {
        head.push_back(place->position);
    }
    if (!(tail.front() == place->position)) {
        tail.insert(tail.begin(), place->position);
    }
    std::pair<Geometry, Geometry> parts;
    parts.first.type = parts.second.type = GeometryType::Line;
    for (std::size_t part = 0; part < line.partCount(); ++part) {
        if (part == place->part) {
            if (head.size() > 1) {
                parts.first.addPart(head);
            }
            if (tail.size() > 1) {
                parts.second.addPart(tail);
            }
        } else {
            (part < place->part ? parts.first : parts.second).addPart(line.part(part));
        }
    }
    if (planarLength(parts.first) == 0 || planarLength(parts.second) == 0) {
        return invalid(Core::tr("a line cannot be split at its end"), Core::tr("Choose a place further inside."));
    }
    return parts;
}

Result<Geometry> joinedLines(const Geometry &first, const Geometry &second, double tolerance)
{
    if (first.type != GeometryType::Line || second.type != GeometryType::Line || first.isEmpty() || second.isEmpty()) {
        return invalid(Core::tr("only lines can be merged"));
    }
    // Which end of the first meets which of the second.
    const std::array<double, 4> gaps{
        apart(first.points.back(), second.points.front()), apart(first.points.back(), second.points.back()),
        apart(first.points.front(), second.points.back()), apart(first.points.front(), second.points.front())};
    const auto least = static_cast<std::size_t>(std::min_element(gaps.begin(), gaps.end()) - gaps.begin());
    if (!(gaps[least] <= tolerance)) {
        return invalid(Core::tr("the two lines do not meet"),
                       Core::tr("Bring an end of one to an end of the other first."));
    }
    const Geometry other = least == 1 || least == 3 ? reversedLine(second) : second;
    const Geometry &before = least < 2 ? first : other;
    const Geometry &after = least < 2 ? other : first;
    Geometry joined;
    joined.type = GeometryType::Line;
    for (std::size_t part = 0; part + 1 < before.partCount(); ++part) {
        joined.addPart(before.part(part));
    }
    const auto head = before.part(before.partCount() - 1);
    const auto tail = after.part(0);
    std::vector<Point> seam(head.begin(), head.end());
    seam.insert(seam.end(), tail.begin() + (head.back() == tail.front() ? 1 : 0), tail.end());
    joined.addPart(seam);
    for (std::size_t part = 1; part < after.partCount(); ++part) {
        joined.addPart(after.part(part));
    }
    return joined;
}

Geometry reversedLine(const Geometry &line)
{
    if (line.type != GeometryType::Line) {
        return line;
    }
    Geometry reversed;
    reversed.type = GeometryType::Line;
    for (std::size_t part = line.partCount(); part > 0; --part) {
        reversed.addPart(turned(line.part(part - 1)));
    }
    return reversed;
}

Geometry withPointMoved(Geometry geometry, std::size_t point, Point to)
{
    const std::size_t part = partOf(geometry, point);
    const std::size_t first = firstOf(geometry, part);
    const std::size_t last = geometry.partEnds[part] - 1;
    geometry.points[point] = to;
    if (geometry.type == GeometryType::Polygon && (point == first || point == last)) {
        geometry.points[first] = geometry.points[last] = to;
    }
    return geometry;
}

Geometry withPointInserted(const Geometry &geometry, std::size_t part, std::size_t segment, Point at)
{
    Geometry made = geometry;
    const std::size_t place = firstOf(geometry, part) + segment + 1;
    made.points.insert(made.points.begin() + static_cast<std::ptrdiff_t>(place), at);
    for (std::size_t i = part; i < made.partEnds.size(); ++i) {
        ++made.partEnds[i];
    }
    return made;
}

Result<Geometry> withoutPoint(const Geometry &geometry, std::size_t point)
{
    const std::size_t part = partOf(geometry, point);
    const std::size_t first = firstOf(geometry, part);
    const std::size_t count = geometry.partEnds[part] - first;
    const bool ring = geometry.type == GeometryType::Polygon;
    const std::size_t least = ring ? 4 : geometry.type == GeometryType::Line ? 2 : 1;
    if (count <= least) {
        return invalid(ring                                  ? Core::tr("an area needs three corners")
                       : geometry.type == GeometryType::Line ? Core::tr("a line needs two points")
                                                             : Core::tr("a point has one position"),
                       Core::tr("Remove the feature itself instead."));
    }
    Geometry made = geometry;
    const bool isSeam = ring && (point == first || point == geometry.partEnds[part] - 1U);
    // The first position of a ring is there twice: the next one becomes the first and the last.
    const std::size_t gone = isSeam ? first : point;
    made.points.erase(made.points.begin() + static_cast<std::ptrdiff_t>(gone));
    for (std::size_t i = part; i < made.partEnds.size(); ++i) {
        --made.partEnds[i];
    }
    if (isSeam) {
        made.points[made.partEnds[part] - 1] = made.points[first];
    }
    return made;
}

Geometry moved(Geometry geometry, double east, double north)
{
    for (Point &point : geometry.points) {
        point = {point.x + east, point.y + north};
    }
    return geometry;
}

} // namespace cuntu
