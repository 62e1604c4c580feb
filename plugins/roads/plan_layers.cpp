// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/plan_layers.h"

#include "core/algorithm/outcome_cell.h"
#include "core/geo/station_text.h"
#include "core/snapshot/known_columns.h"
#include "plugins/roads/reasons.h"

#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// So many names are spelled out in a reason.
constexpr std::size_t k_mostNames = 5;

QString inLanguage(const QString &zh, const QString &en)
{
    return Text{zh, en}.toString();
}

/// Amounts are whole yuan.
QString yuanText(double yuan)
{
    const QString number = QLocale().toString(std::round(yuan), 'f', 0);
    return inLanguage(number + u" 元"_s, number + u" yuan"_s);
}

QString namesOf(const Connection &connection, const std::vector<std::uint32_t> &settlements)
{
    const Column *name = connection.settlements->column(u"name"_s);
    QStringList names;
    for (std::size_t i = 0; i < std::min(settlements.size(), k_mostNames); ++i) {
        names.push_back(name == nullptr ? QString() : name->display(settlements[i]));
    }
    const QString joined = names.join(inLanguage(u"、"_s, u", "_s));
    const auto more = static_cast<int>(settlements.size()) - static_cast<int>(names.size());
    return more <= 0 ? joined : joined + inLanguage(u"等 %1 个"_s, u" and %2 more"_s).arg(settlements.size()).arg(more);
}

LayerSchema worksSchema()
{
    LayerSchema layer;
    layer.id = u"roads_plan"_s;
    layer.name = {u"道路建设方案"_s, u"Road works of a plan"_s};
    layer.geometry = GeometryType::Line;
    layer.nameField = u"road"_s;
    layer.fields = {
        outcomeField(u"seq"_s, {u"次序"_s, u"Order"_s}, FieldType::Integer),
        outcomeField(u"year"_s, {u"年度"_s, u"Year"_s}, FieldType::Integer),
        outcomeField(u"road"_s, {u"路线"_s, u"Road"_s}, FieldType::Text),
        outcomeField(u"work"_s, {u"工程"_s, u"Work"_s}, FieldType::Text),
        outcomeField(u"work_code"_s, {u"工程代码"_s, u"Work code"_s}, FieldType::Text),
        outcomeField(u"from_station"_s, {u"起点桩号"_s, u"From station"_s}, FieldType::Text),
        outcomeField(u"to_station"_s, {u"止点桩号"_s, u"To station"_s}, FieldType::Text),
        outcomeField(u"km"_s, {u"里程"_s, u"Length"_s}, FieldType::Real, u"km"_s),
        outcomeField(u"cost"_s, {u"造价"_s, u"Cost"_s}, FieldType::Real, u"元"_s),
        outcomeField(u"spent"_s, {u"累计造价"_s, u"Cost so far"_s}, FieldType::Real, u"元"_s),
        outcomeField(u"connects"_s, {u"建成即通"_s, u"Connects"_s}, FieldType::Real),
        outcomeField(u"needed_by"_s, {u"受益合计"_s, u"Needed by"_s}, FieldType::Real),
        outcomeField(u"settlements"_s, {u"连通的自然村"_s, u"Settlements it connects"_s}, FieldType::Text),
        outcomeField(u"explanation"_s, {u"理由"_s, u"Reason"_s}, FieldType::Text),
    };
    return layer;
}

QString whatCounts(PlanWeight weight)
{
    return weight == PlanWeight::Persons       ? inLanguage(u"人"_s, u"persons"_s)
           : weight == PlanWeight::Settlements ? inLanguage(u"个自然村"_s, u"settlements"_s)
                                               : inLanguage(u"户"_s, u"households"_s);
}

QString workReason(const PlanResult &result, const PlanWork &work)
{
    const QString what = whatCounts(result.request.weight);
    const QString behind = QLocale().toString(work.weightBehind, 'f', 0);
    if (work.settlements.empty()) {
        return inLanguage(u"后续工程要经过它，共 %1 %2"_s, u"further works go over it, for %1 %2"_s).arg(behind, what);
    }
    const QString names = namesOf(result.connection, work.settlements);
    const QString own = QLocale().toString(work.weight, 'f', 0);
    const QString text = inLanguage(u"建成即连通 %1（%2 %3）"_s, u"connects %1 (%2 %3)"_s).arg(names, own, what);
    return work.weightBehind > work.weight
               ? text + inLanguage(u"，连同后续工程共 %1 %2"_s, u", with further works %1 %2"_s).arg(behind, what)
               : text;
}

