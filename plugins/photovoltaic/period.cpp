// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/period.h"

#include "core/base/text.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

constexpr int k_minutesOfDay = 24 * 60;
constexpr int k_beijing = 8 * 60; // minutes ahead of UTC

std::optional<Period> parseMoment(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(.+?)[T ](\\d{1,2}):(\\d{2})(?::\\d{2}(?:\\.\\d+)?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?$"_s);
    const auto match = pattern.match(text);
    const auto day = parseFieldDate(match.captured(1));
    if (!match.hasMatch() || !day || day->precision != FieldDate::Precision::Day) {
        return std::nullopt;
    }
    int minute = match.captured(2).toInt() * 60 + match.captured(3).toInt();
    const QString zone = match.captured(4);
    if (!zone.isEmpty()) {
        const QString digits = zone.mid(1).remove(u':');
        const int ahead = zone == u"Z"_s ? 0 : digits.left(2).toInt() * 60 + digits.mid(2).toInt();
        minute += k_beijing - (zone.startsWith(u'-') ? -ahead : ahead);
    }
    const int days = minute >= 0 ? minute / k_minutesOfDay : -1 - (-minute - 1) / k_minutesOfDay;
    const Day on = day->first.plusDays(days);
    return Period{Period::Kind::Hour, on, on, minute - days * k_minutesOfDay, !zone.isEmpty()};
}

} // namespace

std::optional<Period> parsePeriod(QStringView text)
{
    const QString written = normalised(text);
    static const QRegularExpression compact(u"^(\\d{4})(\\d{2})$"_s);
    if (const auto match = compact.match(written); match.hasMatch()) {
        const auto first = Day::fromYmd(match.captured(1).toInt(), match.captured(2).toInt(), 1);
        return first ? std::optional(Period{Period::Kind::Month, *first, first->monthEnd()}) : std::nullopt;
    }
    if (auto moment = parseMoment(written)) {
        return moment; // before dates, among which a midnight would be its day
    }
    const auto date = parseFieldDate(written);
    if (!date) {
        return std::nullopt;
    }
    switch (date->precision) {
    case FieldDate::Precision::Day:
        return Period{Period::Kind::Day, date->first, date->first};
    case FieldDate::Precision::Month:
        return Period{Period::Kind::Month, date->first, date->last};
    case FieldDate::Precision::Year:
        break;
    }
    return Period{Period::Kind::Year, date->first, date->last};
}

int monthNumber(Day day)
{
    return day.year() * 12 + day.month() - 1;
}

Day firstOfMonth(int monthNumber)
{
    return Day::fromYmd(monthNumber / 12, monthNumber % 12 + 1, 1).value_or(Day());
}

int lastWholeMonth(Day day)
{
    return monthNumber(day.plusDays(1)) - 1;
}

} // namespace cuntu::photovoltaic
