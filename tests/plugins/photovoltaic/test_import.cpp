// SPDX-License-Identifier: GPL-3.0-or-later
// Readings that are wrong, from a portal's file to the figures: taken, shown, and put right only when somebody asks.
#include "core/project/project.h"
#include "core/project/project_check.h"
#include "plugins/photovoltaic/degradation.h"
#include "tests/plugins/photovoltaic/photovoltaic_county.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {
namespace {

class ReadingsImport : public testing::Test {
protected:
    void SetUp() override
    {
        auto project = Project::create({m_scratch.path(u"p.cuntu"_s), u"试点县"_s, {}},
                                       std::make_shared<const Registry>(wholeRegistry()));
        ASSERT_TRUE(project) << project.error().toText().toStdString();
        m_project = std::move(*project);
        import(u"villages"_s, "wkt,code,name,乡镇\n"
                              "\"POLYGON((117.0 28.0,117.1 28.0,117.1 28.1,117.0 28.1,117.0 28.0))\","
                              "361199100200,桃源村,甲镇\n");
        QByteArray stations = "电站编号,村编码,装机容量(kW),逆变器容量(kW),并网日期,经度,纬度\n";
        for (const char *code : {"G1", "G2", "G3"}) {
            stations += QByteArray(code) + ",361199100200,100,100,2018-01-01,117.05,28.05\n";
        }
        import(id(k_stations), stations);
    }

    ImportReport import(const QString &role, const QByteArray &text)
    {
        ImportRequest request;
        request.file = m_scratch.write(u"表.csv"_s, text);
        request.role = role;
        request.who = u"张工"_s;
        const auto report = m_project->import(request, {});
        EXPECT_TRUE(report) << report.error().toText().toStdString();
        return report ? *report : ImportReport();
    }

    std::size_t found(const QString &rule)
    {
        CheckRequest request;
        request.rules = {rule};
        const auto outcomes = checkProject(*m_project, request, {});
        EXPECT_TRUE(outcomes) << outcomes.error().toText().toStdString();
        return outcomes ? outcomes->front().findings.size() : 0;
    }

    double energy(int station)
    {
        const auto snapshot = m_project->snapshot();
        const auto stations = readStations(**snapshot, {}, day("2020-12-31"), JobContext());
        double sum = 0;
        for (const MonthEnergy &month : energyByMonth(*readReadings(**snapshot, *stations, JobContext()), *stations)) {
            sum += month.station == static_cast<std::size_t>(station) ? month.kwh : 0;
        }
        return sum;
    }

    test::Scratch m_scratch;
    std::unique_ptr<Project> m_project;
};

/// A table of the months from January on.
QByteArray monthsTable(const QByteArray &station, const std::vector<QByteArray> &values)
{
    QByteArray text = "电站编号,时间,发电量(kWh)\n";
    for (std::size_t i = 0; i < values.size(); ++i) {
        text += station + ",2020-" + QByteArray::number(int(i) + 1).rightJustified(2, '0') + "," + values[i] + "\n";
    }
    return text;
}

TEST_F(ReadingsImport, ATableWithoutPositionsTakesAFileAgain)
{
    EXPECT_EQ(import(id(k_readings), monthsTable("G1", {"9000", "9100"})).taken, 2);
    EXPECT_EQ(import(id(k_readings), monthsTable("G2", {"9000", "9100", "9200"})).taken, 3);
    EXPECT_DOUBLE_EQ(energy(0), 18100);
    EXPECT_DOUBLE_EQ(energy(1), 27300);
}

TEST_F(ReadingsImport, WhatIsNegativeOrWithoutAPeriodIsRefusedWithItsReason)
{
    const ImportReport report =
        import(id(k_readings), "电站编号,时间,发电量(kWh)\nG1,2020-01,9000\nG1,2020-02,-5\nG1,上月,9100\n");
    EXPECT_EQ(report.rejected, 2);
    EXPECT_EQ(report.taken, 1);
    const auto says = [&](qint64 row, const QString &words) {
        return std::any_of(report.findings.begin(), report.findings.end(),
                           [&](const auto &each) { return each.row == row && each.reason.contains(words); });
    };
    EXPECT_TRUE(says(3, u"-5"_s));
    EXPECT_TRUE(says(4, u"2019-06"_s)) << "a period as it is expected";
}

TEST_F(ReadingsImport, AnotherUnitCountsAsItStandsUntilSomebodyPutsItRight)
{
    import(id(k_readings), monthsTable("G1", {"8000", "8500", "9000000", "9.5"}));
    EXPECT_EQ(found(u"photovoltaic.unit"_s), 2U);
    const double before = energy(0);
    ASSERT_TRUE(fixFindings(*m_project, u"photovoltaic.unit"_s, {}, u"李工"_s, {}));
    EXPECT_EQ(found(u"photovoltaic.unit"_s), 0U);
    EXPECT_NEAR(energy(0), 8000 + 8500 + 9000 + 9500, 1e-6);
    ASSERT_TRUE(m_project->undo({}));
    EXPECT_DOUBLE_EQ(energy(0), before);
}

TEST_F(ReadingsImport, AUnitThatGrowsIsNoSumOfTheMonthsBefore)
{
    import(id(k_readings), monthsTable("G1", {"7000", "7500", "8000", "8500", "9000", "9500000"}));
    EXPECT_EQ(found(u"photovoltaic.unit"_s), 1U);
    EXPECT_EQ(found(u"photovoltaic.cumulated"_s), 0U);
}

TEST_F(ReadingsImport, SumsOfTheYearBecomeWhatAMeterShows)
{
    std::vector<QByteArray> sums;
    for (int month = 1; month <= 12; ++month) {
        sums.push_back(QByteArray::number(9000 * month));
    }
    import(id(k_readings), monthsTable("G1", sums));
    EXPECT_EQ(found(u"photovoltaic.cumulated"_s), 12U);
    ASSERT_TRUE(fixFindings(*m_project, u"photovoltaic.cumulated"_s, {}, u"李工"_s, {}));
    EXPECT_EQ(found(u"photovoltaic.cumulated"_s), 0U);
    EXPECT_NEAR(energy(0), 9000 * 11, 1e-6) << "of January the reading before is not known";
}

TEST_F(ReadingsImport, OfTwoRowsAboutAPeriodTheLaterCountsAndTheEarlierGoesWhenAsked)
{
    import(id(k_readings), monthsTable("G1", {"9000", "9100"}) + "G1,2020-01,8000\n");
    EXPECT_EQ(found(u"photovoltaic.repeated"_s), 1U);
    EXPECT_DOUBLE_EQ(energy(0), 17100);
    ASSERT_TRUE(fixFindings(*m_project, u"photovoltaic.repeated"_s, {}, u"李工"_s, {}));
    EXPECT_EQ(found(u"photovoltaic.repeated"_s), 0U);
    EXPECT_DOUBLE_EQ(energy(0), 17100);
}

} // namespace
} // namespace cuntu::photovoltaic
