// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

/// The promises of the plans, worded as there (DOMAIN A.2.7). S01 is two numbers, S04 coverage and income, the latter
/// in both readings (A.6). Where the plan has no number, the value offered is a suggestion that the user settles.
void addTargets(Registry &draft)
{
    using Given = QMap<QString, QString>;
    const auto add = [&](const QString &label, const QString &indicator, const Given &parameters, double value,
                         const Text &phrase) {
        draft.targetTemplates.push_back({label, indicator, parameters, value, Commitment::Ensure, phrase});
    };
    const Text batch{u"10个贫困县区285个贫困村，建设总规模189.392MW"_s,
                     u"285 poor villages of 10 poor counties, 189.392 MW in all"_s};
    add(u"S01"_s, u"pv_grid_mw"_s, {}, 189.392, batch);
    add(u"S01"_s, u"pv_villages"_s, {}, 285, batch);
    add(u"S02"_s, u"pv_station_rate"_s, {}, 100,
        {u"光伏扶贫项目5月底前全部并网发电"_s, u"All projects of the earlier batches connected by the end of May"_s});
    add(u"S03"_s, u"pv_dist_rate"_s, {{u"money_year"_s, u"PAID_YEAR"_s}}, 100,
        {u"光伏扶贫收益年内分配到户，无劳动能力贫困户优先受益"_s,
         u"Income distributed to households within the year, those without labour first"_s});
    add(u"S04"_s, u"pv_cover_rate"_s, {}, 80,
        {u"覆盖80%以上建档立卡贫困户"_s, u"At least 80 % of the registered poor households reached"_s});
    add(u"S04"_s, u"pv_income_avg"_s, {}, 1500,
        {u"确保每户年均增收达到1500元（按平均）"_s, u"1,500 yuan a year per household, on average"_s});
    add(u"S04"_s, u"pv_income_ok_rate"_s, {{u"least_yuan"_s, u"1500"_s}}, 100,
        {u"确保每户年均增收达到1500元（按每户）"_s, u"1,500 yuan a year in every household"_s});
    add(u"S05"_s, u"pv_running_rate"_s, {}, 100,
        {u"村级光伏扶贫电站的运营、维护和管理，稳定运行"_s,
         u"Operation and maintenance of village stations; they run without trouble"_s});
    add(u"S06"_s, u"pv_collective_rate"_s, {}, 100,
        {u"加大村级光伏电站管理，增加村集体收入"_s, u"Village stations that bring income to the collective"_s});
    add(u"S07"_s, u"pv_shared_rate"_s, {}, 100,
        {u"光伏等形成的资产折股量化给贫困村和贫困户"_s,
         u"Assets turned into shares of poor villages and households"_s});
}

} // namespace cuntu::photovoltaic
