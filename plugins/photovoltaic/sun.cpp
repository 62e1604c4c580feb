// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/sun.h"

#include "plugins/photovoltaic/sun_terms.h"

#include <cmath>
#include <numbers>

namespace cuntu::photovoltaic {

namespace {

constexpr double k_degrees = 180 / std::numbers::pi;
constexpr double k_radians = std::numbers::pi / 180;

double turned(double degrees)
{
    const double rest = std::fmod(degrees, 360.0);
    return rest < 0 ? rest + 360 : rest;
}

/// Between -180 and 180.
double signedTurn(double degrees)
{
    return turned(degrees + 180) - 180;
}

/// Formulas 9 to 12.
double sumOf(const PeriodicSeries &series, double millennia)
{
    double sum = 0;
    double power = 1;
    for (const auto &terms : series) {
        double part = 0;
        for (const auto &[a, b, c] : terms) {
            part += a * std::cos(b + c * millennia);
        }
        sum += part * power;
        power *= millennia;
    }
    return sum / 1e8;
}

/// Formulas 15 to 23.
void addNutation(double t, GeocentricSun &sun)
{
    const std::array<double, 5> x{297.85036 + t * (445267.111480 + t * (-0.0019142 + t / 189474)),
                                  357.52772 + t * (35999.050340 + t * (-0.0001603 - t / 300000)),
                                  134.96298 + t * (477198.867398 + t * (0.0086972 + t / 56250)),
                                  93.27191 + t * (483202.017538 + t * (-0.0036825 + t / 327270)),
                                  125.04452 + t * (-1934.136261 + t * (0.0020708 + t / 450000))};
    constexpr double k_unit = 36000000;
    for (const NutationTerm &term : nutationTerms()) {
        double angle = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            angle += x[i] * term.y[i];
        }
        sun.nutation_deg += (term.a + term.b * t) * std::sin(angle * k_radians) / k_unit;
        sun.obliquityNutation_deg += (term.c + term.d * t) * std::cos(angle * k_radians) / k_unit;
    }
}

/// Formulas 24 and 25; @p u in ten thousand years.
double obliquity_deg(double u)
{
    static constexpr std::array k_terms{84381.448, -4680.93, -1.55, 1999.25, -51.38, -249.67,
                                        -39.05,    7.12,     27.87, 5.79,    2.45};
    double seconds = 0;
    for (std::size_t i = k_terms.size(); i > 0; --i) {
        seconds = seconds * u + k_terms[i - 1];
    }
    return seconds / 3600;
}

/// Formula 42; nothing below the horizon.
double refraction_deg(double elevation_deg, const Air &air)
{
    constexpr double k_sunRadius_deg = 0.26667;
    if (elevation_deg < -(k_sunRadius_deg + air.refraction_deg)) {
        return 0;
    }
    return air.pressure_hPa / 1010 * 283 / (273 + air.temperature_C) * 1.02 /
           (60 * std::tan((elevation_deg + 10.3 / (elevation_deg + 5.11)) * k_radians));
}

} // namespace

GeocentricSun geocentricSun(double julianDay, double deltaT_s)
{
    const double centuries = (julianDay - 2451545) / 36525;
    const double ephemeris = (julianDay + deltaT_s / 86400 - 2451545) / 36525;
    const double millennia = ephemeris / 10;
    GeocentricSun sun;
    sun.longitude_deg = turned(sumOf(longitudeTerms(), millennia) * k_degrees);
    sun.latitude_deg = sumOf(latitudeTerms(), millennia) * k_degrees;
    sun.radius_au = sumOf(radiusTerms(), millennia);
    addNutation(ephemeris, sun);
    sun.obliquity_deg = obliquity_deg(millennia / 10) + sun.obliquityNutation_deg;
    const double aberration_deg = -20.4898 / (3600 * sun.radius_au);
    sun.apparentLongitude_deg = turned(sun.longitude_deg + 180 + sun.nutation_deg + aberration_deg);
    const double lambda = sun.apparentLongitude_deg * k_radians;
    const double beta = -sun.latitude_deg * k_radians;
    const double epsilon = sun.obliquity_deg * k_radians;
    const double mean = 280.46061837 + 360.98564736629 * (julianDay - 2451545) +
                        centuries * centuries * (0.000387933 - centuries / 38710000);
    sun.sidereal_deg = turned(mean + sun.nutation_deg * std::cos(epsilon));
    sun.rightAscension_deg =
        turned(std::atan2(std::sin(lambda) * std::cos(epsilon) - std::tan(beta) * std::sin(epsilon), std::cos(lambda)) *
               k_degrees);
    sun.declination_deg =
        std::asin(std::sin(beta) * std::cos(epsilon) + std::cos(beta) * std::sin(epsilon) * std::sin(lambda)) *
        k_degrees;
    return sun;
}

