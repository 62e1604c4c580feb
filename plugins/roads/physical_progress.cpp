// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/physical_progress.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/lengths.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

void addPhysicalProgress(Registry &draft)
{
    Indicator progress;
    progress.id = u"road_physical_rate"_s;
    progress.programme = id(k_programme);
    progress.name = {u"道路工程形象进度"_s, u"Physical progress of road works"_s};
    progress.help = {
        u"有状态记录、量测记录或验收日期的路段，按里程加权的完成份额：已列入计划 0，已批复 5%，已招标 "
        u"10%，在建按上报的形象进度（10% 至 "
        u"90%，未上报按 10%），已完工待验收 95%，已验收、已投用 100%；损毁、停工、整改的按最近一次量测。"
        u"里程用上报数，没有的用图上长度。取消且有批文的不计入。官方完成率只认已验收，本指标与其并列，不可代替。"_s,
        u"Share of the work done on segments that have a status, a measurement or an acceptance day, weighted by "
        u"kilometres: planned 0, approved 5 %, contracted 10 %, under construction as reported (10 % to 90 %; 10 % "
        u"where "
        u"nothing is), completed 95 %, accepted or in service 100 %; damaged, suspended and reworked ones as last "
        u"measured. Kilometres are those reported, else those drawn. Cancelled segments with an approval document do "
        u"not count. The official rate counts accepted works only; this one stands beside it."_s};
    progress.source = u"DOMAIN E.2"_s;
    progress.kind = Indicator::Kind::Ratio;
    progress.unit = u"%"_s;
    progress.countedThing = u"km"_s;
    progress.evaluate = physicalProgress(
        {id(k_programme), id(k_roads), worksLifeCycle(), {u"length_km"_s}, u"accepted_on"_s, false, segmentLengths_km});
    draft.indicators.push_back(std::move(progress));
}

} // namespace cuntu::roads
