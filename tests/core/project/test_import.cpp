// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/figures.h"
#include "core/project/project.h"

#include "tests/support/lamp_programme.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

#include <QFileInfo>

namespace cuntu {
namespace {

const char *const k_villages =
    "wkt,code,name,乡镇\n"
    "\"POLYGON((117.0 28.0,117.1 28.0,117.1 28.1,117.0 28.1,117.0 28.0))\",361199100200,东村,甲镇\n"
    "\"POLYGON((117.1 28.0,117.2 28.0,117.2 28.1,117.1 28.1,117.1 28.0))\",361199100201,西村,甲镇\n"
    "\"POLYGON((117.2 28.0,117.3 28.0,117.3 28.1,117.2 28.1,117.2 28.0))\",361199200200,南村,乙乡\n";

const char *const k_settlements = "乡镇,行政村,自然村名称,经度,纬度,户数,状态,状态日期\n"
                                  "甲镇,东村,上湾,117.05,28.05,30,已亮,2019-05-01\n"
                                  "甲镇,东村,下湾,117.06,28.05,12,,\n"
                                  "甲镇,西村,石桥,117.15,28.05,40,布线,2019.6\n"
                                  "乙乡,南村,大坪,117.25,28.05,25,已亮,2020-01-15\n"
                                  "乙乡,南村,小坪,28.05,117.26,26,,\n"
                                  "乙乡,北村,无此,117.26,28.06,26,,\n"
                                  "乙乡,南村,不详村,117.26,28.06,不详,,\n";

class ImportTest : public testing::Test {
protected:
    void SetUp() override
    {
        auto project =
            Project::create({m_scratch.path(QStringLiteral("p.cuntu")), QStringLiteral("试点县"), {}}, m_registry);
        ASSERT_TRUE(project) << project.error().toText().toStdString();
        m_project = std::move(*project);
    }

    Result<ImportReport> import(const QString &role, const QString &file, bool strict = false)
    {
        ImportRequest request;
        request.file = file;
        request.role = role;
        request.strict = strict;
        request.who = QStringLiteral("张工");
        return m_project->import(request, {});
    }

    void importCounty()
    {
        const auto villages = import(QStringLiteral("villages"), m_scratch.write(QStringLiteral("村.csv"), k_villages));
        ASSERT_TRUE(villages) << villages.error().toText().toStdString();
        const auto settlements =
            import(QStringLiteral("settlements"), m_scratch.write(QStringLiteral("自然村.csv"), k_settlements));
        ASSERT_TRUE(settlements) << settlements.error().toText().toStdString();
        m_report = *settlements;
    }

    qint64 count(const QString &layer)
    {
        const auto layers = m_project->layers();
        for (const LayerInfo &info : *layers) {
            if (info.schema.id == layer) {
                return info.features;
            }
        }
        return -1;
    }

