// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/height_profile.h"

#include "core/base/text.h"
#include "core/geo/geodesic.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

constexpr std::size_t k_mostSamples = 4000;

/// Length of a leg in metres.
class Legs {
public:
    static Result<Legs> create(const Crs &crs)
    {
        Legs legs;
        if (crs.isValid()) {
            auto geodesic = Geodesic::create(crs);
            if (!geodesic) {
                return geodesic.error();
            }
            legs.m_geodesic.emplace(std::move(*geodesic));
        }
        return legs;
    }
    double length_m(Point from, Point to) const
    {
        return m_geodesic ? m_geodesic->leg(from, to).distance_m : std::hypot(to.x - from.x, to.y - from.y);
    }

private:
    std::optional<Geodesic> m_geodesic;
};

double lengthOf(const Geometry &line, const Legs &legs)
{
    double sum = 0;
    for (std::size_t part = 0; part < line.partCount(); ++part) {
        const auto points = line.part(part);
        for (std::size_t i = 1; i < points.size(); ++i) {
            sum += legs.length_m(points[i - 1], points[i]);
        }
    }
    return sum;
}

/// How many metres the side of a cell is.
double cellSize_m(const HeightGrid &grid)
{
    constexpr double k_metresInDegree = 111'320;
    const double step = std::min(std::abs(grid.stepX), std::abs(grid.stepY));
    return grid.crs.isGeographic() ? step * k_metresInDegree : step;
}

void addSamples(const Geometry &line, const Legs &legs, double step_m, HeightProfile &profile)
{
    double station = 0;
    for (std::size_t part = 0; part < line.partCount(); ++part) {
        const auto points = line.part(part);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const double leg = i > 0 ? legs.length_m(points[i - 1], points[i]) : 0;
            const auto pieces = static_cast<int>(std::max(1.0, std::ceil(leg / step_m)));
            for (int k = 1; i > 0 && k < pieces; ++k) {
                const double share = static_cast<double>(k) / pieces;
                profile.samples.push_back({station + share * leg,
                                           0,
                                           {points[i - 1].x + share * (points[i].x - points[i - 1].x),
                                            points[i - 1].y + share * (points[i].y - points[i - 1].y)}});
            }
            station += leg;
            profile.samples.push_back({station, 0, points[i]});
        }
    }
    profile.length_m = station;
}

void sumUp(HeightProfile &profile)
{
    profile.lowest_m = std::nan("");
    profile.highest_m = std::nan("");
    for (std::size_t i = 0; i < profile.samples.size(); ++i) {
        const double height = profile.samples[i].height_m;
        profile.lowest_m = std::fmin(profile.lowest_m, height);
        profile.highest_m = std::fmax(profile.highest_m, height);
        const double rise = i > 0 ? height - profile.samples[i - 1].height_m : 0;
        const double run = i > 0 ? profile.samples[i].station_m - profile.samples[i - 1].station_m : 0;
        if (!std::isnan(rise)) {
            profile.ascent_m += std::max(0.0, rise);
            profile.descent_m += std::max(0.0, -rise);
            profile.steepest_percent =
                run > 0 ? std::max(profile.steepest_percent, 100 * std::abs(rise) / run) : profile.steepest_percent;
        }
    }
}

} // namespace

HeightProfile::Sample HeightProfile::at(double station_m) const
{
    const auto next = std::lower_bound(samples.begin(), samples.end(), station_m,
                                       [](const Sample &sample, double station) { return sample.station_m < station; });
    if (next == samples.begin() || next == samples.end()) {
        return next == samples.end() ? samples.back() : samples.front();
    }
    const Sample &a = *(next - 1);
    const Sample &b = *next;
    const double share = b.station_m > a.station_m ? (station_m - a.station_m) / (b.station_m - a.station_m) : 1;
    return {
        station_m,
        a.height_m + share * (b.height_m - a.height_m),
        {a.position.x + share * (b.position.x - a.position.x), a.position.y + share * (b.position.y - a.position.y)}};
}

Result<HeightProfile> heightProfile(const Geometry &line, const Crs &crs, const HeightGrid &grid, std::size_t most,
                                    const JobContext &job)
{
    const auto legs = Legs::create(crs);
    if (!legs) {
        return legs.error();
    }
    const double length = lengthOf(line, *legs);
    if (!(length > 0) || most < 2) {
        return Error{ErrorCode::Invalid, Core::tr("the line has no length"), {}, {}, {}, {}};
    }
    HeightProfile profile;
    const double room = static_cast<double>(std::max<std::size_t>(most, line.points.size() + 1) - line.points.size());
    addSamples(line, *legs, std::max(cellSize_m(grid), length / room), profile);
    std::vector<Point> places;
    places.reserve(profile.samples.size());
    for (const HeightProfile::Sample &sample : profile.samples) {
        places.push_back(sample.position);
    }
    if (crs.isValid()) {
        const auto transform = CrsTransform::create(crs, grid.crs);
        if (!transform) {
            return transform.error();
        }
        transform->apply(places);
    }
    if (job.isCancelled()) {
        return cancelledError();
    }
    for (std::size_t i = 0; i < places.size(); ++i) {
        profile.samples[i].height_m = grid.heightAt(places[i]);
    }
    sumUp(profile);
    return profile;
}

Result<HeightProfile> heightProfile(const Geometry &line, const Crs &crs, const QString &terrain, const JobContext &job)
{
    const auto grid = readHeights(terrain, line.extent(), crs);
    return grid ? heightProfile(line, crs, *grid, k_mostSamples, job) : Result<HeightProfile>(grid.error());
}

} // namespace cuntu
