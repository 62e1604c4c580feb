// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/render_request.h"

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace cuntu {

/// A scale bar of a round length.
struct ScaleBar {
    double length_m = 0; ///< 1, 2 or 5 times a power of ten; 0: no bar
    double width_px = 0;
    int parts = 4; ///< alternating fields, of round length too
    QString text;  ///< "500 m", "2 km"
};

/// The longest bar of round length that is at most @p most_px wide at the middle of @p extent.
CUNTU_MAPS_EXPORT ScaleBar scaleBarFor(const MapExtent &extent, bool geographic, double most_px);

/// "1 : 25,000": the scale at the middle of @p extent, rounded to three digits.
CUNTU_MAPS_EXPORT QString scaleText(const MapExtent &extent, bool geographic);

/// Draws @p bar with its lower left corner at @p corner: numbers above an alternating bar, with a halo. Returns what it
/// takes.
CUNTU_MAPS_EXPORT QRectF paintScaleBar(QPainter &painter, const ScaleBar &bar, QPointF corner, double pixelsPerMm);

} // namespace cuntu
