// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/siting_network.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

namespace cuntu::relocation {

namespace {

/// Nearer than this is the same place: what a transformation of coordinates may shift.
constexpr double k_same_m = 1e-3;
constexpr std::size_t k_positionsBetweenCancelChecks = 256;

struct Split {
    std::uint32_t line = 0;
    double measure = 0;
    std::uint32_t node = 0;
};

class Builder {
public:
    explicit Builder(const EndNetworkRequest &request) : m_request(request), m_locator(request.lines) {}

    Result<EndNetwork> build(const JobContext &job)
    {
        numberEnds();
        for (std::size_t k = 0; k < m_request.positions.size(); ++k) {
            if (k % k_positionsBetweenCancelChecks == 0 && job.isCancelled()) {
                return cancelledError();
            }
            m_network.stops.push_back(access(m_request.positions[k]));
        }
        cutLines();
        m_network.graph = Graph(m_nodeCount, std::move(m_edges));
        return std::move(m_network);
    }

private:
    void numberEnds();
    Access access(Point position);
    double distanceTo(Point position);
    std::uint32_t nodeAt(const LineLocation &place);
    void cutLines();

    const EndNetworkRequest &m_request;
    LineLocator m_locator;
    EndNetwork m_network;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_ends; ///< per line: its first and last node
    std::vector<Split> m_splits;
    std::vector<GraphEdge> m_edges;
    std::vector<LineLocation> m_found; ///< reused
    std::uint32_t m_nodeCount = 0;
};

void Builder::numberEnds()
{
    std::map<std::pair<double, double>, std::uint32_t> nodes;
    const auto nodeOf = [&](Point point) {
        const auto [entry, isNew] = nodes.try_emplace({point.x, point.y}, m_nodeCount);
        m_nodeCount += isNew ? 1 : 0;
        return entry->second;
    };
    for (std::size_t line = 0; line < m_request.lines.size(); ++line) {
        const auto points = m_request.lines.line(line);
        m_ends.emplace_back(points.empty() ? k_noIndex : nodeOf(points.front()),
                            points.empty() ? k_noIndex : nodeOf(points.back()));
    }
}

std::uint32_t Builder::nodeAt(const LineLocation &place)
{
    if (place.measure <= k_same_m) {
        return m_ends[place.line].first;
    }
    if (place.measure >= m_locator.length(place.line) - k_same_m) {
        return m_ends[place.line].second;
    }
    m_splits.push_back({place.line, place.measure, m_nodeCount});
    return m_nodeCount++;
}

/// From a place beyond reach to the nearest line; infinite where there is none.
double Builder::distanceTo(Point position)
{
    constexpr double k_farthest_m = 1e8;
    for (double reach_m = std::max(1.0, 4 * m_request.reach_m); reach_m < k_farthest_m; reach_m *= 4) {
        m_locator.within(position, reach_m, m_found);
        const auto nearest = std::min_element(m_found.begin(), m_found.end(),
                                              [](const auto &a, const auto &b) { return a.distance < b.distance; });
        if (nearest != m_found.end()) {
            return nearest->distance;
        }
    }
    return std::numeric_limits<double>::infinity();
}

/// Lines may pass over a position that is another line's end, so ends come first.
Access Builder::access(Point position)
{
    if (std::isnan(position.x)) {
        return {};
    }
    m_locator.within(position, m_request.reach_m, m_found);
    const auto isEnd = [&](const LineLocation &place) {
        return place.distance <= k_same_m &&
               (place.measure <= k_same_m || place.measure >= m_locator.length(place.line) - k_same_m);
    };
    const auto best = std::min_element(m_found.begin(), m_found.end(), [&](const auto &a, const auto &b) {
        return std::tuple(!isEnd(a), a.distance, a.line) < std::tuple(!isEnd(b), b.distance, b.line);
    });
    return best == m_found.end() ? Access{k_noIndex, distanceTo(position), {}}
                                 : Access{nodeAt(*best), best->distance, best->position};
}

void Builder::cutLines()
{
    std::sort(m_splits.begin(), m_splits.end(), [](const Split &a, const Split &b) {
        return std::tie(a.line, a.measure, a.node) < std::tie(b.line, b.measure, b.node);
    });
    auto split = m_splits.cbegin();
    for (std::uint32_t line = 0; line < m_ends.size(); ++line) {
        if (m_ends[line].first == k_noIndex) {
            continue;
        }
        const double length = m_locator.length(line);
        Split last{line, 0, m_ends[line].first};
        for (; split != m_splits.cend() && split->line == line; ++split) {
            m_edges.push_back(
                {last.node, split->node, m_request.costs[line] * (split->measure - last.measure) / length});
            last = *split;
        }
        const double rest = length > 0 ? (length - last.measure) / length : 1;
        m_edges.push_back({last.node, m_ends[line].second, m_request.costs[line] * rest});
    }
}

} // namespace

Result<EndNetwork> buildEndNetwork(const EndNetworkRequest &request, const JobContext &job)
{
    return Builder(request).build(job);
}

} // namespace cuntu::relocation
