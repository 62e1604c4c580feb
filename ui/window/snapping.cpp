// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/snapping.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace cuntu::ui {
namespace {

/// A stretch of a line or border near the cursor.
struct Stretch {
    Point from;
    Point to;
    SnapPlace place; ///< on it, nearest to the cursor
    double distance = 0;
};

double apart(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

Point nearestOn(Point from, Point to, Point at)
{
    const double x = to.x - from.x;
    const double y = to.y - from.y;
    const double square = x * x + y * y;
    const double t = square > 0 ? std::clamp(((at.x - from.x) * x + (at.y - from.y) * y) / square, 0.0, 1.0) : 0;
    return {from.x + t * x, from.y + t * y};
}

/// Where two stretches cross; empty where they do not, or run alongside each other.
std::optional<Point> crossing(const Stretch &one, const Stretch &other)
{
    const double ax = one.to.x - one.from.x;
    const double ay = one.to.y - one.from.y;
    const double bx = other.to.x - other.from.x;
    const double by = other.to.y - other.from.y;
    const double turn = ax * by - ay * bx;
    if (turn == 0) {
        return std::nullopt;
    }
    const double cx = other.from.x - one.from.x;
    const double cy = other.from.y - one.from.y;
    const double t = (cx * by - cy * bx) / turn;
    const double u = (cx * ay - cy * ax) / turn;
    return t < 0 || t > 1 || u < 0 || u > 1 ? std::nullopt
                                            : std::optional(Point{one.from.x + t * ax, one.from.y + t * ay});
}

/// Collects what lies near one position.
class Search {
public:
    Search(Point at, double reach) : m_at(at), m_reach(reach) {}

    void look(const RenderLayer &layer)
    {
        const PackedGeometry &geometry = layer.snapshot->geometry();
        const Box box = Box{m_at.x, m_at.y, m_at.x, m_at.y}.grown(m_reach);
        geometry.index.search(box, [&](std::uint32_t row) {
            lookAt(layer.id, geometry, row);
            return true;
        });
    }

    std::optional<SnapPlace> best() const
    {
        if (m_vertex) {
            return m_vertex;
        }
        if (auto crossed = nearestCrossing()) {
            return crossed;
        }
        const auto nearest = std::min_element(
            m_near.begin(), m_near.end(), [](const Stretch &a, const Stretch &b) { return a.distance < b.distance; });
        return nearest == m_near.end() ? std::nullopt : std::optional(nearest->place);
    }

private:
    void lookAt(const QString &layer, const PackedGeometry &geometry, std::uint32_t row)
    {
        const std::size_t first = geometry.partStart[geometry.firstPart(row)];
        for (std::size_t part = geometry.firstPart(row); part < geometry.endPart(row); ++part) {
            const auto points = geometry.part(part);
            for (std::size_t i = 0; i < points.size(); ++i) {
                SnapPlace place{SnapPlace::Kind::Vertex, points[i], layer, row, part - geometry.firstPart(row), i, 0};
                place.point = geometry.partStart[part] - first + i;
                takeVertex(place);
                if (i + 1 < points.size()) {
                    takeStretch(points[i], points[i + 1], place);
                }
            }
        }
    }

    void takeVertex(const SnapPlace &place)
    {
        const double distance = apart(place.position, m_at);
        if (distance <= m_reach && distance < m_vertexDistance) {
            m_vertex = place;
            m_vertexDistance = distance;
        }
    }

    void takeStretch(Point from, Point to, SnapPlace place)
    {
        place.kind = SnapPlace::Kind::Segment;
        place.position = nearestOn(from, to, m_at);
        const double distance = apart(place.position, m_at);
        if (distance <= m_reach) {
            m_near.push_back({from, to, place, distance});
        }
    }

    std::optional<SnapPlace> nearestCrossing() const
    {
        std::optional<SnapPlace> nearest;
        double least = m_reach;
        for (std::size_t i = 0; i < m_near.size(); ++i) {
            for (std::size_t k = i + 1; k < m_near.size(); ++k) {
                const auto place = crossing(m_near[i], m_near[k]);
                if (place && apart(*place, m_at) <= least) {
                    least = apart(*place, m_at);
                    nearest = m_near[i].place;
                    nearest->kind = SnapPlace::Kind::Crossing;
                    nearest->position = *place;
                }
            }
        }
        return nearest;
    }

    Point m_at;
    double m_reach;
    std::optional<SnapPlace> m_vertex;
    double m_vertexDistance = std::numeric_limits<double>::infinity();
    std::vector<Stretch> m_near;
};

} // namespace

std::optional<SnapPlace> snapTo(const std::vector<RenderLayer> &layers, Point at, double reach,
                                const QString &onlyLayer)
{
    Search search(at, reach);
    for (const RenderLayer &layer : layers) {
        if (onlyLayer.isEmpty() || layer.id == onlyLayer) {
            search.look(layer);
        }
    }
    return search.best();
}

Point inStepsOf45(Point from, Point to)
{
    constexpr double k_step = std::numbers::pi / 4;
    const double angle = std::round(std::atan2(to.y - from.y, to.x - from.x) / k_step) * k_step;
    // The foot of the cursor on that direction, as a ruler laid there would have it.
    const double along = (to.x - from.x) * std::cos(angle) + (to.y - from.y) * std::sin(angle);
    return {from.x + along * std::cos(angle), from.y + along * std::sin(angle)};
}

} // namespace cuntu::ui