    test::Scratch m_scratch;
    Immutable<Registry> m_registry = test::lampRegistry();
    std::unique_ptr<Project> m_project;
    ImportReport m_report;
};

TEST_F(ImportTest, TakesTheGoodRowsAndNamesTheBadOnesByLine)
{
    importCounty();
    EXPECT_EQ(m_report.read, 7);
    EXPECT_EQ(m_report.taken, 4);
    EXPECT_EQ(m_report.rejected, 3);
    std::vector<qint64> rows;
    for (const RowFinding &finding : m_report.findings) {
        if (finding.rejected) {
            rows.push_back(finding.row);
        }
    }
    EXPECT_EQ(rows, (std::vector<qint64>{6, 7, 8}));
    QFile rejects(m_report.rejectsFile);
    ASSERT_TRUE(rejects.open(QIODevice::ReadOnly));
    EXPECT_EQ(rejects.readAll().count('\n'), 4);
}

TEST_F(ImportTest, TheFirstDataChooseTheZoneThatFits)
{
    importCounty();
    EXPECT_EQ(m_project->crs().id(), QStringLiteral("EPSG:4527"));
}

TEST_F(ImportTest, PlacesWithoutACodeGetOneAndAreRecognisedTheNextTime)
{
    importCounty();
    EXPECT_TRUE(m_project->findFeature(QStringLiteral("settlements"), QStringLiteral("361199100200001")));
    const auto again = import(QStringLiteral("settlements"), m_scratch.path(QStringLiteral("自然村.csv")));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->updated, 4);
    EXPECT_EQ(count(QStringLiteral("settlements")), 4);
}

TEST_F(ImportTest, FiguresOfAllLevelsAddUpAndFollowTheDate)
{
    importCounty();
    const auto snapshot = m_project->snapshot();
    ASSERT_TRUE(snapshot);
    const auto figure = [&](AreaLevel level, const char *date) {
        const auto figures =
            computeFigures(**snapshot, *m_registry, {{}, {}, *Day::fromIso(QString::fromLatin1(date)), level, {}}, {});
        std::pair<double, double> sum{0, 0};
        for (const Figure &row : *figures) {
            sum.first += row.numerator;
            sum.second += row.denominator;
        }
        return sum;
    };
    for (const AreaLevel level : {AreaLevel::County, AreaLevel::Township, AreaLevel::Village}) {
        EXPECT_EQ(figure(level, "2019-04-30"), std::pair(0.0, 4.0));
        EXPECT_EQ(figure(level, "2019-12-31"), std::pair(1.0, 4.0));
        EXPECT_EQ(figure(level, "2020-06-30"), std::pair(2.0, 4.0));
    }
}

TEST_F(ImportTest, TownshipOutlinesAreMadeFromTheirVillages)
{
    const auto townships =
        import(QStringLiteral("townships"),
               m_scratch.write(QStringLiteral("乡镇.csv"), "code,name\n361199100,甲镇\n361199200,乙乡\n"));
    ASSERT_TRUE(townships) << townships.error().toText().toStdString();
    importCounty();
    const auto snapshot = m_project->snapshot();
    const auto layer = (*snapshot)->layer(QStringLiteral("townships"), {QStringLiteral("code")}, {});
    ASSERT_TRUE(layer) << layer.error().toText().toStdString();
    ASSERT_EQ((*layer)->size(), 2U);
    EXPECT_TRUE((*layer)->geometry().hasGeometry(0));
    // One ring without the border between the two villages.
    EXPECT_EQ((*layer)->geometry().endPart(0) - (*layer)->geometry().firstPart(0), 1U);
}

TEST_F(ImportTest, StrictTakesNothingWhenOneRowFails)
{
    ASSERT_TRUE(import(QStringLiteral("villages"), m_scratch.write(QStringLiteral("村.csv"), k_villages)));
    const qint64 revision = m_project->revision();
    const auto report =
        import(QStringLiteral("settlements"), m_scratch.write(QStringLiteral("自然村.csv"), k_settlements), true);
    ASSERT_FALSE(report);
    EXPECT_EQ(m_project->revision(), revision);
    EXPECT_EQ(count(QStringLiteral("settlements")), -1);
}

TEST_F(ImportTest, ACancelledImportLeavesTheProjectAsItWas)
{
    const qint64 revision = m_project->revision();
    ImportRequest request;
    request.file = m_scratch.write(QStringLiteral("村.csv"), k_villages);
    request.role = QStringLiteral("villages");
    JobContext job;
    job.cancel.cancel();
    const auto report = m_project->import(request, job);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(m_project->revision(), revision);
    EXPECT_FALSE(m_project->crs().isValid());
}

struct BadFile {
    const char *name;
    QByteArray bytes;
    const char *role;
};

class BadInputTest : public ImportTest, public testing::WithParamInterface<BadFile> {};

TEST_P(BadInputTest, IsRefusedByNameAndTheProjectIsUnchanged)
{
    importCounty();
    const qint64 revision = m_project->revision();
    const QString file = m_scratch.write(QString::fromUtf8(GetParam().name), GetParam().bytes);
    const auto report = import(QString::fromLatin1(GetParam().role), file);
    ASSERT_FALSE(report);
    EXPECT_TRUE(report.error().toText().contains(QFileInfo(file).fileName())) << report.error().toText().toStdString();
    EXPECT_FALSE(report.error().advice.isEmpty()) << report.error().toText().toStdString();
    EXPECT_EQ(m_project->revision(), revision);
    EXPECT_EQ(count(QStringLiteral("settlements")), 4);
}

INSTANTIATE_TEST_SUITE_P(
    Files, BadInputTest,
    testing::Values(BadFile{"empty.csv", "", "settlements"}, BadFile{"no header.csv", "1,2,3\n4,5,6\n", "settlements"},
                    BadFile{"header_only.csv", "乡镇,行政村,自然村名称,经度,纬度,户数\n", "settlements"},
                    BadFile{"noise.xlsx", QByteArray("PK\x03\x04 not really", 15), "settlements"},
                    BadFile{"noise.shp", QByteArray("\0\0\x27\x0a garbage", 12), "villages"},
                    BadFile{"letter.docx", "dear bureau", "settlements"},
                    BadFile{"all_bad.csv", "乡镇,行政村,自然村名称,经度,纬度,户数\n甲镇,无村,某,117.1,28.1,3\n",
                            "settlements"}),
    [](const testing::TestParamInfo<BadFile> &file) {
        std::string name = file.param.name;
        for (char &c : name) {
            if (!std::isalnum(static_cast<unsigned char>(c))) {
                c = '_';
            }
        }
        return name;
    });

TEST_F(ImportTest, AMissingFileAndAnUnknownRoleAreSaid)
{
    EXPECT_EQ(import(QStringLiteral("villages"), m_scratch.path(QStringLiteral("没有.csv"))).error().code,
              ErrorCode::NotFound);
    const auto role = import(QStringLiteral("castles"), m_scratch.write(QStringLiteral("a.csv"), k_villages));
    EXPECT_EQ(role.error().code, ErrorCode::Misused);
    EXPECT_TRUE(role.error().advice.contains(QStringLiteral("settlements")));
}

TEST_F(ImportTest, PlainLayersTakeEveryColumn)
{
    const auto report =
        import(QStringLiteral("layer:notes"),
               m_scratch.write(QStringLiteral("n.csv"), "lon,lat,说明,数\n117.1,28.1,甲,1.5\n117.2,28.2,乙,2\n"));
    ASSERT_TRUE(report) << report.error().toText().toStdString();
    EXPECT_EQ(report->taken, 2);
    const auto snapshot = m_project->snapshot();
    const auto layer = (*snapshot)->layer(QStringLiteral("notes"), {QStringLiteral("说明"), QStringLiteral("数")}, {});
    ASSERT_TRUE(layer) << layer.error().toText().toStdString();
    EXPECT_EQ((*layer)->column(QStringLiteral("数"))->number(0), 1.5);
    EXPECT_EQ((*layer)->column(QStringLiteral("说明"))->display(1), QStringLiteral("乙"));
    EXPECT_TRUE((*layer)->geometry().hasGeometry(1));
    const auto again = import(QStringLiteral("layer:notes"), m_scratch.path(QStringLiteral("n.csv")));
    EXPECT_EQ(again.error().code, ErrorCode::Conflict);
}

TEST_F(ImportTest, TargetsKeepThePlansWordsAndAskForAYear)
{
    importCounty();
    const auto report = import(
        QStringLiteral("targets"),
        m_scratch.write(QStringLiteral("目标.csv"),
                        "编号,项目,指标,区域代码,户数门槛,目标值,开始日期,期限,力度,牵头单位,原文\n"
                        "T1,lamps,lit_rate,361199,25,100,2018-01-01,2020年底,力争,照明局,二十五户以上自然村全部亮灯\n"
                        "T2,lamps,lit_rate,361199,25,90,,20xx年底,确保,照明局,力争\n"
                        "T3,lamps,no_such,361199,25,90,,2020年底,确保,照明局,x\n"));
    ASSERT_TRUE(report) << report.error().toText().toStdString();
    EXPECT_EQ(report->taken, 2);
    EXPECT_EQ(report->rejected, 1);
    EXPECT_GE(report->warnings, 1);
    const auto targets = m_project->targets();
    ASSERT_EQ(targets->size(), 2U);
    EXPECT_EQ((*targets)[0].due->toIso(), QStringLiteral("2020-12-31"));
    EXPECT_EQ((*targets)[0].parameters.value(QStringLiteral("min_hh")), QStringLiteral("25"));
    EXPECT_EQ((*targets)[0].commitment, Commitment::Strive);
    EXPECT_FALSE((*targets)[1].due);
    const auto snapshot = m_project->snapshot();
    const auto milestones = computeMilestones(**snapshot, *m_registry, *targets, {}, *Day::fromIso(u"2020-06-30"), {});
    ASSERT_TRUE(milestones) << milestones.error().toText().toStdString();
    EXPECT_EQ((*milestones)[0].denominator, 3); // three places of 25 and more households
    EXPECT_EQ((*milestones)[0].numerator, 2);
    EXPECT_EQ((*milestones)[1].state, MilestoneState::NoYear);
}

TEST_F(ImportTest, ProgressIsAHistoryAndRepeatsAreNotEnteredTwice)
{
    importCounty();
    const QString file = m_scratch.write(QStringLiteral("进度.csv"), "编号,状态,日期,经办人\n"
                                                                     "361199100200002,布线,2019-08-01,李四\n"
                                                                     "361199100200002,已亮,2019-11-01,李四\n"
                                                                     "999,已亮,2019-11-01,李四\n"
                                                                     "361199100200002,飞走,2019-11-02,李四\n");
    const auto report = import(QStringLiteral("progress:settlements"), file);
    ASSERT_TRUE(report) << report.error().toText().toStdString();
    EXPECT_EQ(report->taken, 2);
    EXPECT_EQ(report->rejected, 2);
    const auto again = import(QStringLiteral("progress:settlements"), file);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->updated, 2);
    const auto snapshot = m_project->snapshot();
    const auto id = m_project->findFeature(QStringLiteral("settlements"), QStringLiteral("361199100200002"));
    EXPECT_EQ(m_project->history(QStringLiteral("settlements"), *id)->size(), 2U);
    const Track track{QStringLiteral("lamps"), QStringLiteral("settlements"), {}};
    EXPECT_EQ((*snapshot)->ledger().statusOn(track, *id, *Day::fromIso(u"2019-09-01")), QStringLiteral("WIRED"));
}

