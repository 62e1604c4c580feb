// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "core/solve/network_defects.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/plane.h"
#include "plugins/roads/reasons.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// An end of a segment that nearly touches another segment.
struct Gap {
    std::uint32_t row = 0;   ///< the segment that ends
    std::uint32_t other = 0; ///< the one that it does not touch
    Point position;          ///< of the end, in the project's CRS
    double distance_m = 0;
};

Result<std::vector<Gap>> findGaps(const Plane &plane, const LayerSnapshot &roads, const DefectSearch &search,
                                  const JobContext &job)
{
    const LineLocator locator(plane.lines());
    const auto ends = findLooseEnds(locator, search, job);
    if (!ends) {
        return ends.error();
    }
    std::vector<Gap> gaps;
    for (const NetworkDefect &end : *ends) {
        const auto points = roads.geometry().part(end.line);
        gaps.push_back({plane.rowOfLine[end.line], plane.rowOfLine[end.other],
                        end.atBack ? points.back() : points.front(), end.size});
    }
    std::sort(gaps.begin(), gaps.end(), [](const Gap &a, const Gap &b) {
        return std::tuple(a.distance_m, a.row, a.position.x) < std::tuple(b.distance_m, b.row, b.position.x);
    });
    return gaps;
}

LayerSchema gapSchema()
{
    LayerSchema layer;
    layer.id = u"roads_gaps"_s;
    layer.name = {u"道路缺口"_s, u"Gaps between roads"_s};
    layer.geometry = GeometryType::Point;
    layer.nameField = u"segment"_s;
    layer.fields = {outcomeField(u"segment"_s, {u"路段"_s, u"Segment"_s}, FieldType::Text),
                    outcomeField(u"other"_s, {u"相邻路段"_s, u"Other segment"_s}, FieldType::Text),
                    outcomeField(u"distance_m"_s, {u"距离"_s, u"Distance"_s}, FieldType::Real, u"m"_s)};
    return layer;
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const double touch_m = input.parameters.number(u"end_snap_m"_s);
    DefectSearch search;
    search.meets = touch_m; // what is nearer is joined
    search.gap = touch_m * input.parameters.number(u"factor"_s);
    search.stub = 0;
    const auto roads = input.project.layer(id(k_roads), segmentNameFields(), job);
    if (!roads) {
        return roads.error();
    }
    const LayerSnapshot none({}, (*roads)->crs(), 0, freeze(std::vector<FeatureId>()), freeze(PackedGeometry()), {});
    const auto plane = layOut(**roads, none);
    if (!plane) {
        return plane.error();
    }
    search.owners = plane->rowOfLine;
    const auto gaps = findGaps(*plane, **roads, search, job);
    if (!gaps) {
        return gaps.error();
    }
    Outcome outcome;
    outcome.figures = {{u"gaps"_s, static_cast<qint64>(gaps->size())}, {u"reach_m"_s, search.gap}};
    outcome.layers.push_back({gapSchema(), {}});
    for (const Gap &gap : *gaps) {
        FeatureRow row;
        row.values = {outcomeCell(segmentName(**roads, gap.row)), outcomeCell(segmentName(**roads, gap.other)),
                      outcomeCell(gap.distance_m)};
        row.geometry = Geometry::point(gap.position);
        outcome.layers.front().rows.push_back(std::move(row));
    }
    return outcome;
}

std::vector<Parameter> gapParameters()
{
    std::vector<Parameter> parameters;
    for (const Parameter &parameter : Rule::parameters()) {
        if (parameter.id == u"end_snap_m"_s) {
            parameters.push_back(parameter);
        }
    }
    Parameter factor;
    factor.id = u"factor"_s;
    factor.name = {u"搜索倍数"_s, u"Reach"_s};
    factor.help = {u"在接头容差的多少倍以内查找缺口。"_s,
                   u"Gaps are looked for within so many times the tolerance of joints."_s};
    factor.unit = u"1"_s;
    factor.min = 1;
    factor.max = 50;
    factor.defaultValue = u"5"_s;
    parameters.push_back(factor);
    return parameters;
}

} // namespace

Algorithm gapsAlgorithm()
{
    Algorithm algorithm;
    algorithm.id = u"roads.gaps"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"道路缺口"_s, u"Gaps between roads"_s};
    algorithm.help = {
        u"查找没有接上任何路段、但附近有别的路段的路段端点：可能是画断了，也可能是断头路。"_s,
        u"Ends of segments that join nothing while another segment is near: drawn short, or a real dead end."_s};
    algorithm.parameters = gapParameters();
    algorithm.figures = {{u"gaps"_s, {u"缺口"_s, u"Gaps"_s}},
                         {u"reach_m"_s, {u"查找距离"_s, u"Searched within"_s}, u"m"_s}};
    algorithm.run = run;
    return algorithm;
}

void addAlgorithms(Registry &draft)
{
    draft.algorithms.push_back(connectionAlgorithm());
    draft.algorithms.push_back(gapsAlgorithm());
    draft.algorithms.push_back(distanceAlgorithm());
    draft.algorithms.push_back(planAlgorithm());
    draft.algorithms.push_back(criticalAlgorithm());
    draft.algorithms.push_back(fundsAlgorithm());
    draft.algorithms.push_back(isolinesAlgorithm());
    draft.algorithms.push_back(matchAlgorithm());
}

} // namespace cuntu::roads
