// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/stretches.h"

#include "core/snapshot/known_columns.h"
#include "core/solve/graph.h"
#include "plugins/roads/declare.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

constexpr double k_vertex_m = 0.5; ///< stations are rounded to metres

/// Puts the lines of a plane together anew, some of them in pieces.
class Cutter {
public:
    explicit Cutter(const Plane &plane) : m_plane(plane) { m_cut.start.push_back(0); }

    void keep(std::uint32_t line)
    {
        begin(line, std::nan(""));
        for (const Point &point : m_plane.lines().line(line)) {
            m_cut.points.push_back(point);
        }
        end();
    }
    void cut(std::uint32_t line, std::size_t rowPoint, const Stationing &stations,
             const std::vector<double> &bounds_km);
    void finish(Plane &plane)
    {
        plane.transformed = std::move(m_cut.points);
        plane.points = plane.transformed;
        plane.starts = std::move(m_cut.start);
        plane.start = plane.starts;
        plane.rowOfLine = std::move(m_cut.row);
        plane.sourceOfLine = std::move(m_cut.source);
        plane.stationOfLine = std::move(m_cut.station);
    }

private:
    void begin(std::uint32_t line, double station_km)
    {
        m_cut.row.push_back(m_plane.rowOfLine[line]);
        m_cut.source.push_back(line);
        m_cut.station.push_back(station_km);
    }
    void end() { m_cut.start.push_back(static_cast<std::uint32_t>(m_cut.points.size())); }
    Point at(std::uint32_t line, std::size_t point, double share) const;
    Stationing::Place snapped(std::uint32_t line, Stationing::Place place) const;
    std::vector<Stationing::Place> cutsOf(std::uint32_t line, std::size_t rowPoint, const Stationing &stations,
                                          const std::vector<double> &bounds_km) const;

    const Plane &m_plane;
    struct {
        std::vector<Point> points;
        std::vector<std::uint32_t> start;
        std::vector<std::uint32_t> row;
        std::vector<std::uint32_t> source;
        std::vector<double> station;
    } m_cut;
};

Point Cutter::at(std::uint32_t line, std::size_t point, double share) const
{
    const std::span<const Point> points = m_plane.lines().line(line);
    if (share <= 0 || point + 1 >= points.size()) {
        return points[point];
    }
    return {points[point].x + (points[point + 1].x - points[point].x) * share,
            points[point].y + (points[point + 1].y - points[point].y) * share};
}

/// @p place, or the vertex of the line that is nearer than stations are rounded: there junctions are.
Stationing::Place Cutter::snapped(std::uint32_t line, Stationing::Place place) const
{
    const std::span<const Point> points = m_plane.lines().line(line);
    const Point a = points[place.point];
    const Point b = points[place.point + 1];
    const double length_m = std::hypot(b.x - a.x, b.y - a.y);
    if (place.share * length_m < k_vertex_m) {
        place.share = 0;
    } else if ((1 - place.share) * length_m < k_vertex_m) {
        ++place.point;
        place.share = 0;
    }
    return place;
}

/// The places at which the line is cut, in its own points, and its two ends. @p rowPoint: number of its first point
/// among those of its road.
std::vector<Stationing::Place> Cutter::cutsOf(std::uint32_t line, std::size_t rowPoint, const Stationing &stations,
                                              const std::vector<double> &bounds_km) const
{
    const std::size_t last = m_plane.lines().line(line).size() - 1;
    std::vector<Stationing::Place> cuts{{0, 0}};
    for (const double bound_km : bounds_km) {
        Stationing::Place place = stations.placeAt(bound_km);
        if (place.point < rowPoint || place.point - rowPoint >= last) {
            continue; // in another part of the road, or at an end
        }
        place = snapped(line, {place.point - rowPoint, place.share});
        const bool isNew = place.point > cuts.back().point || place.share > cuts.back().share;
        if (isNew && place.point < last) {
            cuts.push_back(place);
        }
    }
    cuts.push_back({last, 0});
    return cuts;
}

void Cutter::cut(std::uint32_t line, std::size_t rowPoint, const Stationing &stations,
                 const std::vector<double> &bounds_km)
{
    const std::vector<Stationing::Place> cuts = cutsOf(line, rowPoint, stations, bounds_km);
    for (std::size_t i = 1; i < cuts.size(); ++i) {
        const Stationing::Place from = cuts[i - 1];
        const Stationing::Place to = cuts[i];
        begin(line, (stations.stationAt({from.point + rowPoint, from.share}) +
                     stations.stationAt({to.point + rowPoint, to.share})) /
                        2);
        m_cut.points.push_back(at(line, from.point, from.share));
        for (std::size_t point = from.point + 1; point <= to.point; ++point) {
            m_cut.points.push_back(at(line, point, 0));
        }
        if (to.share > 0) {
            m_cut.points.push_back(at(line, to.point, to.share));
        }
        end();
    }
}

