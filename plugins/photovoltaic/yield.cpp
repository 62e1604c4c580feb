// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/yield.h"

#include "core/base/date.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cuntu::photovoltaic {

namespace {

constexpr int k_yearDays = 365;
constexpr double k_beijing_s = 8 * 3600; // ahead of UTC
constexpr double k_watts = 1000;         // in a kW

/// What Huld's modules give of their power at @p light (of 1,000 W/m²), @p warm kelvin above 25 °C.
double huldAnswer(double light, double warm)
{
    if (light <= 0) {
        return 0;
    }
    const double log = std::log(light);
    return 1 + log * (-0.017237 - 0.040465 * log) + warm * (-0.004702 + log * (0.000149 + 0.000170 * log)) +
           0.000005 * warm * warm;
}

} // namespace

YearSun yearSun(int year, double minute)
{
    YearSun sun;
    const Day first = Day::fromYmd(year, 1, 1).value_or(Day());
    const double delta = deltaT_s(year + 0.5);
    for (int day = 0; day < k_yearDays; ++day) {
        const Day date = first.plusDays(day);
        for (int hour = 0; hour < 24; ++hour) {
            const double seconds = date.number() * 86400.0 + hour * 3600.0 + minute * 60 - k_beijing_s;
            sun.hours.push_back(geocentricSun(julianDay(seconds), delta));
            sun.extra.push_back(extraterrestrial(sun.hours.back().radius_au));
            sun.month.push_back(date.month() - 1);
        }
    }
    return sun;
}

double cellTemperature_C(double plane_W_m2, double air_C, double wind_m_s, ModuleModel model)
{
    return model == ModuleModel::Huld ? air_C + plane_W_m2 / (26.9 + 6.2 * wind_m_s)
                                      : air_C + plane_W_m2 / (25 + 6.84 * wind_m_s);
}

double transmitted_W_m2(const PvSystem &system, const PlaneIrradiance &light)
{
    return system.module == ModuleModel::Huld
               ? behindGlass(light, system.plane.tilt_deg)
               : light.beam * glassTransmission(light.incidence_deg) + light.diffuse + light.ground;
}

double dcPower_kW(const PvSystem &system, double transmitted_W_m2, double cell_C)
{
    constexpr double k_standard_C = 25;
    const double light = transmitted_W_m2 / k_watts;
    const double warm = cell_C - k_standard_C;
    const double answer = system.module == ModuleModel::Huld ? huldAnswer(light, warm) : 1 + system.perDegree * warm;
    return std::max(0.0, light * system.kw * answer * (1 - system.losses));
}

double acPower_kW(const PvSystem &system, double dc_kW)
{
    constexpr double k_dcToAc = 1.2;
    constexpr double k_reference = 0.9637;
    const double rated = system.inverterKw > 0 ? system.inverterKw : system.kw / k_dcToAc;
    const double load = dc_kW / (rated / system.inverter);
    if (load <= 0) {
        return 0;
    }
    const double efficiency = system.inverter / k_reference * (-0.0162 * load - 0.0059 / load + 0.9858);
    return std::clamp(efficiency * dc_kW, 0.0, rated);
}

double YearYield::total() const
{
    return std::accumulate(kwh.begin(), kwh.end(), 0.0);
}

double YearYield::plane() const
{
    return std::accumulate(plane_kWh_m2.begin(), plane_kWh_m2.end(), 0.0);
}

double YearYield::ratio(double kw) const
{
    return total() / (kw * plane());
}

YearYield yearYield(const PvSystem &system, const SunPlace &place, const YearSun &sun,
                    std::span<const WeatherHour> weather, const Horizon &horizon)
{
    YearYield yield;
    const double skyView = horizon.skyView();
    for (std::size_t i = 0; i < sun.hours.size() && i < weather.size(); ++i) {
        const WeatherHour &hour = weather[i];
        if (hour.sky.global <= 0) {
            continue;
        }
        const SunPosition position = sunPosition(sun.hours[i], place);
        const bool visible = !horizon.hides(position);
        const PlaneIrradiance light = onPlane(system.sky, hour.sky, system.plane, position.elevation_deg,
                                              position.azimuth_deg, sun.extra[i], system.albedo, {visible, skyView});
        const double passed = transmitted_W_m2(system, light);
        const double cell = cellTemperature_C(light.total(), hour.temperature_C, hour.wind_m_s, system.module);
        const auto month = static_cast<std::size_t>(sun.month[i]);
        yield.kwh[month] += acPower_kW(system, dcPower_kW(system, passed, cell));
        yield.plane_kWh_m2[month] += light.total() / k_watts;
        const bool shaded = !horizon.elevation_deg.empty();
        yield.unshadedPlane_kWh_m2 += (shaded ? onPlane(system.sky, hour.sky, system.plane, position.elevation_deg,
                                                        position.azimuth_deg, sun.extra[i], system.albedo)
                                                    .total()
                                              : light.total()) /
                                      k_watts;
    }
    return yield;
}

ArrayPlane bestPlane(const SunPlace &place, const YearSun &sun, std::span<const WeatherHour> weather,
                     const Horizon &horizon, const PvSystem &system)
{
    constexpr int k_mostTilt = 60;
    constexpr int k_turn = 45;
    struct Moment {
        SunPosition position;
        std::size_t hour;
        bool visible;
    };
    std::vector<Moment> moments;
    const double skyView = horizon.skyView();
    for (std::size_t i = 0; i < sun.hours.size() && i < weather.size(); ++i) {
        if (weather[i].sky.global > 0) {
            const SunPosition position = sunPosition(sun.hours[i], place);
            moments.push_back({position, i, !horizon.hides(position)});
        }
    }
    const auto lightOn = [&](const ArrayPlane &plane) {
        double sum = 0;
        for (const Moment &moment : moments) {
            sum +=
                onPlane(system.sky, weather[moment.hour].sky, plane, moment.position.elevation_deg,
                        moment.position.azimuth_deg, sun.extra[moment.hour], system.albedo, {moment.visible, skyView})
                    .total();
        }
        return sum;
    };
    // Tilt and azimuth hardly touch one another: one after the other, twice.
    ArrayPlane best{20, place.latitude >= 0 ? 180.0 : 0.0};
    const double south = best.azimuth_deg;
    for (int round = 0; round < 2; ++round) {
        double most = -1;
        ArrayPlane tried = best;
        for (int tilt = 0; tilt <= k_mostTilt; ++tilt) {
            tried.tilt_deg = tilt;
            const double light = lightOn(tried);
            best.tilt_deg = light > most ? tilt : best.tilt_deg;
            most = std::max(most, light);
        }
        most = -1;
        tried = best;
        for (int turn = -k_turn; turn <= k_turn; turn += 5) {
            tried.azimuth_deg = std::fmod(south + turn + 360, 360);
            const double light = lightOn(tried);
            best.azimuth_deg = light > most ? tried.azimuth_deg : best.azimuth_deg;
            most = std::max(most, light);
        }
    }
    return best;
}

} // namespace cuntu::photovoltaic
