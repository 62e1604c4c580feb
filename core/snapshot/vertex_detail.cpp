// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/vertex_detail.h"

#include "core/snapshot/layer_snapshot.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace cuntu {
namespace {

constexpr std::uint8_t k_always = 255;
constexpr std::uint32_t k_nobody = std::numeric_limits<std::uint32_t>::max();
/// Longer arcs are cut: the search for the farthest vertex takes O(n²) in the worst case.
constexpr std::size_t k_longestArc = 1024;
/// A double's exponent and the first three bits of its mantissa: eight steps an octave, in the order of the numbers.
constexpr int k_stepBits = 49;

std::int64_t stepBelow(double value)
{
    return static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(value) >> k_stepBits);
}

std::int64_t stepAbove(double value)
{
    const std::uint64_t roundUp = (std::uint64_t{1} << k_stepBits) - 1;
    return static_cast<std::int64_t>((std::bit_cast<std::uint64_t>(value) + roundUp) >> k_stepBits);
}

bool isFinite(Point p)
{
    return std::isfinite(p.x) && std::isfinite(p.y);
}

double distanceToSegment(Point a, Point b, Point p)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    const double ex = p.x - a.x - t * dx;
    const double ey = p.y - a.y - t * dy;
    return std::sqrt(ex * ex + ey * ey);
}

/// Gives each position a number, the same wherever it occurs: an open hash table of the numbers given so far.
std::vector<std::uint32_t> numbered(std::span<const Point> points)
{
    const std::size_t slots = std::bit_ceil(std::max<std::size_t>(16, points.size() * 2));
    std::vector<std::uint32_t> table(slots, k_nobody); // the first point of a position
    std::vector<std::uint32_t> numbers(points.size());
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        std::uint64_t hash = std::bit_cast<std::uint64_t>(points[i].x) * 0x9E3779B97F4A7C15U;
        hash = (hash ^ std::bit_cast<std::uint64_t>(points[i].y)) * 0xC2B2AE3D27D4EB4FU;
        std::size_t slot = (hash ^ (hash >> 32)) & (slots - 1);
        while (table[slot] != k_nobody && points[table[slot]] != points[i]) {
            slot = (slot + 1) & (slots - 1);
        }
        if (table[slot] == k_nobody) {
            table[slot] = i;
        }
        numbers[i] = table[slot];
    }
    return numbers;
}

/// Finds the arcs and the steps of their vertices.
class DetailBuilder {
public:
    DetailBuilder(const PackedGeometry &geometry, double unit, std::vector<std::uint8_t> &steps)
        : m_geometry(geometry), m_base(stepBelow(unit)), m_steps(steps), m_numbers(numbered(geometry.points))
    {
    }

    void build()
    {
        m_neighbours.resize(m_geometry.points.size(), {k_nobody, k_nobody});
        m_isNode.resize(m_geometry.points.size(), false);
        for (std::size_t part = 0; part + 1 < m_geometry.partStart.size(); ++part) {
            takePart(part);
            findNodes();
        }
        m_neighbours = {};
        for (std::size_t part = 0; part + 1 < m_geometry.partStart.size(); ++part) {
            takePart(part);
            cutIntoArcs();
            closePart(part);
        }
    }

private:
    std::uint32_t number(std::size_t at) const { return m_numbers[m_part[at]]; }

    /// The vertices of a part without repetitions of the one before; a ring without its last vertex.
    void takePart(std::size_t part)
    {
        m_part.clear();
        for (std::uint32_t i = m_geometry.partStart[part]; i < m_geometry.partStart[part + 1]; ++i) {
            if (m_part.empty() || m_numbers[i] != m_numbers[m_part.back()]) {
                m_part.push_back(i);
            }
        }
        m_isRing = m_part.size() > 3 && number(0) == number(m_part.size() - 1);
        if (m_isRing) {
            m_part.pop_back();
        }
    }

    /// A node is where a line ends, or where a vertex has other neighbours than where it was met before.
    void findNodes()
    {
        for (std::size_t i = 0; i < m_part.size(); ++i) {
            const bool isEnd = !m_isRing && (i == 0 || i + 1 == m_part.size());
            if (isEnd || !isFinite(m_geometry.points[m_part[i]])) {
                m_isNode[number(i)] = true;
                continue;
            }
            const std::uint32_t before = number(i == 0 ? m_part.size() - 1 : i - 1);
            const std::uint32_t after = number(i + 1 == m_part.size() ? 0 : i + 1);
            const std::pair<std::uint32_t, std::uint32_t> both = std::minmax(before, after);
            auto &known = m_neighbours[number(i)];
            if (known.first == k_nobody) {
                known = both;
            } else if (known != both) {
                m_isNode[number(i)] = true;
            }
        }
    }

    void cutIntoArcs()
    {
        if (m_part.empty()) {
            return;
        }
        if (m_isRing) {
            startAtNode();
        }
        m_arc.clear();
        for (const std::uint32_t point : m_part) {
            m_arc.push_back(point);
            if (m_isNode[m_numbers[point]] && m_arc.size() > 1) {
                weighArc();
                m_arc = {point};
            }
        }
    }

