// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/irradiance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace cuntu::photovoltaic {

namespace {

constexpr double k_radians = std::numbers::pi / 180;
constexpr double k_leastSine = 0.01745; // 1 degree: closer to the horizon quotients lose their meaning

/// Brightness of the sky around the sun and at the horizon.
struct PerezBrightness {
    double sun = 0;
    double horizon = 0;
};

/// Perez 1990: eight kinds of sky by clearness, table 6.
PerezBrightness perezBrightness(const Irradiance &sky, double elevation_deg, double extra)
{
    struct Bin {
        double clearness; ///< up to which
        std::array<double, 6> f;
    };
    static constexpr std::array<Bin, 8> k_bins{{{1.065, {-0.008, 0.588, -0.062, -0.060, 0.072, -0.022}},
                                                {1.23, {0.130, 0.683, -0.151, -0.019, 0.066, -0.029}},
                                                {1.5, {0.330, 0.487, -0.221, 0.055, -0.064, -0.026}},
                                                {1.95, {0.568, 0.187, -0.295, 0.109, -0.152, -0.014}},
                                                {2.8, {0.873, -0.392, -0.362, 0.226, -0.462, 0.001}},
                                                {4.5, {1.132, -1.237, -0.412, 0.288, -0.823, 0.056}},
                                                {6.2, {1.060, -1.600, -0.359, 0.264, -1.127, 0.131}},
                                                {HUGE_VAL, {0.678, -0.327, -0.250, 0.156, -1.377, 0.251}}}};
    constexpr double k_kappa = 1.041;
    const double zenith = (90 - elevation_deg) * k_radians;
    const double cube = k_kappa * zenith * zenith * zenith;
    const double clearness = ((sky.diffuse + sky.beam) / sky.diffuse + cube) / (1 + cube);
    const double brightness = sky.diffuse * airMass(std::max(0.0, elevation_deg)) / extra;
    const auto bin =
        std::find_if(k_bins.begin(), k_bins.end(), [&](const Bin &each) { return clearness < each.clearness; });
    const auto &f = (bin == k_bins.end() ? k_bins.back() : *bin).f;
    return {std::max(0.0, f[0] + f[1] * brightness + f[2] * zenith), f[3] + f[4] * brightness + f[5] * zenith};
}

} // namespace

double extraterrestrial(double radius_au)
{
    return 1361.1 / (radius_au * radius_au);
}

double airMass(double apparentElevation_deg)
{
    const double zenith = 90 - apparentElevation_deg;
    return 1 / (std::cos(zenith * k_radians) + 0.50572 * std::pow(96.07995 - zenith, -1.6364));
}

Irradiance clearSky(double apparentElevation_deg, double extra, double elevation_m, double turbidity)
{
    if (apparentElevation_deg <= 0) {
        return {};
    }
    const double sine = std::sin(apparentElevation_deg * k_radians);
    const double pressure = std::pow(1 - elevation_m / 44331.514, 1 / 0.1902632); // to that of the sea
    const double mass = airMass(apparentElevation_deg) * pressure;
    const double fh1 = std::exp(-elevation_m / 8000);
    const double fh2 = std::exp(-elevation_m / 1250);
    const double cg1 = 5.09e-5 * elevation_m + 0.868;
    const double cg2 = 3.92e-5 * elevation_m + 0.0387;
    Irradiance sky;
    sky.global = cg1 * extra * sine * std::exp(-cg2 * mass * (fh1 + fh2 * (turbidity - 1)));
    const double b = 0.664 + 0.163 / fh1;
    const double most =
        sky.global * (1 - (0.1 - 0.2 * std::exp(-turbidity)) / (0.1 + 0.882 / fh1)) / std::max(sine, k_leastSine);
    sky.beam = std::clamp(b * extra * std::exp(-0.09 * mass * (turbidity - 1)), 0.0, most);
    sky.diffuse = std::max(0.0, sky.global - sky.beam * sine);
    return sky;
}

Irradiance splitGlobal(double global, double elevation_deg, double extra)
{
    if (global <= 0 || elevation_deg <= 0) {
        return {std::max(0.0, global), 0, std::max(0.0, global)};
    }
    const double sine = std::sin(elevation_deg * k_radians);
    const double kt = global / (extra * std::max(sine, k_leastSine));
    const double share = kt <= 0.22  ? 1 - 0.09 * kt
                         : kt <= 0.8 ? 0.9511 + kt * (-0.1604 + kt * (4.388 + kt * (-16.638 + kt * 12.336)))
                                     : 0.165;
    const double diffuse = global * share;
    return {global, std::min(extra, (global - diffuse) / std::max(sine, k_leastSine)), diffuse};
}

