// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/works_cycle.h"
#include "plugins/relocation/stages.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// Each status to the next of @p order; a step into one of @p checked asks for a note.
std::vector<Transition> chain(const QStringList &order, const QStringList &checked = {})
{
    std::vector<Transition> steps;
    for (qsizetype i = 1; i < order.size(); ++i) {
        steps.push_back({order[i - 1], order[i], checked.contains(order[i])});
    }
    return steps;
}

} // namespace

// DOMAIN B.3. Keys are no proof of a move: the step into MOVED_IN asks who saw it on the spot. Also giving up and going
// back ask for the reason.
LifeCycle moverCycle()
{
    LifeCycle cycle{
        id(k_moverCycle),
        {u"搬迁户"_s, u"Household that moves"_s},
        {{u"IDENTIFIED"_s, {u"识别"_s, u"Identified"_s}, StatusClass::Need, {u"已识别"_s, u"待搬迁"_s}, 0xDDDDDD},
         {u"APPLIED"_s, {u"申请"_s, u"Applied"_s}, StatusClass::Plan, {u"已申请"_s, u"自愿申请"_s}, 0xDDCC77},
         {u"SIGNED"_s,
          {u"签协议"_s, u"Signed"_s},
          StatusClass::Plan,
          {u"已签协议"_s, u"已签约"_s, u"签约"_s},
          0xCCBB44},
         {u"ALLOTTED"_s,
          {u"分房到户"_s, u"Dwelling allotted"_s},
          StatusClass::Started,
          {u"已分房"_s, u"分房"_s},
          0x88CCEE},
         {u"KEYED"_s,
          {u"领钥匙"_s, u"Keys handed over"_s},
          StatusClass::Finished,
          {u"已领钥匙"_s, u"交钥匙"_s},
          0x56B4E9},
         {u"MOVED_IN"_s,
          {u"实际入住"_s, u"Moved in"_s},
          StatusClass::Done,
          {u"已入住"_s, u"入住"_s, u"已搬迁"_s},
          0x009E73},
         {u"STABLE"_s, {u"稳得住"_s, u"Settled"_s}, StatusClass::Done, {u"稳定居住"_s}, 0x117733},
         {u"OUT_OF_POVERTY"_s,
          {u"能致富"_s, u"Out of poverty"_s},
          StatusClass::Done,
          {u"稳定脱贫"_s, u"已脱贫"_s},
          0x004D26},
         {u"WITHDRAWN"_s, {u"放弃搬迁"_s, u"Gave up"_s}, StatusClass::Removed, {u"放弃"_s, u"自愿放弃"_s}, 0x999999},
         {u"RETURNED"_s, {u"回流"_s, u"Went back"_s}, StatusClass::Broken, {u"返迁"_s, u"搬回"_s}, 0xD55E00}},
        chain({u"IDENTIFIED"_s, u"APPLIED"_s, u"SIGNED"_s, u"ALLOTTED"_s, u"KEYED"_s, u"MOVED_IN"_s, u"STABLE"_s,
               u"OUT_OF_POVERTY"_s},
              {u"MOVED_IN"_s})};
    for (const auto &from : {u"IDENTIFIED"_s, u"APPLIED"_s, u"SIGNED"_s, u"ALLOTTED"_s, u"KEYED"_s}) {
        cycle.transitions.push_back({from, u"WITHDRAWN"_s, true});
    }
    for (const auto &from : {u"MOVED_IN"_s, u"STABLE"_s, u"OUT_OF_POVERTY"_s}) {
        cycle.transitions.push_back({from, u"RETURNED"_s, true});
    }
    cycle.transitions.push_back({u"RETURNED"_s, u"MOVED_IN"_s, true});
    cycle.transitions.push_back({u"WITHDRAWN"_s, u"APPLIED"_s, true});
    return cycle;
}

