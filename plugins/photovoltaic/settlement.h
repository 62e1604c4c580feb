// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/photovoltaic/prices.h"

namespace cuntu::photovoltaic {

/// What a station's energy of one year is worth, and what came in for it.
struct Settlement {
    int months = 0; ///< with energy
    Worth due;
    double receivedBase = 0; ///< the base price, and money of which the kind is not said
    double receivedSubsidy = 0;
    double receivedOther = 0; ///< neither; not part of received()

    double received() const { return receivedBase + receivedSubsidy; }
};

/// The year whose energy is meant: by default the one before.
Parameter dueYearParameter();
int dueYear(const ParameterValues &values, Day day);

/// By station: the months of @p year that are over on the stations' day, and the money that came in until then for the
/// energy of the year (of which the year is not said: that came in within it). @p stations must have been read with
/// Prices::ownFields().
Result<std::vector<Settlement>> settlementsOf(const ProjectSnapshot &project, const Stations &stations, int year,
                                              const JobContext &job);

} // namespace cuntu::photovoltaic
