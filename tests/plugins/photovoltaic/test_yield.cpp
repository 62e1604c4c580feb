// SPDX-License-Identifier: GPL-3.0-or-later
// photovoltaic.yield as it is run: what shades, the modules, the climate's own range of temperature.
#include "core/project/project.h"
#include "tests/plugins/photovoltaic/photovoltaic_county.h"
#include "tests/support/scratch.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {
namespace {

/// One station at 117.05 E, 28.05 N, a wall of 8 m some 11 m to its south, and a climate.
class YieldRun : public testing::Test {
protected:
    void SetUp() override
    {
        setLanguage(Language::English);
        auto project = Project::create({m_scratch.path(u"p.cuntu"_s), u"试点县"_s, {}},
                                       std::make_shared<const Registry>(wholeRegistry()));
        ASSERT_TRUE(project) << project.error().toText().toStdString();
        m_project = std::move(*project);
        import(id(k_stations), "电站编号,村编码,装机容量(kW),逆变器容量(kW),并网日期,经度,纬度\n"
                               "G1,361199100200,100,100,2018-01-01,117.05,28.05\n");
        import(u"layer:walls"_s, "wkt,height_m\n\"LINESTRING(117.049 28.0499,117.051 28.0499)\",8\n");
        import(u"layer:posts"_s, "wkt,height_m\n\"POINT(117.05 28.0499)\",8\n");
        import(u"layer:table"_s, "name,height_m\nA,8\n");
    }

    void import(const QString &role, const QByteArray &text)
    {
        ImportRequest request;
        request.file = m_scratch.write(u"%1.csv"_s.arg(++m_files), text);
        request.role = role;
        const auto report = m_project->import(request, {});
        ASSERT_TRUE(report) << report.error().toText().toStdString();
        ASSERT_GT(report->taken, 0) << role.toStdString();
    }

    void importClimate(const QByteArray &range)
    {
        QByteArray text = "月份,水平面总辐照量,平均气温,平均风速,气温日较差\n";
        for (int month = 1; month <= 12; ++month) {
            text += QByteArray::number(month) + ",110,15,2," + range + '\n';
        }
        import(id(k_climate), text);
    }

    Result<Outcome> run(const QMap<QString, QString> &given) const
    {
        const Algorithm *algorithm = wholeRegistry().findAlgorithm(u"photovoltaic.yield"_s);
        const auto values = ParameterValues::parse(algorithm->parameters, given);
        return values ? algorithm->run({**m_project->snapshot(), *values, day("2020-12-31")}, {})
                      : Result<Outcome>(values.error());
    }

    double kwh(const QMap<QString, QString> &given) const
    {
        const auto outcome = run(given);
        EXPECT_TRUE(outcome) << outcome.error().toText().toStdString();
        return outcome ? outcome->figures[u"modelled_kwh"_s].toDouble() : 0;
    }

    /// That @p layer is refused as what shades, with the words.
    void expectRefusal(const QMap<QString, QString> &given, const char *words) const
    {
        const auto outcome = run(given);
        ASSERT_FALSE(outcome) << words;
        EXPECT_EQ(outcome.error().code, ErrorCode::Invalid);
        EXPECT_NE(outcome.error().toText().toStdString().find(words), std::string::npos)
            << outcome.error().toText().toStdString();
    }

    test::Scratch m_scratch;
    std::unique_ptr<Project> m_project;
    int m_files = 0;
};

TEST_F(YieldRun, AWallToTheSouthTakesLight)
{
    importClimate("8");
    const double open_kWh = kwh({});
    const double walled_kWh = kwh({{u"shade_layer"_s, u"walls"_s}, {u"shade_height_field"_s, u"height_m"_s}});
    EXPECT_GT(open_kWh, 80000);
    EXPECT_LT(walled_kWh, open_kWh * 0.98) << "30 degrees of the sky to the south are gone";
    EXPECT_GT(walled_kWh, open_kWh * 0.3);
    const auto walled = run({{u"shade_layer"_s, u"walls"_s}, {u"shade_height_field"_s, u"height_m"_s}});
    const OutcomeLayer &layer = walled->layers.front();
    ASSERT_EQ(layer.rows.size(), 1U);
    for (std::size_t i = 0; i < layer.schema.fields.size(); ++i) {
        if (layer.schema.fields[i].id == u"shade_loss"_s) {
            EXPECT_GT(std::get<double>(layer.rows.front().values[i]), 0.02 * 100);
        }
    }
}

TEST_F(YieldRun, WhatCouldShadeNothingIsRefused)
{
    importClimate("8");
    expectRefusal({{u"shade_layer"_s, u"walls"_s}}, "shade_height_field");
    const QMap<QString, QString> height{{u"shade_height_field"_s, u"height_m"_s}};
    QMap<QString, QString> points = height;
    points[u"shade_layer"_s] = u"posts"_s;
    expectRefusal(points, "layer posts has no outlines and no lines");
    QMap<QString, QString> table = height;
    table[u"shade_layer"_s] = u"table"_s;
    expectRefusal(table, "layer table has no outlines and no lines");
}

TEST_F(YieldRun, HuldsModulesGiveLess)
{
    importClimate("8");
    const double watts_kWh = kwh({{u"module_model"_s, u"PVWATTS"_s}});
    const double huld_kWh = kwh({{u"module_model"_s, u"HULD"_s}});
    EXPECT_EQ(watts_kWh, kwh({})) << "what is taken where nothing is said";
    EXPECT_LT(huld_kWh, watts_kWh * 0.999);
    EXPECT_GT(huld_kWh, watts_kWh * 0.85);
}

TEST_F(YieldRun, WarmerNoonsGiveLess)
{
    importClimate("8");
    const double usual_kWh = kwh({});
    importClimate("20");
    const double swinging_kWh = kwh({});
    // At 14 o'clock the air is 6 degrees warmer: at 0.4 % a degree about 2 % less.
    EXPECT_LT(swinging_kWh, usual_kWh * 0.995);
    EXPECT_GT(swinging_kWh, usual_kWh * 0.97);
}

} // namespace
} // namespace cuntu::photovoltaic
