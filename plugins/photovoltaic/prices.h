// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/photovoltaic/energy.h"

#include <limits>
#include <map>

namespace cuntu::photovoltaic {

/// Yuan for a kWh.
struct Price {
    double base = std::numeric_limits<double>::quiet_NaN(); ///< not-a-number: not known
    double subsidy = 0;
    double total() const { return base + subsidy; }
};

/// What a kWh brings by station and day: layer pv_prices. A row of the station goes before one of its kind, that before
/// one of all stations; of two alike the one that began later. What a row leaves open, and days without one, are as the
/// station's own price_base and price_subsidy say. Immutable; any thread.
class Prices {
public:
    /// @p stations must have been read with ownFields().
    static Result<Prices> read(const ProjectSnapshot &project, const Stations &stations, const JobContext &job);
    /// Fields of the stations that hold their own prices.
    static QStringList ownFields();

    Price on(std::size_t station, Day day) const;
    /// The mean over the days of month number @p month.
    Price ofMonth(std::size_t station, int month) const;

private:
    struct Period {
        int rank = 0;     ///< 2: of the station, 1: of its kind, 0: of all
        double first = 0; ///< numbers of days; infinite where open
        double last = 0;
        Price price; ///< not-a-number: open
    };
    std::vector<Price> m_own;                   ///< by station
    std::vector<std::vector<Period>> m_periods; ///< by station, the one that counts first
};

/// What energy is worth, by station.
struct Worth {
    double base = 0; ///< yuan; not-a-number where a month has energy but no price
    double subsidy = 0;
    double total() const { return base + subsidy; }
};
/// Of the months within @p window.
std::vector<Worth> worthWithin(const std::vector<MonthEnergy> &months, const MonthWindow &window, const Prices &prices,
                               std::size_t stations);

} // namespace cuntu::photovoltaic