// DOMAIN B.3. A site that is given up is not foreseen there, but happens: it leaves the figures with an approval only.
LifeCycle siteCycle()
{
    LifeCycle cycle{
        id(k_siteCycle),
        {u"安置点"_s, u"Resettlement site"_s},
        {{u"SELECTED"_s, {u"选址"_s, u"Chosen"_s}, StatusClass::Plan, {u"已选址"_s}, 0xDDCC77},
         {u"PRELIM_DONE"_s,
          {u"前期手续办结"_s, u"Permits done"_s},
          StatusClass::Plan,
          {u"前期手续完成"_s, u"手续办结"_s},
          0xCCBB44},
         {u"STARTED"_s, {u"开工"_s, u"Started"_s}, StatusClass::Started, {u"已开工"_s, u"在建"_s}, 0xE69F00, 0.05, 0.5},
         {u"TOPPED_OUT"_s, {u"主体封顶"_s, u"Topped out"_s}, StatusClass::Started, {u"封顶"_s}, 0xCC7A00, 0.5, 0.9},
         {u"COMPLETED"_s,
          {u"竣工"_s, u"Completed"_s},
          StatusClass::Finished,
          {u"已竣工"_s, u"建成"_s},
          0x88CCEE,
          0.9,
          0.95},
         {u"UTILITIES_DONE"_s,
          {u"配套完成"_s, u"Utilities done"_s},
          StatusClass::Finished,
          {u"配套"_s, u"配套齐全"_s},
          0x56B4E9,
          1,
          1},
         {u"ALLOCATED"_s, {u"分房"_s, u"Dwellings allotted"_s}, StatusClass::Finished, {u"已分房"_s}, 0x0072B2, 1, 1},
         {u"OCCUPIED"_s, {u"入住"_s, u"Lived in"_s}, StatusClass::Done, {u"已入住"_s}, 0x009E73, 1, 1},
         {u"COMMUNITY_RUN"_s,
          {u"社区化管理"_s, u"Run as a community"_s},
          StatusClass::Done,
          {u"社区管理"_s},
          0x117733,
          1,
          1},
         {u"CANCELLED"_s, {u"已取消"_s, u"Given up"_s}, StatusClass::Removed, {u"取消"_s}, 0x999999}},
        chain({u"SELECTED"_s, u"PRELIM_DONE"_s, u"STARTED"_s, u"TOPPED_OUT"_s, u"COMPLETED"_s, u"UTILITIES_DONE"_s,
               u"ALLOCATED"_s, u"OCCUPIED"_s, u"COMMUNITY_RUN"_s})};
    // Dwellings are also allotted before the last utility works (DOMAIN B.3, edge cases).
    cycle.transitions.push_back({u"COMPLETED"_s, u"ALLOCATED"_s, true});
    for (const auto &from : {u"SELECTED"_s, u"PRELIM_DONE"_s, u"STARTED"_s, u"TOPPED_OUT"_s}) {
        cycle.transitions.push_back({from, u"CANCELLED"_s, true});
    }
    return cycle;
}

// DOMAIN B.3. Each exception asks for the reason and the day on which it is looked at again.
LifeCycle homesteadCycle()
{
    LifeCycle cycle{
        id(k_homesteadCycle),
        {u"旧宅基地"_s, u"Old homestead"_s},
        {{u"KEPT"_s, {u"未腾退"_s, u"Kept"_s}, StatusClass::Need, {u"保留"_s, u"未拆"_s}, 0xD55E00},
         {u"AGREED"_s, {u"签腾退协议"_s, u"Agreed"_s}, StatusClass::Plan, {u"已签腾退协议"_s}, 0xE69F00},
         {u"VACATED"_s, {u"腾退"_s, u"Vacated"_s}, StatusClass::Started, {u"已腾退"_s}, 0xF0E442},
         {u"DEMOLISHED"_s, {u"拆除"_s, u"Demolished"_s}, StatusClass::Finished, {u"已拆除"_s, u"拆旧"_s}, 0x88CCEE},
         {u"RECLAIMED"_s, {u"复垦验收"_s, u"Reclaimed"_s}, StatusClass::Done, {u"已复垦"_s, u"复垦"_s}, 0x009E73},
         {u"QUOTA_TRADED"_s, {u"指标交易"_s, u"Quota traded"_s}, StatusClass::Done, {u"增减挂钩"_s}, 0x117733},
         {u"SHARED_WALL"_s, {u"连体房"_s, u"Shares a wall"_s}, StatusClass::Halted, {}, 0xBBBBBB},
         {u"HERITAGE"_s,
          {u"文物或传统村落"_s, u"Heritage"_s},
          StatusClass::Halted,
          {u"传统村落"_s, u"文物"_s},
          0x999999},
         {u"TRANSITION"_s, {u"过渡期"_s, u"In transition"_s}, StatusClass::Halted, {}, 0xCCCCCC}},
        chain({u"KEPT"_s, u"AGREED"_s, u"VACATED"_s, u"DEMOLISHED"_s, u"RECLAIMED"_s, u"QUOTA_TRADED"_s})};
    for (const auto &exception : {u"SHARED_WALL"_s, u"HERITAGE"_s, u"TRANSITION"_s}) {
        for (const auto &from : {u"KEPT"_s, u"AGREED"_s, u"VACATED"_s}) {
            cycle.transitions.push_back({from, exception, true});
        }
        cycle.transitions.push_back({exception, u"VACATED"_s, true});
    }
    return cycle;
}

LifeCycle buildingCycle()
{
    return worksCycle(id(k_buildingCycle), {u"安置楼栋"_s, u"Building"_s},
                      {{u"CONSTRUCTING"_s, {u"主体封顶"_s, u"封顶"_s}}, {u"IN_SERVICE"_s, {u"入住"_s, u"已入住"_s}}});
}

void addLifeCycles(Registry &draft)
{
    for (auto made : {moverCycle, siteCycle, homesteadCycle, buildingCycle}) {
        draft.lifeCycles.push_back(made());
    }
}

} // namespace cuntu::relocation
