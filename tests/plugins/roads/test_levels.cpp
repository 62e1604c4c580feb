// SPDX-License-Identifier: GPL-3.0-or-later
// Surfaces, the seat of the own village, withdrawn and shrunken settlements, and the indicators beside access.
#include "core/algorithm/outcome_cell.h"
#include "plugins/roads/connection.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/reasons.h"
#include "tests/plugins/roads/small_county.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {
namespace {

Connection judged(const SmallCounty &county, const Rule &rule, const char *on = "2020-06-30")
{
    auto result = connect(county, rule, day(on), Detail::Reasons, {}, {}, segmentNameFields());
    EXPECT_TRUE(result);
    return std::move(*result);
}

/// Numerator and denominator summed up.
std::pair<double, double> sums(const SmallCounty &county, const QString &indicatorId,
                               const QMap<QString, QString> &given = {}, const char *on = "2020-06-30")
{
    const Registry registry = wholeRegistry();
    const Indicator *indicator = registry.findIndicator(indicatorId);
    const auto parameters = ParameterValues::parse(indicator->parameters, given);
    EXPECT_TRUE(parameters);
    const auto set = indicator->evaluate({county, *parameters, day(on)}, {});
    EXPECT_TRUE(set);
    std::pair<double, double> total;
    for (const Contribution &item : set ? set->items : std::vector<Contribution>()) {
        total.first += item.numerator;
        total.second += item.denominator;
    }
    return total;
}

/// A county road of asphalt from west to east along y = 0, ten kilometres long.
SmallCounty withCountyRoad()
{
    SmallCounty county;
    county.goodRoad(u"X001"_s, {{0, 0}, {5000, 0}, {10000, 0}},
                    {{u"admin_class"_s, u"COUNTY"_s}, {u"surface_type"_s, u"ASPHALT_CONC"_s}});
    return county;
}

TEST(RoadSurfaces, CementOnlyMeansCementAllTheWay)
{
    SmallCounty county;
    county.goodRoad(u"Y1"_s, {{0, 0}, {5000, 0}}, {{u"admin_class"_s, u"TOWNSHIP"_s}});
    county.goodRoad(u"cement"_s, {{0, 0}, {0, 1000}});
    county.goodRoad(u"paver"_s, {{1000, 0}, {1000, 1000}}, {{u"surface_type"_s, u"PAVER"_s}});
    county.goodRoad(u"stated"_s, {{2000, 0}, {2000, 1000}}, {{u"is_hardened"_s, u"1"_s}});
    const std::size_t byCement = county.settlement({0, 1000}, 30);
    const std::size_t byPaver = county.settlement({1000, 1000}, 30);
    SmallCounty unsure = county;
    unsure.road(u"unsure"_s, {{3000, 0}, {3000, 1000}}, {{u"is_hardened"_s, u"1"_s}});
    const std::size_t byStated = unsure.settlement({3000, 1000}, 30);
    Rule rule;
    EXPECT_EQ(reasonId(judged(county, rule), byPaver), u"BY_NETWORK"_s) << "pavers are hardened";
    rule.surfaces = Surfaces::Cement;
    EXPECT_EQ(reasonId(judged(county, rule), byCement), u"BY_NETWORK"_s);
    EXPECT_EQ(reasonId(judged(county, rule), byPaver), u"BROKEN_OTHER_SURFACE"_s) << "but no cement road";
    EXPECT_EQ(reasonId(judged(unsure, rule), byStated), u"BROKEN_SURFACE_UNKNOWN"_s);
}

TEST(RoadDestination, OwnCommitteeIsTheSeatOfTheSettlementsVillage)
{
    SmallCounty county = withCountyRoad();
    county.goodRoad(u"C1"_s, {{0, 500}, {0, 3000}}); // hangs together with nothing
    const QString mine = u"361199100201"_s;
    const QString other = u"361199100202"_s;
    const std::size_t seat = county.settlement({0, 500}, 30, {{u"village_code"_s, mine}, {u"has_committee"_s, u"1"_s}});
    const std::size_t near = county.settlement({0, 3000}, 30, {{u"village_code"_s, mine}});
    const std::size_t foreign = county.settlement({50, 3000}, 30, {{u"village_code"_s, other}});
    const std::size_t seatless = county.settlement({5000, 0}, 30, {{u"village_code"_s, u"361199100203"_s}});
    const std::size_t away = county.settlement({9000, 50}, 30, {{u"village_code"_s, mine}});
    county.settlement({10000, 0}, 30, {{u"village_code"_s, other}, {u"has_committee"_s, u"1"_s}});
    Rule rule;
    rule.destination = Destination::OwnCommittee;
    const Connection result = judged(county, rule);
    EXPECT_EQ(reasonId(result, seat), u"BY_NETWORK"_s);
    EXPECT_EQ(reasonId(result, near), u"BY_NETWORK"_s);
    EXPECT_DOUBLE_EQ(result.accesses[near].route_km, 2.5);
    EXPECT_EQ(reasonId(result, foreign), u"ISOLATED"_s) << "its seat is at another road";
    EXPECT_EQ(reasonId(result, seatless), u"NO_DESTINATION"_s);
    EXPECT_EQ(reasonId(result, away), u"ISOLATED"_s);
    EXPECT_EQ(destinationId(result.destination), u"own_committee"_s);
    county.road(u"missing"_s, {{0, 0}, {0, 500}}, {{u"surface_type"_s, u"EARTH"_s}});
    const Connection joined = judged(county, rule);
    EXPECT_EQ(reasonId(joined, away), u"BROKEN_UNHARDENED"_s);
    EXPECT_DOUBLE_EQ(joined.accesses[away].toHarden_km, 0.5);
}

TEST(RoadEligibility, WhoCountedAtTheBaselineStaysAndSaysSo)
{
    SmallCounty county = withCountyRoad();
    const std::size_t shrunk = county.settlement({0, 0}, 20, {{u"hh_baseline"_s, u"28"_s}});
    const std::size_t grown = county.settlement({0, 0}, 40, {{u"hh_baseline"_s, u"24"_s}});
    const Connection result = judged(county, {});
    EXPECT_EQ(reasonId(result, shrunk), u"BY_NETWORK"_s);
    EXPECT_TRUE(result.standings[shrunk].belowThresholdNow);
    EXPECT_TRUE(settlementReason(result, {}, shrunk).contains(u"20"_s));
    EXPECT_EQ(reasonId(result, grown), u"TOO_FEW_HOUSEHOLDS"_s) << "it did not count then";
    EXPECT_EQ(sums(county, u"road_nv_rate"_s), std::pair(1.0, 1.0));
}

TEST(RoadLevels, InnerRoadsCountTheSameSettlements)
{
    SmallCounty county = withCountyRoad();
    county.settlement({0, 0}, 30, {{u"inner_hardened"_s, u"1"_s}});
    county.settlement({0, 0}, 30, {{u"inner_hardened"_s, u"0"_s}});
    county.settlement({0, 0}, 30);
    county.settlement({0, 0}, 10, {{u"inner_hardened"_s, u"1"_s}});
    EXPECT_EQ(sums(county, u"road_inner_rate"_s), std::pair(1.0, 3.0));
    EXPECT_EQ(sums(county, u"road_inner_rate"_s, {{u"min_hh"_s, u"1"_s}}), std::pair(2.0, 4.0));
}

TEST(RoadLevels, EntryRoadsCountHouseholdsOfWhichItIsSaid)
{
    SmallCounty county;
    EXPECT_EQ(sums(county, u"road_entry_rate"_s), std::pair(0.0, 0.0));
    county.household({0, 0}, {{u"entry_hardened"_s, u"1"_s}});
    county.household({0, 0}, {{u"entry_hardened"_s, u"0"_s}});
    county.household({0, 0}, {});
    EXPECT_EQ(sums(county, u"road_entry_rate"_s), std::pair(1.0, 2.0));
}

TEST(RoadLevels, GroupsGoByTheTableElseByTheSettlement)
{
    SmallCounty county = withCountyRoad();
    county.settlement({0, 0}, 30, {{u"groups"_s, u"3"_s}});
    county.settlement({0, 9000}, 30, {{u"groups"_s, u"4"_s}});
    county.settlement({0, 9000}, 30, {{u"groups"_s, u"5"_s}, {u"groups_connected"_s, u"2"_s}});
    county.settlement({0, 0}, 30, {{u"groups"_s, u"2"_s}, {u"groups_connected"_s, u"6"_s}});
    county.settlement({0, 0}, 30);
    EXPECT_EQ(sums(county, u"road_group_rate"_s), std::pair(3.0 + 2 + 2, 3.0 + 4 + 5 + 2));
    EXPECT_EQ(sums(county, u"road_group_rate"_s, {{u"surfaces"_s, u"cement"_s}}), std::pair(0.0 + 2 + 2, 14.0))
        << "the road is asphalt";
}

TEST(RoadBus, GoesByTheVillageElseByItsSeat)
{
    SmallCounty county;
    county.village(u"361199100201"_s, true, {{u"has_bus"_s, u"1"_s}});
    county.village(u"361199100202"_s, false, {{u"has_bus"_s, u"1"_s}, {u"bus_since"_s, u"2019-05-01"_s}});
    county.village(u"361199100203"_s, true);
    county.village(u"361199100204"_s, false, {{u"has_bus"_s, u"0"_s}});
    for (const QString &code : {u"361199100203"_s, u"361199100204"_s}) {
        county.settlement({0, 0}, 30,
                          {{u"village_code"_s, code}, {u"has_bus"_s, u"1"_s}, {u"has_committee"_s, u"1"_s}});
    }
    EXPECT_EQ(sums(county, u"bus_av_rate"_s), std::pair(3.0, 4.0)) << "the last says that there is none";
    EXPECT_EQ(sums(county, u"bus_av_rate"_s, {}, "2019-04-30"), std::pair(2.0, 4.0));
    EXPECT_EQ(sums(county, u"bus_av_rate"_s, {{u"poor_only"_s, u"true"_s}}), std::pair(2.0, 2.0));
}

TEST(RoadAccessIndex, WeighsPersonsWithinTwoKilometres)
{
    SmallCounty county = withCountyRoad();
    county.road(u"good gravel"_s, {{0, 20000}, {1000, 20000}},
                {{u"surface_type"_s, u"GRAVEL"_s}, {u"condition"_s, u"GOOD"_s}});
    county.road(u"poor gravel"_s, {{0, 40000}, {1000, 40000}},
                {{u"surface_type"_s, u"GRAVEL"_s}, {u"condition"_s, u"POOR"_s}});
    county.road(u"unmarked"_s, {{0, 60000}, {1000, 60000}}, {{u"surface_type"_s, u"CEMENT_CONC"_s}});
    county.settlement({0, 2000}, 30, {{u"pop_registered"_s, u"100"_s}});
    county.settlement({0, 2001}, 30, {{u"pop_registered"_s, u"200"_s}});
    county.settlement({0, 21000}, 3, {{u"pop_registered"_s, u"10"_s}});
    county.settlement({0, 41000}, 3, {{u"pop_registered"_s, u"20"_s}});
    county.settlement({0, 61000}, 3, {{u"pop_registered"_s, u"1"_s}});
    EXPECT_EQ(sums(county, u"rai"_s), std::pair(111.0, 331.0));
    EXPECT_EQ(sums(county, u"rai"_s, {{u"reach_m"_s, u"2001"_s}}), std::pair(311.0, 331.0));
    county.household({0, 0}, {{u"members"_s, u"4"_s}});
    county.household({0, 30000}, {{u"members"_s, u"3"_s}});
    county.household({0, 0}, {});
    EXPECT_EQ(sums(county, u"rai"_s), std::pair(4.0, 7.0)) << "households where there are any with members";
}

TEST(RoadDistance, IsMeasuredToTheNearestUsableSegment)
{
    SmallCounty county = withCountyRoad();
    county.road(u"earth"_s, {{0, 1000}, {10000, 1000}}, {{u"surface_type"_s, u"EARTH"_s}});
    county.goodRoad(u"C1"_s, {{10000, 0}, {10000, 500}});
    county.household({100, 100}, {{u"hh_id"_s, u"a"_s}, {u"members"_s, u"3"_s}});
    county.household({100, 900}, {{u"hh_id"_s, u"b"_s}, {u"members"_s, u"2"_s}});
    county.household({10003, -4}, {{u"hh_id"_s, u"c"_s}, {u"members"_s, u"1"_s}});
    county.household({100, 5000}, {{u"hh_id"_s, u"d"_s}, {u"members"_s, u"7"_s}});
    const Registry registry = wholeRegistry();
    const Algorithm *algorithm = registry.findAlgorithm(u"roads.distance"_s);
    const auto given = ParameterValues::parse(algorithm->parameters, {{u"rows"_s, u"true"_s}});
    ASSERT_TRUE(given);
    const auto outcome = algorithm->run({county, *given, day("2020-06-30")}, {});
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->figures[u"measured"_s].toInt(), 4);
    EXPECT_DOUBLE_EQ(outcome->figures[u"mean_m"_s].toDouble(), (100 + 900 + 5 + 5000) / 4.0);
    EXPECT_DOUBLE_EQ(outcome->figures[u"median_m"_s].toDouble(), 500);
    EXPECT_DOUBLE_EQ(outcome->figures[u"within_100_m"_s].toDouble(), 50);
    EXPECT_DOUBLE_EQ(outcome->figures[u"persons_beyond_500_m"_s].toDouble(), 9);
    EXPECT_DOUBLE_EQ(outcome->figures[u"households_beyond_2000_m"_s].toDouble(), 1);
    ASSERT_EQ(outcome->layers.size(), 1U);
    const std::vector<FeatureRow> &rows = outcome->layers.front().rows;
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[2].values.back(), outcomeCell(u"X001"_s)) << "X001 and C1 end there: the lower id";
    EXPECT_TRUE(outcome->layers.front().schema.positionPersonal) << "where households live stays personal";
    const auto wrong = ParameterValues::parse(algorithm->parameters, {{u"of"_s, u"roads"_s}});
    EXPECT_FALSE(algorithm->run({county, *wrong, day("2020-06-30")}, {}));
}

} // namespace
} // namespace cuntu::roads
