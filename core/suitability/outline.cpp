// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suitability/patches.h"

#include <algorithm>
#include <map>
#include <set>

namespace cuntu {

namespace {

/// A corner of cells: column and row of the cell whose first corner it is.
using Corner = std::pair<int, int>;

/// The parts of @p cells that hang together over sides, each ascending.
std::vector<std::vector<std::size_t>> partsOf(const GridFrame &frame, std::span<const std::size_t> cells)
{
    std::set<std::size_t> left(cells.begin(), cells.end());
    std::vector<std::vector<std::size_t>> parts;
    while (!left.empty()) {
        std::vector<std::size_t> part{*left.begin()};
        left.erase(left.begin());
        for (std::size_t i = 0; i < part.size(); ++i) {
            const int x = frame.columnOf(part[i]);
            const int y = frame.rowOf(part[i]);
            for (const auto &[dx, dy] : {Corner{1, 0}, Corner{-1, 0}, Corner{0, 1}, Corner{0, -1}}) {
                if (x + dx < 0 || y + dy < 0 || x + dx >= frame.columns || y + dy >= frame.rows) {
                    continue;
                }
                const std::size_t next = frame.index(x + dx, y + dy);
                if (left.erase(next) > 0) {
                    part.push_back(next);
                }
            }
        }
        std::sort(part.begin(), part.end());
        parts.push_back(std::move(part));
    }
    return parts;
}

/// The edges between @p part and what is not in it, from corner to corner, the part always on the same hand.
std::multimap<Corner, Corner> edgesOf(const GridFrame &frame, const std::vector<std::size_t> &part)
{
    const auto isIn = [&](int x, int y) {
        return x >= 0 && y >= 0 && x < frame.columns && y < frame.rows &&
               std::binary_search(part.begin(), part.end(), frame.index(x, y));
    };
    std::multimap<Corner, Corner> edges;
    for (const std::size_t cell : part) {
        const int x = frame.columnOf(cell);
        const int y = frame.rowOf(cell);
        if (!isIn(x, y - 1)) {
            edges.insert({{x, y}, {x + 1, y}});
        }
        if (!isIn(x + 1, y)) {
            edges.insert({{x + 1, y}, {x + 1, y + 1}});
        }
        if (!isIn(x, y + 1)) {
            edges.insert({{x + 1, y + 1}, {x, y + 1}});
        }
        if (!isIn(x - 1, y)) {
            edges.insert({{x, y + 1}, {x, y}});
        }
    }
    return edges;
}

/// Where the ring goes on at @p at, coming from @p before: where two cells meet at a corner only, along the other cell,
/// so that a hole there gets a ring of its own and no ring touches itself.
std::multimap<Corner, Corner>::iterator next(std::multimap<Corner, Corner> &edges, Corner before, Corner at)
{
    auto [first, end] = edges.equal_range(at);
    if (std::next(first) == end) {
        return first;
    }
    const Corner turned{at.first + (at.second - before.second), at.second - (at.first - before.first)};
    return first->second == turned ? first : std::next(first);
}

/// The ring that begins with the first of @p edges, which it takes out; corners on straight edges left out.
std::vector<Corner> takeRing(std::multimap<Corner, Corner> &edges)
{
    auto edge = edges.begin();
    const Corner start = edge->first;
    std::vector<Corner> ring{start};
    Corner before = start;
    Corner at = edge->second;
    edges.erase(edge);
    while (at != start) {
        edge = next(edges, before, at);
        const Corner after = edge->second;
        const bool isStraight = (before.first == at.first) == (at.first == after.first);
        if (!isStraight) {
            ring.push_back(at);
        }
        before = at;
        at = after;
        edges.erase(edge);
    }
    ring.push_back(start);
    return ring;
}

double twiceArea(const std::vector<Corner> &ring)
{
    double sum = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        sum += static_cast<double>(ring[i].first) * ring[i + 1].second -
               static_cast<double>(ring[i + 1].first) * ring[i].second;
    }
    return sum;
}

} // namespace

Geometry outlineOf(const GridFrame &frame, std::span<const std::size_t> cells)
{
    Geometry outline;
    outline.type = GeometryType::Polygon;
    for (const std::vector<std::size_t> &part : partsOf(frame, cells)) {
        std::multimap<Corner, Corner> edges = edgesOf(frame, part);
        std::vector<std::vector<Corner>> rings;
        while (!edges.empty()) {
            rings.push_back(takeRing(edges));
        }
        // The outer ring goes round the other way than the holes.
        std::stable_partition(rings.begin(), rings.end(),
                              [](const std::vector<Corner> &ring) { return twiceArea(ring) > 0; });
        for (std::size_t i = 0; i < rings.size(); ++i) {
            std::vector<Point> points;
            for (const auto &[x, y] : rings[i]) {
                points.push_back({frame.corner.x + x * frame.stepX, frame.corner.y + y * frame.stepY});
            }
            outline.addPart(points, i > 0);
        }
    }
    return outline;
}

} // namespace cuntu
