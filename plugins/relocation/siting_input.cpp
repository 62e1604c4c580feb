// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/siting_input.h"

#include "core/geo/geodesic.h"
#include "core/solve/end_network.h"
#include "core/solve/shortest_paths.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

constexpr int k_named = 5; ///< so many features are named in a message

Error invalid(const Text &sentence, const Text &advice)
{
    return {ErrorCode::Invalid, sentence.toString(), {}, advice.toString(), {}, {}};
}

/// The names of @p rows, the first few of them.
QString namesOf(const LayerSnapshot &layer, const std::vector<std::uint32_t> &rows)
{
    QStringList names;
    for (std::size_t i = 0; i < rows.size() && i < k_named; ++i) {
        names << nameOf(layer, rows[i]);
    }
    return names.join(Text{u"、"_s, u", "_s}.toString()) + (rows.size() > k_named ? u"…"_s : QString());
}

/// The number in @p field of a row; @p otherwise where the parameter that names the field was left out.
double numberIn(const LayerSnapshot &layer, const QString &field, std::size_t row, double otherwise)
{
    const Column *column = field.isEmpty() ? nullptr : layer.column(field);
    if (column == nullptr) {
        return otherwise;
    }
    if (column->kind() == Column::Kind::Number) {
        return column->number(row);
    }
    bool isNumber = false;
    const double value = column->display(row).toDouble(&isNumber);
    return isNumber ? value : std::nan("");
}

Result<Immutable<LayerSnapshot>> load(const AlgorithmInput &input, const QString &parameter,
                                      const QStringList &fieldParameters, const JobContext &job)
{
    QStringList fields;
    for (const QString &each : fieldParameters) {
        fields << input.parameters.text(each);
    }
    fields.removeAll(QString());
    const QString id = input.parameters.text(parameter);
    auto bare = input.project.layer(id, fields, job);
    if (!bare) {
        return bare.error().during(parameter);
    }
    for (const QString &field : {(*bare)->schema().nameField, (*bare)->schema().keyField}) {
        if (!field.isEmpty()) {
            fields << field;
        }
    }
    return input.project.layer(id, fields, job);
}

/// Reads who must be served; what weighs nothing is left out.
Result<void> readDemand(const AlgorithmInput &input, SitingInput &siting)
{
    const QString field = input.parameters.text(u"weight"_s);
    std::vector<std::uint32_t> wrong;
    for (std::uint32_t row = 0; row < siting.demand->size(); ++row) {
        const double weight = numberIn(*siting.demand, field, row, 1);
        if (weight < 0 || !std::isfinite(weight)) {
            wrong.push_back(row);
        } else if (weight > 0) {
            siting.demandRows.push_back(row);
            siting.weights.push_back(weight);
        }
    }
    if (!wrong.empty()) {
        return invalid({u"%1 个需求点的权重为负或不是数：%2"_s.arg(wrong.size()).arg(namesOf(*siting.demand, wrong)),
                        u"%1 demand features have a weight that is negative or no number: %2"_s.arg(wrong.size())
                            .arg(namesOf(*siting.demand, wrong))},
                       {u"请改正字段 %1。"_s.arg(field), u"Correct the field %1."_s.arg(field)});
    }
    if (siting.demandRows.empty()) {
        return invalid(
            {u"没有需求：图层 %1 中没有权重大于零的要素"_s.arg(siting.demand->schema().id),
             u"there is no demand: no feature of layer %1 weighs anything"_s.arg(siting.demand->schema().id)},
            {u"请换一个图层或权重字段。"_s, u"Choose another layer or weight."_s});
    }
    return {};
}

Result<void> readCandidates(const AlgorithmInput &input, SitingInput &siting)
{
    for (std::uint32_t row = 0; row < siting.candidates->size(); ++row) {
        const bool open = numberIn(*siting.candidates, input.parameters.text(u"open"_s), row, 0) > 0;
        const bool closed = numberIn(*siting.candidates, input.parameters.text(u"closed"_s), row, 0) > 0;
        if (open && closed) {
            return invalid({u"候选点 %1 既必须启用又不得启用"_s.arg(nameOf(*siting.candidates, row)),
                            u"candidate %1 must be open and must not"_s.arg(nameOf(*siting.candidates, row))},
                           {u"请改正两个字段之一。"_s, u"Correct one of the two fields."_s});
        }
        siting.candidateRows.push_back(row);
        siting.rules.push_back(open ? SiteRule::Open : closed ? SiteRule::Closed : SiteRule::Free);
    }
    if (siting.candidateRows.empty()) {
        return invalid({u"没有候选点：图层 %1 是空的"_s.arg(siting.candidates->schema().id),
                        u"there is no candidate: layer %1 is empty"_s.arg(siting.candidates->schema().id)},
                       {u"请换一个图层。"_s, u"Choose another layer."_s});
    }
    return {};
}

