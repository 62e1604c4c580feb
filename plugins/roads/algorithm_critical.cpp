// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "core/algorithm/parameter_makers.h"
#include "plugins/roads/critical.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/reasons.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// So many of the most critical segments are named among the figures.
constexpr std::size_t k_mostNamed = 10;

LayerSchema resultSchema()
{
    LayerSchema layer;
    layer.id = u"roads_critical"_s;
    layer.name = {u"关键路段"_s, u"Critical segments"_s};
    layer.geometry = GeometryType::Line;
    layer.nameField = u"road"_s;
    layer.fields = {
        outcomeField(u"rank"_s, {u"名次"_s, u"Rank"_s}, FieldType::Integer),
        outcomeField(u"road"_s, {u"路线"_s, u"Road"_s}, FieldType::Text),
        outcomeField(u"settlements"_s, {u"断开的自然村"_s, u"Settlements cut off"_s}, FieldType::Integer, u"个"_s),
        outcomeField(u"households"_s, {u"断开的户数"_s, u"Households cut off"_s}, FieldType::Real, u"户"_s),
        outcomeField(u"persons"_s, {u"断开的人口"_s, u"Persons cut off"_s}, FieldType::Real, u"人"_s),
        outcomeField(u"explanation"_s, {u"说明"_s, u"Explanation"_s}, FieldType::Text),
    };
    return layer;
}

QString explanationOf(const Criticality &critical)
{
    return Text{u"断了它，%1 个自然村 %2 户没有别的路可走"_s,
                u"without it %1 settlements with %2 households have no other way"_s}
        .toString()
        .arg(critical.settlements)
        .arg(critical.households, 0, 'f', 0);
}

Outcome outcomeOf(const Connection &connection, std::vector<Criticality> critical)
{
    std::stable_sort(critical.begin(), critical.end(), [](const Criticality &a, const Criticality &b) {
        return std::pair(a.households, a.settlements) > std::pair(b.households, b.settlements);
    });
    Outcome outcome;
    outcome.layers.push_back({resultSchema(), {}});
    QJsonArray most;
    for (std::size_t i = 0; i < critical.size(); ++i) {
        const Criticality &one = critical[i];
        const QString road = segmentName(*connection.roads, one.road);
        FeatureRow row;
        row.values = {Value(static_cast<std::int64_t>(i) + 1),
                      outcomeCell(road),
                      Value(std::int64_t{one.settlements}),
                      outcomeCell(one.households),
                      outcomeCell(one.persons),
                      outcomeCell(explanationOf(one))};
        row.geometry = connection.roads->geometry().geometry(one.road);
        outcome.layers.front().rows.push_back(std::move(row));
        if (i < k_mostNamed) {
            most.push_back(QJsonObject{
                {u"road"_s, road}, {u"settlements"_s, qint64{one.settlements}}, {u"households"_s, one.households}});
        }
    }
    outcome.figures = {{u"segments"_s, static_cast<qint64>(connection.roads->size())},
                       {u"critical"_s, static_cast<qint64>(critical.size())},
                       {u"most_households"_s, critical.empty() ? 0 : critical.front().households},
                       {u"most"_s, most},
                       {u"destination"_s, destinationId(connection.destination)}};
    return outcome;
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const Rule rule = Rule::from(input.parameters);
    const Net net = input.parameters.text(u"net"_s) == u"passable"_s ? Net::Passable : Net::Usable;
    const auto connection = connect(input.project, rule, input.asOf, Detail::Connected, job, {}, segmentNameFields());
    if (!connection) {
        return connection.error();
    }
    auto critical = criticalSegments(*connection, net);
    if (!critical) {
        return critical.error();
    }
    return outcomeOf(*connection, std::move(*critical));
}

std::vector<Parameter> parameters()
{
    std::vector<Parameter> all{choiceParameter(
        u"net"_s, {u"路网"_s, u"Roads"_s},
        {u"算数的硬化路，或所有能通行的路。"_s, u"Hardened roads that count, or all that can be passed."_s},
        {{u"usable"_s, {u"算数的硬化路"_s, u"hardened, accepted"_s}, {}},
         {u"passable"_s, {u"所有能通行的路"_s, u"passable, hardened or not"_s}, {}}})};
    for (const Parameter &parameter : Rule::parameters()) {
        all.push_back(parameter);
    }
    return all;
}

} // namespace

Algorithm criticalAlgorithm()
{
    Algorithm algorithm;
    algorithm.id = u"roads.critical"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"关键路段"_s, u"Critical segments"_s};
    algorithm.help = {
        u"逐段判定：断了它（塌方、桥毁），哪些自然村就没有别的路通到目的地。缺桥断路之处先备预案，或先修第二条路。"_s,
        u"For each segment: if it is cut (a landslide, a bridge), which settlements have no other way to "
        u"the destination. There plans are needed first, or a second way."_s};
    algorithm.parameters = parameters();
    algorithm.run = run;
    return algorithm;
}

} // namespace cuntu::roads
