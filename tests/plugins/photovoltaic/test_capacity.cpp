// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/period.h"
#include "tests/plugins/photovoltaic/photovoltaic_county.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {
namespace {

using Figure = std::pair<double, double>;

const QString k_a = u"361199100200"_s;
const QString k_b = u"361199100201"_s;

/// A station of 100 kW in village A connected in 2018, a joint one of 200 kW of A and B that is being built.
SmallCounty county()
{
    SmallCounty made;
    made.add(k_villages, {{u"code"_s, k_a}, {u"name"_s, u"甲"_s}, {u"poor_village"_s, u"1"_s}});
    made.add(k_villages, {{u"code"_s, k_b}, {u"name"_s, u"乙"_s}});
    made.add(k_villages, {{u"code"_s, u"361199100202"_s}, {u"name"_s, u"丙"_s}});
    made.add(k_stations, {{u"code"_s, u"G1"_s},
                          {u"village_code"_s, k_a},
                          {u"station_type"_s, u"VILLAGE"_s},
                          {u"capacity_kw"_s, u"100"_s},
                          {u"batch"_s, u"2017"_s},
                          {u"meter_no"_s, u"36001"_s},
                          {u"hh_count"_s, u"20"_s},
                          {u"grid_on"_s, u"2018-06-01"_s}});
    made.add(k_stations, {{u"code"_s, u"G2"_s},
                          {u"village_code"_s, k_a},
                          {u"station_type"_s, u"JOINT"_s},
                          {u"capacity_kw"_s, u"200"_s},
                          {u"approved_kw"_s, u"220"_s},
                          {u"batch"_s, u"2018"_s},
                          {u"hh_count"_s, u"30"_s}});
    made.mark(k_stations, 1, u"CONSTRUCTING"_s, u"2019-01-01"_s);
    made.add(k_shares, {{u"station_code"_s, u"G2"_s}, {u"village_code"_s, k_a}, {u"share"_s, u"0.25"_s}});
    made.add(k_shares, {{u"station_code"_s, u"G2"_s}, {u"village_code"_s, k_b}, {u"share"_s, u"0.75"_s}});
    return made;
}

TEST(PhotovoltaicCapacity, CountsFromTheDayOfConnectionOn)
{
    const SmallCounty small = county();
    EXPECT_EQ(small.figure(u"pv_grid_mw"_s, {}, "2018-05-31"), Figure(0, 0.32));
    EXPECT_EQ(small.figure(u"pv_grid_mw"_s, {}, "2018-06-01"), Figure(0.1, 0.32));
    EXPECT_EQ(small.figure(u"pv_grid_rate"_s), Figure(100, 320));
    EXPECT_EQ(small.figure(u"pv_station_rate"_s), Figure(1, 2));
    EXPECT_EQ(small.figure(u"pv_station_rate"_s, {{u"batch"_s, u"2018"_s}}), Figure(0, 1));
    EXPECT_EQ(small.figure(u"pv_grid_mw"_s, {{u"station_type"_s, u"VILLAGE"_s}}), Figure(0.1, 0.1));
}

TEST(PhotovoltaicCapacity, TheLedgerDecides)
{
    SmallCounty small = county();
    small.mark(k_stations, 1, u"GRID_CONNECTED"_s, u"2019-12-01"_s);
    EXPECT_EQ(small.figure(u"pv_grid_mw"_s, {}, "2019-11-30").first, 0.1);
    EXPECT_NEAR(small.figure(u"pv_grid_mw"_s, {}, "2019-12-01").first, 0.3, 1e-12);
    small.mark(k_stations, 1, u"FAULT"_s, u"2020-02-01"_s);
    EXPECT_NEAR(small.figure(u"pv_grid_mw"_s).first, 0.3, 1e-12) << "a fault does not take it off the grid";
    EXPECT_EQ(small.figure(u"pv_running_rate"_s), Figure(1, 2));
    small.mark(k_stations, 0, u"RETIRED"_s, u"2020-03-01"_s);
    EXPECT_EQ(small.figure(u"pv_station_rate"_s), Figure(1, 1)) << "a retired one leaves both";
}

TEST(PhotovoltaicCapacity, AMeterNumberCanBeAskedFor)
{
    SmallCounty small = county();
    small.mark(k_stations, 1, u"GRID_CONNECTED"_s, u"2019-12-01"_s);
    EXPECT_EQ(small.figure(u"pv_station_rate"_s, {{u"need_meter"_s, u"true"_s}}), Figure(1, 2));
    EXPECT_EQ(small.found(u"photovoltaic.no_meter"_s).size(), 1U);
}

TEST(PhotovoltaicCapacity, AnOpenFaultStopsAStation)
{
    SmallCounty small = county();
    small.add(k_faults, {{u"code"_s, u"F1"_s},
                         {u"station_code"_s, u"G1"_s},
                         {u"began_on"_s, u"2020-01-05"_s},
                         {u"ended_on"_s, u"2020-01-09"_s}});
    EXPECT_EQ(small.figure(u"pv_running_rate"_s, {}, "2020-01-04"), Figure(1, 1));
    EXPECT_EQ(small.figure(u"pv_running_rate"_s, {}, "2020-01-08"), Figure(0, 1));
    EXPECT_EQ(small.figure(u"pv_running_rate"_s, {}, "2020-01-09"), Figure(1, 1)) << "it runs again on that day";
}

TEST(PhotovoltaicCapacity, VillagesHaveSharesOfJointStations)
{
    SmallCounty small = county();
    EXPECT_EQ(small.figure(u"pv_village_rate"_s), Figure(1, 2)) << "the third has no share in anything";
    small.mark(k_stations, 1, u"OPERATING"_s, u"2019-12-01"_s);
    EXPECT_EQ(small.figure(u"pv_village_rate"_s), Figure(2, 2));
    EXPECT_EQ(small.figure(u"pv_village_rate"_s, {{u"poor_only"_s, u"true"_s}}), Figure(1, 1));
    EXPECT_EQ(small.figure(u"pv_villages"_s).first, 2);
    EXPECT_EQ(small.figure(u"pv_village_kw"_s), Figure(300, 2)) << "150 and 150";
    EXPECT_TRUE(small.found(u"photovoltaic.shares"_s).empty());
    small.add(k_shares, {{u"station_code"_s, u"G2"_s}, {u"village_code"_s, k_a}, {u"share"_s, u"0.1"_s}});
    EXPECT_EQ(small.found(u"photovoltaic.shares"_s).size(), 1U) << "they add up to 1.1";
}

TEST(PhotovoltaicCapacity, PlanS01IsTrackedToGridConnection)
{
    // 285 villages, 189.392 MW: 664.5 kW in each, above the rule and counted all the same (DOMAIN A.5).
    SmallCounty plan;
    constexpr int k_villages285 = 285;
    for (int i = 0; i < k_villages285; ++i) {
        const QString code = QString::number(361199100000 + i);
        plan.add(k_villages, {{u"code"_s, code}, {u"name"_s, code}});
        const double kw = i == 0 ? 189392 - 664.5 * (k_villages285 - 1) : 664.5;
        plan.add(k_stations, {{u"code"_s, u"G%1"_s.arg(i)},
                              {u"village_code"_s, code},
                              {u"station_type"_s, u"VILLAGE"_s},
                              {u"capacity_kw"_s, QString::number(kw, 'f', 3)},
                              {u"grid_on"_s, i % 2 == 0 ? u"2018-06-30"_s : u"2018-12-31"_s}});
    }
    EXPECT_NEAR(plan.figure(u"pv_grid_mw"_s, {}, "2018-12-31").first, 189.392, 1e-9);
    EXPECT_EQ(plan.figure(u"pv_villages"_s, {}, "2018-12-31").first, 285);
    EXPECT_EQ(plan.figure(u"pv_villages"_s, {}, "2018-12-30").first, 143);
    EXPECT_EQ(plan.found(u"photovoltaic.village_kw"_s).size(), 285U) << "warned about";
}

TEST(PhotovoltaicCapacity, PerHouseholdByLinksElseByTheTable)
{
    SmallCounty small = county();
    EXPECT_EQ(small.figure(u"kw_per_hh"_s), Figure(100, 20));
    small.add(k_households, {{u"hh_id"_s, u"1"_s}, {u"poor_attr"_s, u"GENERAL"_s}, {u"village_code"_s, k_a}});
    small.add(k_beneficiaries, {{u"station_code"_s, u"G1"_s}, {u"hh_id"_s, u"1"_s}, {u"link_year"_s, u"2020"_s}});
    EXPECT_EQ(small.figure(u"kw_per_hh"_s), Figure(100, 1));
    EXPECT_EQ(small.figure(u"kw_per_hh"_s, {}, "2019-06-30"), Figure(100, 20)) << "linked in 2020 only";
}

TEST(PhotovoltaicOverlay, ShowsVillagesAndStations)
{
    const SmallCounty small = county();
    const Overlay *overlay = wholeRegistry().findOverlay(u"photovoltaic.capacity"_s);
    const auto features =
        overlay->classify({small, *ParameterValues::parse(overlay->parameters, {}), day("2020-06-30")}, JobContext());
    ASSERT_TRUE(features);
    ASSERT_EQ(features->size(), 3U) << "and bars";
    const auto classOf = [&](std::size_t layer, std::size_t row) {
        const std::uint8_t number = (*features)[layer].classes[row];
        return number == OverlayFeatures::k_noClass ? QString() : overlay->classes[number].id;
    };
    EXPECT_EQ(classOf(0, 0), u"usual"_s);
    EXPECT_EQ(classOf(0, 1), u"planned"_s);
    EXPECT_EQ(classOf(0, 2), QString());
    EXPECT_EQ(classOf(1, 0), u"station_connected"_s);
    EXPECT_EQ(classOf(1, 1), u"station_constructing"_s);
}

/// Two villages of a square kilometre with a station each, whose readings of a year are known.
SmallCounty countyOnTheMap()
{
    SmallCounty made;
    made.add(k_villages,
             {{u"code"_s, k_a}, {u"name"_s, u"甲"_s}, {u"@points"_s, u"0 0, 1000 0, 1000 1000, 0 1000, 0 0"_s}});
    made.add(
        k_villages,
        {{u"code"_s, k_b}, {u"name"_s, u"乙"_s}, {u"@points"_s, u"1000 0, 2000 0, 2000 1000, 1000 1000, 1000 0"_s}});
    const auto station = [&](const QString &code, const QString &village, const QString &kw, const QString &x) {
        made.add(k_stations, {{u"code"_s, code},
                              {u"name"_s, code + u"站"_s},
                              {u"village_code"_s, village},
                              {u"station_type"_s, u"VILLAGE"_s},
                              {u"capacity_kw"_s, kw},
                              {u"grid_on"_s, u"2018-06-01"_s},
                              {u"@x"_s, x},
                              {u"@y"_s, u"500"_s}});
    };
    station(u"G1"_s, k_a, u"100"_s, u"500"_s);
    station(u"G2"_s, k_b, u"664.5"_s, u"1500"_s);
    for (int month = 0; month < 12; ++month) {
        const QString period = firstOfMonth(monthNumber(day("2019-07-01")) + month).toIso().left(7);
        made.add(k_readings, {{u"station_code"_s, u"G1"_s}, {u"period"_s, period}, {u"kwh"_s, u"7500"_s}});
        if (month != 4) {
            made.add(k_readings, {{u"station_code"_s, u"G2"_s}, {u"period"_s, period}, {u"kwh"_s, u"50000"_s}});
        }
    }
    return made;
}

/// How high bar @p bar is, of its frame.
double shareOf(const OverlayFeatures &bars, std::size_t bar)
{
    const Box filled = bars.layer->geometry().geometry(2 * bar).extent();
    const Box frame = bars.layer->geometry().geometry(2 * bar + 1).extent();
    return (filled.maxY - filled.minY) / (frame.maxY - frame.minY);
}

TEST(PhotovoltaicOverlay, BarsAreAsHighAsTheCapacityOfVillages)
{
    const SmallCounty small = countyOnTheMap();
    const Overlay *overlay = wholeRegistry().findOverlay(u"photovoltaic.capacity"_s);
    const auto drawn =
        overlay->classify({small, *ParameterValues::parse(overlay->parameters, {}), day("2020-06-30")}, JobContext());
    ASSERT_TRUE(drawn);
    const OverlayFeatures &bars = drawn->back();
    ASSERT_EQ(bars.layer->size(), 4U) << "two bars and their frames";
    ASSERT_EQ(bars.reasons.size(), 4U);
    EXPECT_NEAR(shareOf(bars, 0), 100 / 500.0, 1e-9);
    EXPECT_NEAR(shareOf(bars, 1), 664.5 / 500, 1e-9) << "as the plan has it";
    QStringList classes;
    for (const std::uint8_t number : bars.classes) {
        classes.push_back(overlay->classes[number].id);
    }
    EXPECT_EQ(classes, (QStringList{u"bar"_s, u"bar_frame"_s, u"bar_over"_s, u"bar_frame"_s}));
    EXPECT_TRUE(bars.reasons[2].contains(u"664.5 kW"_s)) << bars.reasons[2].toStdString();
    EXPECT_GT(bars.layer->geometry().geometry(0).extent().minX, 0) << "in its village";
}

TEST(PhotovoltaicOverlay, BarsAreAsHighAsTheHoursOfStations)
{
    const SmallCounty small = countyOnTheMap();
    const Overlay *overlay = wholeRegistry().findOverlay(u"photovoltaic.generation"_s);
    const auto drawn =
        overlay->classify({small, *ParameterValues::parse(overlay->parameters, {}), day("2020-06-30")}, JobContext());
    ASSERT_TRUE(drawn);
    ASSERT_EQ(drawn->size(), 2U);
    const OverlayFeatures &bars = drawn->back();
    ASSERT_EQ(bars.layer->size(), 2U) << "one station was not read in a month";
    EXPECT_NEAR(shareOf(bars, 0), 12 * 7500 / 100.0 / 1000, 1e-9);
    EXPECT_EQ(bars.classes[0], drawn->front().classes[0]) << "in the colour of its station";
    EXPECT_TRUE(bars.reasons[0].contains(u"900"_s)) << bars.reasons[0].toStdString();
}

} // namespace
} // namespace cuntu::photovoltaic
