// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

// Words that only say that there is a pipe (已通水, 已安装) are no synonyms of an acceptance. Colours: Paul Tol's
// 'muted' set, safe for colour-blind eyes.
std::vector<Status> worksStatuses()
{
    return {
        {u"IDENTIFIED"_s,
         {u"已摸底"_s, u"Identified"_s},
         StatusClass::Need,
         {u"待列入"_s, u"已摸底/待列入"_s, u"未列入"_s, u"未开工"_s},
         0xDDDDDD},
        {u"PLANNED"_s,
         {u"已列入计划"_s, u"Planned"_s},
         StatusClass::Plan,
         {u"已列入"_s, u"计划"_s, u"已计划"_s, u"列入计划"_s},
         0xDDCC77},
        {u"APPROVED"_s,
         {u"已批复"_s, u"Approved"_s},
         StatusClass::Plan,
         {u"已批复(前期手续办结)"_s, u"前期手续办结"_s, u"已立项"_s, u"批复"_s},
         0x999933},
        {u"CONTRACTED"_s,
         {u"已招标"_s, u"Contracted"_s},
         StatusClass::Plan,
         {u"已招标/已落实施工单位"_s, u"已落实施工单位"_s, u"已中标"_s, u"已签合同"_s},
         0x6699CC},
        {u"CONSTRUCTING"_s,
         {u"在建"_s, u"Under construction"_s},
         StatusClass::Started,
         {u"施工中"_s, u"建设中"_s, u"正在施工"_s, u"已开工"_s, u"开工"_s},
         0xEE7733},
        {u"COMPLETED"_s,
         {u"已完工待验收"_s, u"Completed, not yet accepted"_s},
         StatusClass::Finished,
         {u"已完工"_s, u"完工"_s, u"已竣工"_s, u"竣工"_s, u"待验收"_s, u"完工待验收"_s, u"已完成"_s},
         0x88CCEE},
        {u"ACCEPTED"_s,
         {u"已验收"_s, u"Accepted"_s},
         StatusClass::Done,
         {u"已验收(销号)"_s, u"已销号"_s, u"销号"_s, u"验收"_s, u"验收合格"_s, u"已验收销号"_s},
         0x117733},
        {u"IN_SERVICE"_s,
         {u"已投用"_s, u"In service"_s},
         StatusClass::Done,
         {u"已投用/管护中"_s, u"管护中"_s, u"投用"_s, u"运行中"_s, u"正常运行"_s, u"正常供水"_s, u"已移交"_s,
          u"已交付使用"_s},
         0x44AA99},
        {u"DEFECTIVE"_s,
         {u"损毁"_s, u"Damaged or substandard"_s},
         StatusClass::Broken,
         {u"损毁/不达标"_s, u"已损毁"_s, u"水毁"_s, u"停用"_s, u"报废"_s},
         0x882255},
        {u"REWORK"_s,
         {u"整改中"_s, u"Being put right"_s},
         StatusClass::Started,
         {u"整改"_s, u"返工"_s, u"限期整改"_s},
         0xCC6677},
        {u"SUSPENDED"_s,
         {u"停工"_s, u"Suspended"_s},
         StatusClass::Halted,
         {u"停工/缓建"_s, u"缓建"_s, u"已停工"_s},
         0xAA4499},
        {u"CANCELLED"_s,
         {u"取消"_s, u"Cancelled"_s},
         StatusClass::Removed,
         {u"取消(调出/撤并/搬迁)"_s, u"已取消"_s, u"调出"_s, u"撤并"_s},
         0x555555},
    };
}

