// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/date.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

TEST(Day, RoundTripsThroughIsoAndNumber)
{
    const auto day = Day::fromIso(u"2018-06-30");
    ASSERT_TRUE(day);
    EXPECT_EQ(day->toIso(), QStringLiteral("2018-06-30"));
    EXPECT_EQ(day->number(), 17712); // days from 1970-01-01, by `date -d 2018-06-30 +%s` / 86400
    EXPECT_EQ(Day::fromNumber(17712), *day);
}

TEST(Day, RefusesDaysThatDoNotExist)
{
    EXPECT_FALSE(Day::fromIso(u"2018-02-30"));
    EXPECT_FALSE(Day::fromIso(u"2018-6-30"));
    EXPECT_FALSE(Day::fromYmd(20180, 1, 1));
}

TEST(Day, IsoIsReadStrictlyFromTextAndUtf8)
{
    for (int number = -350'000; number < 2'900'000; number += 13) {
        const Day day = Day::fromNumber(number);
        if (day.year() >= 1000 && day.year() <= 9999) {
            ASSERT_EQ(Day::fromIso(day.toIso()), day);
            ASSERT_EQ(Day::fromIso(day.toIso().toStdString()), day);
        }
    }
    EXPECT_TRUE(Day::fromIso(u"2020-02-29"));
    EXPECT_TRUE(Day::fromIso(u"2000-02-29"));
    for (const char *text :
         {"", "2018-02-29", "1900-02-29", "2018-00-10", "2018-13-10", "2018-01-00", "2018-04-31", "0999-01-01",
          "2018/01/01", "2018-1-001", "201a-01-01", "2018-01-01T", "2018-01- 1", "2018-01-+1", "２０１８-01-01"}) {
        EXPECT_FALSE(Day::fromIso(std::string_view(text))) << text;
        EXPECT_FALSE(Day::fromIso(QString::fromUtf8(text))) << text;
    }
}

TEST(FieldDate, ReadsTheWaysTablesWriteDates)
{
    for (const char16_t *text : {u"2018-06-30", u"2018/6/30", u"2018.6.30", u"20180630", u"2018年6月30日",
                                 u"２０１８．６．３０", u" 2018-06-30 00:00:00"}) {
        const auto date = parseFieldDate(QStringView(text));
        ASSERT_TRUE(date) << QString::fromUtf16(text).toStdString();
        EXPECT_EQ(date->first.toIso(), QStringLiteral("2018-06-30"));
        EXPECT_EQ(date->precision, FieldDate::Precision::Day);
    }
}

TEST(FieldDate, KeepsHowExactlyADateWasGiven)
{
    const auto month = parseFieldDate(u"2018.2");
    ASSERT_TRUE(month);
    EXPECT_EQ(month->last.toIso(), QStringLiteral("2018-02-28"));
    EXPECT_EQ(month->precision, FieldDate::Precision::Month);
    const auto year = parseFieldDate(u"2018年底前");
    ASSERT_TRUE(year);
    EXPECT_EQ(year->last.toIso(), QStringLiteral("2018-12-31"));
    EXPECT_EQ(year->precision, FieldDate::Precision::Year);
}

TEST(FieldDate, DoesNotGuessAYearThatIsNotGiven)
{
    EXPECT_FALSE(parseFieldDate(u"20xx年底"));
    EXPECT_FALSE(parseFieldDate(u"年底前"));
    EXPECT_FALSE(parseFieldDate(u"2018-13-01"));
}

TEST(Instant, ReadsUtf8AsItReadsText)
{
    for (const char *text : {"2020-06-30T08:15:02.123Z", "1969-12-31T23:59:59.999Z", "2020-06-30T23:59:59.000Z",
                             "2020-06-30T24:00:00.000Z", "2020-06-30T08:60:02.123Z", "2020-06-30T08:15:60.123Z",
                             "2020-06-31T08:15:02.123Z", "2020-06-30T08:15:02Z", "2020-06-30T08:15:02.123+08:00",
                             "2020-06-30 08:15:02.123Z", "2020-06-30", "", "2020-06-30T08:15:02.12xZ"}) {
        EXPECT_EQ(Instant::fromIso(std::string_view(text)), Instant::fromIso(QString::fromLatin1(text))) << text;
    }
}

TEST(Instant, KeepsMilliseconds)
{
    const auto instant = Instant::fromIso(u"2020-06-30T08:15:02.123Z");
    ASSERT_TRUE(instant);
    EXPECT_EQ(instant->toIso(), QStringLiteral("2020-06-30T08:15:02.123Z"));
}

} // namespace
} // namespace cuntu
