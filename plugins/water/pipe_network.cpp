// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/pipe_network.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace cuntu::water {

namespace {

double between(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

bool isFinite(Point point)
{
    return std::isfinite(point.x) && std::isfinite(point.y);
}

/// The steps of buildPipeNetwork(), in order.
class Laying {
public:
    Laying(const std::vector<PipeLine> &lines, const std::vector<Point> &places, const PipeOptions &options)
        : m_lines(lines), m_places(places), m_options(options)
    {
        m_start.push_back(0);
        for (const PipeLine &line : lines) {
            m_points.insert(m_points.end(), line.points.begin(), line.points.end());
            m_start.push_back(static_cast<std::uint32_t>(m_points.size()));
        }
    }

    Result<PipeNetwork> run(const JobContext &job);

private:
    /// A way that begins or ends at a place on a line.
    struct Link {
        std::uint32_t stop = 0;
        std::uint32_t place = k_noIndex;     ///< or:
        std::uint32_t otherStop = k_noIndex; ///< on another line
        double length_m = 0;
    };

    void reachLines(const LineLocator &locator, std::uint32_t place);
    void joinBeside(const LineLocator &locator, std::uint32_t line);
    std::uint32_t addStop(const LineLocation &location)
    {
        m_stops.push_back(location);
        return static_cast<std::uint32_t>(m_stops.size() - 1);
    }
    void addPieces(const LineLocator &locator, const LineNetwork &network);
    std::vector<Point> cut(const LineLocator &locator, const LineNetwork &network, std::uint32_t piece) const;
    void addStraight(std::uint32_t from, std::uint32_t to, double length_m);
    void addLinks(const LineNetwork &network);
    void addNeighbours();

    const std::vector<PipeLine> &m_lines;
    const std::vector<Point> &m_places;
    PipeOptions m_options;
    std::vector<Point> m_points;
    std::vector<std::uint32_t> m_start;
    std::vector<LineLocation> m_stops;
    std::vector<Link> m_links;
    PipeNetwork m_network;
};

/// To the nearest place on the lines of each owner.
void Laying::reachLines(const LineLocator &locator, std::uint32_t place)
{
    std::vector<LineLocation> found;
    locator.within(m_places[place], m_options.link_m, found);
    std::map<std::uint32_t, LineLocation> nearest; // by owner
    for (const LineLocation &each : found) {
        const auto [at, isFirst] = nearest.emplace(m_lines[each.line].owner, each);
        if (!isFirst && each.distance < at->second.distance) {
            at->second = each;
        }
    }
    for (const auto &[owner, location] : nearest) {
        m_links.push_back({addStop(location), place, k_noIndex, location.distance * m_options.detour});
    }
}

/// A main that runs beside a route can be joined from there: at its ends and bends, which are near each other in maps.
void Laying::joinBeside(const LineLocator &locator, std::uint32_t line)
{
    std::vector<LineLocation> found;
    double last = -std::numeric_limits<double>::infinity();
    for (std::uint32_t point = m_start[line]; point < m_start[line + 1]; ++point) {
        const double measure = locator.measureOf(point);
        if (measure - last < m_options.beside_m && point + 1 < m_start[line + 1]) {
            continue;
        }
        locator.within(m_points[point], m_options.beside_m, found);
        const LineLocation *nearest = nullptr;
        for (const LineLocation &each : found) {
            if (m_lines[each.line].owner == k_noIndex && (nearest == nullptr || each.distance < nearest->distance)) {
                nearest = &each;
            }
        }
        if (nearest != nullptr) {
            last = measure;
            const std::uint32_t own = addStop({line, measure, 0, m_points[point]});
            m_links.push_back({own, k_noIndex, addStop(*nearest), nearest->distance});
        }
    }
}

std::vector<Point> Laying::cut(const LineLocator &locator, const LineNetwork &network, std::uint32_t piece) const
{
    const GraphEdge &edge = network.graph.edge(piece);
    const std::uint32_t line = network.lineOfPiece[piece];
    const double first = network.pieceMeasure[piece];
    std::vector<Point> points{network.nodes[edge.from]};
    for (std::uint32_t point = m_start[line]; point < m_start[line + 1]; ++point) {
        const double measure = locator.measureOf(point);
        if (measure > first && measure < first + edge.length) {
            points.push_back(m_points[point]);
        }
    }
    points.push_back(network.nodes[edge.to]);
    return points;
}

void Laying::addPieces(const LineLocator &locator, const LineNetwork &network)
{
    for (std::uint32_t number = 0; number < network.graph.edgeCount(); ++number) {
        const GraphEdge &edge = network.graph.edge(number);
        PipeNetwork::Way way{edge.from, edge.to, edge.length, k_noIndex, k_noIndex, {}};
        if (network.isJoint(number)) {
            const LineNetwork::Joint &joint = network.joint(number);
            const bool isOneMain = m_lines[joint.end].owner == m_lines[joint.other].owner;
            way.owner = isOneMain ? m_lines[joint.end].owner : k_noIndex;
            way.points = {network.nodes[edge.from], network.nodes[edge.to]};
        } else {
            const PipeLine &line = m_lines[network.lineOfPiece[number]];
            way.owner = line.owner;
            way.row = line.row;
            way.points = cut(locator, network, number);
        }
        m_network.ways.push_back(std::move(way));
    }
}

void Laying::addStraight(std::uint32_t from, std::uint32_t to, double length_m)
{
    m_network.ways.push_back({from, to, length_m, k_noIndex, k_noIndex, {m_network.nodes[from], m_network.nodes[to]}});
}

void Laying::addLinks(const LineNetwork &network)
{
    for (const Link &link : m_links) {
        const std::uint32_t to =
            link.place != k_noIndex ? m_network.nodeOf(link.place) : network.stopNodes[link.otherStop];
        addStraight(network.stopNodes[link.stop], to, link.length_m);
    }
}

void Laying::addNeighbours()
{
    std::vector<Box> boxes(m_places.size());
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        boxes[i].add(m_places[i]);
    }
    const PackedIndex index{std::span<const Box>(boxes)};
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t i = 0; i < m_places.size(); ++i) {
        std::size_t met = 0;
        if (isFinite(m_places[i])) {
            index.nearest(m_places[i], m_options.link_m, [&](std::uint32_t other, double) {
                if (other != i) {
                    pairs.insert(std::minmax(i, other));
                    ++met;
                }
                return met < m_options.neighbours;
            });
        }
    }
    for (const auto &[a, b] : pairs) {
        addStraight(m_network.nodeOf(a), m_network.nodeOf(b), between(m_places[a], m_places[b]) * m_options.detour);
    }
}

