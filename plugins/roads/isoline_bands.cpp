// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/isoline_bands.h"

#include "core/algorithm/parameter_makers.h"
#include "core/geo/station_text.h"
#include "core/snapshot/known_columns.h"
#include "core/solve/graph.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/settlements.h"
#include "plugins/roads/stretches.h"

#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

Parameter targetParameter()
{
    return choiceParameter(
        u"target"_s, {u"目标"_s, u"Target"_s},
        {u"量到哪里：乡道及以上的路网、村委会驻地，或另一个点图层（如卫生室）的最近一处。"_s,
         u"How far to what: the network of township roads and higher, the seats of village committees, or the nearest "
         u"point of another layer, such as clinics."_s},
        {{u"classified"_s, {u"乡道及以上路网"_s, u"township roads and higher"_s}, {}},
         {u"committees"_s, {u"村委会驻地"_s, u"seats of village committees"_s}, {}},
         {u"layer"_s, {u"点图层"_s, u"a layer of points"_s}, {}}});
}

Parameter layerParameter()
{
    return plainParameter(
        u"target_layer"_s, ParameterType::Layer, {u"目标图层"_s, u"Layer of targets"_s},
        {u"目标为点图层时，用哪个图层。"_s, u"Which layer, where the target is a layer of points."_s});
}

/// The parameters of the rule that say which roads count and how they hang together.
std::vector<Parameter> networkParameters()
{
    static const QSet<QString> wanted{u"basis"_s, u"min_width_m"_s, u"snap_m"_s, u"end_snap_m"_s, u"accept_unmarked"_s};
    std::vector<Parameter> parameters = Rule::parameters();
    std::erase_if(parameters, [](const Parameter &parameter) { return !wanted.contains(parameter.id); });
    return parameters;
}

Rule ruleOf(const ParameterValues &parameters)
{
    Rule rule;
    rule.basis = parameters.text(u"basis"_s) == u"resident"_s ? Basis::Resident : Basis::Registered;
    rule.minWidth_m = parameters.number(u"min_width_m"_s);
    rule.snap_m = parameters.number(u"snap_m"_s);
    rule.endSnap_m = parameters.number(u"end_snap_m"_s);
    rule.acceptUnmarked = parameters.boolean(u"accept_unmarked"_s);
    return rule;
}

/// Positions of the features of a layer of points, in the plane.
Result<std::vector<Point>> pointsOf(const ProjectSnapshot &project, const QString &layerId, const Plane &plane,
                                    const JobContext &job)
{
    if (layerId.isEmpty()) {
        return Error{
            ErrorCode::Misused,
            Text{u"没有给出目标图层"_s, u"the layer of targets is not given"_s}.toString(),
            {},
            Text{u"请选定目标图层（--target-layer）。"_s, u"Name the layer of targets (--target-layer)."_s}.toString(),
            {},
            {}};
    }
    const auto layer = project.layer(layerId, {}, job);
    if (!layer) {
        return layer.error();
    }
    std::vector<Point> points;
    for (std::size_t row = 0; row < (*layer)->geometry().size(); ++row) {
        points.push_back((*layer)->geometry().firstPoint(row));
    }
    plane.flatten(points);
    return points;
}

/// Where to, as isolines() wants it.
struct Targets {
    std::vector<Point> points;
    std::vector<bool> lines;
};

Result<Targets> targetsOf(const ProjectSnapshot &project, const ParameterValues &parameters, const Distances &distances,
                          const Segments &segments, const std::vector<Standing> &standings, const JobContext &job)
{
    Targets targets;
    const QString target = parameters.text(u"target"_s);
    if (target == u"layer"_s) {
        auto points = pointsOf(project, parameters.text(u"target_layer"_s), distances.plane, job);
        if (!points) {
            return points.error();
        }
        targets.points = std::move(*points);
    } else if (target == u"committees"_s) {
        for (std::size_t row = 0; row < standings.size(); ++row) {
            if (standings[row].hasCommittee) {
                targets.points.push_back(distances.plane.positions[row]);
            }
        }
    } else {
        for (const std::uint32_t row : distances.plane.rowOfLine) {
            targets.lines.push_back(segments.classified[row]);
        }
    }
    return targets;
}

/// Per line whether it may be used.
std::vector<bool> openLines(const Plane &plane, const Segments &segments, const std::vector<StretchState> &stretches,
                            bool all)
{
    const std::vector<std::uint32_t> stretchOfLine = stretchesOfLines(plane, stretches);
    std::vector<bool> open;
    for (std::size_t line = 0; line < plane.rowOfLine.size(); ++line) {
        const std::uint32_t stretch = stretchOfLine.empty() ? k_noIndex : stretchOfLine[line];
        const SegmentState state =
            stretch == k_noIndex ? segments.states[plane.rowOfLine[line]] : stretches[stretch].state;
        open.push_back(plane.lines().line(line).size() > 1 && (all || state == SegmentState::Usable));
    }
    return open;
}

Result<void> load(const ProjectSnapshot &project, const Rule &rule, const MoreFields &more, const JobContext &job,
                  Distances &distances)
{
    auto roads = project.layer(id(k_roads), stretchedRoadFields() + more.roads, job);
    auto settlements = roads ? layerWith(project, id(k_settlements), settlementFields(rule) + more.settlements, job)
                             : Result<Immutable<LayerSnapshot>>(roads.error());
    if (!settlements) {
        return settlements.error();
    }
    distances.roads = std::move(*roads);
    distances.settlements = std::move(*settlements);
    auto plane = layOut(*distances.roads, *distances.settlements);
    if (!plane) {
        return plane.error();
    }
    distances.plane = std::move(*plane);
    return {};
}

