// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/declare.h"
#include "plugins/roads/plan_outcome.h"
#include "tests/plugins/roads/small_county.h"
#include "tests/support/rounds.h"

#include <gtest/gtest.h>

#include <QJsonArray>

#include <random>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {
namespace {

Result<Outcome> planned(const SmallCounty &county, const QMap<QString, QString> &given = {})
{
    const Algorithm plan = planAlgorithm();
    const auto values = ParameterValues::parse(plan.parameters, given);
    EXPECT_TRUE(values);
    return plan.run({county, *values, day("2020-06-30")}, {});
}

/// The cell of field @p field in row @p row of layer @p layer of an outcome.
Value cell(const Outcome &outcome, std::size_t layer, std::size_t row, const QString &field)
{
    const OutcomeLayer &made = outcome.layers.at(layer);
    for (std::size_t i = 0; i < made.schema.fields.size(); ++i) {
        if (made.schema.fields[i].id == field) {
            return made.rows.at(row).values.at(i);
        }
    }
    ADD_FAILURE() << field.toStdString();
    return {};
}

/// A county road with two settlements behind each other on gravel, and a third one that is far from everything.
SmallCounty threeVillages()
{
    SmallCounty county;
    county.goodRoad(u"X001"_s, {{0, 0}, {10000, 0}}, {{u"admin_class"_s, u"COUNTY"_s}});
    county.road(u"C002"_s, {{5000, 0}, {5000, 3000}}, {{u"surface_type"_s, u"GRAVEL"_s}});
    county.road(u"C003"_s, {{5000, 3000}, {5000, 5000}}, {{u"surface_type"_s, u"EARTH"_s}});
    county.settlement({5000, 3000}, 30);
    county.settlement({5000, 5000}, 60);
    county.settlement({50000, 50000}, 40);
    return county;
}

TEST(RoadPlan, ConnectsAllThatCanBeForTheLeastMoney)
{
    const auto plan = planned(threeVillages());
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->figures[u"objective"_s].toDouble(), 5 * 120000);
    EXPECT_EQ(plan->figures[u"bound"_s].toDouble(), 5 * 120000);
    EXPECT_TRUE(plan->figures[u"optimal"_s].toBool());
    EXPECT_DOUBLE_EQ(plan->figures[u"harden_km"_s].toDouble(), 5);
    EXPECT_EQ(plan->figures[u"after"_s].toDouble(), 90);
    EXPECT_DOUBLE_EQ(plan->figures[u"rate_after"_s].toDouble(), 100.0 * 90 / 130);
    EXPECT_EQ(plan->figures[u"settlements_out_of_reach"_s].toInt(), 1);
    ASSERT_EQ(plan->layers[0].rows.size(), 2U);
    EXPECT_EQ(std::get<std::string>(cell(*plan, 0, 0, u"from_station"_s)), "K0+000");
    EXPECT_EQ(std::get<std::string>(cell(*plan, 0, 0, u"to_station"_s)), "K3+000");
    EXPECT_EQ(std::get<double>(cell(*plan, 0, 0, u"connects"_s)), 30);
    EXPECT_EQ(std::get<double>(cell(*plan, 0, 0, u"needed_by"_s)), 90);
    EXPECT_EQ(std::get<double>(cell(*plan, 0, 1, u"spent"_s)), 5 * 120000);
    ASSERT_EQ(plan->marks.size(), 2U);
    EXPECT_EQ(plan->marks[0].status, u"PLANNED"_s);
    EXPECT_EQ(plan->marks[0].layer, u"roads"_s);
    EXPECT_FALSE(plan->marks[0].note.isEmpty());
}

TEST(RoadPlan, WithABudgetConnectsMostHouseholdsAndSaysWhatTheRestWouldTake)
{
    const auto plan = planned(threeVillages(), {{u"budget"_s, u"400000"_s}});
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->figures[u"objective_in"_s].toString(), u"户"_s);
    EXPECT_EQ(plan->figures[u"objective"_s].toDouble(), 30);
    EXPECT_EQ(plan->figures[u"cost"_s].toDouble(), 360000);
    EXPECT_TRUE(plan->figures[u"optimal"_s].toBool());
    EXPECT_EQ(std::get<std::string>(cell(*plan, 1, 1, u"outcome"_s)), "LEFT");
    EXPECT_EQ(std::get<double>(cell(*plan, 1, 1, u"extra_cost"_s)), 240000);
    EXPECT_EQ(std::get<double>(cell(*plan, 1, 1, u"extra_per_count"_s)), 4000);
    EXPECT_EQ(std::get<std::string>(cell(*plan, 1, 2, u"outcome"_s)), "OUT_OF_REACH");
}

