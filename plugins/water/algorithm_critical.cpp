// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "plugins/water/declare.h"
#include "plugins/water/failures.h"
#include "plugins/water/reasons.h"
#include "plugins/water/units.h"

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

Field persons(const QString &fieldId, const Text &name)
{
    return outcomeField(fieldId, name, FieldType::Real, u"人"_s);
}

OutcomeLayer worksTable()
{
    OutcomeLayer layer;
    layer.schema.id = u"water_critical_works"_s;
    layer.schema.name = {u"供水工程的要害程度"_s, u"How much hangs on water works"_s};
    layer.schema.geometry = GeometryType::Point;
    layer.schema.nameField = u"works"_s;
    layer.schema.fields = {outcomeField(u"rank"_s, {u"修复次序"_s, u"Repair first"_s}, FieldType::Integer),
                           outcomeField(u"works"_s, {u"供水工程"_s, u"Works"_s}, FieldType::Text),
                           persons(u"served"_s, {u"用水人口"_s, u"Users"_s}),
                           persons(u"alone"_s, {u"无替代水源人口"_s, u"Users without an alternative"_s}),
                           outcomeField(u"crucial"_s, {u"要害程度"_s, u"Crucialness"_s}, FieldType::Real, u"%"_s),
                           outcomeField(u"pressure"_s, {u"压力（用水比能力）"_s, u"Pressure: use against capacity"_s},
                                        FieldType::Real, u"%"_s),
                           outcomeField(u"score"_s, {u"得分"_s, u"Score"_s}, FieldType::Real)};
    return layer;
}

/// Persons without an alternative, times how hard the works are pressed: what is unknown counts as just enough.
struct Standing {
    std::uint32_t row = 0;
    double served = 0;
    double alone = 0;
    double pressure = 0;
    double score() const { return alone * (std::isnan(pressure) ? 1 : pressure); }
};

OutcomeLayer rankedWorks(const Survey &survey, const Failures &found, double demand_m3d)
{
    std::vector<Standing> standings;
    const LayerSnapshot &works = *survey.works.layer;
    for (std::uint32_t row = 0; row < works.size(); ++row) {
        if (survey.works.supplying[row]) {
            const double design = numberAt(works.column(u"design_m3d"_s), row);
            const double used =
                std::fmax(found.servedBy[row] * demand_m3d, numberAt(works.column(u"actual_m3d"_s), row));
            standings.push_back(
                {row, found.servedBy[row], found.ofWorks[row], design > 0 ? used / design : std::nan("")});
        }
    }
    std::stable_sort(standings.begin(), standings.end(),
                     [](const Standing &a, const Standing &b) { return a.score() > b.score(); });
    OutcomeLayer layer = worksTable();
    std::int64_t rank = 0;
    for (const Standing &each : standings) {
        FeatureRow row;
        row.geometry = works.geometry().geometry(each.row);
        row.values = {Value(++rank),
                      outcomeCell(worksName(works, each.row)),
                      outcomeCell(std::round(each.served)),
                      outcomeCell(std::round(each.alone)),
                      outcomeCell(each.served > 0 ? k_hundred * each.alone / each.served : std::nan("")),
                      outcomeCell(k_hundred * each.pressure),
                      outcomeCell(each.score())};
        layer.rows.push_back(std::move(row));
    }
    return layer;
}

QString nameOf(const LayerSnapshot &layer, std::size_t row)
{
    const QString name = stringAt(layer.column(u"name"_s), row);
    return name.isEmpty() ? stringAt(layer.column(u"code"_s), row) : name;
}

OutcomeLayer mainsTable(const FailureLayers &layers, const Failures &found)
{
    OutcomeLayer layer;
    layer.schema.id = u"water_critical_mains"_s;
    layer.schema.name = {u"管段断裂的影响"_s, u"What a broken main cuts off"_s};
    layer.schema.geometry = GeometryType::Line;
    layer.schema.nameField = u"main"_s;
    layer.schema.fields = {
        outcomeField(u"main"_s, {u"管段"_s, u"Main"_s}, FieldType::Text),
        outcomeField(u"works"_s, {u"供水工程"_s, u"Works"_s}, FieldType::Text),
        persons(u"lost"_s, {u"断水人口"_s, u"Persons cut off"_s}),
        outcomeField(u"settlements"_s, {u"断水自然村"_s, u"Settlements cut off"_s}, FieldType::Integer, u"个"_s)};
    for (std::size_t row = 0; row < layers.mains->size(); ++row) {
        if (found.isMainInUse[row]) {
            FeatureRow made;
            made.geometry = layers.mains->geometry().geometry(row);
            made.values = {outcomeCell(nameOf(*layers.mains, row)),
                           outcomeCell(stringAt(layers.mains->column(u"works_code"_s), row)),
                           outcomeCell(std::round(found.ofMain[row])),
                           Value(std::int64_t{found.settlementsOfMain[row]})};
            layer.rows.push_back(std::move(made));
        }
    }
    return layer;
}

