// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/areas/area_changes.h"

#include <gtest/gtest.h>

namespace cuntu {
namespace {

AreaCode code(const char *digits)
{
    return AreaCode::parse(QString::fromLatin1(digits)).value_or(AreaCode());
}

using List = std::vector<std::pair<const char *, const char *>>;

std::vector<ListedArea> listed(const List &list)
{
    std::vector<ListedArea> areas;
    for (const auto &[digits, name] : list) {
        areas.push_back({code(digits), QString::fromUtf8(name)});
    }
    return areas;
}

Day day(const char *iso)
{
    return *Day::fromIso(QString::fromLatin1(iso));
}

AreaChanges compared(const List &older, const List &newer, const GroundShares &shares = {})
{
    return compareAreas(listed(older), listed(newer), day("2021-06-30"), shares);
}

/// "kind from>to" of each change, codes without the county's digits.
std::vector<std::string> changes(const List &older, const List &newer, const GroundShares &shares = {})
{
    std::vector<std::string> all;
    for (const AreaChange &change : compared(older, newer, shares).changes) {
        all.push_back((toString(change.kind) + QLatin1Char(' ') + change.from.code.toString().mid(6) +
                       QLatin1Char('>') + change.to.code.toString().mid(6))
                          .toStdString());
    }
    return all;
}

using Changes = std::vector<std::string>;

constexpr std::pair<const char *, const char *> k_town{"361126100", "甲镇"};

TEST(AreaChanges, EqualListsSayNothing)
{
    const List list{k_town, {"361126100201", "东村"}, {"361126100202", "西村"}};
    EXPECT_EQ(changes(list, list), Changes());
    EXPECT_TRUE(compared(list, list).notes.empty());
    EXPECT_TRUE(compared(list, list).events().empty());
}

TEST(AreaChanges, ANewNameUnderTheSameCode)
{
    EXPECT_EQ(changes({k_town, {"361126100201", "东村"}}, {k_town, {"361126100201", "东方红村"}}),
              Changes{"renamed 100201>100201"});
}

TEST(AreaChanges, AVillageThatBecameACommunityHasAnotherCode)
{
    const List older{k_town, {"361126100201", "莲湖村民委员会"}, {"361126100202", "西村"}};
    const List newer{k_town, {"361126100005", "莲湖居民委员会"}, {"361126100202", "西村"}};
    EXPECT_EQ(changes(older, newer), Changes{"recoded 100201>100005"});
    const auto events = compared(older, newer).events();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].kind, AreaEvent::Kind::Recoded);
    EXPECT_EQ(events[0].date, day("2021-06-30"));
}

TEST(AreaChanges, WithTwoOfOneBareNameTheWholeNamesDecide)
{
    const List older{k_town, {"361126100001", "南岩社区居委会"}, {"361126100203", "南岩村民委员会"}};
    EXPECT_EQ(changes(older, {k_town, {"361126100002", "南岩社区居委会"}, {"361126100205", "南岩村民委员会"}}),
              (Changes{"recoded 100001>100002", "recoded 100203>100205"}));
    EXPECT_EQ(changes(older, {k_town, {"361126100007", "南岩居委会"}}),
              (Changes{"gone 100001>", "gone 100203>", "new >100007"}))
        << "either of the two may be meant";
}

TEST(AreaChanges, CodesThatWentToOtherVillagesAreFollowedByName)
{
    EXPECT_EQ(changes({k_town, {"361126100201", "东村"}, {"361126100202", "西村"}},
                      {k_town, {"361126100201", "西村"}, {"361126100202", "东村"}}),
              (Changes{"recoded 100201>100202", "recoded 100202>100201"}));
}

TEST(AreaChanges, ATownshipWithAnotherCodeTakesItsVillagesAlong)
{
    const List older{{"361126104", "南岩镇"}, {"361126104200", "宝峰村"}, {"361126104201", "栗桥村"}};
    const List newer{{"361126003", "南岩街道"}, {"361126003200", "宝峰村"}, {"361126003201", "栗桥村"}};
    const Changes all{"recoded 104>003", "recoded 104200>003200", "recoded 104201>003201"};
    EXPECT_EQ(changes(older, newer), all);
    EXPECT_EQ(changes(older, {newer[1], newer[2]}), all) << "a list of villages alone shows it too";
    EXPECT_EQ(changes(older, {newer[0]}), Changes{"recoded 104>003"}) << "a list of townships says nothing of villages";
}

TEST(AreaChanges, AVillageThatWentToAnotherTownship)
{
    const List older{k_town, {"361126101", "乙乡"}, {"361126100201", "东村"}, {"361126101201", "西村"}};
    const List newer{k_town, {"361126101", "乙乡"}, {"361126101205", "东村"}, {"361126101201", "西村"}};
    EXPECT_EQ(changes(older, newer), Changes{"recoded 100201>101205"});
}

