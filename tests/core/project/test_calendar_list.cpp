// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/calendar_list.h"

#include "tests/core/project/lamp_project.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

using test::day;

class CalendarListTest : public test::LampProjectTest {
protected:
    Result<WorkCalendar> read(const char *csv) const
    {
        return readCalendarList({m_scratch.write(QStringLiteral("c.csv"), csv), {}, {}}, {});
    }
};

TEST_F(CalendarListTest, IsReadAsPeopleWriteItAndKept)
{
    EXPECT_FALSE(calendarOf(*m_project)->isWorkingDay(day("2020-01-19"))) << "weekends only";
    const auto first = read("日期,类型,节日\n2020年1月24日,放假,除夕\n2020/1/19,上班,\n2999-01-04,holiday,\n");
    ASSERT_TRUE(first) << first.error().toText().toStdString();
    EXPECT_EQ(first->days().size(), 3U);
    ASSERT_TRUE(addToCalendar(*m_project, *first));
    const auto second = read("日期,安排\n2020-01-24,补班\n2020-01-27,休\n");
    ASSERT_TRUE(second) << second.error().toText().toStdString();
    ASSERT_TRUE(addToCalendar(*m_project, *second));
    const WorkCalendar calendar = *calendarOf(*m_project);
    EXPECT_EQ(calendar.days().size(), 4U);
    EXPECT_TRUE(calendar.isWorkingDay(day("2020-01-19")));
    EXPECT_TRUE(calendar.isWorkingDay(day("2020-01-24"))) << "the newer list counts";
    EXPECT_FALSE(calendar.isWorkingDay(day("2020-01-27")));
    EXPECT_EQ(calendar.years(), (std::vector<int>{2020, 2999}));
}

TEST_F(CalendarListTest, IsTakenWholeOrNotAtAll)
{
    EXPECT_EQ(read("日期,类型\n2020-01-24,放假\n2020-01-24,上班\n").error().details.size(), 1);
    EXPECT_EQ(read("日期,类型\n2020-02-30,放假\n2020-01-25,也许\n").error().details.size(), 2);
    EXPECT_FALSE(read("日期,类型\n"));
    EXPECT_FALSE(read("nonsense"));
}

} // namespace
} // namespace cuntu
