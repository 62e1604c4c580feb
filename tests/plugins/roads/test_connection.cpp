// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/connection.h"
#include "plugins/roads/reasons.h"
#include "tests/plugins/roads/small_county.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {
namespace {

Connection judged(const SmallCounty &county, const Rule &rule = {}, const char *on = "2020-06-30")
{
    auto result = connect(county, rule, day(on), Detail::Reasons, {}, {}, segmentNameFields());
    EXPECT_TRUE(result);
    return std::move(*result);
}

QString verdict(const SmallCounty &county, std::size_t row, const Rule &rule = {}, const char *on = "2020-06-30")
{
    return reasonId(judged(county, rule, on), row);
}

/// A county road from west to east along y = 0, ten kilometres long.
SmallCounty withCountyRoad()
{
    SmallCounty county;
    county.goodRoad(u"X001"_s, {{0, 0}, {5000, 0}, {10000, 0}}, {{u"admin_class"_s, u"COUNTY"_s}});
    return county;
}

TEST(RoadConnection, LeadsOverHardenedAcceptedSegmentsToTheClassifiedNetwork)
{
    SmallCounty county = withCountyRoad();
    county.goodRoad(u"C001"_s, {{5000, 0}, {5000, 1000}});
    county.goodRoad(u"C002"_s, {{5000, 1010}, {5000, 2000}}); // ends 10 m short: joined
    const std::size_t far = county.settlement({5060, 1800}, 30);
    const std::size_t atTheRoad = county.settlement({2000, 90}, 30);
    const Connection result = judged(county);
    EXPECT_TRUE(result.accesses[far].connected);
    EXPECT_EQ(result.destination, Destination::Classified);
    EXPECT_DOUBLE_EQ(result.accesses[far].toRoad_m, 60);
    EXPECT_DOUBLE_EQ(result.accesses[far].route_km, 1.8);
    EXPECT_EQ(segmentName(*result.roads, result.accesses[far].road), u"C002"_s);
    EXPECT_DOUBLE_EQ(result.accesses[atTheRoad].route_km, 0);
}

TEST(RoadConnection, SaysWhereAndWhyThePathBreaks)
{
    SmallCounty county = withCountyRoad();
    county.road(u"C001"_s, {{5000, 0}, {5000, 1000}}, {{u"surface_type"_s, u"GRAVEL"_s}});
    county.goodRoad(u"C002"_s, {{5000, 1000}, {5000, 2000}});
    const std::size_t village = county.settlement({5000, 1800}, 30);
    const Connection result = judged(county);
    EXPECT_EQ(reasonId(result, village), u"BROKEN_UNHARDENED"_s);
    EXPECT_EQ(segmentName(*result.roads, result.accesses[village].road), u"C001"_s);
    EXPECT_DOUBLE_EQ(result.accesses[village].breakAt_km, 0.8);
    EXPECT_DOUBLE_EQ(result.accesses[village].toHarden_km, 1.0);
    setLanguage(Language::English);
    EXPECT_EQ(settlementReason(result, {}, village),
              u"the path breaks 0.80 km away at segment C001: not hardened; 1.00 km left to harden"_s);
    setLanguage(Language::Chinese);
}

TEST(RoadConnection, PrefersThePathWithTheLeastToBuildOverTheShortest)
{
    SmallCounty county = withCountyRoad();
    county.road(u"short"_s, {{5000, 0}, {5000, 1000}}, {{u"surface_type"_s, u"EARTH"_s}});
    county.goodRoad(u"long"_s, {{5000, 1000}, {9000, 1000}, {9000, 200}});
    county.road(u"last"_s, {{9000, 200}, {9000, 0}}, {{u"surface_type"_s, u"EARTH"_s}});
    const std::size_t village = county.settlement({5000, 1000}, 30);
    const Connection result = judged(county);
    EXPECT_EQ(segmentName(*result.roads, result.accesses[village].road), u"last"_s);
    EXPECT_DOUBLE_EQ(result.accesses[village].toHarden_km, 0.2);
}

TEST(RoadConnection, DoesNotCountAHardenedSegmentOfWhichNobodySaidThatItWasAccepted)
{
    SmallCounty county = withCountyRoad();
    county.road(u"C001"_s, {{5000, 0}, {5000, 1000}}, {{u"surface_type"_s, u"CEMENT_CONC"_s}});
    const std::size_t village = county.settlement({5000, 1000}, 30);
    EXPECT_EQ(verdict(county, village), u"BROKEN_ACCEPTANCE_UNKNOWN"_s);
    Rule lenient;
    lenient.acceptUnmarked = true;
    EXPECT_EQ(verdict(county, village, lenient), u"BY_NETWORK"_s);
    EXPECT_EQ(judged(county).accesses[village].toHarden_km, 0) << "a record is missing, not concrete";
}

TEST(RoadConnection, TakesTheAcceptanceDayOfTheTableWhereTheLedgerIsSilent)
{
    SmallCounty county = withCountyRoad();
    const std::size_t road = county.road(u"C001"_s, {{5000, 0}, {5000, 1000}},
                                         {{u"surface_type"_s, u"CEMENT_CONC"_s}, {u"accepted_on"_s, u"2018-07-01"_s}});
    const std::size_t village = county.settlement({5000, 1000}, 30);
    EXPECT_EQ(verdict(county, village, {}, "2018-06-30"), u"BROKEN_ACCEPTANCE_UNKNOWN"_s);
    EXPECT_EQ(verdict(county, village, {}, "2018-07-01"), u"BY_NETWORK"_s);
    county.mark(u"roads"_s, road, u"REWORK"_s, u"2018-06-01"_s);
    EXPECT_EQ(verdict(county, village, {}, "2018-07-01"), u"BROKEN_NOT_ACCEPTED"_s) << "the ledger speaks";
}

TEST(RoadConnection, FollowsTheLedgerFromDayToDay)
{
    SmallCounty county = withCountyRoad();
    const std::size_t road = county.road(u"C001"_s, {{5000, 0}, {5000, 1000}}, {{u"surface_type"_s, u"CEMENT_CONC"_s}});
    const std::size_t village = county.settlement({5000, 1000}, 30);
    county.mark(u"roads"_s, road, u"CONSTRUCTING"_s, u"2018-03-01"_s);
    county.mark(u"roads"_s, road, u"ACCEPTED"_s, u"2018-09-01"_s);
    county.mark(u"roads"_s, road, u"DEFECTIVE"_s, u"2019-07-10"_s);
    EXPECT_EQ(verdict(county, village, {}, "2018-08-31"), u"BROKEN_NOT_ACCEPTED"_s);
    EXPECT_EQ(verdict(county, village, {}, "2018-09-01"), u"BY_NETWORK"_s);
    EXPECT_EQ(verdict(county, village, {}, "2019-07-10"), u"BROKEN_DEFECTIVE"_s);
}

TEST(RoadConnection, LetsTheStatusOfTheOwnAccessRoadSpeakFirst)
{
    SmallCounty county = withCountyRoad();
    const std::size_t noRoad = county.settlement({5000, 5000}, 30);
    const std::size_t atTheRoad = county.settlement({2000, 0}, 30);
    county.mark(u"settlements"_s, noRoad, u"IN_SERVICE"_s, u"2019-01-01"_s);
    county.mark(u"settlements"_s, atTheRoad, u"CONSTRUCTING"_s, u"2019-01-01"_s);
    EXPECT_EQ(verdict(county, noRoad, {}, "2018-12-31"), u"NO_ROAD_NEAR"_s);
    EXPECT_EQ(verdict(county, noRoad), u"BY_STATUS"_s);
    EXPECT_EQ(verdict(county, atTheRoad), u"STATUS_SAYS_NOT"_s);
    EXPECT_EQ(judged(county).accesses[atTheRoad].byNetwork, Reason::ByNetwork);
}

TEST(RoadConnection, BreaksAtWhatIsImpassableOrTooNarrow)
{
    SmallCounty county = withCountyRoad();
    county.goodRoad(u"X002"_s, {{0, -1}, {10000, -1}},
                    {{u"admin_class"_s, u"COUNTY"_s}, {u"surface_width_m"_s, u"6"_s}});
    county.goodRoad(u"C001"_s, {{5000, 0}, {5000, 1000}}, {{u"passable"_s, u"0"_s}, {u"surface_width_m"_s, u"3.5"_s}});
    county.goodRoad(u"C002"_s, {{6000, 0}, {6000, 1000}}, {{u"surface_width_m"_s, u"3.0"_s}});
    county.goodRoad(u"C003"_s, {{7000, 0}, {7000, 1000}});
    for (const double x : {5000.0, 6000.0, 7000.0}) {
        county.settlement({x, 1000}, 30);
    }
    Rule wide;
    wide.minWidth_m = 3.5;
    EXPECT_EQ(verdict(county, 0), u"BROKEN_IMPASSABLE"_s);
    EXPECT_EQ(verdict(county, 1), u"BY_NETWORK"_s);
    EXPECT_EQ(verdict(county, 1, wide), u"BROKEN_TOO_NARROW"_s);
    EXPECT_EQ(verdict(county, 2, wide), u"BROKEN_WIDTH_UNKNOWN"_s);
}

TEST(RoadConnection, TellsIsolatedPlacesFromPlacesWithoutARoad)
{
    SmallCounty county = withCountyRoad();
    county.goodRoad(u"C001"_s, {{5000, 3000}, {6000, 3000}});
    EXPECT_EQ(verdict(county, county.settlement({5500, 3000}, 30)), u"ISOLATED"_s);
    EXPECT_EQ(verdict(county, county.settlement({5500, 3101}, 30)), u"NO_ROAD_NEAR"_s);
    EXPECT_EQ(verdict(county, county.settlement({std::nan(""), 0}, 30)), u"NO_POSITION"_s);
}

TEST(RoadConnection, UsesTheStatedHardeningOnlyWhereTheSurfaceIsNotKnown)
{
    SmallCounty county = withCountyRoad();
    const std::size_t stated = county.road(u"C001"_s, {{5000, 0}, {5000, 1000}}, {{u"is_hardened"_s, u"1"_s}});
    const std::size_t denied = county.road(u"C002"_s, {{6000, 0}, {6000, 1000}},
                                           {{u"is_hardened"_s, u"1"_s}, {u"surface_type"_s, u"GRAVEL"_s}});
    const std::size_t unknown = county.road(u"C003"_s, {{7000, 0}, {7000, 1000}});
    for (const std::size_t road : {stated, denied, unknown}) {
        county.mark(u"roads"_s, road, u"ACCEPTED"_s, u"2018-01-01"_s);
    }
    EXPECT_EQ(verdict(county, county.settlement({5000, 1000}, 30)), u"BY_NETWORK"_s);
    EXPECT_EQ(verdict(county, county.settlement({6000, 1000}, 30)), u"BROKEN_UNHARDENED"_s);
    EXPECT_EQ(verdict(county, county.settlement({7000, 1000}, 30)), u"BROKEN_SURFACE_UNKNOWN"_s);
}

TEST(RoadConnection, ChoosesTheDestinationThatTheDataKnow)
{
    SmallCounty county;
    county.goodRoad(u"C001"_s, {{0, 0}, {1000, 0}});
    county.goodRoad(u"C002"_s, {{0, 5000}, {400, 5000}});
    const std::size_t big = county.settlement({0, 0}, 30);
    const std::size_t small = county.settlement({0, 5000}, 30);
    EXPECT_EQ(judged(county).destination, Destination::Largest);
    EXPECT_EQ(verdict(county, big), u"BY_NETWORK"_s);
    EXPECT_EQ(verdict(county, small), u"ISOLATED"_s);
    county.settlement({400, 5000}, 10, {{u"has_committee"_s, u"1"_s}});
    const Connection withSeat = judged(county);
    EXPECT_EQ(withSeat.destination, Destination::Committees);
    EXPECT_DOUBLE_EQ(withSeat.accesses[small].route_km, 0.4);
    EXPECT_FALSE(withSeat.accesses[big].connected);
    county.road(u"Y001"_s, {{0, 9000}, {1, 9000}}, {{u"admin_class"_s, u"TOWNSHIP"_s}});
    EXPECT_EQ(judged(county).destination, Destination::Classified);
}

TEST(RoadConnection, CountsAClassifiedRoadThatIsItselfNotHardenedAmongWhatIsLeft)
{
    SmallCounty county;
    county.road(u"Y001"_s, {{0, 0}, {2000, 0}}, {{u"admin_class"_s, u"TOWNSHIP"_s}, {u"surface_type"_s, u"GRAVEL"_s}});
    county.goodRoad(u"C001"_s, {{1000, 0}, {1000, 500}});
    const std::size_t village = county.settlement({1000, 500}, 30);
    const Connection result = judged(county);
    EXPECT_EQ(reasonId(result, village), u"BROKEN_UNHARDENED"_s);
    EXPECT_DOUBLE_EQ(result.accesses[village].toHarden_km, 2.0);
    EXPECT_DOUBLE_EQ(result.accesses[village].leftShare_km, 2.0);
}

TEST(RoadConnection, SaysWhatIsMissingAtTheDoorWhereNothingIsUsable)
{
    SmallCounty county;
    county.road(u"C001"_s, {{0, 0}, {1000, 0}}, {{u"surface_type"_s, u"CEMENT_CONC"_s}});
    county.road(u"C002"_s, {{0, 5000}, {1000, 5000}}, {{u"surface_type"_s, u"EARTH"_s}});
    EXPECT_EQ(verdict(county, county.settlement({0, 0}, 30)), u"BROKEN_ACCEPTANCE_UNKNOWN"_s);
    EXPECT_EQ(verdict(county, county.settlement({0, 5000}, 30)), u"ISOLATED"_s);
    EXPECT_EQ(verdict(county, county.settlement({0, 9000}, 30)), u"NO_ROAD_NEAR"_s);
}

TEST(RoadEligibility, CountsBySizeLivabilityPoverty)
{
    SmallCounty county = withCountyRoad();
    county.village(u"361126001001"_s, true);
    county.village(u"361126001002"_s, false);
    const std::map<QString, QString> poor{{u"village_code"_s, u"361126001001"_s}, {u"is_livable"_s, u"1"_s}};
    const std::map<QString, QString> other{{u"village_code"_s, u"361126001002"_s}, {u"is_livable"_s, u"0"_s}};
    const std::size_t first = county.settlement({0, 0}, 25, poor);
    const std::size_t second = county.settlement({0, 0}, 25, other);
    const std::size_t third = county.settlement({0, 0}, 24, poor);
    const std::size_t fourth = county.settlement({0, 0}, 99, {{u"to_be_withdrawn"_s, u"1"_s}});
    EXPECT_EQ(verdict(county, first), u"BY_NETWORK"_s);
    EXPECT_EQ(verdict(county, second), u"BY_NETWORK"_s) << "livable or not";
    EXPECT_EQ(verdict(county, third), u"TOO_FEW_HOUSEHOLDS"_s);
    EXPECT_EQ(verdict(county, fourth), u"TO_BE_WITHDRAWN"_s);
    Rule rule;
    rule.livableOnly = true;
    EXPECT_EQ(verdict(county, second, rule), u"NOT_LIVABLE"_s);
    EXPECT_EQ(verdict(county, fourth, rule), u"LIVABLE_UNKNOWN"_s);
    rule = {};
    rule.poorOnly = true;
    EXPECT_EQ(verdict(county, first, rule), u"BY_NETWORK"_s);
    EXPECT_EQ(verdict(county, second, rule), u"NOT_IN_POOR_VILLAGE"_s);
    rule = {};
    rule.basis = Basis::Resident;
    EXPECT_EQ(verdict(county, first, rule), u"HOUSEHOLDS_UNKNOWN"_s);
}

TEST(RoadEligibility, LeavesOutCancelledPlacesOnlyWithAnApprovalDocument)
{
    SmallCounty county = withCountyRoad();
    const std::size_t without = county.settlement({0, 0}, 30);
    const std::size_t with = county.settlement({0, 0}, 30);
    county.mark(u"settlements"_s, without, u"CANCELLED"_s, u"2019-01-01"_s);
    county.mark(u"settlements"_s, with, u"CANCELLED"_s, u"2019-01-01"_s, 7);
    EXPECT_EQ(verdict(county, without), u"STATUS_SAYS_NOT"_s);
    EXPECT_EQ(verdict(county, with), u"CANCELLED"_s);
    EXPECT_EQ(verdict(county, with, {}, "2018-12-31"), u"BY_NETWORK"_s);
}

TEST(RoadConnection, WorksInLongitudeAndLatitude)
{
    SmallCounty county;
    county.setCrs(*Crs::fromEpsg(4490));
    const double metre = 1 / 110900.0; // of latitude, about
    county.goodRoad(u"X001"_s, {{117.4, 28.4}, {117.45, 28.4}, {117.5, 28.4}}, {{u"admin_class"_s, u"COUNTY"_s}});
    EXPECT_EQ(verdict(county, county.settlement({117.45, 28.4 + 90 * metre}, 30)), u"BY_NETWORK"_s);
    EXPECT_EQ(verdict(county, county.settlement({117.45, 28.4 + 120 * metre}, 30)), u"NO_ROAD_NEAR"_s);
}

TEST(RoadConnection, OfNothingIsNothing)
{
    SmallCounty county;
    EXPECT_TRUE(judged(county).accesses.empty());
    const std::size_t alone = county.settlement({0, 0}, 30);
    EXPECT_EQ(verdict(county, alone), u"NO_ROAD_NEAR"_s);
}

} // namespace
} // namespace cuntu::roads
