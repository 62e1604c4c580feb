// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/fetch.h"

#include <cmath>

namespace cuntu::water {

Result<FetchWay> fetchWay(Point from, Point to, const Crs &crs, const HeightGrid &grid, const JobContext &job)
{
    if (from == to) {
        return FetchWay{};
    }
    Geometry line;
    line.type = GeometryType::Line;
    line.addPart(std::vector<Point>{from, to});
    constexpr std::size_t k_mostSamples = 500;
    const auto profile = heightProfile(line, crs, grid, k_mostSamples, job);
    if (!profile) {
        return profile.error();
    }
    FetchWay way;
    way.distance_m = profile->length_m;
    for (std::size_t i = 1; i < profile->samples.size(); ++i) {
        const auto &a = profile->samples[i - 1];
        const auto &b = profile->samples[i];
        way.ground_m += std::hypot(b.station_m - a.station_m, b.height_m - a.height_m);
    }
    way.climb_m = std::abs(profile->samples.back().height_m - profile->samples.front().height_m);
    way.ascent_m = std::isnan(way.ground_m) ? std::nan("") : profile->ascent_m + profile->descent_m;
    return way;
}

Rating rateWay(const FetchWay &way, const RuleSet &set)
{
    Supply supply;
    supply.mode = Mode::Dispersed;
    supply.delivery = Delivery::Carry;
    supply.fetchH_m = way.distance_m;
    supply.fetchV_m = way.climb_m;
    return rate(supply, set).convenience;
}

} // namespace cuntu::water