/// Formulas 32 to 46.
SunPosition sunPosition(const GeocentricSun &sun, const SunPlace &place, const Air &air)
{
    constexpr double k_flat = 0.99664719;
    constexpr double k_earth_m = 6378140;
    const double phi = place.latitude * k_radians;
    const double delta = sun.declination_deg * k_radians;
    const double hour_deg = sun.sidereal_deg + place.longitude - sun.rightAscension_deg;
    const double hour = hour_deg * k_radians;
    const double parallax = std::sin(8.794 / (3600 * sun.radius_au) * k_radians);
    const double u = std::atan(k_flat * std::tan(phi));
    const double x = std::cos(u) + place.elevation_m / k_earth_m * std::cos(phi);
    const double y = k_flat * std::sin(u) + place.elevation_m / k_earth_m * std::sin(phi);
    const double across = std::cos(delta) - x * parallax * std::cos(hour);
    const double shift = std::atan2(-x * parallax * std::sin(hour), across);
    const double declination = std::atan2((std::sin(delta) - y * parallax) * std::cos(shift), across);
    const double local = hour - shift;
    SunPosition position;
    position.elevation_deg =
        std::asin(std::sin(phi) * std::sin(declination) + std::cos(phi) * std::cos(declination) * std::cos(local)) *
        k_degrees;
    position.apparent_deg = position.elevation_deg + refraction_deg(position.elevation_deg, air);
    position.azimuth_deg =
        turned(180 + k_degrees * std::atan2(std::sin(local),
                                            std::cos(local) * std::sin(phi) - std::tan(declination) * std::cos(phi)));
    position.hourAngle_deg = turned(local * k_degrees);
    return position;
}

double deltaT_s(double year)
{
    const double t = year - 2000;
    if (year < 2005) {
        return 63.86 + t * (0.3345 + t * (-0.060374 + t * (0.0017275 + t * (0.000651814 + t * 0.00002373599))));
    }
    if (year < 2050) {
        return 62.92 + t * (0.32217 + t * 0.005589);
    }
    const double u = (year - 1820) / 100;
    return -20 + 32 * u * u - 0.5628 * (2150 - year);
}

/// The equations of A.2, with the sun's place taken anew at each step instead of between three days.
SunDay sunDay(double noon, const SunPlace &place, double deltaT_s)
{
    constexpr double k_turn_deg = 360.98564736629; // of the earth in a day
    constexpr double k_edge_deg = -0.8333;
    constexpr int k_steps = 5;
    // The moment near `start` at which the hour angle is @p side times that of the sun at the horizon; 0: noon.
    const auto solve = [&](double start, int side) -> std::optional<double> {
        double moment = start;
        for (int i = 0; i < k_steps; ++i) {
            const GeocentricSun sun = geocentricSun(moment, deltaT_s);
            const double delta = sun.declination_deg * k_radians;
            const double phi = place.latitude * k_radians;
            const double cosine = (std::sin(k_edge_deg * k_radians) - std::sin(phi) * std::sin(delta)) /
                                  (std::cos(phi) * std::cos(delta));
            if (side != 0 && std::abs(cosine) > 1) {
                return std::nullopt;
            }
            const double wanted = side == 0 ? 0 : side * std::acos(cosine) * k_degrees;
            const double hour = sun.sidereal_deg + place.longitude - sun.rightAscension_deg;
            moment -= signedTurn(hour - wanted) / k_turn_deg;
        }
        return moment;
    };
    SunDay day;
    day.transit = solve(noon, 0).value_or(noon);
    constexpr double k_quarter = 0.25;
    day.rise = solve(day.transit - k_quarter, -1);
    day.set = solve(day.transit + k_quarter, 1);
    return day;
}

} // namespace cuntu::photovoltaic
