// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/geometry.h"

namespace cuntu {

/// The ground that is at most @p distance from @p lines, as polygons with round ends (GEOS buffer; a quarter circle is
/// eight chords, so that up to 0.5 % of the distance is missing at corners). Lines and distance in one plane and unit.
/// No lines, or a distance not above 0: an empty geometry. Invalid where GEOS fails. Any thread.
CUNTU_CORE_EXPORT Result<Geometry> groundAround(const Geometry &lines, double distance);

/// @p area without @p hole; both valid polygons. Invalid where GEOS fails. Any thread.
CUNTU_CORE_EXPORT Result<Geometry> groundWithout(const Geometry &area, const Geometry &hole);

} // namespace cuntu