TEST(AreaChanges, ANameThatJoinsTwoIsAMerger)
{
    const List older{k_town, {"361126100201", "安丰村"}, {"361126100202", "梁垛村"}, {"361126100203", "西村"}};
    EXPECT_EQ(changes(older, {k_town, {"361126100210", "安丰梁垛村"}, {"361126100203", "西村"}}),
              (Changes{"merged 100201>100210", "merged 100202>100210"}));
    EXPECT_EQ(changes(older, {k_town, {"361126100201", "安丰梁垛村"}, {"361126100203", "西村"}}),
              (Changes{"renamed 100201>100201", "merged 100202>100201"}))
        << "one of them kept the code";
    EXPECT_EQ(changes(older, {k_town, {"361126100210", "安梁村"}, {"361126100203", "西村"}}),
              (Changes{"merged 100201>100210", "merged 100202>100210"}))
        << "a character of each";
}

TEST(AreaChanges, ACharacterThatSeveralHaveDecidesNothing)
{
    const List older{k_town, {"361126100201", "安丰村"}, {"361126100202", "梁垛村"}, {"361126100203", "梁家村"}};
    EXPECT_EQ(changes(older, {k_town, {"361126100210", "安梁村"}}),
              (Changes{"gone 100201>", "gone 100202>", "gone 100203>", "new >100210"}));
}

TEST(AreaChanges, NamesThatBeginWithOneThatIsGoneAreASplit)
{
    EXPECT_EQ(changes({k_town, {"361126100201", "红旗村"}},
                      {k_town, {"361126100211", "红旗一村"}, {"361126100212", "红旗二村"}}),
              (Changes{"split 100201>100211", "split 100201>100212"}));
}

TEST(AreaChanges, WithoutOutlinesAClosureIsNotToldFromAMerger)
{
    const AreaChanges all =
        compared({k_town, {"361126100201", "东村"}, {"361126100202", "西村"}}, {k_town, {"361126100202", "西村"}});
    ASSERT_EQ(all.changes.size(), 1U);
    EXPECT_EQ(all.changes[0].kind, AreaChange::Kind::Gone);
    ASSERT_EQ(all.notes.size(), 1);
    EXPECT_TRUE(all.notes[0].contains(QStringLiteral("东村"))) << all.notes[0].toStdString();
    EXPECT_TRUE(all.events().empty()) << "an end is no event: nothing became of it";
}

/// Shares by pairs of codes; what is not listed is 0.
GroundShares grounds(const std::map<std::pair<std::string, std::string>, std::pair<double, double>> &pairs)
{
    const auto share = [pairs](bool ofOlder) {
        return [pairs, ofOlder](const AreaCode &older, const AreaCode &newer) -> std::optional<double> {
            const auto found =
                pairs.find({older.toString().mid(6).toStdString(), newer.toString().mid(6).toStdString()});
            return found == pairs.end() ? 0 : ofOlder ? found->second.first : found->second.second;
        };
    };
    return {share(true), share(false)};
}

TEST(AreaChanges, OutlinesShowAMergerASplitAndASimpleNewCode)
{
    const List older{k_town, {"361126100201", "东村"}, {"361126100202", "西村"}};
    EXPECT_EQ(changes(older, {k_town, {"361126100202", "西村"}}, grounds({{{"100201", "100202"}, {0.95, 0.4}}})),
              Changes{"merged 100201>100202"});
    EXPECT_TRUE(compared(older, {k_town, {"361126100202", "西村"}}, grounds({{{"100201", "100202"}, {0.95, 0.4}}}))
                    .notes.empty());
    EXPECT_EQ(changes(older, {k_town, {"361126100202", "西村"}, {"361126100210", "朝阳村"}},
                      grounds({{{"100201", "100210"}, {0.97, 0.96}}})),
              Changes{"recoded 100201>100210"});
    EXPECT_EQ(changes(older, {k_town, {"361126100202", "西村"}, {"361126100210", "朝阳村"}, {"361126100211", "向阳村"}},
                      grounds({{{"100201", "100210"}, {0.5, 0.99}}, {{"100201", "100211"}, {0.5, 0.98}}})),
              (Changes{"split 100201>100210", "split 100201>100211"}));
}

TEST(AreaChanges, OtherCountiesAreLeftAlone)
{
    const List older{k_town, {"361126100201", "东村"}, {"360822100", "文峰镇"}, {"360822100001", "文峰社区"}};
    EXPECT_EQ(changes(older, {k_town, {"361126100201", "东村"}}), Changes());
}

TEST(AreaChanges, WhatIsNewHasItsParentsInTheList)
{
    const AreaChanges all =
        compared({k_town, {"361126100201", "东村"}}, {k_town, {"361126100201", "东村"}, {"361126105201", "新村"}});
    EXPECT_EQ(changes({k_town, {"361126100201", "东村"}}, {k_town, {"361126100201", "东村"}, {"361126105201", "新村"}}),
              (Changes{"new >105", "new >105201"}));
    EXPECT_EQ(all.list.size(), 5U) << "county, two townships, two villages";
}

} // namespace
} // namespace cuntu
