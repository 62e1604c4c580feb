// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "plugins/water/declare.h"
#include "plugins/water/service_areas.h"

#include <QSet>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

LayerSchema resultSchema()
{
    LayerSchema layer;
    layer.id = u"water_area_counts"_s;
    layer.name = {u"供水范围"_s, u"Ground that works serve"_s};
    layer.geometry = GeometryType::Polygon;
    layer.nameField = u"area"_s;
    layer.fields = {
        outcomeField(u"area"_s, {u"供水范围"_s, u"Area"_s}, FieldType::Text),
        outcomeField(u"works"_s, {u"供水工程"_s, u"Works"_s}, FieldType::Text),
        outcomeField(u"settlements"_s, {u"范围内自然村"_s, u"Settlements inside"_s}, FieldType::Integer, u"个"_s),
        outcomeField(u"persons"_s, {u"范围内人口"_s, u"Persons inside"_s}, FieldType::Real, u"人"_s),
        outcomeField(u"too_high"_s, {u"水头不及的自然村"_s, u"Settlements too high"_s}, FieldType::Integer, u"个"_s)};
    return layer;
}

MainsReach reachFrom(const ParameterValues &values)
{
    return {values.number(u"aside"_s), values.number(u"along"_s), values.number(u"residual"_s),
            values.number(u"friction"_s), values.boolean(u"by_head"_s)};
}

AreaKind kindFrom(const ParameterValues &values)
{
    const QString kind = values.text(u"kind"_s);
    return kind == u"drawn"_s ? AreaKind::Drawn : kind == u"lists"_s ? AreaKind::Lists : AreaKind::Mains;
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const auto surveyed =
        survey(input.project, Rule::from(input.parameters, true), input.asOf, job, {u"elevation_m"_s}, siteFields());
    if (!surveyed) {
        return surveyed.error();
    }
    const auto areas = serviceAreas(input.project, *surveyed, kindFrom(input.parameters), reachFrom(input.parameters),
                                    input.parameters.text(u"terrain"_s), job);
    if (!areas) {
        return areas.error();
    }
    Outcome outcome;
    outcome.layers.push_back({resultSchema(), {}});
    QSet<std::uint32_t> inside;
    for (const ServiceArea &area : *areas) {
        FeatureRow row;
        row.geometry = area.outline;
        row.values = {outcomeCell(area.name),
                      outcomeCell(area.works == k_noIndex
                                      ? QString()
                                      : stringAt(surveyed->works.layer->column(u"code"_s), area.works)),
                      Value(static_cast<std::int64_t>(area.settlements.size())), outcomeCell(std::round(area.persons)),
                      Value(std::int64_t{area.tooHigh})};
        outcome.layers.front().rows.push_back(std::move(row));
        inside.unite(QSet<std::uint32_t>(area.settlements.begin(), area.settlements.end()));
    }
    double persons = 0;
    for (const std::uint32_t row : inside) {
        persons += surveyed->places[row].persons;
    }
    outcome.figures = {{u"areas"_s, static_cast<qint64>(areas->size())},
                       {u"settlements"_s, static_cast<qint64>(inside.size())},
                       {u"persons"_s, std::round(persons)}};
    return outcome;
}

std::vector<Parameter> parameters()
{
    Parameter terrain;
    terrain.id = u"terrain"_s;
    terrain.name = {u"地形文件"_s, u"Terrain model"_s};
    terrain.help = {u"高程栅格文件；空着时用表中的高程。"_s, u"Raster of heights; empty: those of the tables."_s};
    terrain.type = ParameterType::File;
    const auto metres = [](const QString &parameterId, const Text &name, const Text &help, double most, double value) {
        return numberParameter(parameterId, name, help, u"m"_s, 0, most, value);
    };
    const Text suggestion{u"本程序的建议值。"_s, u"A suggestion."_s};
    std::vector<Parameter> all{
        choiceParameter(u"kind"_s, {u"范围依据"_s, u"Known by"_s},
                        {u"由管网外扩，由绘制的范围，或由受益名单。"_s,
                         u"From the mains, from drawn outlines, or from the lists of the works."_s},
                        {{u"mains"_s, {u"管网外扩"_s, u"around the mains"_s}, {}},
                         {u"drawn"_s, {u"绘制的范围"_s, u"drawn outlines"_s}, {}},
                         {u"lists"_s, {u"受益名单"_s, u"lists of villages"_s}, {}}}),
        metres(u"aside"_s, {u"管网外扩距离"_s, u"Aside of the mains"_s}, suggestion, 20000, 500),
        metres(u"along"_s, {u"沿管网最远"_s, u"Farthest along the mains"_s},
               {u"离供水工程更远的管段不计。"_s, u"Mains farther from the works do not count."_s}, 1e6, 1e5),
        yesNoParameter(u"by_head"_s, {u"限于水头所及"_s, u"Only as high as the head reaches"_s},
                       {u"自流水头不足的自然村不计；高程不明的照计。"_s,
                        u"Settlements too high to be reached by gravity are left out; of unknown height they count."_s},
                       true),
        metres(u"residual"_s, {u"末端水头"_s, u"Head at the settlement"_s}, suggestion, 100, 12),
        metres(u"friction"_s, {u"每公里水头损失"_s, u"Head lost a kilometre"_s}, suggestion, 100, 5),
        terrain};
    const std::vector<Parameter> rule = Rule::parametersOfPlaces();
    all.insert(all.end(), rule.begin(), rule.end());
    return all;
}

} // namespace

Algorithm areasAlgorithm()
{
    Algorithm algorithm;
    algorithm.id = u"water.areas"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"供水范围"_s, u"Ground that works serve"_s};
    algorithm.help = {
        u"每个在用供水工程的供水范围：管网外扩（沿管网的距离和水头有限），绘制的范围，或受益名单；"
        u"并统计范围内的自然村和人口。"_s,
        u"The ground that each works in service serves: around its mains (as far along them and as high as "
        u"the head carries), as drawn, or by its list; and the settlements and persons inside."_s};
    algorithm.parameters = parameters();
    algorithm.figures = {{u"areas"_s, {u"供水范围"_s, u"Areas"_s}, u"个"_s},
                         {u"settlements"_s, {u"范围内自然村"_s, u"Settlements inside"_s}, u"个"_s},
                         {u"persons"_s, {u"范围内人口"_s, u"Persons inside"_s}, u"人"_s}};
    algorithm.run = run;
    return algorithm;
}

} // namespace cuntu::water
