// SPDX-License-Identifier: GPL-3.0-or-later
#include "terrain.hpp"

#include "random.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>
#include <utility>

namespace cuntu::sample {

namespace {

constexpr double streamThreshold = 60; ///< cells upstream from which a hollow carries a stream

double lattice(std::uint64_t seed, int x, int y)
{
    const auto key = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(x)) << 32) | static_cast<std::uint32_t>(y);
    return static_cast<double>(mix(seed ^ mix(key)) >> 11) * 0x1.0p-53;
}

/// Smooth value noise in [0, 1) with one knot per unit.
double valueNoise(std::uint64_t seed, double x, double y)
{
    const int x0 = static_cast<int>(std::floor(x));
    const int y0 = static_cast<int>(std::floor(y));
    const auto ease = [](double t) { return t * t * (3.0 - 2.0 * t); };
    const double u = ease(x - x0);
    const double v = ease(y - y0);
    const double top = lattice(seed, x0, y0) * (1 - u) + lattice(seed, x0 + 1, y0) * u;
    const double bottom = lattice(seed, x0, y0 + 1) * (1 - u) + lattice(seed, x0 + 1, y0 + 1) * u;
    return top * (1 - v) + bottom * v;
}

/// Sum of @p octaves of noise, each half as wide and half as strong, in [0, 1).
double fractalNoise(std::uint64_t seed, double x, double y, int octaves)
{
    double sum = 0;
    double weight = 0.5;
    double total = 0;
    for (int i = 0; i < octaves; ++i, x *= 2, y *= 2, weight /= 2) {
        sum += weight * valueNoise(seed + static_cast<std::uint64_t>(i), x, y);
        total += weight;
    }
    return sum / total;
}

/// Metres that a cell rises in one step: most at the rim of the basin, little in its middle.
Grid<double> upliftOf(const Frame &frame, std::uint64_t seed)
{
    Grid<double> uplift(frame.width, frame.height, 0.0);
    const double half = 0.5 * std::min(frame.width, frame.height);
    for (int cell = 0; cell < uplift.size(); ++cell) {
        const double x = frame.column(cell);
        const double y = frame.row(cell);
        const double rim = std::hypot(x - 0.5 * frame.width, 0.85 * (y - 0.42 * frame.height)) / half;
        const double hills = fractalNoise(seed, x / 75.0, y / 75.0, 6);
        uplift[cell] = 2.0 + 95.0 * std::pow(hills, 3.6) + 6.0 * std::min(1.3, rim * rim * rim) * (0.4 + hills);
    }
    return uplift;
}

/// Floods the land from its outlet in the north (Barnes, Lehman and Mulla 2014): fills hollows,
/// gives every cell its steepest way down and the order in which water reaches the outlet.
void route(Terrain &land)
{
    const Frame &frame = land.frame;
    Grid<char> seen(frame.width, frame.height, 0);
    std::priority_queue<std::pair<double, int>, std::vector<std::pair<double, int>>, std::greater<>> open;
    for (int c = frame.width * 9 / 20; c < frame.width * 11 / 20; ++c) {
        open.emplace(land.height_m[c], c);
        land.receiver[c] = c;
        seen[c] = 1;
    }
    land.order.clear();
    while (!open.empty()) {
        const int cell = open.top().second;
        open.pop();
        land.order.push_back(cell);
        frame.neighbours(cell, 8, [&](int next, double) {
            if (seen[next])
                return;
            seen[next] = 1;
            land.receiver[next] = cell;
            land.height_m[next] =
                std::max(land.height_m[next], land.height_m[cell] + 0.02 + 0.25 * lattice(3, next, cell));
            open.emplace(land.height_m[next], next);
        });
    }
    for (const int cell : land.order) {
        if (land.receiver[cell] == cell)
            continue;
        double steepest = 0;
        frame.neighbours(cell, 8, [&](int next, double d) {
            const double fall = (land.height_m[cell] - land.height_m[next]) / d;
            if (fall > steepest) {
                steepest = fall;
                land.receiver[cell] = next;
            }
        });
    }
}

