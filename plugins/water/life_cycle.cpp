// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/works_cycle.h"
#include "plugins/water/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

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

// Words that only say that there is a pipe (已通水, 已安装) are no synonyms of an acceptance.
LifeCycle worksLifeCycle()
{
    return worksCycle(id(k_worksCycle), {u"供水工程"_s, u"Water works"_s},
                      {{u"IN_SERVICE"_s, {u"运行中"_s, u"正常运行"_s, u"正常供水"_s}},
                       {u"DEFECTIVE"_s, {u"停用"_s, u"报废"_s}},
                       {u"CANCELLED"_s, {u"取消(调出/撤并/搬迁)"_s, u"搬迁"_s}}});
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