TEST_F(ImportTest, ChangesOfAreasLetFiguresBeStatedOnThensOrTodaysAreas)
{
    importCounty();
    const QString file =
        m_scratch.write(QStringLiteral("区划变更.csv"), "变更日期,变更类型,原代码,新代码,依据\n"
                                                        "2021-01-01,撤并,361199100201,361199100200,县府〔2020〕9号\n"
                                                        "2021-01-01,搬走,361199200200,361199100200,\n"
                                                        "2021-01-01,合并,36119920,361199100200,\n"
                                                        "2021-01-01,合并,361199200200,361199200200,\n"
                                                        "2022-01-01,改码,361199200200,361199200300,\n");
    const auto report = import(QStringLiteral("area_events"), file);
    ASSERT_TRUE(report) << report.error().toText().toStdString();
    EXPECT_EQ(report->taken, 2);
    EXPECT_EQ(report->rejected, 3);
    EXPECT_EQ(report->warnings, 1) << "no list names 361199200300 yet";
    const auto again = import(QStringLiteral("area_events"), file);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->updated, 2);
    const auto villages = [this](std::optional<Day> areasOn) {
        FigureRequest request;
        request.asOf = *Day::fromIso(u"2021-06-30");
        request.areasOn = areasOn;
        request.by = AreaLevel::Village;
        std::string text;
        const auto figures = computeFigures(**m_project->snapshot(), *m_registry, request, {});
        EXPECT_TRUE(figures);
        for (const Figure &figure : *figures) {
            text += figure.areaName.toStdString() + " " + std::to_string(static_cast<int>(figure.numerator)) + "/" +
                    std::to_string(static_cast<int>(figure.denominator)) + ";";
        }
        return text;
    };
    EXPECT_EQ(villages({}), "东村 1/3;南村 1/1;");
    EXPECT_EQ(villages(Day::fromIso(u"2020-12-31")), "东村 1/2;西村 0/1;南村 1/1;");
}

} // namespace
} // namespace cuntu