Result<PipeNetwork> Laying::run(const JobContext &job)
{
    const LineLocator locator({m_points, m_start});
    for (std::uint32_t place = 0; place < m_places.size(); ++place) {
        if (place % 256 == 0 && job.isCancelled()) {
            return cancelledError();
        }
        if (isFinite(m_places[place])) {
            reachLines(locator, place);
        }
    }
    for (std::uint32_t line = 0; line < m_lines.size(); ++line) {
        if (m_lines[line].owner != k_noIndex) {
            joinBeside(locator, line);
        }
    }
    const auto network = buildLineNetwork(locator, {m_options.joint_m, m_stops}, job);
    if (!network) {
        return network.error();
    }
    m_network.nodes = network->nodes;
    m_network.firstPlace = static_cast<std::uint32_t>(m_network.nodes.size());
    m_network.nodes.insert(m_network.nodes.end(), m_places.begin(), m_places.end());
    addPieces(locator, *network);
    addLinks(*network);
    addNeighbours();
    return std::move(m_network);
}

} // namespace

Result<MetrePlane> MetrePlane::fitting(const Crs &crs, std::span<const Point> points)
{
    MetrePlane plane;
    if (crs.isGeographic()) {
        auto transform = planeTransform(crs, points);
        if (!transform) {
            return transform.error();
        }
        plane.m_toPlane.emplace(std::move(*transform));
    }
    return plane;
}

void MetrePlane::flatten(std::span<Point> places) const
{
    if (m_toPlane) {
        m_toPlane->apply(places);
    }
}

void MetrePlane::unflatten(std::span<Point> places) const
{
    if (m_toPlane) {
        m_toPlane->applyInverse(places);
    }
}

Graph PipeNetwork::graph() const
{
    std::vector<GraphEdge> edges;
    edges.reserve(ways.size());
    for (const Way &way : ways) {
        edges.push_back({way.from, way.to, way.length_m});
    }
    return Graph(nodes.size(), std::move(edges));
}

Result<PipeNetwork> buildPipeNetwork(const std::vector<PipeLine> &lines, const std::vector<Point> &places,
                                     const PipeOptions &options, const JobContext &job)
{
    return Laying(lines, places, options).run(job);
}

} // namespace cuntu::water
