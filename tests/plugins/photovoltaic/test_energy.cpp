// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/low_yield.h"
#include "plugins/photovoltaic/period.h"
#include "tests/plugins/photovoltaic/photovoltaic_county.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {
namespace {

using Figure = std::pair<double, double>;

const QString k_village = u"361199100200"_s;
const QMap<QString, QString> k_month{{u"energy_period"_s, u"MONTH"_s}};

void addStation(SmallCounty &county, const QString &code, const QString &kw, const QString &type = u"VILLAGE"_s)
{
    county.add(k_stations, {{u"code"_s, code},
                            {u"village_code"_s, k_village},
                            {u"station_type"_s, type},
                            {u"capacity_kw"_s, kw},
                            {u"grid_on"_s, u"2018-01-01"_s},
                            {u"price_base"_s, u"0.4"_s},
                            {u"price_subsidy"_s, u"0.5"_s}});
}

void read(SmallCounty &county, const QString &code, const QString &period, const QString &kwh, const QString &poa = {})
{
    Fields row{{u"station_code"_s, code}, {u"period"_s, period}, {u"kwh"_s, kwh}};
    if (!poa.isEmpty()) {
        row[u"poa_kwh_m2"_s] = poa;
    }
    county.add(k_readings, row);
}

TEST(PhotovoltaicEnergy, OfMonthsThatAreOver)
{
    SmallCounty small;
    addStation(small, u"G1"_s, u"100"_s);
    read(small, u"G1"_s, u"2019-06"_s, u"5000"_s);
    read(small, u"G1"_s, u"2020年5月"_s, u"9000"_s, u"120"_s);
    read(small, u"G1"_s, u"202006"_s, u"8000"_s);
    EXPECT_EQ(small.figure(u"eq_hours"_s, k_month), Figure(8000, 100));
    EXPECT_EQ(small.figure(u"eq_hours"_s, k_month, "2020-06-29"), Figure(9000, 100)) << "June is not over";
    EXPECT_EQ(small.figure(u"eq_hours"_s), Figure(17000, 100)) << "July 2019 to June 2020";
    EXPECT_EQ(small.figure(u"eq_hours"_s, {{u"energy_period"_s, u"YEAR"_s}}, "2020-05-31"), Figure(9000, 100));
    EXPECT_EQ(small.figure(u"pv_pr"_s), Figure(9000, 12000)) << "May alone was measured";
    EXPECT_NEAR(small.figure(u"pv_gross"_s).first, 17000 * 0.9, 1e-9);
}

TEST(PhotovoltaicEnergy, NetIsLessByWhatWasPaidInTheSameMonths)
{
    SmallCounty small;
    addStation(small, u"G1"_s, u"100"_s);
    read(small, u"G1"_s, u"2020-05"_s, u"10000"_s);
    const auto pay = [&](const QString &use, const QString &amount, const QString &on) {
        small.add(k_paid,
                  {{u"station_code"_s, u"G1"_s}, {u"use_kind"_s, use}, {u"amount"_s, amount}, {u"paid_on"_s, on}});
    };
    pay(u"OM"_s, u"500"_s, u"2020-05-31"_s);
    pay(u"TAX"_s, u"100"_s, u"2019-07-01"_s);
    pay(u"RENT"_s, u"900"_s, u"2019-06-30"_s); // a day too early
    pay(u"POST_WAGE"_s, u"4000"_s, u"2020-05-31"_s);
    const Figure net = small.figure(u"pv_net"_s);
    EXPECT_NEAR(net.first, 9000 - 600, 1e-9);
    EXPECT_NEAR(net.second, 9000, 1e-9);
}

TEST(PhotovoltaicEnergy, DaysAndHoursAddUpToTheirMonth)
{
    SmallCounty small;
    addStation(small, u"G1"_s, u"100"_s);
    read(small, u"G1"_s, u"2020-06-01"_s, u"300"_s);
    read(small, u"G1"_s, u"2020-06-02"_s, u"400"_s);
    EXPECT_EQ(small.figure(u"eq_hours"_s, k_month), Figure(700, 100));
    read(small, u"G1"_s, u"2020-06"_s, u"9000"_s);
    EXPECT_EQ(small.figure(u"eq_hours"_s, k_month), Figure(9000, 100)) << "the month's own reading goes before";
    addStation(small, u"G2"_s, u"10"_s);
    read(small, u"G2"_s, u"2020-06-01 11:00"_s, u"7"_s);
    read(small, u"G2"_s, u"2020-06-01T04:00:00Z"_s, u"8"_s);
    EXPECT_EQ(small.figure(u"eq_hours"_s, k_month), Figure(9015, 110));
}

TEST(PhotovoltaicEnergy, WhatIsWrongIsShownAndNotChanged)
{
    SmallCounty small;
    addStation(small, u"G1"_s, u"100"_s);
    read(small, u"G1"_s, u"2020-03"_s, u"8000"_s);
    read(small, u"G1"_s, u"2020-03"_s, u"8500"_s);    // again
    read(small, u"G1"_s, u"2020-04"_s, u"9000000"_s); // Wh, which is impossible, too
    read(small, u"G1"_s, u"2020-05"_s, u"9.5"_s);     // MWh
    read(small, u"G1"_s, u"2020-06"_s, u"25000"_s);   // 250 h
    read(small, u"G9"_s, u"2020-06"_s, u"1"_s);       // no such station
    EXPECT_EQ(small.figure(u"eq_hours"_s), Figure(8500 + 9.5 + 25000, 100));
    EXPECT_EQ(small.found(u"photovoltaic.repeated"_s).size(), 1U);
    EXPECT_EQ(small.found(u"photovoltaic.impossible"_s).size(), 1U);
    const auto units = small.found(u"photovoltaic.unit"_s);
    ASSERT_EQ(units.size(), 2U);
    EXPECT_TRUE(units[0].sentence.contains(u"9000"_s)) << units[0].sentence.toStdString();
    EXPECT_TRUE(units[1].sentence.contains(u"9500"_s)) << units[1].sentence.toStdString();
    EXPECT_EQ(small.found(u"photovoltaic.much"_s).size(), 1U);
    EXPECT_EQ(small.found(u"photovoltaic.unknown_station"_s).size(), 1U);
    EXPECT_TRUE(small.found(u"photovoltaic.gaps"_s).empty());
}

TEST(PhotovoltaicEnergy, TheSumsOfAMeterAreNoticed)
{
    const std::vector<double> hours{50, 60, 85, 95, 110, 120, 125};
    SmallCounty fresh; // since the connection
    SmallCounty old;   // long ago
    SmallCounty plain; // a rise from winter to summer
    for (SmallCounty *county : {&fresh, &old, &plain}) {
        addStation(*county, u"G1"_s, u"100"_s);
    }
    double sum = 0;
    for (std::size_t i = 0; i < hours.size(); ++i) {
        sum += hours[i] * 100;
        const QString month = u"2020-0%1"_s.arg(i + 1);
        read(fresh, u"G1"_s, month, QString::number(sum));
        read(old, u"G1"_s, month, QString::number(sum + 60000));
        read(plain, u"G1"_s, month, QString::number(hours[i] * 100));
    }
    EXPECT_EQ(fresh.found(u"photovoltaic.cumulated"_s).size(), 7U);
    EXPECT_EQ(old.found(u"photovoltaic.cumulated"_s).size(), 7U);
    EXPECT_TRUE(fresh.found(u"photovoltaic.cumulated"_s)[2].sentence.contains(u"8500"_s));
    EXPECT_TRUE(plain.found(u"photovoltaic.cumulated"_s).empty());
}

TEST(PhotovoltaicEnergy, MissingMonthsAreCounted)
{
    SmallCounty small;
    addStation(small, u"G1"_s, u"100"_s);
    read(small, u"G1"_s, u"2019-11"_s, u"5000"_s);
    read(small, u"G1"_s, u"2020-02"_s, u"5000"_s);
    const auto gaps = small.found(u"photovoltaic.gaps"_s);
    ASSERT_EQ(gaps.size(), 1U);
    EXPECT_TRUE(gaps[0].sentence.contains(u'2')) << gaps[0].sentence.toStdString();
}

TEST(PhotovoltaicEnergy, AStationFallsShortOfItsPeers)
{
    SmallCounty small;
    for (int i = 0; i < 5; ++i) {
        addStation(small, u"G%1"_s.arg(i), u"100"_s);
        read(small, u"G%1"_s.arg(i), u"2020-06"_s, i == 0 ? u"6900"_s : u"10000"_s);
    }
    addStation(small, u"C1"_s, u"100"_s, u"CENTRAL"_s);
    read(small, u"C1"_s, u"2020-06"_s, u"1000"_s);
    EXPECT_EQ(small.figure(u"pv_low_flag"_s), Figure(1, 5)) << "one central station has no peers";
    EXPECT_EQ(small.figure(u"pv_low_flag"_s, {{u"low_limit"_s, u"69"_s}}), Figure(0, 5)) << "69 % is not below 69 %";
    EXPECT_EQ(small.figure(u"pv_low_flag"_s, {{u"least_peers"_s, u"6"_s}}), Figure(0, 0));
}

TEST(PhotovoltaicOverlay, ComparesStationsWithThoseOfTheirCounty)
{
    SmallCounty small;
    const auto station = [&](const QString &code, const QString &village, const QString &june) {
        small.add(k_stations, {{u"code"_s, code},
                               {u"village_code"_s, village},
                               {u"station_type"_s, u"VILLAGE"_s},
                               {u"capacity_kw"_s, u"100"_s},
                               {u"grid_on"_s, u"2018-01-01"_s}});
        if (!june.isEmpty()) {
            read(small, code, u"2020-06"_s, june);
        }
    };
    for (int i = 0; i < 3; ++i) {
        station(u"A%1"_s.arg(i), u"361199100200"_s, u"10000"_s);
        station(u"B%1"_s.arg(i), u"361198100200"_s, u"6000"_s); // a county with less sun
    }
    station(u"A3"_s, u"361199100200"_s, u"6000"_s);
    station(u"A4"_s, u"361199100200"_s, {});
    const Overlay *overlay = wholeRegistry().findOverlay(u"photovoltaic.generation"_s);
    const auto drawn =
        overlay->classify({small, *ParameterValues::parse(overlay->parameters, k_month), day("2020-06-30")}, {});
    ASSERT_TRUE(drawn);
    QStringList classes;
    for (const std::uint8_t number : drawn->front().classes) {
        classes.push_back(overlay->classes[number].id);
    }
    EXPECT_EQ(classes.mid(0, 6), QStringList(6, u"usual"_s)) << classes.join(u' ').toStdString();
    EXPECT_EQ(classes.mid(6), (QStringList{u"very_little"_s, u"nothing_read"_s}));
    EXPECT_TRUE(drawn->front().reasons[6].contains(u"60"_s)) << drawn->front().reasons[6].toStdString();
}

TEST(PhotovoltaicEnergy, AShortfallHasACauseWhereThePatternTells)
{
    // Share of the peers' 10,000 kWh from March to June.
    const std::map<QString, std::vector<double>> patterns{{u"OUTAGE"_s, {1, 1, 1, 0.05}},
                                                          {u"EQUIPMENT"_s, {1, 1, 1, 0.5}},
                                                          {u"SOILING"_s, {0.8, 0.75, 0.7, 0.65}},
                                                          {u"SHADE"_s, {0.6, 0.62, 0.6, 0.58}},
                                                          {u""_s, {0.95, 0.6, 0.75, 0.65}}};
    for (const auto &[cause, shares] : patterns) {
        SmallCounty small;
        for (int i = 0; i < 5; ++i) {
            addStation(small, u"G%1"_s.arg(i), u"100"_s);
            for (int month = 3; month <= 6; ++month) {
                const double share = i == 0 ? shares[static_cast<std::size_t>(month - 3)] : 1;
                read(small, u"G%1"_s.arg(i), u"2020-0%1"_s.arg(month), QString::number(10000 * share));
            }
        }
        const auto causes = [&] {
            const auto stations = readStations(small, {}, day("2020-06-30"), JobContext(), lowYieldFields());
            return *lowYields(small, *stations, monthNumber(day("2020-06-01")), {}, JobContext());
        };
        const auto found = causes();
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(found[0].cause, cause);
        EXPECT_FALSE(found[0].recorded);
        EXPECT_NEAR(found[0].lost_kWh, 10000 * (1 - shares[3]), 1e-6);
        EXPECT_NEAR(found[0].lost_yuan, 9000 * (1 - shares[3]), 1e-6);
        small.add(k_faults, {{u"code"_s, u"F1"_s},
                             {u"station_code"_s, u"G0"_s},
                             {u"began_on"_s, u"2020-06-05"_s},
                             {u"cause"_s, u"CURTAILMENT"_s}});
        EXPECT_EQ(causes()[0].cause, u"CURTAILMENT"_s) << "what is on record goes before";
    }
}

/// Everything over again, one station and month after the other.
TEST(PhotovoltaicEnergy, RandomReadingsAgreeWithBruteForce)
{
    for (unsigned seed = 1; seed <= 20; ++seed) {
        std::mt19937 random(seed);
        SmallCounty small;
        std::map<std::pair<int, int>, double> months; // the last row of each
        const int stations = 1 + static_cast<int>(random() % 6);
        for (int s = 0; s < stations; ++s) {
            addStation(small, u"G%1"_s.arg(s), QString::number(50 + 10 * s));
        }
        for (int i = 0; i < 60; ++i) {
            const int s = static_cast<int>(random() % static_cast<unsigned>(stations));
            const int month = monthNumber(day("2019-01-01")) + static_cast<int>(random() % 18);
            const double kwh = static_cast<double>(random() % 60000);
            read(small, u"G%1"_s.arg(s), firstOfMonth(month).toIso().left(7), QString::number(kwh));
            months[{s, month}] = kwh;
        }
        Figure wanted;
        for (int s = 0; s < stations; ++s) {
            bool any = false;
            for (const auto &[key, kwh] : months) {
                const Day first = firstOfMonth(key.second);
                const bool possible = kwh <= (50 + 10 * s) * 24.0 * daysBetween(first, firstOfMonth(key.second + 1));
                if (key.first == s && first >= day("2019-07-01") && possible) {
                    wanted.first += kwh;
                    any = true;
                }
            }
            wanted.second += any ? 50 + 10 * s : 0;
        }
        EXPECT_EQ(small.figure(u"eq_hours"_s), wanted) << "seed " << seed;
    }
}

} // namespace
} // namespace cuntu::photovoltaic