/// The network with its costs, and how far it is to it.
class Ways {
public:
    static Result<Ways> create(const AlgorithmInput &input, const JobContext &job);

    /// The nodes nearest to the features in @p rows of @p layer, with the way there in metres.
    Result<std::vector<PathSource>> entries(const LayerSnapshot &layer, const std::vector<std::uint32_t> &rows) const;
    Result<void> measure(SitingInput &siting, const JobContext &job) const;
    bool isMetric() const { return m_metric; }

private:
    explicit Ways(Geodesic geodesic) : m_geodesic(std::move(geodesic)) {}
    Result<std::vector<double>> lineCosts(const AlgorithmInput &input) const;

    Geodesic m_geodesic;
    Immutable<LayerSnapshot> m_layer;
    std::vector<std::uint32_t> m_rowOfLine;
    EndNetwork m_network;
    std::vector<double> m_costs; ///< per edge
    PackedIndex m_nodes;
    double m_snap_m = 0;
    bool m_metric = false; ///< costs are metres
};

/// A feature's cost is shared by its parts by their length.
Result<std::vector<double>> Ways::lineCosts(const AlgorithmInput &input) const
{
    const QString field = input.parameters.text(u"cost"_s);
    const PackedGeometry &geometry = m_layer->geometry();
    std::vector<double> costs;
    std::vector<std::uint32_t> wrong;
    for (std::uint32_t row = 0; row < geometry.size(); ++row) {
        std::vector<double> lengths;
        double whole = 0;
        for (std::size_t part = geometry.firstPart(row); part < geometry.endPart(row); ++part) {
            lengths.push_back(m_geodesic.length_m(geometry.part(part)));
            whole += lengths.back();
        }
        const double cost = numberIn(*m_layer, field, row, whole);
        if (!lengths.empty() && (cost < 0 || !std::isfinite(cost))) {
            wrong.push_back(row);
        }
        for (const double length : lengths) {
            costs.push_back(lengths.size() == 1 || whole == 0 ? cost : cost * length / whole);
        }
    }
    if (!wrong.empty()) {
        return invalid({u"%1 条线的费用为负或不是数：%2"_s.arg(wrong.size()).arg(namesOf(*m_layer, wrong)),
                        u"%1 lines have a cost that is negative or no number: %2"_s.arg(wrong.size())
                            .arg(namesOf(*m_layer, wrong))},
                       {u"请改正字段 %1。"_s.arg(field), u"Correct the field %1."_s.arg(field)});
    }
    return costs;
}

Result<Ways> Ways::create(const AlgorithmInput &input, const JobContext &job)
{
    auto layer = load(input, u"network"_s, {u"cost"_s}, job);
    auto geodesic = Geodesic::create(input.project.crs());
    if (!layer || !geodesic) {
        return layer ? geodesic.error() : layer.error();
    }
    if ((*layer)->geometry().type != GeometryType::Line) {
        return invalid({u"图层 %1 不是线"_s.arg((*layer)->schema().id),
                        u"layer %1 does not consist of lines"_s.arg((*layer)->schema().id)},
                       {u"请选择道路等线图层。"_s, u"Choose a layer of lines, such as roads."_s});
    }
    Ways ways(std::move(*geodesic));
    ways.m_layer = *layer;
    ways.m_metric = input.parameters.text(u"cost"_s).isEmpty();
    ways.m_snap_m = input.parameters.number(u"snap_m"_s);
    const auto costs = ways.lineCosts(input);
    if (!costs) {
        return costs.error();
    }
    const PackedGeometry &geometry = ways.m_layer->geometry();
    auto network =
        joinAtEnds({geometry.points, geometry.partStart}, input.parameters.boolean(u"split_at_crossings"_s), job);
    if (!network) {
        return network.error();
    }
    ways.m_network = std::move(*network);
    ways.m_costs = ways.m_network.edgeCosts(*costs);
    std::vector<Box> boxes(ways.m_network.nodes.size());
    for (std::size_t node = 0; node < boxes.size(); ++node) {
        boxes[node].add(ways.m_network.nodes[node]);
    }
    ways.m_nodes = PackedIndex(boxes);
    return ways;
}

