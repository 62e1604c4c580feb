// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"

#include <QPointF>

#include <optional>
#include <span>
#include <vector>

/// Where in a shape its label goes.
namespace cuntu::anchors {

/// A place inside a polygon with the room to its sides.
struct Inside {
    QPointF centre;
    double width = 0; ///< of the polygon there, over the height asked for
};

/// The middle of the widest stretch of height @p height inside the polygon of @p rings (closed or not, even-odd):
/// looked for along scan lines at fixed shares of the polygon's height, so it does not depend on what is visible.
/// Empty: no area.
CUNTU_MAPS_EXPORT std::optional<Inside> insideArea(const std::vector<std::span<const QPointF>> &rings, double height);

/// A straight stretch of a line.
struct Along {
    QPointF centre;
    double angle_deg = 0; ///< clockwise, -90 < angle <= 90: the text is never upside down
};

/// Places of length @p length along @p line that are straight enough to carry a text (the line strays from the chord by
/// less than
/// @p tolerance): one in the middle of a short line, else one about every @p every, counted from the line's beginning.
CUNTU_MAPS_EXPORT std::vector<Along> alongLine(std::span<const QPointF> line, double length, double every,
                                               double tolerance);

} // namespace cuntu::anchors
