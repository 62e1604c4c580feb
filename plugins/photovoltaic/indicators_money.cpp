// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/money.h"
#include "plugins/photovoltaic/settlement.h"
#include "plugins/photovoltaic/words.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

using MoneyJudge = std::pair<double, double> (*)(const StationMoney &, bool withCosts);

Indicator ofMoney(Indicator made, MoneyJudge judge, bool asksForCosts)
{
    made.parameters = StationRule::parameters();
    made.parameters.push_back(MoneyWindow::parameter());
    if (asksForCosts) {
        made.parameters.push_back(yesNoParameter(u"with_costs"_s, {u"成本计入分配"_s, u"Costs count as distributed"_s},
                                                 {u"运维、租金、还贷、税费是否计入已分配。"_s,
                                                  u"Whether operation, rent, loan and tax count as distributed."_s},
                                                 true));
    }
    made.evaluate = [judge, asksForCosts](const IndicatorInput &input, const JobContext &job) -> Result<IndicatorSet> {
        const auto stations = readStations(input.project, StationRule::from(input.parameters), input.asOf, job);
        if (!stations) {
            return stations.error();
        }
        const auto money = moneyOf(input.project, *stations, MoneyWindow::from(input.parameters, input.asOf), job);
        if (!money) {
            return money.error();
        }
        const bool withCosts = asksForCosts && input.parameters.boolean(u"with_costs"_s);
        IndicatorSet set{stations->layer, {}};
        for (std::uint32_t row = 0; row < stations->size(); ++row) {
            const auto [numerator, denominator] = judge((*money)[row], withCosts);
            if (stations->asked[row] && (numerator != 0 || denominator != 0)) {
                set.items.push_back({row, numerator, denominator});
            }
        }
        return set;
    };
    return made;
}

double distributed(const StationMoney &money, bool withCosts)
{
    return money.distributed - (withCosts ? 0 : money.costs);
}

void addRates(Registry &draft)
{
    draft.indicators.push_back(ofMoney(
        newIndicator(
            u"pv_dist_rate"_s, {u"收益分配率"_s, u"Distributed, of the money received"_s},
            {u"年度内已分配金额除以到账金额；留存不算已分配。"_s,
             u"Money distributed by money received in the year; what is kept in reserve is not distributed."_s},
            u"元"_s),
        [](const StationMoney &money, bool withCosts) {
            return std::pair(distributed(money, withCosts), money.received);
        },
        true));
    draft.indicators.push_back(ofMoney(
        newIndicator(u"pv_wage_share"_s, {u"公益岗位和劳务占比"_s, u"Wages, of the money distributed"_s},
                     {u"公益岗位工资与小型公益事业劳务占已分配金额的比例；参考值 80%。"_s,
                      u"Wages of public posts and labour on public works by the money distributed; 80 % is the "
                      u"reference."_s},
                     u"元"_s),
        [](const StationMoney &money, bool withCosts) { return std::pair(money.wages, distributed(money, withCosts)); },
        true));
    Indicator received =
        newIndicator(u"pv_received"_s, {u"到账收益"_s, u"Money received"_s},
                     {u"年度内到账的金额（S06）。"_s, u"Money that came in within the year (S06)."_s}, u"元"_s);
    received.kind = Indicator::Kind::Sum;
    received.unit = u"元"_s;
    draft.indicators.push_back(ofMoney(
        received, [](const StationMoney &money, bool) { return std::pair(money.received, 0.0); }, false));
}

/// What came in for the energy of a year, of what it is worth; stations without a price are left out.
Result<IndicatorSet> evaluateSettled(const IndicatorInput &input, const JobContext &job)
{
    const auto stations =
        readStations(input.project, StationRule::from(input.parameters), input.asOf, job, Prices::ownFields());
    if (!stations) {
        return stations.error();
    }
    const auto settlements = settlementsOf(input.project, *stations, dueYear(input.parameters, input.asOf), job);
    if (!settlements) {
        return settlements.error();
    }
    IndicatorSet set{stations->layer, {}};
    for (std::uint32_t row = 0; row < stations->size(); ++row) {
        const Settlement &each = (*settlements)[row];
        if (stations->asked[row] && each.months > 0 && !std::isnan(each.due.base)) {
            set.items.push_back({row, each.received(), each.due.total()});
        }
    }
    return set;
}

void addSettled(Registry &draft)
{
    Indicator made = newIndicator(u"pv_settled_rate"_s, {u"电费和补贴到账率"_s, u"Received, of what is due"_s},
                                  {u"一个收益年度的电量按各月电价应收的电费和补贴中，到统计日已经到账的比例。"_s,
                                   u"Of what the energy of a year is worth at the prices of its months, base price and "
                                   u"subsidy, the share that has "
                                   u"come in by the day."_s},
                                  u"元"_s);
    made.parameters = StationRule::parameters();
    made.parameters.push_back(dueYearParameter());
    made.evaluate = evaluateSettled;
    draft.indicators.push_back(made);
}

/// Villages with a share in a connected station; one of them received money.
Result<IndicatorSet> evaluateCollective(const IndicatorInput &input, const JobContext &job)
{
    const auto stations = readStations(input.project, StationRule::from(input.parameters), input.asOf, job);
    const auto villages = layerWith(input.project, id(k_villages), {u"code"_s}, job);
    if (!stations || !villages) {
        return !stations ? stations.error() : villages.error();
    }
    const auto money = moneyOf(input.project, *stations, MoneyWindow::from(input.parameters, input.asOf), job);
    if (!money) {
        return money.error();
    }
    QHash<QString, bool> receives;
    for (const VillageShare &share : stations->shares) {
        if (isConnected(stations->stands[share.station])) {
            bool &does = receives[share.village];
            does = does || (*money)[share.station].received > 0;
        }
    }
    IndicatorSet set{*villages, {}};
    for (std::uint32_t row = 0; row < (*villages)->size(); ++row) {
        const QString code = codeOn(input.project.areas(), stringAt((*villages)->column(u"code"_s), row), input.asOf);
        const auto found = receives.constFind(code);
        if (found != receives.cend()) {
            set.items.push_back({row, *found ? 1.0 : 0.0, 1});
        }
    }
    return set;
}

void addCollective(Registry &draft)
{
    Indicator made = newIndicator(
        u"pv_collective_rate"_s, {u"有光伏收益的村占比"_s, u"Villages with income"_s},
        {u"在已并网电站中有份额的村中，年度内电站有收益到账的比例（S06）。"_s,
         u"Of the villages with a share in a connected station those whose stations received money in the year (S06)."_s},
        u"个"_s);
    made.parameters = StationRule::parameters();
    made.parameters.push_back(MoneyWindow::parameter());
    made.evaluate = evaluateCollective;
    draft.indicators.push_back(made);
}

} // namespace

void addMoneyIndicators(Registry &draft)
{
    addRates(draft);
    addSettled(draft);
    addCollective(draft);
}

} // namespace cuntu::photovoltaic