double incidenceCosine(const ArrayPlane &plane, double elevation_deg, double azimuth_deg)
{
    const double elevation = elevation_deg * k_radians;
    const double tilt = plane.tilt_deg * k_radians;
    return std::sin(elevation) * std::cos(tilt) +
           std::cos(elevation) * std::sin(tilt) * std::cos((azimuth_deg - plane.azimuth_deg) * k_radians);
}

SkyParts skyOnPlane(SkyModel model, const Irradiance &sky, const ArrayPlane &plane, double elevation_deg,
                    double azimuth_deg, double extra, const SkyShade &shade)
{
    const double facing = shade.sunVisible ? std::max(0.0, incidenceCosine(plane, elevation_deg, azimuth_deg)) : 0;
    const double seen = (1 + std::cos(plane.tilt_deg * k_radians)) / 2 * shade.skyView;
    if (sky.diffuse <= 0) {
        return {};
    }
    const double sine = std::sin(elevation_deg * k_radians);
    if (model == SkyModel::HayDavies) {
        const double around = extra > 0 && elevation_deg > 0 ? std::min(1.0, sky.beam / extra) : 0;
        return {sky.diffuse * (1 - around) * seen, sky.diffuse * around * facing / std::max(sine, k_leastSine), 0};
    }
    constexpr double k_lowestSun = 0.0871557; // sine of 5 degrees: Perez's own limit
    const PerezBrightness brightness = perezBrightness(sky, elevation_deg, extra);
    return {sky.diffuse * (1 - brightness.sun) * seen,
            sky.diffuse * brightness.sun * facing / std::max(sine, k_lowestSun),
            sky.diffuse * brightness.horizon * std::sin(plane.tilt_deg * k_radians) * shade.skyView};
}

PlaneIrradiance onPlane(SkyModel model, const Irradiance &sky, const ArrayPlane &plane, double elevation_deg,
                        double azimuth_deg, double extra, double albedo, const SkyShade &shade)
{
    const double cosine = incidenceCosine(plane, elevation_deg, azimuth_deg);
    const SkyParts parts = skyOnPlane(model, sky, plane, elevation_deg, azimuth_deg, extra, shade);
    PlaneIrradiance result;
    result.incidence_deg = std::acos(std::clamp(cosine, -1.0, 1.0)) / k_radians;
    result.beam = elevation_deg > 0 && shade.sunVisible ? sky.beam * std::max(0.0, cosine) : 0;
    result.diffuse = std::max(0.0, parts.even + parts.aroundSun + parts.horizon);
    result.ground = sky.global * albedo * (1 - std::cos(plane.tilt_deg * k_radians)) / 2;
    return result;
}

double glassTransmission(double incidence_deg)
{
    constexpr double k_index = 1.526;
    constexpr double k_path = 4 * 0.002; // extinction 1/m times thickness m
    if (incidence_deg >= 90) {
        return 0;
    }
    const auto passes = [](double angle) {
        const double inside = std::asin(std::sin(angle) / k_index);
        const double minus = inside - angle;
        const double plus = inside + angle;
        const double reflected =
            angle < 1e-6
                ? std::pow((k_index - 1) / (k_index + 1), 2)
                : (std::pow(std::sin(minus) / std::sin(plus), 2) + std::pow(std::tan(minus) / std::tan(plus), 2)) / 2;
        return std::exp(-k_path / std::cos(inside)) * (1 - reflected);
    };
    static const double straight = passes(0);
    return passes(incidence_deg * k_radians) / straight;
}

double behindGlass(const PlaneIrradiance &light, double tilt_deg)
{
    constexpr double k_angular = 0.16; // a_r
    constexpr double k_first = 4 / (3 * std::numbers::pi);
    constexpr double k_second = 0.5 * k_angular - 0.154;
    const double tilt = std::max(tilt_deg, 1e-3) * k_radians;
    const auto even = [](double slant) { return 1 - std::exp(-(slant * (k_first + k_second * slant)) / k_angular); };
    const double cosine = std::max(0.0, std::cos(light.incidence_deg * k_radians));
    const double beam = (1 - std::exp(-cosine / k_angular)) / (1 - std::exp(-1 / k_angular));
    const double sky = even(std::sin(tilt) + (std::numbers::pi - tilt - std::sin(tilt)) / (1 + std::cos(tilt)));
    const double ground = even(std::sin(tilt) + (tilt - std::sin(tilt)) / (1 - std::cos(tilt)));
    return light.beam * beam + light.diffuse * sky + light.ground * ground;
}

} // namespace cuntu::photovoltaic
