// SPDX-License-Identifier: GPL-3.0-or-later
// What happens when a file comes again: proposals, changes and their record, undo, profiles, names of places.
#include "core/geo/shift.h"
#include "core/project/import_preview.h"
#include "core/project/project.h"

#include "tests/support/lamp_programme.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <QProcess>

#include <random>

namespace cuntu {
namespace {

using namespace Qt::StringLiterals;

const char *const k_villages =
    "wkt,code,name,乡镇\n"
    "\"POLYGON((117.0 28.0,117.1 28.0,117.1 28.1,117.0 28.1,117.0 28.0))\",361199100200,桃源村,甲镇\n"
    "\"POLYGON((117.1 28.0,117.2 28.0,117.2 28.1,117.1 28.1,117.1 28.0))\",361199100201,西村,甲镇\n";

class ImportAgainTest : public testing::Test {
protected:
    void SetUp() override
    {
        auto project = Project::create({file(), u"试点县"_s, {}}, m_registry);
        ASSERT_TRUE(project) << project.error().toText().toStdString();
        m_project = std::move(*project);
        ASSERT_TRUE(import(u"villages"_s, k_villages));
    }

    QString file() const { return m_scratch.path(u"p.cuntu"_s); }

    ImportRequest request(const QString &role, const QByteArray &text)
    {
        ImportRequest request;
        request.file = m_scratch.write(u"表.csv"_s, text);
        request.role = role;
        request.who = u"张工"_s;
        return request;
    }
    Result<ImportReport> import(const QString &role, const QByteArray &text)
    {
        return m_project->import(request(role, text), {});
    }

    QString value(const QString &key, const QString &field)
    {
        const auto id = m_project->findFeature(u"settlements"_s, key);
        if (!id) {
            return u"(none)"_s;
        }
        const auto row = m_project->feature(u"settlements"_s, *id);
        const auto schema = m_registry->layerSchema(u"settlements"_s);
        for (std::size_t i = 0; i < schema->fields.size(); ++i) {
            if (schema->fields[i].id == field) {
                return valueText(row->values[i]);
            }
        }
        return u"(no field)"_s;
    }

    qint64 count()
    {
        const auto layers = m_project->layers();
        for (const LayerInfo &info : *layers) {
            if (info.schema.id == u"settlements"_s) {
                return info.features;
            }
        }
        return -1;
    }

    /// All that the project's tables hold.
    QByteArray content() const
    {
        QProcess process;
        process.start(u"sqlite3"_s, {u"-readonly"_s, file(), u".dump"_s});
        process.waitForFinished();
        return process.readAllStandardOutput();
    }

