// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/render_request.h"

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace cuntu {

/// Degrees clockwise from the top of the map to true north at @p position of @p crs: minus the grid's convergence. 0
/// where it cannot be told.
CUNTU_MAPS_EXPORT double trueNorth_deg(const Crs &crs, Point position);

/// Draws an arrow of @p height_px about @p centre that points @p angle_deg clockwise from up, with an N.
CUNTU_MAPS_EXPORT void paintNorthArrow(QPainter &painter, QPointF centre, double height_px, double angle_deg);

} // namespace cuntu