TEST(RoadPlan, PutsWorksIntoYearsByTheirBudget)
{
    const auto plan = planned(threeVillages(), {{u"yearly_budget"_s, u"400000"_s}, {u"years"_s, u"2"_s}});
    ASSERT_TRUE(plan);
    const QJsonArray programme = plan->figures[u"programme"_s].toArray();
    ASSERT_EQ(programme.size(), 2);
    EXPECT_EQ(programme[0].toObject()[u"year"_s].toString(), u"2021"_s) << "the year after the day";
    EXPECT_EQ(programme[0].toObject()[u"cost"_s].toDouble(), 360000);
    EXPECT_EQ(programme[0].toObject()[u"households"_s].toDouble(), 30);
    EXPECT_EQ(programme[1].toObject()[u"spent"_s].toDouble(), 600000);
    EXPECT_EQ(programme[1].toObject()[u"households"_s].toDouble(), 90);
    EXPECT_EQ(std::get<std::int64_t>(cell(*plan, 1, 1, u"year"_s)), 2022);
}

TEST(RoadPlan, ReachesAShare)
{
    const auto plan = planned(threeVillages(), {{u"share"_s, u"20"_s}});
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->figures[u"cost"_s].toDouble(), 360000);
    EXPECT_TRUE(plan->figures[u"enough"_s].toBool());
    const auto tooMuch = planned(threeVillages(), {{u"share"_s, u"95"_s}});
    ASSERT_TRUE(tooMuch);
    EXPECT_FALSE(tooMuch->figures[u"enough"_s].toBool()) << "one of the three cannot be reached";
}

TEST(RoadPlan, HardensOnlyThePieceThatIsNeeded)
{
    SmallCounty county;
    county.goodRoad(u"X001"_s, {{0, 0}, {10000, 0}}, {{u"admin_class"_s, u"COUNTY"_s}});
    county.road(u"C002"_s, {{5000, 0}, {5000, 4000}}, {{u"is_hardened"_s, u"0"_s}, {u"length_km"_s, u"4.4"_s}});
    county.settlement({5000, 1000}, 30);
    const auto plan = planned(county);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->figures[u"cost"_s].toDouble(), 120000);
    EXPECT_EQ(std::get<std::string>(cell(*plan, 0, 0, u"to_station"_s)), "K1+100")
        << "stations are stretched to the reported length";
}

TEST(RoadPlan, KnowsWhatOtherWorksThanHardeningCost)
{
    SmallCounty county;
    county.goodRoad(u"X001"_s, {{0, 0}, {10000, 0}}, {{u"admin_class"_s, u"COUNTY"_s}});
    county.road(u"C1"_s, {{1000, 0}, {1000, 1000}}, {{u"surface_type"_s, u"CEMENT_CONC"_s}}); // not accepted
    county.goodRoad(u"C2"_s, {{2000, 0}, {2000, 1000}}, {{u"passable"_s, u"0"_s}});
    county.goodRoad(u"C3"_s, {{3000, 0}, {3000, 1000}}, {{u"surface_width_m"_s, u"2.5"_s}});
    county.road(u"C4"_s, {{4000, 0}, {4000, 1000}},
                {{u"surface_type"_s, u"EARTH"_s}, {u"estimate_yuan"_s, u"777000"_s}});
    for (int i = 1; i <= 4; ++i) {
        county.settlement({1000.0 * i, 1000}, 30 + i);
    }
    const auto plan = planned(county, {{u"min_width_m"_s, u"3"_s}});
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->figures[u"settlements_connected"_s].toInt(), 4);
    std::map<std::string, double> costs;
    for (std::size_t i = 0; i < plan->layers[0].rows.size(); ++i) {
        costs[std::get<std::string>(cell(*plan, 0, i, u"work_code"_s))] =
            std::get<double>(cell(*plan, 0, i, u"cost"_s));
    }
    EXPECT_EQ(costs["ACCEPT"], 0);
    EXPECT_EQ(costs["REOPEN"], 60000);
    EXPECT_EQ(costs["BUILD"], 777000);
}

TEST(RoadPlan, SaysThatThereIsNoDestination)
{
    SmallCounty county;
    county.road(u"C1"_s, {{0, 0}, {1000, 0}}, {{u"surface_type"_s, u"EARTH"_s}});
    county.settlement({0, 0}, 30);
    const auto plan = planned(county);
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().code, ErrorCode::NotFound);
    EXPECT_FALSE(plan.error().advice.isEmpty());
}

/// A net of roads between the crossings of a grid, a county road at one of them; roads in @p repaired are good,
/// whatever they were. The same seed makes the same net.
struct Net9 {
    SmallCounty county;
    std::vector<std::string> codes; ///< of the roads behind the county road, by row
    std::vector<double> length_km;  ///< of those that need work
    std::vector<double> households; ///< per settlement
};

