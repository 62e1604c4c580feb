// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/geo/geometry.h"

namespace cuntu {

/// Area of a polygon in its own plane, holes taken off, in square units of its coordinates; 0 for other types.
CUNTU_CORE_EXPORT double planarArea(const Geometry &polygon);

/// Ground that two polygons of a list both cover.
struct SharedGround {
    std::uint32_t one = 0; ///< number in the list
    std::uint32_t other = 0;
    Geometry ground; ///< polygons
};

/// All pairs of @p polygons that cover ground together, by their numbers; common borders are none. Pairs are found by
/// an index over their boxes, the ground by GEOS (OverlayNG). Invalid polygons are repaired first, other geometries
/// left out. Cancelled. Any thread.
CUNTU_CORE_EXPORT Result<std::vector<SharedGround>> sharedGround(std::span<const Geometry> polygons,
                                                                 const JobContext &job);

/// The ground that @p polygons enclose and none of them covers: the holes of their union, in which borders that differ
/// by no more than 1e-8 of the extent count as one (dissolved()). Ground that is open to the outside is none. Any
/// thread.
CUNTU_CORE_EXPORT Result<std::vector<Geometry>> enclosedGaps(std::span<const Geometry> polygons);

} // namespace cuntu
