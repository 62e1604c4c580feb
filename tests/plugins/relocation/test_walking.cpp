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

} // namespace
} // namespace cuntu::relocation