OutcomeLayer sourcesTable(const Survey &survey, const FailureLayers &layers, const Failures &found)
{
    OutcomeLayer layer;
    layer.schema.id = u"water_critical_sources"_s;
    layer.schema.name = {u"水源枯竭的影响"_s, u"What a dry source cuts off"_s};
    layer.schema.geometry = GeometryType::Point;
    layer.schema.nameField = u"source"_s;
    layer.schema.fields = {outcomeField(u"source"_s, {u"水源"_s, u"Source"_s}, FieldType::Text),
                           outcomeField(u"works"_s, {u"供水工程"_s, u"Works"_s}, FieldType::Text),
                           outcomeField(u"yield_m3d"_s, {u"可供水量"_s, u"Yield"_s}, FieldType::Real, u"m³/d"_s),
                           persons(u"lost"_s, {u"断水人口"_s, u"Persons cut off"_s}),
                           persons(u"short"_s, {u"水量不足人口"_s, u"Persons for whom too little is left"_s})};
    for (std::size_t row = 0; row < layers.sources->size(); ++row) {
        const std::uint32_t works = found.worksOfSource[row];
        FeatureRow made;
        made.geometry = layers.sources->geometry().geometry(row);
        made.values = {outcomeCell(nameOf(*layers.sources, row)),
                       outcomeCell(works == k_noIndex ? QString() : worksName(*survey.works.layer, works)),
                       outcomeCell(numberAt(layers.sources->column(u"yield_m3d"_s), row)),
                       outcomeCell(std::round(found.ofSource[row])), outcomeCell(std::round(found.shortOfSource[row]))};
        layer.rows.push_back(std::move(made));
    }
    return layer;
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const auto surveyed = survey(input.project, Rule::from(input.parameters, true), input.asOf, job, {}, siteFields());
    if (!surveyed) {
        return surveyed.error();
    }
    const auto layers = failureLayers(input.project, job);
    if (!layers) {
        return layers.error();
    }
    const double demand_m3d =
        input.parameters.number(u"lpcd"_s) * input.parameters.number(u"peak_factor"_s) / k_litresInM3;
    const auto found =
        failures(input.project, *surveyed, *layers, input.parameters.number(u"attach"_s), demand_m3d, job);
    if (!found) {
        return found.error();
    }
    const auto most = [](const std::vector<double> &values) {
        return values.empty() ? 0.0 : *std::max_element(values.begin(), values.end());
    };
    Outcome outcome;
    outcome.layers = {rankedWorks(*surveyed, *found, demand_m3d), mainsTable(*layers, *found),
                      sourcesTable(*surveyed, *layers, *found)};
    outcome.figures = {{u"users"_s, std::round(std::accumulate(found->servedBy.begin(), found->servedBy.end(), 0.0))},
                       {u"alone"_s, std::round(std::accumulate(found->ofWorks.begin(), found->ofWorks.end(), 0.0))},
                       {u"works"_s, static_cast<qint64>(outcome.layers[0].rows.size())},
                       {u"mains"_s, static_cast<qint64>(outcome.layers[1].rows.size())},
                       {u"worst_main"_s, std::round(most(found->ofMain))},
                       {u"worst_source"_s, std::round(most(found->ofSource))}};
    return outcome;
}

} // namespace

Algorithm criticalAlgorithm()
{
    Algorithm algorithm;
    algorithm.id = u"water.critical"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"断水影响与修复次序"_s, u"What fails, and what to repair first"_s};
    algorithm.help = {
        u"一个水源枯竭或一段管道断裂时谁断水；各供水工程的要害程度（没有替代水源的用水人口）和压力"
        u"（用水与能力之比），按二者之积排出先修复的次序。自然村接在其工程最近的管段上，过远的直接接在工程上。"_s,
        u"Who loses water when a source dries up or a main breaks; how crucial each works are (users without an "
        u"alternative) and how pressed (use against capacity), ranked by the product of both: repair before build. "
        u"Settlements hang on the nearest main of their works, and where that is too far on the works themselves."_s};
    algorithm.parameters = {
        numberParameter(u"attach"_s, {u"接管最远距离"_s, u"Farthest from a main"_s},
                        {u"自然村到其工程管段的最远距离。"_s, u"From a settlement to a main of its works."_s}, u"m"_s,
                        0, 50000, 2000),
        numberParameter(u"lpcd"_s, {u"用水定额"_s, u"Water per person and day"_s},
                        {u"平均日用水定额。"_s, u"On the mean day."_s}, u"L/(p·d)"_s, 1, 500, k_peakLpcd),
        numberParameter(u"peak_factor"_s, {u"日变化系数"_s, u"Peak factor"_s},
                        {u"最高日与平均日之比。"_s, u"The largest day to the mean."_s}, u"1"_s, 1, 5, k_peakFactor)};
    const std::vector<Parameter> rule = Rule::parametersOfPlaces();
    algorithm.parameters.insert(algorithm.parameters.end(), rule.begin(), rule.end());
    algorithm.figures = {
        {u"users"_s, {u"用水人口"_s, u"Users"_s}, u"人"_s},
        {u"alone"_s, {u"无替代水源人口"_s, u"Users without an alternative"_s}, u"人"_s},
        {u"works"_s, {u"在用供水工程"_s, u"Works in service"_s}, u"处"_s},
        {u"mains"_s, {u"在用管段"_s, u"Mains in use"_s}, u"条"_s},
        {u"worst_main"_s, {u"最要害管段断裂时断水人口"_s, u"Persons cut off by the worst break"_s}, u"人"_s},
        {u"worst_source"_s, {u"最要害水源枯竭时断水人口"_s, u"Persons cut off by the worst dry source"_s}, u"人"_s}};
    algorithm.run = run;
    return algorithm;
}

} // namespace cuntu::water
