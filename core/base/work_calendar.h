// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"

#include <map>
#include <vector>

namespace cuntu {

/// Which days are working days: Monday to Friday, but for the days that a list names - legal holidays (放假) and
/// weekend days that are worked instead (调休上班). The lists come out year by year; none is built in. A value.
class CUNTU_CORE_EXPORT WorkCalendar {
public:
    /// Saturdays and Sundays are free, nothing else.
    WorkCalendar() = default;

    /// From now on @p day is a working day, or none, whatever day of the week it is. What was said of it before, if it
    /// was the opposite, is replaced; then the result is false.
    bool set(Day day, bool works);
    /// The days that were set, ascending, and whether they are worked.
    const std::map<Day, bool> &days() const { return m_days; }
    /// Years of which the list names any day, ascending: of others only the weekends are known.
    std::vector<int> years() const;

    bool isWorkingDay(Day day) const;
    /// Working days after @p from up to and with @p to; negative where @p to is earlier. The first day is not counted,
    /// as the Civil Code (art. 201) counts periods. O(days that were set).
    int workingDaysBetween(Day from, Day to) const;
    /// The @p count-th working day after @p from (art. 201); for 0 @p from itself, or the next working day where it is
    /// none (art. 203). @p count >= 0. O(count).
    Day plusWorkingDays(Day from, int count) const;

    /// As text for a setting: '2020-01-24 off;2020-01-19 on'. What cannot be read in a text is passed over.
    QString toText() const;
    static WorkCalendar fromText(const QString &text);

private:
    std::map<Day, bool> m_days;
};

} // namespace cuntu
