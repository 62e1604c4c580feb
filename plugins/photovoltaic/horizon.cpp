// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/horizon.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace cuntu::photovoltaic {

namespace {

constexpr double k_radians = std::numbers::pi / 180;
constexpr double k_earth_m = 6371000;
constexpr double k_bending = 0.13; // of light in air, by the curve of the earth

} // namespace

double Horizon::at(double azimuth_deg) const
{
    if (elevation_deg.empty()) {
        return 0;
    }
    const auto size = static_cast<double>(elevation_deg.size());
    const double place = std::fmod(azimuth_deg / 360 + 1, 1.0) * size;
    const auto first = static_cast<std::size_t>(place) % elevation_deg.size();
    const double rest = place - std::floor(place);
    return elevation_deg[first] * (1 - rest) + elevation_deg[(first + 1) % elevation_deg.size()] * rest;
}

double Horizon::skyView() const
{
    double sum = 0;
    for (const double elevation : elevation_deg) {
        const double cosine = std::cos(std::max(0.0, elevation) * k_radians);
        sum += cosine * cosine;
    }
    return elevation_deg.empty() ? 1 : sum / static_cast<double>(elevation_deg.size());
}

MetreSteps metreSteps(const CrsTransform &toGrid, const SunPlace &place)
{
    constexpr double k_step_deg = 0.001;
    constexpr double k_equator_m = 6378137;
    constexpr double k_square = 0.00669438; // of the ellipsoid's eccentricity
    const double sine = std::sin(place.latitude * k_radians);
    const double across = 1 - k_square * sine * sine;
    const double metresEast =
        k_step_deg * k_radians * k_equator_m / std::sqrt(across) * std::cos(place.latitude * k_radians);
    const double metresNorth = k_step_deg * k_radians * k_equator_m * (1 - k_square) / std::pow(across, 1.5);
    std::array points{Point{place.longitude, place.latitude}, Point{place.longitude + k_step_deg, place.latitude},
                      Point{place.longitude, place.latitude + k_step_deg}};
    toGrid.apply(points);
    return {points[0],
            {(points[1].x - points[0].x) / metresEast, (points[1].y - points[0].y) / metresEast},
            {(points[2].x - points[0].x) / metresNorth, (points[2].y - points[0].y) / metresNorth}};
}

Horizon horizonAt(const HeightGrid &grid, const CrsTransform &toGrid, const SunPlace &place,
                  const HorizonSearch &search)
{
    constexpr double k_growth = 0.002;
    const MetreSteps steps = metreSteps(toGrid, place);
    const double cell_m = std::abs(grid.stepX) / std::hypot(steps.east.x, steps.east.y);
    const double eye_m = grid.heightAt(steps.at) + search.eye_m;
    Horizon horizon;
    for (int k = 0; k < search.directions; ++k) {
        const double azimuth = 360.0 * k / search.directions * k_radians;
        double steepest = 0;
        double distance_m = cell_m / 4;
        while (distance_m <= search.reach_m && !std::isnan(eye_m)) {
            const double height_m =
                grid.heightAt(steps.moved(distance_m * std::sin(azimuth), distance_m * std::cos(azimuth)));
            const double drop_m = distance_m * distance_m * (1 - k_bending) / (2 * k_earth_m);
            const double slope = (height_m - drop_m - eye_m) / distance_m;
            steepest = slope > steepest ? slope : steepest; // not so for not-a-number
            distance_m += std::max(cell_m / 4, distance_m * k_growth);
        }
        horizon.elevation_deg.push_back(std::atan(steepest) / k_radians);
    }
    return horizon;
}

Ground groundAt(const HeightGrid &grid, const MetreSteps &steps)
{
    const double cell_m = std::abs(grid.stepX) / std::hypot(steps.east.x, steps.east.y);
    const double east = (grid.heightAt(steps.moved(cell_m, 0)) - grid.heightAt(steps.moved(-cell_m, 0))) / (2 * cell_m);
    const double north =
        (grid.heightAt(steps.moved(0, cell_m)) - grid.heightAt(steps.moved(0, -cell_m))) / (2 * cell_m);
    const double aspect = std::atan2(-east, -north) / k_radians;
    return {grid.heightAt(steps.at), std::atan(std::hypot(east, north)) / k_radians,
            aspect < 0 ? aspect + 360 : aspect};
}

} // namespace cuntu::photovoltaic
