// SPDX-License-Identifier: GPL-3.0-or-later
// Terrain and weights on a grid of hills that it makes: slope, distances, minutes on foot, and the sum that a dragged
// weight costs.
//
//     cuntu_bench_terrain [SIDE 1000] [CRITERIA 10]
#include "bench/measure.h"
#include "core/io/score_file.h"
#include "core/suitability/smaa.h"
#include "core/suitability/weighed_land.h"
#include "core/terrain/distance.h"
#include "core/terrain/relief.h"
#include "core/terrain/walking.h"

#include <cmath>

namespace {

using namespace cuntu;

HeightGrid hills(int side)
{
    HeightGrid grid{*Crs::fromEpsg(4527), {39'500'000, 3'000'000}, 30, -30, side, side, {}};
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            grid.heights_m.push_back(static_cast<float>(800 + 300 * std::sin(column / 37.0) * std::cos(row / 53.0) +
                                                        40 * std::sin(column / 5.0)));
        }
    }
    return grid;
}

/// The result must be used, or the work might be left out.
double use(const Result<Grid> &grid)
{
    return grid ? grid->values[grid->values.size() / 2] : 0;
}

WeighedLand landOf(const HeightGrid &heights, int criteria)
{
    WeighedLand land;
    land.frame = frameOf(heights);
    for (int i = 0; i < criteria; ++i) {
        WeighedCriterion made;
        for (std::size_t cell = 0; cell < land.frame.size(); ++cell) {
            made.values.push_back(static_cast<float>((cell * static_cast<std::size_t>(i + 7)) % 101) / 100);
        }
        land.criteria.push_back(std::move(made));
    }
    return land;
}

} // namespace

int main(int argc, char **argv)
{
    const int side = argc > 1 ? std::atoi(argv[1]) : 1000;
    const int criteria = argc > 2 ? std::atoi(argv[2]) : 10;
    const HeightGrid heights = hills(side);
    const GridFrame frame = frameOf(heights);
    CellMask mask(frame.size());
    for (std::size_t cell = 777; cell < mask.size(); cell += 50'021) {
        mask[cell] = 1;
    }
    double sum = 0;
    measure(QStringLiteral("slope"), 5, [&] { sum += use(slope_deg(heights, {})); });
    measure(QStringLiteral("distances to features"), 5, [&] { sum += use(distanceToCells_m(frame, mask, {})); });
    measure(QStringLiteral("minutes on foot, all cells"), 3,
            [&] { sum += use(travelTimesToCells(heights, markedCells(mask), {}, {})); });
    const WeighedLand land = landOf(heights, criteria);
    const std::vector<double> weights(static_cast<std::size_t>(criteria), 1.0 / criteria);
    const CellMask open = openCells(land, {});
    Result<Grid> scores = weightedScores(land, weights, open, {});
    measure(QStringLiteral("weighted sum"), 20, [&] { scores = weightedScores(land, weights, open, {}); });
    measure(QStringLiteral("scores as a raster in memory"), 10, [&] {
        sum += writeScores(
                   QStringLiteral("/vsimem/bench.tif"),
                   {frame.crs, frame.corner, frame.stepX, frame.stepY, frame.columns, frame.rows, scores->values}, {})
                       .has_value()
                   ? 1
                   : 0;
    });
    std::vector<std::vector<double>> alternatives(30);
    for (std::size_t i = 0; i < alternatives.size(); ++i) {
        for (int k = 0; k < criteria; ++k) {
            alternatives[i].push_back(static_cast<double>((i * 31 + static_cast<std::size_t>(k) * 17) % 100) / 100);
        }
    }
    const WeightRange range{std::vector<double>(weights.size(), 0), std::vector<double>(weights.size(), 1), {}};
    measure(QStringLiteral("10,000 weightings of 30 patches"), 3,
            [&] { sum += acceptability(alternatives, range, {}, {})->best(0); });
    std::printf("(%g)\n", sum);
    return 0;
}
