// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/parameter_makers.h"
#include "core/snapshot/known_columns.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/funds.h"
#include "plugins/roads/lengths.h"
#include "plugins/roads/surfaces.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

Indicator indicator(const QString &indicatorId, const Text &name, const Text &help)
{
    Indicator made;
    made.id = indicatorId;
    made.programme = id(k_programme);
    made.name = name;
    made.help = help;
    made.source = u"DOMAIN B.1, E.5"_s;
    made.kind = Indicator::Kind::Ratio;
    made.unit = u"%"_s;
    made.countedThing = u"元"_s;
    return made;
}

using Share = std::pair<double, double> (*)(const RoadFunds &);

/// The roads of which the second number is above 0, each with both.
std::function<Result<IndicatorSet>(const IndicatorInput &, const JobContext &)> shareOf(Share share)
{
    return [share](const IndicatorInput &input, const JobContext &job) -> Result<IndicatorSet> {
        const auto funds = fundsOn(input.project, input.asOf, job);
        if (!funds) {
            return funds.error();
        }
        IndicatorSet set{funds->roads, {}};
        for (std::uint32_t row = 0; row < funds->byRoad.size(); ++row) {
            const auto [part, whole] = share(funds->byRoad[row]);
            if (whole > 0) {
                set.items.push_back({row, part, whole});
            }
        }
        return set;
    };
}

Result<IndicatorSet> paidAhead(const IndicatorInput &input, const JobContext &job)
{
    const auto funds = fundsOn(input.project, input.asOf, job);
    const auto built = funds ? builtShares(input.project, input.asOf, job) : Result<std::vector<double>>(funds.error());
    if (!built) {
        return built.error();
    }
    const double limit = input.parameters.number(u"ahead_pp"_s) / 100;
    IndicatorSet set{funds->roads, {}};
    for (std::uint32_t row = 0; row < funds->byRoad.size(); ++row) {
        const RoadFunds &road = funds->byRoad[row];
        if (road.budget > 0) {
            set.items.push_back({row, road.paid / road.budget - (*built)[row] > limit ? 1.0 : 0.0, 1});
        }
    }
    return set;
}

Result<IndicatorSet> costs(const IndicatorInput &input, const JobContext &job)
{
    const auto funds = fundsOn(input.project, input.asOf, job, {u"length_km"_s, u"admin_class"_s});
    const auto lengths = funds ? segmentLengths_km(*funds->roads, job) : Result<std::vector<double>>(funds.error());
    if (!lengths) {
        return lengths.error();
    }
    const QString wanted = input.parameters.text(u"road_class"_s);
    const Column *classes = funds->roads->column(u"admin_class"_s);
    IndicatorSet set{funds->roads, {}};
    for (std::uint32_t row = 0; row < funds->byRoad.size(); ++row) {
        const bool counts = wanted == u"ALL"_s || stringAt(classes, row) == wanted;
        if (counts && funds->byRoad[row].budget > 0 && (*lengths)[row] > 0) {
            set.items.push_back({row, funds->byRoad[row].budget, (*lengths)[row]});
        }
    }
    return set;
}

void addPaidAhead(Registry &draft)
{
    Indicator ahead = indicator(
        u"road_paid_ahead"_s, {u"支付超前于进度的路段"_s, u"Segments paid ahead of the works"_s},
        {u"有预算的路段中，支付比例（已支付÷预算）超出形象进度一定百分点的条数。默认 20 个百分点，为建议值，未经核实。"_s,
         u"Of the segments with a budget, those whose paid share (paid by budget) is further than so many percentage "
         u"points ahead of what is built. 20 by default: a suggestion, unchecked."_s});
    ahead.kind = Indicator::Kind::Sum;
    ahead.unit = u"条"_s;
    ahead.countedThing = u"条"_s;
    ahead.higherIsBetter = false;
    ahead.parameters = {paidAheadParameter()};
    ahead.evaluate = paidAhead;
    draft.indicators.push_back(std::move(ahead));
}

void addCost(Registry &draft)
{
    std::vector<Choice> classes{{u"ALL"_s, {u"全部"_s, u"all"_s}, {}}};
    for (const Choice &choice : adminClassChoices()) {
        classes.push_back({choice.id, choice.name, {}});
    }
    Indicator cost = indicator(
        u"road_cost_per_km"_s, {u"每公里预算"_s, u"Budget per kilometre"_s},
        {u"有预算的路段，预算合计除以里程合计；里程用上报数，没有的用图上长度。与补助标准的比较见 roads.funds。"_s,
         u"Of the segments with a budget, their budgets by their kilometres, as reported or else as drawn. roads.funds "
         u"compares it with the subsidies."_s});
    cost.kind = Indicator::Kind::Mean;
    cost.unit = u"元/km"_s;
    cost.countedThing = u"km"_s;
    cost.higherIsBetter = false;
    cost.parameters = {choiceParameter(u"road_class"_s, {u"行政等级"_s, u"Administrative class"_s},
                                       {u"只算这一等级的路段。"_s, u"Segments of this class only."_s}, classes)};
    cost.evaluate = costs;
    draft.indicators.push_back(std::move(cost));
}

} // namespace

Parameter paidAheadParameter()
{
    return numberParameter(u"ahead_pp"_s, {u"支付超前界限"_s, u"Limit of paying ahead"_s},
                           {u"支付比例减形象进度超过此数即提示（建议值，未经核实）。"_s,
                            u"Paid share less built share above this is pointed out (a suggestion, unchecked)."_s},
                           u"%"_s, 0, 100, 20);
}

void addFundIndicators(Registry &draft)
{
    Indicator fund = indicator(u"road_fund_rate"_s, {u"资金支付比例（占预算）"_s, u"Paid share of the budget"_s},
                               {u"有预算的路段，到当日已支付的合计除以预算合计。"_s,
                                u"Of the segments with a budget, what was paid up to the day by their budgets."_s});
    fund.evaluate = shareOf([](const RoadFunds &road) { return std::pair(road.paid, road.budget); });
    draft.indicators.push_back(std::move(fund));
    Indicator issued = indicator(u"road_issued_rate"_s, {u"资金下达比例"_s, u"Issued share of the budget"_s},
                                 {u"有预算的路段，到当日已下达的合计除以预算合计。"_s,
                                  u"Of the segments with a budget, what was issued up to the day by their budgets."_s});
    issued.evaluate = shareOf([](const RoadFunds &road) { return std::pair(road.issued, road.budget); });
    draft.indicators.push_back(std::move(issued));
    Indicator rate =
        indicator(u"road_payment_rate"_s, {u"资金支付率"_s, u"Payment rate"_s},
                  {u"有资金下达的路段，到当日已支付的合计除以已下达的合计。"_s,
                   u"Of the segments for which money was issued, what was paid up to the day by what was issued."_s});
    rate.evaluate = shareOf([](const RoadFunds &road) { return std::pair(road.paid, road.issued); });
    draft.indicators.push_back(std::move(rate));
    addPaidAhead(draft);
    addCost(draft);
}

} // namespace cuntu::roads
