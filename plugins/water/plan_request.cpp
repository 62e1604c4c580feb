// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/plan_request.h"
#include "plugins/water/units.h"

#include "core/algorithm/parameter_makers.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

/// Costs and technical values are suggestions of this program: no price list was checked for them.
const Text &unchecked()
{
    static const Text text{u"本程序的建议值，未经核对，应按本地概算调整。"_s,
                           u"A suggestion that was not checked; set it to local estimates."_s};
    return text;
}

Parameter price(const QString &parameterId, const Text &name, const QString &unit, double value)
{
    return numberParameter(parameterId, name, unchecked(), unit, 0, 1e9, value);
}

Parameter limit(const QString &parameterId, const Text &name, const QString &unit, double least, double most,
                double value)
{
    return numberParameter(parameterId, name, unchecked(), unit, least, most, value);
}

std::vector<Parameter> goalParameters()
{
    return {
        numberParameter(u"share"_s, {u"目标普及率"_s, u"Share with a tap"_s},
                        {u"农村供水人口中要有自来水的占比；给出预算时不用。"_s,
                         u"Of the rural supply population; not used where there is a budget."_s},
                        u"%"_s, 0, k_hundred, 90),
        optional(numberParameter(u"budget"_s, {u"总预算"_s, u"Budget"_s},
                                 {u"给出时在预算内使通自来水的人最多。"_s, u"Then most persons get a tap within it."_s},
                                 u"元"_s, 0, 1e13, 0)),
        optional(numberParameter(u"yearly_budget"_s, {u"年度预算"_s, u"Budget a year"_s},
                                 {u"给出时按年度排出先后。"_s, u"Puts the works into years."_s}, u"元"_s, 1, 1e12, 1)),
        whole(numberParameter(u"years"_s, {u"年数"_s, u"Years"_s},
                              {u"与年度预算一起用：总预算为年度预算乘以年数。"_s,
                               u"With a budget a year: the budget is this times the years."_s},
                              u"1"_s, 1, 30, 1)),
        choiceParameter(u"order"_s, {u"供水方式的选择"_s, u"Order of decision"_s},
                        {u"按规划：先城镇管网延伸，不能时集中供水，再不能时分散供水；或不分先后取最省的。"_s,
                         u"As the plans have it: urban network first, else centralised, else dispersed; or whatever is "
                         u"cheapest."_s},
                        {{u"plans"_s, {u"按规划的先后"_s, u"as the plans have it"_s}, {}},
                         {u"cheapest"_s, {u"取最省的"_s, u"cheapest"_s}, {}}}),
        yesNoParameter(u"curve"_s, {u"投资与普及率曲线"_s, u"Curve of cost against coverage"_s},
                       {u"另求各档普及率的最低投资。"_s, u"Also the least cost of other shares."_s}, true),
        numberParameter(u"gap"_s, {u"允许差距"_s, u"Gap"_s},
                        {u"与已证明的界相差多少即可停止；0 表示要证明最优。"_s,
                         u"How far from the proven bound is good enough; 0: until it is proven."_s},
                        u"%"_s, 0, 50, 0),
        numberParameter(u"time_limit"_s, {u"时间上限"_s, u"Time limit"_s},
                        {u"到时给出目前最好的方案和已证明的界。曲线的各点另有其一半。"_s,
                         u"Then the best plan so far is given, with its bound. The curve has half of it again."_s},
                        u"s"_s, 1, 36000, 60)};
}

std::vector<Parameter> needParameters()
{
    return {limit(u"lpcd"_s, {u"用水定额"_s, u"Water per person and day"_s}, u"L/(p·d)"_s, 1, 500, 60),
            limit(u"peak_factor"_s, {u"日变化系数"_s, u"Peak factor"_s}, u"1"_s, 1, 5, 1.5),
            limit(u"growth"_s, {u"人口年增长率"_s, u"Growth a year"_s}, u"%"_s, -10, 10, 0),
            whole(limit(u"horizon"_s, {u"设计年限"_s, u"Years until the target year"_s}, u"1"_s, 0, 50, 10))};
}

std::vector<Parameter> limitParameters()
{
    return {plainParameter(u"routes"_s, ParameterType::Layer, {u"管线走向图层"_s, u"Layer of routes"_s},
                           {u"管道可沿其敷设的线图层，如道路；空着时只走村间直线。"_s,
                            u"Lines along which pipes may be laid, such as roads; empty: across country only."_s}),
            plainParameter(
                u"terrain"_s, ParameterType::File, {u"地形文件"_s, u"Terrain model"_s},
                {u"高程栅格文件；空着时用表中的高程，没有高程的按能自流计。"_s,
                 u"Raster of heights; empty: those of the tables; where none is known, water flows by itself."_s}),
            limit(u"reach"_s, {u"最远新建管长"_s, u"Longest new pipe"_s}, u"m"_s, 0, 50000, 5000),
            limit(u"link"_s, {u"村间直线最远"_s, u"Farthest across country"_s}, u"m"_s, 0, 20000, 3000),
            limit(u"detour"_s, {u"绕行系数"_s, u"Detour across country"_s}, u"1"_s, 1, 3, 1.2),
            whole(limit(u"neighbours"_s, {u"相邻村数"_s, u"Near neighbours"_s}, u"1"_s, 1, 20, 6)),
            limit(u"residual"_s, {u"末端水头"_s, u"Head at the settlement"_s}, u"m"_s, 0, 100, 12),
            limit(u"friction"_s, {u"每公里水头损失"_s, u"Head lost a kilometre"_s}, u"m"_s, 0, 100, 5),
            limit(u"lift"_s, {u"最大扬程"_s, u"Highest lift"_s}, u"m"_s, 0, 1000, 150),
            limit(u"least_persons"_s, {u"集中供水最少人口"_s, u"Fewest persons of centralised works"_s}, u"人"_s, 0,
                  10000, 20),
            optional(limit(u"most_per_household"_s, {u"每户最高投资"_s, u"Most a household"_s}, u"元"_s, 0, 1e7, 0))};
}

