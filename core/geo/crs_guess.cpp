// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/geo/crs.h"

#include <array>
#include <cmath>

namespace cuntu {

namespace {

constexpr Box k_degrees{-180, -90, 180, 90};
constexpr Box k_chinaLonLat{73, 3, 136, 54};
constexpr double k_million = 1e6;

Crs utmZone(Point lonLat)
{
    const double turned = lonLat.x - 360.0 * std::floor((lonLat.x + 180.0) / 360.0); // -180 <= turned < 180
    const int zone = static_cast<int>(std::floor((turned + 180.0) / 6.0)) + 1;
    return Crs::fromEpsg((lonLat.y < 0 ? 32700 : 32600) + zone).value_or(Crs());
}

// Standard parallels by the rule of sixths: a sixth of the height inside the upper and the lower edge
// (Snyder 1987, Map Projections - A Working Manual, p. 99), for an extent taken to be as high as it is wide.
Crs albers(Point lonLat, double width_deg)
{
    constexpr double chinaWide_deg = 30; // from here on the system of the national maps: 25 and 47, meridian 105
    QString text =
        QStringLiteral("+proj=aea +lat_0=0 +lon_0=105 +lat_1=25 +lat_2=47 +x_0=0 +y_0=0 +ellps=GRS80 +units=m");
    if (width_deg < chinaWide_deg) {
        const double south = std::floor(lonLat.y - width_deg / 3);
        const double north = std::ceil(lonLat.y + width_deg / 3);
        text = QStringLiteral("+proj=aea +lat_0=0 +lon_0=%1 +lat_1=%2 +lat_2=%3 +x_0=0 +y_0=0 +ellps=GRS80 +units=m")
                   .arg(std::round(lonLat.x))
                   .arg(south)
                   .arg(north);
    }
    return Crs::fromUser(text).value_or(Crs());
}

bool isInside(const Box &inner, const Box &outer)
{
    return outer.contains({inner.minX, inner.minY}) && outer.contains({inner.maxX, inner.maxY});
}

Box turned(const Box &box)
{
    return {box.minY, box.minX, box.maxY, box.maxX};
}

CrsGuess guessOf(int epsg, const QString &reason)
{
    return {Crs::fromEpsg(epsg).value_or(Crs()), reason, false};
}

std::optional<CrsGuess> guessDegrees(const Box &extent)
{
    constexpr double tooSmall_deg = 1.0; // 0..1 is a picture's or a missing position, not a place
    if (isInside(extent, k_chinaLonLat)) {
        return guessOf(4490,
                       Core::tr("The numbers are longitude and latitude in China. Those from phones and web maps may "
                                "be shifted: then choose gcj02 or bd09."));
    }
    if (isInside(turned(extent), k_chinaLonLat)) {
        return std::nullopt; // in the other order they are in China
    }
    const bool nowhere = isInside(extent, {-tooSmall_deg, -tooSmall_deg, tooSmall_deg, tooSmall_deg});
    if (nowhere || !isInside(extent, k_degrees)) {
        return std::nullopt;
    }
    return guessOf(4326, Core::tr("The numbers are degrees of longitude and latitude, but not in China."));
}

bool liesInChina(const Crs &crs, Point position)
{
    const auto lonLat = Crs::fromEpsg(4490);
    const auto transform = lonLat ? CrsTransform::create(crs, *lonLat) : Result<CrsTransform>(lonLat.error());
    std::array<Point, 1> place{position};
    return transform && transform->apply(place) == 0 && k_chinaLonLat.contains(place[0]);
}

// Gauss-Kruger with the number of the zone before the easting: 39 544 098 is zone 39, 44 098 m east of its meridian.
std::optional<CrsGuess> guessZone(const Box &extent)
{
    constexpr Box possible{13 * k_million, 0.3 * k_million, 46 * k_million, 6 * k_million};
    const double zone = std::floor(extent.minX / k_million);
    if (!isInside(extent, possible) || zone != std::floor(extent.maxX / k_million) || zone == 24) {
        return std::nullopt;
    }
    const int number = static_cast<int>(zone);
    const bool threeDegrees = number >= 25;
    const double halfZone_m = threeDegrees ? 250'000 : 400'000; // with room for what reaches over into the next zone
    const double middle = zone * k_million + 500'000;
    if (extent.minX < middle - halfZone_m || extent.maxX > middle + halfZone_m) {
        return std::nullopt;
    }
    auto guess =
        guessOf((threeDegrees ? 4488 : 4478) + number,
                Core::tr("The eastings begin with zone %1 of the %2-degree zones. CGCS2000 is assumed; the numbers "
                         "cannot tell it from Xian 1980 or Beijing 1954.")
                    .arg(number)
                    .arg(threeDegrees ? 3 : 6));
    return liesInChina(guess.crs, extent.centre()) ? std::optional(guess) : std::nullopt;
}

std::optional<CrsGuess> guessWebMercator(const Box &extent)
{
    constexpr Box china{8.1 * k_million, 0.3 * k_million, 15.2 * k_million, 7.2 * k_million};
    if (!isInside(extent, china)) {
        return std::nullopt;
    }
    return guessOf(3857, Core::tr("The numbers are those of web maps (Web Mercator) in China."));
}

std::optional<CrsGuess> guessInOrder(const Box &extent)
{
    if (auto degrees = guessDegrees(extent)) {
        return degrees;
    }
    auto zone = guessZone(extent);
    auto web = guessWebMercator(extent);
    if (zone && web) {
        return std::nullopt; // 13 400 000 is west of Kashgar in zone 13, or the coast near Shanghai in Web Mercator
    }
    return zone ? zone : web;
}

} // namespace

Crs fittingCrs(Point lonLat, double width_deg)
{
    constexpr double widest_deg = 3.5;
    if (!std::isfinite(lonLat.x) || !std::isfinite(lonLat.y)) {
        return {};
    }
    const double zone = std::floor((lonLat.x + 1.5) / 3.0);
    if (zone < 25 || zone > 45 || lonLat.y < 0 || lonLat.y > 60) {
        return utmZone(lonLat);
    }
    if (width_deg > widest_deg) {
        return albers(lonLat, width_deg);
    }
    return Crs::fromEpsg(4488 + static_cast<int>(zone)).value_or(Crs());
}

std::optional<CrsGuess> guessCrs(const Box &extent)
{
    const bool finite = std::isfinite(extent.minX) && std::isfinite(extent.minY) && std::isfinite(extent.maxX) &&
                        std::isfinite(extent.maxY);
    if (extent.isEmpty() || !finite) {
        return std::nullopt;
    }
    auto guess = guessInOrder(extent);
    if (!guess) {
        guess = guessInOrder(turned(extent));
        if (guess) {
            guess->swapped = true;
            guess->reason += QLatin1Char(' ') + Core::tr("Northing and easting stand in each other's place.");
        }
    }
    return guess;
}

Result<CrsTransform> planeTransform(const Crs &crs, std::span<const Point> points)
{
    Box extent;
    for (const Point point : points) {
        extent.add(point);
    }
    return CrsTransform::create(crs, extent.isEmpty() ? crs : fittingCrs(extent.centre(), extent.width()));
}

} // namespace cuntu
