// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date.h"

#include "core/base/text.h"

#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <chrono>

namespace cuntu {

namespace {

constexpr qint64 k_epochJulianDay = 2440588; // 1970-01-01

QDate toQDate(Day day)
{
    return QDate::fromJulianDay(k_epochJulianDay + day.number());
}

FieldDate wholeYear(int year)
{
    return {*Day::fromYmd(year, 1, 1), *Day::fromYmd(year, 12, 31), FieldDate::Precision::Year};
}

std::optional<FieldDate> wholeMonth(int year, int month)
{
    const auto first = Day::fromYmd(year, month, 1);
    if (!first) {
        return std::nullopt;
    }
    const int length = QDate(year, month, 1).daysInMonth();
    return FieldDate{*first, first->plusDays(length - 1), FieldDate::Precision::Month};
}

/// The number that @p text is, which is digits only; else -1.
int digits(std::string_view text)
{
    int number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return -1;
        }
        number = number * 10 + (c - '0');
    }
    return number;
}

} // namespace

std::optional<Day> Day::fromYmd(int year, int month, int day)
{
    const QDate date(year, month, day);
    if (year < 1000 || year > 9999 || !date.isValid()) {
        return std::nullopt;
    }
    return Day(static_cast<std::int32_t>(date.toJulianDay() - k_epochJulianDay));
}

std::optional<Day> Day::fromIso(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    return fromIso(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

std::optional<Day> Day::fromIso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const int year = digits(text.substr(0, 4));
    const int month = digits(text.substr(5, 2));
    const int day = digits(text.substr(8, 2));
    if (year < 1000 || month < 0 || day < 0) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) {
        return std::nullopt;
    }
    return Day(static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count()));
}

Day Day::today()
{
    return Day(static_cast<std::int32_t>(QDate::currentDate().toJulianDay() - k_epochJulianDay));
}

int Day::year() const
{
    return toQDate(*this).year();
}

int Day::month() const
{
    return toQDate(*this).month();
}

int Day::dayOfMonth() const
{
    return toQDate(*this).day();
}

QString Day::toIso() const
{
    return toQDate(*this).toString(Qt::ISODate);
}

QString Day::toText() const
{
    if (language() == Language::Chinese) {
        return QStringLiteral("%1年%2月%3日").arg(year()).arg(month()).arg(dayOfMonth());
    }
    return QLocale(QLocale::English).toString(toQDate(*this), QStringLiteral("d MMM yyyy"));
}

std::optional<FieldDate> parseFieldDate(QStringView text)
{
    static const QRegularExpression ymd(
        QStringLiteral("^(\\d{4})(?:[-/.]|年)(\\d{1,2})(?:[-/.]|月)(\\d{1,2})日?(?:T?0?0:00(?::00)?)?$"));
    static const QRegularExpression compact(QStringLiteral("^(\\d{4})(\\d{2})(\\d{2})$"));
    static const QRegularExpression ym(QStringLiteral("^(\\d{4})(?:[-/.]|年)(\\d{1,2})月?(?:底|末)?(?:前)?$"));
    static const QRegularExpression y(QStringLiteral("^(\\d{4})年?(?:年?底|末)?(?:前)?$"));
    const QString plain = normalised(text).remove(QLatin1Char(' '));
    for (const QRegularExpression *pattern : {&ymd, &compact}) {
        if (const auto match = pattern->match(plain); match.hasMatch()) {
            const auto day =
                Day::fromYmd(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
            return day ? std::optional(FieldDate{*day, *day, FieldDate::Precision::Day}) : std::nullopt;
        }
    }
    if (const auto match = ym.match(plain); match.hasMatch()) {
        return wholeMonth(match.captured(1).toInt(), match.captured(2).toInt());
    }
    if (const auto match = y.match(plain); match.hasMatch() && match.captured(1).toInt() >= 1000) {
        return wholeYear(match.captured(1).toInt());
    }
    return std::nullopt;
}

Day Instant::day() const
{
    return Day::fromNumber(
        static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(QDateTime::fromMSecsSinceEpoch(m_ms).date())));
}

Instant Instant::endOf(Day day)
{
    const QDate next = QDate(1970, 1, 1).addDays(day.number() + 1LL);
    return fromMilliseconds(next.startOfDay().toMSecsSinceEpoch() - 1);
}

Day Day::plusMonths(int months) const
{
    const QDate moved = QDate(year(), month(), dayOfMonth()).addMonths(months);
    return Day::fromYmd(moved.year(), moved.month(), moved.day()).value_or(*this);
}

Day Day::monthEnd() const
{
    return plusDays(QDate(year(), month(), 1).daysInMonth() - dayOfMonth());
}

Instant Instant::now()
{
    return Instant(QDateTime::currentMSecsSinceEpoch());
}

std::optional<Instant> Instant::fromIso(QStringView text)
{
    const QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(Instant(time.toMSecsSinceEpoch())) : std::nullopt;
}

std::optional<Instant> Instant::fromIso(std::string_view text)
{
    if (text.size() == 24 && text[10] == 'T' && text[13] == ':' && text[16] == ':' && text[19] == '.' &&
        text[23] == 'Z') {
        const auto day = Day::fromIso(text.substr(0, 10));
        const int hour = digits(text.substr(11, 2));
        const int minute = digits(text.substr(14, 2));
        const int second = digits(text.substr(17, 2));
        const int ms = digits(text.substr(20, 3));
        if (day && hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60 && ms >= 0) {
            return Instant((((std::int64_t{day->number()} * 24 + hour) * 60 + minute) * 60 + second) * 1000 + ms);
        }
    }
    return fromIso(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

QString Instant::toIso() const
{
    return QDateTime::fromMSecsSinceEpoch(m_ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString Instant::toText() const
{
    return QDateTime::fromMSecsSinceEpoch(m_ms).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace cuntu