    test::Scratch m_scratch;
    Immutable<Registry> m_registry = test::lampRegistry();
    std::unique_ptr<Project> m_project;
};

const QByteArray k_first = "行政村,编码,自然村名称,经度,纬度,户数\n"
                           "桃源村,361199100200001,上湾,117.05,28.05,30\n"
                           "桃源村,361199100200002,下湾,117.06,28.05,12\n"
                           "西村,361199100201001,石桥,117.15,28.05,40\n";
const QByteArray k_second = "行政村,编码,自然村名称,经度,纬度,户数\n"
                            "桃源村,361199100200001,上湾,117.05,28.05,31\n"
                            "桃源村,361199100200003,新湾,117.07,28.05,9\n";

TEST_F(ImportAgainTest, AProposalSaysWhatIsNewChangedUnchangedAndMissingAndWritesNothing)
{
    ASSERT_TRUE(import(u"settlements"_s, k_first));
    const QByteArray before = content();
    const qint64 revision = m_project->revision();
    ImportRequest ask = request(u"settlements"_s, k_second);
    ask.isProposal = true;
    const auto report = m_project->import(ask, {});
    ASSERT_TRUE(report) << report.error().toText().toStdString();
    EXPECT_EQ(report->taken - report->updated, 1);
    EXPECT_EQ(report->changed, 1);
    EXPECT_EQ(report->updated, 1);
    ASSERT_EQ(report->missing, 1) << "石桥's village is not in the file";
    EXPECT_EQ(report->missingFeatures.front().name, u"下湾"_s);
    ASSERT_EQ(report->changes.size(), 1);
    EXPECT_EQ(report->changes.front().old, u"30"_s);
    EXPECT_EQ(report->changes.front().now, u"31"_s);
    EXPECT_EQ(content(), before);
    EXPECT_EQ(m_project->revision(), revision);
}

TEST_F(ImportAgainTest, TheSameFileAgainChangesNothing)
{
    ASSERT_TRUE(import(u"settlements"_s, k_first));
    const auto again = import(u"settlements"_s, k_first);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->updated, 3);
    EXPECT_EQ(again->changed, 0);
    EXPECT_EQ(again->missing, 0);
}

TEST_F(ImportAgainTest, AProposalIntoAnEmptyProjectLeavesItsCrsOpen)
{
    auto project = Project::create({m_scratch.path(u"leer.cuntu"_s), {}, {}}, m_registry);
    ASSERT_TRUE(project);
    ImportRequest ask = request(u"villages"_s, k_villages);
    ask.isProposal = true;
    ASSERT_TRUE((*project)->import(ask, {}));
    EXPECT_FALSE((*project)->crs().isValid());
    EXPECT_TRUE((*project)->layers()->empty());
}

TEST_F(ImportAgainTest, WhatAFileChangesIsRecordedWithTheFile)
{
    ASSERT_TRUE(import(u"settlements"_s, k_first));
    ASSERT_TRUE(import(u"settlements"_s, k_second));
    const auto id = m_project->findFeature(u"settlements"_s, u"361199100200001"_s);
    const auto changes = m_project->changes(u"settlements"_s, *id);
    ASSERT_TRUE(changes);
    ASSERT_EQ(changes->size(), 1);
    EXPECT_EQ(changes->front().field, u"hh_registered"_s);
    EXPECT_EQ(valueText(changes->front().old), u"30"_s);
    EXPECT_EQ(changes->front().who, u"张工"_s);
    EXPECT_TRUE(changes->front().source.contains(u"表.csv"_s));
}

TEST_F(ImportAgainTest, AMovedPlaceIsAChangeOfItsPosition)
{
    ASSERT_TRUE(import(u"settlements"_s, k_first));
    const auto moved = import(u"settlements"_s, "行政村,编码,自然村名称,经度,纬度,户数\n"
                                                "桃源村,361199100200001,上湾,117.0501,28.05,30\n");
    ASSERT_TRUE(moved);
    ASSERT_EQ(moved->changes.size(), 1);
    EXPECT_EQ(moved->changed, 1);
    ASSERT_EQ(m_project->undo(u"张工"_s)->isEmpty(), false);
    const auto again = import(u"settlements"_s, k_first);
    EXPECT_EQ(again->changed, 0) << "undo put it back to the millimetre";
}

TEST_F(ImportAgainTest, AnImportIsTakenBackWhole)
{
    ASSERT_TRUE(import(u"settlements"_s, k_first));
    ASSERT_TRUE(import(u"settlements"_s, k_second));
    EXPECT_EQ(count(), 4);
    const auto name = m_project->undo(u"李工"_s);
    ASSERT_TRUE(name) << name.error().toText().toStdString();
    EXPECT_FALSE(name->isEmpty());
    EXPECT_EQ(count(), 3);
    EXPECT_EQ(value(u"361199100200001"_s, u"hh_registered"_s), u"30"_s);
    EXPECT_TRUE(m_project->redo(u"李工"_s)->isEmpty()) << "its rows are gone: there is no redo";
    ASSERT_TRUE(m_project->undo(u"李工"_s));
    EXPECT_EQ(count(), -1) << "the layer that the first import made is gone again";
}

TEST_F(ImportAgainTest, NumbersOfFeaturesTakenBackAreNotGivenAgain)
{
    ASSERT_TRUE(import(u"settlements"_s, k_first));
    const QByteArray withStatus = "行政村,编码,自然村名称,经度,纬度,户数,状态,状态日期\n"
                                  "桃源村,361199100200003,新湾,117.07,28.05,9,已亮,2019-05-01\n";
    ASSERT_TRUE(import(u"settlements"_s, withStatus));
    const auto old = m_project->findFeature(u"settlements"_s, u"361199100200003"_s);
    ASSERT_TRUE(m_project->undo({}));
    ASSERT_TRUE(import(u"settlements"_s, k_second));
    const auto now = m_project->findFeature(u"settlements"_s, u"361199100200003"_s);
    ASSERT_TRUE(old && now);
    EXPECT_GT(now->value, old->value);
    EXPECT_TRUE(m_project->history(u"settlements"_s, *now)->empty()) << "the ledger of another feature";
}

/// Any sequence of imports taken back one by one gives the tables of layers that were there before.
TEST_F(ImportAgainTest, UndoGivesBackWhatWasThereForRandomFiles)
{
    std::mt19937 random(7);
    const auto pick = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
    ASSERT_TRUE(import(u"settlements"_s, k_first));
    const auto rows = [&] {
        QProcess process;
        process.start(u"sqlite3"_s,
                      {u"-readonly"_s, file(),
                       u"SELECT id, code, name, hh_registered, hex(geom) FROM settlements ORDER BY id"_s});
        process.waitForFinished();
        return process.readAllStandardOutput();
    };
    std::vector<QByteArray> states{rows()};
    for (int step = 0; step < 12; ++step) {
        QByteArray text = "行政村,编码,自然村名称,经度,纬度,户数\n";
        for (int i = 0, n = 1 + pick(4); i < n; ++i) {
            text += "西村,36119910020100" + QByteArray::number(1 + i + pick(2) * 4) + ",村" +
                    QByteArray::number(pick(9)) + ",117.1" + QByteArray::number(10 + pick(80)) + ",28.0" +
                    QByteArray::number(10 + pick(80)) + "," + QByteArray::number(pick(60)) + "\n";
        }
        const auto report = import(u"settlements"_s, text);
        ASSERT_TRUE(report) << report.error().toText().toStdString();
        states.push_back(rows());
    }
    for (std::size_t step = states.size() - 1; step-- > 0;) {
        ASSERT_TRUE(m_project->undo({}));
        EXPECT_EQ(rows(), states[step]) << "step " << step;
    }
}

TEST_F(ImportAgainTest, RowsAreKeptByWordsGivenConstantsAndLeftOut)
{
    ImportRequest ask = request(u"settlements"_s, "行政村,自然村名称,经度,纬度,类别,户\n"
                                                  "桃源村,上湾,117.05,28.05,村,3\n"
                                                  "桃源村,煤矿,117.06,28.05,矿,\n"
                                                  "桃源村,下湾,117.07,28.05,村,\n"
                                                  "桃源村,后湾,117.08,28.05,村,8\n");
    ask.fieldMap[u"hh_registered"_s] = u"户"_s;
    ask.rules.keep[u"类别"_s] = {u"村"_s};
    ask.rules.constants[u"hh_registered"_s] = u"25"_s;
    ask.rules.leaveOut = {5};
    const auto report = m_project->import(ask, {});
    ASSERT_TRUE(report) << report.error().toText().toStdString();
    EXPECT_EQ(report->taken, 2);
    EXPECT_EQ(report->leftOut, 2);
    EXPECT_EQ(value(u"361199100200002"_s, u"hh_registered"_s), u"25"_s);
}

TEST_F(ImportAgainTest, AWordMayStandForAStatusOrAChoice)
{
    const QByteArray text = "行政村,自然村名称,经度,纬度,户数,状态\n"
                            "桃源村,上湾,117.05,28.05,30,灯都亮了\n";
    ImportRequest ask = request(u"settlements"_s, text);
    const auto blind = m_project->import(ask, {});
    ASSERT_TRUE(blind);
    ASSERT_EQ(blind->unknownWords.size(), 1);
    EXPECT_EQ(blind->unknownWords.front().word, u"灯都亮了"_s);
    ask.rules.words[u"@status"_s][u"灯都亮了"_s] = u"已亮"_s;
    const auto told = m_project->import(ask, {});
    ASSERT_TRUE(told);
    EXPECT_TRUE(told->unknownWords.empty());
    const auto id = m_project->findFeature(u"settlements"_s, u"361199100200001"_s);
    EXPECT_EQ(m_project->history(u"settlements"_s, *id)->size(), 1);
}

TEST_F(ImportAgainTest, ANameThatIsNoVillagesIsReviewedOnceAndRemembered)
{
    const QByteArray text = "行政村,自然村名称,经度,纬度,户数\n"
                            "桃园村委会,上湾,117.05,28.05,30\n"
                            "西村,石桥,117.15,28.05,40\n";
    const auto first = import(u"settlements"_s, text);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->rejected, 1);
    ASSERT_EQ(first->unknownPlaces.size(), 1);
    const UnknownPlace &place = first->unknownPlaces.front();
    EXPECT_EQ(place.village, u"桃园村委会"_s);
    ASSERT_FALSE(place.near.empty());
    EXPECT_EQ(place.near.front().toString(), u"361199100200"_s) << "it sounds the same";
    ImportRequest ask = request(u"settlements"_s, text);
    ask.placeNames = {{place.township, place.village, place.near.front()}};
    ASSERT_TRUE(m_project->import(ask, {}));
    EXPECT_EQ(count(), 2);
    const auto again = import(u"settlements"_s, text);
    EXPECT_EQ(again->rejected, 0) << "the project remembers it";
    ASSERT_EQ(m_project->placeNames()->size(), 1);
    ASSERT_TRUE(m_project->removePlaceName({}, u"桃园村委会"_s, {}));
    EXPECT_EQ(import(u"settlements"_s, text)->rejected, 1);
    EXPECT_EQ(m_project->removePlaceName({}, u"桃园村委会"_s, {}).error().code, ErrorCode::NotFound);
}

