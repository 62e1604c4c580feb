// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/stages.h"
#include "tests/plugins/relocation/relocation_county.h"

#include <gtest/gtest.h>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {
namespace {

/// A settlement that is to be withdrawn, with so many households that moved in 2019 and so many that did not.
SmallCounty county(int moved, int left, const Fields &more)
{
    SmallCounty made;
    Fields settlement = more;
    settlement.insert({{u"code"_s, u"A"_s}, {u"to_be_withdrawn"_s, u"1"_s}});
    made.add(k_settlements, settlement);
    for (int i = 0; i < moved + left; ++i) {
        const auto row = made.add(k_households, {{u"hh_id"_s, QString::number(i)}, {u"settlement_code"_s, u"A"_s}});
        if (i < moved) {
            made.mark(k_households, row, u"MOVED_IN"_s, u"2019-05-01"_s);
        }
    }
    return made;
}

const Fields k_approved{{u"withdrawn_on"_s, u"2019-12-31"_s}};

TEST(Withdrawal, AsksForAnApprovalAndForEverybodyToHaveMoved)
{
    EXPECT_EQ(county(3, 0, k_approved).figure(u"village_withdraw_rate"_s), Figure(1, 1));
    EXPECT_EQ(county(3, 0, k_approved).figure(u"village_withdraw_rate"_s, {}, "2019-12-30"), Figure(0, 1));
    EXPECT_EQ(county(2, 1, k_approved).figure(u"village_withdraw_rate"_s), Figure(0, 1)) << "one is still there";
    EXPECT_EQ(county(3, 0, {}).figure(u"village_withdraw_rate"_s), Figure(0, 1)) << "nobody approved it";
    EXPECT_EQ(county(3, 0, k_approved).figure(u"villages_withdrawn"_s).first, 1);
}

TEST(Withdrawal, OfOneWithoutARegisterTheTableMustNotSayThatSomebodyLivesThere)
{
    EXPECT_EQ(county(0, 0, k_approved).figure(u"village_withdraw_rate"_s), Figure(1, 1));
    Fields inhabited = k_approved;
    inhabited.insert({u"hh_resident"_s, u"2"_s});
    EXPECT_EQ(county(0, 0, inhabited).figure(u"village_withdraw_rate"_s), Figure(0, 1));
    EXPECT_EQ(county(3, 0, inhabited).figure(u"village_withdraw_rate"_s), Figure(1, 1)) << "the register knows better";
}

TEST(Withdrawal, FindsHomesByVillageAndName)
{
    SmallCounty made;
    made.add(k_settlements, {{u"code"_s, u"A"_s},
                             {u"name"_s, u"上湾"_s},
                             {u"village_code"_s, u"361199100200"_s},
                             {u"to_be_withdrawn"_s, u"1"_s},
                             {u"withdrawn_on"_s, u"2019-12-31"_s}});
    const auto row =
        made.add(k_households,
                 {{u"hh_id"_s, u"1"_s}, {u"village_code"_s, u"361199100200"_s}, {u"settlement_name"_s, u"上湾"_s}});
    made.add(k_households, {{u"hh_id"_s, u"2"_s},
                            {u"village_code"_s, u"361199100201"_s}, // the same name in another village
                            {u"settlement_name"_s, u"上湾"_s}});
    EXPECT_EQ(made.figure(u"village_withdraw_rate"_s), Figure(0, 1));
    made.mark(k_households, row, u"MOVED_IN"_s, u"2020-01-01"_s);
    EXPECT_EQ(made.figure(u"village_withdraw_rate"_s), Figure(1, 1));
}

TEST(RelocationChecks, FindWhatTheirNamesSay)
{
    SmallCounty county;
    county.add(k_sites, {{u"code"_s, u"S"_s}, {u"planned_dwellings"_s, u"1"_s}});
    for (int i = 0; i < 2; ++i) {
        const auto row = county.add(k_households, {{u"hh_id"_s, QString::number(i)},
                                                   {u"mover_type"_s, u"REGISTERED"_s},
                                                   {u"reloc_site"_s, i == 0 ? u"S"_s : u"T"_s},
                                                   {u"floor_area_m2"_s, i == 0 ? u"75"_s : u"76"_s},
                                                   {u"persons_at_signing"_s, u"3"_s},
                                                   {u"agreement_no"_s, i == 0 ? u"X-1"_s : QString()}});
        county.mark(k_households, row, u"MOVED_IN"_s, u"2019-05-01"_s);
    }
    EXPECT_EQ(county.found(u"relocation.unknown_site"_s).size(), 1U);
    EXPECT_EQ(county.found(u"relocation.area_over"_s).size(), 1U);
    EXPECT_EQ(county.found(u"relocation.will"_s).size(), 1U);
    EXPECT_EQ(county.found(u"relocation.overfull"_s).size(), 0U);
    county.mark(k_households, county.add(k_households, {{u"hh_id"_s, u"9"_s}, {u"reloc_site"_s, u"S"_s}}),
                u"ALLOTTED"_s, u"2019-05-01"_s);
    EXPECT_EQ(county.found(u"relocation.overfull"_s).size(), 1U);
    county.add(k_homesteads, {{u"code"_s, u"H1"_s}, {u"hh_id"_s, u"0"_s}});
    county.add(k_homesteads, {{u"code"_s, u"H2"_s}, {u"hh_id"_s, u"nobody"_s}});
    county.add(k_homesteads, {{u"code"_s, u"H3"_s}, {u"hh_id"_s, u"9"_s}}); // has not moved in
    EXPECT_EQ(county.found(u"relocation.homesteads"_s).size(), 2U);
    county.add(k_homesteads, {{u"code"_s, u"H4"_s}, {u"hh_id"_s, u"9"_s}});
    EXPECT_EQ(county.found(u"relocation.homesteads"_s).size(), 3U);
}

} // namespace
} // namespace cuntu::relocation
