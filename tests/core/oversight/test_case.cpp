// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/oversight/case.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

const Day k_today = *Day::fromIso(u"2020-12-31");

Day day(const char *iso)
{
    return *Day::fromIso(QString::fromLatin1(iso));
}

CaseStep step(const char *state, const char *date, const char *who, const char *note = "", qint64 evidence = 0)
{
    return {QString::fromLatin1(state), day(date), Instant(), QString::fromUtf8(who),
            QString::fromUtf8(note),    evidence};
}

/// An item that was taken through @p steps, each of which must be allowed.
Case item(CaseKind kind, const std::vector<CaseStep> &steps)
{
    Case made;
    made.kind = kind;
    made.steps = {steps.front()};
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const auto allowed = checkStep(made, steps[i], k_today);
        EXPECT_TRUE(allowed) << allowed.error().toText().toStdString();
        made.steps.push_back(steps[i]);
    }
    return made;
}

QString ruleBroken(const Case &made, const CaseStep &next)
{
    const auto allowed = checkStep(made, next, k_today);
    return allowed ? QString() : allowed.error().where.rule;
}

std::vector<CaseStep> untilSubmitted()
{
    return {step("LISTED", "2020-01-10", "办公室"), step("ASSIGNED", "2020-01-12", "办公室"),
            step("RECTIFYING", "2020-01-20", "张工"), step("SUBMITTED", "2020-02-20", "张工", "已修复", 7)};
}

TEST(Case, IsStruckOffStepByStepByTwoPeople)
{
    Case made = item(CaseKind::Rectification, untilSubmitted());
    EXPECT_EQ(ruleBroken(made, step("CHECKED", "2020-03-01", "张工")), QStringLiteral("case.same_checker"));
    EXPECT_EQ(ruleBroken(made, step("CHECKED", "2020-03-01", " 张工 ")), QStringLiteral("case.same_checker"));
    EXPECT_EQ(ruleBroken(made, step("CLOSED", "2020-03-01", "李核")), QStringLiteral("case.step"));
    made.steps.push_back(step("CHECKED", "2020-03-01", "李核"));
    EXPECT_EQ(ruleBroken(made, step("CLOSED", "2020-03-02", "张工")), QStringLiteral("case.same_checker"));
    EXPECT_EQ(ruleBroken(made, step("CLOSED", "2020-03-02", "李核")), QString());
}

TEST(Case, IsNotClosedWithoutEvidence)
{
    std::vector<CaseStep> steps = untilSubmitted();
    steps.back().evidence = 0;
    steps.push_back(step("CHECKED", "2020-03-01", "李核"));
    const Case made = item(CaseKind::Rectification, steps);
    EXPECT_EQ(ruleBroken(made, step("CLOSED", "2020-03-02", "李核")), QStringLiteral("case.evidence"));
    EXPECT_EQ(ruleBroken(made, step("CLOSED", "2020-03-02", "李核", "", 9)), QString());
}

TEST(Case, ACheckThatFailsSendsItBackAndTheCheckerMayCheckAgain)
{
    std::vector<CaseStep> steps = untilSubmitted();
    steps.push_back(step("CHECKED", "2020-03-01", "李核"));
    Case made = item(CaseKind::Rectification, steps);
    EXPECT_EQ(ruleBroken(made, step("RECTIFYING", "2020-03-02", "李核")), QStringLiteral("case.reason"));
    steps.push_back(step("RECTIFYING", "2020-03-02", "李核", "路面仍有坑"));
    steps.push_back(step("SUBMITTED", "2020-04-01", "张工", "", 8));
    made = item(CaseKind::Rectification, steps);
    EXPECT_EQ(ruleBroken(made, step("CHECKED", "2020-04-02", "李核")), QString());
}

TEST(Case, RefusesWhatCannotBe)
{
    const Case made = item(CaseKind::Rectification, untilSubmitted());
    EXPECT_EQ(ruleBroken(made, step("CHECKED", "2021-01-01", "李核")), QStringLiteral("case.future"));
    EXPECT_EQ(ruleBroken(made, step("CHECKED", "2020-02-19", "李核")), QStringLiteral("case.order"));
    EXPECT_EQ(ruleBroken(made, step("CHECKED", "2020-03-01", "  ")), QStringLiteral("case.nobody"));
    EXPECT_EQ(ruleBroken(made, step("GONE", "2020-03-01", "李核")), QStringLiteral("case.step"));
}

