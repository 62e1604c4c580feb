// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace cuntu::sample {

/// A position in CGCS2000, degrees.
struct LonLat {
    double lon = 0;
    double lat = 0;
    bool operator==(const LonLat &) const = default;
};

/// A point of the raster's plane, counted in cells from the north-western corner.
struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point &) const = default;
};

/// @p p rounded to @p decimals of a degree.
LonLat rounded(LonLat p, int decimals);

/// Distance of two positions on the CGCS2000 ellipsoid, metres (Karney 2013).
double distance_m(LonLat a, LonLat b);
/// Length of a line on the CGCS2000 ellipsoid, metres.
double length_m(std::span<const LonLat> line);
/// Distance from @p p to a line, metres, in a plane tangent at @p p: right to a centimetre below 1 km.
double distance_m(LonLat p, std::span<const LonLat> line);
/// @p p moved by metres to the east and to the north.
LonLat moved(LonLat p, double east_m, double north_m);

/// @p line with the points left out that lie within @p tolerance of it (Douglas and Peucker 1973).
std::vector<Point> simplified(const std::vector<Point> &line, double tolerance);
/// @p line with its inner corners cut once (Chaikin 1974); both ends stay.
std::vector<Point> smoothed(const std::vector<Point> &line);

/// Whether @p p is in the polygon of closed @p rings (even-odd rule).
bool contains(const std::vector<std::vector<Point>> &rings, Point p);

/// GCJ-02 coordinates of a WGS 84 position inside China.
LonLat gcj02(LonLat wgs84);

} // namespace cuntu::sample
