// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/station_text.h"
#include "core/snapshot/known_columns.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/reasons.h"
#include "plugins/roads/stretches.h"

#include <QHash>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

constexpr double k_overlap_km = 0.001;  ///< shorter overlaps are rounding
constexpr double k_behindEnd_km = 0.02; ///< as the import of stretches takes it
constexpr double k_behindShare = 0.01;
constexpr double k_metresInDegree = 111320;
constexpr double k_redrawn_m = 2; ///< how far the ends of a drawn stretch may be from its stations
using Findings = Result<std::vector<CheckFinding>>;

/// Both layers, with what the checks of stretches read.
struct Layers {
    Immutable<LayerSnapshot> stretches;
    Immutable<LayerSnapshot> roads;
    QHash<QString, std::uint32_t> rowByCode; ///< of roads
};

Result<Layers> load(const ProjectSnapshot &project, const JobContext &job)
{
    auto stretches = layerWith(project, id(k_stretches), stretchFields(), job);
    auto roads = stretches ? project.layer(id(k_roads), stretchedRoadFields(), job)
                           : Result<Immutable<LayerSnapshot>>(stretches.error());
    if (!roads) {
        return roads.error();
    }
    Layers layers{std::move(*stretches), std::move(*roads), {}};
    const Column *codes = layers.roads->column(u"route_code"_s);
    for (std::uint32_t row = 0; row < layers.roads->size(); ++row) {
        layers.rowByCode.insert(stringAt(codes, row), row);
    }
    return layers;
}

/// A stretch as people call it: "C001 K0+000–K1+250".
QString nameOf(const LayerSnapshot &stretches, std::size_t row)
{
    return u"%1 %2–%3"_s.arg(stringAt(stretches.column(u"route_code"_s), row),
                             stationText(numberAt(stretches.column(u"from_km"_s), row)),
                             stationText(numberAt(stretches.column(u"to_km"_s), row)));
}

/// What is wrong with the place of stretch @p row on its road; empty: nothing.
QString placeProblem(const Layers &layers, const RoadStations &stations, std::size_t row)
{
    const double from_km = numberAt(layers.stretches->column(u"from_km"_s), row);
    const double to_km = numberAt(layers.stretches->column(u"to_km"_s), row);
    const auto road = layers.rowByCode.constFind(stringAt(layers.stretches->column(u"route_code"_s), row));
    const QString name = nameOf(*layers.stretches, row);
    if (road == layers.rowByCode.cend()) {
        return Text{u"%1：没有这条路线"_s, u"%1: there is no such road"_s}.toString().arg(name);
    }
    if (!(from_km < to_km)) {
        return Text{u"%1：起点桩号不小于止点桩号"_s, u"%1: it does not begin before it ends"_s}.toString().arg(name);
    }
    const double length_km = stations.of(*road).length_km();
    if (to_km - length_km > std::max(k_behindEnd_km, k_behindShare * length_km)) {
        return Text{u"%1：超出路线终点 %2"_s, u"%1: it ends behind the last station, %2"_s}.toString().arg(
            name, stationText(length_km));
    }
    return {};
}

Findings checkPlaces(const ProjectSnapshot &project, const JobContext &job)
{
    const auto layers = load(project, job);
    if (!layers) {
        return layers.error();
    }
    std::vector<CheckFinding> findings;
    if (layers->stretches->size() == 0) {
        return findings;
    }
    const auto stations = RoadStations::create(*layers->roads);
    if (!stations) {
        return stations.error();
    }
    for (std::size_t row = 0; row < layers->stretches->size(); ++row) {
        const QString problem = placeProblem(*layers, *stations, row);
        if (!problem.isEmpty()) {
            findings.push_back({id(k_stretches), layers->stretches->id(row), problem});
        }
    }
    return findings;
}

/// Stretches that both say something of the same kilometres today, and not the same.
Findings checkOverlaps(const ProjectSnapshot &project, const JobContext &job)
{
    const auto layers = load(project, job);
    if (!layers) {
        return layers.error();
    }
    const LayerSnapshot &stretches = *layers->stretches;
    const auto states = judgeStretches(stretches, *layers->roads, project.ledger(), Day::today(), Rule());
    std::vector<CheckFinding> findings;
    for (std::size_t later = 0; later < states.size(); ++later) {
        for (std::size_t i = later; i-- > 0 && states[i].road == states[later].road;) {
            const double shared_km =
                std::min(states[i].to_km, states[later].to_km) - std::max(states[i].from_km, states[later].from_km);
            if (shared_km > k_overlap_km && states[i].state != states[later].state) {
                findings.push_back({id(k_stretches), stretches.id(states[i].row),
                                    Text{u"%1 与 %2 重叠且状态不同：以后者（自 %3 起）为准"_s,
                                         u"%1 overlaps %2, which says otherwise: the latter counts, from %3 on"_s}
                                        .toString()
                                        .arg(nameOf(stretches, states[i].row), nameOf(stretches, states[later].row),
                                             states[later].since.toText())});
            }
        }
    }
    return findings;
}

/// Where @p drawn begins or ends is not where @p expected does.
bool isElsewhere(const Geometry &drawn, const Geometry &expected, double tolerance)
{
    const auto apart = [&](Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y) > tolerance; };
    return !expected.isEmpty() && (drawn.isEmpty() || apart(drawn.points.front(), expected.points.front()) ||
                                   apart(drawn.points.back(), expected.points.back()));
}

