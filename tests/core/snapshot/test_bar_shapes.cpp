// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/bar_shapes.h"

#include <gtest/gtest.h>

#include <cmath>

namespace cuntu {
namespace {

double heightOf(const Geometry &shape)
{
    return shape.extent().maxY - shape.extent().minY;
}

TEST(BarShapes, AreAsHighAsTheirShareOfOneFrame)
{
    // Four on a square of 1,000 m: 0.45 of the root of the ground that each has, which is 500 m x 500 m.
    const std::vector<Bar> bars{{{0, 0}, 0.5}, {{1000, 0}, 0}, {{0, 1000}, 1.2}, {{1000, 1000}, 9}};
    const auto shapes = barShapes(bars, *Crs::fromEpsg(4527));
    ASSERT_EQ(shapes.size(), 8U);
    for (std::size_t i = 0; i < bars.size(); ++i) {
        EXPECT_NEAR(heightOf(shapes[2 * i + 1]), 0.45 * 500, 1e-9);
        EXPECT_EQ(shapes[2 * i].extent().minX, shapes[2 * i + 1].extent().minX);
        EXPECT_EQ(shapes[2 * i].extent().minY, bars[i].position.y) << "they stand on the level of the feature";
        EXPECT_GT(shapes[2 * i].extent().minX, bars[i].position.x) << "beside it";
    }
    EXPECT_NEAR(heightOf(shapes[0]), 0.5 * 225, 1e-9);
    EXPECT_NEAR(heightOf(shapes[2]), 0.01 * 225, 1e-9) << "an empty one is seen";
    EXPECT_NEAR(heightOf(shapes[4]), 1.2 * 225, 1e-9);
    EXPECT_NEAR(heightOf(shapes[6]), k_mostBarShare * 225, 1e-9) << "what is more is cut off";
}

TEST(BarShapes, LookTheSameInDegrees)
{
    const std::vector<Bar> bars{{{116, 30}, 1}, {{116.1, 30.1}, 1}};
    const auto shapes = barShapes(bars, *Crs::fromEpsg(4490));
    const Box box = shapes[1].extent();
    const double squeeze = std::cos(30.05 * M_PI / 180);
    EXPECT_NEAR((box.maxX - box.minX) * squeeze / (box.maxY - box.minY), 0.22, 1e-9);
    EXPECT_NEAR(box.maxY - box.minY, 0.45 * std::sqrt(0.1 * 0.1 * squeeze / 2), 1e-9);
}

TEST(BarShapes, OneAloneHasAHeightOfItsOwn)
{
    const std::vector<Bar> one{{{500000, 3300000}, 1}};
    EXPECT_NEAR(heightOf(barShapes(one, *Crs::fromEpsg(4527))[1]), 1000, 1e-6);
    EXPECT_TRUE(barShapes({}, *Crs::fromEpsg(4527)).empty());
}

} // namespace
} // namespace cuntu
