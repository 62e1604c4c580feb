// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/end_network.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace cuntu {

namespace {

/// A place where a line is cut.
struct Cut {
    double measure = 0;
    Point position;
};

struct Segment {
    std::uint32_t line = 0;
    std::size_t point = 0; ///< its first point in LineSet::points
    double measure = 0;    ///< of that point along its line
};

double length(Point a, Point b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

/// Where the segments a-b and c-d meet; of an overlap nothing: each end of it is the end of a line or touches one.
std::optional<Point> crossing(Point a, Point b, Point c, Point d)
{
    const double cross = (b.x - a.x) * (d.y - c.y) - (b.y - a.y) * (d.x - c.x);
    if (cross == 0) {
        return std::nullopt;
    }
    const double s = ((c.x - a.x) * (d.y - c.y) - (c.y - a.y) * (d.x - c.x)) / cross;
    const double t = ((c.x - a.x) * (b.y - a.y) - (c.y - a.y) * (b.x - a.x)) / cross;
    if (s < 0 || s > 1 || t < 0 || t > 1) {
        return std::nullopt;
    }
    // An end that touches is met exactly, so that it is one node with it.
    if (t == 0 || t == 1) {
        return t == 0 ? c : d;
    }
    return s == 0 ? a : s == 1 ? b : Point{a.x + s * (b.x - a.x), a.y + s * (b.y - a.y)};
}

/// The cuts of every line, without its ends, in no order.
class Crossings {
public:
    explicit Crossings(const LineSet &lines) : m_lines(lines), m_cuts(lines.size())
    {
        std::vector<Box> boxes;
        for (std::uint32_t line = 0; line < lines.size(); ++line) {
            double measure = 0;
            for (std::size_t point = lines.start[line]; point + 1 < lines.start[line + 1]; ++point) {
                m_segments.push_back({line, point, measure});
                measure += length(lines.points[point], lines.points[point + 1]);
                Box box;
                box.add(lines.points[point]);
                box.add(lines.points[point + 1]);
                boxes.push_back(box);
            }
        }
        m_boxes = std::move(boxes);
        m_index = PackedIndex(m_boxes);
    }

    Result<std::vector<std::vector<Cut>>> find(const JobContext &job)
    {
        for (std::uint32_t first = 0; first < m_segments.size(); ++first) {
            if (first % 1024 == 0 && job.isCancelled()) {
                return cancelledError();
            }
            m_index.search(m_boxes[first], [&](std::uint32_t second) {
                if (second > first && m_segments[first].line != m_segments[second].line) {
                    meet(m_segments[first], m_segments[second]);
                }
                return true;
            });
        }
        return std::move(m_cuts);
    }

private:
    void meet(const Segment &a, const Segment &b)
    {
        const auto at = crossing(m_lines.points[a.point], m_lines.points[a.point + 1], m_lines.points[b.point],
                                 m_lines.points[b.point + 1]);
        if (at) {
            for (const Segment *segment : {&a, &b}) {
                m_cuts[segment->line].push_back({segment->measure + length(m_lines.points[segment->point], *at), *at});
            }
        }
    }

    LineSet m_lines;
    std::vector<Segment> m_segments;
    std::vector<Box> m_boxes;
    PackedIndex m_index;
    std::vector<std::vector<Cut>> m_cuts;
};

double lengthOf(std::span<const Point> line)
{
    double total = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        total += length(line[i - 1], line[i]);
    }
    return total;
}

/// Numbers places.
class Nodes {
public:
    std::uint32_t at(Point position)
    {
        const auto [entry, isNew] =
            m_numbers.try_emplace({position.x, position.y}, static_cast<std::uint32_t>(m_places.size()));
        if (isNew) {
            m_places.push_back(position);
        }
        return entry->second;
    }
    std::vector<Point> take() { return std::move(m_places); }

private:
    std::map<std::pair<double, double>, std::uint32_t> m_numbers;
    std::vector<Point> m_places;
};

} // namespace

std::vector<double> EndNetwork::edgeCosts(std::span<const double> lineCosts) const
{
    std::vector<double> costs;
    for (std::uint32_t edge = 0; edge < graph.edgeCount(); ++edge) {
        costs.push_back(lineCosts[lineOfEdge[edge]] * graph.edge(edge).length);
    }
    return costs;
}

Result<EndNetwork> joinAtEnds(const LineSet &lines, bool splitAtCrossings, const JobContext &job)
{
    std::vector<std::vector<Cut>> cuts(lines.size());
    if (splitAtCrossings) {
        auto found = Crossings(lines).find(job);
        if (!found) {
            return found.error();
        }
        cuts = std::move(*found);
    }
    EndNetwork network;
    Nodes nodes;
    std::vector<GraphEdge> edges;
    for (std::uint32_t number = 0; number < lines.size(); ++number) {
        const auto line = lines.line(number);
        if (line.size() < 2) {
            continue;
        }
        const double whole = lengthOf(line);
        std::vector<Cut> &places = cuts[number];
        places.push_back({whole, line.back()});
        std::stable_sort(places.begin(), places.end(),
                         [](const Cut &a, const Cut &b) { return a.measure < b.measure; });
        Cut from{0, line.front()};
        for (const Cut &to : places) {
            const std::uint32_t a = nodes.at(from.position);
            const std::uint32_t b = nodes.at(to.position);
            if (a != b || places.size() == 1) {
                const double share = whole > 0 ? std::max(0.0, to.measure - from.measure) / whole : 1;
                edges.push_back({a, b, places.size() == 1 ? 1 : share});
                network.lineOfEdge.push_back(number);
            }
            from = to;
        }
    }
    network.nodes = nodes.take();
    network.graph = Graph(network.nodes.size(), std::move(edges));
    return network;
}

} // namespace cuntu
