// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/low_yield.h"
#include "plugins/photovoltaic/words.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

LayerSchema lowSchema()
{
    LayerSchema layer;
    layer.id = u"photovoltaic_low_yield"_s;
    layer.name = {u"发电偏低的电站"_s, u"Stations that fall short"_s};
    layer.geometry = GeometryType::Point;
    layer.nameField = u"station"_s;
    layer.fields = {outcomeField(u"station"_s, {u"电站"_s, u"Station"_s}, FieldType::Text),
                    outcomeField(u"hours"_s, {u"等效小时"_s, u"Equivalent hours"_s}, FieldType::Real, u"h"_s),
                    outcomeField(u"median"_s, {u"同类中位数"_s, u"Median of its kind"_s}, FieldType::Real, u"h"_s),
                    outcomeField(u"cause"_s, {u"可能原因"_s, u"Probable cause"_s}, FieldType::Text),
                    outcomeField(u"recorded"_s, {u"有故障记录"_s, u"On record"_s}, FieldType::Boolean),
                    outcomeField(u"lost_kwh"_s, {u"少发电量"_s, u"Energy lost"_s}, FieldType::Real, u"kWh"_s),
                    outcomeField(u"lost_yuan"_s, {u"少收金额"_s, u"Money lost"_s}, FieldType::Real, u"元"_s)};
    return layer;
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const auto stations = readStations(input.project, StationRule{}, input.asOf, job, lowYieldFields());
    if (!stations) {
        return stations.error();
    }
    const int month = lastWholeMonth(input.asOf);
    const auto found = lowYields(
        input.project, *stations, month,
        {input.parameters.number(u"low_limit"_s) / 100, static_cast<int>(input.parameters.integer(u"least_peers"_s))},
        job);
    if (!found) {
        return found.error();
    }
    Outcome outcome;
    outcome.layers.push_back({lowSchema(), {}});
    double kwh = 0;
    double yuan = 0;
    for (const LowYield &low : *found) {
        FeatureRow row;
        const QString cause =
            low.cause.isEmpty() ? QString() : nameOf(faultChoices(), low.cause.toStdString()).toString();
        row.values = {outcomeCell(stationName(*stations->layer, low.station)),
                      outcomeCell(rounded(low.hours, 1)),
                      outcomeCell(rounded(low.median, 1)),
                      outcomeCell(cause),
                      outcomeCell(low.recorded),
                      outcomeCell(rounded(low.lost_kWh, 1)),
                      outcomeCell(rounded(low.lost_yuan, 2))};
        row.geometry = stations->layer->geometry().geometry(low.station);
        outcome.layers.front().rows.push_back(std::move(row));
        kwh += low.lost_kWh;
        yuan += std::isnan(low.lost_yuan) ? 0 : low.lost_yuan;
    }
    outcome.figures = {{u"month"_s, firstOfMonth(month).toIso().left(7)},
                       {u"stations"_s, static_cast<qint64>(found->size())},
                       {u"lost_kwh"_s, rounded(kwh, 1)},
                       {u"lost_yuan"_s, rounded(yuan, 2)}};
    return outcome;
}

Result<std::vector<CheckFinding>> check(const ProjectSnapshot &project, const JobContext &job)
{
    const auto stations = readStations(project, StationRule{}, Day::today(), job, lowYieldFields());
    if (!stations) {
        return stations.error();
    }
    const auto found = lowYields(project, *stations, lastWholeMonth(Day::today()), {}, job);
    if (!found) {
        return found.error();
    }
    std::vector<CheckFinding> findings;
    for (const LowYield &low : *found) {
        findings.push_back({id(k_stations), stations->layer->id(low.station), lowYieldSentence(low, *stations)});
    }
    return findings;
}

} // namespace

void addLowYieldAlgorithm(Registry &draft)
{
    Algorithm algorithm;
    algorithm.id = u"photovoltaic.low_yield"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"低效电站与原因"_s, u"Stations that fall short, and why"_s};
    algorithm.help = {
        u"最近一个整月低于同类电站中位数的电站，少发的电量和金额，以及按故障记录或前几个月走势推断的原因。"_s,
        u"Stations below the median of their kind in the last whole month, what they lost, and the cause by "
        u"recorded faults or by the pattern of the months before."_s};
    algorithm.parameters = {
        numberParameter(u"low_limit"_s, {u"偏低界限"_s, u"Falls short below"_s},
                        {u"占同类电站中位数的百分比。"_s, u"Of the median of the stations of its kind."_s}, u"%"_s, 1,
                        100, 70),
        peersParameter()};
    algorithm.figures = {{u"month"_s, {u"月份"_s, u"Month"_s}},
                         {u"stations"_s, {u"低产电站"_s, u"Stations below"_s}, u"座"_s},
                         {u"lost_kwh"_s, {u"损失电量"_s, u"Energy lost"_s}, u"kWh"_s},
                         {u"lost_yuan"_s, {u"损失收益"_s, u"Income lost"_s}, u"元"_s}};
    algorithm.run = run;
    draft.algorithms.push_back(algorithm);
    draft.checks.push_back({u"photovoltaic.low_yield"_s,
                            id(k_programme),
                            {u"发电偏低"_s, u"Stations that fall short"_s},
                            check,
                            Severity::Warning});
}

} // namespace cuntu::photovoltaic
