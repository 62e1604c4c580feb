// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/siting_input.h"

#include "core/solve/crossings.h"
#include "core/solve/shortest_paths.h"
#include "plugins/relocation/siting_network.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

constexpr std::size_t k_namedInMessage = 10;

Error invalid(const Text &sentence, const Text &advice, const QStringList &arguments)
{
    const auto fill = [&](QString text) {
        for (const QString &argument : arguments) {
            text = text.arg(argument);
        }
        return text;
    };
    return {ErrorCode::Invalid, fill(sentence.toString()), {}, advice.toString(), {}, {}};
}

/// The first rows of @p rows by name, and how many more there are.
QString nameSome(const LayerSnapshot &layer, const std::vector<std::size_t> &rows)
{
    QStringList names;
    for (std::size_t k = 0; k < std::min(rows.size(), k_namedInMessage); ++k) {
        names << featureName(layer, rows[k]);
    }
    const QString list = names.join(Text{u"、"_s, u", "_s}.toString());
    return rows.size() <= k_namedInMessage ? list : Text{u"%1 等"_s, u"%1 and others"_s}.toString().arg(list);
}

Result<Immutable<LayerSnapshot>> load(const AlgorithmInput &input, const QString &parameter, const QString &field,
                                      const JobContext &job)
{
    const QString layer = input.parameters.text(parameter);
    if (!input.project.layers().contains(layer)) {
        return Error{
            ErrorCode::NotFound,
            Text{u"没有图层 %1"_s, u"there is no layer %1"_s}.toString().arg(layer),
            {},
            Text{u"项目中有：%1"_s, u"the project has: %1"_s}.toString().arg(input.project.layers().join(u", "_s)),
            {},
            {}};
    }
    // The columns that may name a feature are known only once the schema is.
    auto first = input.project.layer(layer, field.isEmpty() ? QStringList() : QStringList(field), job);
    if (!first) {
        return first;
    }
    QStringList fields = field.isEmpty() ? QStringList() : QStringList(field);
    for (const QString &name : {(*first)->schema().keyField, (*first)->schema().nameField}) {
        if (!name.isEmpty()) {
            fields << name;
        }
    }
    return input.project.layer(layer, fields, job);
}

/// The numbers of @p field, 1 each where it is empty. All must be there and >= 0.
Result<std::vector<double>> numbersOf(const LayerSnapshot &layer, const QString &field)
{
    if (field.isEmpty()) {
        return std::vector<double>(layer.size(), 1);
    }
    const Column *column = layer.column(field);
    if (column == nullptr || column->kind() != Column::Kind::Number) {
        return invalid({u"图层 %1 的字段 %2 不是数值"_s, u"field %2 of layer %1 holds no numbers"_s},
                       {u"换一个数值字段"_s, u"choose a field of numbers"_s}, {layer.schema().id, field});
    }
    std::vector<std::size_t> wrong;
    double least = 0;
    for (std::size_t row = 0; row < layer.size(); ++row) {
        const double value = column->number(row);
        if (!(value >= 0) || std::isinf(value)) {
            wrong.push_back(row);
            least = std::isnan(value) ? least : std::min(least, value);
        }
    }
    if (!wrong.empty()) {
        return invalid(
            {u"图层 %1 的字段 %2 有 %3 行为负数或空值（最小 %4）：%5"_s,
             u"field %2 of layer %1 is negative or empty in %3 rows (least value %4): %5"_s},
            {u"改正这些值后再运行"_s, u"correct these values and run again"_s},
            {layer.schema().id, field, QString::number(wrong.size()), QString::number(least), nameSome(layer, wrong)});
    }
    return column->numbers();
}

void addPositions(const LayerSnapshot &layer, std::vector<Point> &positions)
{
    for (std::size_t row = 0; row < layer.size(); ++row) {
        positions.push_back(layer.geometry().firstPoint(row));
    }
}

/// Network and places in metres, in one plane.
struct Ground {
    std::vector<Point> points;
    std::vector<Point> positions; ///< demands, then candidates
};

Result<Ground> layOut(const SitingInput &siting, const LayerSnapshot &network)
{
    Ground ground;
    ground.points = network.geometry().points;
    addPositions(*siting.demand, ground.positions);
    addPositions(*siting.candidates, ground.positions);
    if (!network.crs().isGeographic() || ground.points.empty()) {
        return ground;
    }
    const auto transform = planeTransform(network.crs(), ground.points);
    if (!transform) {
        return transform.error();
    }
    transform->apply(ground.points);
    transform->apply(ground.positions);
    return ground;
}

