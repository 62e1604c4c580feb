// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace cuntu::sample {

/// A day, counted from 1970-01-01.
struct Date {
    int days = 0;

    static Date of(int year, int month, int day);
    Date plus(int count) const { return {days + count}; }
    int year() const;
    int month() const;
    int day() const;
    auto operator<=>(const Date &) const = default;
};

/// 2018-06-30
std::string isoText(Date date);
/// 2018-06
std::string monthText(Date date);
/// @p value with @p decimals digits after the point.
std::string fixed(double value, int decimals);
/// @p value with leading zeros up to @p digits.
std::string padded(int value, int digits);

/// The day on which the county handed its folder over; nothing in it is later.
inline Date handOver() {
    return Date::of(2020, 6, 30);
}

} // namespace cuntu::sample