    /// Turns a ring so that it begins, and ends, with a node. One that meets no other begins with its lowest number,
    /// which is the same in a copy of it.
    void startAtNode()
    {
        auto first = std::find_if(m_part.begin(), m_part.end(),
                                  [this](std::uint32_t point) { return m_isNode[m_numbers[point]]; });
        if (first == m_part.end()) {
            first = std::min_element(m_part.begin(), m_part.end(),
                                     [this](std::uint32_t a, std::uint32_t b) { return m_numbers[a] < m_numbers[b]; });
            m_isNode[m_numbers[*first]] = true;
        }
        std::rotate(m_part.begin(), first, m_part.end());
        m_part.push_back(m_part.front());
    }

    /// Gives the vertices of the arc their steps, in pieces that are not too long.
    void weighArc()
    {
        const std::size_t last = m_arc.size() - 1;
        const bool isLoop = m_numbers[m_arc[0]] == m_numbers[m_arc[last]];
        const std::uint32_t begin = m_numbers[m_arc[isLoop ? 1 : 0]];
        const std::uint32_t end = m_numbers[m_arc[isLoop ? last - 1 : last]];
        if (begin > end) {
            std::reverse(m_arc.begin(), m_arc.end());
        }
        m_places.clear();
        for (const std::uint32_t point : m_arc) {
            m_places.push_back(m_geometry.points[point]);
        }
        for (std::size_t from = 0; from < last; from += k_longestArc) {
            const std::size_t to = std::min(from + k_longestArc, last);
            m_steps[m_arc[from]] = k_always;
            m_steps[m_arc[to]] = k_always;
            weigh(from, to);
        }
    }

    /// Douglas & Peucker with the tolerance at which each vertex would be dropped, never more than that of the vertex
    /// which split before.
    void weigh(std::size_t from, std::size_t to)
    {
        m_open = {{from, to, std::numeric_limits<double>::infinity()}};
        while (!m_open.empty()) {
            const Stretch stretch = m_open.back();
            m_open.pop_back();
            std::size_t farthest = stretch.from;
            double greatest = -1;
            for (std::size_t i = stretch.from + 1; i < stretch.to; ++i) {
                const double distance = distanceToSegment(m_places[stretch.from], m_places[stretch.to], m_places[i]);
                if (distance > greatest) {
                    greatest = distance;
                    farthest = i;
                }
            }
            if (farthest == stretch.from) {
                continue;
            }
            const double limit = std::min(greatest, stretch.limit);
            m_steps[m_arc[farthest]] =
                static_cast<std::uint8_t>(std::clamp<std::int64_t>(stepAbove(limit) - m_base, 0, k_always - 1));
            m_open.push_back({stretch.from, farthest, limit});
            m_open.push_back({farthest, stretch.to, limit});
        }
    }

    /// The last vertex of a ring is its first. Of a line without length one vertex stays.
    void closePart(std::size_t part)
    {
        const std::uint32_t begin = m_geometry.partStart[part];
        const std::uint32_t end = m_geometry.partStart[part + 1];
        if (m_isRing) {
            m_steps[end - 1] = m_steps[begin];
        } else if (m_part.size() == 1) {
            m_steps[begin] = k_always;
        }
    }

    /// Part of an arc whose vertices are yet to be weighed.
    struct Stretch {
        std::size_t from;
        std::size_t to;
        double limit;
    };

    const PackedGeometry &m_geometry;
    std::int64_t m_base;
    std::vector<std::uint8_t> &m_steps;
    std::vector<std::uint32_t> m_numbers; ///< of the position of each point
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_neighbours;
    std::vector<bool> m_isNode;        ///< by number
    std::vector<std::uint32_t> m_part; ///< points of the part at hand
    std::vector<std::uint32_t> m_arc;  ///< points of the arc at hand
    std::vector<Point> m_places;       ///< and where they are
    std::vector<Stretch> m_open;
    bool m_isRing = false;
};

} // namespace

VertexDetail::VertexDetail(const PackedGeometry &geometry)
{
    if (geometry.type == GeometryType::Point || geometry.points.empty()) {
        return;
    }
    const Box all = geometry.index.extent();
    const double size = std::max(all.width(), all.height());
    m_unit = std::ldexp(std::isfinite(size) && size > 0 ? size : 1, -31); // so that 254 steps reach beyond the layer
    std::vector<std::uint8_t> steps(geometry.points.size(), 0);
    DetailBuilder(geometry, m_unit, steps).build();
    m_steps = FlatArray(std::move(steps));
}

std::uint8_t VertexDetail::leastStep(double tolerance) const
{
    if (!(tolerance > 0) || m_unit <= 0) {
        return 0;
    }
    return static_cast<std::uint8_t>(
        std::clamp<std::int64_t>(stepBelow(tolerance) - stepBelow(m_unit) + 1, 0, k_always));
}

} // namespace cuntu
