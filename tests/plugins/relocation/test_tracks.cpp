// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/home_finder.h"
#include "plugins/relocation/flows.h"
#include "plugins/relocation/homesteads.h"
#include "tests/plugins/relocation/relocation_county.h"

#include <gtest/gtest.h>

#include <QSet>

#include <random>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {
namespace {

Fields household(const QString &number, const Fields &more = {})
{
    Fields fields = more;
    fields.insert({{u"hh_id"_s, number}, {u"village_code"_s, u"361199100200"_s}, {u"members"_s, u"4"_s}});
    return fields;
}

Fields mover(const QString &number, const Fields &more = {})
{
    Fields fields = household(number, more);
    fields.insert({u"mover_type"_s, u"REGISTERED"_s});
    return fields;
}

TEST(RelocationDeclarations, AreFitToBeFrozen)
{
    QString all;
    for (const Error &problem : wholeRegistry().problems()) {
        all += problem.sentence + u'\n';
    }
    EXPECT_TRUE(all.isEmpty()) << all.toStdString();
}

TEST(RelocationDeclarations, TargetsNameIndicatorsThatTakeTheirParameters)
{
    for (const TargetTemplate &offered : wholeRegistry().targetTemplates) {
        const Indicator *indicator = wholeRegistry().findIndicator(offered.indicator);
        ASSERT_NE(indicator, nullptr) << offered.label.toStdString();
        EXPECT_TRUE(ParameterValues::parse(indicator->parameters, offered.parameters)) << offered.label.toStdString();
    }
}

TEST(RelocationLifeCycles, WordsLeadToOneStatus)
{
    for (const LifeCycle &cycle : {moverCycle(), siteCycle(), homesteadCycle(), buildingCycle()}) {
        QSet<quint32> colours;
        for (const Status &status : cycle.statuses) {
            colours.insert(status.colour);
            EXPECT_EQ(cycle.statusFor(status.name.zh)->id, status.id);
            for (const QString &word : status.synonyms) {
                EXPECT_EQ(cycle.statusFor(word)->id, status.id) << word.toStdString();
            }
        }
        EXPECT_EQ(colours.size(), static_cast<qsizetype>(cycle.statuses.size())) << cycle.id.toStdString();
    }
}

TEST(RelocationLifeCycles, KeysAreNoMove)
{
    const LifeCycle cycle = moverCycle();
    EXPECT_TRUE(cycle.findTransition(u"KEYED", u"MOVED_IN")->needsNote) << "who saw it";
    EXPECT_EQ(cycle.findTransition(u"ALLOTTED", u"MOVED_IN"), nullptr);
    EXPECT_FALSE(cycle.findTransition(u"SIGNED", u"ALLOTTED")->needsNote);
    EXPECT_TRUE(cycle.findTransition(u"MOVED_IN", u"RETURNED")->needsNote);
    EXPECT_EQ(cycle.findTransition(u"MOVED_IN", u"WITHDRAWN"), nullptr);
}

// Stages are read by their place among the statuses.
TEST(RelocationLifeCycles, StagesAreInTheOrderOfTheStatuses)
{
    const auto at = [](const LifeCycle &cycle, auto stage) {
        return cycle.statuses[static_cast<std::size_t>(stage) - 1].id;
    };
    EXPECT_EQ(at(moverCycle(), MoverStage::Identified), u"IDENTIFIED"_s);
    EXPECT_EQ(at(moverCycle(), MoverStage::MovedIn), u"MOVED_IN"_s);
    EXPECT_EQ(at(moverCycle(), MoverStage::OutOfPoverty), u"OUT_OF_POVERTY"_s);
    EXPECT_EQ(at(moverCycle(), MoverStage::Returned), u"RETURNED"_s);
    EXPECT_EQ(at(siteCycle(), SiteStage::Started), u"STARTED"_s);
    EXPECT_EQ(at(siteCycle(), SiteStage::UtilitiesDone), u"UTILITIES_DONE"_s);
    EXPECT_EQ(at(siteCycle(), SiteStage::CommunityRun), u"COMMUNITY_RUN"_s);
    EXPECT_EQ(at(siteCycle(), SiteStage::Cancelled), u"CANCELLED"_s);
    EXPECT_EQ(at(homesteadCycle(), HomesteadStage::Vacated), u"VACATED"_s);
    EXPECT_EQ(at(homesteadCycle(), HomesteadStage::QuotaTraded), u"QUOTA_TRADED"_s);
    EXPECT_EQ(at(homesteadCycle(), HomesteadStage::Transition), u"TRANSITION"_s);
    EXPECT_EQ(moverCycle().statuses.size(), static_cast<std::size_t>(MoverStage::Returned));
    EXPECT_EQ(siteCycle().statuses.size(), static_cast<std::size_t>(SiteStage::Cancelled));
    EXPECT_EQ(homesteadCycle().statuses.size(), static_cast<std::size_t>(HomesteadStage::Transition));
}

TEST(Movers, WhoMovesIsCountedAndNobodyElse)
{
    SmallCounty county;
    county.add(k_households, household(u"1"_s));
    const auto identified = county.add(k_households, mover(u"2"_s));
    const auto there = county.add(k_households, mover(u"3"_s, {{u"persons_at_signing"_s, u"5"_s}}));
    const auto along = county.add(k_households, household(u"4"_s, {{u"mover_type"_s, u"SYNC"_s}}));
    const auto unlisted = county.add(k_households, household(u"5"_s));
    county.mark(k_households, identified, u"IDENTIFIED"_s, u"2018-01-01"_s);
    county.mark(k_households, there, u"MOVED_IN"_s, u"2019-05-01"_s);
    county.mark(k_households, along, u"KEYED"_s, u"2019-05-01"_s);
    county.mark(k_households, unlisted, u"STABLE"_s, u"2020-01-01"_s);
    EXPECT_EQ(county.figure(u"reloc_movein_rate"_s), Figure(2, 4)) << "keys are no move";
    EXPECT_EQ(county.figure(u"reloc_movein_rate"_s, {{u"mover_type"_s, u"REGISTERED"_s}}), Figure(1, 2));
    EXPECT_EQ(county.figure(u"reloc_movein_rate"_s, {}, "2019-04-30"), Figure(0, 3));
    EXPECT_EQ(county.figure(u"reloc_movein_pop_rate"_s), Figure(9, 17)) << "persons at signing go before members";
    EXPECT_EQ(county.figure(u"reloc_allot_rate"_s), Figure(3, 4));
    EXPECT_EQ(county.figure(u"reloc_stable_rate"_s), Figure(1, 4));
    EXPECT_EQ(county.figure(u"reloc_moved_persons"_s).first, 9);
    EXPECT_EQ(county.figure(u"reloc_moved_households"_s).first, 2);
}

TEST(Movers, GivingUpLeavesWithAnApprovalOnly)
{
    SmallCounty county;
    const auto word = county.add(k_households, mover(u"1"_s));
    const auto paper = county.add(k_households, mover(u"2"_s));
    const auto back = county.add(k_households, mover(u"3"_s));
    county.mark(k_households, word, u"WITHDRAWN"_s, u"2019-01-01"_s);
    county.mark(k_households, paper, u"WITHDRAWN"_s, u"2019-01-01"_s, 1);
    county.mark(k_households, back, u"MOVED_IN"_s, u"2018-01-01"_s);
    county.mark(k_households, back, u"RETURNED"_s, u"2019-01-01"_s);
    EXPECT_EQ(county.figure(u"reloc_movein_rate"_s), Figure(0, 2));
    EXPECT_EQ(county.figure(u"reloc_movein_rate"_s, {}, "2018-06-30"), Figure(1, 3));
}

TEST(Movers, DaysOfTheTableCountWhereNothingIsRecorded)
{
    SmallCounty county;
    const Fields days{{u"allotted_on"_s, u"2019-01-10"_s}, {u"moved_in_on"_s, u"2019-06-10"_s}};
    county.add(k_households, mover(u"1"_s, days));
    const auto recorded = county.add(k_households, mover(u"2"_s, days));
    county.mark(k_households, recorded, u"SIGNED"_s, u"2018-01-01"_s);
    EXPECT_EQ(county.figure(u"reloc_movein_rate"_s), Figure(1, 2)) << "the ledger decides where it says anything";
    EXPECT_EQ(county.figure(u"reloc_allot_rate"_s, {}, "2019-02-01"), Figure(1, 2));
    EXPECT_EQ(county.figure(u"reloc_movein_rate"_s, {}, "2019-06-09"), Figure(0, 2));
}

TEST(Movers, UtilitiesAndGradientAreThoseOfTheSite)
{
    SmallCounty county;
    Fields site{{u"code"_s, u"S1"_s}, {u"settlement_code"_s, u"Z9"_s}, {u"gradient"_s, u"MARKET_TOWN"_s}};
    for (const QString &utility : utilityIds()) {
        site.insert({u"has_"_s + utility, utility == u"heating"_s ? u"0"_s : u"1"_s});
    }
    county.add(k_sites, site);
    const auto done = county.add(k_sites, {{u"code"_s, u"S2"_s}, {u"gradient"_s, u"COUNTY_SEAT"_s}});
    county.mark(k_sites, done, u"UTILITIES_DONE"_s, u"2019-01-01"_s);
    for (const auto &[number, code] :
         {std::pair{u"1"_s, u"S1"_s}, {u"2"_s, u"Z9"_s}, {u"3"_s, u"S2"_s}, {u"4"_s, u"??"_s}}) {
        const auto row = county.add(k_households, mover(number, {{u"reloc_site"_s, code}}));
        county.mark(k_households, row, u"MOVED_IN"_s, u"2019-05-01"_s);
    }
    EXPECT_EQ(county.figure(u"reloc_utility_rate"_s), Figure(1, 4));
    EXPECT_EQ(county.figure(u"reloc_utility_rate"_s, {{u"utilities"_s, u"water,power,access,gas,telecom"_s}}),
              Figure(3, 4))
        << "the south has no heating";
    EXPECT_THROW(county.figure(u"reloc_utility_rate"_s, {{u"utilities"_s, u"water,watr"_s}}), std::runtime_error);
    EXPECT_THROW(county.figure(u"reloc_utility_rate"_s, {{u"utilities"_s, u","_s}}), std::runtime_error);
    EXPECT_EQ(county.figure(u"reloc_site_utility_rate"_s), Figure(1, 2));
    EXPECT_EQ(county.figure(u"gradient_share_market_town"_s), Figure(8, 16)) << "by its own code or its settlement's";
    EXPECT_EQ(county.figure(u"gradient_share_county_seat"_s), Figure(4, 16));
}

TEST(Movers, JobsAndFloorArea)
{
    SmallCounty county;
    const auto add = [&](const QString &number, const Fields &more) {
        county.mark(k_households, county.add(k_households, mover(number, more)), u"MOVED_IN"_s, u"2019-05-01"_s);
    };
    add(u"1"_s, {{u"labour_count"_s, u"2"_s},
                 {u"employed_count"_s, u"1"_s},
                 {u"floor_area_m2"_s, u"100"_s},
                 {u"persons_at_signing"_s, u"4"_s}});
    add(u"2"_s, {{u"labour_count"_s, u"1"_s}, {u"floor_area_m2"_s, u"100.1"_s}, {u"persons_at_signing"_s, u"4"_s}});
    add(u"3"_s, {{u"labour_count"_s, u"0"_s}, {u"employed_count"_s, u"1"_s}});
    EXPECT_EQ(county.figure(u"job_rate"_s), Figure(1, 2));
    EXPECT_EQ(county.figure(u"area_ok_rate"_s), Figure(1, 2)) << "25 square metres are allowed, more are not";
    EXPECT_EQ(county.figure(u"area_ok_rate"_s, {{u"most_m2"_s, u"26"_s}}), Figure(2, 2));
}

TEST(Sites, DwellingsAreThoseOfTheBuildingsWhereThereAreAny)
{
    SmallCounty county;
    const auto plain = county.add(k_sites, {{u"code"_s, u"S1"_s}, {u"planned_dwellings"_s, u"10"_s}});
    county.add(k_sites, {{u"code"_s, u"S2"_s}, {u"planned_dwellings"_s, u"30"_s}, {u"started_on"_s, u"2018-01-01"_s}});
    county.add(k_sites, {{u"code"_s, u"S3"_s}}); // nobody says how many
    county.mark(k_sites, plain, u"COMPLETED"_s, u"2019-01-01"_s);
    EXPECT_EQ(county.figure(u"reloc_start_rate"_s), Figure(40, 40));
    EXPECT_EQ(county.figure(u"reloc_finish_rate"_s), Figure(10, 40));
    EXPECT_EQ(county.figure(u"reloc_site_start_rate"_s), Figure(2, 3));

    const auto first =
        county.add(k_buildings, {{u"code"_s, u"B1"_s}, {u"site_code"_s, u"S2"_s}, {u"dwellings"_s, u"18"_s}});
    const auto second =
        county.add(k_buildings, {{u"code"_s, u"B2"_s}, {u"site_code"_s, u"S2"_s}, {u"dwellings"_s, u"12"_s}});
    county.mark(k_buildings, first, u"ACCEPTED"_s, u"2019-06-01"_s);
    county.mark(k_buildings, second, u"CONSTRUCTING"_s, u"2019-06-01"_s);
    EXPECT_EQ(county.figure(u"reloc_finish_rate"_s), Figure(28, 40));
    EXPECT_EQ(county.figure(u"reloc_start_rate"_s), Figure(40, 40));
    EXPECT_EQ(county.figure(u"reloc_start_rate"_s, {}, "2019-05-31"), Figure(10, 40)) << "no building was begun then";
    EXPECT_EQ(county.figure(u"reloc_buildings"_s), Figure(1, 2));
    EXPECT_EQ(county.figure(u"reloc_dwellings"_s).first, 28);
}

TEST(Sites, OneGivenUpLeavesWithAnApprovalOnly)
{
    SmallCounty county;
    const auto word = county.add(k_sites, {{u"code"_s, u"S1"_s}, {u"planned_dwellings"_s, u"10"_s}});
    const auto paper = county.add(k_sites, {{u"code"_s, u"S2"_s}, {u"planned_dwellings"_s, u"30"_s}});
    county.mark(k_sites, word, u"CANCELLED"_s, u"2019-01-01"_s);
    county.mark(k_sites, paper, u"CANCELLED"_s, u"2019-01-01"_s, 1);
    EXPECT_EQ(county.figure(u"reloc_finish_rate"_s), Figure(0, 10));
    EXPECT_EQ(county.figure(u"reloc_community_rate"_s), Figure(0, 1));
}

TEST(Homesteads, ExceptionsAreNotCountedWhileTheyLast)
{
    SmallCounty county;
    const auto add = [&](const QString &code, const QString &mu) {
        return county.add(k_homesteads, {{u"code"_s, code}, {u"reclaim_mu"_s, mu}});
    };
    const auto vacated = add(u"H1"_s, u"0.3"_s);
    const auto reclaimed = add(u"H2"_s, u"0.5"_s);
    const auto shared = add(u"H3"_s, u"0.2"_s);
    county.add(k_homesteads, {{u"code"_s, u"H4"_s}, {u"must_vacate"_s, u"0"_s}, {u"reclaim_mu"_s, u"1"_s}});
    county.add(k_homesteads, {{u"code"_s, u"H5"_s}, {u"demolished_on"_s, u"2019-03-01"_s}});
    county.mark(k_homesteads, vacated, u"VACATED"_s, u"2019-01-01"_s);
    county.mark(k_homesteads, reclaimed, u"RECLAIMED"_s, u"2019-01-01"_s);
    county.mark(k_homesteads, shared, u"SHARED_WALL"_s, u"2019-01-01"_s);
    county.mark(k_homesteads, shared, u"VACATED"_s, u"2020-01-01"_s);
    EXPECT_EQ(county.figure(u"old_vacate_rate"_s, {}, "2019-06-30"), Figure(3, 3));
    EXPECT_EQ(county.figure(u"old_vacate_rate"_s), Figure(4, 4));
    EXPECT_EQ(county.figure(u"old_demolish_rate"_s), Figure(2, 4));
    EXPECT_EQ(county.figure(u"reclaim_rate"_s), Figure(0.5, 1.0));
}

TEST(Flows, JoinEachSettlementWithEachOfItsSites)
{
    SmallCounty county;
    county.add(k_settlements, {{u"code"_s, u"A"_s}, {u"@x"_s, u"0"_s}, {u"@y"_s, u"0"_s}});
    county.add(k_settlements, {{u"code"_s, u"B"_s}, {u"@x"_s, u"10"_s}, {u"@y"_s, u"0"_s}});
    county.add(k_settlements, {{u"code"_s, u"C"_s}}); // nobody knows where
    county.add(k_sites, {{u"code"_s, u"S"_s}, {u"@x"_s, u"5"_s}, {u"@y"_s, u"7"_s}});
    for (const auto &[number, from] :
         {std::pair{u"1"_s, u"B"_s}, {u"2"_s, u"A"_s}, {u"3"_s, u"B"_s}, {u"4"_s, u"C"_s}}) {
        const auto row =
            county.add(k_households, mover(number, {{u"settlement_code"_s, from}, {u"reloc_site"_s, u"S"_s}}));
        if (number != u"1"_s) {
            county.mark(k_households, row, u"MOVED_IN"_s, u"2019-05-01"_s);
        }
    }
    const auto movers = readMovers(county, day("2020-06-30"), HomeFinder::householdFields(), JobContext());
    ASSERT_TRUE(movers);
    const auto withdrawals = readWithdrawals(county, *movers, day("2020-06-30"), {}, JobContext());
    ASSERT_TRUE(withdrawals);
    const Flows flows = flowsOf(*movers, *withdrawals);
    ASSERT_EQ(flows.flows.size(), 2U);
    EXPECT_EQ(flows.flows[1].households, 2U);
    EXPECT_EQ(flows.flows[1].moved, 1U);
    EXPECT_EQ(flows.flows[1].persons, 8);
    ASSERT_EQ(flows.layer->size(), 2U);
    EXPECT_EQ(flows.layer->geometry().firstPoint(1).x, 10);
    EXPECT_EQ(flows.layer->geometry().part(1).back().y, 7);
}

TEST(RelocationOverlay, SaysOfEachThingHowFarItIs)
{
    SmallCounty county;
    county.add(k_settlements, {{u"code"_s, u"A"_s}, {u"@x"_s, u"0"_s}, {u"@y"_s, u"0"_s}});
    county.mark(k_sites, county.add(k_sites, {{u"code"_s, u"S"_s}, {u"@x"_s, u"5"_s}, {u"@y"_s, u"7"_s}}),
                u"OCCUPIED"_s, u"2019-01-01"_s);
    const Fields moves{{u"settlement_code"_s, u"A"_s}, {u"reloc_site"_s, u"S"_s}};
    county.mark(k_households, county.add(k_households, mover(u"1"_s, moves)), u"MOVED_IN"_s, u"2019-05-01"_s);
    county.add(k_households, mover(u"2"_s, moves));
    county.add(k_homesteads, {{u"code"_s, u"H1"_s}});
    const Overlay *overlay = wholeRegistry().findOverlay(u"relocation.progress");
    const auto parameters = ParameterValues::parse(overlay->parameters, {});
    const auto layers = overlay->classify({county, *parameters, day("2020-06-30")}, JobContext());
    ASSERT_TRUE(layers);
    QStringList said;
    for (const OverlayFeatures &each : *layers) {
        ASSERT_EQ(each.classes.size(), each.layer->size());
        for (const std::uint8_t one : each.classes) {
            said << (one == OverlayFeatures::k_noClass ? u"-"_s : overlay->classes[one].id);
        }
    }
    EXPECT_EQ(said, QStringList({u"flow_planned"_s, u"partly_moved"_s, u"old_kept"_s, u"site_lived"_s}));
}

// Any history of statuses: figures equal those of a naive reading of the newest status.
TEST(MoversProperty, FiguresFollowTheNewestStatus)
{
    std::mt19937 random(20201127);
    const LifeCycle cycle = moverCycle();
    for (int round = 0; round < 50; ++round) {
        SmallCounty county;
        double moved = 0;
        double all = 0;
        for (int h = 0; h < 12; ++h) {
            const auto row = county.add(k_households, mover(QString::number(h)));
            QString newest;
            bool documented = false;
            for (int year = 2015; year <= 2022; ++year) {
                if (random() % 2 == 0) {
                    continue;
                }
                const QString status = cycle.statuses[random() % cycle.statuses.size()].id;
                const bool paper = random() % 2 == 0;
                county.mark(k_households, row, status, QStringLiteral("%1-06-30").arg(year), paper ? 1 : 0);
                if (year <= 2020) {
                    newest = status;
                    documented = paper;
                }
            }
            const bool gone = newest == u"WITHDRAWN"_s && documented;
            all += gone ? 0 : 1;
            moved += newest == u"MOVED_IN"_s || newest == u"STABLE"_s || newest == u"OUT_OF_POVERTY"_s ? 1 : 0;
        }
        EXPECT_EQ(county.figure(u"reloc_movein_rate"_s), Figure(moved, all));
    }
}

} // namespace
} // namespace cuntu::relocation
