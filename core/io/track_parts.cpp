// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/track_parts.h"

#include <cmath>
#include <numbers>

namespace cuntu {

namespace {

constexpr double k_radius_m = 6'371'008.8;

/// Haversine formula.
double distance_m(Point from, Point to)
{
    constexpr double k_radians = std::numbers::pi / 180;
    const double north = std::sin((to.y - from.y) * k_radians / 2);
    const double east = std::sin((to.x - from.x) * k_radians / 2);
    const double h = north * north + std::cos(from.y * k_radians) * std::cos(to.y * k_radians) * east * east;
    return 2 * k_radius_m * std::asin(std::min(1.0, std::sqrt(h)));
}

} // namespace

Geometry cutAtGaps(const Geometry &track, double gap_m)
{
    if (track.type != GeometryType::Line) {
        return track;
    }
    Geometry cut;
    cut.type = GeometryType::Line;
    for (std::size_t part = 0; part < track.partCount(); ++part) {
        const auto points = track.part(part);
        std::size_t begin = 0;
        for (std::size_t i = 1; i <= points.size(); ++i) {
            if (i == points.size() || distance_m(points[i - 1], points[i]) > gap_m) {
                if (i - begin > 1) {
                    cut.addPart(points.subspan(begin, i - begin));
                }
                begin = i;
            }
        }
    }
    return cut.isEmpty() ? track : cut;
}

} // namespace cuntu
