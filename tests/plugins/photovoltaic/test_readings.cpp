// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/degradation.h"
#include "plugins/photovoltaic/doubts.h"
#include "plugins/photovoltaic/flat_tops.h"
#include "plugins/photovoltaic/low_yield.h"
#include "tests/plugins/photovoltaic/photovoltaic_county.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {
namespace {

const QString k_village = u"361199100200"_s;

void addStation(SmallCounty &county, const QString &code, const QString &kw = u"100"_s)
{
    county.add(k_stations, {{u"code"_s, code},
                            {u"village_code"_s, k_village},
                            {u"station_type"_s, u"VILLAGE"_s},
                            {u"capacity_kw"_s, kw},
                            {u"inverter_kw"_s, kw},
                            {u"grid_on"_s, u"2018-01-01"_s},
                            {u"price_base"_s, u"0.4"_s},
                            {u"@x"_s, u"117"_s},
                            {u"@y"_s, u"28"_s}});
}

void read(SmallCounty &county, const QString &code, const QString &period, const QString &field, double value,
          const Fields &more = {})
{
    Fields row{{u"station_code"_s, code}, {u"period"_s, period}, {field, QString::number(value, 'g', 12)}};
    row.insert(more.begin(), more.end());
    county.add(k_readings, row);
}

/// What check @p rule would change, told to put right what it found in row @p number of the table, or all.
std::vector<CheckFix> fixes(const SmallCounty &county, const QString &rule, std::size_t findings)
{
    for (const Check &check : wholeRegistry().checks) {
        if (check.id == rule) {
            const auto found = *check.run(county, JobContext());
            EXPECT_EQ(found.size(), findings);
            for (const CheckFinding &finding : found) {
                EXPECT_TRUE(finding.canFix) << finding.sentence.toStdString();
            }
            return found.empty() ? std::vector<CheckFix>() : *check.fix(county, {found.front()}, JobContext());
        }
    }
    ADD_FAILURE() << "no such check";
    return {};
}

std::vector<MonthEnergy> monthsOf(const SmallCounty &county)
{
    const auto stations = readStations(county, {}, day("2020-12-31"), JobContext());
    return energyByMonth(*readReadings(county, *stations, JobContext()), *stations);
}

TEST(PhotovoltaicMeters, TheDifferenceOfTwoReadingsIsTheEnergyBetween)
{
    SmallCounty small;
    addStation(small, u"G1"_s);
    read(small, u"G1"_s, u"2020-01"_s, u"meter_kwh"_s, 50000);
    read(small, u"G1"_s, u"2020-02"_s, u"meter_kwh"_s, 56000);
    read(small, u"G1"_s, u"2020-03"_s, u"meter_kwh"_s, 64000);
    read(small, u"G1"_s, u"2020-06"_s, u"meter_kwh"_s, 64000 + 91 * 300); // April to June: 91 days
    read(small, u"G1"_s, u"2020-03"_s, u"kwh"_s, 8100);                   // its own reading goes before
    const auto months = monthsOf(small);
    ASSERT_EQ(months.size(), 5U) << "of January the reading before is not known";
    EXPECT_NEAR(months[0].kwh, 6000, 1e-9);
    EXPECT_NEAR(months[1].kwh, 8100, 1e-9);
    EXPECT_NEAR(months[2].kwh, 30 * 300, 1e-9) << "spread over the days";
    EXPECT_NEAR(months[3].kwh, 31 * 300, 1e-9);
    EXPECT_NEAR(months[4].kwh, 30 * 300, 1e-9);
}

TEST(PhotovoltaicMeters, AChangeOfTheMeterIsCountedAcross)
{
    SmallCounty small;
    addStation(small, u"G1"_s);
    read(small, u"G1"_s, u"2020-01"_s, u"meter_kwh"_s, 90000);
    read(small, u"G1"_s, u"2020-02"_s, u"meter_kwh"_s, 4000,
         {{u"old_meter_kwh"_s, u"93000"_s}, {u"new_meter_kwh"_s, u"500"_s}});
    read(small, u"G1"_s, u"2020-03"_s, u"meter_kwh"_s, 13000);
    const auto months = monthsOf(small);
    ASSERT_EQ(months.size(), 2U);
    EXPECT_NEAR(months[0].kwh, 3000 + 3500, 1e-9);
    EXPECT_NEAR(months[1].kwh, 9000, 1e-9);
    EXPECT_TRUE(small.found(u"photovoltaic.meter_fell"_s).empty());
}

TEST(PhotovoltaicMeters, OneThatFallsIsShownAndPutRightWhenAsked)
{
    SmallCounty small;
    addStation(small, u"G1"_s);
    read(small, u"G1"_s, u"2020-01"_s, u"meter_kwh"_s, 90000);
    read(small, u"G1"_s, u"2020-02"_s, u"meter_kwh"_s, 4000);
    EXPECT_TRUE(monthsOf(small).empty()) << "nothing is guessed";
    const auto proposed = fixes(small, u"photovoltaic.meter_fell"_s, 1);
    ASSERT_EQ(proposed.size(), 1U);
    EXPECT_EQ(proposed[0].feature, FeatureId{2});
    EXPECT_EQ(proposed[0].values.at(u"old_meter_kwh"_s), Value(90000.0));
    EXPECT_EQ(proposed[0].values.at(u"new_meter_kwh"_s), Value(0.0));
    read(small, u"G1"_s, u"2020-03"_s, u"meter_kwh"_s, 9e6);
    EXPECT_EQ(small.found(u"photovoltaic.meter_jumped"_s).size(), 1U) << "100 kW cannot give that";
    EXPECT_TRUE(monthsOf(small).empty());
}

TEST(PhotovoltaicFixes, AreWhatTheValuesPropose)
{
    SmallCounty small;
    addStation(small, u"G1"_s);
    read(small, u"G1"_s, u"2020-03"_s, u"kwh"_s, 8000);
    read(small, u"G1"_s, u"2020-03"_s, u"kwh"_s, 8500);
    read(small, u"G1"_s, u"2020-05"_s, u"kwh"_s, 9.5);
    read(small, u"G1"_s, u"2020-06-01"_s, u"kwh"_s, 450000);
    read(small, u"G1"_s, u"2020-06-02"_s, u"kwh"_s, -3);
    const auto repeated = fixes(small, u"photovoltaic.repeated"_s, 1);
    ASSERT_EQ(repeated.size(), 1U);
    EXPECT_TRUE(repeated[0].removes);
    EXPECT_EQ(repeated[0].feature, FeatureId{1});
    const auto units = fixes(small, u"photovoltaic.unit"_s, 2);
    ASSERT_EQ(units.size(), 1U) << "only what was asked for";
    EXPECT_EQ(small.found(u"photovoltaic.negative"_s).size(), 1U);
    EXPECT_FALSE(small.found(u"photovoltaic.negative"_s)[0].canFix);
}

TEST(PhotovoltaicFixes, SumsOfAMeterArePutRightTogether)
{
    SmallCounty small;
    addStation(small, u"G1"_s);
    double sum = 60000;
    for (int month = 1; month <= 6; ++month) {
        sum += 9000;
        read(small, u"G1"_s, u"2020-0%1"_s.arg(month), u"kwh"_s, sum);
    }
    const auto proposed = fixes(small, u"photovoltaic.cumulated"_s, 6);
    ASSERT_EQ(proposed.size(), 6U) << "one was asked for, but half a row of sums says nothing";
    for (const CheckFix &fix : proposed) {
        EXPECT_TRUE(isNull(fix.values.at(u"kwh"_s)));
        EXPECT_EQ(fix.values.at(u"meter_kwh"_s), Value(60000.0 + 9000 * static_cast<double>(fix.feature.value)));
    }
    SmallCounty right; // and as it is then
    addStation(right, u"G1"_s);
    for (const CheckFix &fix : proposed) {
        read(right, u"G1"_s, u"2020-0%1"_s.arg(fix.feature.value), u"meter_kwh"_s,
             std::get<double>(fix.values.at(u"meter_kwh"_s)));
    }
    const auto months = monthsOf(right);
    ASSERT_EQ(months.size(), 5U);
    for (const MonthEnergy &month : months) {
        EXPECT_NEAR(month.kwh, 9000, 1e-9);
    }
}

/// Ten days of June by the hour, in a clock that is @p late hours behind Beijing's; what is over @p most stays there.
void readHours(SmallCounty &county, const QString &code, int late, double most = 1e9)
{
    for (int date = 1; date <= 10; ++date) {
        for (int hour = 5; hour <= 18; ++hour) {
            const double kwh = 90 * std::sin((hour - 4.5) / 15 * std::numbers::pi);
            const int there = hour - late;
            const int on = date + (there < 0 ? -1 : 0);
            read(county, code,
                 u"2020-06-%1 %2:00"_s.arg(on, 2, 10, QLatin1Char('0')).arg((there + 24) % 24, 2, 10, QLatin1Char('0')),
                 u"kwh"_s, std::min(most, kwh));
        }
    }
}

TEST(PhotovoltaicFixes, HoursOfAnotherZoneAreNoticed)
{
    SmallCounty beijing;
    addStation(beijing, u"G1"_s);
    readHours(beijing, u"G1"_s, 0);
    EXPECT_TRUE(beijing.found(u"photovoltaic.zone"_s).empty());
    SmallCounty utc;
    addStation(utc, u"G1"_s);
    readHours(utc, u"G1"_s, 5); // of UTC+3: an hour late would be no doubt
    const auto proposed = fixes(utc, u"photovoltaic.zone"_s, 1);
    ASSERT_EQ(proposed.size(), 140U) << "one finding for the station, all its hours put right";
    EXPECT_EQ(proposed[0].values.at(u"period"_s), Value(std::string("2020-06-01 00:00+03:00")));
    const auto period = parsePeriod(u"2020-06-01 00:00+03:00");
    ASSERT_TRUE(period);
    EXPECT_EQ(period->minute, 5 * 60);
    EXPECT_TRUE(period->namesZone);
}

TEST(PhotovoltaicCurtailment, ShowsInFlatTops)
{
    SmallCounty small;
    addStation(small, u"G1"_s);          // held at 40 kW
    addStation(small, u"G2"_s);          // free
    addStation(small, u"G3"_s, u"45"_s); // at its own limit
    readHours(small, u"G1"_s, 0, 40);
    readHours(small, u"G2"_s, 0);
    readHours(small, u"G3"_s, 0, 45);
    const auto stations = readStations(small, {}, day("2020-06-30"), JobContext(), lowYieldFields());
    const auto tops =
        flatTopsIn(*readReadings(small, *stations, JobContext()), *stations, monthNumber(day("2020-06-01")));
    EXPECT_EQ(tops[0].days, 10);
    EXPECT_NEAR(tops[0].level_kW, 40, 1e-9);
    EXPECT_EQ(tops[1].days, 0);
    EXPECT_EQ(tops[2].days, 0);
    for (int i = 4; i < 8; ++i) { // peers, so that the first falls short
        addStation(small, u"G%1"_s.arg(i));
        read(small, u"G%1"_s.arg(i), u"2020-06"_s, u"kwh"_s, 10000);
    }
    const auto all = readStations(small, {}, day("2020-06-30"), JobContext(), lowYieldFields());
    const auto found = *lowYields(small, *all, monthNumber(day("2020-06-01")), {}, JobContext());
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].cause, u"CURTAILMENT"_s);
    EXPECT_FALSE(found[0].recorded);
}

