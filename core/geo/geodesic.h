// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/crs.h"

#include <span>

namespace cuntu {

/// Lengths, areas and bearings on the ellipsoid of CGCS2000 (a = 6378137 m, 1/f = 298.257222101), by PROJ's
/// geodesic routines (Karney 2013, doi:10.1007/s00190-012-0578-z; errors below a micrometre).
/// Not thread-safe: holds the transformation from @p crs to longitude/latitude. One per job.
class CUNTU_CORE_EXPORT Geodesic {
public:
    /// For points in @p crs. UnknownCrs when it cannot be turned into longitude/latitude.
    static Result<Geodesic> create(const Crs &crs);

    /// Length of a line in metres. Fewer than two points: 0.
    double length_m(std::span<const Point> line) const;
    /// Area of a ring in square metres, always >= 0; the first point need not be repeated. Fewer than three points: 0.
    double area_m2(std::span<const Point> ring) const;
    /// Distance in metres and the bearing at the start, degrees clockwise from north, 0 <= bearing < 360.
    struct Leg {
        double distance_m = 0;
        double bearing_deg = 0;
    };
    Leg leg(Point from, Point to) const;

private:
    explicit Geodesic(CrsTransform toLonLat) : m_toLonLat(std::move(toLonLat)) {}
    CrsTransform m_toLonLat;
};

} // namespace cuntu
