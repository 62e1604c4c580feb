// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"

namespace cuntu::photovoltaic {

/// The time that a reading is about.
struct Period {
    enum class Kind : std::uint8_t { Month, Day, Hour, Year };
    Kind kind = Kind::Month;
    Day first;
    Day last;
    int minute = 0;         ///< of the day; of hourly readings
    bool namesZone = false; ///< the zone was written with it

    int days() const { return daysBetween(first, last) + 1; }
    /// The same time, however it was written.
    bool isSame(const Period &other) const
    {
        return kind == other.kind && first == other.first && minute == other.minute;
    }
};

/// Reads a month (2019-06, 2019年6月, 201906), a day, a year, or a moment (2019-06-01 13:00). A moment that names its
/// zone (Z, +00:00) is moved to Beijing time; one that does not is taken as such. Empty for anything else.
std::optional<Period> parsePeriod(QStringView text);

/// Months since year 0, for counting them.
int monthNumber(Day day);
Day firstOfMonth(int monthNumber);
/// The last month that is over on the evening of @p day.
int lastWholeMonth(Day day);

} // namespace cuntu::photovoltaic