TEST_F(ImportAgainTest, AProfileMakesTheNextFileOfTheShapeOneClick)
{
    const QByteArray text = "所在村,湾子,东,北,人家\n西村,石桥,117.15,28.05,40\n";
    ImportRequest ask = request(u"settlements"_s, text);
    ask.fieldMap = {{u"@village"_s, u"所在村"_s},
                    {u"name"_s, u"湾子"_s},
                    {u"@x"_s, u"东"_s},
                    {u"@y"_s, u"北"_s},
                    {u"hh_registered"_s, u"人家"_s}};
    const auto report = m_project->import(ask, {});
    ASSERT_TRUE(report) << report.error().toText().toStdString();
    const auto preview = previewImport({ask, {}, {}}, *m_registry, {});
    ASSERT_TRUE(preview);
    ASSERT_TRUE(m_project->saveImportProfile(profileFrom(u"月报"_s, ask, preview->info), u"张工"_s));

    ImportRequest bare;
    bare.file = m_scratch.write(u"二月.csv"_s, "湾子,所在村,东,北,人家\n石桥,西村,117.15,28.05,41\n");
    const auto profiles = m_project->importProfiles();
    ASSERT_TRUE(profiles);
    const auto found = previewImport({bare, *profiles, {}}, *m_registry, {});
    ASSERT_TRUE(found) << found.error().toText().toStdString();
    EXPECT_EQ(found->profile, u"月报"_s);
    EXPECT_EQ(found->role, u"settlements"_s);
    const auto whole = withProfile(bare, profiles->front());
    ASSERT_TRUE(whole);
    const auto next = m_project->import(*whole, {});
    ASSERT_TRUE(next) << next.error().toText().toStdString();
    EXPECT_EQ(next->changed, 1);
}

