// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/photovoltaic/energy.h"

namespace cuntu::photovoltaic {

/// A station that fell short in a month, and why that may be.
struct LowYield {
    std::uint32_t station = 0;
    double hours = 0;
    double median = 0;     ///< of its peers
    QString cause;         ///< id of a fault's cause; empty: none of the patterns
    bool recorded = false; ///< the cause is that of a recorded fault, not of a pattern
    double lost_kWh = 0;   ///< less than its peers
    double lost_yuan = 0;  ///< at the price of the month; not-a-number: no price
};

/// How a shortfall is told.
struct LowYieldRule {
    double limit = 0.7; ///< of the median (shortfalls())
    int peers = 3;
};

/// Fields of the stations that lowYields() needs.
QStringList lowYieldFields();

/// Stations that fell short in @p month. The cause is that of a fault recorded in it; else CURTAILMENT where hourly
/// readings have flat tops (flat_tops.h) on at least three days; else by the months before: next to nothing is an
/// OUTAGE; well a month ago is EQUIPMENT; sinking for three months is SOILING; short by about as much in each of the
/// four months is SHADE.
Result<std::vector<LowYield>> lowYields(const ProjectSnapshot &project, const Stations &stations, int month,
                                        const LowYieldRule &rule, const JobContext &job);

/// One sentence.
QString lowYieldSentence(const LowYield &low, const Stations &stations);

} // namespace cuntu::photovoltaic
