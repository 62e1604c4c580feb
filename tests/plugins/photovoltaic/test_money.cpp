// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"
#include "tests/plugins/photovoltaic/photovoltaic_county.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {
namespace {

using Figure = std::pair<double, double>;

const QString k_village = u"361199100200"_s;

void pay(SmallCounty &county, const QString &household, const QString &use, const QString &amount,
         const QString &on = u"2020-03-01"_s, const QString &earned = u"2020"_s)
{
    Fields row{{u"station_code"_s, u"G1"_s},
               {u"use_kind"_s, use},
               {u"amount"_s, amount},
               {u"paid_on"_s, on},
               {u"earned_year"_s, earned}};
    if (!household.isEmpty()) {
        row[u"hh_id"_s] = household;
    }
    county.add(k_paid, row);
}

/// A connected station; households 1 to 4 registered as poor, 5 an ordinary one; 1 and 2 have links and money.
SmallCounty county()
{
    SmallCounty made;
    made.add(k_villages, {{u"code"_s, k_village}, {u"name"_s, u"甲"_s}});
    made.add(k_stations, {{u"code"_s, u"G1"_s},
                          {u"village_code"_s, k_village},
                          {u"capacity_kw"_s, u"100"_s},
                          {u"grid_on"_s, u"2018-06-01"_s}});
    for (int i = 1; i <= 5; ++i) {
        made.add(k_households, {{u"hh_id"_s, QString::number(i)},
                                {u"village_code"_s, k_village},
                                {u"poor_attr"_s, i == 5 ? u"ORDINARY"_s : u"GENERAL"_s}});
    }
    for (const QString &household : {u"1"_s, u"2"_s, u"2"_s}) { // 2 is linked twice
        made.add(k_beneficiaries, {{u"station_code"_s, u"G1"_s}, {u"hh_id"_s, household}, {u"link_year"_s, u"2020"_s}});
    }
    pay(made, u"1"_s, u"POST_WAGE"_s, u"1000"_s);
    pay(made, u"1"_s, u"REWARD"_s, u"800"_s);
    pay(made, u"2"_s, u"DIRECT"_s, u"1300"_s);
    return made;
}

TEST(PhotovoltaicIncome, PlanS04HasTwoNumbersAndTwoReadings)
{
    const SmallCounty small = county();
    EXPECT_EQ(small.figure(u"pv_cover_rate"_s), Figure(2, 4));
    EXPECT_EQ(small.figure(u"pv_income_avg"_s), Figure(3100, 2)) << "1,550 on average";
    EXPECT_EQ(small.figure(u"pv_income_ok_rate"_s), Figure(1, 2)) << "but one of the two has less";
    EXPECT_EQ(small.figure(u"pv_income_ok_rate"_s, {{u"least_yuan"_s, u"1300"_s}}), Figure(2, 2));
}

TEST(PhotovoltaicIncome, OthersAreALeak)
{
    SmallCounty small = county();
    pay(small, u"5"_s, u"REWARD"_s, u"500"_s);
    pay(small, u"77"_s, u"REWARD"_s, u"500"_s);
    EXPECT_EQ(small.figure(u"pv_cover_rate"_s), Figure(2, 4));
    EXPECT_EQ(small.figure(u"pv_income_avg"_s), Figure(3100, 2));
    EXPECT_EQ(small.figure(u"pv_income_avg"_s, {{u"registered_only"_s, u"false"_s}}), Figure(3600, 3));
    EXPECT_EQ(small.found(u"photovoltaic.not_registered"_s).size(), 1U);
    EXPECT_EQ(small.found(u"photovoltaic.unknown_household"_s).size(), 1U);
}

TEST(PhotovoltaicIncome, ByTheYearOfThePaymentOrOfTheEnergy)
{
    SmallCounty small = county();
    pay(small, u"3"_s, u"DIRECT"_s, u"700"_s, u"2020-04-01"_s, u"2019"_s); // late
    pay(small, u"4"_s, u"DIRECT"_s, u"600"_s, u"2019-12-01"_s, u"2019"_s);
    pay(small, u"4"_s, u"DIRECT"_s, u"50"_s, u"2020-07-01"_s, u"2020"_s); // after the day
    const auto average = [&](const QString &by) { return small.figure(u"pv_income_avg"_s, {{u"money_year"_s, by}}); };
    EXPECT_EQ(average(u"PAID_YEAR"_s), Figure(3800, 3));
    EXPECT_EQ(average(u"PAID_12"_s), Figure(4400, 4));
    EXPECT_EQ(average(u"EARNED_YEAR"_s), Figure(3100, 2));
    EXPECT_EQ(average(u"EARNED_LAST"_s), Figure(1300, 2)) << "nobody is linked in 2019";
}

TEST(PhotovoltaicMoney, DistributedAndWages)
{
    SmallCounty small = county();
    small.add(k_received,
              {{u"station_code"_s, u"G1"_s}, {u"received_on"_s, u"2020-02-01"_s}, {u"amount"_s, u"4000"_s}});
    small.add(k_received, {{u"station_code"_s, u"G1"_s}, {u"received_on"_s, u"2019-12-31"_s}, {u"amount"_s, u"900"_s}});
    pay(small, {}, u"OM"_s, u"400"_s);
    pay(small, {}, u"RESERVE"_s, u"500"_s);
    const QMap<QString, QString> net{{u"with_costs"_s, u"false"_s}};
    EXPECT_EQ(small.figure(u"pv_dist_rate"_s), Figure(3500, 4000)) << "the reserve is not distributed";
    EXPECT_EQ(small.figure(u"pv_dist_rate"_s, net), Figure(3100, 4000));
    EXPECT_EQ(small.figure(u"pv_wage_share"_s), Figure(1000, 3500));
    EXPECT_EQ(small.figure(u"pv_wage_share"_s, net), Figure(1000, 3100));
    EXPECT_EQ(small.figure(u"pv_received"_s).first, 4000);
    EXPECT_EQ(small.figure(u"pv_collective_rate"_s), Figure(1, 1));
    EXPECT_EQ(small.figure(u"pv_collective_rate"_s, {}, "2018-12-31"), Figure(0, 1));
}

TEST(PhotovoltaicPrices, OfAPeriodGoBeforeTheStationsOwn)
{
    SmallCounty small;
    const auto station = [&](const QString &code, const QString &type) {
        small.add(k_stations, {{u"code"_s, code},
                               {u"village_code"_s, k_village},
                               {u"station_type"_s, type},
                               {u"capacity_kw"_s, u"100"_s},
                               {u"grid_on"_s, u"2018-06-01"_s},
                               {u"price_base"_s, u"0.4"_s},
                               {u"price_subsidy"_s, u"0.2"_s}});
        small.add(k_readings, {{u"station_code"_s, code}, {u"period"_s, u"2020-06"_s}, {u"kwh"_s, u"3000"_s}});
    };
    station(u"G1"_s, u"VILLAGE"_s);
    station(u"G2"_s, u"VILLAGE"_s);
    station(u"G3"_s, u"CENTRAL"_s);
    const QMap<QString, QString> month{{u"energy_period"_s, u"MONTH"_s}};
    EXPECT_NEAR(small.figure(u"pv_gross"_s, month).first, 3 * 3000 * 0.6, 1e-6);
    // Of the kind, from the middle of June on: half the month at each.
    small.add(k_prices,
              {{u"station_type"_s, u"VILLAGE"_s}, {u"from_on"_s, u"2020-06-16"_s}, {u"price_subsidy"_s, u"0"_s}});
    EXPECT_NEAR(small.figure(u"pv_gross"_s, month).first, 3000 * (2 * (0.4 + 0.1) + 0.6), 1e-6);
    // Of the station, which goes before; and of another time.
    small.add(k_prices, {{u"station_code"_s, u"G1"_s},
                         {u"from_on"_s, u"2020-06-01"_s},
                         {u"to_on"_s, u"2020-06-30"_s},
                         {u"price_base"_s, u"1"_s}});
    small.add(k_prices, {{u"from_on"_s, u"2021-01-01"_s}, {u"price_base"_s, u"9"_s}});
    EXPECT_NEAR(small.figure(u"pv_gross"_s, month).first, 3000 * (1.2 + 0.5 + 0.6), 1e-6);
}

TEST(PhotovoltaicPrices, WhatIsDueAndWhatCameIn)
{
    SmallCounty small = county();
    small.add(k_prices, {{u"station_code"_s, u"G1"_s}, {u"price_base"_s, u"0.4"_s}, {u"price_subsidy"_s, u"0.3"_s}});
    small.add(k_readings, {{u"station_code"_s, u"G1"_s}, {u"period"_s, u"2019-06"_s}, {u"kwh"_s, u"10000"_s}});
    small.add(k_readings, {{u"station_code"_s, u"G1"_s}, {u"period"_s, u"2020-03"_s}, {u"kwh"_s, u"8000"_s}});
    const auto receive = [&](const QString &kind, const QString &amount, const QString &on, const QString &earned) {
        Fields row{
            {u"station_code"_s, u"G1"_s}, {u"receipt_kind"_s, kind}, {u"amount"_s, amount}, {u"received_on"_s, on}};
        if (!earned.isEmpty()) {
            row[u"earned_year"_s] = earned;
        }
        small.add(k_received, row);
    };
    receive(u"BASE"_s, u"4000"_s, u"2019-12-20"_s, {}); // of the year in which it came
    receive(u"SUBSIDY"_s, u"1000"_s, u"2020-05-01"_s, u"2019"_s);
    receive(u"SUBSIDY"_s, u"500"_s, u"2020-08-01"_s, u"2019"_s); // after the day
    receive(u"OTHER"_s, u"777"_s, u"2019-12-20"_s, u"2019"_s);
    receive(u"BASE"_s, u"2000"_s, u"2020-04-01"_s, u"2020"_s);
    const auto rate = [&](const QString &year) { return small.figure(u"pv_settled_rate"_s, {{u"due_year"_s, year}}); };
    EXPECT_NEAR(rate(u"LAST"_s).first, 5000, 1e-9);
    EXPECT_NEAR(rate(u"LAST"_s).second, 7000, 1e-9);
    EXPECT_NEAR(rate(u"THIS"_s).first, 2000, 1e-9);
    EXPECT_NEAR(rate(u"THIS"_s).second, 5600, 1e-9);
    const Algorithm *algorithm = wholeRegistry().findAlgorithm(u"photovoltaic.settlement"_s);
    const auto outcome =
        algorithm->run({small, *ParameterValues::parse(algorithm->parameters, {}), day("2020-06-30")}, JobContext());
    ASSERT_TRUE(outcome);
    EXPECT_NEAR(outcome->figures[u"open"_s].toDouble(), 2000, 1e-9);
    EXPECT_NEAR(outcome->figures[u"open_subsidy"_s].toDouble(), 2000, 1e-9);
}

TEST(PhotovoltaicMoney, FlatSharingIsShown)
{
    SmallCounty small = county();
    EXPECT_TRUE(small.found(u"photovoltaic.flat_sharing"_s).empty());
    for (const QString &household : {u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}) {
        pay(small, household, u"DIRECT"_s, u"100"_s, u"2020-05-01"_s);
    }
    EXPECT_EQ(small.found(u"photovoltaic.flat_sharing"_s).size(), 1U);
}

TEST(PhotovoltaicOverlay, ShowsTheIncomeOfVillages)
{
    const SmallCounty small = county();
    const Overlay *overlay = wholeRegistry().findOverlay(u"photovoltaic.income"_s);
    const auto features =
        overlay->classify({small, *ParameterValues::parse(overlay->parameters, {}), day("2020-06-30")}, JobContext());
    ASSERT_TRUE(features);
    EXPECT_EQ(overlay->classes[features->front().classes[0]].id, u"part_reached"_s);
}

} // namespace
} // namespace cuntu::photovoltaic
