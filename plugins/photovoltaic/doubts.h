// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/photovoltaic/energy.h"

namespace cuntu::photovoltaic {

/// Something odd about a reading. It is shown; nothing is changed (README.md says what counts all the same).
struct Doubt {
    enum class Kind {
        Repeated,   ///< a later row is about the same period
        Impossible, ///< negative, or more than capacity x hours
        Much,       ///< more than 220 equivalent hours in a month
        Unit,       ///< would fit if it were Wh or MWh
        Cumulated,  ///< looks like what a meter shows, not like what was fed in
        Gap,        ///< months before it are missing
    };
    Kind kind = Kind::Repeated;
    std::uint32_t row = 0; ///< of layer pv_readings
    std::uint32_t station = 0;
    Period period;
    double kwh = 0;
    double better = 0; ///< what it might be, in kWh; not-a-number: not known. Of a gap the number of months.
};

/// Everything that is odd, by station and time.
///
/// Unit: less than 1 or more than 1,000 equivalent hours a month while 20 to 220 come out in the other unit.
/// Cumulated: at least five months in a row that only rise, where either most are above 220 hours and the differences
/// are not, or the last is at least 0.7 n times the second of n (a rise from winter to summer is threefold at most, and
/// the first month may be part of one).
std::vector<Doubt> doubtsOf(const Readings &readings, const Stations &stations);

QString doubtSentence(const Doubt &doubt, const Stations &stations);

} // namespace cuntu::photovoltaic
