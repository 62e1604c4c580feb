// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "core/algorithm/parameter_makers.h"
#include "plugins/water/declare.h"
#include "plugins/water/failures.h"
#include "plugins/water/reasons.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

LayerSchema resultSchema()
{
    LayerSchema layer;
    layer.id = u"water_capacity"_s;
    layer.name = {u"供水能力"_s, u"Capacity of water works"_s};
    layer.geometry = GeometryType::Point;
    layer.nameField = u"works"_s;
    layer.fields = {
        outcomeField(u"works"_s, {u"供水工程"_s, u"Works"_s}, FieldType::Text),
        outcomeField(u"design_m3d"_s, {u"设计供水规模"_s, u"Design capacity"_s}, FieldType::Real, u"m³/d"_s),
        outcomeField(u"actual_m3d"_s, {u"实际供水规模"_s, u"Actual supply"_s}, FieldType::Real, u"m³/d"_s),
        outcomeField(u"peak_m3d"_s, {u"最高日需水量"_s, u"Demand of the largest day"_s}, FieldType::Real, u"m³/d"_s),
        outcomeField(u"load"_s, {u"负荷"_s, u"Load"_s}, FieldType::Real, u"%"_s),
        outcomeField(u"yield_m3d"_s, {u"水源可供水量"_s, u"Yield of its sources"_s}, FieldType::Real, u"m³/d"_s),
        outcomeField(u"drought_m3d"_s, {u"干旱时可供水量"_s, u"Supply in a drought"_s}, FieldType::Real, u"m³/d"_s),
        outcomeField(u"drought_load"_s, {u"干旱时负荷"_s, u"Load in a drought"_s}, FieldType::Real, u"%"_s),
        outcomeField(u"in_service"_s, {u"是否供水"_s, u"In service"_s}, FieldType::Boolean)};
    return layer;
}

/// Sum of the yields of its sources by works; works without any are not in it.
Result<QHash<QString, double>> yields(const ProjectSnapshot &project, const JobContext &job)
{
    const auto layers = failureLayers(project, job);
    if (!layers) {
        return layers.error();
    }
    QHash<QString, double> sums;
    for (std::size_t row = 0; row < layers->sources->size(); ++row) {
        const double yield = numberAt(layers->sources->column(u"yield_m3d"_s), row);
        if (!std::isnan(yield)) {
            sums[stringAt(layers->sources->column(u"works_code"_s), row)] += yield;
        }
    }
    return sums;
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const auto yieldOf = yields(input.project, job);
    if (!yieldOf) {
        return yieldOf.error();
    }
    const double drought = input.parameters.number(u"drought"_s) / 100;
    qint64 shortInDrought = 0;
    const auto works = readWorks(input.project, Rule{}, input.asOf, job, loadFields() + QStringList{u"name"_s});
    if (!works) {
        return works.error();
    }
    const LayerSnapshot &layer = *works->layer;
    qint64 over = 0;
    qint64 unknown = 0;
    double spare_m3d = 0;
    Outcome outcome;
    outcome.layers.push_back({resultSchema(), {}});
    for (std::size_t row = 0; row < layer.size(); ++row) {
        const double design = numberAt(layer.column(u"design_m3d"_s), row);
        const double actual = numberAt(layer.column(u"actual_m3d"_s), row);
        const Load load =
            loadOf(layer, row, input.parameters.number(u"lpcd"_s), input.parameters.number(u"peak_factor"_s));
        over += load.share > 1 ? 1 : 0;
        unknown += std::isnan(load.share) ? 1 : 0;
        spare_m3d += load.share < 1 ? design * (1 - load.share) : 0;
        const double yield = yieldOf->value(stringAt(layer.column(u"code"_s), row), std::nan(""));
        const double inDrought = std::fmin(design, yield * drought);
        const double asked = std::fmax(actual, load.peak_m3d);
        const double droughtLoad = !std::isnan(yield) && inDrought > 0 ? asked / inDrought : std::nan("");
        shortInDrought += droughtLoad > 1 ? 1 : 0;
        FeatureRow made;
        made.values = {outcomeCell(worksName(layer, row)),
                       outcomeCell(design),
                       outcomeCell(actual),
                       outcomeCell(load.peak_m3d),
                       outcomeCell(100 * load.share),
                       outcomeCell(yield),
                       outcomeCell(std::isnan(yield) ? yield : inDrought),
                       outcomeCell(100 * droughtLoad),
                       outcomeCell(bool(works->supplying[row]))};
        made.geometry = layer.geometry().geometry(row);
        outcome.layers.front().rows.push_back(std::move(made));
    }
    outcome.figures = {{u"works"_s, static_cast<qint64>(layer.size())},
                       {u"over_capacity"_s, over},
                       {u"unknown"_s, unknown},
                       {u"short_in_drought"_s, shortInDrought},
                       {u"spare_m3d"_s, spare_m3d}};
    return outcome;
}

} // namespace

Algorithm capacityAlgorithm()
{
    Algorithm algorithm;
    algorithm.id = u"water.capacity"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"供水能力核算"_s, u"Capacity of water works"_s};
    algorithm.help = {u"每个供水工程的设计、实际和最高日需水量；实际与最高日需水量取大，除以设计规模为负荷；"
                      u"水源可供水量已知时，另按干旱年折减核算。"_s,
                      u"Design, actual supply and the demand of the largest day of each works; the larger of the last "
                      u"two by the design capacity is its load; where the yield of its sources is known, also that "
                      u"in a drought."_s};
    algorithm.parameters = {
        numberParameter(u"lpcd"_s, {u"用水定额"_s, u"Water per person and day"_s},
                        {u"平均日用水定额。"_s, u"On the mean day."_s}, u"L/(p·d)"_s, 1, 500, k_peakLpcd),
        numberParameter(u"peak_factor"_s, {u"日变化系数"_s, u"Peak factor"_s},
                        {u"最高日与平均日之比。"_s, u"The largest day to the mean."_s}, u"1"_s, 1, 5, k_peakFactor),
        numberParameter(u"drought"_s, {u"干旱年水源折减"_s, u"Yield in a drought"_s},
                        {u"干旱时水源还剩可供水量的百分之几；本程序的建议值。"_s,
                         u"What is left of the yield of sources in a drought; a suggestion."_s},
                        u"%"_s, 0, 100, 70)};
    algorithm.figures = {{u"works"_s, {u"供水工程"_s, u"Works"_s}, u"处"_s},
                         {u"over_capacity"_s, {u"超负荷"_s, u"Over capacity"_s}, u"处"_s},
                         {u"spare_m3d"_s, {u"富余能力"_s, u"Spare capacity"_s}, u"m³/d"_s},
                         {u"short_in_drought"_s, {u"干旱时不足"_s, u"Too little in a drought"_s}, u"处"_s},
                         {u"unknown"_s, {u"数据不足"_s, u"Too little known"_s}, u"处"_s}};
    algorithm.run = run;
    return algorithm;
}

} // namespace cuntu::water
