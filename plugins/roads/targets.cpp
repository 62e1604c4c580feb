// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

/// The promises of the plans, worded as there (DOMAIN A.2.1, lines 59 and 153 of the source text). Years differ from
/// plan to plan, or are missing ('20xx'), so they are given with the target. R06, R08 to R13 promise no quantity: they
/// are tasks, not figures.
void addTargets(Registry &draft)
{
    const auto add = [&](const QString &label, const QMap<QString, QString> &parameters, Commitment commitment,
                         const Text &phrase) {
        draft.targetTemplates.push_back({label, u"road_nv_rate"_s, parameters, 100, commitment, phrase});
    };
    add(u"R01"_s, {{u"min_hh"_s, u"25"_s}, {u"livable_only"_s, u"true"_s}, {u"poor_only"_s, u"true"_s}},
        Commitment::Ensure,
        {u"率先完成20个贫困村25户以上宜居自然村的道路硬化"_s,
         u"First, complete the hardened roads of livable natural villages of 25 households or more in the 20 poor villages"_s});
    add(u"R02"_s, {{u"min_hh"_s, u"25"_s}}, Commitment::Strive,
        {u"力争全面完成全县农村25户以上自然村的道路硬化"_s,
         u"Strive to complete the hardened roads of all natural villages of 25 households or more in the county"_s});
    add(u"R03"_s, {{u"min_hh"_s, u"20"_s}, {u"livable_only"_s, u"true"_s}, {u"poor_only"_s, u"true"_s}},
        Commitment::Strive,
        {u"力争完成全县15个贫困村中20户以上宜居自然村的道路硬化"_s,
         u"Strive to complete the hardened roads of livable natural villages of 20 households or more in the 15 poor villages"_s});
    add(u"R04"_s, {{u"min_hh"_s, u"25"_s}, {u"livable_only"_s, u"true"_s}}, Commitment::Ensure,
        {u"完成全县108个行政村25户以上宜居自然村的道路硬化"_s,
         u"Complete the hardened roads of livable natural villages of 25 households or more in the county's 108 administrative villages"_s});
    draft.targetTemplates.push_back(
        {u"R05"_s,
         u"road_group_rate"_s,
         {{u"min_hh"_s, u"1"_s}, {u"surfaces"_s, u"cement"_s}},
         100,
         Commitment::Ensure,
         {u"2018年全镇实现组组通水泥路"_s, u"In 2018 a cement road leads to every villager group of the town"_s}});
    draft.targetTemplates.push_back(
        {u"R07"_s,
         u"bus_av_rate"_s,
         {},
         100,
         Commitment::Ensure,
         {u"实现全乡所有行政村通公交"_s, u"A bus comes to every administrative village of the township"_s}});
}

} // namespace cuntu::roads