TEST(Case, IsOverdueByTheDayUntilItIsClosed)
{
    std::vector<CaseStep> steps = untilSubmitted();
    steps.push_back(step("CHECKED", "2020-03-01", "李核"));
    steps.push_back(step("CLOSED", "2020-03-05", "李核"));
    Case made = item(CaseKind::Rectification, steps);
    EXPECT_EQ(overdue_days(made, day("2020-12-31")), 0) << "it has no deadline";
    made.deadline = day("2020-02-29");
    EXPECT_EQ(overdue_days(made, day("2020-02-29")), 0);
    EXPECT_EQ(overdue_days(made, day("2020-03-01")), 1);
    EXPECT_EQ(overdue_days(made, day("2020-12-31")), 5) << "closed on 5 March";
}

TEST(Case, AnAlertNobodyTakesUpRises)
{
    Case made = item(CaseKind::Alert, {step("OPEN", "2020-01-01", "")});
    EXPECT_EQ(levelOn(made, day("2020-01-14"), {14, false, {}}), 1);
    EXPECT_EQ(levelOn(made, day("2020-01-15"), {14, false, {}}), 2);
    EXPECT_EQ(levelOn(made, day("2020-12-31"), {14, false, {}}), 3);
    made.steps.push_back(step("ACKNOWLEDGED", "2020-01-10", "王主任"));
    EXPECT_EQ(levelOn(made, day("2020-12-31"), {14, false, {}}), 1);
}

TEST(Case, WorkingDaysAreCountedWhereTheyAreAskedFor)
{
    WorkCalendar calendar; // the National Day of 2020: 1 to 8 October free, Sunday 27 September worked
    for (int i = 0; i < 8; ++i) {
        calendar.set(day("2020-10-01").plusDays(i), false);
    }
    calendar.set(day("2020-09-27"), true);
    Case made = item(CaseKind::Rectification, {step("LISTED", "2020-09-01", "办公室")});
    EXPECT_EQ(overdue_workingDays(made, day("2020-12-31"), calendar), 0) << "it has no deadline";
    made.deadline = day("2020-09-25");
    EXPECT_EQ(overdue_days(made, day("2020-10-09")), 14);
    EXPECT_EQ(overdue_workingDays(made, day("2020-10-09"), calendar), 5) << "27 to 30 September and 9 October";
    EXPECT_EQ(overdue_workingDays(made, day("2020-09-01"), calendar), 0);

    Case alert = item(CaseKind::Alert, {step("OPEN", "2020-09-25", "")});
    const Escalation escalation{5, true, calendar};
    EXPECT_EQ(levelOn(alert, day("2020-10-08"), escalation), 1);
    EXPECT_EQ(levelOn(alert, day("2020-10-09"), escalation), 2);
    EXPECT_EQ(levelOn(alert, day("2020-10-09"), Escalation{5, false, calendar}), 3);
}

TEST(Case, FiguresOfALedgerAreThoseOfTheDay)
{
    std::vector<CaseStep> steps = untilSubmitted();
    steps.push_back(step("CHECKED", "2020-03-01", "李核"));
    steps.push_back(step("CLOSED", "2020-03-10", "李核"));
    const Case closed = item(CaseKind::Rectification, steps);
    Case open = item(CaseKind::Rectification, {step("LISTED", "2020-02-01", "办公室")});
    open.deadline = day("2020-02-15");
    const std::vector<Case> items{closed, open};
    const CaseFigures early = caseFigures(items, day("2020-01-31"));
    EXPECT_EQ(early.listed, 1);
    EXPECT_EQ(early.closed, 0);
    const CaseFigures late = caseFigures(items, day("2020-03-10"));
    EXPECT_EQ(late.listed, 2);
    EXPECT_EQ(late.closed, 1);
    EXPECT_EQ(late.overdue, 1);
    EXPECT_EQ(late.median_days, 60) << "10 January to 10 March 2020";
}

} // namespace
} // namespace cuntu