/// Villages of some 800 m; the shift of GCJ-02 is half of that and more.
TEST_F(ImportAgainTest, ShiftedPositionsAreSuspectedByTheVillagesTheyMiss)
{
    constexpr double step = 0.008;
    QByteArray villages = "wkt,code,name,乡镇\n";
    QByteArray straight = "村代码,自然村名称,经度,纬度,户数\n";
    QByteArray shifted = straight;
    for (int i = 0; i < 36; ++i) {
        const double x = 117.4 + step * (i % 6);
        const double y = 28.4 + step * (i / 6);
        const auto corner = [&](double dx, double dy) {
            return QByteArray::number(x + dx, 'f', 6) + ' ' + QByteArray::number(y + dy, 'f', 6);
        };
        const QByteArray code = "3611991002" + QByteArray::number(10 + i);
        villages += "\"POLYGON((" + corner(0, 0) + ',' + corner(step, 0) + ',' + corner(step, step) + ',' +
                    corner(0, step) + ',' + corner(0, 0) + "))\"," + code + ",村" + QByteArray::number(i) + ",甲镇\n";
        const Point centre{x + step / 2, y + step / 2};
        const Point moved = wgs84ToGcj02(centre);
        const auto row = [&](const Point &at) {
            return code + ",湾" + QByteArray::number(i) + ',' + QByteArray::number(at.x, 'f', 7) + ',' +
                   QByteArray::number(at.y, 'f', 7) + ",30\n";
        };
        straight += row(centre);
        shifted += row(moved);
    }
    ASSERT_TRUE(import(u"villages"_s, villages));
    const auto suspects = [](const ImportReport &report) {
        return std::any_of(report.notes.begin(), report.notes.end(),
                           [](const QString &note) { return note.contains(u"taken for gcj02"_s); });
    };
    ImportRequest ask = request(u"settlements"_s, shifted);
    ask.isProposal = true;
    const auto wrong = m_project->import(ask, {});
    ASSERT_TRUE(wrong) << wrong.error().toText().toStdString();
    EXPECT_TRUE(suspects(*wrong)) << wrong->notes.join(u'|').toStdString();
    ask.sourceCrs = Crs::gcj02();
    EXPECT_FALSE(suspects(*m_project->import(ask, {})));
    EXPECT_FALSE(suspects(*import(u"settlements"_s, straight)));
}

TEST_F(ImportAgainTest, AProgressTableIsTakenBackAndBroughtAgain)
{
    ASSERT_TRUE(import(u"settlements"_s, k_first));
    const auto progress = import(u"progress:settlements"_s, "编码,状态,状态日期\n361199100200001,已亮,2019-05-01\n");
    ASSERT_TRUE(progress) << progress.error().toText().toStdString();
    const auto id = m_project->findFeature(u"settlements"_s, u"361199100200001"_s);
    const auto standing = [&] {
        int holds = 0;
        const auto history = m_project->history(u"settlements"_s, *id);
        for (const RecordedEntry &entry : *history) {
            holds += entry.state == EntryState::Holds ? 1 : 0;
        }
        return holds;
    };
    EXPECT_EQ(standing(), 1);
    ASSERT_FALSE(m_project->undo({})->isEmpty());
    EXPECT_EQ(standing(), 0);
    ASSERT_FALSE(m_project->redo({})->isEmpty());
    EXPECT_EQ(standing(), 1);
}

} // namespace
} // namespace cuntu
