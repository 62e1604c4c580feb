// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/plan_request.h"

#include "core/algorithm/parameter_makers.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

std::vector<Parameter> moneyParameters()
{
    return {
        optional(numberParameter(u"budget"_s, {u"总预算"_s, u"Budget"_s},
                                 {u"空着时求最省钱的方案。"_s, u"Empty: the cheapest plan."_s}, u"元"_s, 0, 1e13, 0)),
        optional(numberParameter(u"yearly_budget"_s, {u"年度预算"_s, u"Budget a year"_s},
                                 {u"给出时按年度排出实施计划，总预算为年度预算乘以年数。"_s,
                                  u"Puts the works into years; the budget is this times the years."_s},
                                 u"元"_s, 1, 1e12, 1)),
        whole(numberParameter(u"years"_s, {u"年数"_s, u"Years"_s},
                              {u"与年度预算一起用。"_s, u"Used with a budget a year."_s}, u"1"_s, 1, 30, 1)),
        optional(whole(numberParameter(u"first_year"_s, {u"起始年度"_s, u"First year"_s},
                                       {u"空着时为次年。"_s, u"Empty: the year after the day."_s}, u"1"_s, 1990, 2200,
                                       2000)))};
}

} // namespace

std::vector<Parameter> PlanRequest::parameters()
{
    std::vector<Parameter> all{
        choiceParameter(u"count"_s, {u"优先考虑"_s, u"What counts"_s},
                        {u"在预算内使之最多，或使之达到目标占比。"_s,
                         u"What is made most of within the budget, or has to reach the share."_s},
                        {{u"households"_s, {u"户数"_s, u"households"_s}, {}},
                         {u"persons"_s, {u"人口"_s, u"persons"_s}, {}},
                         {u"settlements"_s, {u"自然村数"_s, u"settlements"_s}, {}}}),
        numberParameter(u"share"_s, {u"目标占比"_s, u"Share to be connected"_s},
                        {u"计入自然村中要通硬化路的占比；给出预算时不用。"_s,
                         u"Of the counted settlements; not used where there is a budget."_s},
                        u"%"_s, 0, 100, 100)};
    for (const Parameter &parameter : moneyParameters()) {
        all.push_back(parameter);
    }
    all.push_back(numberParameter(u"gap"_s, {u"允许差距"_s, u"Gap"_s},
                                  {u"与已证明的界相差多少即可停止；0 表示要证明最优。"_s,
                                   u"How far from the proven bound is good enough; 0: until it is proven."_s},
                                  u"%"_s, 0, 50, 0));
    all.push_back(numberParameter(
        u"time_limit"_s, {u"时间上限"_s, u"Time limit"_s},
        {u"到时给出目前最好的方案和已证明的界。"_s, u"Then the best plan so far is given, with its bound."_s}, u"s"_s,
        1, 36000, 60));
    return all;
}

PlanRequest PlanRequest::from(const ParameterValues &values, Day asOf)
{
    PlanRequest request;
    const QString count = values.text(u"count"_s);
    request.weight = count == u"persons"_s       ? PlanWeight::Persons
                     : count == u"settlements"_s ? PlanWeight::Settlements
                                                 : PlanWeight::Households;
    request.share_percent = values.number(u"share"_s);
    if (values.isGiven(u"budget"_s)) {
        request.budget = values.number(u"budget"_s);
    }
    if (values.isGiven(u"yearly_budget"_s)) {
        request.years.count = static_cast<int>(values.integer(u"years"_s));
        request.years.yuanPerYear = values.number(u"yearly_budget"_s);
        request.years.first =
            values.isGiven(u"first_year"_s) ? static_cast<int>(values.integer(u"first_year"_s)) : asOf.year() + 1;
        const double whole = request.years.yuanPerYear * request.years.count;
        request.budget = std::min(whole, request.budget.value_or(whole));
    }
    request.goal.budget = request.budget;
    request.goal.gap = values.number(u"gap"_s) / 100;
    request.goal.timeLimit_s = values.number(u"time_limit"_s);
    return request;
}

} // namespace cuntu::roads
