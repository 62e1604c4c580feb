// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/parameters.h"

#include "plugins/photovoltaic/period.h"
#include "plugins/photovoltaic/words.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

constexpr int k_yearMonths = 12;

} // namespace

std::vector<Parameter> StationRule::parameters()
{
    Parameter batch;
    batch.id = u"batch"_s;
    batch.name = {u"计划批次"_s, u"Batch of the plan"_s};
    batch.help = {u"只计此批次的电站；空着为全部。"_s, u"Only stations of this batch; empty: all."_s};
    batch.type = ParameterType::Text;
    std::vector<Choice> types = stationTypeChoices();
    types.insert(types.begin(), {u"ALL"_s, {u"全部"_s, u"all"_s}, {}});
    return {batch,
            choiceParameter(u"station_type"_s, {u"电站类型"_s, u"Kind of station"_s},
                            {u"只计此类电站。"_s, u"Only stations of this kind."_s}, std::move(types)),
            yesNoParameter(u"need_meter"_s, {u"须有发电户号"_s, u"Meter number needed"_s},
                           {u"没有发电户号的电站不算并网。"_s, u"A station without a meter number is not connected."_s},
                           false)};
}

StationRule StationRule::from(const ParameterValues &values)
{
    const QString type = values.text(u"station_type"_s);
    return {values.text(u"batch"_s), type == u"ALL"_s ? QString() : type, values.boolean(u"need_meter"_s)};
}

Parameter peersParameter()
{
    return whole(numberParameter(u"least_peers"_s, {u"最少同类电站"_s, u"Least number of peers"_s},
                                 {u"同类电站（含自身）少于此数时不比较。"_s,
                                  u"With fewer stations of its kind, itself included, nothing is compared."_s},
                                 u"座"_s, 2, 1000, 3));
}

Parameter MonthWindow::parameter()
{
    return choiceParameter(u"energy_period"_s, {u"电量期间"_s, u"Energy of"_s},
                           {u"按统计日已结束的月份计。"_s, u"Of the months that are over on the day."_s},
                           {{u"LAST12"_s, {u"最近 12 个月"_s, u"the last 12 months"_s}, {}},
                            {u"YEAR"_s, {u"本年累计"_s, u"the year to date"_s}, {}},
                            {u"MONTH"_s, {u"最近一个月"_s, u"the last month"_s}, {}}});
}

MonthWindow MonthWindow::from(const ParameterValues &values, Day day)
{
    const int last = lastWholeMonth(day);
    const QString period = values.text(u"energy_period"_s);
    if (period == u"YEAR"_s) {
        return {day.year() * k_yearMonths, last};
    }
    return {period == u"MONTH"_s ? last : last - k_yearMonths + 1, last};
}

Parameter MoneyWindow::parameter()
{
    return choiceParameter(
        u"money_year"_s, {u"收益年度口径"_s, u"Money of"_s},
        {u"按发放（到账）日期，还是按收益年度；统计日之后发放的都不计。"_s,
         u"By the day of the money, or by the year in which it was earned; nothing after the day counts."_s},
        {{u"PAID_YEAR"_s, {u"本年发放"_s, u"paid in the year to date"_s}, {}},
         {u"PAID_12"_s, {u"最近 12 个月发放"_s, u"paid in the last 12 months"_s}, {}},
         {u"EARNED_YEAR"_s, {u"本年收益"_s, u"earned in the year"_s}, {}},
         {u"EARNED_LAST"_s, {u"上年收益"_s, u"earned in the year before"_s}, {}}});
}

MoneyWindow MoneyWindow::from(const ParameterValues &values, Day day)
{
    const QString by = values.text(u"money_year"_s);
    const int year = day.year();
    if (by == u"PAID_12"_s) {
        return {day.plusMonths(-k_yearMonths).plusDays(1), day, std::nullopt, year};
    }
    const Day january = Day::fromYmd(year, 1, 1).value_or(day);
    if (by == u"PAID_YEAR"_s) {
        return {january, day, std::nullopt, year};
    }
    const int earned = by == u"EARNED_LAST"_s ? year - 1 : year;
    return {january, day, earned, earned};
}

bool MoneyWindow::holds(double paid, double earnedYear) const
{
    if (!(paid <= last.number())) {
        return false;
    }
    if (!earned) {
        return paid >= first.number();
    }
    return (std::isnan(earnedYear) ? dayOf(paid).year() : earnedYear) == *earned;
}

} // namespace cuntu::photovoltaic
