// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/siting_ways.h"

#include "core/solve/crossings.h"
#include "core/solve/shortest_paths.h"
#include "plugins/relocation/siting_layers.h"
#include "plugins/relocation/siting_network.h"
#include "plugins/relocation/siting_terrain.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

constexpr double k_never = std::numeric_limits<double>::infinity();

/// Of demands, then of services, then of candidates.
std::vector<Point> allPositions(const SitingInput &siting)
{
    std::vector<Point> positions;
    addPositions(*siting.demand, positions);
    for (const auto &places : siting.serviceLayers) {
        if (places) {
            addPositions(*places, positions);
        }
    }
    addPositions(*siting.candidates, positions);
    return positions;
}

/// Network and places in metres, in one plane.
struct Ground {
    std::vector<Point> points;
    std::vector<Point> positions; ///< as allPositions() has them
};

Result<Ground> layOut(const SitingInput &siting, const LayerSnapshot &network)
{
    Ground ground;
    ground.points = network.geometry().points.copy();
    ground.positions = allPositions(siting);
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

Result<void> measureAlong(const EndNetwork &network, SitingInput &siting, const JobContext &job)
{
    const std::size_t sites = siting.candidateCount();
    const std::size_t rows = network.stops.size() - sites;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        const Access &stop = network.stops[demand];
        siting.offNetwork_m[demand] = stop.node == k_noIndex ? stop.distance_m : 0;
    }
    std::vector<double> costs;
    for (const GraphEdge &edge : network.graph.edges()) {
        costs.push_back(edge.length);
    }
    for (std::size_t site = 0; site < sites; ++site) {
        const std::uint32_t node = network.stops[rows + site].node;
        if (node == k_noIndex) {
            siting.rules[site] = siting.rules[site] == SiteRule::Fixed ? SiteRule::Fixed : SiteRule::Forbidden;
            continue;
        }
        const PathSource source{node, 0};
        const auto tree = shortestPaths(network.graph, costs, {&source, 1}, job);
        if (!tree) {
            return tree.error();
        }
        for (std::size_t row = 0; row < rows; ++row) {
            const std::uint32_t at = network.stops[row].node;
            if (at != k_noIndex) {
                siting.distances[row * sites + site] = tree->cost[at];
            }
        }
        job.report(static_cast<double>(site) / static_cast<double>(sites), {});
    }
    return {};
}

Result<EndNetwork> connect(const AlgorithmInput &input, const SitingInput &siting, const JobContext &job)
{
    const QString costField = input.parameters.text(u"cost"_s);
    const auto lines = loadNetwork(input, {costField}, job);
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

/// As allPositions(); all in one system.
Result<std::vector<Point>> positionsOf(const SitingInput &siting)
{
    const auto &[first, second, third] = siting.serviceLayers;
    for (const auto &layer : {siting.demand, first, second, third}) {
        if (layer && !(layer->crs() == siting.candidates->crs())) {
            return invalid({u"图层 %1 与候选点图层 %2 的坐标系不同或没有坐标"_s,
                            u"layers %1 and %2 have different coordinate systems, or no positions"_s},
                           {u"用有坐标的图层，或给出路网或距离表"_s,
                            u"use layers with positions, or give a network or a table of distances"_s},
                           {layer->schema().id, siting.candidates->schema().id});
        }
    }
    return allPositions(siting);
}

template <class Distance>
Result<void> measureBetween(const std::vector<Point> &positions, Distance distance, SitingInput &siting,
                            const JobContext &job)
{
    const std::size_t sites = siting.candidateCount();
    const std::size_t rows = positions.size() - sites;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        siting.offNetwork_m[demand] = std::isnan(positions[demand].x) ? k_never : 0;
    }
    for (std::size_t row = 0; row < rows; ++row) {
        if (job.isCancelled()) {
            return cancelledError();
        }
        for (std::size_t site = 0; site < sites; ++site) {
            const double way = distance(positions[row], positions[rows + site]);
            siting.distances[row * sites + site] = std::isnan(way) ? k_never : way;
        }
    }
    return {};
}

