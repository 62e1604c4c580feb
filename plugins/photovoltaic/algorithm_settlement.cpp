// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/settlement.h"
#include "plugins/photovoltaic/words.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

LayerSchema settlementSchema()
{
    LayerSchema layer;
    layer.id = u"photovoltaic_settlement"_s;
    layer.name = {u"应收与到账"_s, u"Due and received"_s};
    layer.geometry = GeometryType::Point;
    layer.nameField = u"station"_s;
    const auto yuan = [](const QString &fieldId, const Text &name) {
        return outcomeField(fieldId, name, FieldType::Real, u"元"_s);
    };
    layer.fields = {
        outcomeField(u"station"_s, {u"电站"_s, u"Station"_s}, FieldType::Text),
        outcomeField(u"months"_s, {u"有电量的月数"_s, u"Months with energy"_s}, FieldType::Integer, u"月"_s),
        yuan(u"due_base"_s, {u"应收电费"_s, u"Due, base price"_s}),
        yuan(u"received_base"_s, {u"到账电费"_s, u"Received, base price"_s}),
        yuan(u"due_subsidy"_s, {u"应收补贴"_s, u"Due, subsidy"_s}),
        yuan(u"received_subsidy"_s, {u"到账补贴"_s, u"Received, subsidy"_s}),
        yuan(u"received_other"_s, {u"其他到账"_s, u"Received, other"_s}),
        yuan(u"open"_s, {u"未到账"_s, u"Still due"_s}),
        outcomeField(u"rate"_s, {u"到账率"_s, u"Received of what is due"_s}, FieldType::Real, u"%"_s)};
    return layer;
}

FeatureRow rowOf(const Stations &stations, std::size_t row, const Settlement &settlement)
{
    FeatureRow made;
    made.values = {outcomeCell(stationName(*stations.layer, row)),
                   Value(std::int64_t{settlement.months}),
                   outcomeCell(rounded(settlement.due.base, 2)),
                   outcomeCell(rounded(settlement.receivedBase, 2)),
                   outcomeCell(rounded(settlement.due.subsidy, 2)),
                   outcomeCell(rounded(settlement.receivedSubsidy, 2)),
                   outcomeCell(rounded(settlement.receivedOther, 2)),
                   outcomeCell(rounded(settlement.due.total() - settlement.received(), 2)),
                   outcomeCell(rounded(100 * settlement.received() / settlement.due.total(), 1))};
    made.geometry = stations.layer->geometry().geometry(row);
    return made;
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const auto stations = readStations(input.project, StationRule{}, input.asOf, job, Prices::ownFields());
    if (!stations) {
        return stations.error();
    }
    const int year = dueYear(input.parameters, input.asOf);
    const auto settlements = settlementsOf(input.project, *stations, year, job);
    if (!settlements) {
        return settlements.error();
    }
    Outcome outcome;
    outcome.layers.push_back({settlementSchema(), {}});
    Settlement sum;
    qint64 unpriced = 0;
    for (std::size_t row = 0; row < stations->size(); ++row) {
        const Settlement &each = (*settlements)[row];
        if (each.months == 0 && each.received() == 0 && each.receivedOther == 0) {
            continue;
        }
        outcome.layers.front().rows.push_back(rowOf(*stations, row, each));
        unpriced += std::isnan(each.due.base) ? 1 : 0;
        if (!std::isnan(each.due.base)) {
            sum.due.base += each.due.base;
            sum.due.subsidy += each.due.subsidy;
            sum.receivedBase += each.receivedBase;
            sum.receivedSubsidy += each.receivedSubsidy;
        }
    }
    outcome.figures = {{u"year"_s, year},
                       {u"stations"_s, static_cast<qint64>(outcome.layers.front().rows.size())},
                       {u"due"_s, rounded(sum.due.total(), 2)},
                       {u"received"_s, rounded(sum.received(), 2)},
                       {u"open"_s, rounded(sum.due.total() - sum.received(), 2)},
                       {u"open_subsidy"_s, rounded(sum.due.subsidy - sum.receivedSubsidy, 2)},
                       {u"unpriced"_s, unpriced}};
    return outcome;
}

} // namespace

void addSettlementAlgorithm(Registry &draft)
{
    Algorithm algorithm;
    algorithm.id = u"photovoltaic.settlement"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"应收与到账"_s, u"Due and received"_s};
    algorithm.help = {u"一个收益年度里每座电站按各月电价应收的电费和补贴，到账了多少，还差多少。"_s,
                      u"What each station's energy of a year is worth at the prices of its months, base price and "
                      u"subsidy apart; what "
                      u"came in for it, and what is still due."_s};
    algorithm.parameters = {dueYearParameter()};
    algorithm.figures = {{u"year"_s, {u"收益年度"_s, u"Earned in"_s}},
                         {u"stations"_s, {u"电站"_s, u"Stations"_s}, u"座"_s},
                         {u"due"_s, {u"应收"_s, u"Due"_s}, u"元"_s},
                         {u"received"_s, {u"到账"_s, u"Received"_s}, u"元"_s},
                         {u"open"_s, {u"未到账"_s, u"Still due"_s}, u"元"_s},
                         {u"open_subsidy"_s, {u"其中补贴"_s, u"Of it subsidy"_s}, u"元"_s},
                         {u"unpriced"_s, {u"没有电价的电站"_s, u"Stations without a price"_s}, u"座"_s}};
    algorithm.run = run;
    draft.algorithms.push_back(algorithm);
}

} // namespace cuntu::photovoltaic
