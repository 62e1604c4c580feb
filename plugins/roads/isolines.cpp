// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/isolines.h"

#include "core/solve/line_network.h"
#include "core/solve/shortest_paths.h"

#include <algorithm>
#include <cmath>

namespace cuntu::roads {

namespace {

constexpr double k_infinity = std::numeric_limits<double>::infinity();
constexpr double k_least_m = 1e-6; ///< shorter parts are rounding
constexpr std::size_t k_placesBetweenCancelChecks = 1024;

/// The steps of isolines(), in order.
class Measuring {
public:
    explicit Measuring(const IsolineInput &input) : m_input(input), m_locator(input.lines) {}

    Result<Isolines> run(const JobContext &job)
    {
        for (const std::span<const Point> positions : {m_input.targets, m_input.places}) {
            if (auto located = locate(positions, job); !located) {
                return located.error();
            }
        }
        auto network = buildLineNetwork(m_locator, {m_input.endSnap_m, m_stops, m_input.sourceOfLine}, job);
        if (!network) {
            return network.error();
        }
        m_network = std::move(*network);
        auto tree = shortestPaths(m_network.graph, costs(), sources(), job);
        if (!tree) {
            return tree.error();
        }
        m_tree = std::move(*tree);
        Isolines result;
        for (std::size_t place = 0; place < m_input.places.size(); ++place) {
            result.distances_m.push_back(distanceOf(m_input.targets.size() + place));
        }
        for (std::uint32_t piece = 0; piece < m_network.pieceCount(); ++piece) {
            if (m_input.open[m_network.lineOfPiece[piece]]) {
                cut(piece, result.pieces);
            }
        }
        return result;
    }

private:
    Result<void> locate(std::span<const Point> positions, const JobContext &job);
    std::vector<double> costs() const;
    std::vector<PathSource> sources() const;
    double distanceOf(std::size_t position) const;
    void cut(std::uint32_t piece, std::vector<IsolinePiece> &pieces) const;
    void add(std::uint32_t piece, double from, double to, double distance, std::vector<IsolinePiece> &pieces) const;

    const IsolineInput &m_input;
    LineLocator m_locator;
    std::vector<LineLocation> m_stops;         ///< on open lines: of the targets, then of the places
    std::vector<std::uint32_t> m_firstStop{0}; ///< per target and place, and one more
    LineNetwork m_network;
    PathTree m_tree;
};

Result<void> Measuring::locate(std::span<const Point> positions, const JobContext &job)
{
    std::vector<LineLocation> found;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (i % k_placesBetweenCancelChecks == 0 && job.isCancelled()) {
            return cancelledError();
        }
        if (std::isfinite(positions[i].x) && std::isfinite(positions[i].y)) {
            m_locator.within(positions[i], m_input.snap_m, found);
            std::copy_if(found.begin(), found.end(), std::back_inserter(m_stops),
                         [&](const LineLocation &place) { return m_input.open[place.line]; });
        }
        m_firstStop.push_back(static_cast<std::uint32_t>(m_stops.size()));
    }
    return {};
}

std::vector<double> Measuring::costs() const
{
    const std::vector<bool> open = m_network.edgesOf(m_input.open);
    std::vector<double> costs(open.size(), k_infinity);
    for (std::uint32_t edge = 0; edge < costs.size(); ++edge) {
        if (open[edge]) {
            costs[edge] = m_network.graph.edge(edge).length;
        }
    }
    return costs;
}

std::vector<PathSource> Measuring::sources() const
{
    std::vector<PathSource> sources;
    for (std::uint32_t stop = 0; stop < m_firstStop[m_input.targets.size()]; ++stop) {
        sources.push_back({m_network.stopNodes[stop], 0});
    }
    for (std::uint32_t piece = 0; !m_input.targetLines.empty() && piece < m_network.pieceCount(); ++piece) {
        const std::uint32_t line = m_network.lineOfPiece[piece];
        if (m_input.targetLines[line] && m_input.open[line]) {
            sources.push_back({m_network.graph.edge(piece).from, 0});
            sources.push_back({m_network.graph.edge(piece).to, 0});
        }
    }
    return sources;
}

double Measuring::distanceOf(std::size_t position) const
{
    double best = std::nan("");
    for (std::uint32_t stop = m_firstStop[position]; stop < m_firstStop[position + 1]; ++stop) {
        const double there = m_tree.cost[m_network.stopNodes[stop]];
        best = best <= there ? best : there;
    }
    return best;
}

/// Adds the part of an edge between two places on it; goes on with the part before it where that is in the same band.
void Measuring::add(std::uint32_t piece, double from, double to, double distance,
                    std::vector<IsolinePiece> &pieces) const
{
    if (to - from < k_least_m) {
        return;
    }
    const std::uint32_t line = m_network.lineOfPiece[piece];
    const double begin = m_network.pieceMeasure[piece];
    const IsolinePiece made{line, begin + from, begin + to, bandOf(distance, m_input.limits_m), distance < k_infinity};
    const bool goesOn = !pieces.empty() && pieces.back().line == line && pieces.back().band == made.band &&
                        pieces.back().reached == made.reached && std::abs(pieces.back().to_m - made.from_m) < k_least_m;
    if (goesOn) {
        pieces.back().to_m = made.to_m;
    } else {
        pieces.push_back(made);
    }
}

void Measuring::cut(std::uint32_t piece, std::vector<IsolinePiece> &pieces) const
{
    const GraphEdge &edge = m_network.graph.edge(piece);
    const bool isTarget = !m_input.targetLines.empty() && m_input.targetLines[m_network.lineOfPiece[piece]];
    const double a = m_tree.cost[edge.from];
    const double b = m_tree.cost[edge.to];
    if (isTarget || !(a < k_infinity)) { // open edges are reached at both ends or at none
        add(piece, 0, edge.length, isTarget ? 0 : k_infinity, pieces);
        return;
    }
    const double top = std::clamp((b + edge.length - a) / 2, 0.0, edge.length); // farthest from both ends
    std::vector<double> places{0, top, edge.length};
    for (const double limit : m_input.limits_m) {
        if (limit > a && limit - a < top) {
            places.push_back(limit - a);
        }
        if (limit > b && edge.length - (limit - b) > top) {
            places.push_back(edge.length - (limit - b));
        }
    }
    std::sort(places.begin(), places.end());
    for (std::size_t i = 1; i < places.size(); ++i) {
        const double middle = (places[i - 1] + places[i]) / 2;
        add(piece, places[i - 1], places[i], std::min(a + middle, b + edge.length - middle), pieces);
    }
}

} // namespace

std::size_t bandOf(double distance_m, std::span<const double> limits_m)
{
    return static_cast<std::size_t>(std::lower_bound(limits_m.begin(), limits_m.end(), distance_m) - limits_m.begin());
}

Result<Isolines> isolines(const IsolineInput &input, const JobContext &job)
{
    return Measuring(input).run(job);
}

} // namespace cuntu::roads