Result<void> measureStraight(SitingInput &siting, const JobContext &job)
{
    auto positions = positionsOf(siting);
    if (!positions) {
        return positions.error();
    }
    if (siting.demand->crs().isGeographic()) {
        const auto transform = planeTransform(siting.demand->crs(), *positions);
        if (!transform) {
            return transform.error();
        }
        transform->apply(*positions);
    }
    return measureBetween(
        *positions, [](Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }, siting, job);
}

Result<void> measureGreatCircle(SitingInput &siting, const JobContext &job)
{
    constexpr double k_radius_m = 6378137;
    constexpr double k_degree = std::numbers::pi / 180;
    auto positions = positionsOf(siting);
    if (!positions) {
        return positions.error();
    }
    if (!siting.demand->crs().isGeographic()) {
        const auto geographic = Crs::fromEpsg(4490);
        const auto transform = geographic ? CrsTransform::create(siting.demand->crs(), *geographic)
                                          : Result<CrsTransform>(geographic.error());
        if (!transform) {
            return transform.error();
        }
        transform->apply(*positions);
    }
    const auto haversine = [&](Point a, Point b) {
        const double latitudes = std::sin((b.y - a.y) * k_degree / 2);
        const double longitudes = std::sin((b.x - a.x) * k_degree / 2);
        const double square =
            latitudes * latitudes + std::cos(a.y * k_degree) * std::cos(b.y * k_degree) * longitudes * longitudes;
        return 2 * k_radius_m * std::asin(std::sqrt(std::min(1.0, square)));
    };
    return measureBetween(*positions, haversine, siting, job);
}

/// Rows of a layer by what people call them; of several with one name all.
QMultiHash<QString, std::size_t> rowsByName(const LayerSnapshot &layer, const QString &key)
{
    QMultiHash<QString, std::size_t> rows;
    for (std::size_t row = 0; row < layer.size(); ++row) {
        rows.insert(featureName(layer, row, key), row);
    }
    return rows;
}

Result<void> measureByTable(const AlgorithmInput &input, SitingInput &siting, const JobContext &job)
{
    const QString demandField = input.parameters.text(u"table_demand"_s);
    const QString candidateField = input.parameters.text(u"table_candidate"_s);
    const QString costField = input.parameters.text(u"cost"_s);
    const auto table = loadLayer(input, u"table"_s, {demandField, candidateField, costField}, job);
    if (!table) {
        return table.error();
    }
    const auto costs = numbersOf(**table, costField);
    if (!costs) {
        return costs.error();
    }
    const auto demands = rowsByName(*siting.demand, siting.demandKey);
    const auto sites = rowsByName(*siting.candidates, siting.candidateKey);
    const Column *from = (*table)->column(demandField);
    const Column *to = (*table)->column(candidateField);
    std::size_t used = 0;
    for (std::size_t row = 0; row < (*table)->size(); ++row) {
        const auto atDemand = demands.equal_range(from->display(row));
        const auto atSite = sites.equal_range(to->display(row));
        for (auto demand = atDemand.first; demand != atDemand.second; ++demand) {
            for (auto site = atSite.first; site != atSite.second; ++site) {
                double &way = siting.distances[*demand * siting.candidateCount() + *site];
                way = std::min(way, (*costs)[row]);
                ++used;
            }
        }
    }
    if (used == 0) {
        return invalid({u"距离表 %1 的 %2 行中没有一行的名称与需求点和候选点对得上"_s,
                        u"none of the %2 rows of table %1 names a demand and a candidate"_s},
                       {u"用 demand_key 和 candidate_key 指明名称所在的字段"_s,
                        u"say with demand_key and candidate_key which fields hold these names"_s},
                       {(*table)->schema().id, QString::number((*table)->size())});
    }
    return {};
}

/// Numbers that are whole but for rounding stay what they are.
void roundWays(const QString &how, std::vector<double> &distances)
{
    constexpr double k_slack = 1e-9;
    for (double &distance : distances) {
        if (how == u"DOWN") {
            distance = std::floor(distance * (1 + k_slack));
        } else if (how == u"NEAREST") {
            distance = std::round(distance);
        }
    }
}

