// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/stretches.h"

#include "core/solve/graph.h"
#include "plugins/roads/declare.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

constexpr double k_least_km = 1e-6; ///< shorter pieces are slips of rounding

constexpr double k_vertex_m = 0.5; ///< stations are rounded to metres

/// A place of a line, in its own points, from which on a stretch counts; k_noIndex: none.
struct Bound {
    std::size_t point = 0;
    double share = 0; ///< of the way to the next point
    std::uint32_t stretch = 0;
};

/// Puts the lines of a plane together anew, some of them in pieces.
class Cutter {
public:
    explicit Cutter(const Plane &plane) : m_plane(plane) { m_cut.start.push_back(0); }

    void keep(std::uint32_t line)
    {
        begin(line, k_noIndex);
        for (const Point &point : m_plane.lines().line(line)) {
            m_cut.points.push_back(point);
        }
        end();
    }
    void cut(std::uint32_t line, std::size_t rowPoint, const Stationing &stations,
             const std::vector<Interval> &intervals);
    void finish(Plane &plane)
    {
        plane.transformed = std::move(m_cut.points);
        plane.points = plane.transformed;
        plane.starts = std::move(m_cut.start);
        plane.start = plane.starts;
        plane.rowOfLine = std::move(m_cut.row);
        plane.sourceOfLine = std::move(m_cut.source);
        plane.stretchOfLine = std::move(m_cut.stretch);
    }

private:
    void begin(std::uint32_t line, std::uint32_t stretch)
    {
        m_cut.row.push_back(m_plane.rowOfLine[line]);
        m_cut.source.push_back(line);
        m_cut.stretch.push_back(stretch);
    }
    void end() { m_cut.start.push_back(static_cast<std::uint32_t>(m_cut.points.size())); }
    Point at(std::uint32_t line, std::size_t point, double share) const;
    Bound snapped(std::uint32_t line, Bound place) const;
    std::vector<Bound> boundsOf(std::uint32_t line, std::size_t rowPoint, const Stationing &stations,
                                const std::vector<Interval> &intervals) const;

    const Plane &m_plane;
    struct {
        std::vector<Point> points;
        std::vector<std::uint32_t> start;
        std::vector<std::uint32_t> row;
        std::vector<std::uint32_t> source;
        std::vector<std::uint32_t> stretch;
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
Bound Cutter::snapped(std::uint32_t line, Bound place) const
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

/// Where the state changes along the line. @p rowPoint: number of the line's first point among those of its road.
std::vector<Bound> Cutter::boundsOf(std::uint32_t line, std::size_t rowPoint, const Stationing &stations,
                                    const std::vector<Interval> &intervals) const
{
    const std::size_t last = m_plane.lines().line(line).size() - 1;
    std::vector<Bound> bounds{{0, 0, k_noIndex}};
    const auto add = [&](double station_km, std::uint32_t stretch) {
        const Stationing::Place place = stations.placeAt(station_km);
        if (place.point < rowPoint) { // before this part of the road: it begins so
            bounds.front().stretch = stretch;
            return;
        }
        if (place.point - rowPoint >= last) {
            return;
        }
        const Bound bound = snapped(line, {place.point - rowPoint, place.share, stretch});
        if (bound.point < last && bounds.back().point == bound.point && bounds.back().share == bound.share) {
            bounds.back().stretch = stretch;
        } else if (bound.point < last) {
            bounds.push_back(bound);
        }
    };
    double reached_km = 0;
    for (const Interval &interval : intervals) {
        if (interval.from_km > reached_km + k_least_km) {
            add(reached_km, k_noIndex);
        }
        add(interval.from_km, interval.stretch);
        reached_km = interval.to_km;
    }
    add(reached_km, k_noIndex);
    return bounds;
}

void Cutter::cut(std::uint32_t line, std::size_t rowPoint, const Stationing &stations,
                 const std::vector<Interval> &intervals)
{
    const std::size_t count = m_plane.lines().line(line).size();
    const std::vector<Bound> bounds = boundsOf(line, rowPoint, stations, intervals);
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        begin(line, bounds[i].stretch);
        m_cut.points.push_back(at(line, bounds[i].point, bounds[i].share));
        const bool last = i + 1 == bounds.size();
        const std::size_t until = last ? count - 1 : bounds[i + 1].point;
        for (std::size_t point = bounds[i].point + 1; point <= until; ++point) {
            m_cut.points.push_back(at(line, point, 0));
        }
        if (!last && bounds[i + 1].share > 0) {
            m_cut.points.push_back(at(line, bounds[i + 1].point, bounds[i + 1].share));
        }
        end();
    }
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

std::vector<Interval> intervalsOf(const std::vector<StretchState> &stretches, std::size_t first, std::size_t last)
{
    std::vector<double> bounds;
    for (std::size_t i = first; i < last; ++i) {
        bounds.push_back(stretches[i].from_km);
        bounds.push_back(stretches[i].to_km);
    }
    std::sort(bounds.begin(), bounds.end());
    std::vector<Interval> intervals;
    for (std::size_t k = 1; k < bounds.size(); ++k) {
        const double from_km = bounds[k - 1];
        const double to_km = bounds[k];
        std::size_t counts = last;
        for (std::size_t i = first; i < last && to_km - from_km > k_least_km; ++i) {
            if (stretches[i].from_km <= from_km && stretches[i].to_km >= to_km) {
                counts = i;
            }
        }
        if (counts == last) {
            continue;
        }
        const bool goesOn =
            !intervals.empty() && intervals.back().stretch == counts && from_km - intervals.back().to_km <= k_least_km;
        if (goesOn) {
            intervals.back().to_km = to_km;
        } else {
            intervals.push_back({from_km, to_km, static_cast<std::uint32_t>(counts)});
        }
    }
    return intervals;
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

Result<void> cutAtStretches(Plane &plane, const LayerSnapshot &roads, const std::vector<StretchState> &stretches)
{
    if (stretches.empty()) {
        return {};
    }
    const auto stations = RoadStations::create(roads);
    if (!stations) {
        return stations.error();
    }
    Cutter cutter(plane);
    std::size_t next = 0; // of the stretches, which are by road
    for (std::uint32_t line = 0; line < plane.rowOfLine.size();) {
        const std::uint32_t row = plane.rowOfLine[line];
        while (next < stretches.size() && stretches[next].road < row) {
            ++next; // of a segment that is not drawn
        }
        const std::size_t first = next;
        while (next < stretches.size() && stretches[next].road == row) {
            ++next;
        }
        const std::vector<Interval> intervals = intervalsOf(stretches, first, next);
        std::optional<Stationing> along;
        if (!intervals.empty()) {
            along.emplace(stations->of(row));
        }
        const std::uint32_t firstPoint = plane.start[line];
        for (; line < plane.rowOfLine.size() && plane.rowOfLine[line] == row; ++line) {
            if (along && plane.lines().line(line).size() > 1) {
                cutter.cut(line, plane.start[line] - firstPoint, *along, intervals);
            } else {
                cutter.keep(line);
            }
        }
    }
    cutter.finish(plane);
    return {};
}

} // namespace cuntu::roads
