// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"

#include "tests/support/lamp_programme.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

Day day(const char *iso)
{
    return *Day::fromIso(QString::fromLatin1(iso));
}

class LedgerActionsTest : public testing::Test {
protected:
    void SetUp() override
    {
        auto project =
            Project::create({m_scratch.path(QStringLiteral("p.cuntu")), {}, *Crs::fromEpsg(4527)}, m_registry);
        ASSERT_TRUE(project);
        m_project = std::move(*project);
        ImportRequest request;
        request.role = QStringLiteral("settlements");
        request.file = m_scratch.write(QStringLiteral("s.csv"), "code,name,village_code,hh_registered,lon,lat\n"
                                                                "361199100200001,上湾,361199100200,30,117.05,28.05\n"
                                                                "361199100200002,下湾,361199100200,12,117.06,28.05\n");
        const auto report = m_project->import(request, {});
        ASSERT_TRUE(report) << report.error().toText().toStdString();
    }

    Result<ActionId> mark(const char *status, const char *date, const QString &note = {},
                          std::vector<FeatureId> ids = {FeatureId{1}})
    {
        MarkRequest request;
        request.layer = QStringLiteral("settlements");
        request.features = std::move(ids);
        request.status = QString::fromLatin1(status);
        request.effective = day(date);
        request.who = QStringLiteral("张工");
        request.note = note;
        return m_project->mark(request);
    }

    QString status(const char *date, int feature = 1)
    {
        return (*m_project->snapshot())
            ->ledger()
            .statusOn(QStringLiteral("settlements"), FeatureId{feature}, day(date));
    }

    test::Scratch m_scratch;
    Immutable<Registry> m_registry = test::lampRegistry();
    std::unique_ptr<Project> m_project;
};

TEST_F(LedgerActionsTest, AMarkHoldsFromItsDayOn)
{
    ASSERT_TRUE(mark("WIRED", "2019-03-01"));
    EXPECT_TRUE(status("2019-02-28").isEmpty());
    EXPECT_EQ(status("2019-03-01"), QStringLiteral("WIRED"));
}

TEST_F(LedgerActionsTest, TheFirstStatementMayJumpAndLaterOnesFollowTheLifeCycle)
{
    ASSERT_TRUE(mark("WIRED", "2019-03-01"));
    const auto wrong = mark("DARK", "2019-04-01");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, ErrorCode::Invalid);
    EXPECT_TRUE(wrong.error().advice.contains(QStringLiteral("LIT"))) << wrong.error().toText().toStdString();
    ASSERT_TRUE(mark("LIT", "2019-05-01"));
    const auto unexplained = mark("BROKEN", "2019-06-01");
    ASSERT_FALSE(unexplained) << "the step needs a reason";
    EXPECT_TRUE(mark("BROKEN", "2019-06-01", QStringLiteral("雷击")));
}

TEST_F(LedgerActionsTest, WhatCannotBeTrueIsRefused)
{
    EXPECT_EQ(mark("SHINY", "2019-03-01").error().code, ErrorCode::NotFound);
    EXPECT_EQ(mark("LIT", "2999-01-01").error().code, ErrorCode::OutOfRange);
    EXPECT_EQ(mark("LIT", "2019-03-01", {}, {}).error().code, ErrorCode::Misused);
}

TEST_F(LedgerActionsTest, UndoRetractsAndRedoBringsBackAndNothingIsDeleted)
{
    ASSERT_TRUE(mark("WIRED", "2019-03-01", {}, {FeatureId{1}, FeatureId{2}}));
    const std::size_t before = (*m_project->snapshot())->ledger().size();
    const auto undone = m_project->undo(QStringLiteral("张工"));
    ASSERT_TRUE(undone) << undone.error().toText().toStdString();
    EXPECT_FALSE(undone->isEmpty());
    EXPECT_TRUE(status("2020-01-01").isEmpty());
    EXPECT_TRUE(status("2020-01-01", 2).isEmpty());
    EXPECT_EQ((*m_project->snapshot())->ledger().size(), before + 2);
    const auto redone = m_project->redo(QStringLiteral("张工"));
    ASSERT_TRUE(redone) << redone.error().toText().toStdString();
    EXPECT_EQ(status("2020-01-01"), QStringLiteral("WIRED"));
    EXPECT_EQ(status("2020-01-01", 2), QStringLiteral("WIRED"));
    ASSERT_TRUE(m_project->undo(QStringLiteral("张工")));
    EXPECT_TRUE(status("2020-01-01").isEmpty());
    EXPECT_TRUE(m_project->undo(QStringLiteral("张工"))->isEmpty()) << "nothing else to undo";
}

TEST_F(LedgerActionsTest, UndoSurvivesARestart)
{
    ASSERT_TRUE(mark("WIRED", "2019-03-01"));
    const QString path = m_project->path();
    m_project.reset();
    auto again = Project::open(path, Access::ReadWrite, m_registry);
    ASSERT_TRUE(again);
    m_project = std::move(*again);
    ASSERT_TRUE(m_project->undo(QStringLiteral("张工")));
    EXPECT_TRUE(status("2020-01-01").isEmpty());
}

TEST_F(LedgerActionsTest, AFieldEditCanBeUndone)
{
    const auto households = [this] {
        const auto row = m_project->feature(QStringLiteral("settlements"), FeatureId{1});
        return std::get<std::int64_t>(row->values[3]);
    };
    ASSERT_TRUE(m_project->setField(QStringLiteral("settlements"), FeatureId{1}, QStringLiteral("hh_registered"),
                                    std::int64_t{31}, QStringLiteral("张工")));
    EXPECT_EQ(households(), 31);
    ASSERT_TRUE(m_project->undo(QStringLiteral("张工")));
    EXPECT_EQ(households(), 30);
    ASSERT_TRUE(m_project->redo(QStringLiteral("张工")));
    EXPECT_EQ(households(), 31);
}

TEST_F(LedgerActionsTest, EvidenceIsKeptInsideTheProject)
{
    MarkRequest request;
    request.layer = QStringLiteral("settlements");
    request.features = {FeatureId{1}};
    request.status = QStringLiteral("LIT");
    request.effective = day("2019-03-01");
    request.who = QStringLiteral("张工");
    request.evidenceFile = m_scratch.write(QStringLiteral("照片.jpg"), "not really a picture");
    ASSERT_TRUE(m_project->mark(request));
    QFile::remove(request.evidenceFile);
    const auto snapshot = m_project->snapshot();
    EXPECT_GT((*snapshot)->ledger().entryOn(QStringLiteral("settlements"), FeatureId{1}, day("2019-03-01"))->evidence,
              0);
    request.evidenceFile = m_scratch.path(QStringLiteral("none.jpg"));
    EXPECT_EQ(m_project->mark(request).error().code, ErrorCode::Unreadable);
}

TEST_F(LedgerActionsTest, AnOldReportCanBeMadeAgain)
{
    ASSERT_TRUE(mark("WIRED", "2019-03-01"));
    const Instant then = Instant::now();
    while (Instant::now() == then) {
    }
    ASSERT_TRUE(mark("LIT", "2019-03-15"));
    const auto snapshot = m_project->snapshot();
    const LedgerView old = (*snapshot)->ledger().knownOn(then);
    EXPECT_EQ(old.statusOn(QStringLiteral("settlements"), FeatureId{1}, day("2019-04-01")), QStringLiteral("WIRED"));
    EXPECT_EQ((*snapshot)->ledger().statusOn(QStringLiteral("settlements"), FeatureId{1}, day("2019-04-01")),
              QStringLiteral("LIT"));
}

} // namespace
} // namespace cuntu
