// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/plan_outcome.h"

#include "core/algorithm/figure_makers.h"
#include "core/geo/station_text.h"
#include "core/solve/shortest_paths.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/plan_layers.h"
#include "plugins/roads/reasons.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// Share of all that counts, in percent.
double percentOf(const PlanInput &input, double weight)
{
    return input.countedWeight > 0 ? 100 * weight / input.countedWeight : 0;
}

QString weightId(PlanWeight weight)
{
    return weight == PlanWeight::Persons       ? u"persons"_s
           : weight == PlanWeight::Settlements ? u"settlements"_s
                                               : u"households"_s;
}

/// The unit of that, which is shown in the language of the program.
QString weightUnit(PlanWeight weight)
{
    return weight == PlanWeight::Persons ? u"人"_s : weight == PlanWeight::Settlements ? u"自然村"_s : u"户"_s;
}

/// One row a year: what is built, and who is connected by its end.
QJsonArray programmeOf(const PlanResult &result)
{
    QJsonArray programme;
    double weight = result.input.connectedWeight;
    double spent = 0;
    for (int i = 0; i < result.request.years.count; ++i) {
        const int year = result.request.years.first + i;
        double km = 0;
        double yuan = 0;
        qint64 works = 0;
        qint64 settlements = 0;
        for (const PlanWork &work : result.works) {
            if (work.year == year) {
                km += work.length_m / k_metresInKm;
                yuan += work.cost;
                weight += work.weight;
                settlements += static_cast<qint64>(work.settlements.size());
                ++works;
            }
        }
        spent += yuan;
        programme.push_back(QJsonObject{{u"year"_s, QString::number(year)},
                                        {u"works"_s, works},
                                        {u"km"_s, km},
                                        {u"cost"_s, std::round(yuan)},
                                        {u"spent"_s, std::round(spent)},
                                        {u"settlements"_s, settlements},
                                        {weightId(result.request.weight), weight},
                                        {u"rate"_s, percentOf(result.input, weight)}});
    }
    return programme;
}

/// Settlements that are not connected, by what the plan does for them.
struct Counts {
    qint64 connected = 0;
    qint64 statusOnly = 0; ///< usable roads lead there; only its own status says otherwise
    qint64 left = 0;
    qint64 outOfReach = 0;
};

Counts countsOf(const PlanResult &result)
{
    Counts counts;
    for (std::size_t demand = 0; demand < result.input.settlements.size(); ++demand) {
        ++(result.plan.servedBy[demand] != k_noIndex ? counts.connected
           : result.plan.served[demand]              ? counts.statusOnly
           : result.plan.reachable[demand]           ? counts.left
                                                     : counts.outOfReach);
    }
    return counts;
}

QJsonObject figuresOf(const PlanResult &result)
{
    const NetworkPlan &plan = result.plan;
    const bool byBudget = result.request.goal.budget.has_value();
    double km = 0;
    double hardened_km = 0;
    for (const PlanWork &work : result.works) {
        km += work.length_m / k_metresInKm;
        hardened_km += work.kind == WorkKind::Build ? work.length_m / k_metresInKm : 0;
    }
    const Counts counts = countsOf(result);
    const double before = result.input.connectedWeight;
    QJsonObject figures{{u"objective_in"_s, byBudget ? weightUnit(result.request.weight) : u"元"_s},
                        {u"objective"_s, byBudget ? before + plan.weight : std::round(plan.cost)},
                        {u"bound"_s, byBudget ? before + plan.bound : std::round(plan.bound)},
                        {u"gap"_s, plan.gap(result.request.goal)},
                        {u"optimal"_s, plan.optimal},
                        {u"stopped"_s, plan.isStopped},
                        {u"enough"_s, plan.isEnough},
                        {u"cost"_s, std::round(plan.cost)},
                        {u"counts"_s, weightUnit(result.request.weight)},
                        {u"before"_s, before},
                        {u"after"_s, before + plan.weight},
                        {u"rate_before"_s, percentOf(result.input, before)},
                        {u"rate_after"_s, percentOf(result.input, before + plan.weight)},
                        {u"works"_s, static_cast<qint64>(result.works.size())},
                        {u"km"_s, km},
                        {u"harden_km"_s, hardened_km},
                        {u"settlements_connected"_s, counts.connected},
                        {u"settlements_status_only"_s, counts.statusOnly},
                        {u"settlements_left"_s, counts.left},
                        {u"settlements_out_of_reach"_s, counts.outOfReach},
                        {u"terrain_missing_km"_s, result.costs.terrainMissing_km},
                        {u"destination"_s, destinationId(result.connection.destination)}};
    if (byBudget) {
        figures[u"budget"_s] = *result.request.goal.budget;
    }
    if (result.request.years.count > 0) {
        figures[u"programme"_s] = programmeOf(result);
    }
    return figures;
}