double lengthOf(std::span<const Point> line)
{
    double length = 0;
    for (std::size_t k = 1; k < line.size(); ++k) {
        length += std::hypot(line[k].x - line[k - 1].x, line[k].y - line[k - 1].y);
    }
    return length;
}

/// What each line costs: its length, or the field, which a feature of several lines shares out by their lengths.
Result<std::vector<double>> lineCosts(const LayerSnapshot &network, LineSet lines, const QString &field)
{
    const auto stated = numbersOf(network, field);
    if (!stated) {
        return stated.error();
    }
    const PackedGeometry &geometry = network.geometry();
    std::vector<double> costs(lines.size(), 0);
    for (std::size_t row = 0; row < geometry.size(); ++row) {
        double whole = 0;
        for (std::size_t part = geometry.firstPart(row); part < geometry.endPart(row); ++part) {
            costs[part] = lengthOf(lines.line(part));
            whole += costs[part];
        }
        const std::size_t parts = geometry.endPart(row) - geometry.firstPart(row);
        for (std::size_t part = geometry.firstPart(row); !field.isEmpty() && part < geometry.endPart(row); ++part) {
            costs[part] = (*stated)[row] * (whole > 0 ? costs[part] / whole : 1.0 / static_cast<double>(parts));
        }
    }
    return costs;
}

/// Marks the candidates that @p list names.
Result<void> applyRule(const QString &list, SiteRule rule, SitingInput &siting)
{
    QString plain = list;
    plain.replace(u'，', u',').replace(u'、', u',');
    for (const QString &part : plain.split(u',', Qt::SkipEmptyParts)) {
        const QString wanted = part.trimmed();
        bool found = false;
        for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
            if (featureName(*siting.candidates, site) != wanted) {
                continue;
            }
            found = true;
            if (siting.rules[site] != SiteRule::Free && siting.rules[site] != rule) {
                return invalid({u"候选点 %1 既是必选又是禁选"_s, u"candidate %1 is both fixed and forbidden"_s},
                               {u"从其中一个列表中删去"_s, u"take it out of one of the lists"_s}, {wanted});
            }
            siting.rules[site] = rule;
        }
        if (!found) {
            return invalid({u"没有名为 %1 的候选点"_s, u"there is no candidate %1"_s},
                           {u"用候选点图层的编号或名称"_s, u"use keys or names of the layer of candidates"_s},
                           {wanted});
        }
    }
    return {};
}

Result<void> measure(const EndNetwork &network, SitingInput &siting, const JobContext &job)
{
    const std::size_t demands = siting.demandCount();
    const std::size_t sites = siting.candidateCount();
    siting.distances.assign(demands * sites, std::numeric_limits<double>::infinity());
    std::vector<double> costs;
    for (const GraphEdge &edge : network.graph.edges()) {
        costs.push_back(edge.length);
    }
    for (std::size_t site = 0; site < sites; ++site) {
        const std::uint32_t node = network.stops[demands + site].node;
        if (node == k_noIndex) {
            siting.rules[site] = siting.rules[site] == SiteRule::Fixed ? SiteRule::Fixed : SiteRule::Forbidden;
            continue;
        }
        const PathSource source{node, 0};
        const auto tree = shortestPaths(network.graph, costs, {&source, 1}, job);
        if (!tree) {
            return tree.error();
        }
        for (std::size_t demand = 0; demand < demands; ++demand) {
            const std::uint32_t at = network.stops[demand].node;
            if (at != k_noIndex) {
                siting.distances[demand * sites + site] = tree->cost[at];
            }
        }
        job.report(static_cast<double>(site) / static_cast<double>(sites), {});
    }
    return {};
}

