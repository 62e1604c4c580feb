// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/geodesic.h"

#include <geodesic.h>

#include <array>
#include <cmath>
#include <vector>

namespace cuntu {

namespace {

// The ellipsoid of CGCS2000, GB/T 2020: that of GRS 80 to all the digits given.
geod_geodesic ellipsoid()
{
    geod_geodesic result;
    geod_init(&result, 6378137.0, 1.0 / 298.257222101);
    return result;
}

const geod_geodesic &cgcs2000()
{
    static const geod_geodesic instance = ellipsoid();
    return instance;
}

std::vector<Point> toLonLat(const CrsTransform &transform, std::span<const Point> points)
{
    std::vector<Point> lonLat(points.begin(), points.end());
    transform.apply(lonLat);
    return lonLat;
}

double distance_m(Point from, Point to)
{
    double result = 0;
    geod_inverse(&cgcs2000(), from.y, from.x, to.y, to.x, &result, nullptr, nullptr);
    return result;
}

} // namespace

Result<Geodesic> Geodesic::create(const Crs &crs)
{
    auto lonLat = Crs::fromEpsg(4490);
    if (!lonLat) {
        return lonLat.error();
    }
    auto transform = CrsTransform::create(crs, *lonLat);
    if (!transform) {
        return transform.error();
    }
    return Geodesic(std::move(*transform));
}

double Geodesic::length_m(std::span<const Point> line) const
{
    if (line.size() < 2) {
        return 0;
    }
    const std::vector<Point> lonLat = toLonLat(m_toLonLat, line);
    double length = 0;
    for (std::size_t i = 1; i < lonLat.size(); ++i) {
        length += distance_m(lonLat[i - 1], lonLat[i]);
    }
    return length;
}

double Geodesic::area_m2(std::span<const Point> ring) const
{
    const bool closed = ring.size() > 1 && ring.front() == ring.back();
    const std::span<const Point> corners = closed ? ring.first(ring.size() - 1) : ring;
    if (corners.size() < 3) {
        return 0;
    }
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (const Point corner : toLonLat(m_toLonLat, corners)) {
        geod_polygon_addpoint(&cgcs2000(), &polygon, corner.y, corner.x);
    }
    double area = 0;
    geod_polygon_compute(&cgcs2000(), &polygon, 0, 1, &area, nullptr);
    return std::abs(area);
}

Geodesic::Leg Geodesic::leg(Point from, Point to) const
{
    std::array<Point, 2> ends{from, to};
    m_toLonLat.apply(ends);
    Leg result;
    geod_inverse(&cgcs2000(), ends[0].y, ends[0].x, ends[1].y, ends[1].x, &result.distance_m, &result.bearing_deg,
                 nullptr);
    if (result.distance_m == 0) {
        result.bearing_deg = 0;
    }
    if (result.bearing_deg < 0) {
        result.bearing_deg += 360.0;
    }
    if (result.bearing_deg >= 360.0) {
        result.bearing_deg = 0; // -1e-20 + 360 rounds up
    }
    return result;
}

} // namespace cuntu
