// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/declare.h"
#include "tests/plugins/water/water_county.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {
namespace {

const QString k_village = u"361199100200"_s;

/// Two settlements of 60 and 40 persons in one village, and small works in service since 2018 that serve @p served of
/// them.
SmallCounty county(const QString &served, Fields works = {})
{
    SmallCounty made;
    made.add(
        k_settlements,
        {{u"code"_s, u"A"_s}, {u"name"_s, u"甲"_s}, {u"village_code"_s, k_village}, {u"pop_registered"_s, u"60"_s}});
    made.add(k_settlements, {{u"code"_s, u"B"_s},
                             {u"name"_s, u"乙"_s},
                             {u"village_code"_s, k_village},
                             {u"pop_registered"_s, u"30"_s},
                             {u"pop_resident"_s, u"40"_s}});
    made.add(k_villages, {{u"code"_s, k_village}, {u"poor_village"_s, u"1"_s}});
    works.insert({{u"code"_s, u"W1"_s},
                  {u"served"_s, k_village},
                  {u"served_pop"_s, served},
                  {u"supply_mode"_s, u"CENTRAL_SMALL"_s},
                  {u"delivery"_s, u"TAP_HOUSE"_s},
                  {u"lpcd"_s, u"70"_s},
                  {u"quality"_s, u"PASS"_s},
                  {u"outage_days"_s, u"10"_s}});
    made.mark(k_works, made.add(k_works, std::move(works)), u"IN_SERVICE"_s, u"2018-01-01"_s);
    return made;
}

using Figure = std::pair<double, double>;

TEST(WaterSurvey, PersonsServedAreSpreadOverTheList)
{
    const SmallCounty small = county(u"50"_s);
    EXPECT_EQ(small.figure(u"tap_rate"_s), Figure(50, 100)) << "the larger of registered and resident";
    EXPECT_EQ(small.figure(u"safe_rate"_s), Figure(50, 100));
    EXPECT_EQ(small.figure(u"tap_rate"_s, {}, "2017-12-31"), Figure(0, 100)) << "not in service yet";
    EXPECT_EQ(small.figure(u"village_tap_rate"_s), Figure(1, 1));
    EXPECT_EQ(small.figure(u"village_tap_rate"_s, {{u"least_share"_s, u"51"_s}}), Figure(0, 1));
    EXPECT_EQ(small.figure(u"central_small_pop"_s).first + small.figure(u"unsupplied_pop"_s).first, 100);
    EXPECT_EQ(county(u"5000"_s).figure(u"tap_rate"_s), Figure(100, 100)) << "nobody is counted twice";
}

TEST(WaterSurvey, AListMayNameASettlement)
{
    EXPECT_EQ(county(u"30"_s, {{u"served"_s, u"B"_s}}).figure(u"tap_rate"_s), Figure(30, 100));
}

TEST(WaterSurvey, TwoWorksAddUpToNoMoreThanThereAre)
{
    SmallCounty small = county(u"50"_s);
    const auto more = small.add(k_works, {{u"code"_s, u"W2"_s},
                                          {u"served"_s, k_village},
                                          {u"served_pop"_s, u"30"_s},
                                          {u"supply_mode"_s, u"DISPERSED"_s},
                                          {u"delivery"_s, u"STANDPIPE"_s}});
    small.mark(k_works, more, u"ACCEPTED"_s, u"2019-01-01"_s);
    EXPECT_EQ(small.figure(u"tap_rate"_s), Figure(50, 100));
    EXPECT_EQ(small.figure(u"dispersed_pop"_s), Figure(30, 100));
    EXPECT_EQ(small.surveyed().claims[0].size(), 2U);
}

TEST(WaterSurvey, WhatASettlementStatesIsAboutAllOfIt)
{
    SmallCounty small;
    small.add(k_settlements, {{u"code"_s, u"A"_s},
                              {u"village_code"_s, k_village},
                              {u"pop_registered"_s, u"60"_s},
                              {u"supply_mode"_s, u"URBAN_EXT"_s},
                              {u"delivery"_s, u"TAP_HOUSE"_s},
                              {u"supplied_pop"_s, u"45"_s},
                              {u"supplied_on"_s, u"2019-05-01"_s}});
    EXPECT_EQ(small.figure(u"tap_rate"_s), Figure(45, 60));
    EXPECT_EQ(small.figure(u"safe_rate"_s), Figure(0, 60)) << "untested";
    EXPECT_EQ(small.figure(u"tap_rate"_s, {}, "2019-04-30"), Figure(0, 60));
}

TEST(WaterSurvey, WorksThatAreNamedMustSupply)
{
    SmallCounty small = county(u"0"_s);
    small.add(k_settlements, {{u"code"_s, u"C"_s},
                              {u"village_code"_s, u"361199100201"_s},
                              {u"pop_registered"_s, u"10"_s},
                              {u"works_code"_s, u"W1"_s},
                              {u"delivery"_s, u"TAP_YARD"_s}});
    EXPECT_EQ(small.figure(u"tap_rate"_s), Figure(10, 110));
    EXPECT_EQ(small.figure(u"tap_rate"_s, {}, "2017-12-31"), Figure(0, 110));
}

TEST(WaterSurvey, TwoSourcesTakeTheBetterWayAndTheWorseQuality)
{
    SmallCounty small = county(u"0"_s);
    const auto second = small.add(k_works, {{u"code"_s, u"W2"_s},
                                            {u"served_pop"_s, u"0"_s},
                                            {u"supply_mode"_s, u"DISPERSED"_s},
                                            {u"delivery"_s, u"CARRY"_s},
                                            {u"lpcd"_s, u"5"_s},
                                            {u"quality"_s, u"FAIL"_s},
                                            {u"outage_days"_s, u"3"_s}});
    small.mark(k_works, second, u"ACCEPTED"_s, u"2019-01-01"_s);
    const auto row =
        small.add(k_settlements, {{u"code"_s, u"C"_s}, {u"pop_registered"_s, u"10"_s}, {u"works_code"_s, u"W2、W1"_s}});
    const Survey survey = small.surveyed();
    const Part &part = survey.parts[survey.places[row].firstPart];
    EXPECT_TRUE(part.supply.hasTap());
    EXPECT_EQ(part.ratings.quality, Rating::Fail);
    EXPECT_EQ(part.supply.lpcd, 75);
    EXPECT_EQ(part.supply.outage_days, 10);
}

TEST(WaterSurvey, SamplesOfTheDayBeforeAndOfTheFuture)
{
    SmallCounty small = county(u"100"_s);
    small.add(
        k_samples,
        {{u"code"_s, u"1"_s}, {u"works_code"_s, u"W1"_s}, {u"taken_on"_s, u"2020-05-01"_s}, {u"result"_s, u"FAIL"_s}});
    small.add(
        k_samples,
        {{u"code"_s, u"2"_s}, {u"works_code"_s, u"W1"_s}, {u"taken_on"_s, u"2020-08-01"_s}, {u"result"_s, u"PASS"_s}});
    EXPECT_EQ(small.figure(u"safe_rate"_s, {}, "2020-04-30"), Figure(100, 100));
    EXPECT_EQ(small.figure(u"safe_rate"_s, {}, "2020-06-30"), Figure(0, 100));
    EXPECT_EQ(small.figure(u"safe_rate"_s, {}, "2020-08-01"), Figure(100, 100));
    EXPECT_EQ(small.figure(u"quality_rate_sample"_s, {}, "2020-06-30"), Figure(0, 1));
    EXPECT_EQ(small.figure(u"quality_rate_sample"_s, {}, "2020-08-01"), Figure(1, 2));
    EXPECT_EQ(small.figure(u"quality_rate_pop"_s, {}, "2020-08-01"), Figure(100, 100));
    EXPECT_EQ(small.figure(u"safe_rate"_s, {}, "2021-08-02"), Figure(0, 100)) << "tested more than a year ago";
}

TEST(WaterSurvey, RecordedOutagesOfTheLastYearCountWhereTheyAreWorse)
{
    SmallCounty small = county(u"100"_s);
    small.add(k_outages, {{u"code"_s, u"1"_s},
                          {u"works_code"_s, u"W1"_s},
                          {u"began_on"_s, u"2020-01-01"_s},
                          {u"ended_on"_s, u"2020-02-10"_s}});
    EXPECT_EQ(small.surveyed().parts[0].supply.outage_days, 40);
    EXPECT_EQ(small.figure(u"safe_rate"_s), Figure(0, 100)) << "more than 36 days";
    EXPECT_EQ(small.figure(u"safe_rate"_s, {}, "2020-01-15"), Figure(100, 100));
}

TEST(WaterSurvey, TheRecordedServiceDecidesUntilATestFails)
{
    SmallCounty small = county(u"0"_s);
    small.mark(k_settlements, 0, u"SAFE"_s, u"2019-01-01"_s);
    EXPECT_EQ(small.figure(u"safe_rate"_s), Figure(60, 100));
    small.mark(k_settlements, 0, u"UNSAFE"_s, u"2020-01-01"_s);
    EXPECT_EQ(small.figure(u"safe_rate"_s), Figure(0, 100));
    EXPECT_EQ(small.figure(u"safe_rate"_s, {}, "2019-12-31"), Figure(60, 100));

    SmallCounty failing = county(u"100"_s);
    failing.mark(k_settlements, 0, u"SAFE"_s, u"2019-01-01"_s);
    failing.add(k_samples, {{u"code"_s, u"1"_s},
                            {u"settlement_code"_s, u"A"_s},
                            {u"taken_on"_s, u"2019-06-01"_s},
                            {u"result"_s, u"FAIL"_s}});
    EXPECT_EQ(failing.figure(u"safe_rate"_s, {}, "2019-05-31"), Figure(100, 100));
    EXPECT_EQ(failing.figure(u"safe_rate"_s, {}, "2019-07-01"), Figure(40, 100));
}

TEST(WaterSurvey, HouseholdsThatMovedCountAtTheirSite)
{
    SmallCounty small = county(u"0"_s);
    small.add(k_settlements, {{u"code"_s, u"SITE"_s},
                              {u"village_code"_s, u"361199100201"_s},
                              {u"pop_registered"_s, u"5"_s},
                              {u"supply_mode"_s, u"URBAN_EXT"_s},
                              {u"delivery"_s, u"TAP_HOUSE"_s}});
    small.add(k_households, {{u"hh_id"_s, u"1"_s},
                             {u"village_code"_s, k_village},
                             {u"settlement_name"_s, u"甲"_s},
                             {u"members"_s, u"4"_s},
                             {u"site_code"_s, u"SITE"_s}});
    small.add(k_households, {{u"hh_id"_s, u"2"_s},
                             {u"village_code"_s, k_village},
                             {u"settlement_name"_s, u"甲"_s},
                             {u"members"_s, u"3"_s},
                             {u"site_code"_s, u"nowhere"_s}});
    EXPECT_EQ(small.figure(u"tap_rate"_s), Figure(9, 105)) << "56 and 40 and 5 + 4";
    EXPECT_EQ(small.figure(u"tap_rate"_s, {{u"per"_s, u"households"_s}}), Figure(4, 7));
    const Survey survey = small.surveyed(Per::Households);
    EXPECT_EQ(survey.layer->column(u"village_code"_s)->text(0), "361199100201");
    EXPECT_EQ(survey.layer->column(u"village_code"_s)->text(1), k_village.toStdString());
}

TEST(WaterSurvey, HouseholdsKnowMoreThanTheirSettlement)
{
    SmallCounty small = county(u"100"_s);
    const auto household = [&](const QString &number, Fields fields) {
        fields.insert({{u"hh_id"_s, number},
                       {u"village_code"_s, k_village},
                       {u"settlement_name"_s, u"甲"_s},
                       {u"members"_s, u"1"_s}});
        small.add(k_households, std::move(fields));
    };
    household(u"1"_s, {});
    household(u"2"_s, {{u"lpcd"_s, u"0"_s}});
    household(u"3"_s, {{u"refused"_s, u"1"_s}});
    household(u"4"_s, {{u"supply_mode"_s, u"NONE"_s}});
    EXPECT_EQ(small.figure(u"tap_rate"_s, {{u"per"_s, u"households"_s}}), Figure(1, 4));
}

TEST(WaterSurvey, ARuleSetOfTheProjectIsFoundAndAnUnknownOneIsRefused)
{
    SmallCounty small = county(u"100"_s);
    small.add(k_ruleSets, {{u"code"_s, u"STRICT"_s}, {u"basic_lpcd"_s, u"80"_s}, {u"full_lpcd"_s, u"90"_s}});
    EXPECT_EQ(small.figure(u"safe_rate"_s, {{u"rule_set"_s, u"STRICT"_s}}), Figure(0, 100));
    EXPECT_THROW(small.figure(u"safe_rate"_s, {{u"rule_set"_s, u"NONE"_s}}), std::runtime_error);
}

TEST(WaterProjects, CancelledOnesLeaveWithADocumentOnly)
{
    SmallCounty small;
    for (int i = 0; i < 3; ++i) {
        small.add(k_projects, {{u"code"_s, QString::number(i)}, {u"project_kind"_s, i < 2 ? u"RIVER"_s : u"LAND"_s}});
    }
    small.mark(k_projects, 0, u"ACCEPTED"_s, u"2019-01-01"_s);
    small.mark(k_projects, 1, u"CANCELLED"_s, u"2019-01-01"_s);
    EXPECT_EQ(small.figure(u"water_projects_rate"_s), Figure(1, 3));
    EXPECT_EQ(small.figure(u"water_projects_rate"_s, {{u"project_kind"_s, u"RIVER"_s}}), Figure(1, 2));
    small.mark(k_projects, 1, u"CANCELLED"_s, u"2019-02-01"_s, 7);
    EXPECT_EQ(small.figure(u"water_projects_rate"_s, {{u"project_kind"_s, u"RIVER"_s}}), Figure(1, 1));
}

TEST(WaterProjects, CountByTheirSizeWhereItIsKnown)
{
    SmallCounty small;
    for (const char16_t *mu : {u"300", u"700", u""}) {
        small.add(k_projects, {{u"code"_s, u"P"_s + QString::fromUtf16(mu)},
                               {u"project_kind"_s, u"FARMLAND"_s},
                               {u"quantity"_s, QString::fromUtf16(mu)}});
    }
    small.mark(k_projects, 0, u"ACCEPTED"_s, u"2019-01-01"_s);
    small.mark(k_projects, 2, u"ACCEPTED"_s, u"2019-01-01"_s);
    EXPECT_EQ(small.figure(u"water_projects_size_rate"_s), Figure(300, 1000));
    EXPECT_EQ(small.figure(u"water_projects_size_rate"_s, {{u"project_kind"_s, u"RIVER"_s}}), Figure(0, 0));
}

/// Findings of check @p rule.
std::size_t findings(const SmallCounty &small, const QString &rule)
{
    for (const Check &check : wholeRegistry().checks) {
        if (check.id == rule) {
            return check.run(small, JobContext())->size();
        }
    }
    return 999;
}

TEST(WaterChecks, EachFindsItsFaultAndNothingInGoodData)
{
    const QStringList rules{
        u"water.below_users"_s,        u"water.capacity_zero"_s,   u"water.crowded"_s,        u"water.two_works"_s,
        u"water.served_beyond_list"_s, u"water.unknown_village"_s, u"water.future_samples"_s, u"water.sites"_s};
    const SmallCounty good = county(u"100"_s, {{u"design_m3d"_s, u"10"_s}, {u"design_pop"_s, u"100"_s}});
    for (const QString &rule : rules) {
        EXPECT_EQ(findings(good, rule), 0U) << rule.toStdString();
    }
    SmallCounty bad = county(u"121"_s, {{u"design_m3d"_s, u"0"_s},
                                        {u"design_pop"_s, u"100"_s},
                                        {u"elevation_m"_s, u"90"_s},
                                        {u"served"_s, u"A;乌有村"_s}});
    bad.add(k_settlements, {{u"code"_s, u"H"_s}, {u"pop_registered"_s, u"5"_s}, {u"elevation_m"_s, u"95"_s}});
    bad.mark(k_works, bad.add(k_works, {{u"code"_s, u"W2"_s}, {u"served"_s, u"A,H"_s}, {u"elevation_m"_s, u"91"_s}}),
             u"ACCEPTED"_s, u"2018-01-01"_s);
    bad.mark(
        k_works,
        bad.add(k_works,
                {{u"code"_s, u"W3"_s}, {u"served"_s, u"H"_s}, {u"elevation_m"_s, u"91"_s}, {u"has_pump"_s, u"1"_s}}),
        u"ACCEPTED"_s, u"2018-01-01"_s);
    bad.add(k_samples, {{u"code"_s, u"1"_s}, {u"taken_on"_s, Day::today().plusDays(2).toIso()}});
    bad.add(k_households, {{u"hh_id"_s, u"1"_s}, {u"site_code"_s, u"nowhere"_s}});
    const std::vector<std::size_t> wanted{1, 1, 1, 2, 1, 1, 1, 1};
    for (qsizetype i = 0; i < rules.size(); ++i) {
        EXPECT_EQ(findings(bad, rules[i]), wanted[static_cast<std::size_t>(i)]) << rules[i].toStdString();
    }
}

TEST(WaterOverlays, SayWhyInOneSentence)
{
    const SmallCounty small = county(u"100"_s, {{u"design_m3d"_s, u"5"_s}, {u"@x"_s, u"10"_s}, {u"@y"_s, u"20"_s}});
    for (const Overlay &overlay : wholeRegistry().overlays) {
        const auto drawn =
            overlay.classify({small, *ParameterValues::parse(overlay.parameters, {}), day("2020-06-30")}, JobContext());
        ASSERT_TRUE(drawn);
        for (const OverlayFeatures &features : *drawn) {
            ASSERT_EQ(features.reasons.size(), features.layer->size());
            for (std::size_t row = 0; row < features.reasons.size(); ++row) {
                EXPECT_FALSE(features.reasons[row].isEmpty());
                EXPECT_LT(features.classes[row], overlay.classes.size());
            }
        }
        const QString first = overlay.classes[drawn->front().classes[0]].id;
        EXPECT_EQ(first, overlay.id == u"water.rating"_s ? u"safe"_s : u"small"_s);
    }
    const auto coverage = wholeRegistry().findOverlay(u"water.coverage");
    const auto drawn =
        coverage->classify({small, *ParameterValues::parse(coverage->parameters, {}), day("2020-06-30")}, JobContext());
    EXPECT_EQ(coverage->classes[(*drawn)[1].classes[0]].id, u"load_far_over"_s) << "100 x 60 L x 1.5 of 5 m3";
    const OverlayFeatures &bars = drawn->at(2);
    ASSERT_EQ(bars.layer->size(), 2U) << "a bar and its frame";
    EXPECT_EQ(coverage->classes[bars.classes[0]].id, u"load_far_over"_s);
    EXPECT_EQ(coverage->classes[bars.classes[1]].id, u"load_frame"_s);
    const Box used = bars.layer->geometry().geometry(0).extent();
    const Box frame = bars.layer->geometry().geometry(1).extent();
    EXPECT_NEAR(used.maxY - used.minY, 1.5 * (frame.maxY - frame.minY), 1e-6) << "180 %, of which 150 are shown";
    EXPECT_EQ(used.minX, frame.minX);
}

TEST(WaterCapacity, PeakAgainstDesign)
{
    const SmallCounty small = county(u"100"_s, {{u"design_m3d"_s, u"10"_s}, {u"actual_m3d"_s, u"4"_s}});
    const Algorithm *algorithm = wholeRegistry().findAlgorithm(u"water.capacity");
    const auto outcome =
        algorithm->run({small, *ParameterValues::parse(algorithm->parameters, {}), day("2020-06-30")}, JobContext());
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->figures[u"over_capacity"_s].toInt(), 0);
    EXPECT_NEAR(outcome->figures[u"spare_m3d"_s].toDouble(), 1, 1e-9); // 10 less 100 x 0.060 x 1.5
    const auto more = algorithm->run(
        {small, *ParameterValues::parse(algorithm->parameters, {{u"peak_factor"_s, u"2"_s}}), day("2020-06-30")},
        JobContext());
    EXPECT_EQ(more->figures[u"over_capacity"_s].toInt(), 1);
}

} // namespace
} // namespace cuntu::water