/// A piece of a road, or of a gap the straight way between the two roads, which is not shown where the project is in
/// longitude and latitude: the network is in metres then.
Geometry geometryOf(const PlanResult &result, const PlanWork &work, const Stationing &along)
{
    if (work.kind != WorkKind::Gap) {
        return along.cut(work.from_share * along.length_km(), work.to_share * along.length_km());
    }
    Geometry geometry;
    if (!result.connection.roads->crs().isGeographic()) {
        const LineNetwork &network = result.connection.network->lines;
        const GraphEdge &gap = network.graph.edge(work.joint);
        geometry.type = GeometryType::Line;
        geometry.addPart(std::vector<Point>{network.nodes[gap.from], network.nodes[gap.to]});
    }
    return geometry;
}

QString roadName(const Connection &connection, const PlanWork &work)
{
    const QString name = segmentName(*connection.roads, work.road);
    return work.kind == WorkKind::Gap ? name + u" – "_s + segmentName(*connection.roads, work.otherRoad) : name;
}

FeatureRow workRow(const PlanResult &result, const PlanWork &work, const RoadStations &stations, std::int64_t order)
{
    const Stationing along = stations.of(work.road);
    const auto station = [&](double share) {
        return work.kind == WorkKind::Gap ? Value() : outcomeCell(stationText(share * along.length_km()));
    };
    FeatureRow row;
    row.values = {Value(order),
                  work.year == 0 ? Value() : Value(std::int64_t{work.year}),
                  outcomeCell(roadName(result.connection, work)),
                  outcomeCell(workName(work.kind).toString()),
                  outcomeCell(workId(work.kind)),
                  station(work.from_share),
                  station(work.to_share),
                  outcomeCell(work.length_m / k_metresInKm),
                  outcomeCell(std::round(work.cost)),
                  outcomeCell(std::round(work.spent)),
                  outcomeCell(work.weight),
                  outcomeCell(work.weightBehind),
                  outcomeCell(namesOf(result.connection, work.settlements)),
                  outcomeCell(workReason(result, work))};
    row.geometry = geometryOf(result, work, along);
    return row;
}

LayerSchema settlementsSchema()
{
    LayerSchema layer;
    layer.id = u"roads_plan_settlements"_s;
    layer.name = {u"方案涉及的自然村"_s, u"Settlements in a plan of road works"_s};
    layer.geometry = GeometryType::Point;
    layer.nameField = u"name"_s;
    layer.areaField = u"village_code"_s;
    layer.fields = {
        outcomeField(u"code"_s, {u"自然村编号"_s, u"Settlement code"_s}, FieldType::Text),
        outcomeField(u"name"_s, {u"自然村名称"_s, u"Settlement name"_s}, FieldType::Text),
        outcomeField(u"village_code"_s, {u"行政村代码"_s, u"Village code"_s}, FieldType::Text),
        outcomeField(u"counts"_s, {u"计数"_s, u"Counts"_s}, FieldType::Real),
        outcomeField(u"outcome"_s, {u"结果代码"_s, u"Outcome code"_s}, FieldType::Text),
        outcomeField(u"year"_s, {u"连通年度"_s, u"Connected in"_s}, FieldType::Integer),
        outcomeField(u"work"_s, {u"工程次序"_s, u"By work"_s}, FieldType::Integer),
        outcomeField(u"extra_cost"_s, {u"另需造价"_s, u"Further cost"_s}, FieldType::Real, u"元"_s),
        outcomeField(u"extra_per_count"_s,
                     {u"每户（人、村）另需"_s, u"Further cost per household, person or settlement"_s}, FieldType::Real,
                     u"元"_s),
        outcomeField(u"explanation"_s, {u"理由"_s, u"Reason"_s}, FieldType::Text),
    };
    return layer;
}

