// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/nearest_feature.h"

#include "core/geo/clean.h"

#include <cmath>

namespace cuntu {

namespace {

/// The place on the segment from @p a to @p b that is nearest to @p p, in the plane; @p stretch makes degrees of
/// longitude as long as those of latitude.
Point nearestOn(Point a, Point b, Point p, double stretch)
{
    const double dx = (b.x - a.x) * stretch;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    if (length2 == 0) {
        return a;
    }
    const double share = ((p.x - a.x) * stretch * dx + (p.y - a.y) * dy) / length2;
    const double t = std::clamp(share, 0.0, 1.0);
    return {std::lerp(a.x, b.x, t), std::lerp(a.y, b.y, t)};
}

constexpr double k_metresPerDegree = 110'574; // of latitude, where it is shortest
constexpr double k_degree = M_PI / 180;

} // namespace

Result<NearestFeature> NearestFeature::create(const LayerSnapshot &layer)
{
    auto geodesic = Geodesic::create(layer.crs());
    return geodesic ? Result<NearestFeature>(NearestFeature(layer, std::move(*geodesic)))
                    : Result<NearestFeature>(geodesic.error());
}

double NearestFeature::distanceTo(std::size_t row, Point position) const
{
    const PackedGeometry &geometry = m_layer.geometry();
    const bool isArea = geometry.type == GeometryType::Polygon;
    if (isArea && containsPoint(geometry.geometry(row), position)) {
        return 0;
    }
    const double stretch = m_layer.crs().isGeographic() ? std::cos(position.y * k_degree) : 1;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t part = geometry.firstPart(row); part < geometry.endPart(row); ++part) {
        const auto points = geometry.part(part);
        Point nearest = points.empty() ? Point{} : points.front();
        double nearest2 = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Point place = nearestOn(points[i == 0 ? 0 : i - 1], points[i], position, stretch);
            const double dx = (place.x - position.x) * stretch;
            const double dy = place.y - position.y;
            if (dx * dx + dy * dy < nearest2) {
                nearest2 = dx * dx + dy * dy;
                nearest = place;
            }
        }
        if (!points.empty()) {
            least = std::min(least, m_geodesic.leg(position, nearest).distance_m);
        }
    }
    return least;
}

std::optional<NearestFeature::Found> NearestFeature::at(Point position, double limit_m) const
{
    // The box is a little larger than the limit, whatever the projection does to lengths.
    const bool isGeographic = m_layer.crs().isGeographic();
    const double reach = isGeographic ? limit_m / k_metresPerDegree * 1.05 : limit_m * 1.05;
    const double across = isGeographic ? reach / std::max(0.01, std::cos(position.y * k_degree)) : reach;
    const Box around{position.x - across, position.y - reach, position.x + across, position.y + reach};
    std::optional<Found> best;
    for (const std::uint32_t row : m_layer.geometry().index.search(around)) {
        const double distance = distanceTo(row, position);
        if (distance <= limit_m && (!best || distance < best->distance_m)) {
            best = Found{row, distance};
        }
    }
    return best;
}

} // namespace cuntu