Result<std::vector<PathSource>> Ways::entries(const LayerSnapshot &layer, const std::vector<std::uint32_t> &rows) const
{
    std::vector<PathSource> entries;
    std::vector<std::uint32_t> away;
    for (const std::uint32_t row : rows) {
        const Point position = positionOf(layer, row);
        PathSource entry{k_noIndex, 0};
        if (!std::isnan(position.x)) {
            m_nodes.nearest(position, std::numeric_limits<double>::infinity(), [&](std::uint32_t node, double) {
                entry = {node, m_geodesic.leg(position, m_network.nodes[node]).distance_m};
                return false;
            });
        }
        if (entry.node == k_noIndex || entry.cost > m_snap_m) {
            away.push_back(row);
        }
        entries.push_back(entry);
    }
    if (!away.empty()) {
        return invalid(
            {u"图层 %1 有 %2 个要素离路网节点超过 %3 米：%4"_s.arg(layer.schema().id)
                 .arg(away.size())
                 .arg(m_snap_m)
                 .arg(namesOf(layer, away)),
             u"%2 features of layer %1 are more than %3 m from a node of the network: %4"_s.arg(layer.schema().id)
                 .arg(away.size())
                 .arg(m_snap_m)
                 .arg(namesOf(layer, away))},
            {u"请加大 snap_m，或补画道路；道路中途相接时用 split_at_crossings。"_s,
             u"Raise snap_m, or draw the missing roads; where roads meet midway, use split_at_crossings."_s});
    }
    return entries;
}

Result<void> Ways::measure(SitingInput &siting, const JobContext &job) const
{
    const auto customers = entries(*siting.demand, siting.demandRows);
    const auto sites = entries(*siting.candidates, siting.candidateRows);
    if (!customers || !sites) {
        return customers ? sites.error() : customers.error();
    }
    siting.ways.assign(customers->size(), std::vector<double>(sites->size()));
    for (std::size_t site = 0; site < sites->size(); ++site) {
        const PathSource source{(*sites)[site].node, m_metric ? (*sites)[site].cost : 0};
        const auto tree = shortestPaths(m_network.graph, m_costs, std::span(&source, 1), job);
        if (!tree) {
            return tree.error();
        }
        for (std::size_t i = 0; i < customers->size(); ++i) {
            const PathSource &entry = (*customers)[i];
            siting.ways[i][site] = tree->cost[entry.node] + (m_metric ? entry.cost : 0);
        }
        job.report(0.3 * static_cast<double>(site) / static_cast<double>(sites->size()),
                   Text{u"量算路程"_s, u"measuring ways"_s}.toString());
    }
    return {};
}

/// Demand from which no allowed candidate can be reached.
Result<void> checkReach(const SitingInput &siting)
{
    std::vector<std::uint32_t> cut;
    double weight = 0;
    for (std::size_t i = 0; i < siting.ways.size(); ++i) {
        bool reached = false;
        for (std::size_t site = 0; site < siting.rules.size(); ++site) {
            reached = reached || (siting.rules[site] != SiteRule::Closed && std::isfinite(siting.ways[i][site]));
        }
        if (!reached) {
            cut.push_back(siting.demandRows[i]);
            weight += siting.weights[i];
        }
    }
    if (cut.empty()) {
        return {};
    }
    return invalid({u"%1 个需求点（权重 %2）沿路网到不了任何候选点：%3"_s.arg(cut.size())
                        .arg(weight)
                        .arg(namesOf(*siting.demand, cut)),
                    u"%1 demand features (weight %2) can reach no candidate along the network: %3"_s.arg(cut.size())
                        .arg(weight)
                        .arg(namesOf(*siting.demand, cut))},
                   {u"请补画相连的道路，或在它们附近增加候选点；道路中途相接时用 split_at_crossings。"_s,
                    u"Draw the roads that join them, or add a candidate near them; where roads meet midway, use "
                    "split_at_crossings."_s});
}

Parameter parameter(const QString &id, const Text &name, const Text &help, ParameterType type)
{
    Parameter made;
    made.id = id;
    made.name = name;
    made.help = help;
    made.type = type;
    return made;
}

} // namespace

