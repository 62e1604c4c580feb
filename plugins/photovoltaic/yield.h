// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/photovoltaic/horizon.h"
#include "plugins/photovoltaic/irradiance.h"
#include "plugins/photovoltaic/sun.h"

#include <array>
#include <span>

namespace cuntu::photovoltaic {

/// The sky and the air of an hour.
struct WeatherHour {
    Irradiance sky;
    double temperature_C = 15;
    double wind_m_s = 2;
};

/// The sun in the middle of each hour of a year, as seen from the middle of the earth; and what is outside the air.
struct YearSun {
    std::vector<GeocentricSun> hours;
    std::vector<double> extra; ///< W/m²
    std::vector<int> month;    ///< 0..11, in Beijing time
};
/// Of the 365 days from 1 January of @p year, 00:00 Beijing time, on; @p minute is the minute of each hour.
YearSun yearSun(int year, double minute = 30);

/// How modules answer to light and heat.
enum class ModuleModel {
    PvWatts, ///< straight by both: PVWatts version 5 (Dobos 2014, NREL/TP-6A20-62641)
    Huld,    ///< crystalline silicon as in PVGIS 5: Huld et al. 2011, doi:10.1016/j.solmat.2010.12.029, with the
             ///< coefficients of 'PVGIS data sources & calculation methods' 5.2.3
};

/// How an array turns light into energy: PVWatts version 5, but for the modules where another model is chosen.
struct PvSystem {
    double kw = 1; ///< of the modules at 1,000 W/m² and 25 °C
    ArrayPlane plane;
    double inverterKw = 0;      ///< AC; 0: the modules by 1.2
    double losses = 0.1408;     ///< of the DC energy
    double perDegree = -0.0047; ///< of the power, standard modules; PvWatts alone
    double inverter = 0.96;     ///< nominal efficiency
    double albedo = 0.2;
    SkyModel sky = SkyModel::HayDavies;
    ModuleModel module = ModuleModel::PvWatts;
};

/// Temperature of the cells: Faiman 2008, doi:10.1002/pip.813, U0 = 25, U1 = 6.84; with Huld's modules U0 = 26.9,
/// U1 = 6.2, free-standing crystalline ones (Koehl et al. 2011, doi:10.1016/j.solmat.2011.01.020, as in PVGIS).
double cellTemperature_C(double plane_W_m2, double air_C, double wind_m_s, ModuleModel model = ModuleModel::PvWatts);
/// Light that reaches the cells, W/m²: PVWatts takes the glass off the beam, Huld's modules off all of it.
double transmitted_W_m2(const PvSystem &system, const PlaneIrradiance &light);
/// kW DC of an array with @p transmitted W/m² behind the glass.
double dcPower_kW(const PvSystem &system, double transmitted_W_m2, double cell_C);
/// kW AC, clipped at what the inverters give; 0 below what they need themselves.
double acPower_kW(const PvSystem &system, double dc_kW);

/// Energy of a year by month.
struct YearYield {
    std::array<double, 12> kwh{};
    std::array<double, 12> plane_kWh_m2{}; ///< on the plane, as shaded
    double unshadedPlane_kWh_m2 = 0;       ///< of the year
    double total() const;
    double plane() const;
    /// Performance ratio: kWh by kW and kWh/m².
    double ratio(double kw) const;
};

/// Yield of @p system at @p place in the hours of @p sun under @p weather (as many); @p horizon may be empty. About
/// 1.5 ms a year.
YearYield yearYield(const PvSystem &system, const SunPlace &place, const YearSun &sun,
                    std::span<const WeatherHour> weather, const Horizon &horizon);

/// The fixed plane with most light on it, by steps of a degree of tilt and five of azimuth around south; @p system says
/// how the light is reckoned.
ArrayPlane bestPlane(const SunPlace &place, const YearSun &sun, std::span<const WeatherHour> weather,
                     const Horizon &horizon, const PvSystem &system = {});

} // namespace cuntu::photovoltaic
