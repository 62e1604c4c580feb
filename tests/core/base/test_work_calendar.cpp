// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/work_calendar.h"

#include "tests/support/rounds.h"

#include <gtest/gtest.h>

#include <QDate>

#include <random>

namespace cuntu {
namespace {

Day day(const char *iso)
{
    return *Day::fromIso(QString::fromLatin1(iso));
}

/// The Spring Festival of 2020 as it was first laid down: 24 to 30 January free, Sunday 19 January and Saturday
/// 1 February worked.
WorkCalendar springFestival()
{
    WorkCalendar calendar;
    for (Day each = day("2020-01-24"); each <= day("2020-01-30"); each = each.plusDays(1)) {
        calendar.set(each, false);
    }
    calendar.set(day("2020-01-19"), true);
    calendar.set(day("2020-02-01"), true);
    return calendar;
}

TEST(WorkCalendar, WithoutAListOnlyWeekendsAreFree)
{
    const WorkCalendar calendar;
    for (Day each = day("1960-01-01"); each < day("1961-01-01"); each = each.plusDays(1)) {
        const int weekday = QDate(each.year(), each.month(), each.dayOfMonth()).dayOfWeek();
        ASSERT_EQ(calendar.isWorkingDay(each), weekday < 6) << each.toIso().toStdString();
    }
    EXPECT_TRUE(calendar.years().empty());
    EXPECT_EQ(calendar.plusWorkingDays(day("2020-01-17"), 1), day("2020-01-20")) << "a Friday; then Monday";
    EXPECT_EQ(calendar.plusWorkingDays(day("2020-01-18"), 0), day("2020-01-20")) << "the last day is free";
    EXPECT_EQ(calendar.plusWorkingDays(day("2020-01-17"), 0), day("2020-01-17"));
}

TEST(WorkCalendar, ASpringFestivalWorkedByHand)
{
    const WorkCalendar calendar = springFestival();
    // After Friday the 17th: Sun 19, Mon 20, Tue 21, Wed 22, Thu 23 | Fri 31, Sat 1, Mon 3.
    const char *const days[] = {"2020-01-19", "2020-01-20", "2020-01-21", "2020-01-22",
                                "2020-01-23", "2020-01-31", "2020-02-01", "2020-02-03"};
    for (int i = 0; i < 8; ++i) {
        EXPECT_EQ(calendar.plusWorkingDays(day("2020-01-17"), i + 1), day(days[i])) << i + 1;
        EXPECT_EQ(calendar.workingDaysBetween(day("2020-01-17"), day(days[i])), i + 1);
    }
    EXPECT_EQ(calendar.workingDaysBetween(day("2020-01-23"), day("2020-01-30")), 0);
    EXPECT_EQ(calendar.workingDaysBetween(day("2020-02-03"), day("2020-01-17")), -8);
    EXPECT_EQ(calendar.years(), std::vector<int>{2020});
    EXPECT_EQ(WorkCalendar::fromText(calendar.toText()).days(), calendar.days());
    EXPECT_TRUE(WorkCalendar::fromText(QStringLiteral("2020-13-01 off;2020-01-01 maybe;;x")).days().empty());
}

TEST(WorkCalendar, WhatIsSaidAnewTakesThePlaceOfWhatWas)
{
    WorkCalendar calendar = springFestival();
    EXPECT_TRUE(calendar.set(day("2020-01-24"), false));
    EXPECT_FALSE(calendar.set(day("2020-01-31"), false) && calendar.set(day("2020-02-01"), false));
    EXPECT_EQ(calendar.plusWorkingDays(day("2020-01-23"), 1), day("2020-02-03"));
}

TEST(WorkCalendarProperty, CountsAsLookingAtEachDay)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    for (int round = 0; round < test::rounds(200); ++round) {
        WorkCalendar calendar;
        const Day first = Day::fromNumber(static_cast<int>(random() % 40'000) - 20'000);
        for (int i = 0; i < 30; ++i) {
            calendar.set(first.plusDays(static_cast<int>(random() % 120)), random() % 2 == 0);
        }
        const Day from = first.plusDays(static_cast<int>(random() % 120));
        const Day to = first.plusDays(static_cast<int>(random() % 120));
        int count = 0;
        for (Day each = std::min(from, to).plusDays(1); each <= std::max(from, to); each = each.plusDays(1)) {
            count += calendar.isWorkingDay(each) ? 1 : 0;
        }
        ASSERT_EQ(calendar.workingDaysBetween(from, to), to < from ? -count : count);
        const int wanted = 1 + static_cast<int>(random() % 40);
        const Day due = calendar.plusWorkingDays(from, wanted);
        ASSERT_TRUE(calendar.isWorkingDay(due));
        ASSERT_EQ(calendar.workingDaysBetween(from, due), wanted);
    }
}

} // namespace
} // namespace cuntu
