// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/period.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

/// 'first..last', or 'refused'.
std::string span(const char16_t *text)
{
    const auto period = ReportPeriod::parse(QStringView(text));
    return period ? (period->first.toIso() + QStringLiteral("..") + period->last.toIso()).toStdString() : "refused";
}

TEST(ReportPeriod, ReadsTheUsualForms)
{
    EXPECT_EQ(span(u"2018"), "2018-01-01..2018-12-31");
    EXPECT_EQ(span(u"2018-H1"), "2018-01-01..2018-06-30");
    EXPECT_EQ(span(u"2018-H2"), "2018-07-01..2018-12-31");
    EXPECT_EQ(span(u"2018-Q2"), "2018-04-01..2018-06-30");
    EXPECT_EQ(span(u"2018q4"), "2018-10-01..2018-12-31");
    EXPECT_EQ(span(u"2020-02"), "2020-02-01..2020-02-29");
    EXPECT_EQ(span(u"2018-12"), "2018-12-01..2018-12-31");
}

TEST(ReportPeriod, ReadsChinese)
{
    EXPECT_EQ(span(u"2018年"), span(u"2018"));
    EXPECT_EQ(span(u"2018年上半年"), span(u"2018-H1"));
    EXPECT_EQ(span(u"2018年第2季度"), span(u"2018-Q2"));
    EXPECT_EQ(span(u"2018年第二季度"), span(u"2018-Q2"));
    EXPECT_EQ(span(u"2018年6月"), span(u"2018-06"));
    EXPECT_EQ(span(u"２０１８年６月"), span(u"2018-06"));
}

/// Weeks by ISO 8601, checked with `date -d DAY +%G-W%V`.
TEST(ReportPeriod, WeeksBeginOnMonday)
{
    EXPECT_EQ(span(u"2018-W01"), "2018-01-01..2018-01-07");
    EXPECT_EQ(span(u"2019-W01"), "2018-12-31..2019-01-06");
    EXPECT_EQ(span(u"2020-W53"), "2020-12-28..2021-01-03");
    EXPECT_EQ(span(u"2021-W01"), "2021-01-04..2021-01-10");
    EXPECT_EQ(span(u"2019-W53"), "refused");
    EXPECT_EQ(span(u"2018-W0"), "refused");
}

TEST(ReportPeriod, RefusesTheRestWithAdvice)
{
    for (const char16_t *text :
         {u"", u"20xx", u"2018-Q5", u"2018-Q0", u"2018-H3", u"2018-13", u"2018-00", u"soon", u"18-Q1"}) {
        EXPECT_EQ(span(text), "refused") << QString::fromUtf16(text).toStdString();
    }
    const auto refused = ReportPeriod::parse(u"soon");
    EXPECT_EQ(refused.error().code, ErrorCode::Invalid);
    EXPECT_TRUE(refused.error().advice.contains(QStringLiteral("2018-Q2")));
}

TEST(ReportPeriod, TheEveIsTheDayBefore)
{
    EXPECT_EQ(ReportPeriod::parse(u"2018-Q2")->eve().toIso(), QStringLiteral("2018-03-31"));
    EXPECT_EQ(ReportPeriod::parse(u"2018-Q2")->kind, ReportPeriod::Kind::Quarter);
}

} // namespace
} // namespace cuntu
