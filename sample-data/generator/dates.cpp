// SPDX-License-Identifier: GPL-3.0-or-later
#include "dates.hpp"

#include <chrono>
#include <cstdio>

namespace cuntu::sample {

namespace {

std::chrono::year_month_day civil(Date date)
{
    return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(date.days)));
}

} // namespace

Date Date::of(int year, int month, int day)
{
    const std::chrono::year_month_day ymd(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                          std::chrono::day(static_cast<unsigned>(day)));
    return {static_cast<int>(std::chrono::sys_days(ymd).time_since_epoch().count())};
}

int Date::year() const
{
    return static_cast<int>(civil(*this).year());
}
int Date::month() const
{
    return static_cast<int>(static_cast<unsigned>(civil(*this).month()));
}
int Date::day() const
{
    return static_cast<int>(static_cast<unsigned>(civil(*this).day()));
}

std::string padded(int value, int digits)
{
    std::string text = std::to_string(value);
    if (static_cast<int>(text.size()) < digits)
        text.insert(0, static_cast<std::size_t>(digits) - text.size(), '0');
    return text;
}

std::string monthText(Date date)
{
    return padded(date.year(), 4) + "-" + padded(date.month(), 2);
}
std::string isoText(Date date)
{
    return monthText(date) + "-" + padded(date.day(), 2);
}

std::string fixed(double value, int decimals)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

} // namespace cuntu::sample
