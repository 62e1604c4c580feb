// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/time_axis.h"

#include "core/base/text.h"
#include "ui/window/timeline.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace cuntu::ui {
namespace {

constexpr double k_daysPerMonth = 30.44;

QString markText(Day day)
{
    if (day.dayOfMonth() != 1) {
        return day.toIso().mid(5);
    }
    if (day.month() == 1) {
        return QString::number(day.year());
    }
    const QLocale locale(language() == Language::Chinese ? QLocale::Chinese : QLocale::English);
    return locale.standaloneMonthName(day.month(), QLocale::ShortFormat);
}

/// The first of the month of @p day, or of the next one where it began before.
Day monthFrom(Day day)
{
    const Day begin = Day::fromYmd(day.year(), day.month(), 1).value_or(day);
    return begin < day ? begin.plusMonths(1) : begin;
}

} // namespace

TimeAxis::TimeAxis(Day first, Day last, double left, double right)
    : m_first(first), m_last(std::max(last, first.plusDays(1))), m_left(left), m_right(std::max(right, left + 1))
{
}

double TimeAxis::x(Day day) const
{
    return m_left + (m_right - m_left) * daysBetween(m_first, day) / daysBetween(m_first, m_last);
}

Day TimeAxis::dayAt(double x) const
{
    const double share = std::clamp((x - m_left) / (m_right - m_left), 0.0, 1.0);
    return m_first.plusDays(static_cast<std::int32_t>(std::lround(share * daysBetween(m_first, m_last))));
}

std::vector<AxisMark> TimeAxis::marks(double width) const
{
    static constexpr std::array k_steps{1, 3, 6, 12, 24, 60, 120, 240, 600};
    std::vector<AxisMark> marks;
    const double perDay = (m_right - m_left) / daysBetween(m_first, m_last);
    if (perDay * 7 >= width) {
        const int step = perDay >= width ? 1 : 7;
        for (Day day = m_first; day <= m_last; day = day.plusDays(step)) {
            marks.push_back({day, markText(day), false});
        }
        return marks;
    }
    const auto fits = [&](int months) { return months * k_daysPerMonth * perDay >= width; };
    const auto *const found = std::find_if(k_steps.begin(), k_steps.end(), fits);
    const int step = found == k_steps.end() ? k_steps.back() : *found;
    for (Day day = monthFrom(m_first); day <= m_last; day = day.plusMonths(1)) {
        if ((day.year() * 12 + day.month() - 1) % step == 0) {
            marks.push_back({day, markText(day), day.month() == 1});
        }
    }
    return marks;
}

} // namespace cuntu::ui
