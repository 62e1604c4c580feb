// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/photovoltaic/energy.h"

namespace cuntu::photovoltaic {

/// What a recorded fault took of a station's energy within some months.
struct Outage {
    std::uint32_t station = 0;
    std::uint32_t row = 0; ///< of layer pv_faults
    QString cause;         ///< id; empty: not said
    Day first;             ///< of its days within the months
    Day last;
    int days = 0;          ///< less those that an earlier fault of the station has already
    bool recorded = false; ///< the energy is what the record says, by its share of days
    double lost_kWh = 0;   ///< not-a-number: nothing says how much
    double lost_yuan = 0;  ///< at the prices of the months; not-a-number: energy or price not known
};

/// Faults of @p project that touch the months of @p window up to the evening of the stations' day, by station and
/// begin. What a record does not say of the energy is estimated month by month: what the median of the station's kind
/// in its county gave on such days, but not more than the station fell short of that median in the whole month where it
/// was read; of a month with fewer than @p peers such stations nothing is known. Of two faults at the same time the
/// earlier one counts. @p stations must have been read with Prices::ownFields().
Result<std::vector<Outage>> outagesWithin(const ProjectSnapshot &project, const Stations &stations,
                                          const MonthWindow &window, int peers, const JobContext &job);

} // namespace cuntu::photovoltaic