/// Demands that no candidate can be reached from, with the reason.
Result<void> checkReach(const EndNetwork &network, const SitingInput &siting)
{
    std::vector<std::size_t> far;
    std::vector<std::size_t> apart;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        bool reached = siting.weights[demand] == 0;
        for (std::size_t site = 0; site < siting.candidateCount() && !reached; ++site) {
            reached = siting.rules[site] != SiteRule::Forbidden && std::isfinite(siting.distance(demand, site));
        }
        if (!reached) {
            (network.stops[demand].node == k_noIndex ? far : apart).push_back(demand);
        }
    }
    if (!far.empty()) {
        return invalid({u"%1 个需求点离路网太远或没有坐标，无法接入：%2"_s,
                        u"%1 demands are too far from the network, or have no position: %2"_s},
                       {u"加大接入距离 snap_m，或补画道路"_s, u"raise snap_m, or draw the missing lines"_s},
                       {QString::number(far.size()), nameSome(*siting.demand, far)});
    }
    if (!apart.empty()) {
        return invalid({u"%1 个需求点所在的路网不通到任何可选的候选点：%2"_s,
                        u"%1 demands are on parts of the network that lead to no candidate: %2"_s},
                       {u"检查道路是否在端点处相接，或在那里增加候选点"_s,
                        u"check that the lines meet at their end points, or add a candidate there"_s},
                       {QString::number(apart.size()), nameSome(*siting.demand, apart)});
    }
    return {};
}

Result<void> checkCandidates(const SitingInput &siting)
{
    if (siting.demandCount() == 0) {
        return invalid({u"图层 %1 中没有需求点"_s, u"there is no demand in layer %1"_s},
                       {u"先导入需求点"_s, u"import demands first"_s}, {siting.demand->schema().id});
    }
    if (siting.candidateCount() == 0) {
        return invalid({u"图层 %1 中没有候选点"_s, u"there is no candidate in layer %1"_s},
                       {u"先导入候选点"_s, u"import candidates first"_s}, {siting.candidates->schema().id});
    }
    return {};
}

Result<EndNetwork> connect(const AlgorithmInput &input, const SitingInput &siting, const JobContext &job)
{
    const QString costField = input.parameters.text(u"cost"_s);
    const auto lines = load(input, u"network"_s, costField, job);
    if (!lines) {
        return lines.error();
    }
    const auto ground = layOut(siting, **lines);
    if (!ground) {
        return ground.error();
    }
    const LineSet set{ground->points, (*lines)->geometry().partStart};
    const auto costs = lineCosts(**lines, set, costField);
    if (!costs) {
        return costs.error();
    }
    const double reach_m = input.parameters.number(u"snap_m"_s);
    if (!input.parameters.boolean(u"split_at_crossings"_s)) {
        return buildEndNetwork({set, *costs, ground->positions, reach_m}, job);
    }
    const auto pieces = cutAtCrossings(set, job);
    if (!pieces) {
        return pieces.error();
    }
    std::vector<double> pieceCosts;
    for (std::size_t piece = 0; piece < pieces->lineOf.size(); ++piece) {
        pieceCosts.push_back((*costs)[pieces->lineOf[piece]] * pieces->shareOf[piece]);
    }
    return buildEndNetwork({pieces->lines(), pieceCosts, ground->positions, reach_m}, job);
}

} // namespace

QString featureName(const LayerSnapshot &layer, std::size_t row)
{
    for (const QString &field : {layer.schema().keyField, layer.schema().nameField}) {
        const Column *column = field.isEmpty() ? nullptr : layer.column(field);
        if (column != nullptr && !column->isNull(row)) {
            return column->display(row);
        }
    }
    return QString::number(layer.id(row).value);
}

Result<SitingInput> readSiting(const AlgorithmInput &input, const JobContext &job)
{
    SitingInput siting;
    const QString weightField = input.parameters.text(u"weight"_s);
    const auto demand = load(input, u"demand"_s, weightField, job);
    if (!demand) {
        return demand.error();
    }
    const auto candidates = load(input, u"candidates"_s, {}, job);
    if (!candidates) {
        return candidates.error();
    }
    siting.demand = *demand;
    siting.candidates = *candidates;
    auto weights = numbersOf(*siting.demand, weightField);
    if (!weights) {
        return weights.error();
    }
    siting.weights = std::move(*weights);
    siting.rules.assign(siting.candidates->size(), SiteRule::Free);
    siting.unit = input.parameters.text(u"cost"_s).isEmpty() ? u"m"_s : QString();
    for (auto check : {checkCandidates(siting), applyRule(input.parameters.text(u"fixed"_s), SiteRule::Fixed, siting),
                       applyRule(input.parameters.text(u"forbidden"_s), SiteRule::Forbidden, siting)}) {
        if (!check) {
            return check.error();
        }
    }
    const auto network = connect(input, siting, job);
    if (!network) {
        return network.error();
    }
    if (auto measured = measure(*network, siting, job); !measured) {
        return measured.error();
    }
    if (auto reached = checkReach(*network, siting); !reached) {
        return reached.error();
    }
    return siting;
}

} // namespace cuntu::relocation
