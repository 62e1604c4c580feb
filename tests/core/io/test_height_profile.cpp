// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/height_profile.h"

#include <gtest/gtest.h>

#include <cmath>

namespace cuntu {
namespace {

/// Cells of 10 m from (0, 0) to (1000, 1000), as high as @p height says.
template <class Height> HeightGrid gridOf(Height height)
{
    HeightGrid grid;
    grid.corner = {0, 1000};
    grid.stepX = 10;
    grid.stepY = -10;
    grid.columns = 100;
    grid.rows = 100;
    for (int row = 0; row < 100; ++row) {
        for (int column = 0; column < 100; ++column) {
            grid.heights_m.push_back(static_cast<float>(height(column * 10 + 5.0, 995.0 - row * 10)));
        }
    }
    return grid;
}

Geometry lineOf(std::vector<Point> points)
{
    Geometry line;
    line.type = GeometryType::Line;
    line.addPart(points);
    return line;
}

TEST(HeightProfile, FollowsTheGroundUpAndDown)
{
    const HeightGrid grid = gridOf([](double x, double) { return 100 - std::abs(x - 505) / 10; }); // a ridge
    const auto profile = heightProfile(lineOf({{105, 500}, {905, 500}}), {}, grid, 1000, {});
    ASSERT_TRUE(profile);
    EXPECT_DOUBLE_EQ(profile->length_m, 800);
    EXPECT_NEAR(profile->ascent_m, 40, 1e-4);
    EXPECT_NEAR(profile->descent_m, 40, 1e-4);
    EXPECT_NEAR(profile->highest_m, 100, 1e-4);
    EXPECT_NEAR(profile->lowest_m, 60, 1e-4);
    EXPECT_NEAR(profile->steepest_percent, 10, 1e-3);
    EXPECT_NEAR(profile->at(200).height_m, 80, 1e-4);
    EXPECT_NEAR(profile->at(200).position.x, 305, 1e-9);
    EXPECT_EQ(profile->at(-5).station_m, 0);
    EXPECT_EQ(profile->at(9999).station_m, 800);
}

TEST(HeightProfile, VerticesAndPartsAreAmongTheSamples)
{
    const HeightGrid grid = gridOf([](double, double) { return 7; });
    Geometry line = lineOf({{100, 100}, {100, 133}, {150, 133}});
    line.addPart(std::vector<Point>{{500, 500}, {520, 500}});
    const auto profile = heightProfile(line, {}, grid, 1000, {});
    ASSERT_TRUE(profile);
    EXPECT_DOUBLE_EQ(profile->length_m, 33 + 50 + 20) << "the gap between two parts has no length";
    int vertices = 0;
    for (const HeightProfile::Sample &sample : profile->samples) {
        for (const Point &point : line.points) {
            vertices += sample.position == point ? 1 : 0;
        }
    }
    EXPECT_EQ(vertices, 5);
    EXPECT_EQ(profile->ascent_m, 0);
}

TEST(HeightProfile, WhatTheTerrainDoesNotHaveIsUnknown)
{
    const HeightGrid grid = gridOf([](double, double) { return 7; });
    const auto profile = heightProfile(lineOf({{500, 500}, {1500, 500}}), {}, grid, 50, {});
    ASSERT_TRUE(profile);
    EXPECT_LE(profile->samples.size(), 51U);
    EXPECT_EQ(profile->samples.front().height_m, 7);
    EXPECT_TRUE(std::isnan(profile->samples.back().height_m));
    EXPECT_EQ(profile->highest_m, 7);
    EXPECT_EQ(heightProfile(lineOf({{5, 5}, {5, 5}}), {}, grid, 50, {}).error().code, ErrorCode::Invalid);
}

} // namespace
} // namespace cuntu
