// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/service_areas.h"
#include "tests/plugins/water/water_county.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {
namespace {

std::vector<ServiceArea> areasOf(const SmallCounty &county, AreaKind kind, const MainsReach &reach = {})
{
    Rule rule;
    rule.ruleSet = RuleSet().code;
    const auto surveyed = survey(county, rule, day("2020-06-30"), {}, {u"elevation_m"_s}, siteFields());
    return *serviceAreas(county, *surveyed, kind, reach, {}, {});
}

void addWorks(SmallCounty &county)
{
    const auto row = county.add(k_works, {{u"code"_s, u"W"_s},
                                          {u"served"_s, u"P0;P1;P2"_s},
                                          {u"elevation_m"_s, u"200"_s},
                                          {u"@x"_s, u"0"_s},
                                          {u"@y"_s, u"0"_s}});
    county.mark(k_works, row, u"IN_SERVICE"_s, u"2018-01-01"_s);
    county.add(k_mains, {{u"code"_s, u"M"_s}, {u"works_code"_s, u"W"_s}, {u"@points"_s, u"0 0, 3000 0, 3000 4000"_s}});
}

/// 200 settlements of 10 persons at random places over 5 km; their positions.
std::vector<Point> scatter(SmallCounty &county, const char *elevation = "100")
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> place(-1000, 5000);
    std::vector<Point> places;
    for (int i = 0; i < 200; ++i) {
        places.push_back({place(random), place(random)});
        county.add(k_settlements, {{u"code"_s, u"P%1"_s.arg(i)},
                                   {u"village_code"_s, u"361199100200"_s},
                                   {u"pop_registered"_s, u"10"_s},
                                   {u"elevation_m"_s, QString::fromLatin1(elevation)},
                                   {u"@x"_s, QString::number(places.back().x, 'f', 9)},
                                   {u"@y"_s, QString::number(places.back().y, 'f', 9)}});
    }
    return places;
}

double distance(Point p, Point a, Point b)
{
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const double along =
        std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / (length * length), 0.0, 1.0);
    return std::hypot(p.x - a.x - along * (b.x - a.x), p.y - a.y - along * (b.y - a.y));
}

double fromMain(Point p)
{
    return std::min(distance(p, {0, 0}, {3000, 0}), distance(p, {3000, 0}, {3000, 4000}));
}

TEST(WaterServiceAreas, AroundTheMainsAreAllThatAreNear)
{
    SmallCounty county;
    addWorks(county);
    const std::vector<Point> places = scatter(county);
    const auto areas = areasOf(county, AreaKind::Mains, {800, 1e6, 0, 0, true});
    ASSERT_EQ(areas.size(), 1U);
    std::vector<std::uint32_t> inside;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        const double far = fromMain(places[i]);
        ASSERT_TRUE(far < 800 * 0.995 || far > 800) << "round ends are drawn with chords; the case must be clear";
        if (far < 800) {
            inside.push_back(i);
        }
    }
    EXPECT_GT(inside.size(), 30U);
    EXPECT_EQ(areas.front().settlements, inside);
    EXPECT_EQ(areas.front().persons, 10.0 * static_cast<double>(inside.size()));
}

TEST(WaterServiceAreas, HeadAndLengthLimitThem)
{
    SmallCounty county;
    addWorks(county);
    scatter(county, "195");
    const auto high = areasOf(county, AreaKind::Mains, {800, 1e6, 10, 0, true});
    ASSERT_EQ(high.size(), 1U);
    EXPECT_TRUE(high.front().settlements.empty()) << "5 m of head are less than 10";
    EXPECT_GT(high.front().tooHigh, 30U);
    const auto all = areasOf(county, AreaKind::Mains, {800, 1e6, 10, 0, false});
    EXPECT_EQ(all.front().settlements.size(), high.front().tooHigh);
    const auto beginning = areasOf(county, AreaKind::Mains, {800, 1000, 0, 0, false});
    ASSERT_EQ(beginning.size(), 1U);
    EXPECT_NEAR(beginning.front().outline.extent().maxX, 1800, 1) << "only the first kilometre of the main counts";
}

TEST(WaterServiceAreas, FrictionFollowsTheMain)
{
    SmallCounty county;
    const auto row =
        county.add(k_works, {{u"code"_s, u"W"_s}, {u"elevation_m"_s, u"200"_s}, {u"@x"_s, u"0"_s}, {u"@y"_s, u"0"_s}});
    county.mark(k_works, row, u"IN_SERVICE"_s, u"2018-01-01"_s);
    // There and back 200 m beside: its end is 6.2 km along the main from the works, though near them.
    county.add(k_mains,
               {{u"code"_s, u"M"_s}, {u"works_code"_s, u"W"_s}, {u"@points"_s, u"0 0, 3000 0, 3000 200, 0 200"_s}});
    for (const char16_t *y : {u"-50", u"250"}) {
        county.add(k_settlements, {{u"code"_s, QString::fromUtf16(y)},
                                   {u"village_code"_s, u"361199100200"_s},
                                   {u"pop_registered"_s, u"10"_s},
                                   {u"elevation_m"_s, u"180"_s},
                                   {u"@x"_s, u"100"_s},
                                   {u"@y"_s, QString::fromUtf16(y)}});
    }
    const auto areas = areasOf(county, AreaKind::Mains, {100, 1e6, 0, 5, true});
    ASSERT_EQ(areas.size(), 1U);
    EXPECT_EQ(areas.front().settlements, std::vector<std::uint32_t>{0}) << "20 m of head; 30 m are lost on 6.1 km";
    EXPECT_EQ(areas.front().tooHigh, 1U);
}