TEST(PhotovoltaicCalendar, HasTheEnergyOfEachDay)
{
    SmallCounty small;
    addStation(small, u"G1"_s);
    addStation(small, u"G2"_s);
    read(small, u"G1"_s, u"2020-06"_s, u"kwh"_s, 9000); // not spread over its days
    read(small, u"G1"_s, u"2020-06-01"_s, u"kwh"_s, 300);
    read(small, u"G1"_s, u"2020-06-01"_s, u"kwh"_s, 310); // counts
    read(small, u"G1"_s, u"2020-06-01 12:00"_s, u"kwh"_s, 50);
    read(small, u"G1"_s, u"2020-06-02 11:00"_s, u"kwh"_s, 40);
    read(small, u"G1"_s, u"2020-06-02 12:00"_s, u"kwh"_s, 45);
    read(small, u"G1"_s, u"2020-06-03"_s, u"meter_kwh"_s, 1000);
    read(small, u"G1"_s, u"2020-06-04"_s, u"meter_kwh"_s, 1400);
    read(small, u"G2"_s, u"2020-06-05"_s, u"kwh"_s, 1);
    read(small, u"G1"_s, u"2020-07-10"_s, u"kwh"_s, 200); // later than the day
    const DayCalendar *calendar = wholeRegistry().findDayCalendar(u"photovoltaic.generation_days"_s);
    ASSERT_NE(calendar, nullptr);
    const auto days = calendar->values({small, {1}, 2020, day("2020-06-30")}, JobContext());
    ASSERT_TRUE(days);
    ASSERT_EQ(days->size(), 366U);
    const auto on = [&](const char *iso) {
        return (*days)[static_cast<std::size_t>(daysBetween(day("2020-01-01"), day(iso)))];
    };
    EXPECT_EQ(on("2020-06-01"), 310);
    EXPECT_EQ(on("2020-06-02"), 85);
    EXPECT_EQ(on("2020-06-04"), 400);
    for (const char *unknown : {"2020-06-03", "2020-06-05", "2020-06-30", "2020-07-10", "2020-01-01"}) {
        EXPECT_TRUE(std::isnan(on(unknown))) << unknown;
    }
    EXPECT_FALSE(calendar->values({small, {99}, 2020, day("2020-06-30")}, JobContext()));
}

