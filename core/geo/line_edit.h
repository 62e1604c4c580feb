// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/geometry.h"

#include <optional>
#include <utility>

namespace cuntu {

/// A place on the lines or rings of a geometry.
struct PlaceOn {
    std::size_t part = 0;
    std::size_t segment = 0; ///< within the part: from its point number `segment` to the next
    double share = 0;        ///< 0 at the segment's beginning, 1 at its end
    Point position;
    double distance = 0; ///< from the position that was asked about, in units of the CRS
};

/// The place on line or polygon @p geometry that is nearest to @p position (planar), of equally near ones the first.
/// Empty where there is no segment. Any thread.
CUNTU_CORE_EXPORT std::optional<PlaceOn> nearestPlace(const Geometry &geometry, Point position);

/// Length in units of the CRS. Rings and points: of all parts alike.
CUNTU_CORE_EXPORT double planarLength(const Geometry &geometry);

/// Cuts line @p line at the place on it that is nearest to @p at. Both begin and end there; of a line of several parts
/// those before the one that is cut stay with the first, the others go with the second. Invalid where it is no line,
/// or where the place is one of its very ends.
CUNTU_CORE_EXPORT Result<std::pair<Geometry, Geometry>> splitLine(const Geometry &line, Point at);

/// @p first with @p second joined to it where an end of one is at most @p tolerance (units of the CRS) from an end of
/// the other: at the nearest of the four pairs. The direction of @p first stays; @p second is turned where it must be.
///
///     first  a ──→ b      second  b ──→ c   or   c ──→ b        joined  a ──→ b ──→ c
///
/// Ends that only nearly meet are both kept, so that no vertex moves. Invalid where they do not meet, or are no lines.
CUNTU_CORE_EXPORT Result<Geometry> joinedLines(const Geometry &first, const Geometry &second, double tolerance);

/// @p line the other way round: its parts, and the points of each. Twice is the same again. Others stay as they are.
CUNTU_CORE_EXPORT Geometry reversedLine(const Geometry &line);

/// @p geometry with point number @p point (of Geometry::points) at @p to; in a ring its repeated first position too.
CUNTU_CORE_EXPORT Geometry withPointMoved(Geometry geometry, std::size_t point, Point to);
/// @p geometry with a new point at @p at in segment @p segment of part @p part.
CUNTU_CORE_EXPORT Geometry withPointInserted(const Geometry &geometry, std::size_t part, std::size_t segment, Point at);
/// @p geometry without point number @p point. Invalid where fewer than two points of a line, three corners of a ring,
/// or none at all would be left of the part.
CUNTU_CORE_EXPORT Result<Geometry> withoutPoint(const Geometry &geometry, std::size_t point);
/// @p geometry moved by (@p east, @p north), in units of the CRS.
CUNTU_CORE_EXPORT Geometry moved(Geometry geometry, double east, double north);

} // namespace cuntu
