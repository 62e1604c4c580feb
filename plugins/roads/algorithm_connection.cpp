// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/reasons.h"

#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

LayerSchema resultSchema()
{
    LayerSchema layer;
    layer.id = u"roads_connection"_s;
    layer.name = {u"自然村通硬化路判定"_s, u"Connection of settlements"_s};
    layer.geometry = GeometryType::Point;
    layer.nameField = u"name"_s;
    layer.areaField = u"village_code"_s;
    layer.fields = {
        outcomeField(u"code"_s, {u"自然村编号"_s, u"Settlement code"_s}, FieldType::Text),
        outcomeField(u"name"_s, {u"自然村名称"_s, u"Settlement name"_s}, FieldType::Text),
        outcomeField(u"village_code"_s, {u"行政村代码"_s, u"Village code"_s}, FieldType::Text),
        outcomeField(u"households"_s, {u"户数"_s, u"Households"_s}, FieldType::Integer, u"户"_s),
        outcomeField(u"counted"_s, {u"是否计入"_s, u"Counted"_s}, FieldType::Boolean),
        outcomeField(u"connected"_s, {u"是否相通"_s, u"Connected"_s}, FieldType::Boolean),
        outcomeField(u"reason"_s, {u"原因代码"_s, u"Reason code"_s}, FieldType::Text),
        outcomeField(u"explanation"_s, {u"原因"_s, u"Reason"_s}, FieldType::Text),
        outcomeField(u"segment"_s, {u"相关路段"_s, u"Segment"_s}, FieldType::Text),
        outcomeField(u"access_route"_s, {u"进村路线"_s, u"Access route"_s}, FieldType::Text),
        outcomeField(u"route_stated"_s, {u"进村路线为认定"_s, u"Access route is stated"_s}, FieldType::Boolean),
        outcomeField(u"route"_s, {u"途经路线"_s, u"By roads"_s}, FieldType::Text),
        outcomeField(u"to_road_m"_s, {u"距路段"_s, u"To the segment"_s}, FieldType::Real, u"m"_s),
        outcomeField(u"route_km"_s, {u"硬化路最短里程"_s, u"Shortest hardened route"_s}, FieldType::Real, u"km"_s),
        outcomeField(u"to_harden_km"_s, {u"还需硬化里程"_s, u"Still to harden"_s}, FieldType::Real, u"km"_s),
    };
    return layer;
}

Value textOf(const LayerSnapshot &layer, const QString &field, std::size_t row)
{
    const Column *column = layer.column(field);
    return column == nullptr ? Value() : outcomeCell(column->display(row));
}

/// The roads on the settlement's path, from it on.
QString routeText(const Connection &connection, const Access &access)
{
    QStringList names;
    for (const std::uint32_t row : access.route) {
        names << segmentName(*connection.roads, row);
    }
    return names.join(u" → "_s);
}

FeatureRow resultRow(const Connection &connection, const Rule &rule, std::size_t row)
{
    const LayerSnapshot &settlements = *connection.settlements;
    const Standing &standing = connection.standings[row];
    const Access &access = connection.accesses[row];
    const QString stated = statedRoute(connection, row);
    const bool counted = standing.eligibility == Eligibility::Eligible;
    FeatureRow made;
    made.values = {textOf(settlements, u"code"_s, row),
                   textOf(settlements, u"name"_s, row),
                   textOf(settlements, u"village_code"_s, row),
                   std::isnan(standing.households) ? Value() : Value(static_cast<std::int64_t>(standing.households)),
                   outcomeCell(counted),
                   counted ? outcomeCell(access.connected) : Value(),
                   outcomeCell(reasonId(connection, row)),
                   outcomeCell(settlementReason(connection, rule, row)),
                   access.road == k_noIndex ? Value() : outcomeCell(segmentName(*connection.roads, access.road)),
                   outcomeCell(accessRoute(connection, row)),
                   outcomeCell(!stated.isEmpty()),
                   outcomeCell(routeText(connection, access)),
                   outcomeCell(access.toRoad_m),
                   outcomeCell(access.route_km),
                   outcomeCell(access.toHarden_km)};
    made.geometry = settlements.geometry().geometry(row);
    return made;
}

QJsonObject figuresOf(const Connection &connection)
{
    QJsonObject reasons;
    int eligible = 0;
    int connected = 0;
    int shrunk = 0;
    double left_km = 0;
    for (std::size_t row = 0; row < connection.standings.size(); ++row) {
        const QString why = reasonId(connection, row);
        reasons[why] = reasons[why].toInt() + 1;
        if (connection.standings[row].eligibility == Eligibility::Eligible) {
            ++eligible;
            connected += connection.accesses[row].connected ? 1 : 0;
            shrunk += connection.standings[row].belowThresholdNow ? 1 : 0;
            left_km += connection.accesses[row].leftShare_km;
        }
    }
    QJsonObject figures{{u"settlements"_s, static_cast<qint64>(connection.standings.size())},
                        {u"eligible"_s, eligible},
                        {u"connected"_s, connected},
                        {u"left"_s, eligible - connected},
                        {u"below_threshold_now"_s, shrunk},
                        {u"network_km_left"_s, left_km},
                        {u"destination"_s, destinationId(connection.destination)},
                        {u"reasons"_s, reasons}};
    if (eligible > 0) {
        figures[u"rate"_s] = 100.0 * connected / eligible;
    }
    return figures;
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const Rule rule = Rule::from(input.parameters);
    job.report(0, Text{u"判定自然村是否相通"_s, u"connecting settlements"_s}.toString());
    const auto connection = connect(input.project, rule, input.asOf, Detail::Reasons, job,
                                    {u"code"_s, u"name"_s, u"access_route"_s}, segmentNameFields());
    if (!connection) {
        return connection.error();
    }
    Outcome outcome;
    outcome.figures = figuresOf(*connection);
    outcome.layers.push_back({resultSchema(), {}});
    for (std::size_t row = 0; row < connection->standings.size(); ++row) {
        outcome.layers.front().rows.push_back(resultRow(*connection, rule, row));
    }
    return outcome;
}

} // namespace

Algorithm connectionAlgorithm()
{
    Algorithm algorithm;
    algorithm.id = u"roads.connection"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"自然村通硬化路判定"_s, u"Connection of settlements"_s};
    algorithm.help = {
        u"逐村判定是否通硬化路；未通的说明原因（附近无路、路径在某路段中断、未验收、孤立），"
        u"给出硬化路最短里程和施工量最小的路径上还需硬化的里程。"_s,
        u"For each settlement whether it is connected, and if not why (no road near, the path breaks at a segment, "
        u"not accepted, isolated), with the shortest hardened route and the kilometres still to harden on the path "
        u"that has the least to build."_s};
    algorithm.parameters = Rule::parameters();
    algorithm.run = run;
    return algorithm;
}

} // namespace cuntu::roads
