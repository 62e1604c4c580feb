// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cuntu::photovoltaic {

/// Irradiances in W/m². All functions are pure; angles in degrees; any thread.

/// Beam on a plane that faces it, diffuse and global on the ground.
struct Irradiance {
    double global = 0;
    double beam = 0;
    double diffuse = 0;
};

/// On the plane of an array.
struct PlaneIrradiance {
    double beam = 0;    ///< beam, shaded or not
    double diffuse = 0; ///< sky, with the part around the sun
    double ground = 0;  ///< reflected
    double incidence_deg = 90;
    double total() const { return beam + diffuse + ground; }
};

/// How an array stands: tilt from the level, azimuth from north, clockwise.
struct ArrayPlane {
    double tilt_deg = 0;
    double azimuth_deg = 180;
};

/// Outside the atmosphere at @p radius_au, facing the sun: 1,361.1 W/m² at one (Gueymard 2018).
double extraterrestrial(double radius_au);
/// Kasten & Young 1989, at sea level; @p apparentElevation_deg with refraction, above 0.
double airMass(double apparentElevation_deg);
/// Cloudless sky: Ineichen & Perez 2002, doi:10.1016/S0038-092X(02)00045-2, with Linke turbidity @p turbidity at
/// @p elevation_m; all 0 with the sun below the horizon.
Irradiance clearSky(double apparentElevation_deg, double extra, double elevation_m, double turbidity);
/// Splits the @p global irradiance of an hour: Erbs, Klein & Duffie 1982, doi:10.1016/0038-092X(82)90302-4.
Irradiance splitGlobal(double global, double elevation_deg, double extra);
/// Cosine of the angle between the sun and the plane's normal.
double incidenceCosine(const ArrayPlane &plane, double elevation_deg, double azimuth_deg);

/// How the light of the sky is spread over it.
enum class SkyModel {
    HayDavies, ///< even, and brighter around the sun: Hay & Davies 1980, as Duffie & Beckman 2.16.4
    Perez,     ///< and brighter or darker at the horizon: Perez, Ineichen, Seals, Michalsky & Stewart 1990, 'all sites
               ///< composite', doi:10.1016/0038-092X(90)90055-H
};

/// What the land takes of the sky.
struct SkyShade {
    bool sunVisible = true; ///< else neither beam nor the sky around the sun counts
    double skyView = 1;     ///< share of the even sky and of the horizon's band that is seen; 1: a flat horizon
};
/// Parts of the sky's light on a plane, which add up to PlaneIrradiance::diffuse. The horizon's may be negative.
struct SkyParts {
    double even = 0;
    double aroundSun = 0;
    double horizon = 0;
};
SkyParts skyOnPlane(SkyModel model, const Irradiance &sky, const ArrayPlane &plane, double elevation_deg,
                    double azimuth_deg, double extra, const SkyShade &shade = {});
PlaneIrradiance onPlane(SkyModel model, const Irradiance &sky, const ArrayPlane &plane, double elevation_deg,
                        double azimuth_deg, double extra, double albedo, const SkyShade &shade = {});
/// Share of the beam that passes the glass, by Snell, Fresnel and Bouguer (De Soto 2006,
/// doi:10.1016/j.solener.2005.06.010), 1 at right angles.
double glassTransmission(double incidence_deg);
/// What of @p light on a plane of @p tilt_deg passes the glass, W/m², with the light of the sky and of the ground too:
/// Martin & Ruiz 2001, doi:10.1016/S0927-0248(00)00408-6, with a_r = 0.16 for glass that gathers some dust.
double behindGlass(const PlaneIrradiance &light, double tilt_deg);

} // namespace cuntu::photovoltaic