Point positionOf(const LayerSnapshot &layer, std::size_t row)
{
    const PackedGeometry &geometry = layer.geometry();
    if (!geometry.hasGeometry(row)) {
        return {std::nan(""), std::nan("")};
    }
    return geometry.type == GeometryType::Point ? geometry.part(geometry.firstPart(row)).front()
                                                : geometry.boxes[row].centre();
}

QString nameOf(const LayerSnapshot &layer, std::size_t row)
{
    for (const QString &field : {layer.schema().nameField, layer.schema().keyField}) {
        const Column *column = field.isEmpty() ? nullptr : layer.column(field);
        if (column != nullptr && !column->isNull(row)) {
            return column->display(row);
        }
    }
    return u"#%1"_s.arg(layer.id(row).value);
}

std::vector<Parameter> sitingParameters()
{
    Parameter demand = parameter(u"demand"_s, {u"需求图层"_s, u"Demand"_s},
                                 {u"要安置的点，如自然村或农户。"_s, u"Who must be served: settlements, households."_s},
                                 ParameterType::Layer);
    Parameter candidates =
        parameter(u"candidates"_s, {u"候选点图层"_s, u"Candidates"_s},
                  {u"可以选作安置点的位置。"_s, u"Places that can become a site."_s}, ParameterType::Layer);
    Parameter network =
        parameter(u"network"_s, {u"路网图层"_s, u"Network"_s},
                  {u"沿哪些线行走；线只在端点相接。"_s, u"Lines to go along; they meet at their ends only."_s},
                  ParameterType::Layer);
    for (Parameter *each : {&demand, &candidates, &network}) {
        each->required = true;
    }
    Parameter snap = parameter(
        u"snap_m"_s, {u"接入距离"_s, u"Reach of the network"_s},
        {u"点到最近路网节点的最大距离。"_s, u"How far a place may be from the nearest node of the network."_s},
        ParameterType::Number);
    snap.unit = u"m"_s;
    snap.min = 0;
    snap.defaultValue = u"1000"_s;
    Parameter split =
        parameter(u"split_at_crossings"_s, {u"交叉处相接"_s, u"Join crossings"_s},
                  {u"线交叉或中途相接处也可通行。"_s, u"Lines also meet where they cross or touch midway."_s},
                  ParameterType::Boolean);
    split.defaultValue = u"false"_s;
    return {demand,
            parameter(u"weight"_s, {u"权重字段"_s, u"Weight"_s},
                      {u"需求图层中的户数或人数；不给则各为 1。"_s,
                       u"Households or persons, a field of the demand layer; 1 each where it is not given."_s},
                      ParameterType::Field),
            candidates,
            parameter(u"open"_s, {u"必须启用"_s, u"Must be open"_s},
                      {u"候选点图层的是否字段：必须选上。"_s,
                       u"A yes/no field of the candidates: these are chosen anyway."_s},
                      ParameterType::Field),
            parameter(
                u"closed"_s, {u"不得启用"_s, u"Must not be open"_s},
                {u"候选点图层的是否字段：不得选上。"_s, u"A yes/no field of the candidates: these are never chosen."_s},
                ParameterType::Field),
            network,
            parameter(u"cost"_s, {u"费用字段"_s, u"Cost"_s},
                      {u"路网图层中每条线的费用或时间；不给则用长度（米），并计入到路网节点的距离。"_s,
                       u"Cost or time of each line, a field of the network; where it is not given, length in metres, "
                       u"and the way to "
                       "the network counts too."_s},
                      ParameterType::Field),
            split,
            snap};
}

Result<SitingInput> readSitingInput(const AlgorithmInput &input, const JobContext &job)
{
    SitingInput siting;
    auto demand = load(input, u"demand"_s, {u"weight"_s}, job);
    auto candidates = load(input, u"candidates"_s, {u"open"_s, u"closed"_s}, job);
    if (!demand || !candidates) {
        return demand ? candidates.error() : demand.error();
    }
    siting.demand = *demand;
    siting.candidates = *candidates;
    for (const auto &read : {readDemand, readCandidates}) {
        if (auto done = read(input, siting); !done) {
            return done.error();
        }
    }
    auto ways = Ways::create(input, job);
    if (!ways) {
        return ways.error();
    }
    siting.unit = ways->isMetric() ? u"m"_s : u"1"_s;
    if (auto done = ways->measure(siting, job); !done) {
        return done.error();
    }
    if (auto done = checkReach(siting); !done) {
        return done.error();
    }
    return siting;
}

} // namespace cuntu::relocation
