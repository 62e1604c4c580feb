// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

/// The promises of the plans, worded as there (DOMAIN A.2.2). 'Basically solved' is never 100 % (A.6): the value
/// offered is a suggestion that the user settles. Years are given with the target.
void addTargets(Registry &draft)
{
    using Given = QMap<QString, QString>;
    const auto add = [&](const QString &label, const QString &indicator, const Given &parameters, double value,
                         Commitment commitment, const Text &phrase) {
        draft.targetTemplates.push_back({label, indicator, parameters, value, commitment, phrase});
    };
    const auto projects = [&](const QString &label, const QString &kind, const Text &phrase) {
        add(label, u"water_projects_rate"_s, {{u"project_kind"_s, kind}}, 100, Commitment::Ensure, phrase);
    };
    const auto sizes = [&](const QString &label, const QString &kind, const Text &phrase) {
        add(label, u"water_projects_size_rate"_s, {{u"project_kind"_s, kind}}, 100, Commitment::Ensure, phrase);
    };
    const Given poor{{u"poor_only"_s, u"true"_s}};
    projects(
        u"W01"_s, u"SAFE_WATER"_s,
        {u"全面完成“十二五”农村安全饮水建设任务"_s, u"Complete the safe-water tasks of the 12th five-year plan"_s});
    add(u"W02"_s, u"safe_rate"_s, {}, 95, Commitment::Ensure,
        {u"基本解决农村人口的饮水安全问题"_s,
         u"Basically solve the safety of drinking water of the rural population"_s});
    add(u"W03"_s, u"central_rate"_s, poor, 95, Commitment::Strive,
        {u"优先城镇供水网管向贫困村延伸，无条件实施集中供水的村庄实施分散供水"_s,
         u"Extend urban networks to poor villages first; dispersed supply where centralised supply is not possible"_s});
    add(u"W04"_s, u"safe_rate"_s, poor, 95, Commitment::Ensure,
        {u"基本解决贫困村农村安全饮水问题"_s, u"Basically solve the safety of drinking water of poor villages"_s});
    add(u"W05"_s, u"tap_rate"_s, {}, 90, Commitment::Ensure,
        {u"自来水普及率达90%"_s, u"90 % of persons have tap water"_s});
    add(u"W06"_s, u"three_checks_rate"_s, {{u"per"_s, u"households"_s}}, 100, Commitment::Ensure,
        {u"装的上、量保障、质达标"_s, u"Installed, enough, good"_s});
    add(u"W07"_s, u"village_tap_rate"_s, poor, 100, Commitment::Ensure,
        {u"贫困村自来水“村村通”"_s, u"Tap water in every poor village"_s});
    sizes(u"W08"_s, u"RIVER"_s, {u"中小河流重要河段治理"_s, u"Important reaches of small and middling rivers"_s});
    projects(u"W09"_s, u"SMALL_HYDRAULIC"_s,
             {u"优先扶持贫困村小型水利建设"_s, u"Support small hydraulic works of poor villages first"_s});
    sizes(u"W10"_s, u"FARMLAND"_s,
          {u"继续实施高标准农田建设，完成建设任务"_s, u"Go on with high-standard farmland and complete the task"_s});
    projects(u"W11"_s, u"LAND"_s,
             {u"土地整治项目优先向有条件的贫困村覆盖"_s,
              u"Land consolidation in poor villages with the conditions first"_s});
    projects(u"W12"_s, u"FARMLAND_WATER"_s, {u"农田水利"_s, u"Farmland water works"_s});
}

} // namespace cuntu::water
