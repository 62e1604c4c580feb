// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/geometry.h"

namespace cuntu {

Geometry Geometry::point(Point position)
{
    Geometry result;
    result.type = GeometryType::Point;
    result.addPart({&position, 1});
    return result;
}

void Geometry::clear()
{
    type = GeometryType::None;
    points.clear();
    partEnds.clear();
    holes.clear();
}

std::span<const Point> Geometry::part(std::size_t index) const
{
    const std::size_t begin = index == 0 ? 0 : partEnds[index - 1];
    return std::span(points).subspan(begin, partEnds[index] - begin);
}

void Geometry::addPart(std::span<const Point> part, bool hole)
{
    points.insert(points.end(), part.begin(), part.end());
    partEnds.push_back(static_cast<std::uint32_t>(points.size()));
    if (type == GeometryType::Polygon) {
        holes.push_back(hole);
    }
}

std::size_t Geometry::next(std::size_t part) const
{
    ++part;
    while (part < partCount() && isHole(part)) {
        ++part;
    }
    return part;
}

Box Geometry::extent() const
{
    Box box;
    for (const Point position : points) {
        box.add(position);
    }
    return box;
}

} // namespace cuntu
