// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/line_network.h"

#include "core/base/text.h"
#include "core/solve/shared_vertices.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace cuntu {

namespace {

constexpr std::size_t k_fewJoints = 1'000'000;
constexpr std::size_t k_jointsPerLine = 50;
constexpr std::size_t k_linesBetweenCancelChecks = 2048;

double distance(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// A node that splits a line between two of its vertices.
struct Split {
    std::uint32_t line = 0;
    double measure = 0;
    std::uint32_t node = 0;
};

struct JointEdge {
    LineNetwork::Joint lines;
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double gap = 0;
};

/// Puts a network together: nodes of the vertices, then stops, then joints, then the pieces between them.
class Builder {
public:
    Builder(const LineLocator &locator, const LineNetworkOptions &options)
        : m_locator(locator), m_lines(locator.lines()), m_options(options), m_shared(findSharedVertices(m_lines))
    {
    }

    Result<LineNetwork> build(const JobContext &job)
    {
        gatherEnds();
        for (const LineLocation &stop : m_options.stops) {
            m_network.stopNodes.push_back(nodeAt(stop, 0));
        }
        if (auto joined = joinEnds(job); !joined) {
            return joined.error();
        }
        cutPieces();
        addJoints();
        m_network.graph = Graph(m_shared.nodes.size(), std::move(m_edges));
        m_network.nodes = std::move(m_shared.nodes);
        return std::move(m_network);
    }

private:
    void gatherEnds();
    std::uint32_t sourceOf(std::size_t line) const
    {
        return m_options.sources.empty() ? static_cast<std::uint32_t>(line) : m_options.sources[line];
    }
    Result<void> joinEnds(const JobContext &job);
    void joinEnd(std::size_t firstEnd, std::size_t lastEnd);
    std::uint32_t nodeAt(const LineLocation &place, double reach);
    std::uint32_t nearestNodeOn(const LineLocation &place, Point to, double reach) const;
    void cutPieces();
    void addPiece(std::uint32_t line, const Split &from, const Split &to);
    void addJoints();

    const LineLocator &m_locator;
    LineSet m_lines;
    const LineNetworkOptions &m_options;
    SharedVertices m_shared;
    LineNetwork m_network;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_ends; ///< node and line, each pair once, sorted
    std::vector<Split> m_splits;
    std::vector<JointEdge> m_joints;
    std::vector<GraphEdge> m_edges;
    std::vector<LineLocation> m_found; ///< reused
};

void Builder::gatherEnds()
{
    for (std::uint32_t line = 0; line < m_lines.size(); ++line) {
        if (m_lines.start[line] == m_lines.start[line + 1]) {
            m_network.anyNode.push_back(k_noIndex);
            continue;
        }
        m_network.anyNode.push_back(m_shared.nodeOfPoint[m_lines.start[line]]);
        if (line == 0 || sourceOf(line - 1) != sourceOf(line)) { // else it goes on from the piece before it
            m_ends.emplace_back(m_shared.nodeOfPoint[m_lines.start[line]], line);
        }
        if (line + 1 == m_lines.size() || sourceOf(line + 1) != sourceOf(line)) {
            m_ends.emplace_back(m_shared.nodeOfPoint[m_lines.start[line + 1] - 1], line);
        }
    }
    std::sort(m_ends.begin(), m_ends.end());
    m_ends.erase(std::unique(m_ends.begin(), m_ends.end()), m_ends.end());
}

Result<void> Builder::joinEnds(const JobContext &job)
{
    const std::size_t most = k_fewJoints + k_jointsPerLine * m_lines.size();
    std::size_t handled = 0;
    for (std::size_t first = 0, last = 0; first < m_ends.size(); first = last) {
        while (last < m_ends.size() && m_ends[last].first == m_ends[first].first) {
            ++last;
        }
        if (handled++ % k_linesBetweenCancelChecks == 0 && job.isCancelled()) {
            return cancelledError();
        }
        joinEnd(first, last);
        if (m_joints.size() > most) {
            return Error{ErrorCode::OutOfRange,
                         Core::tr("more than %L1 pairs of lines lie within the tolerance of %2 of each other")
                             .arg(most)
                             .arg(m_options.tolerance),
                         {},
                         Core::tr("choose a smaller tolerance, and check the coordinate system of the lines"),
                         {},
                         {}};
        }
    }
    return {};
}

/// Joins the lines that end at one node (m_ends from @p firstEnd to @p lastEnd) to the lines around it.
void Builder::joinEnd(std::size_t firstEnd, std::size_t lastEnd)
{
    const std::uint32_t node = m_ends[firstEnd].first;
    const Point here = m_shared.nodes[node];
    m_locator.within(here, m_options.tolerance, m_found);
    for (const LineLocation &place : m_found) {
        const bool ownOnly = std::all_of(m_ends.begin() + static_cast<std::ptrdiff_t>(firstEnd),
                                         m_ends.begin() + static_cast<std::ptrdiff_t>(lastEnd),
                                         [&](const auto &end) { return sourceOf(end.second) == sourceOf(place.line); });
        if (ownOnly || nearestNodeOn(place, here, 0) == node) {
            continue; // a line does not join itself, and lines that share a vertex have met already
        }
        const std::uint32_t other = nodeAt(place, m_options.tolerance);
        for (std::size_t end = firstEnd; end < lastEnd; ++end) {
            if (sourceOf(m_ends[end].second) != sourceOf(place.line)) {
                m_joints.push_back(
                    {{m_ends[end].second, place.line}, node, other, distance(here, m_shared.nodes[other])});
            }
        }
    }
}

/// The vertex node of the line that is nearest to @p to, of those at most @p reach along the line from @p place; with
/// reach 0 the one exactly there (but for rounding). k_noIndex where there is none.
std::uint32_t Builder::nearestNodeOn(const LineLocation &place, Point to, double reach) const
{
    const double slack = reach + 1e-9 * (1 + place.measure);
    const std::size_t begin = m_lines.start[place.line];
    const std::size_t end = m_lines.start[place.line + 1];
    const auto measureBelow = [&](std::size_t point, double value) { return m_locator.measureOf(point) < value; };
    std::size_t low = begin; // first vertex within reach
    for (std::size_t count = end - begin; count > 0;) {
        const std::size_t half = count / 2;
        const bool below = measureBelow(low + half, place.measure - slack);
        low = below ? low + half + 1 : low;
        count = below ? count - half - 1 : half;
    }
    std::uint32_t best = k_noIndex;
    for (std::size_t point = low; point < end && m_locator.measureOf(point) <= place.measure + slack; ++point) {
        const std::uint32_t node = m_shared.nodeOfPoint[point];
        if (node != k_noIndex &&
            (best == k_noIndex || distance(m_shared.nodes[node], to) < distance(m_shared.nodes[best], to))) {
            best = node;
        }
    }
    return best;
}

/// A node of the line that is at most @p reach along it from @p place, or a new one that splits the line there.
std::uint32_t Builder::nodeAt(const LineLocation &place, double reach)
{
    const std::uint32_t near = nearestNodeOn(place, place.position, reach);
    if (near != k_noIndex) {
        return near;
    }
    const auto node = static_cast<std::uint32_t>(m_shared.nodes.size());
    m_shared.nodes.push_back(place.position);
    m_splits.push_back({place.line, place.measure, node});
    return node;
}

void Builder::cutPieces()
{
    std::sort(m_splits.begin(), m_splits.end(), [](const Split &a, const Split &b) {
        return std::tie(a.line, a.measure, a.node) < std::tie(b.line, b.measure, b.node);
    });
    auto split = m_splits.cbegin();
    m_network.firstPiece.push_back(0);
    for (std::uint32_t line = 0; line < m_lines.size(); ++line) {
        Split last{line, 0, m_network.anyNode[line]};
        for (std::uint32_t point = m_lines.start[line]; point < m_lines.start[line + 1]; ++point) {
            const std::uint32_t node = m_shared.nodeOfPoint[point];
            if (node == k_noIndex) {
                continue;
            }
            const Split here{line, m_locator.measureOf(point), node};
            for (; split != m_splits.cend() && split->line == line && split->measure <= here.measure; ++split) {
                addPiece(line, last, *split);
                last = *split;
            }
            addPiece(line, last, here);
            last = here;
        }
        m_network.firstPiece.push_back(static_cast<std::uint32_t>(m_edges.size()));
    }
}

void Builder::addPiece(std::uint32_t line, const Split &from, const Split &to)
{
    if (from.node == to.node && !(to.measure > from.measure)) {
        return;
    }
    m_edges.push_back({from.node, to.node, to.measure - from.measure});
    m_network.pieceMeasure.push_back(from.measure);
    m_network.lineOfPiece.push_back(line);
}

void Builder::addJoints()
{
    for (const JointEdge &joint : m_joints) {
        m_edges.push_back({joint.from, joint.to, joint.gap});
        m_network.joints.push_back(joint.lines);
    }
}

} // namespace

std::vector<bool> LineNetwork::edgesOf(const std::vector<bool> &lines) const
{
    std::vector<bool> edges(graph.edgeCount(), false);
    for (std::size_t piece = 0; piece < pieceCount(); ++piece) {
        edges[piece] = lines[lineOfPiece[piece]];
    }
    for (std::size_t k = 0; k < joints.size(); ++k) {
        edges[pieceCount() + k] = lines[joints[k].end] && lines[joints[k].other];
    }
    return edges;
}

Result<LineNetwork> buildLineNetwork(const LineLocator &locator, const LineNetworkOptions &options,
                                     const JobContext &job)
{
    return Builder(locator, options).build(job);
}

} // namespace cuntu
