// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "plugins/photovoltaic/yield.h"

#include <array>

namespace cuntu::photovoltaic {

/// What layer pv_climate says of a month; not-a-number: not known.
struct MonthClimate {
    double ground_kWh_m2 = 0; ///< on the level, in the month
    double temperature_C = 15;
    double wind_m_s = 2;
    double range_K = 8; ///< between the warmest and the coldest hour of the mean day
};
using Climate = std::array<MonthClimate, 12>;

/// Hours of a year that add up to @p climate at @p place: the light of the mean day of a month, spread over its hours
/// after Collares-Pereira & Rabl 1979 (doi:10.1016/0038-092X(79)90100-2) and Liu & Jordan 1960, with the monthly
/// diffuse share of Erbs 1982; the day's temperature swings by half its range, warmest at 14 o'clock; a range that is
/// not known is 8 degrees.
std::vector<WeatherHour> hoursOf(const Climate &climate, const SunPlace &place, const YearSun &sun);

/// A cloudless year with Linke turbidity @p turbidity: the most that can come.
std::vector<WeatherHour> clearHours(const SunPlace &place, const YearSun &sun, double turbidity = 3);

/// Reads a typical year as PVGIS gives it (columns time(UTC), T2m, G(h), Gb(n), Gd(h), WS10m; hours in UTC) or a TMY3
/// file (GHI, DNI, DHI, Dry-bulb, Wspd; hours of its zone), moved to the hours of Beijing time. Invalid where columns
/// are missing, or there are not 8,760 hours. @p minute: the minute of the hour that its irradiances are about.
struct TypicalYear {
    std::vector<WeatherHour> hours;
    double minute = 30;
};
Result<TypicalYear> readTypicalYear(const QString &path);

} // namespace cuntu::photovoltaic
