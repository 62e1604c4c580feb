// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/flat_tops.h"

#include "core/snapshot/known_columns.h"

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

constexpr double k_minutesOfHour = 60;

/// What the inverters give at most.
double ratingOf(const Stations &stations, std::size_t row)
{
    constexpr double k_dcToAc = 1.2;
    const double inverters = numberAt(stations.layer->column(u"inverter_kw"_s), row);
    return inverters > 0 ? inverters : stations.kw[row] / k_dcToAc;
}

/// Minutes between the readings of a day: the least there are.
int stepOf(const std::vector<std::pair<int, double>> &day)
{
    int step = static_cast<int>(k_minutesOfHour);
    for (std::size_t i = 1; i < day.size(); ++i) {
        step = std::min(step, day[i].first - day[i - 1].first);
    }
    return std::max(1, step);
}

/// Power of the flat top of @p day (minute and energy, by minute); 0: it has none.
double flatTop_kW(const std::vector<std::pair<int, double>> &day)
{
    constexpr double k_alike = 0.02;
    constexpr int k_leastMinutes = 180;
    const int step = stepOf(day);
    double most = 0;
    for (const auto &[minute, kwh] : day) {
        most = std::max(most, kwh);
    }
    int run = 0;
    int longest = 0;
    for (std::size_t i = 0; i < day.size(); ++i) {
        const bool follows = i == 0 || day[i].first - day[i - 1].first == step;
        const bool top = most > 0 && day[i].second >= (1 - k_alike) * most;
        run = top ? (follows ? run : 0) + step : 0;
        longest = std::max(longest, run);
    }
    return longest >= k_leastMinutes ? most * k_minutesOfHour / step : 0;
}

} // namespace

std::vector<FlatTops> flatTopsIn(const Readings &readings, const Stations &stations, int month)
{
    constexpr double k_ownLimit = 0.9;
    std::map<std::pair<std::uint32_t, int>, std::vector<std::pair<int, double>>> days;
    for (const Reading &reading : readings.all) {
        if (reading.period.kind == Period::Kind::Hour && monthNumber(reading.period.first) == month) {
            auto &day = days[{reading.station, reading.period.first.number()}];
            if (!day.empty() && day.back().first == reading.period.minute) {
                day.back().second = reading.kwh; // of one that is there twice the last counts
            } else {
                day.emplace_back(reading.period.minute, reading.kwh);
            }
        }
    }
    std::vector<FlatTops> tops(stations.size());
    for (const auto &[key, day] : days) {
        const double level_kW = flatTop_kW(day);
        if (level_kW > 0 && level_kW < k_ownLimit * ratingOf(stations, key.first)) {
            FlatTops &top = tops[key.first];
            ++top.days;
            top.level_kW = std::max(top.level_kW, level_kW);
        }
    }
    return tops;
}

} // namespace cuntu::photovoltaic
