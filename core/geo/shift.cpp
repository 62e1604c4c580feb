// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/shift.h"

#include <cmath>
#include <numbers>

namespace cuntu {

namespace {

constexpr double k_pi = std::numbers::pi;
// The ellipsoid of the published algorithm is Krassowsky's, though the coordinates it shifts are not.
constexpr double k_semiMajor_m = 6378245.0;
constexpr double k_eccentricitySquared = 0.00669342162296594323;
constexpr double k_bdWave = k_pi * 3000.0 / 180.0;
constexpr Box k_shiftedArea{72.004, 0.8293, 137.8347, 55.8271};

// Wave of the offset; @p fast has the period of a degree that both components share.
double waves(double value, double longWave, double longerWave, double fast)
{
    const double shared = 20.0 * std::sin(6.0 * fast * k_pi) + 20.0 * std::sin(2.0 * fast * k_pi);
    const double middle = 20.0 * std::sin(value * k_pi) + 40.0 * std::sin(value / 3.0 * k_pi);
    const double slow = longWave * std::sin(value / 12.0 * k_pi) + longerWave * std::sin(value * k_pi / 30.0);
    return (shared + middle + slow) * 2.0 / 3.0;
}

// The offset of GCJ-02 at a WGS 84 position, in degrees.
Point gcjOffset(Point lonLat)
{
    const double x = lonLat.x - 105.0;
    const double y = lonLat.y - 35.0;
    const double north_m = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x)) +
                           waves(y, 160.0, 320.0, x);
    const double east_m =
        300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x)) + waves(x, 150.0, 300.0, x);
    const double latitude = lonLat.y / 180.0 * k_pi;
    const double sine = std::sin(latitude);
    const double magic = 1.0 - k_eccentricitySquared * sine * sine;
    const double root = std::sqrt(magic);
    const double meridianRadius_m = k_semiMajor_m * (1.0 - k_eccentricitySquared) / (magic * root);
    const double parallelRadius_m = k_semiMajor_m / root * std::cos(latitude);
    return {east_m * 180.0 / (parallelRadius_m * k_pi), north_m * 180.0 / (meridianRadius_m * k_pi)};
}

// Solves p + offset(p) = image by fixed-point iteration. Both offsets change by less than 2 % of a step,
// so that each round gains at least one and a half digits.
template <typename Offset> Point inverse(Point image, Offset offset)
{
    constexpr double enough_deg = 1e-11; // what is left then is below 1e-12, the accuracy promised is 1e-9
    constexpr int rounds = 20;
    Point position = image;
    for (int i = 0; i < rounds; ++i) {
        const Point shift = offset(position);
        const Point next{image.x - shift.x, image.y - shift.y};
        const double step_deg = std::max(std::abs(next.x - position.x), std::abs(next.y - position.y));
        position = next;
        if (step_deg < enough_deg) {
            break;
        }
    }
    return position;
}

} // namespace

Point wgs84ToGcj02(Point lonLat)
{
    if (!k_shiftedArea.contains(lonLat)) {
        return lonLat;
    }
    const Point offset = gcjOffset(lonLat);
    return {lonLat.x + offset.x, lonLat.y + offset.y};
}

Point gcj02ToWgs84(Point lonLat)
{
    // Asked once and not in each round: at the very border of the area the iteration would otherwise never settle.
    return k_shiftedArea.contains(lonLat) ? inverse(lonLat, gcjOffset) : lonLat;
}

Point gcj02ToBd09(Point lonLat)
{
    const double radius = std::hypot(lonLat.x, lonLat.y) + 0.00002 * std::sin(lonLat.y * k_bdWave);
    const double angle = std::atan2(lonLat.y, lonLat.x) + 0.000003 * std::cos(lonLat.x * k_bdWave);
    return {radius * std::cos(angle) + 0.0065, radius * std::sin(angle) + 0.006};
}

Point bd09ToGcj02(Point lonLat)
{
    return inverse(lonLat, [](Point position) {
        const Point image = gcj02ToBd09(position);
        return Point{image.x - position.x, image.y - position.y};
    });
}

} // namespace cuntu