Findings checkDrawn(const ProjectSnapshot &project, const JobContext &job)
{
    const auto layers = load(project, job);
    if (!layers) {
        return layers.error();
    }
    const LayerSnapshot &stretches = *layers->stretches;
    std::vector<CheckFinding> findings;
    const auto stations =
        stretches.size() > 0 ? RoadStations::create(*layers->roads) : Result<RoadStations>(cancelledError());
    const double tolerance = k_redrawn_m / (stretches.crs().isGeographic() ? k_metresInDegree : 1);
    for (std::size_t row = 0; stations && row < stretches.size(); ++row) {
        const auto road = layers->rowByCode.constFind(stringAt(stretches.column(u"route_code"_s), row));
        if (road != layers->rowByCode.cend() &&
            isElsewhere(stretches.geometry().geometry(row),
                        stations->of(*road).cut(numberAt(stretches.column(u"from_km"_s), row),
                                                numberAt(stretches.column(u"to_km"_s), row)),
                        tolerance)) {
            CheckFinding finding{id(k_stretches), stretches.id(row),
                                 Text{u"%1：画的位置与桩号不符，路线可能改画过"_s,
                                      u"%1: it is not drawn where its stations are; its road may have been redrawn"_s}
                                     .toString()
                                     .arg(nameOf(stretches, row))};
            finding.canFix = true;
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

Result<std::vector<CheckFix>> redraw(const ProjectSnapshot &project, const std::vector<CheckFinding> &found,
                                     const JobContext &job)
{
    const auto layers = load(project, job);
    const auto stations = layers ? RoadStations::create(*layers->roads) : Result<RoadStations>(layers.error());
    if (!stations) {
        return stations.error();
    }
    const LayerSnapshot &stretches = *layers->stretches;
    std::vector<CheckFix> fixes;
    for (const CheckFinding &finding : found) {
        const auto row = stretches.rowOf(finding.feature);
        const QString code = row ? stringAt(stretches.column(u"route_code"_s), *row) : QString();
        if (!row || !layers->rowByCode.contains(code)) {
            continue;
        }
        Geometry cut =
            stations->of(layers->rowByCode.value(code))
                .cut(numberAt(stretches.column(u"from_km"_s), *row), numberAt(stretches.column(u"to_km"_s), *row));
        if (!cut.isEmpty()) {
            fixes.push_back({id(k_stretches), finding.feature, std::move(cut),
                             Text{u"%1：按桩号重画"_s, u"%1: drawn anew by its stations"_s}.toString().arg(
                                 nameOf(stretches, *row))});
        }
    }
    return fixes;
}

/// The road that a settlement is said to have must be there, and be one that its path goes over.
Findings checkAccessRoutes(const ProjectSnapshot &project, const JobContext &job)
{
    Rule rule;
    rule.minHouseholds = 1;
    const auto known = layerWith(project, id(k_settlements), {u"access_route"_s}, job);
    if (!known || (*known)->column(u"access_route"_s) == nullptr) {
        return known ? Findings(std::vector<CheckFinding>()) : Findings(known.error());
    }
    const auto connection =
        connect(project, rule, Day::today(), Detail::Reasons, job, {u"access_route"_s}, segmentNameFields());
    if (!connection) {
        return connection.error();
    }
    QHash<QString, std::uint32_t> rows;
    for (std::uint32_t row = 0; row < connection->roads->size(); ++row) {
        rows.insert(segmentName(*connection->roads, row), row);
    }
    std::vector<CheckFinding> findings;
    for (std::size_t row = 0; row < connection->settlements->size(); ++row) {
        const QString stated = statedRoute(*connection, row);
        const auto &route = connection->accesses[row].route;
        const auto road = rows.constFind(stated);
        Text said;
        if (!stated.isEmpty() && road == rows.cend()) {
            said = {u"进村路线 %1 不在道路图层中"_s, u"its access route %1 is not among the roads"_s};
        } else if (!stated.isEmpty() && !route.empty() && std::find(route.begin(), route.end(), *road) == route.end()) {
            said = {u"通达路径不经过认定的进村路线 %1"_s, u"its path does not lead over the stated access route %1"_s};
        } else {
            continue;
        }
        findings.push_back({id(k_settlements), connection->settlements->id(row), said.toString().arg(stated)});
    }
    return findings;
}

} // namespace

void addStretchChecks(Registry &draft)
{
    const QString programme = id(k_programme);
    draft.checks.push_back({u"roads.stretch_place"_s,
                            programme,
                            {u"桩号区间无法落到路上"_s, u"Stretches that fit no road"_s},
                            checkPlaces});
    draft.checks.push_back({u"roads.stretch_overlap"_s,
                            programme,
                            {u"桩号区间重叠"_s, u"Stretches that overlap"_s},
                            checkOverlaps,
                            Severity::Warning});
    draft.checks.push_back({u"roads.stretch_drawn"_s,
                            programme,
                            {u"桩号区间与图形不符"_s, u"Stretches drawn elsewhere"_s},
                            checkDrawn,
                            Severity::Warning,
                            {},
                            redraw});
    draft.checks.push_back({u"roads.access_route"_s,
                            programme,
                            {u"进村路线与路网不符"_s, u"Access routes against the network"_s},
                            checkAccessRoutes,
                            Severity::Warning});
}

} // namespace cuntu::roads
