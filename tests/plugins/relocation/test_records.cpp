// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/records.h"
#include "tests/plugins/relocation/relocation_county.h"

#include <QJsonArray>

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {
namespace {

/// Households 0 to 3 that are to move; 0 to 2 have moved in.
void addMovers(SmallCounty &county)
{
    for (int i = 0; i < 4; ++i) {
        const auto row = county.add(k_households, {{u"hh_id"_s, QString::number(i)},
                                                   {u"mover_type"_s, u"REGISTERED"_s},
                                                   {u"reloc_site"_s, u"S"_s},
                                                   {u"village_code"_s, u"361199100200"_s}});
        if (i < 3) {
            county.mark(k_households, row, u"MOVED_IN"_s, u"2019-05-01"_s);
        }
    }
}

TEST(FollowUps, CountWorkOnTheDayOfThoseWhoMovedIn)
{
    SmallCounty county;
    addMovers(county);
    const auto support = [&](const QString &household, const QString &kind, const QString &since,
                             const QString &until = {}) {
        Fields fields{{u"hh_id"_s, household}, {u"follow_kind"_s, kind}, {u"since"_s, since}};
        if (!until.isEmpty()) {
            fields[u"until"_s] = until;
        }
        county.add(k_followUps, fields);
    };
    support(u"0"_s, u"JOB"_s, u"2019-06-01"_s, u"2020-06-29"_s);         // over the day before
    support(u"0"_s, u"TRAINING"_s, u"2019-06-01"_s);                     // is no work
    support(u"1"_s, u"PUBLIC_POST"_s, u"2020-06-30"_s, u"2020-06-30"_s); // that very day
    support(u"3"_s, u"BUSINESS"_s, u"2019-06-01"_s);                     // has not moved in
    EXPECT_EQ(county.figure(u"follow_up_work_rate"_s), Figure(1, 3));
    support(u"2"_s, u"BUSINESS"_s, u"2020-01-01"_s);
    support(u"2"_s, u"JOB"_s, u"2020-01-01"_s); // twice is once
    EXPECT_EQ(county.figure(u"follow_up_work_rate"_s), Figure(2, 3));
}

TEST(DoubleBenefit, NamesBothRecords)
{
    SmallCounty county;
    addMovers(county);
    county.add(k_households, {{u"hh_id"_s, u"stays"_s}});
    county.add(k_renovations, {{u"code"_s, u"W-7"_s}, {u"hh_id"_s, u"2"_s}});
    county.add(k_renovations, {{u"code"_s, u"W-8"_s}, {u"hh_id"_s, u"stays"_s}});
    county.add(k_renovations, {{u"code"_s, u"W-9"_s}, {u"hh_id"_s, u"unknown"_s}});
    const auto found = county.found(u"relocation.double_benefit"_s);
    ASSERT_EQ(found.size(), 1U);
    for (const auto &word : {u"2"_s, u"S"_s, u"W-7"_s}) {
        EXPECT_TRUE(found.front().sentence.contains(word)) << found.front().sentence.toStdString();
    }
}

TEST(Quota, IsOfTheAreaThatIsToBeReclaimed)
{
    SmallCounty county;
    for (int i = 0; i < 3; ++i) {
        const auto row =
            county.add(k_homesteads, {{u"code"_s, u"H%1"_s.arg(i)}, {u"reclaim_mu"_s, i == 0 ? u"0.5"_s : u"1"_s}});
        county.mark(k_homesteads, row, i == 0 ? u"QUOTA_TRADED"_s : u"RECLAIMED"_s, u"2019-05-01"_s);
    }
    EXPECT_EQ(county.figure(u"quota_rate"_s), Figure(0.5, 2.5));
    EXPECT_EQ(county.figure(u"reclaim_rate"_s), Figure(2.5, 2.5));
}

/// Settlements A and B near the sites S and T; two households of A and one of B are to move, one of B has.
TEST(SitingAdoption, SetsTheSiteOfTheHouseholdsThatAreStillToMove)
{
    SmallCounty county;
    county.add(k_settlements, {{u"code"_s, u"A"_s}, {u"@x"_s, u"0"_s}, {u"@y"_s, u"0"_s}});
    county.add(k_settlements, {{u"code"_s, u"B"_s}, {u"@x"_s, u"100"_s}, {u"@y"_s, u"0"_s}});
    county.add(k_sites, {{u"code"_s, u"S"_s}, {u"name"_s, u"东苑"_s}, {u"@x"_s, u"1"_s}, {u"@y"_s, u"0"_s}});
    county.add(k_sites, {{u"code"_s, u"T"_s}, {u"name"_s, u"西苑"_s}, {u"@x"_s, u"99"_s}, {u"@y"_s, u"0"_s}});
    std::vector<std::size_t> rows;
    for (const auto &[number, home] :
         {std::pair{u"1"_s, u"A"_s}, {u"2"_s, u"B"_s}, {u"3"_s, u"A"_s}, {u"4"_s, u"B"_s}}) {
        rows.push_back(county.add(k_households,
                                  {{u"hh_id"_s, number}, {u"mover_type"_s, u"SYNC"_s}, {u"settlement_code"_s, home}}));
    }
    county.add(k_households, {{u"hh_id"_s, u"5"_s}, {u"settlement_code"_s, u"A"_s}}); // stays
    county.mark(k_households, rows[3], u"MOVED_IN"_s, u"2019-05-01"_s);
    const Algorithm *algorithm = wholeRegistry().findAlgorithm(u"relocation.p_median");
    const auto values = ParameterValues::parse(
        algorithm->parameters,
        {{u"demand"_s, id(k_settlements)}, {u"candidates"_s, id(k_sites)}, {u"sites"_s, u"2"_s}});
    ASSERT_TRUE(values);
    const auto outcome = algorithm->run({county, *values, day("2020-06-30")}, JobContext());
    ASSERT_TRUE(outcome) << outcome.error().toText().toStdString();
    EXPECT_EQ(outcome->figures[u"sites"_s].toArray().first().toString(), u"东苑"_s) << "by name, for people";
    std::vector<std::string> sites;
    for (const ProposedMark &mark : outcome->marks) {
        EXPECT_EQ(mark.layer, id(k_households));
        EXPECT_TRUE(mark.status.isEmpty());
        sites.push_back(std::get<std::string>(mark.values.at(u"reloc_site"_s)));
    }
    EXPECT_EQ(sites, (std::vector<std::string>{"S", "T", "S"})) << "by code, for the register";
}

} // namespace
} // namespace cuntu::relocation
