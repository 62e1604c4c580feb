// SPDX-License-Identifier: GPL-3.0-or-later
#include "geometry.hpp"

#include <algorithm>
#include <cmath>
#include <geodesic.h>
#include <numbers>

namespace cuntu::sample {

namespace {

constexpr double pi = std::numbers::pi;

const geod_geodesic &ellipsoid()
{
    static const geod_geodesic cgcs2000 = [] {
        geod_geodesic g{};
        geod_init(&g, 6378137.0, 1.0 / 298.257222101);
        return g;
    }();
    return cgcs2000;
}

/// Metres per degree of longitude and of latitude at a latitude.
Point degree_m(double lat)
{
    constexpr double e2 = 0.00669438002290;
    const double phi = lat * pi / 180.0;
    const double w2 = 1.0 - e2 * std::sin(phi) * std::sin(phi);
    return {6378137.0 / std::sqrt(w2) * std::cos(phi) * pi / 180.0,
            6378137.0 * (1.0 - e2) / (w2 * std::sqrt(w2)) * pi / 180.0};
}

double toSegment(Point p, Point a, Point b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double t = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0.0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

void simplifyPart(const std::vector<Point> &line, std::size_t first, std::size_t last, double tolerance,
                  std::vector<bool> &keep)
{
    std::size_t farthest = first;
    double most = tolerance;
    for (std::size_t i = first + 1; i < last; ++i) {
        const double d = toSegment(line[i], line[first], line[last]);
        if (d > most) {
            most = d;
            farthest = i;
        }
    }
    if (farthest == first)
        return;
    keep[farthest] = true;
    simplifyPart(line, first, farthest, tolerance, keep);
    simplifyPart(line, farthest, last, tolerance, keep);
}

} // namespace

LonLat rounded(LonLat p, int decimals)
{
    const double unit = std::pow(10.0, decimals);
    return {std::round(p.lon * unit) / unit, std::round(p.lat * unit) / unit};
}

double distance_m(LonLat a, LonLat b)
{
    double metres = 0;
    geod_inverse(&ellipsoid(), a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
    return metres;
}

double length_m(std::span<const LonLat> line)
{
    double sum = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += distance_m(line[i - 1], line[i]);
    return sum;
}

double distance_m(LonLat p, std::span<const LonLat> line)
{
    const Point scale = degree_m(p.lat);
    const auto local = [&](LonLat q) { return Point{(q.lon - p.lon) * scale.x, (q.lat - p.lat) * scale.y}; };
    double least = 1e12;
    for (std::size_t i = 1; i < line.size(); ++i)
        least = std::min(least, toSegment({0, 0}, local(line[i - 1]), local(line[i])));
    return least;
}

LonLat moved(LonLat p, double east_m, double north_m)
{
    const Point scale = degree_m(p.lat);
    return {p.lon + east_m / scale.x, p.lat + north_m / scale.y};
}

std::vector<Point> simplified(const std::vector<Point> &line, double tolerance)
{
    if (line.size() < 3)
        return line;
    std::vector<bool> keep(line.size(), false);
    keep.front() = keep.back() = true;
    std::size_t last = line.size() - 1;
    if (line.front() == line.back()) { // a ring has no chord: divide it at half way first
        keep[last / 2] = true;
        simplifyPart(line, 0, last / 2, tolerance, keep);
        simplifyPart(line, last / 2, last, tolerance, keep);
    } else {
        simplifyPart(line, 0, last, tolerance, keep);
    }
    std::vector<Point> result;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (keep[i])
            result.push_back(line[i]);
    return result;
}

std::vector<Point> smoothed(const std::vector<Point> &line)
{
    if (line.size() < 3)
        return line;
    std::vector<Point> result{line.front()};
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        const auto between = [&](std::size_t other) {
            return Point{0.7 * line[i].x + 0.3 * line[other].x, 0.7 * line[i].y + 0.3 * line[other].y};
        };
        result.push_back(between(i - 1));
        result.push_back(between(i + 1));
    }
    result.push_back(line.back());
    return result;
}

bool contains(const std::vector<std::vector<Point>> &rings, Point p)
{
    bool inside = false;
    for (const auto &ring : rings)
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const Point a = ring[i - 1];
            const Point b = ring[i];
            if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y))
                inside = !inside;
        }
    return inside;
}

LonLat gcj02(LonLat wgs84)
{
    constexpr double a = 6378245.0;
    constexpr double ee = 0.00669342162296594323;
    const double x = wgs84.lon - 105.0;
    const double y = wgs84.lat - 35.0;
    const double root = std::sqrt(std::fabs(x));
    const double common = (20.0 * std::sin(6.0 * x * pi) + 20.0 * std::sin(2.0 * x * pi)) * 2.0 / 3.0;
    const double north = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + common +
                         (20.0 * std::sin(y * pi) + 40.0 * std::sin(y / 3.0 * pi)) * 2.0 / 3.0 +
                         (160.0 * std::sin(y / 12.0 * pi) + 320.0 * std::sin(y * pi / 30.0)) * 2.0 / 3.0;
    const double east = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + common +
                        (20.0 * std::sin(x * pi) + 40.0 * std::sin(x / 3.0 * pi)) * 2.0 / 3.0 +
                        (150.0 * std::sin(x / 12.0 * pi) + 300.0 * std::sin(x / 30.0 * pi)) * 2.0 / 3.0;
    const double phi = wgs84.lat / 180.0 * pi;
    const double magic = 1.0 - ee * std::sin(phi) * std::sin(phi);
    return {wgs84.lon + east * 180.0 / (a / std::sqrt(magic) * std::cos(phi) * pi),
            wgs84.lat + north * 180.0 / (a * (1.0 - ee) / (magic * std::sqrt(magic)) * pi)};
}

} // namespace cuntu::sample
