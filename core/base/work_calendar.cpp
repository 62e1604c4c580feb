// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/work_calendar.h"

#include <QStringList>

namespace cuntu {

namespace {

constexpr std::int32_t k_week = 7;
const QString k_on = QStringLiteral("on");
const QString k_off = QStringLiteral("off");

/// 0 is Monday. 1970-01-01 was a Thursday.
std::int32_t weekday(Day day)
{
    return ((day.number() + 3) % k_week + k_week) % k_week;
}

bool isWeekday(Day day)
{
    return weekday(day) < 5;
}

/// Mondays to Fridays after @p from up to and with @p to, which is not earlier.
int weekdaysBetween(Day from, Day to)
{
    const std::int32_t days = daysBetween(from, to);
    int count = days / k_week * 5;
    for (std::int32_t i = days / k_week * k_week + 1; i <= days; ++i) {
        count += isWeekday(from.plusDays(i)) ? 1 : 0;
    }
    return count;
}

} // namespace

bool WorkCalendar::set(Day day, bool works)
{
    const auto [known, isNew] = m_days.emplace(day, works);
    const bool agrees = isNew || known->second == works;
    known->second = works;
    return agrees;
}

std::vector<int> WorkCalendar::years() const
{
    std::vector<int> years;
    for (const auto &[day, works] : m_days) {
        if (years.empty() || years.back() != day.year()) {
            years.push_back(day.year());
        }
    }
    return years;
}

bool WorkCalendar::isWorkingDay(Day day) const
{
    const auto known = m_days.find(day);
    return known == m_days.end() ? isWeekday(day) : known->second;
}

int WorkCalendar::workingDaysBetween(Day from, Day to) const
{
    if (to < from) {
        return -workingDaysBetween(to, from);
    }
    int count = weekdaysBetween(from, to);
    for (auto each = m_days.upper_bound(from); each != m_days.end() && each->first <= to; ++each) {
        count += (each->second ? 1 : 0) - (isWeekday(each->first) ? 1 : 0);
    }
    return count;
}

Day WorkCalendar::plusWorkingDays(Day from, int count) const
{
    Day day = from;
    for (int left = count; left > 0;) {
        day = day.plusDays(1);
        left -= isWorkingDay(day) ? 1 : 0;
    }
    while (!isWorkingDay(day)) {
        day = day.plusDays(1);
    }
    return day;
}

QString WorkCalendar::toText() const
{
    QStringList texts;
    for (const auto &[day, works] : m_days) {
        texts << day.toIso() + QLatin1Char(' ') + (works ? k_on : k_off);
    }
    return texts.join(QLatin1Char(';'));
}

WorkCalendar WorkCalendar::fromText(const QString &text)
{
    WorkCalendar calendar;
    for (const QString &each : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        const auto day = Day::fromIso(each.section(QLatin1Char(' '), 0, 0));
        const QString word = each.section(QLatin1Char(' '), 1);
        if (day && (word == k_on || word == k_off)) {
            calendar.set(*day, word == k_on);
        }
    }
    return calendar;
}

} // namespace cuntu