/// DOMAIN B.0.3. Cancelling and taking up again ask for a reason.
std::vector<Transition> worksTransitions()
{
    const QStringList forward{u"IDENTIFIED"_s,   u"PLANNED"_s,   u"APPROVED"_s, u"CONTRACTED"_s,
                              u"CONSTRUCTING"_s, u"COMPLETED"_s, u"ACCEPTED"_s, u"IN_SERVICE"_s};
    std::vector<Transition> steps;
    for (qsizetype i = 1; i < forward.size(); ++i) {
        steps.push_back({forward[i - 1], forward[i]});
    }
    steps.push_back({u"PLANNED"_s, u"CONSTRUCTING"_s}); // small works of the village itself (一事一议) need no tender
    steps.push_back({u"COMPLETED"_s, u"REWORK"_s});
    steps.push_back({u"REWORK"_s, u"COMPLETED"_s});
    steps.push_back({u"ACCEPTED"_s, u"DEFECTIVE"_s});
    steps.push_back({u"IN_SERVICE"_s, u"DEFECTIVE"_s});
    steps.push_back({u"DEFECTIVE"_s, u"REWORK"_s});
    for (const QString &status : {u"APPROVED"_s, u"CONTRACTED"_s, u"CONSTRUCTING"_s}) {
        steps.push_back({status, u"SUSPENDED"_s});
        steps.push_back({u"SUSPENDED"_s, status});
    }
    QStringList open = forward.mid(0, 5);
    open << u"SUSPENDED"_s;
    for (const QString &status : open) {
        steps.push_back({status, u"CANCELLED"_s, true});
    }
    steps.push_back({u"CANCELLED"_s, u"IDENTIFIED"_s, true});
    return steps;
}

std::vector<Status> serviceStatuses()
{
    return {
        {u"NOT_COVERED"_s,
         {u"未覆盖"_s, u"Not supplied"_s},
         StatusClass::Need,
         {u"未通水"_s, u"未供水"_s, u"无供水"_s},
         0xDDDDDD},
        {u"COVERED_NOT_TESTED"_s,
         {u"已覆盖未检测"_s, u"Supplied, not tested"_s},
         StatusClass::Finished,
         {u"已通水未检测"_s, u"已供水未检测"_s, u"未检测"_s},
         0x88CCEE},
        {u"SAFE"_s, {u"饮水安全"_s, u"Safe"_s}, StatusClass::Done, {u"饮水达标"_s, u"达标安全"_s}, 0x117733},
        {u"BASIC_SAFE"_s,
         {u"饮水基本安全"_s, u"Basically safe"_s},
         StatusClass::Done,
         {u"饮水基本达标"_s, u"基本安全"_s},
         0x44AA99},
        {u"UNSAFE"_s,
         {u"饮水不安全"_s, u"Not safe"_s},
         StatusClass::Broken,
         {u"饮水不达标"_s, u"饮水困难"_s, u"不安全"_s},
         0x882255},
    };
}

/// DOMAIN B.2. Getting worse and being put right ask for the reason: the bad sample, the drought, the new report. A
/// supply can also be lost altogether.
std::vector<Transition> serviceTransitions()
{
    const QStringList rated{u"SAFE"_s, u"BASIC_SAFE"_s, u"UNSAFE"_s};
    std::vector<Transition> steps{{u"NOT_COVERED"_s, u"COVERED_NOT_TESTED"_s}};
    for (const QString &rating : rated) {
        steps.push_back({u"COVERED_NOT_TESTED"_s, rating});
    }
    steps.push_back({u"SAFE"_s, u"BASIC_SAFE"_s});
    steps.push_back({u"BASIC_SAFE"_s, u"SAFE"_s});
    for (const QString &safe : {u"SAFE"_s, u"BASIC_SAFE"_s}) {
        steps.push_back({safe, u"UNSAFE"_s, true});
        steps.push_back({u"UNSAFE"_s, safe, true});
    }
    for (const QString &covered : QStringList{u"COVERED_NOT_TESTED"_s} + rated) {
        steps.push_back({covered, u"NOT_COVERED"_s, true});
    }
    return steps;
}

} // namespace

LifeCycle worksLifeCycle()
{
    return {id(k_worksCycle), {u"供水工程"_s, u"Water works"_s}, worksStatuses(), worksTransitions()};
}

LifeCycle serviceLifeCycle()
{
    return {id(k_serviceCycle), {u"供水服务"_s, u"Water service"_s}, serviceStatuses(), serviceTransitions()};
}

void addLifeCycles(Registry &draft)
{
    draft.lifeCycles.push_back(worksLifeCycle());
    draft.lifeCycles.push_back(serviceLifeCycle());
}

} // namespace cuntu::water
