// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"
#include "maps/style/style.h"

#include <vector>

namespace cuntu {

/// One stroke along a line. A symbol is drawn as one to three of them, level by level for a whole layer: all casings,
/// then all bodies, then all cores, so that junctions melt together.
struct LinePass {
    enum class Level { Casing, Body, Core };
    Level level = Level::Body;
    QColor colour;
    double width_px = 1;
    double dash_px = 0;     ///< 0: not dashed
    double gap_px = 0;      ///< between dashes
    double tick_px = 0;     ///< length of short strokes across the line instead of the line itself; 0: the line
    double every_px = 0;    ///< way between ticks
    bool isOutline = false; ///< of areas: what two of them share is drawn once, unless it is dashed
};

/// Strokes of line symbol @p symbol. Plain: a line; dashed; hollow: two thin lines; hatched: a line with a broken white
/// core; crossed: a line with ticks across.
CUNTU_MAPS_EXPORT std::vector<LinePass> linePasses(const Symbol &symbol, double pixelsPerMm);

/// Strokes of the outline of area symbol @p symbol. Hollow: thick, in the fill's colour; dashed: broken.
CUNTU_MAPS_EXPORT std::vector<LinePass> outlinePasses(const Symbol &symbol, double pixelsPerMm);

/// Strokes that show a selection around @p symbol: wide, in the colour of selections.
CUNTU_MAPS_EXPORT Symbol selectionSymbol(const Symbol &symbol, GeometryType type);

/// The lines that hatch areas of @p symbol: colour, width, distance between them.
struct Hatch {
    QColor colour;
    double width_px = 0; ///< 0: no hatch
    double spacing_px = 0;
    bool crossed = false; ///< in both directions
};
CUNTU_MAPS_EXPORT Hatch hatchOf(const Symbol &symbol, double pixelsPerMm);

} // namespace cuntu