/// Cuts the roads where they have stretches, and says which of these count on the day.
Result<std::vector<StretchState>> cutLines(const ProjectSnapshot &project, const Rule &rule, Day day,
                                           const JobContext &job, Distances &distances)
{
    if (project.featureCount(id(k_stretches)) == 0) {
        return std::vector<StretchState>();
    }
    const auto layer = project.layer(id(k_stretches), stretchFields(), job);
    if (!layer) {
        return layer.error();
    }
    if (auto cut = cutAtStretches(distances.plane, *distances.roads, boundsOf(**layer, *distances.roads)); !cut) {
        return cut.error();
    }
    return judgeStretches(**layer, *distances.roads, project.ledger(), day, rule);
}

} // namespace

Parameter limitsParameter()
{
    Parameter limits;
    limits.id = u"limits_km"_s;
    limits.name = {u"分级里程"_s, u"Limits of the bands"_s};
    limits.help = {u"各级的上限，公里，由小到大，用逗号分开。"_s,
                   u"Upper ends of the bands in km, ascending, with commas between."_s};
    limits.type = ParameterType::Text;
    limits.defaultValue = u"1,2,5,10"_s;
    return limits;
}

Result<std::vector<double>> limitsFrom(const QString &text)
{
    std::vector<double> limits;
    for (const QString &each : normalised(text).split(u',')) {
        bool isNumber = false;
        limits.push_back(each.trimmed().toDouble(&isNumber) * k_metresInKm);
        const bool ascends = limits.size() < 2 || limits.back() > limits[limits.size() - 2];
        if (!isNumber || !(limits.back() > 0) || !ascends) {
            return Error{
                ErrorCode::Misused,
                Text{u"分级里程“%1”不是由小到大的公里数"_s, u"'%1' are no ascending kilometres"_s}.toString().arg(text),
                {},
                Text{u"例如：1,2,5,10"_s, u"For example: 1,2,5,10"_s}.toString(),
                {},
                {}};
        }
    }
    return limits;
}

std::vector<Parameter> distanceParameters()
{
    std::vector<Parameter> parameters{
        targetParameter(), layerParameter(),
        choiceParameter(
            u"over"_s, {u"经由"_s, u"Over"_s},
            {u"只走当日可用（已硬化、已验收、能通行）的路段，还是所有画出的道路。"_s,
             u"Over segments that are usable on the day (hardened, accepted, passable), or over all roads."_s},
            {{u"usable"_s, {u"可用路段"_s, u"usable segments"_s}, {}},
             {u"all"_s, {u"全部道路"_s, u"all roads"_s}, {}}})};
    const std::vector<Parameter> more = networkParameters();
    parameters.insert(parameters.end(), more.begin(), more.end());
    return parameters;
}

Result<Distances> distancesOn(const ProjectSnapshot &project, const ParameterValues &parameters,
                              std::vector<double> limits_m, Day day, const MoreFields &more, const JobContext &job)
{
    const Rule rule = ruleOf(parameters);
    Distances distances;
    distances.limits_m = std::move(limits_m);
    if (auto loaded = load(project, rule, more, job, distances); !loaded) {
        return loaded.error();
    }
    const Segments segments = judgeSegments(*distances.roads, project.ledger(), day, rule);
    const auto stretches = cutLines(project, rule, day, job, distances);
    const auto standings = judgeSettlements(project, *distances.settlements, rule, day, job);
    if (!stretches || !standings) {
        return stretches ? standings.error() : stretches.error();
    }
    for (const Standing &standing : *standings) {
        distances.households.push_back(standing.households);
    }
    const auto targets = targetsOf(project, parameters, distances, segments, *standings, job);
    if (!targets) {
        return targets.error();
    }
    const std::vector<bool> open =
        openLines(distances.plane, segments, *stretches, parameters.text(u"over"_s) == u"all"_s);
    distances.targets = targets->points.size() +
                        static_cast<std::size_t>(std::count(targets->lines.begin(), targets->lines.end(), true));
    auto measured =
        isolines({distances.plane.lines(), open, distances.plane.sourceOfLine, targets->points, targets->lines,
                  distances.plane.positions, rule.snap_m, rule.endSnap_m, distances.limits_m},
                 job);
    if (!measured) {
        return measured.error();
    }
    distances.isolines = std::move(*measured);
    return distances;
}

std::size_t placeBand(const Distances &distances, std::size_t row)
{
    const double distance_m = distances.isolines.distances_m[row];
    if (std::isnan(distance_m)) {
        return k_noRoadNear;
    }
    return std::isinf(distance_m) ? k_unreached : bandOf(distance_m, distances.limits_m);
}

Text bandText(const Distances &distances, std::size_t band)
{
    if (band == k_unreached) {
        return {u"不通"_s, u"not reached"_s};
    }
    if (band == k_noRoadNear) {
        return {u"附近无路"_s, u"no road near"_s};
    }
    const auto km = [&](std::size_t limit) { return QString::number(distances.limits_m[limit] / k_metresInKm); };
    if (band >= distances.limits_m.size()) {
        return {u"超过 %1 公里"_s.arg(km(distances.limits_m.size() - 1)),
                u"more than %1 km"_s.arg(km(distances.limits_m.size() - 1))};
    }
    return {u"%1 公里以内"_s.arg(km(band)), u"up to %1 km"_s.arg(km(band))};
}

} // namespace cuntu::roads
