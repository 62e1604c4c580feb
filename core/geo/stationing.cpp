// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/stationing.h"

#include "core/geo/station_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace cuntu {

namespace {

Point between(Point a, Point b, double share)
{
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

double length_m(const Geodesic *geodesic, Point a, Point b)
{
    const std::array<Point, 2> leg{a, b};
    return geodesic == nullptr ? std::hypot(b.x - a.x, b.y - a.y) : geodesic->length_m(leg);
}

/// How far along the way from @p a to @p b the place nearest to @p p is, 0..1, and the square of its distance.
std::pair<double, double> nearest(Point a, Point b, Point p, double xScale)
{
    const Point way{(b.x - a.x) * xScale, b.y - a.y};
    const Point to{(p.x - a.x) * xScale, p.y - a.y};
    const double squared = way.x * way.x + way.y * way.y;
    const double share = squared > 0 ? std::clamp((to.x * way.x + to.y * way.y) / squared, 0.0, 1.0) : 0;
    const double dx = to.x - share * way.x;
    const double dy = to.y - share * way.y;
    return {share, dx * dx + dy * dy};
}

} // namespace

Stationing::Stationing(Geometry line, const Geodesic *geodesic, double length_km)
    : m_line(std::move(line)), m_stations_km(m_line.points.size(), 0), m_geographic(false)
{
    double drawn_km = 0;
    std::size_t point = 0;
    for (const std::uint32_t end : m_line.partEnds) {
        for (std::size_t first = point; point < end; ++point) {
            drawn_km +=
                point == first ? 0 : length_m(geodesic, m_line.points[point - 1], m_line.points[point]) / k_metresInKm;
            m_stations_km[point] = drawn_km;
        }
    }
    m_length_km = length_km > 0 && drawn_km > 0 ? length_km : drawn_km;
    for (double &station : m_stations_km) {
        station *= drawn_km > 0 ? m_length_km / drawn_km : 0;
    }
    const auto isLonLat = [](Point p) { return std::abs(p.x) <= 180 && std::abs(p.y) <= 90; };
    m_geographic = geodesic != nullptr && std::all_of(m_line.points.begin(), m_line.points.end(), isLonLat);
}

Stationing::Place Stationing::placeAt(double station_km) const
{
    if (m_stations_km.empty()) {
        return {};
    }
    const auto after = std::upper_bound(m_stations_km.begin(), m_stations_km.end(), station_km);
    if (after == m_stations_km.begin()) {
        return {};
    }
    const auto point = static_cast<std::size_t>(after - m_stations_km.begin()) - 1;
    if (after == m_stations_km.end()) {
        return {point, 0};
    }
    const double way = *after - stationOf(point);
    return {point, way > 0 ? (station_km - stationOf(point)) / way : 0};
}

Point Stationing::pointAt(double station_km) const
{
    const Place place = placeAt(station_km);
    if (place.point + 1 >= m_line.points.size()) {
        return m_line.points.empty() ? Point{std::nan(""), std::nan("")} : m_line.points.back();
    }
    return place.share > 0 ? between(m_line.points[place.point], m_line.points[place.point + 1], place.share)
                           : m_line.points[place.point];
}

double Stationing::stationAt(const Place &place) const
{
    const double station_km = stationOf(place.point);
    return place.share > 0 ? station_km + (stationOf(place.point + 1) - station_km) * place.share : station_km;
}

Geometry Stationing::cut(double from_km, double to_km) const
{
    Geometry piece;
    from_km = std::max(from_km, 0.0);
    to_km = std::min(to_km, m_length_km);
    if (!(from_km < to_km)) {
        return piece;
    }
    piece.type = GeometryType::Line;
    std::vector<Point> part;
    std::size_t point = 0;
    for (const std::uint32_t end : m_line.partEnds) {
        const std::size_t first = point;
        point = end;
        if (end - first < 2 || stationOf(end - 1) <= from_km || stationOf(first) >= to_km) {
            continue;
        }
        part.clear();
        part.push_back(stationOf(first) >= from_km ? m_line.points[first] : pointAt(from_km));
        for (std::size_t i = first; i < end; ++i) {
            if (stationOf(i) > std::max(from_km, stationOf(first)) && stationOf(i) < to_km) {
                part.push_back(m_line.points[i]);
            }
        }
        part.push_back(stationOf(end - 1) <= to_km ? m_line.points[end - 1] : pointAt(to_km));
        if (part.size() > 2 && part[part.size() - 2] == part.back()) { // the last vertex was in already
            part.pop_back();
        }
        piece.addPart(part);
    }
    return piece;
}

double Stationing::stationNear(Point position) const
{
    const double xScale = m_geographic ? std::cos(position.y * std::numbers::pi / 180) : 1;
    double best = std::numeric_limits<double>::infinity();
    double station_km = 0;
    std::size_t point = 0;
    for (const std::uint32_t end : m_line.partEnds) {
        for (std::size_t first = point; point < end; ++point) {
            if (point == first) {
                continue;
            }
            const auto [share, distance] = nearest(m_line.points[point - 1], m_line.points[point], position, xScale);
            if (distance < best) {
                best = distance;
                station_km = stationOf(point - 1) + share * (stationOf(point) - stationOf(point - 1));
            }
        }
    }
    return station_km;
}

} // namespace cuntu