/// The first work that connects each settlement, as its place in the order; per demand.
std::vector<std::uint32_t> workOfDemands(const PlanResult &result)
{
    std::vector<std::uint32_t> workOfRow(result.connection.standings.size(), k_noIndex);
    for (std::uint32_t work = 0; work < result.works.size(); ++work) {
        for (const std::uint32_t row : result.works[work].settlements) {
            workOfRow[row] = work;
        }
    }
    std::vector<std::uint32_t> works;
    for (const std::uint32_t row : result.input.settlements) {
        works.push_back(workOfRow[row]);
    }
    return works;
}

/// What becomes of one settlement.
struct Fate {
    QString id;
    QString sentence;
};

Fate fateOf(const PlanResult &result, std::size_t demand, std::uint32_t work)
{
    if (work != k_noIndex) {
        const PlanWork &last = result.works[work];
        return {u"CONNECTED"_s, inLanguage(u"第 %1 项工程（%2）完成后连通"_s, u"connected once work %1 (%2) is done"_s)
                                    .arg(work + 1)
                                    .arg(roadName(result.connection, last))};
    }
    if (result.plan.served[demand]) {
        return {u"STATUS_ONLY"_s, inLanguage(u"算数的硬化路已通到，只需更新本村进村路的状态"_s,
                                             u"usable roads lead there; only the status of its own access road says "
                                             u"otherwise"_s)};
    }
    if (!result.plan.reachable[demand]) {
        return {u"OUT_OF_REACH"_s,
                inLanguage(u"图上没有道路可以通到，先补画道路"_s, u"no road on the map leads there; draw one first"_s)};
    }
    return {u"LEFT"_s, inLanguage(u"方案未安排；方案建成后连通它至少另需 %1"_s,
                                  u"not in the plan; once that is built it takes %1 more at least"_s)
                           .arg(yuanText(result.extra_yuan[demand]))};
}

FeatureRow settlementRow(const PlanResult &result, std::size_t demand, std::uint32_t work)
{
    const LayerSnapshot &settlements = *result.connection.settlements;
    const std::uint32_t at = result.input.settlements[demand];
    const double weight = result.input.problem.demands[demand].weight;
    const Fate fate = fateOf(result, demand, work);
    const bool isLeft = fate.id == u"LEFT"_s;
    const int year = work == k_noIndex ? 0 : result.works[work].year;
    FeatureRow row;
    row.values = {outcomeCell(stringAt(settlements.column(u"code"_s), at)),
                  outcomeCell(stringAt(settlements.column(u"name"_s), at)),
                  outcomeCell(stringAt(settlements.column(u"village_code"_s), at)),
                  outcomeCell(weight),
                  outcomeCell(fate.id),
                  year == 0 ? Value() : Value(std::int64_t{year}),
                  work == k_noIndex ? Value() : Value(std::int64_t{work} + 1),
                  isLeft ? outcomeCell(std::round(result.extra_yuan[demand])) : Value(),
                  isLeft ? outcomeCell(std::round(result.extra_yuan[demand] / weight)) : Value(),
                  outcomeCell(fate.sentence)};
    row.geometry = settlements.geometry().geometry(at);
    return row;
}

} // namespace

QString workNote(const RoadStations &stations, const PlanWork &work)
{
    const double length_km = stations.of(work.road).length_km();
    const QString year = work.year == 0 ? QString() : inLanguage(u"%1 年"_s, u"%1: "_s).arg(work.year);
    return year + inLanguage(u"%1 %2 至 %3，%4"_s, u"%1 %2 to %3, %4"_s)
                      .arg(workName(work.kind).toString(), stationText(work.from_share * length_km),
                           stationText(work.to_share * length_km), yuanText(work.cost));
}

OutcomeLayer worksLayer(const PlanResult &result, const RoadStations &stations)
{
    OutcomeLayer layer{worksSchema(), {}};
    for (std::size_t i = 0; i < result.works.size(); ++i) {
        layer.rows.push_back(workRow(result, result.works[i], stations, static_cast<std::int64_t>(i) + 1));
    }
    return layer;
}

OutcomeLayer plannedSettlementsLayer(const PlanResult &result)
{
    OutcomeLayer layer{settlementsSchema(), {}};
    const std::vector<std::uint32_t> works = workOfDemands(result);
    for (std::size_t demand = 0; demand < works.size(); ++demand) {
        layer.rows.push_back(settlementRow(result, demand, works[demand]));
    }
    return layer;
}

} // namespace cuntu::roads
