// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/geometry.h"

namespace cuntu {

/// @p polygons with borders that are the same, position by position, wherever they were within @p tolerance of each
/// other: positions that near become one, and a side takes in each corner that lies that near to it.
///
///     a------------b        a------c-----b
///     a------c'----b   ->   a------c-----b        c' beside the side ab by the rounding of its last digit
///
/// Nothing moves by more than @p tolerance (units of the CRS). Private to core/geo. Any thread. O(n log n) for sides
/// that are short against the whole.
Geometry withMatchedBorders(const Geometry &polygons, double tolerance);

} // namespace cuntu
