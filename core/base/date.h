// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export.h"

#include <QString>

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace cuntu {

/// A calendar day in the field (effective date), without time or zone. Proleptic Gregorian, years 1000 to 9999.
class CUNTU_CORE_EXPORT Day {
public:
    /// 1970-01-01; give a real one wherever it matters.
    constexpr Day() = default;

    /// Empty where the day does not exist (30 February) or the year is outside 1000..9999.
    static std::optional<Day> fromYmd(int year, int month, int day);
    /// Strictly 'YYYY-MM-DD'.
    static std::optional<Day> fromIso(QStringView text);
    /// The same of UTF-8, without a detour: for millions of them.
    static std::optional<Day> fromIso(std::string_view text);
    /// Days since 1970-01-01.
    static constexpr Day fromNumber(std::int32_t days) { return Day(days); }
    /// The machine's local date.
    static Day today();

    /// Days since 1970-01-01.
    constexpr std::int32_t number() const { return m_days; }
    int year() const;
    int month() const; ///< 1..12
    int dayOfMonth() const;
    /// 'YYYY-MM-DD'.
    QString toIso() const;
    /// As people of the program's language write it: 2018年6月30日, 30 Jun 2018.
    QString toText() const;
    constexpr Day plusDays(std::int32_t days) const { return Day(m_days + days); }
    /// Moved by whole months; the last day of the month where that is shorter. The day itself where it leaves the years
    /// there are.
    Day plusMonths(int months) const;
    /// The last day of its month.
    Day monthEnd() const;

    friend constexpr auto operator<=>(Day, Day) = default;

private:
    constexpr explicit Day(std::int32_t days) : m_days(days) {}
    std::int32_t m_days = 0;
};

/// Days from @p from to @p to; negative when @p to is earlier.
constexpr std::int32_t daysBetween(Day from, Day to)
{
    return to.number() - from.number();
}

/// A date as a table gives it, with how exactly it was given.
struct CUNTU_CORE_EXPORT FieldDate {
    enum class Precision { Day, Month, Year };
    Day first; ///< the first day it can mean
    Day last;  ///< the last day it can mean; a deadline 'by the end of 2018' is this one
    Precision precision = Precision::Day;
};

/// Reads 2018-06-30, 2018/6/30, 2018.6.30, 20180630, 2018年6月30日, 2018.6, 2018年6月, 2018年底, 2018, and full-width
/// forms of these. Empty for anything else ('20xx年底' stays unread: a year that is not given is not guessed).
CUNTU_CORE_EXPORT std::optional<FieldDate> parseFieldDate(QStringView text);

/// A moment at which something was recorded: UTC, milliseconds.
class CUNTU_CORE_EXPORT Instant {
public:
    constexpr Instant() = default;
    static Instant now();
    /// The last millisecond of @p day in the machine's time zone.
    static Instant endOf(Day day);
    static constexpr Instant fromMilliseconds(std::int64_t ms) { return Instant(ms); }
    /// ISO 8601 in UTC, '2020-06-30T08:15:02.123Z'. Empty where it is not one.
    static std::optional<Instant> fromIso(QStringView text);
    /// The same of UTF-8; quick where it is exactly 'YYYY-MM-DDThh:mm:ss.mmmZ'.
    static std::optional<Instant> fromIso(std::string_view text);

    constexpr std::int64_t milliseconds() const { return m_ms; }
    QString toIso() const;
    /// The day it falls on in the machine's time zone.
    Day day() const;
    /// Local time, for people.
    QString toText() const;

    friend constexpr auto operator<=>(Instant, Instant) = default;

private:
    constexpr explicit Instant(std::int64_t ms) : m_ms(ms) {}
    std::int64_t m_ms = 0;
};

} // namespace cuntu
