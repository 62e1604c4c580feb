// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/known_columns.h"
#include "plugins/roads/connection.h"
#include "plugins/roads/indicator_parts.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// Settlements that count, by whether their inner main road is hardened. Nobody said so: it is not.
Result<IndicatorSet> innerRoads(const IndicatorInput &input, const JobContext &job)
{
    const Rule rule = Rule::fromSettlements(input.parameters);
    const auto settlements =
        layerWith(input.project, id(k_settlements), settlementFields(rule) + QStringList{u"inner_hardened"_s}, job);
    if (!settlements) {
        return settlements.error();
    }
    const auto standings = judgeSettlements(input.project, **settlements, rule, input.asOf, job);
    if (!standings) {
        return standings.error();
    }
    const Column *inner = (*settlements)->column(u"inner_hardened"_s);
    IndicatorSet set{*settlements, {}};
    for (std::uint32_t row = 0; row < standings->size(); ++row) {
        if ((*standings)[row].eligibility == Eligibility::Eligible) {
            set.items.push_back({row, numberAt(inner, row) == 1 ? 1.0 : 0.0, 1});
        }
    }
    return set;
}

/// Households by whether the way to their door is hardened; those of which it is said, one way or the other.
Result<IndicatorSet> entryRoads(const IndicatorInput &input, const JobContext &job)
{
    const auto households = layerWith(input.project, id(k_households), {u"village_code"_s, u"entry_hardened"_s}, job);
    if (!households) {
        return households.error();
    }
    const Column *entry = (*households)->column(u"entry_hardened"_s);
    IndicatorSet set{*households, {}};
    for (std::uint32_t row = 0; entry != nullptr && row < (*households)->size(); ++row) {
        if (!entry->isNull(row)) {
            set.items.push_back({row, entry->number(row) == 1 ? 1.0 : 0.0, 1});
        }
    }
    return set;
}

/// Villager groups of the settlements that count: as the table says, else all of them where the settlement is
/// connected.
Result<IndicatorSet> groups(const IndicatorInput &input, const JobContext &job)
{
    const auto connection = connect(input.project, Rule::from(input.parameters), input.asOf, Detail::Connected, job,
                                    {u"groups"_s, u"groups_connected"_s});
    if (!connection) {
        return connection.error();
    }
    const Column *all = connection->settlements->column(u"groups"_s);
    const Column *done = connection->settlements->column(u"groups_connected"_s);
    IndicatorSet set{connection->settlements, {}};
    for (std::uint32_t row = 0; row < connection->standings.size(); ++row) {
        const double whole = numberAt(all, row);
        if (connection->standings[row].eligibility != Eligibility::Eligible || !(whole > 0)) {
            continue;
        }
        const double said = numberAt(done, row);
        const double byAccess = connection->accesses[row].connected ? whole : 0;
        set.items.push_back({row, std::isnan(said) ? byAccess : std::min(said, whole), whole});
    }
    return set;
}

} // namespace

void addLevelIndicators(Registry &draft)
{
    Indicator inner = ratioIndicator(
        u"road_inner_rate"_s, {u"村内主路硬化率"_s, u"Settlements with a hardened inner road"_s},
        {u"计入自然村中村内主路已硬化（表中“村内主路已硬化”为是）的比例；未填写的视为没有。计入范围同自然村硬化率。"
         u"与进村路是两项工程，两套资金标准。"_s,
         u"Share of the settlements counted whose inner main road is stated to be hardened; where nothing is stated it "
         u"is not. Counted are the same settlements as for hardened access. Inner and access roads are two works with "
         u"two rules of funding."_s},
        u"个"_s);
    inner.parameters = Rule::ofSettlements();
    inner.evaluate = innerRoads;
    draft.indicators.push_back(std::move(inner));
    Indicator entry = ratioIndicator(
        u"road_entry_rate"_s, {u"入户路硬化率"_s, u"Households with a hardened entry road"_s},
        {u"填写了“入户路已硬化”的农户中为是的比例；未填写的农户不计入。"_s,
         u"Of the households of which it is stated whether their entry road is hardened, the share where it is; "
         u"households of which nothing is stated do not count."_s},
        u"户"_s);
    entry.evaluate = entryRoads;
    draft.indicators.push_back(std::move(entry));
    Indicator group = ratioIndicator(
        u"road_group_rate"_s, {u"通组率"_s, u"Villager groups with a hardened road"_s},
        {u"计入自然村的村民小组中通硬化路的比例。填写了“通硬化路小组数”的按表；未填写的，自然村相通则其各组全部算通，"
         u"否则全部不算。没有填写村民小组数的自然村不计入。“组组通水泥路”用 min_hh=1、surfaces=cement。"_s +
             ruleText().zh,
         u"Share of the villager groups of the settlements counted that have a hardened road. By the table where it "
         u"gives their number; else all groups of a connected settlement, and none of another. Settlements whose "
         u"number of groups is not given do not count. A promise of cement roads to every group is asked for with "
         u"min_hh=1 and surfaces=cement. "_s +
             ruleText().en},
        u"个"_s);
    group.parameters = Rule::parameters();
    group.evaluate = groups;
    draft.indicators.push_back(std::move(group));
}

} // namespace cuntu::roads
