// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/render_request.h"

#include <QString>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace cuntu {

/// A meridian or parallel as it runs over a map.
struct GraticuleLine {
    bool isMeridian = false;
    double degrees = 0;      ///< longitude or latitude, CGCS2000
    std::vector<Point> line; ///< in the map's CRS, from south to north or from west to east
};

/// The net of meridians and parallels over a map.
struct Graticule {
    double step_deg = 0; ///< 30, 20, 10, 5, 2 or 1 of degrees, minutes or seconds, or a decimal part of a second
    std::vector<GraticuleLine> lines;
};

/// The net over @p box, in @p crs, with about @p wanted lines across its longer side. Empty where the CRS cannot be
/// turned into longitude and latitude there. Any thread.
CUNTU_MAPS_EXPORT Graticule graticuleFor(const Crs &crs, const Box &box, int wanted = 5);

/// "115°30′E", "28°12′30″N": as short as @p step_deg allows.
CUNTU_MAPS_EXPORT QString graticuleText(const GraticuleLine &line, double step_deg);

/// Draws @p graticule over a map that shows @p extent in @p frame (units of the painter), with the degrees where lines
/// leave it at the left and below.
CUNTU_MAPS_EXPORT void paintGraticule(QPainter &painter, const Graticule &graticule, const MapExtent &extent,
                                      const QRectF &frame, double textSize_px);

} // namespace cuntu
