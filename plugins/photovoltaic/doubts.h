// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"
#include "plugins/photovoltaic/energy.h"
#include "plugins/photovoltaic/sun.h"

namespace cuntu::photovoltaic {

/// Something odd about a reading. It is shown; nothing is changed unless the user asks for it (README.md says what
/// counts meanwhile).
struct Doubt {
    enum class Kind {
        Repeated,    ///< a later row is about the same period
        Negative,    ///< less than nothing
        Impossible,  ///< more than capacity x hours
        Much,        ///< more than 220 equivalent hours in a month
        Unit,        ///< would fit if it were Wh or MWh
        Cumulated,   ///< looks like what a meter shows, not like what was fed in
        MeterFell,   ///< a meter shows less than before, and no change of it is recorded
        MeterJumped, ///< a meter shows more than the station can have given since
        Zone,        ///< the hours of a station are not those of Beijing
        Gap,         ///< months before it are missing
    };
    Kind kind = Kind::Repeated;
    std::uint32_t row = 0; ///< of layer pv_readings
    std::uint32_t station = 0;
    Period period;
    double kwh = 0;
    double better = 0; ///< what it might be, in kWh; not-a-number: not known. Of a gap the number of months, of a zone
                       ///< its hours ahead of UTC, of a meter that fell what it showed before.
    std::uint32_t run = 0; ///< first row of those that can only be put right together
};

/// Everything that is odd, by station and time; @p places by station, not-a-number where none is known.
///
/// Unit: 20 to 220 equivalent hours a month, or 0.3 to 9 a day, come out in the other unit and not in this one.
/// Cumulated: at least five months in a row that only rise, where either most are above 220 hours and the differences
/// are not, or the last is at least 0.7 n times the second of n (a rise from winter to summer is threefold at most, and
/// the first month may be part of one).
/// Zone: the middle of the hours' energy is at least 3 hours from the sun's noon; one doubt for each reading that names
/// no zone.
std::vector<Doubt> doubtsOf(const Readings &readings, const Stations &stations, const std::vector<SunPlace> &places);

QString doubtSentence(const Doubt &doubt, const Stations &stations);

/// True where the value proposes itself.
bool proposesItself(const Doubt &doubt);
/// What would be changed about the row of @p doubt, which proposes itself. Of a cumulated run: its energy becomes what
/// the meter shows.
CheckFix fixOf(const Doubt &doubt, const Readings &readings, const Stations &stations);

} // namespace cuntu::photovoltaic