std::vector<Parameter> priceParameters()
{
    return {
        price(u"pipe_cost"_s, {u"每米管道"_s, u"A metre of pipe"_s}, u"元"_s, 120),
        price(u"pump_cost"_s, {u"每座泵站"_s, u"A pump station"_s}, u"元"_s, 80'000),
        price(u"pump_cost_m"_s, {u"每米扬程"_s, u"A metre of lift"_s}, u"元"_s, 1'500),
        price(u"tank_cost"_s, {u"每立方米水池"_s, u"A cubic metre of tank"_s}, u"元"_s, 800),
        limit(u"tank_share"_s, {u"水池容积占最高日需水量"_s, u"Tank, of the largest day"_s}, u"%"_s, 0, k_hundred, 25),
        price(u"tap_cost"_s, {u"每户入户"_s, u"A household's tap"_s}, u"元"_s, 1'500),
        price(u"works_cost"_s, {u"每处新水厂"_s, u"New works"_s}, u"元"_s, 300'000),
        price(u"works_cost_m3d"_s, {u"新水厂每立方米日供水"_s, u"New works, per m³/d"_s}, u"元"_s, 1'500),
        limit(u"repair_share"_s, {u"修复占新建"_s, u"Repair, of new works"_s}, u"%"_s, 0, k_hundred, 30),
        price(u"dispersed_cost"_s, {u"每户分散供水"_s, u"A household's dispersed supply"_s}, u"元"_s, 4'000)};
}

SupplyCosts costsFrom(const ParameterValues &values)
{
    return {values.number(u"pipe_cost"_s),
            values.number(u"pump_cost"_s),
            values.number(u"pump_cost_m"_s),
            values.number(u"tank_cost"_s),
            values.number(u"tank_share"_s) / k_hundred,
            values.number(u"tap_cost"_s),
            values.number(u"works_cost"_s),
            values.number(u"works_cost_m3d"_s),
            values.number(u"repair_share"_s) / k_hundred,
            values.number(u"dispersed_cost"_s)};
}

SupplyLimits limitsFrom(const ParameterValues &values)
{
    return {values.number(u"reach"_s),
            values.number(u"link"_s),
            values.number(u"detour"_s),
            static_cast<int>(values.integer(u"neighbours"_s)),
            values.number(u"residual"_s),
            values.number(u"friction"_s),
            values.number(u"lift"_s),
            values.number(u"least_persons"_s),
            values.isGiven(u"most_per_household"_s) ? values.number(u"most_per_household"_s) : 0,
            values.text(u"order"_s) == u"cheapest"_s};
}

} // namespace

double SupplyNeeds::ofToday(double persons) const
{
    return persons * lpcd * peakFactor / k_litresInM3;
}

double SupplyNeeds::ofTarget(double persons) const
{
    return ofToday(persons) * std::pow(1 + growth_percent / k_hundred, years);
}

std::vector<Parameter> SupplyRequest::parameters()
{
    std::vector<Parameter> all;
    for (const auto &part : {goalParameters(), needParameters(), limitParameters(), priceParameters()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

SupplyRequest SupplyRequest::from(const ParameterValues &values, Day asOf)
{
    SupplyRequest request;
    request.costs = costsFrom(values);
    request.limits = limitsFrom(values);
    request.needs = {values.number(u"lpcd"_s), values.number(u"peak_factor"_s), values.number(u"growth"_s),
                     static_cast<int>(values.integer(u"horizon"_s))};
    request.share_percent = values.number(u"share"_s);
    request.curve = values.boolean(u"curve"_s);
    request.routes = values.text(u"routes"_s);
    request.terrain = values.text(u"terrain"_s);
    if (values.isGiven(u"budget"_s)) {
        request.goal.budget = values.number(u"budget"_s);
    }
    if (values.isGiven(u"yearly_budget"_s)) {
        request.yearCount = static_cast<int>(values.integer(u"years"_s));
        request.yuanPerYear = values.number(u"yearly_budget"_s);
        request.firstYear = asOf.year() + 1;
        const double sum = request.yuanPerYear * request.yearCount;
        request.goal.budget = std::min(sum, request.goal.budget.value_or(sum));
    }
    request.goal.gap = values.number(u"gap"_s) / k_hundred;
    request.goal.timeLimit_s = values.number(u"time_limit"_s);
    return request;
}

int SupplyRequest::yearOf(double spent) const
{
    if (yearCount == 0) {
        return 0;
    }
    const double years = std::ceil(spent / yuanPerYear - 1e-9);
    return firstYear + static_cast<int>(std::clamp(years, 1.0, static_cast<double>(yearCount))) - 1;
}

} // namespace cuntu::water