/// The bounds of one road's stretches, ascending.
std::vector<double> boundsOfRoad(std::span<const StretchBounds> stretches)
{
    std::vector<double> bounds_km;
    for (const StretchBounds &stretch : stretches) {
        bounds_km.push_back(stretch.from_km);
        bounds_km.push_back(stretch.to_km);
    }
    std::sort(bounds_km.begin(), bounds_km.end());
    return bounds_km;
}

} // namespace

Result<std::vector<StretchState>> stretchesOn(const ProjectSnapshot &project, const LayerSnapshot &roads,
                                              const Rule &rule, Day day, const JobContext &job)
{
    if (project.featureCount(id(k_stretches)) == 0) {
        return std::vector<StretchState>();
    }
    const auto stretches = project.layer(id(k_stretches), stretchFields(), job);
    return stretches
               ? Result<std::vector<StretchState>>(judgeStretches(**stretches, roads, project.ledger(), day, rule))
               : Result<std::vector<StretchState>>(stretches.error());
}

std::vector<StretchBounds> boundsOf(const LayerSnapshot &stretches, const LayerSnapshot &roads)
{
    const auto rows = rowsByCode(roads);
    const Column *codes = stretches.column(u"route_code"_s);
    const Column *from = stretches.column(u"from_km"_s);
    const Column *to = stretches.column(u"to_km"_s);
    std::vector<StretchBounds> bounds;
    for (std::size_t row = 0; row < stretches.size(); ++row) {
        const auto road = rows.find(textAt(codes, row));
        if (road != rows.end() && numberAt(from, row) < numberAt(to, row)) {
            bounds.push_back({road->second, numberAt(from, row), numberAt(to, row)});
        }
    }
    std::stable_sort(bounds.begin(), bounds.end(),
                     [](const StretchBounds &a, const StretchBounds &b) { return a.road < b.road; });
    return bounds;
}

std::vector<std::uint32_t> stretchesOfLines(const Plane &plane, const std::vector<StretchState> &stretches)
{
    std::vector<std::uint32_t> ofLines(plane.stationOfLine.size(), k_noIndex);
    for (std::size_t line = 0; line < ofLines.size(); ++line) {
        const double station_km = plane.stationOfLine[line];
        const auto first =
            std::lower_bound(stretches.begin(), stretches.end(), plane.rowOfLine[line],
                             [](const StretchState &stretch, std::uint32_t row) { return stretch.road < row; });
        for (auto stretch = first; stretch != stretches.end() && stretch->road == plane.rowOfLine[line]; ++stretch) {
            if (stretch->from_km <= station_km && station_km <= stretch->to_km) { // false where it was not cut
                ofLines[line] = static_cast<std::uint32_t>(stretch - stretches.begin());
            }
        }
    }
    return ofLines;
}

Result<RoadStations> RoadStations::create(const LayerSnapshot &roads)
{
    if (!roads.crs().isValid()) {
        return RoadStations(roads, std::nullopt);
    }
    auto geodesic = Geodesic::create(roads.crs());
    return geodesic ? Result<RoadStations>(RoadStations(roads, std::move(*geodesic)))
                    : Result<RoadStations>(geodesic.error());
}

Stationing RoadStations::of(std::uint32_t row) const
{
    const Column *reported = m_roads->column(u"length_km"_s);
    return Stationing(m_roads->geometry().geometry(row), m_geodesic ? &*m_geodesic : nullptr,
                      reported == nullptr ? 0 : reported->number(row));
}

Result<void> cutAtStretches(Plane &plane, const LayerSnapshot &roads, const std::vector<StretchBounds> &bounds)
{
    if (bounds.empty()) {
        return {};
    }
    const auto stations = RoadStations::create(roads);
    if (!stations) {
        return stations.error();
    }
    Cutter cutter(plane);
    std::size_t next = 0; // of the bounds, which are by road
    for (std::uint32_t line = 0; line < plane.rowOfLine.size();) {
        const std::uint32_t row = plane.rowOfLine[line];
        while (next < bounds.size() && bounds[next].road < row) {
            ++next; // of a segment that is not drawn
        }
        const std::size_t first = next;
        while (next < bounds.size() && bounds[next].road == row) {
            ++next;
        }
        const std::vector<double> bounds_km = boundsOfRoad(std::span(bounds).subspan(first, next - first));
        std::optional<Stationing> along;
        if (!bounds_km.empty()) {
            along.emplace(stations->of(row));
        }
        const std::uint32_t firstPoint = plane.start[line];
        for (; line < plane.rowOfLine.size() && plane.rowOfLine[line] == row; ++line) {
            if (along && plane.lines().line(line).size() > 1) {
                cutter.cut(line, plane.start[line] - firstPoint, *along, bounds_km);
            } else {
                cutter.keep(line);
            }
        }
    }
    cutter.finish(plane);
    return {};
}

} // namespace cuntu::roads
