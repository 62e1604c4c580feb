// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/geometry.h"

namespace cuntu {

/// Why a geometry is not valid, in GEOS's judgement (OGC Simple Features); empty for a valid one. Any thread.
CUNTU_CORE_EXPORT QString invalidityReason(const Geometry &geometry);

/// A valid geometry of the same type that covers the same ground (GEOS MakeValid, structure method, parts of lower
/// dimension dropped). Invalid when nothing of the type is left. Any thread.
CUNTU_CORE_EXPORT Result<Geometry> repaired(const Geometry &geometry);

/// The union of polygons, with inner borders dissolved (GEOS coverage union, else unary union). Borders of neighbours
/// that differ by no more than 1e-8 of the extent, as where a corner lies on a side, count as one: no hairline gap is
/// left between them. Invalid polygons are repaired first, other types left out. No input: an empty geometry. Any
/// thread.
CUNTU_CORE_EXPORT Result<Geometry> dissolved(std::span<const Geometry> polygons);

/// True when @p position is inside polygon @p geometry or on its border; a hole's border is one too. Any thread.
CUNTU_CORE_EXPORT bool containsPoint(const Geometry &geometry, Point position);

/// A point inside polygon @p geometry, in its largest part and well away from its border, to stand for it (label,
/// access); the middle of the longest line for lines, the first point for points. Empty geometry: not-a-number.
CUNTU_CORE_EXPORT Point pointInside(const Geometry &geometry);

} // namespace cuntu
