// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"

#include "tests/support/lamp_programme.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <random>

namespace cuntu {
namespace {

Day day(const char *iso)
{
    return *Day::fromIso(QString::fromLatin1(iso));
}

class LedgerActionsTest : public testing::Test {
protected:
    void importSettlements()
    {
        ImportRequest request;
        request.role = QStringLiteral("settlements");
        request.file = m_scratch.write(QStringLiteral("s.csv"), "code,name,village_code,hh_registered,lon,lat\n"
                                                                "361199100200001,上湾,361199100200,30,117.05,28.05\n"
                                                                "361199100200002,下湾,361199100200,12,117.06,28.05\n");
        const auto report = m_project->import(request, {});
        ASSERT_TRUE(report) << report.error().toText().toStdString();
    }

    void SetUp() override
    {
        auto project =
            Project::create({m_scratch.path(QStringLiteral("p.cuntu")), {}, *Crs::fromEpsg(4527)}, m_registry);
        ASSERT_TRUE(project);
        m_project = std::move(*project);
        importSettlements();
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
            .statusOn({QStringLiteral("lamps"), QStringLiteral("settlements"), {}}, FeatureId{feature}, day(date));
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
    EXPECT_TRUE(m_project->undo(QStringLiteral("张工"))->startsWith(QStringLiteral("imported"))) << "it is next";
    EXPECT_TRUE(m_project->undo(QStringLiteral("张工"))->isEmpty()) << "nothing else to undo";
}

TEST_F(LedgerActionsTest, UndoGoesThroughImportsButNotBehindAListOfAreas)
{
    const QString who = QStringLiteral("张工");
    ASSERT_TRUE(mark("WIRED", "2019-03-01"));
    EXPECT_TRUE(m_project->actions(1)->front().canUndo);
    importSettlements();
    EXPECT_TRUE(m_project->actions(1)->front().canUndo);
    EXPECT_TRUE(m_project->undo(who)->startsWith(QStringLiteral("imported")));
    EXPECT_EQ(status("2020-01-01"), QStringLiteral("WIRED"));
    ImportRequest areas;
    areas.role = QStringLiteral("townships");
    areas.file = m_scratch.write(QStringLiteral("乡镇.csv"), "code,name\n361199100,甲镇\n");
    ASSERT_TRUE(m_project->import(areas, {}));
    const auto actions = m_project->actions(10);
    ASSERT_TRUE(actions);
    for (const ActionInfo &action : *actions) {
        EXPECT_FALSE(action.canUndo) << action.name.toStdString();
    }
    EXPECT_TRUE(m_project->undo(who)->isEmpty());
    EXPECT_EQ(status("2020-01-01"), QStringLiteral("WIRED"));
    ASSERT_TRUE(mark("LIT", "2019-05-01"));
    EXPECT_FALSE(m_project->undo(who)->isEmpty());
    EXPECT_EQ(status("2020-01-01"), QStringLiteral("WIRED"));
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
    request.evidenceFiles = {m_scratch.write(QStringLiteral("照片.jpg"), "not really a picture"),
                             m_scratch.write(QStringLiteral("证书.pdf"), "not really a paper"),
                             m_scratch.write(QStringLiteral("照片 副本.jpg"), "not really a picture")};
    request.role = QStringLiteral("department");
    request.document = QStringLiteral("县交〔2019〕3号");
    request.position = FieldPosition{117.05, 28.05};
    request.rung = Rung::Checked;
    ASSERT_TRUE(m_project->mark(request));
    for (const QString &file : request.evidenceFiles) {
        QFile::remove(file);
    }
    const auto history = m_project->history(QStringLiteral("settlements"), FeatureId{1});
    ASSERT_TRUE(history) << history.error().toText().toStdString();
    ASSERT_EQ(history->size(), 1U);
    const Entry &entry = history->front().entry;
    EXPECT_EQ(entry.evidence.size(), 2U) << "the same bytes are kept once";
    EXPECT_EQ(entry.role, request.role);
    EXPECT_EQ(entry.document, request.document);
    EXPECT_EQ(entry.position, request.position);
    EXPECT_EQ(entry.rung, Rung::Checked);
    EXPECT_EQ(entry.track, (Track{QStringLiteral("lamps"), QStringLiteral("settlements"), {}}));
    EXPECT_TRUE((*m_project->snapshot())->ledger().standingOn(entry.track, {1}, day("2019-03-01"))->documented);
    request.evidenceFiles = {m_scratch.path(QStringLiteral("none.jpg"))};
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
    const Track track{QStringLiteral("lamps"), QStringLiteral("settlements"), {}};
    EXPECT_EQ(old.statusOn(track, FeatureId{1}, day("2019-04-01")), QStringLiteral("WIRED"));
    EXPECT_EQ((*snapshot)->ledger().statusOn(track, FeatureId{1}, day("2019-04-01")), QStringLiteral("LIT"));
}

TEST_F(LedgerActionsTest, AnUndoneCorrectionLeavesTheMarkToBeUndone)
{
    ASSERT_TRUE(mark("WIRED", "2019-03-01"));
    MarkRequest correction;
    correction.layer = QStringLiteral("settlements");
    correction.features = {FeatureId{1}};
    correction.status = QStringLiteral("LIT");
    correction.effective = day("2019-02-01");
    correction.who = QStringLiteral("李工");
    correction.supersedes = m_project->history(QStringLiteral("settlements"), FeatureId{1})->front().entry.id;
    ASSERT_TRUE(m_project->mark(correction));
    EXPECT_EQ(status("2020-01-01"), QStringLiteral("LIT"));
    ASSERT_TRUE(m_project->undo(QStringLiteral("张工")));
    EXPECT_EQ(status("2020-01-01"), QStringLiteral("WIRED"));
    EXPECT_TRUE(status("2019-02-15").isEmpty());
    ASSERT_TRUE(m_project->undo(QStringLiteral("张工")));
    EXPECT_TRUE(status("2020-01-01").isEmpty());
    ASSERT_TRUE(m_project->redo(QStringLiteral("张工")));
    EXPECT_EQ(status("2020-01-01"), QStringLiteral("WIRED"));
    ASSERT_TRUE(m_project->redo(QStringLiteral("张工")));
    EXPECT_EQ(status("2019-02-15"), QStringLiteral("LIT"));
}

/// What a project answers is what a list answers on which undo and redo move a mark.
TEST_F(LedgerActionsTest, AnySequenceOfMarksUndosAndRedosEqualsAReplay)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    struct Said {
        int feature;
        QString status;
        Day day;
    };
    std::vector<Said> done;
    std::vector<Said> undone;
    const QStringList statuses{QStringLiteral("DARK"), QStringLiteral("WIRED"), QStringLiteral("LIT"),
                               QStringLiteral("BROKEN")};
    const auto expected = [&](int feature, Day on) {
        QString status;
        Day since = Day::fromNumber(0);
        for (const Said &each : done) {
            if (each.feature == feature && each.day <= on && each.day >= since) {
                status = each.status;
                since = each.day;
            }
        }
        return status;
    };
    for (int step = 0; step < 150; ++step) {
        const unsigned what = random() % 4;
        if (what == 0 && !done.empty()) {
            ASSERT_TRUE(m_project->undo(QStringLiteral("张工")));
            undone.push_back(done.back());
            done.pop_back();
        } else if (what == 1 && !undone.empty()) {
            ASSERT_TRUE(m_project->redo(QStringLiteral("张工")));
            done.push_back(undone.back());
            undone.pop_back();
        } else {
            const Said said{1 + static_cast<int>(random() % 2), statuses[static_cast<int>(random() % 4)],
                            Day::fromNumber(17900 + static_cast<int>(random() % 20))};
            if (mark(said.status.toLatin1().constData(), said.day.toIso().toLatin1().constData(),
                     QStringLiteral("雷击"), {FeatureId{said.feature}})) {
                done.push_back(said);
                undone.clear();
            }
        }
        const auto snapshot = m_project->snapshot();
        const TrackView track =
            (*snapshot)->ledger().track({QStringLiteral("lamps"), QStringLiteral("settlements"), {}});
        for (int feature = 1; feature <= 2; ++feature) {
            for (int number = 17899; number <= 17920; ++number) {
                const Day on = Day::fromNumber(number);
                ASSERT_EQ(track.statuses()[track.statusOn({feature}, on)], expected(feature, on)) << "step " << step;
            }
        }
    }
    EXPECT_GT(done.size() + undone.size(), 5U);
}

class TwoProgrammesTest : public LedgerActionsTest {
protected:
    TwoProgrammesTest() { m_registry = test::lampAndWellRegistry(); }
    MarkRequest request(const char *programme, const char *status, const char *on) const
    {
        MarkRequest request;
        request.layer = QStringLiteral("settlements");
        request.programme = QString::fromLatin1(programme);
        request.features = {FeatureId{1}};
        request.status = QString::fromLatin1(status);
        request.effective = day(on);
        request.who = QStringLiteral("张工");
        return request;
    }
};

TEST_F(TwoProgrammesTest, KeepTheirStatusesApart)
{
    ASSERT_TRUE(m_project->mark(request("", "LIT", "2019-03-01"))) << "only one programme has it";
    ASSERT_TRUE(m_project->mark(request("", "DUG", "2019-04-01")));
    ASSERT_TRUE(m_project->mark(request("wells", "BROKEN", "2019-05-01")));
    const LedgerView ledger = (*m_project->snapshot())->ledger();
    const QString layer = QStringLiteral("settlements");
    EXPECT_EQ(ledger.statusOn({QStringLiteral("lamps"), layer, {}}, {1}, day("2019-12-31")), QStringLiteral("LIT"));
    EXPECT_EQ(ledger.statusOn({QStringLiteral("wells"), layer, {}}, {1}, day("2019-12-31")), QStringLiteral("BROKEN"));
    std::vector<RowStatus> statuses;
    const auto features = m_project->features(layer);
    ASSERT_TRUE(features);
    FeatureRow row;
    for (auto more = (*features)(row); more && *more; more = (*features)(row)) {
        statuses.insert(statuses.end(), row.statuses.begin(), row.statuses.end());
    }
    ASSERT_EQ(statuses.size(), 2U);
    EXPECT_EQ(statuses[0].programme, QStringLiteral("lamps"));
    EXPECT_EQ(statuses[1].date, day("2019-05-01"));
}

TEST_F(TwoProgrammesTest, AStatusOfBothIsAskedBack)
{
    const auto marked = m_project->mark(request("", "BROKEN", "2019-03-01"));
    ASSERT_FALSE(marked);
    EXPECT_EQ(marked.error().code, ErrorCode::Misused);
    EXPECT_TRUE(marked.error().advice.contains(QStringLiteral("wells"))) << marked.error().toText().toStdString();
    EXPECT_EQ(m_project->mark(request("wells", "LIT", "2019-03-01")).error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_project->mark(request("fountains", "LIT", "2019-03-01")).error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace cuntu
