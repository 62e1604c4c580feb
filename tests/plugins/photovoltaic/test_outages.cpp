// SPDX-License-Identifier: GPL-3.0-or-later
// What recorded faults took, by hand.
#include "plugins/photovoltaic/outages.h"

#include "plugins/photovoltaic/prices.h"
#include "tests/plugins/photovoltaic/photovoltaic_county.h"

#include <gtest/gtest.h>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {
namespace {

void addStation(SmallCounty &county, const QString &code, const QString &type, const QString &june)
{
    county.add(k_stations, {{u"code"_s, code},
                            {u"name"_s, code},
                            {u"village_code"_s, u"361199100200"_s},
                            {u"station_type"_s, type},
                            {u"capacity_kw"_s, u"100"_s},
                            {u"grid_on"_s, u"2018-01-01"_s},
                            {u"price_base"_s, u"0.4"_s},
                            {u"price_subsidy"_s, u"0.5"_s}});
    if (!june.isEmpty()) {
        county.add(k_readings, {{u"station_code"_s, code}, {u"period"_s, u"2020-06"_s}, {u"kwh"_s, june}});
    }
}

void addFault(SmallCounty &county, const QString &station, const QString &began, const QString &ended,
              const QString &lost = {})
{
    Fields fault{{u"code"_s, station + began}, {u"station_code"_s, station}, {u"began_on"_s, began}};
    if (!ended.isEmpty()) {
        fault[u"ended_on"_s] = ended;
    }
    if (!lost.isEmpty()) {
        fault[u"lost_kwh"_s] = lost;
    }
    county.add(k_faults, fault);
}

/// June 2020 has 30 days; the stations that ran gave 9,000 kWh, 90 hours.
SmallCounty county()
{
    SmallCounty small;
    addStation(small, u"G0"_s, u"VILLAGE"_s, u"6600"_s); // 24 hours short
    addStation(small, u"G1"_s, u"VILLAGE"_s, u"9000"_s);
    addStation(small, u"G2"_s, u"VILLAGE"_s, {});
    addStation(small, u"G3"_s, u"VILLAGE"_s, u"9000"_s);
    addStation(small, u"G4"_s, u"VILLAGE"_s, u"9000"_s);
    addStation(small, u"C1"_s, u"CENTRAL"_s, u"5000"_s);
    addFault(small, u"G0"_s, u"2020-06-06"_s, u"2020-06-12"_s); // 6 days
    addFault(small, u"G0"_s, u"2020-06-10"_s, u"2020-06-18"_s); // 6 more
    addFault(small, u"G1"_s, u"2020-05-25"_s, {}, u"3700"_s);   // 37 days up to the evening of 30 June
    addFault(small, u"G2"_s, u"2020-06-01"_s, u"2020-06-04"_s); // 3 days, and the month was not read
    addFault(small, u"C1"_s, u"2020-06-29"_s, {});
    addFault(small, u"G3"_s, u"2020-04-01"_s, u"2020-06-01"_s); // over before June
    addFault(small, u"G9"_s, u"2020-06-01"_s, {});              // nobody knows this station
    return small;
}

TEST(PhotovoltaicOutages, TakeWhatTheRecordSaysElseWhatThePeersGave)
{
    const SmallCounty small = county();
    const auto stations = readStations(small, {}, day("2020-06-30"), {}, Prices::ownFields());
    ASSERT_TRUE(stations);
    const int june = monthNumber(day("2020-06-01"));
    const auto outages = outagesWithin(small, *stations, {june, june}, 3, {});
    ASSERT_TRUE(outages);
    ASSERT_EQ(outages->size(), 5U);
    const std::vector<std::tuple<int, int, double>> expected{
        {0, 6, 90.0 * 6 / 30 * 100}, // of the 24 hours that it fell short
        {0, 6, (24 - 18.0) * 100},   // the rest of them, not 18 hours once more
        {1, 30, 3700.0 * 30 / 37},
        {2, 3, 90.0 * 3 / 30 * 100},
        {5, 2, std::nan("")}};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto &[station, days, kWh] = expected[i];
        const Outage &outage = (*outages)[i];
        EXPECT_EQ(static_cast<int>(outage.station), station);
        EXPECT_EQ(outage.days, days);
        EXPECT_EQ(outage.recorded, station == 1);
        if (std::isnan(kWh)) {
            EXPECT_TRUE(std::isnan(outage.lost_kWh)) << "one central station has no peers";
        } else {
            EXPECT_NEAR(outage.lost_kWh, kWh, 1e-9) << i;
            EXPECT_NEAR(outage.lost_yuan, 0.9 * kWh, 1e-9) << i;
        }
    }
    EXPECT_EQ((*outages)[1].first.toIso(), u"2020-06-12"_s) << "the day on which the first was over";
    EXPECT_EQ((*outages)[2].last.toIso(), u"2020-06-30"_s);
}

TEST(PhotovoltaicOutages, AddUpToFigures)
{
    const SmallCounty small = county();
    const Algorithm *algorithm = wholeRegistry().findAlgorithm(u"photovoltaic.outages");
    ASSERT_NE(algorithm, nullptr);
    const auto outcome = algorithm->run(
        {small, *ParameterValues::parse(algorithm->parameters, {{u"energy_period"_s, u"MONTH"_s}}), day("2020-06-30")},
        {});
    ASSERT_TRUE(outcome) << outcome.error().toText().toStdString();
    EXPECT_EQ(outcome->layers.front().rows.size(), 5U);
    EXPECT_EQ(outcome->figures[u"outages"_s].toInt(), 5);
    EXPECT_EQ(outcome->figures[u"days"_s].toInt(), 6 + 6 + 30 + 3 + 2);
    EXPECT_EQ(outcome->figures[u"lost_kwh"_s].toDouble(), 1800 + 600 + 3000 + 900);
    EXPECT_EQ(outcome->figures[u"lost_yuan"_s].toDouble(), 0.9 * 6300);
    EXPECT_EQ(outcome->figures[u"unknown"_s].toInt(), 1);
    EXPECT_NEAR(outcome->figures[u"available"_s].toDouble(), 100 * (1 - 47.0 / (6 * 30)), 0.005);
}

} // namespace
} // namespace cuntu::photovoltaic