/// Segments that must be built and of which the ledger says nothing yet, or only that there is a need.
std::vector<ProposedMark> marksOf(const PlanResult &result, const RoadStations &stations, Day asOf)
{
    std::map<std::uint32_t, QString> notes; // per road
    for (const PlanWork &work : result.works) {
        const Segments &segments = result.connection.segments;
        const bool isOpen = !segments.hasStatus[work.road] || segments.statusClasses[work.road] == StatusClass::Need;
        if (work.kind == WorkKind::Accept || work.kind == WorkKind::Gap || !isOpen) {
            continue;
        }
        QString &note = notes[work.road];
        note += (note.isEmpty() ? QString() : u"; "_s) + workNote(stations, work);
    }
    std::vector<ProposedMark> marks;
    for (const auto &[road, note] : notes) {
        marks.push_back({id(k_roads), result.connection.roads->id(road), u"PLANNED"_s, asOf, note});
    }
    return marks;
}

} // namespace

std::vector<OutcomeFigure> planFigures()
{
    return joined(
        boundedPlanFigures(),
        {
            {u"cost"_s, {u"造价合计"_s, u"Cost"_s}, u"元"_s},
            {u"counts"_s, {u"计数单位"_s, u"What counts"_s}},
            {u"before"_s, {u"已通硬化路"_s, u"Connected before"_s}},
            {u"after"_s, {u"建成后通硬化路"_s, u"Connected by the plan"_s}},
            {u"rate_before"_s, {u"现占比"_s, u"Share before"_s}, u"%"_s},
            {u"rate_after"_s, {u"建成后占比"_s, u"Share with the plan"_s}, u"%"_s},
            {u"works"_s, {u"工程数"_s, u"Works"_s}},
            {u"km"_s, {u"工程里程"_s, u"Length of the works"_s}, u"km"_s},
            {u"harden_km"_s, {u"其中需硬化"_s, u"To be hardened of it"_s}, u"km"_s},
            {u"settlements_connected"_s, {u"新连通自然村"_s, u"Settlements connected"_s}, u"个"_s},
            {u"settlements_status_only"_s,
             {u"只需更新状态的自然村"_s, u"Settlements that only need their status"_s},
             u"个"_s},
            {u"settlements_left"_s, {u"未安排的自然村"_s, u"Settlements left"_s}, u"个"_s},
            {u"settlements_out_of_reach"_s, {u"无路可到的自然村"_s, u"Settlements that no road leads to"_s}, u"个"_s},
            {u"terrain_missing_km"_s, {u"地形未覆盖的里程"_s, u"Not covered by the terrain model"_s}, u"km"_s},
            {u"destination"_s, {u"通到"_s, u"Destination"_s}},
            {u"programme"_s, {u"分年计划"_s, u"By year"_s}},
        });
}

Result<std::vector<double>> extraCosts(const PlanInput &input, const NetworkPlan &plan, const JobContext &job)
{
    std::vector<bool> built(input.problem.edges.size());
    for (const PlanStep &step : plan.steps) {
        built[step.edge] = true;
    }
    std::vector<GraphEdge> edges;
    std::vector<double> costs;
    for (std::size_t i = 0; i < input.problem.edges.size(); ++i) {
        const PlanEdge &edge = input.problem.edges[i];
        if (!edge.oneWay || built[i] || edge.cost == 0) {
            edges.push_back({edge.from, edge.to, 0});
            costs.push_back(built[i] ? 0 : edge.cost);
        }
    }
    const PathSource root{input.problem.root, 0};
    const auto tree = shortestPaths(Graph(input.problem.nodes, std::move(edges)), costs, std::span(&root, 1), job);
    if (!tree) {
        return tree.error();
    }
    std::vector<double> extra;
    for (const PlanDemand &demand : input.problem.demands) {
        double least = std::numeric_limits<double>::infinity();
        for (const std::uint32_t node : demand.nodes) {
            least = std::min(least, tree->cost[node]);
        }
        extra.push_back(std::isfinite(least) ? least : std::nan(""));
    }
    return extra;
}

Result<Outcome> planOutcome(const PlanResult &result, Day asOf)
{
    Outcome outcome;
    outcome.figures = figuresOf(result);
    const auto stations = RoadStations::create(*result.connection.roads);
    if (!stations) {
        return stations.error();
    }
    outcome.layers.push_back(worksLayer(result, *stations));
    outcome.layers.push_back(plannedSettlementsLayer(result));
    outcome.marks = marksOf(result, *stations, asOf);
    return outcome;
}

} // namespace cuntu::roads
