// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/outages.h"
#include "plugins/photovoltaic/prices.h"
#include "plugins/photovoltaic/words.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

LayerSchema outageSchema()
{
    LayerSchema layer;
    layer.id = u"photovoltaic_outages"_s;
    layer.name = {u"停机损失"_s, u"Lost to outages"_s};
    layer.geometry = GeometryType::Point;
    layer.nameField = u"station"_s;
    layer.fields = {outcomeField(u"station"_s, {u"电站"_s, u"Station"_s}, FieldType::Text),
                    outcomeField(u"cause"_s, {u"原因"_s, u"Cause"_s}, FieldType::Text),
                    outcomeField(u"first"_s, {u"从"_s, u"From"_s}, FieldType::Text),
                    outcomeField(u"last"_s, {u"到"_s, u"To"_s}, FieldType::Text),
                    outcomeField(u"days"_s, {u"天数"_s, u"Days"_s}, FieldType::Integer, u"天"_s),
                    outcomeField(u"recorded"_s, {u"电量有记录"_s, u"Energy on record"_s}, FieldType::Boolean),
                    outcomeField(u"lost_kwh"_s, {u"损失电量"_s, u"Energy lost"_s}, FieldType::Real, u"kWh"_s),
                    outcomeField(u"lost_yuan"_s, {u"损失收益"_s, u"Income lost"_s}, FieldType::Real, u"元"_s)};
    return layer;
}

FeatureRow rowOf(const Outage &outage, const Stations &stations)
{
    FeatureRow row;
    row.values = {
        outcomeCell(stationName(*stations.layer, outage.station)),
        outcomeCell(outage.cause.isEmpty() ? QString() : nameOf(faultChoices(), outage.cause.toStdString()).toString()),
        outcomeCell(outage.first.toIso()),
        outcomeCell(outage.last.toIso()),
        Value(std::int64_t{outage.days}),
        outcomeCell(outage.recorded),
        outcomeCell(rounded(outage.lost_kWh, 1)),
        outcomeCell(rounded(outage.lost_yuan, 2))};
    row.geometry = stations.layer->geometry().geometry(outage.station);
    return row;
}

/// Capacity by days of the stations that were connected within @p window, 0 where there are none.
double capacityDays(const Stations &stations, const MonthWindow &window)
{
    const Day first = firstOfMonth(window.first);
    const Day end = firstOfMonth(window.last + 1);
    double sum = 0;
    for (std::size_t row = 0; row < stations.size(); ++row) {
        const double grid = numberAt(stations.layer->column(u"grid_on"_s), row);
        const Day from = std::isnan(grid) ? first : std::max(first, dayOf(grid));
        if (isConnected(stations.stands[row]) && stations.kw[row] > 0 && from < end) {
            sum += stations.kw[row] * daysBetween(from, end);
        }
    }
    return sum;
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const auto stations =
        readStations(input.project, StationRule::from(input.parameters), input.asOf, job, Prices::ownFields());
    if (!stations) {
        return stations.error();
    }
    const MonthWindow window = MonthWindow::from(input.parameters, input.asOf);
    const auto outages = outagesWithin(input.project, *stations, window,
                                       static_cast<int>(input.parameters.integer(u"least_peers"_s)), job);
    if (!outages) {
        return outages.error();
    }
    Outcome outcome;
    outcome.layers.push_back({outageSchema(), {}});
    double kWh = 0;
    double yuan = 0;
    double days = 0;
    double lostCapacityDays = 0;
    qint64 unknown = 0;
    for (const Outage &outage : *outages) {
        if (!stations->asked[outage.station]) {
            continue;
        }
        outcome.layers.front().rows.push_back(rowOf(outage, *stations));
        kWh += std::isnan(outage.lost_kWh) ? 0 : outage.lost_kWh;
        yuan += std::isnan(outage.lost_yuan) ? 0 : outage.lost_yuan;
        unknown += std::isnan(outage.lost_kWh) ? 1 : 0;
        days += outage.days;
        if (isConnected(stations->stands[outage.station]) && stations->kw[outage.station] > 0) {
            lostCapacityDays += outage.days * stations->kw[outage.station];
        }
    }
    const double all = capacityDays(*stations, window);
    outcome.figures = {{u"outages"_s, static_cast<qint64>(outcome.layers.front().rows.size())},
                       {u"days"_s, days},
                       {u"lost_kwh"_s, rounded(kWh, 1)},
                       {u"lost_yuan"_s, rounded(yuan, 2)},
                       {u"unknown"_s, unknown}};
    if (all > 0) {
        outcome.figures.insert(u"available"_s, rounded(100 * (1 - lostCapacityDays / all), 2));
    }
    return outcome;
}

} // namespace

void addOutagesAlgorithm(Registry &draft)
{
    Algorithm algorithm;
    algorithm.id = u"photovoltaic.outages"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"停机损失"_s, u"Lost to outages"_s};
    algorithm.help = {
        u"期间内有记录的故障损失的电量和金额：记录里写了电量的按记录，没写的按同县同类电站的中位数估计，但不超过电站当月比中位数少发的电量。"_s,
        u"Energy and money that recorded faults took in the period: as the record says, else estimated by the median "
        u"of "
        u"the stations of the kind in the county, but not more than the station fell short of it in the month."_s};
    algorithm.parameters = StationRule::parameters();
    algorithm.parameters.push_back(MonthWindow::parameter());
    algorithm.parameters.push_back(peersParameter());
    algorithm.figures = {{u"outages"_s, {u"故障"_s, u"Faults"_s}, u"次"_s},
                         {u"days"_s, {u"停机天数"_s, u"Days"_s}, u"天"_s},
                         {u"available"_s, {u"可用率（按容量和天数）"_s, u"Available, of capacity by days"_s}, u"%"_s},
                         {u"lost_kwh"_s, {u"损失电量"_s, u"Energy lost"_s}, u"kWh"_s},
                         {u"lost_yuan"_s, {u"损失收益"_s, u"Income lost"_s}, u"元"_s},
                         {u"unknown"_s, {u"无法估计"_s, u"Not to be estimated"_s}, u"次"_s}};
    algorithm.run = run;
    draft.algorithms.push_back(algorithm);
}

} // namespace cuntu::photovoltaic
