// SPDX-License-Identifier: GPL-3.0-or-later
#include "areas.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace cuntu::sample {

namespace {

/// Borders run along the sides of cells. A side is followed with its own village on the left; where
/// two ways lead on, the right one is taken, so that a ring touches itself at no point.
/// Directions: 0 east, 1 south, 2 west, 3 north.
class Tracer {
public:
    Tracer(const Frame &frame, const Grid<int> &label) : m_frame(frame), m_label(label) {}

    /// All rings of all villages, each as the corners that it passes; a corner is row * (width + 1) + column.
    std::map<int, std::vector<std::vector<int>>> rings()
    {
        std::map<int, std::vector<std::vector<int>>> result;
        for (int corner = 0; corner < corners(); ++corner)
            for (int direction = 0; direction < 4; ++direction) {
                const int owner = left(corner, direction);
                if (owner >= 0 && owner != right(corner, direction) && !m_used.contains({corner, direction}))
                    result[owner].push_back(follow(corner, direction, owner));
            }
        return result;
    }

    /// True where three or more borders meet.
    bool isNode(int corner) const
    {
        int count = 0;
        for (int direction = 0; direction < 4; ++direction)
            count += left(corner, direction) != right(corner, direction) ? 1 : 0;
        return count > 2;
    }

    Point point(int corner) const
    {
        return {static_cast<double>(corner % (m_frame.width + 1)), static_cast<double>(corner / (m_frame.width + 1))};
    }

private:
    int corners() const { return (m_frame.width + 1) * (m_frame.height + 1); }
    int at(int column, int row) const
    {
        const bool known = column >= 0 && row >= 0 && column < m_frame.width && row < m_frame.height;
        return known ? m_label[m_frame.cell(column, row)] : -1;
    }
    /// Village to the left (@p side 0) or right (1) of the side that leaves a corner in a direction.
    int beside(int corner, int direction, std::size_t side) const
    {
        static constexpr std::array<std::array<int, 2>, 4> dx{{{0, 0}, {0, -1}, {-1, -1}, {-1, 0}}};
        static constexpr std::array<std::array<int, 2>, 4> dy{{{-1, 0}, {0, 0}, {0, -1}, {-1, -1}}};
        const auto d = static_cast<std::size_t>(direction);
        return at(corner % (m_frame.width + 1) + dx[d][side], corner / (m_frame.width + 1) + dy[d][side]);
    }
    int left(int corner, int direction) const { return beside(corner, direction, 0); }
    int right(int corner, int direction) const { return beside(corner, direction, 1); }
    int ahead(int corner, int direction) const
    {
        const std::array<int, 4> step{1, m_frame.width + 1, -1, -(m_frame.width + 1)};
        return corner + step[static_cast<std::size_t>(direction)];
    }

    std::vector<int> follow(int start, int direction, int owner)
    {
        std::vector<int> ring;
        int corner = start;
        while (m_used.insert({{corner, direction}, true}).second) {
            ring.push_back(corner);
            corner = ahead(corner, direction);
            for (const int turn : {1, 0, 3}) { // right, straight on, left
                const int next = (direction + turn) % 4;
                if (left(corner, next) == owner && right(corner, next) != owner) {
                    direction = next;
                    break;
                }
            }
        }
        return ring;
    }

    const Frame &m_frame;
    const Grid<int> &m_label;
    std::map<std::pair<int, int>, bool> m_used;
};

/// The line of one border between two nodes: the middles of the sides, which no other border can
/// touch, thinned by less than half their least distance. The direction does not matter: the
/// line is always worked out from the same end.
std::vector<Point> arcLine(const Tracer &tracer, std::vector<int> corners, bool ring)
{
    const bool backwards = !ring && (corners.front() > corners.back() ||
                                     (corners.front() == corners.back() && corners[1] > corners[corners.size() - 2]));
    if (backwards)
        std::reverse(corners.begin(), corners.end());
    std::vector<Point> line;
    if (!ring)
        line.push_back(tracer.point(corners.front()));
    for (std::size_t i = 1; i < corners.size(); ++i) {
        const Point a = tracer.point(corners[i - 1]);
        const Point b = tracer.point(corners[i]);
        line.push_back({(a.x + b.x) / 2, (a.y + b.y) / 2});
    }
    line.push_back(ring ? line.front() : tracer.point(corners.back()));
    line = simplified(line, 0.34);
    if (backwards)
        std::reverse(line.begin(), line.end());
    return line;
}

/// A ring that meets no node is the only border between two villages: both start it at its least
/// corner and in the same direction.
std::vector<Point> loneRing(const Tracer &tracer, std::vector<int> ring)
{
    std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end()), ring.end());
    const bool backwards = ring[1] > ring.back();
    if (backwards)
        std::reverse(ring.begin() + 1, ring.end());
    ring.push_back(ring.front());
    std::vector<Point> line = arcLine(tracer, ring, true);
    if (backwards)
        std::reverse(line.begin(), line.end());
    return line;
}

std::vector<Point> ringLine(const Tracer &tracer, std::vector<int> ring)
{
    const auto node = std::find_if(ring.begin(), ring.end(), [&](int corner) { return tracer.isNode(corner); });
    if (node == ring.end())
        return loneRing(tracer, std::move(ring));
    std::rotate(ring.begin(), node, ring.end());
    ring.push_back(ring.front());
    std::vector<Point> result;
    std::vector<int> arc;
    for (const int corner : ring) {
        arc.push_back(corner);
        if (arc.size() < 2 || !tracer.isNode(corner))
            continue;
        const auto line = arcLine(tracer, arc, false);
        result.insert(result.end(), line.begin(), line.end() - 1);
        arc.assign(1, corner);
    }
    result.push_back(result.front());
    return result;
}

/// Area of a closed ring in cells, above 0 for an outer ring.
double signedArea(const std::vector<Point> &ring)
{
    double sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i)
        sum += ring[i - 1].y * ring[i].x - ring[i].y * ring[i - 1].x;
    return sum / 2;
}

} // namespace

void traceBorders(const Frame &frame, Areas &areas)
{
    Tracer tracer(frame, areas.village);
    for (auto &[village, rings] : tracer.rings()) {
        auto &lines = areas.villages[static_cast<std::size_t>(village)].rings;
        for (auto &ring : rings)
            lines.push_back(ringLine(tracer, std::move(ring)));
        std::stable_sort(lines.begin(), lines.end(),
                         [](const auto &a, const auto &b) { return signedArea(a) > signedArea(b); });
    }
}

} // namespace cuntu::sample
