// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/geometry.h"
#include "core/terrain/grid.h"

#include <span>

namespace cuntu {

/// One flag for each cell of a grid: 1 where something lies in it.
using CellMask = std::vector<std::uint8_t>;

/// Marks in @p mask, which fits @p frame, the cells that @p geometry, which is in the frame's CRS, lies in: of points
/// their cells, of lines all cells that they pass through, of polygons all cells whose centre is inside (even-odd over
/// all rings, so that holes are out) and with @p touched those that their outline passes through, too. What lies
/// outside the frame is left out; positions that are not finite, too. Any thread.
CUNTU_CORE_EXPORT void burn(const Geometry &geometry, const GridFrame &frame, CellMask &mask, bool touched = false);

/// The cells that are marked, ascending.
CUNTU_CORE_EXPORT std::vector<std::size_t> markedCells(std::span<const std::uint8_t> mask);

} // namespace cuntu
