// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace cuntu::photovoltaic {

/// Position of the sun after Reda & Andreas, Solar Position Algorithm for Solar Radiation Applications
/// (NREL/TP-560-34302, 2004, revised 2008): 0.0003 degrees for the years -2000 to 6000. All functions are pure; any
/// thread.

/// A place on the earth.
struct SunPlace {
    double latitude = 0;  ///< degrees north
    double longitude = 0; ///< degrees east
    double elevation_m = 0;
};

/// What bends the light.
struct Air {
    double pressure_hPa = 1013.25;
    double temperature_C = 12;
    double refraction_deg = 0.5667; ///< at sunrise and sunset
};

/// The sun as seen from the middle of the earth: the same for all places.
struct GeocentricSun {
    double longitude_deg = 0; ///< heliocentric longitude and latitude of the earth
    double latitude_deg = 0;
    double radius_au = 1;
    double nutation_deg = 0;
    double obliquityNutation_deg = 0;
    double obliquity_deg = 0;
    double apparentLongitude_deg = 0;
    double sidereal_deg = 0;
    double rightAscension_deg = 0;
    double declination_deg = 0;
};

/// The sun as seen from a place.
struct SunPosition {
    double elevation_deg = 0; ///< without refraction
    double apparent_deg = 0;  ///< with it
    double azimuth_deg = 0;   ///< from north, clockwise
    double hourAngle_deg = 0; ///< topocentric, west of south
};

/// @p julianDay counts days of UT from noon of 1 January 4713 BC; @p deltaT_s is TT less UT.
GeocentricSun geocentricSun(double julianDay, double deltaT_s);
SunPosition sunPosition(const GeocentricSun &sun, const SunPlace &place, const Air &air = {});

/// Julian day of @p seconds since 1970-01-01 00:00 UTC.
constexpr double julianDay(double seconds)
{
    return seconds / 86400.0 + 2440587.5;
}
/// TT less UT in seconds: Espenak & Meeus 2006, their polynomials for 1986 to 2150.
double deltaT_s(double year);

/// Sunrise, transit and sunset as Julian days; empty where the sun does not rise or does not set.
struct SunDay {
    double transit = 0;
    std::optional<double> rise;
    std::optional<double> set;
};
/// Of the transit nearest to @p noon (a Julian day). The sun is up while its upper edge is, at -0.8333 degrees.
SunDay sunDay(double noon, const SunPlace &place, double deltaT_s);

} // namespace cuntu::photovoltaic