TEST(WaterServiceAreas, MainsThatHangTogetherWithNothingCarryNoHead)
{
    SmallCounty county;
    const auto row =
        county.add(k_works, {{u"code"_s, u"W"_s}, {u"elevation_m"_s, u"200"_s}, {u"@x"_s, u"0"_s}, {u"@y"_s, u"0"_s}});
    county.mark(k_works, row, u"IN_SERVICE"_s, u"2018-01-01"_s);
    county.add(k_mains, {{u"code"_s, u"M"_s}, {u"works_code"_s, u"W"_s}, {u"@points"_s, u"0 0, 3000 0"_s}});
    county.add(k_mains, {{u"code"_s, u"N"_s}, {u"works_code"_s, u"W"_s}, {u"@points"_s, u"500 120, 2500 120"_s}});
    for (const char16_t *elevation : {u"180", u"195"}) { // 80 m from the first main, 40 m from the second
        county.add(k_settlements, {{u"code"_s, QString::fromUtf16(elevation)},
                                   {u"village_code"_s, u"361199100200"_s},
                                   {u"pop_registered"_s, u"10"_s},
                                   {u"elevation_m"_s, QString::fromUtf16(elevation)},
                                   {u"@x"_s, u"1000"_s},
                                   {u"@y"_s, u"80"_s}});
    }
    // Of 20 m and 5 m of head friction takes nothing, or 5 m/km over 1.08 km: 5.4 m.
    const auto smooth = areasOf(county, AreaKind::Mains, {100, 1e6, 10, 0, true});
    ASSERT_EQ(smooth.size(), 1U);
    EXPECT_EQ(smooth.front().settlements, std::vector<std::uint32_t>{0});
    EXPECT_EQ(smooth.front().tooHigh, 1U);
    const auto rough = areasOf(county, AreaKind::Mains, {100, 1e6, 14.5, 5, true});
    ASSERT_EQ(rough.size(), 1U);
    EXPECT_EQ(rough.front().settlements, std::vector<std::uint32_t>{0});
    const auto tooRough = areasOf(county, AreaKind::Mains, {100, 1e6, 14.7, 5, true});
    EXPECT_EQ(tooRough.front().tooHigh, 2U);
}

TEST(WaterServiceAreas, DrawnOnesCountWhoIsInside)
{
    SmallCounty county;
    addWorks(county);
    const std::vector<Point> places = scatter(county);
    county.add(k_serviceAreas,
               {{u"code"_s, u"A"_s}, {u"works_code"_s, u"W"_s}, {u"@points"_s, u"0 0, 4000 0, 0 4000, 0 0"_s}});
    const auto areas = areasOf(county, AreaKind::Drawn);
    ASSERT_EQ(areas.size(), 1U);
    std::vector<std::uint32_t> inside;
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        if (places[i].x >= 0 && places[i].y >= 0 && places[i].x + places[i].y <= 4000) {
            inside.push_back(i);
        }
    }
    EXPECT_GT(inside.size(), 20U);
    EXPECT_EQ(areas.front().settlements, inside);
    EXPECT_EQ(areas.front().works, 0U);
}

TEST(WaterServiceAreas, ListsCountWhatTheyName)
{
    SmallCounty county;
    addWorks(county);
    scatter(county);
    const auto areas = areasOf(county, AreaKind::Lists);
    ASSERT_EQ(areas.size(), 1U);
    EXPECT_EQ(areas.front().settlements, (std::vector<std::uint32_t>{0, 1, 2}));
    EXPECT_EQ(areas.front().persons, 30);
}

TEST(WaterOutageCalendar, HasADayForEachDayOfTheYear)
{
    SmallCounty county;
    addWorks(county);
    county.add(k_outages, {{u"code"_s, u"1"_s},
                           {u"works_code"_s, u"W"_s},
                           {u"began_on"_s, u"2019-12-30"_s},
                           {u"ended_on"_s, u"2020-01-03"_s}});
    county.add(k_outages, {{u"code"_s, u"2"_s}, {u"works_code"_s, u"W"_s}, {u"began_on"_s, u"2020-06-29"_s}});
    county.add(k_outages, {{u"code"_s, u"3"_s}, {u"works_code"_s, u"X"_s}, {u"began_on"_s, u"2020-02-01"_s}});
    const DayCalendar *calendar = wholeRegistry().findDayCalendar(u"water.outages");
    ASSERT_NE(calendar, nullptr);
    const auto days = calendar->values({county, FeatureId{1}, 2020, day("2020-06-30")}, {});
    ASSERT_TRUE(days);
    ASSERT_EQ(days->size(), 366U);
    EXPECT_EQ(days->at(0), 1);
    EXPECT_EQ(days->at(1), 1);
    EXPECT_EQ(days->at(2), 0) << "the day with water again";
    EXPECT_EQ(days->at(31), 0) << "of other works";
    EXPECT_EQ(days->at(180), 1) << "29 June: still out";
    EXPECT_EQ(days->at(181), 1);
    EXPECT_TRUE(std::isnan(days->at(182))) << "July is not known yet";
    EXPECT_FALSE(calendar->values({county, FeatureId{9}, 2020, day("2020-06-30")}, {})) << "no such works";
}

} // namespace
} // namespace cuntu::water
