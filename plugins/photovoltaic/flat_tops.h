// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/photovoltaic/energy.h"

namespace cuntu::photovoltaic {

/// Days of a month on which a station's power stood still at the top, as held down by somebody.
struct FlatTops {
    int days = 0;
    double level_kW = 0; ///< the highest of them
};

/// By station, of the hourly readings of month number @p month. A top is flat where at least three hours on end are
/// within 2 % of the day's most: under a clear sky it is half of that. At 90 % of the inverters' power and above it is
/// their own limit. @p stations must have been read with inverter_kw, without which it is the capacity by 1.2.
std::vector<FlatTops> flatTopsIn(const Readings &readings, const Stations &stations, int month);

/// As many days as tell curtailment from chance.
inline constexpr int k_curtailedDays = 3;

} // namespace cuntu::photovoltaic