/// The rows behind the demands are places of services: of each kind the least way to each candidate stays.
void takeServices(SitingInput &siting)
{
    const std::size_t sites = siting.candidateCount();
    std::size_t next = siting.demandCount() * sites;
    for (std::size_t k = 0; k < services().size(); ++k) {
        if (!siting.serviceLayers[k]) {
            continue;
        }
        std::vector<double> &nearest = siting.serviceWays[k];
        nearest.assign(sites, k_never);
        for (std::size_t place = 0; place < siting.serviceLayers[k]->size(); ++place) {
            for (double &way : nearest) {
                way = std::min(way, siting.distances[next++]);
            }
        }
    }
    siting.distances.resize(siting.demandCount() * sites);
}

Error missing(const Text &sentence, const Text &advice)
{
    return {ErrorCode::Misused, sentence.toString(), {}, advice.toString(), {}, {}};
}

Result<WayMeasure> tableMeasure(const ParameterValues &parameters)
{
    for (const QString &field : {u"table"_s, u"table_demand"_s, u"table_candidate"_s, u"cost"_s}) {
        if (!parameters.isGiven(field)) {
            return missing({u"距离表还缺 %1"_s.arg(field), u"a table of distances needs %1"_s.arg(field)},
                           {u"给出距离表图层，以及其中需求点、候选点、距离三个字段"_s,
                            u"give the table's layer, and its fields of the demand, the candidate and the distance"_s});
        }
    }
    for (const Service &service : services()) {
        if (parameters.isGiven(service.id)) {
            return missing({u"距离表中没有到%1的距离"_s.arg(service.name.zh),
                            u"a table of distances has no ways to a %1"_s.arg(service.name.en)},
                           {u"改用其他距离算法，或不要给出 %1"_s.arg(service.id),
                            u"choose another measure of distance, or leave %1 out"_s.arg(service.id)});
        }
    }
    return WayMeasure::Table;
}

} // namespace

Result<WayMeasure> wayMeasure(const ParameterValues &parameters)
{
    const bool hasNetwork = parameters.isGiven(u"network"_s);
    const bool hasTable = parameters.isGiven(u"table"_s);
    const QString stated = parameters.text(u"distance"_s);
    if (stated == u"GREAT_CIRCLE") {
        return WayMeasure::GreatCircle;
    }
    if (stated == u"TERRAIN") {
        return parameters.isGiven(u"terrain"_s)
                   ? Result<WayMeasure>(WayMeasure::Terrain)
                   : missing({u"没有给出地形文件"_s, u"no terrain model is given"_s},
                             {u"用 terrain 指明，或改用其他距离算法"_s,
                              u"name it with terrain, or use another measure of distance"_s});
    }
    if (stated == u"STRAIGHT" || (stated.isEmpty() && !hasNetwork && !hasTable)) {
        return WayMeasure::Straight;
    }
    if (stated == u"NETWORK" || (stated.isEmpty() && hasNetwork)) {
        return hasNetwork ? Result<WayMeasure>(WayMeasure::Network)
                          : missing({u"没有给出路网图层"_s, u"no network is given"_s},
                                    {u"用 network 指明，或改用直线距离"_s,
                                     u"name it with network, or use straight distances"_s});
    }
    return tableMeasure(parameters);
}

Result<void> measureWays(const AlgorithmInput &input, SitingInput &siting, const JobContext &job)
{
    std::size_t rows = siting.demandCount();
    for (const auto &places : siting.serviceLayers) {
        rows += places ? places->size() : 0;
    }
    siting.distances.assign(rows * siting.candidateCount(), k_never);
    siting.offNetwork_m.assign(siting.demandCount(), 0);
    Result<void> measured;
    switch (siting.measure) {
    case WayMeasure::Network: {
        const auto network = connect(input, siting, job);
        measured = network ? measureAlong(*network, siting, job) : Result<void>(network.error());
        break;
    }
    case WayMeasure::Straight:
        measured = measureStraight(siting, job);
        break;
    case WayMeasure::GreatCircle:
        measured = measureGreatCircle(siting, job);
        break;
    case WayMeasure::Terrain: {
        const auto positions = positionsOf(siting);
        measured = positions ? measureOverTerrain(input, *positions, siting, job) : Result<void>(positions.error());
        break;
    }
    case WayMeasure::Table:
        measured = measureByTable(input, siting, job);
        break;
    }
    roundWays(input.parameters.text(u"rounding"_s), siting.distances);
    takeServices(siting);
    return measured;
}

} // namespace cuntu::relocation
