// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/render_request.h"

#include <optional>

namespace cuntu::ui {

/// A place on what is drawn that a click may mean exactly.
struct SnapPlace {
    enum class Kind { Vertex, Crossing, Segment };
    Kind kind = Kind::Vertex;
    Point position;
    QString layer;
    std::uint32_t row = 0;
    std::size_t part = 0;    ///< of the row's geometry: number of the part, from 0
    std::size_t segment = 0; ///< Segment and Crossing: from which point of the part on
    std::size_t point = 0;   ///< Vertex: which point of the row's geometry, over all parts
};

/// The place on @p layers that is nearest to @p at, at most @p reach (map units) away: a vertex before a crossing of
/// two segments, and that before a place on a segment. @p onlyLayer: of this layer alone; empty: of all. Looks at the
/// layers' own index, so that it is quick enough for every movement of the mouse.
std::optional<SnapPlace> snapTo(const std::vector<RenderLayer> &layers, Point at, double reach,
                                const QString &onlyLayer = {});

/// @p to, drawn to the nearest direction of 45 degrees from @p from.
Point inStepsOf45(Point from, Point to);

} // namespace cuntu::ui