Net9 someNet(unsigned seed, unsigned repaired)
{
    std::mt19937 random(seed);
    Net9 net;
    net.county.goodRoad(u"X"_s, {{-1000, 0}, {0, 0}}, {{u"admin_class"_s, u"COUNTY"_s}});
    const auto at = [](unsigned node) { return Point{1000.0 * (node % 3), 1000.0 * (node / 3)}; };
    for (unsigned node = 0; node < 9; ++node) {
        for (const unsigned next : {node + 1, node + 3}) {
            const bool exists = next < 9 && (next == node + 3 || node % 3 != 2) && random() % 4 != 0;
            const double bend = 300.0 * static_cast<double>(random() % 4);
            const bool isGood = random() % 3 == 0;
            if (!exists || (!isGood && net.length_km.size() == 7)) {
                continue;
            }
            const Point a = at(node);
            const Point b = at(next);
            const Point middle{(a.x + b.x) / 2 + (a.x == b.x ? bend : 0), (a.y + b.y) / 2 + (a.y == b.y ? bend : 0)};
            const QString code = QString::number(node) + u"-"_s + QString::number(next);
            net.codes.push_back(code.toStdString());
            const bool isRepaired = !isGood && repaired >> net.length_km.size() & 1;
            if (isGood || isRepaired) {
                net.county.goodRoad(code, {a, middle, b});
            } else {
                net.county.road(code, {a, middle, b}, {{u"surface_type"_s, u"EARTH"_s}});
            }
            if (!isGood) {
                net.length_km.push_back(2 * std::hypot(middle.x - a.x, middle.y - a.y) / 1000);
            }
        }
        if (random() % 2 == 0) {
            net.households.push_back(static_cast<double>(25 + random() % 60));
            net.county.settlement(at(node), static_cast<int>(net.households.back()));
        }
    }
    return net;
}

/// Households of connected settlements.
double connectedHouseholds(const Net9 &net)
{
    const auto connection = connect(net.county, Rule::from(values()), day("2020-06-30"), Detail::Connected, {});
    EXPECT_TRUE(connection);
    double sum = 0;
    for (std::size_t row = 0; row < net.households.size(); ++row) {
        sum += connection->accesses[row].connected ? net.households[row] : 0;
    }
    return sum;
}

TEST(RoadPlan, EqualsTryingEverySetOfRoads)
{
    for (unsigned seed = 1; seed <= static_cast<unsigned>(test::rounds(60)); ++seed) {
        SCOPED_TRACE(seed);
        const Net9 net = someNet(seed, 0);
        const auto sets = 1u << net.length_km.size();
        std::vector<std::pair<double, double>> tried; // cost, households
        for (unsigned set = 0; set < sets; ++set) {
            double cost = 0;
            for (std::size_t i = 0; i < net.length_km.size(); ++i) {
                cost += set >> i & 1 ? net.length_km[i] * 120000 : 0;
            }
            tried.emplace_back(cost, connectedHouseholds(someNet(seed, set)));
        }
        const double most = tried.back().second;
        double least = std::numeric_limits<double>::infinity();
        for (const auto &[cost, households] : tried) {
            least = households == most ? std::min(least, cost) : least;
        }
        const auto all = planned(net.county);
        ASSERT_TRUE(all);
        EXPECT_EQ(all->figures[u"after"_s].toDouble(), most);
        EXPECT_NEAR(all->figures[u"cost"_s].toDouble(), least, 1);
        const double budget = std::floor(least * (seed % 7) / 7);
        double best = 0;
        for (const auto &[cost, households] : tried) {
            best = cost <= budget ? std::max(best, households) : best;
        }
        const auto within = planned(net.county, {{u"budget"_s, QString::number(budget, 'f', 0)}});
        ASSERT_TRUE(within);
        EXPECT_EQ(within->figures[u"after"_s].toDouble(), best);
        EXPECT_LE(within->figures[u"cost"_s].toDouble(), budget + 1);
        EXPECT_TRUE(within->figures[u"optimal"_s].toBool());
    }
}

TEST(RoadCriticality, IsWhatIsLostWithoutTheRoad)
{
    const Algorithm critical = criticalAlgorithm();
    for (unsigned seed = 1; seed <= static_cast<unsigned>(test::rounds(80)); ++seed) {
        SCOPED_TRACE(seed);
        const Net9 net = someNet(seed, seed * 37);
        const auto given = ParameterValues::parse(critical.parameters, {});
        const auto found = critical.run({net.county, *given, day("2020-06-30")}, {});
        ASSERT_TRUE(found);
        std::map<std::string, double> lost;
        for (std::size_t i = 0; i < found->layers[0].rows.size(); ++i) {
            lost[std::get<std::string>(cell(*found, 0, i, u"road"_s))] =
                std::get<double>(cell(*found, 0, i, u"households"_s));
        }
        const double all = connectedHouseholds(net);
        for (std::size_t road = 0; road < net.codes.size(); ++road) {
            Net9 less = net;
            less.county.mark(u"roads"_s, road + 1, u"DEFECTIVE"_s, u"2010-01-01"_s);
            EXPECT_EQ(lost[net.codes[road]], all - connectedHouseholds(less)) << net.codes[road];
        }
    }
}

TEST(RoadCriticality, NeedsADestination)
{
    SmallCounty county;
    county.goodRoad(u"C1"_s, {{0, 0}, {1000, 0}});
    county.settlement({0, 0}, 30);
    const Algorithm critical = criticalAlgorithm();
    const auto found = critical.run({county, *ParameterValues::parse(critical.parameters, {}), day("2020-06-30")}, {});
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, ErrorCode::NotFound);
}

} // namespace
} // namespace cuntu::roads
