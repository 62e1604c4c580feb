// SPDX-License-Identifier: GPL-3.0-or-later
// The plans' own numbers, entered and tracked: S01 (285 villages, 189.392 MW, DOMAIN A.5) and S04 (80 %, 1,500 yuan).
#include "plugins/photovoltaic/declare.h"
#include "tests/plugins/photovoltaic/photovoltaic_county.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {
namespace {

using Figure = std::pair<double, double>;

constexpr int k_villageCount = 285;
constexpr int k_counties = 10;
constexpr std::int64_t k_plan_W = 189392000;

QString villageCode(int i)
{
    return u"3611%1100%2"_s.arg(81 + i % k_counties).arg(200 + i / k_counties, 3, 10, QLatin1Char('0'));
}

/// The plan's batch: a station in each village; watts so that the sum is the plan's to the last one.
double kwOf(int i)
{
    return static_cast<double>((i + 1) * k_plan_W / k_villageCount - i * k_plan_W / k_villageCount) / 1000;
}

SmallCounty planned()
{
    SmallCounty made;
    for (int i = 0; i < k_villageCount; ++i) {
        made.add(k_villages, {{u"code"_s, villageCode(i)}, {u"name"_s, u"村%1"_s.arg(i)}});
        made.add(k_stations, {{u"code"_s, u"S%1"_s.arg(i)},
                              {u"village_code"_s, villageCode(i)},
                              {u"station_type"_s, u"VILLAGE"_s},
                              {u"batch"_s, u"P1c"_s},
                              {u"capacity_kw"_s, QString::number(kwOf(i), 'f', 3)},
                              {u"meter_no"_s, u"M%1"_s.arg(i)}});
        made.mark(k_stations, static_cast<std::size_t>(i), u"PLANNED"_s, u"2019-01-15"_s);
    }
    return made;
}

TEST(PhotovoltaicPlan, S01IsEnteredAndTrackedToTheGrid)
{
    SmallCounty county = planned();
    const auto mw = [&](const char *day) { return county.figure(u"pv_grid_mw"_s, {{u"batch"_s, u"P1c"_s}}, day); };
    const auto villages = [&](const char *day) {
        return county.figure(u"pv_villages"_s, {{u"batch"_s, u"P1c"_s}}, day);
    };
    EXPECT_NEAR(mw("2019-02-01").second, 189.392, 1e-9) << "as planned";
    EXPECT_EQ(mw("2019-02-01").first, 0);
    EXPECT_EQ(villages("2019-02-01"), Figure(0, k_villageCount));
    // Approved, built and connected village by village; each step on a day of its own.
    double connected_kW = 0;
    for (int i = 0; i < k_villageCount; ++i) {
        const auto row = static_cast<std::size_t>(i);
        county.mark(k_stations, row, u"APPROVED"_s, u"2019-03-01"_s);
        county.mark(k_stations, row, u"CONSTRUCTING"_s, u"2019-04-01"_s);
        county.mark(k_stations, row, u"COMPLETED"_s, u"2019-09-01"_s);
        if (i < 200) {
            county.mark(k_stations, row, u"GRID_CONNECTED"_s, u"2019-10-01"_s);
            connected_kW += kwOf(i);
        } else {
            county.mark(k_stations, row, u"GRID_CONNECTED"_s, u"2019-12-30"_s);
        }
    }
    EXPECT_EQ(mw("2019-09-30").first, 0) << "completed is not connected";
    EXPECT_NEAR(mw("2019-10-01").first, connected_kW / 1000, 1e-6);
    EXPECT_EQ(villages("2019-10-01"), Figure(200, k_villageCount));
    EXPECT_NEAR(mw("2019-12-31").first, 189.392, 1e-6) << "before the year is over";
    EXPECT_EQ(villages("2019-12-31"), Figure(k_villageCount, k_villageCount));
    const Figure rate = county.figure(u"pv_grid_rate"_s, {}, "2019-12-31");
    EXPECT_NEAR(rate.first / rate.second, 1, 1e-12);
    // 664.5 kW a village is more than the rules have: pointed out, and counted all the same.
    EXPECT_EQ(county.found(u"photovoltaic.village_kw"_s).size(), static_cast<std::size_t>(k_villageCount));
    // One is taken off the grid for good: out of both numbers. One is out of order: in both.
    county.mark(k_stations, 0, u"RETIRED"_s, u"2020-03-01"_s);
    county.mark(k_stations, 1, u"OPERATING"_s, u"2020-01-10"_s);
    county.mark(k_stations, 1, u"FAULT"_s, u"2020-03-01"_s);
    EXPECT_NEAR(mw("2020-03-01").first, 189.392 - kwOf(0) / 1000, 1e-6);
    EXPECT_EQ(villages("2020-03-01"), Figure(k_villageCount - 1, k_villageCount - 1));
}

TEST(PhotovoltaicPlan, S04HasItsTwoNumbers)
{
    SmallCounty county;
    const QString village = villageCode(0);
    county.add(k_villages, {{u"code"_s, village}, {u"name"_s, u"甲"_s}});
    county.add(k_stations, {{u"code"_s, u"G"_s},
                            {u"village_code"_s, village},
                            {u"capacity_kw"_s, u"400"_s},
                            {u"grid_on"_s, u"2019-01-01"_s}});
    for (int i = 0; i < 100; ++i) {
        county.add(k_households,
                   {{u"hh_id"_s, QString::number(i)}, {u"village_code"_s, village}, {u"poor_attr"_s, u"GENERAL"_s}});
    }
    const auto pay = [&](int household, int yuan) {
        county.add(k_paid, {{u"station_code"_s, u"G"_s},
                            {u"hh_id"_s, QString::number(household)},
                            {u"use_kind"_s, u"POST_WAGE"_s},
                            {u"amount"_s, QString::number(yuan)},
                            {u"paid_on"_s, u"2020-03-01"_s}});
    };
    for (int i = 0; i < 79; ++i) {
        pay(i, 1500);
    }
    EXPECT_EQ(county.figure(u"pv_cover_rate"_s), Figure(79, 100)) << "one short of 80 %";
    pay(79, 1400);
    EXPECT_EQ(county.figure(u"pv_cover_rate"_s), Figure(80, 100));
    EXPECT_EQ(county.figure(u"pv_income_avg"_s), Figure(79 * 1500 + 1400, 80)) << "1,498.75 on average";
    EXPECT_EQ(county.figure(u"pv_income_ok_rate"_s), Figure(79, 80));
    pay(79, 100);
    EXPECT_EQ(county.figure(u"pv_income_avg"_s), Figure(80 * 1500, 80));
    EXPECT_EQ(county.figure(u"pv_income_ok_rate"_s), Figure(80, 80));
}

} // namespace
} // namespace cuntu::photovoltaic
