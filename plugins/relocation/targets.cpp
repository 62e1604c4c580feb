// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

/// The promises of the plans, worded as there (DOMAIN A.2.3). Years are given with the target; where the plan gives no
/// number, the value offered is a suggestion that the user settles. M02, M04 and M13 to M15 are rules and descriptions
/// of zones, not amounts: they are looked at by gradient_share_* and on the map.
void addTargets(Registry &draft)
{
    using Given = QMap<QString, QString>;
    const auto add = [&](const QString &label, const QString &indicator, const Given &parameters, double value,
                         Commitment commitment, const Text &phrase) {
        draft.targetTemplates.push_back({label, indicator, parameters, value, commitment, phrase});
    };
    add(u"M01"_s, u"reloc_movein_pop_rate"_s, {{u"out_reason"_s, u"HARSH"_s}}, 100, Commitment::Ensure,
        {u"生存条件恶劣地区的贫困群众得到整体搬迁安置"_s,
         u"Everybody who lives where nobody can thrive is moved as a whole"_s});
    add(u"M03"_s, u"reloc_movein_rate"_s, {{u"mover_type"_s, u"REGISTERED"_s}}, 100, Commitment::Ensure,
        {u"有搬迁意愿的建档立卡贫困户应搬尽搬"_s, u"All registered poor households that wish to move do"_s});
    add(u"M05"_s, u"reloc_movein_pop_rate"_s, {}, 100, Commitment::Ensure,
        {u"两年总交账…五年任务三年完"_s, u"The task of five years done in three"_s});
    add(u"M06"_s, u"reloc_allot_rate"_s, {}, 100, Commitment::Ensure,
        {u"已开工建设的项目上半年分房到户"_s, u"Dwellings of begun projects allotted in the first half of the year"_s});
    add(u"M07"_s, u"reloc_site_start_rate"_s, {}, 100, Commitment::Ensure,
        {u"3月底前办结前期手续并全面开工建设"_s, u"Permits done and everything begun by the end of March"_s});
    add(u"M08"_s, u"reclaim_rate"_s, {}, 100, Commitment::Strive,
        {u"同步推进旧村复垦"_s, u"Reclaim the old villages at the same time"_s});
    add(u"M09"_s, u"villages_withdrawn"_s, {}, 144, Commitment::Ensure,
        {u"撤并整合空心村、老龄村144个"_s, u"Withdraw 144 hollow and aged villages"_s});
    add(u"M10"_s, u"reloc_dwellings"_s, {}, 6800, Commitment::Ensure,
        {u"扶贫移民楼6800套"_s, u"6,800 flats for movers"_s});
    add(u"M10"_s, u"reloc_moved_persons"_s, {}, 20000, Commitment::Ensure,
        {u"转移贫困人口2万人"_s, u"20,000 poor persons moved"_s});
    add(u"M11"_s, u"reloc_buildings"_s, {}, 22, Commitment::Ensure,
        {u"新建扶贫移民楼22栋"_s, u"22 new buildings for movers"_s});
    add(u"M11"_s, u"reloc_moved_households"_s, {}, 1300, Commitment::Ensure,
        {u"转移贫困人口1300户"_s, u"1,300 poor households moved"_s});
    add(u"M11"_s, u"reloc_moved_persons"_s, {}, 4290, Commitment::Ensure,
        {u"转移贫困人口4290人"_s, u"4,290 poor persons moved"_s});
    add(u"M12"_s, u"villages_withdrawn"_s, {}, 40, Commitment::Ensure,
        {u"撤并“空心村”、老龄村40个"_s, u"Withdraw 40 hollow and aged villages"_s});
    add(u"M16"_s, u"reloc_movein_rate"_s, {}, 100, Commitment::Ensure,
        {u"集中安置点全部入住"_s, u"All sites fully lived in"_s});
    add(u"M16"_s, u"old_vacate_rate"_s, {}, 100, Commitment::Ensure,
        {u"年底前全面完成旧宅基地腾退"_s, u"All old homesteads vacated by the end of the year"_s});
    add(u"M17"_s, u"reloc_site_utility_rate"_s, {}, 100, Commitment::Ensure,
        {u"完善水、电、路、气、暖、讯"_s, u"Complete water, power, access, gas, heating and telecommunication"_s});
    add(u"M17"_s, u"reloc_community_rate"_s, {}, 100, Commitment::Ensure,
        {u"全面推行安置点社区化管理"_s, u"Every site run as a community"_s});
    add(u"M18"_s, u"job_rate"_s, {}, 100, Commitment::Strive,
        {u"易地搬迁的后续帮扶…逐步能致富"_s, u"Support after the move, until they can prosper"_s});
}

} // namespace cuntu::relocation
