// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/walking.h"

#include <gtest/gtest.h>

#include <cmath>

namespace cuntu::relocation {
namespace {

double walkingSpeed_kmh(double slope)
{
    return Walking().speed_m_min(slope) * 60 / 1000;
}

TEST(Walking, IsAsFastAsToblerHasIt)
{
    EXPECT_NEAR(walkingSpeed_kmh(-0.05), 6, 1e-12);
    EXPECT_NEAR(walkingSpeed_kmh(0), 5.0367, 1e-4);
    EXPECT_NEAR(walkingSpeed_kmh(0.1), 3.5494, 1e-4);
    EXPECT_NEAR(walkingSpeed_kmh(-0.1), 5.0367, 1e-4); // as far from 5 % downhill as the level
}

TEST(Walking, TakesLevelGroundAtTheLevelSpeed)
{
    const Walk walk(
        nullptr, [](Point position) { return position; }, 1);
    EXPECT_NEAR(walk.minutes({0, 0}, {3000, 4000}), 5 / walkingSpeed_kmh(0) * 60, 1e-9);
    EXPECT_EQ(walk.minutes({7, 7}, {7, 7}), 0);
    const Walk offPath(
        nullptr, [](Point position) { return position; }, 0.6);
    EXPECT_NEAR(offPath.minutes({0, 0}, {3000, 4000}), 5 / walkingSpeed_kmh(0) * 60 / 0.6, 1e-9);
}

TEST(Walking, TakesASlopeAsTheMeanOfUpAndDown)
{
    // A plane that rises 0.2 m for each metre eastwards.
    HeightGrid grid;
    grid.corner = {-100, 1100};
    grid.stepX = 100;
    grid.stepY = -100;
    grid.columns = 13;
    grid.rows = 13;
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            grid.heights_m.push_back(static_cast<float>(0.2 * (-50 + 100 * column)));
        }
    }
    const Walk walk(
        &grid, [](Point position) { return position; }, 1);
    const double expected = 0.6 * 60 * (0.5 / walkingSpeed_kmh(0.2) + 0.5 / walkingSpeed_kmh(-0.2));
    EXPECT_NEAR(walk.minutes({100, 500}, {700, 500}), expected, 1e-3);
    EXPECT_NEAR(walk.minutes({700, 500}, {100, 500}), expected, 1e-3);
    // Along the slope the ground is level.
    EXPECT_NEAR(walk.minutes({500, 100}, {500, 700}), 0.6 / walkingSpeed_kmh(0) * 60, 1e-3);
    // Beyond the grid nothing is known of heights.
    EXPECT_NEAR(walk.minutes({500, 9000}, {900, 9000}), 0.4 / walkingSpeed_kmh(0) * 60, 1e-9);
}

/// Land of 14 x 12 cells of 50 m with a ridge across it that has a gap at one end, unknown in one cell.
HeightGrid ridge()
{
    HeightGrid grid;
    grid.corner = {0, 600};
    grid.stepX = 50;
    grid.stepY = -50;
    grid.columns = 14;
    grid.rows = 12;
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            const bool isHigh = row >= 5 && row <= 6 && column < 11;
            grid.heights_m.push_back(static_cast<float>(100 + (isHigh ? 160 : 0) + 3 * ((column * 7 + row * 5) % 4)));
        }
    }
    grid.heights_m[20] = std::numeric_limits<float>::quiet_NaN();
    return grid;
}

/// The least minutes from cell to cell by going over all steps until nothing gets quicker (Bellman and Ford).
std::vector<double> bruteMinutes(const HeightGrid &grid, int from, double share)
{
    const int cells = grid.columns * grid.rows;
    std::vector<double> minutes(static_cast<std::size_t>(cells), std::numeric_limits<double>::infinity());
    const auto height = [&](int cell) { return static_cast<double>(grid.heights_m[static_cast<std::size_t>(cell)]); };
    const auto isKnown = [&](int column, int row) { return !std::isnan(height(row * grid.columns + column)); };
    minutes[static_cast<std::size_t>(from)] = 0;
    for (bool changed = true; changed;) {
        changed = false;
        for (int a = 0; a < cells; ++a) {
            for (int b = 0; b < cells; ++b) {
                const int x = a % grid.columns;
                const int y = a / grid.columns;
                const int dx = b % grid.columns - x;
                const int dy = b / grid.columns - y;
                const bool isNear = std::max(std::abs(dx), std::abs(dy)) == 1;
                const bool isKnight = std::abs(dx * dy) == 2;
                if (!(isNear || isKnight) || !isKnown(x, y) || !isKnown(x + dx, y + dy) ||
                    (isKnight && !(isKnown(x + dx / 2, y + dy / 2) && isKnown(x + dx - dx / 2, y + dy - dy / 2)))) {
                    continue;
                }
                const double length = std::hypot(50 * dx, 50 * dy);
                const double rise = (height(b) - height(a)) / length;
                const double step = length / (share * 6000 / 60 * std::exp(-3.5 * std::abs(rise + 0.05)));
                const double sum = minutes[static_cast<std::size_t>(a)] + step;
                if (std::abs(rise) <= 1 && sum < minutes[static_cast<std::size_t>(b)] - 1e-12) {
                    minutes[static_cast<std::size_t>(b)] = sum;
                    changed = true;
                }
            }
        }
    }
    return minutes;
}

TEST(Walking, GoesRoundARidgeAsQuicklyAsTheBestOfAllWays)
{
    const HeightGrid grid = ridge();
    const GridFrame frame = frameOf(grid);
    const Walk walk(
        &grid, [](Point position) { return position; }, 0.6);
    const int from = 1 * grid.columns + 2;
    const Point begin = frame.centre(static_cast<std::size_t>(from));
    const std::vector<double> there = bruteMinutes(grid, from, 0.6);
    std::vector<Point> others;
    for (std::size_t cell = 0; cell < frame.size(); ++cell) {
        others.push_back(frame.centre(cell));
    }
    const std::vector<double> together = walk.minutes(begin, others);
    const HeightGrid level{{}, grid.corner, 50, -50, 14, 12, std::vector<float>(168, 0)};
    const Walk flat(
        &level, [](Point position) { return position; }, 0.6);
    int round = 0;
    for (const int to : {10 * 14 + 2, 10 * 14 + 6, 9 * 14 + 0, 8 * 14 + 12}) {
        const auto cell = static_cast<std::size_t>(to);
        const double back = bruteMinutes(grid, to, 0.6)[static_cast<std::size_t>(from)];
        // Straight on over the ridge takes longer than the best way, but for the last place, which is not behind it.
        EXPECT_LE(together[cell], (there[cell] + back) / 2 + 1e-3) << to;
        if (to != 8 * 14 + 12) {
            EXPECT_NEAR(together[cell], (there[cell] + back) / 2, 1e-3) << to;
            ++round;
        }
        EXPECT_NEAR(walk.minutes(begin, others[cell]), together[cell], 1e-9) << to;
        EXPECT_GT(together[cell], flat.minutes(begin, others[cell])) << to;
    }
    EXPECT_EQ(round, 3);
    // 20 m beside the centres: as many metres more at either end, on the level.
    const auto behind = static_cast<std::size_t>(10 * 14 + 6);
    const double aside = 20 / (0.6 * 1000 * walkingSpeed_kmh(0) / 60);
    EXPECT_NEAR(walk.minutes({begin.x + 20, begin.y}, others[behind]), together[behind] + aside, 1e-3);
    EXPECT_NEAR(walk.minutes(begin, {others[behind].x, others[behind].y - 20}), together[behind] + aside, 1e-3);
}

} // namespace
} // namespace cuntu::relocation