TEST(PhotovoltaicDegradation, IsFittedFromMonthsAYearApart)
{
    std::mt19937 random(5);
    std::normal_distribution<double> weather(1, 0.01);
    SmallCounty small;
    addStation(small, u"G1"_s);
    addStation(small, u"G2"_s);
    for (int month = 0; month < 36; ++month) {
        const double season = 8000 - 3000 * std::cos(month * std::numbers::pi / 6);
        const Day on = firstOfMonth(monthNumber(day("2018-01-01")) + month);
        read(small, u"G1"_s, on.toIso().left(7), u"kwh"_s, season * std::pow(0.98, month / 12.0) * weather(random));
        if (month < 20) {
            read(small, u"G2"_s, on.toIso().left(7), u"kwh"_s, season);
        }
    }
    const auto stations = readStations(small, {}, day("2020-12-31"), JobContext());
    const auto fitted = fitDegradation(monthsOf(small), *stations);
    EXPECT_NEAR(fitted[0].rate, 0.02, 0.01);
    EXPECT_EQ(fitted[0].pairs, 24);
    EXPECT_TRUE(std::isnan(fitted[1].rate)) << "eight pairs are too few";
    EXPECT_NEAR(leftAfter(2, 0.02), 0.9604, 1e-12);
    EXPECT_EQ(leftAfter(-1, 0.02), 1);
}

} // namespace
} // namespace cuntu::photovoltaic
