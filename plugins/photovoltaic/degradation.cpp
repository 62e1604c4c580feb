// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/degradation.h"

#include "core/snapshot/known_columns.h"

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

double leftAfter(double years, double rate)
{
    return std::pow(1 - rate, std::max(0.0, years));
}

std::vector<FittedDegradation> fitDegradation(const std::vector<MonthEnergy> &months, const Stations &stations)
{
    constexpr int k_year = 12;
    constexpr std::size_t k_leastPairs = 12;
    std::map<std::pair<std::uint32_t, int>, double> energy;
    for (const MonthEnergy &month : months) {
        const double grid = numberAt(stations.layer->column(u"grid_on"_s), month.station);
        const bool whole = !(grid > firstOfMonth(month.month).number());
        if (whole && month.kwh > 0) {
            energy[{month.station, month.month}] = month.kwh;
        }
    }
    std::vector<std::vector<double>> changes(stations.size());
    for (const auto &[key, kwh] : energy) {
        const auto later = energy.find({key.first, key.second + k_year});
        if (later != energy.end()) {
            changes[key.first].push_back(1 - later->second / kwh);
        }
    }
    std::vector<FittedDegradation> fitted;
    for (const std::vector<double> &each : changes) {
        fitted.push_back({each.size() < k_leastPairs ? std::nan("") : medianOf(each), static_cast<int>(each.size())});
    }
    return fitted;
}

} // namespace cuntu::photovoltaic