void accumulate(Terrain &land)
{
    land.upstream = Grid<double>(land.frame.width, land.frame.height, 1.0);
    for (auto it = land.order.rbegin(); it != land.order.rend(); ++it)
        if (land.receiver[*it] != *it)
            land.upstream[land.receiver[*it]] += land.upstream[*it];
}

void erode(Terrain &land, const Grid<double> &uplift, double pace)
{
    for (const int cell : land.order) {
        const int to = land.receiver[cell];
        if (to == cell)
            continue;
        const double strength = 0.13 * std::pow(land.upstream[cell], 0.42);
        const double raised = land.height_m[cell] + pace * uplift[cell];
        land.height_m[cell] = (raised + strength * land.height_m[to]) / (1.0 + strength);
    }
}

void creep(Terrain &land)
{
    const Grid<double> before = land.height_m;
    for (int cell = 0; cell < before.size(); ++cell) {
        double sum = 0;
        land.frame.neighbours(cell, 4, [&](int next, double) { sum += before[next] - before[cell]; });
        land.height_m[cell] += 0.10 * sum;
    }
}

void measureAboveStream(Terrain &land)
{
    land.aboveStream_m = Grid<double>(land.frame.width, land.frame.height, 0.0);
    Grid<int> stream(land.frame.width, land.frame.height, 0);
    for (const int cell : land.order) {
        const bool wet = land.receiver[cell] == cell || land.upstream[cell] >= streamThreshold;
        stream[cell] = wet ? cell : stream[land.receiver[cell]];
        land.aboveStream_m[cell] = std::max(0.0, land.height_m[cell] - land.height_m[stream[cell]]);
    }
}

/// Makes V-shaped valleys into floors with fields: low ground sinks towards its stream.
void widenValleys(Terrain &land)
{
    for (int cell = 0; cell < land.height_m.size(); ++cell) {
        const double above = land.aboveStream_m[cell];
        land.height_m[cell] -= above - above * above / (above + 30.0);
    }
}

} // namespace

double Terrain::slope(int cell) const
{
    double most = 0;
    frame.neighbours(cell, 8, [&](int next, double d) {
        most = std::max(most, std::fabs(height_m[next] - height_m[cell]) / (d * Frame::cell_m));
    });
    return most;
}

Frame frameFor(int settlements)
{
    const double scale = std::sqrt(settlements / 1500.0);
    Frame frame;
    frame.width = std::clamp(static_cast<int>(std::lround(580 * scale)), 110, 2700);
    frame.height = std::clamp(static_cast<int>(std::lround(540 * scale)), 100, 2600);
    frame.west = 116.2 - std::floor(frame.width / 2.0) * Frame::step_deg;
    frame.north = 27.6 + std::floor(frame.height / 2.0) * Frame::step_deg;
    return frame;
}

Terrain makeTerrain(const Frame &frame, std::uint64_t seed)
{
    Terrain land;
    land.frame = frame;
    land.height_m = Grid<double>(frame.width, frame.height, 0.0);
    land.receiver = Grid<int>(frame.width, frame.height, 0);
    land.roughness = Grid<double>(frame.width, frame.height, 1.0);
    for (int cell = 0; cell < land.height_m.size(); ++cell) {
        const double x = frame.column(cell);
        const double y = frame.row(cell);
        land.roughness[cell] = 0.35 + 4.0 * std::pow(fractalNoise(mix(seed + 9), x / 9.0, y / 9.0, 3), 2.0);
        const double toOutlet = std::hypot(x - 0.5 * frame.width, y);
        land.height_m[cell] = 52 + 0.3 * toOutlet + 26 * fractalNoise(mix(seed + 7), x / 24.0, y / 24.0, 5);
    }
    const Grid<double> uplift = upliftOf(frame, mix(seed));
    constexpr int steps = 36;
    for (int step = 0; step < steps; ++step) {
        route(land);
        accumulate(land);
        erode(land, uplift, step < steps - 10 ? 1.0 : 0.35);
        creep(land);
    }
    route(land);
    accumulate(land);
    measureAboveStream(land);
    widenValleys(land);
    route(land);
    accumulate(land);
    measureAboveStream(land);
    return land;
}

} // namespace cuntu::sample
