// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/plugins/water/water_county.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {
namespace {

Result<Outcome> planned(const SmallCounty &county, const QMap<QString, QString> &given = {})
{
    const Algorithm plan = planAlgorithm();
    const auto values = ParameterValues::parse(plan.parameters, given);
    EXPECT_TRUE(values);
    return plan.run({county, *values, day("2020-06-30")}, {});
}

/// The cell of field @p field of the row of layer @p layer whose name is @p name.
Value cell(const Outcome &outcome, std::size_t layer, const QString &name, const QString &field)
{
    const OutcomeLayer &made = outcome.layers.at(layer);
    std::size_t nameAt = 0;
    std::size_t fieldAt = 0;
    for (std::size_t i = 0; i < made.schema.fields.size(); ++i) {
        nameAt = made.schema.fields[i].id == made.schema.nameField ? i : nameAt;
        fieldAt = made.schema.fields[i].id == field ? i : fieldAt;
    }
    for (const FeatureRow &row : made.rows) {
        if (row.values[nameAt] == Value(name.toStdString())) {
            return row.values[fieldAt];
        }
    }
    ADD_FAILURE() << name.toStdString() << " " << field.toStdString();
    return {};
}

double numberIn(const Outcome &outcome, std::size_t layer, const QString &name, const QString &field)
{
    const Value value = cell(outcome, layer, name, field);
    return std::holds_alternative<double>(value) ? std::get<double>(value) : std::nan("");
}

std::string textIn(const Outcome &outcome, std::size_t layer, const QString &name, const QString &field)
{
    const Value value = cell(outcome, layer, name, field);
    return std::holds_alternative<std::string>(value) ? std::get<std::string>(value) : std::string();
}

constexpr std::size_t k_pipes = 0;
constexpr std::size_t k_places = 1;
constexpr std::size_t k_systems = 2;

void addSettlement(SmallCounty &county, const QString &name, double x, double y, int persons, Fields more = {})
{
    more.insert({{u"code"_s, name},
                 {u"name"_s, name},
                 {u"village_code"_s, u"361199100200"_s},
                 {u"pop_registered"_s, QString::number(persons)},
                 {u"hh_registered"_s, QString::number(persons / 4)},
                 {u"@x"_s, QString::number(x)},
                 {u"@y"_s, QString::number(y)}});
    county.add(k_settlements, std::move(more));
}

/// Urban works at the origin with a main 2 km east; small works 6 km north of it; settlements along the way.
SmallCounty county(const QString &urbanDesign = u"1000"_s)
{
    SmallCounty made;
    const auto urban = made.add(k_works, {{u"code"_s, u"U"_s},
                                          {u"name"_s, u"U"_s},
                                          {u"served"_s, u"town"_s},
                                          {u"supply_mode"_s, u"URBAN_EXT"_s},
                                          {u"delivery"_s, u"TAP_HOUSE"_s},
                                          {u"lpcd"_s, u"80"_s},
                                          {u"design_m3d"_s, urbanDesign},
                                          {u"actual_m3d"_s, u"0.9"_s},
                                          {u"served_pop"_s, u"10"_s},
                                          {u"elevation_m"_s, u"200"_s},
                                          {u"@x"_s, u"0"_s},
                                          {u"@y"_s, u"0"_s}});
    made.mark(k_works, urban, u"IN_SERVICE"_s, u"2018-01-01"_s);
    made.add(k_mains, {{u"code"_s, u"M"_s}, {u"works_code"_s, u"U"_s}, {u"@points"_s, u"0 0, 2000 0"_s}});
    made.add(k_works, {{u"code"_s, u"C"_s},
                       {u"name"_s, u"C"_s},
                       {u"served"_s, u"nobody"_s},
                       {u"supply_mode"_s, u"CENTRAL_SMALL"_s},
                       {u"design_m3d"_s, u"50"_s},
                       {u"elevation_m"_s, u"300"_s},
                       {u"@x"_s, u"0"_s},
                       {u"@y"_s, u"9000"_s}});
    addSettlement(made, u"A"_s, 1000, 500, 100, {{u"elevation_m"_s, u"100"_s}});
    addSettlement(made, u"B"_s, 1000, 1500, 40, {{u"elevation_m"_s, u"210"_s}});
    addSettlement(made, u"N"_s, 0, 8000, 60, {{u"elevation_m"_s, u"100"_s}});
    addSettlement(made, u"F"_s, 50000, 50000, 20, {{u"elevation_m"_s, u"100"_s}});
    return made;
}

const QMap<QString, QString> k_plain{{u"detour"_s, u"1"_s}, {u"share"_s, u"100"_s}, {u"curve"_s, u"false"_s}};

TEST(WaterPlan, FollowsTheOrderOfThePlansAndSharesTheTrench)
{
    const auto plan = planned(county(), k_plain);
    ASSERT_TRUE(plan);
    EXPECT_TRUE(plan->figures[u"optimal"_s].toBool());
    // A joins the main in its middle; B goes on from A, and is pumped up: 210 + 12 + 5 x 2.5 - 200 = 34.5 m.
    EXPECT_EQ(textIn(*plan, k_places, u"A"_s, u"works"_s), "U");
    EXPECT_EQ(textIn(*plan, k_places, u"B"_s, u"works"_s), "U");
    EXPECT_EQ(textIn(*plan, k_places, u"N"_s, u"works"_s), "C");
    EXPECT_DOUBLE_EQ(plan->figures[u"pipe_km"_s].toDouble(), 0.5 + 1.0 + 1.0);
    const double tank = 60 * 1.5 / 1000 * 0.25 * 800;
    const double ends = 50 * 1500 + 200 * tank + (80000 + 34.5 * 1500);
    const double works = 300000 + 50 * 1500;
    EXPECT_NEAR(plan->figures[u"cost"_s].toDouble(), 2500 * 120 + ends + works, 1);
    EXPECT_EQ(plan->figures[u"works_opened"_s].toInt(), 1);
    EXPECT_EQ(plan->figures[u"settlements_dispersed"_s].toInt(), 1) << "F is out of reach";
    EXPECT_EQ(plan->figures[u"dispersed_persons"_s].toInt(), 20);
    EXPECT_EQ(plan->figures[u"cost_dispersed"_s].toDouble(), 5 * 4000);
    EXPECT_DOUBLE_EQ(plan->figures[u"rate_after"_s].toDouble(), 100.0 * 200 / 220);
    EXPECT_NEAR(numberIn(*plan, k_systems, u"U"_s, u"added_m3d"_s), 140 * 0.09, 1e-9);
    ASSERT_EQ(plan->marks.size(), 1U) << "the works to be built";
    EXPECT_EQ(plan->marks.front().status, u"PLANNED"_s);
    EXPECT_EQ(plan->layers[k_pipes].rows.size(), 3U);
    EXPECT_NE(textIn(*plan, k_places, u"F"_s, u"explanation"_s), "");
}

TEST(WaterPlan, CapacityAndHeadDecideToo)
{
    const auto small = planned(county(u"12"_s), k_plain); // 0.9 are given already; A and B together need 12.6
    ASSERT_TRUE(small);
    EXPECT_EQ(textIn(*small, k_places, u"A"_s, u"works"_s), "U");
    EXPECT_EQ(textIn(*small, k_places, u"B"_s, u"works"_s), "");
    EXPECT_FALSE(small->figures[u"enough"_s].toBool());
    QMap<QString, QString> low = k_plain;
    low[u"lift"_s] = u"30"_s;
    const auto notHigh = planned(county(), low);
    ASSERT_TRUE(notHigh);
    EXPECT_EQ(textIn(*notHigh, k_places, u"B"_s, u"works"_s), "") << "must be pumped up 34.5 m";
    QMap<QString, QString> grown = k_plain;
    grown[u"growth"_s] = u"10"_s;
    const auto later = planned(county(u"20"_s), grown);
    ASSERT_TRUE(later);
    EXPECT_NEAR(numberIn(*later, k_systems, u"U"_s, u"target_m3d"_s), 0.9 * std::pow(1.1, 10), 1e-9);
    EXPECT_EQ(textIn(*later, k_places, u"A"_s, u"works"_s), "") << "in ten years there is too little for A";
    EXPECT_EQ(textIn(*later, k_places, u"B"_s, u"works"_s), "U");
}

TEST(WaterPlan, ASourceLimitsItsWorksAndMayBeBuiltAt)
{
    SmallCounty made = county();
    made.add(k_intakes, {{u"code"_s, u"S1"_s}, {u"works_code"_s, u"U"_s}, {u"yield_m3d"_s, u"10.5"_s}});
    made.add(k_intakes, {{u"code"_s, u"S2"_s},
                         {u"name"_s, u"S2"_s},
                         {u"yield_m3d"_s, u"30"_s},
                         {u"elevation_m"_s, u"400"_s},
                         {u"@x"_s, u"50000"_s},
                         {u"@y"_s, u"51000"_s}});
    const auto plan = planned(made, k_plain);
    ASSERT_TRUE(plan);
    EXPECT_DOUBLE_EQ(numberIn(*plan, k_systems, u"U"_s, u"capacity_m3d"_s), 10.5);
    EXPECT_EQ(textIn(*plan, k_places, u"F"_s, u"works"_s), "S2");
    EXPECT_EQ(textIn(*plan, k_places, u"B"_s, u"works"_s), "");
}

TEST(WaterPlan, RaisingTheShareNeverCostsLess)
{
    double last = 0;
    for (const QString &share : {u"20"_s, u"45"_s, u"85"_s, u"90"_s}) {
        QMap<QString, QString> given = k_plain;
        given[u"share"_s] = share;
        const auto plan = planned(county(), given);
        ASSERT_TRUE(plan);
        EXPECT_TRUE(plan->figures[u"optimal"_s].toBool());
        EXPECT_GE(plan->figures[u"cost"_s].toDouble(), last);
        last = plan->figures[u"cost"_s].toDouble();
    }
    QMap<QString, QString> given = k_plain;
    given[u"curve"_s] = u"true"_s;
    const auto plan = planned(county(), given);
    ASSERT_TRUE(plan);
    ASSERT_EQ(plan->curves.size(), 1U);
    const auto &points = plan->curves.front().points;
    ASSERT_GT(points.size(), 3U);
    EXPECT_EQ(points.front().y, 0) << "what is there costs nothing";
    for (std::size_t i = 1; i < points.size(); ++i) {
        EXPECT_GT(points[i].x, points[i - 1].x);
        EXPECT_GE(points[i].y, points[i - 1].y);
    }
    EXPECT_NEAR(points.back().y, plan->figures[u"cost"_s].toDouble(), 1);
}

TEST(WaterPlan, MoneyByYearsBuildsWhatServesMostFirst)
{
    QMap<QString, QString> given = k_plain;
    given[u"yearly_budget"_s] = u"150000"_s;
    given[u"years"_s] = u"3"_s;
    const auto plan = planned(county(), given);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->figures[u"budget"_s].toDouble(), 450000);
    EXPECT_EQ(plan->figures[u"before"_s].toDouble() + 140, plan->figures[u"after"_s].toDouble());
    EXPECT_EQ(cell(*plan, k_places, u"A"_s, u"year"_s), Value(std::int64_t{2021}));
    EXPECT_EQ(cell(*plan, k_places, u"B"_s, u"year"_s), Value(std::int64_t{2023}));
}

} // namespace
} // namespace cuntu::water
