// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/fetch.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace cuntu::water {
namespace {

/// The distance on the ellipsoid of CGCS2000 by Vincenty's inverse formula (1975), written for this test.
double vincenty(Point from, Point to)
{
    constexpr double a = 6378137;
    constexpr double f = 1 / 298.257222101;
    constexpr double b = a * (1 - f);
    constexpr double rad = std::numbers::pi / 180;
    const double L = (to.x - from.x) * rad;
    const double u1 = std::atan((1 - f) * std::tan(from.y * rad));
    const double u2 = std::atan((1 - f) * std::tan(to.y * rad));
    double lambda = L;
    double sinS = 0, cosS = 0, sigma = 0, cosA2 = 0, cosM = 0;
    for (int i = 0; i < 100; ++i) {
        const double x = std::cos(u2) * std::sin(lambda);
        const double y = std::cos(u1) * std::sin(u2) - std::sin(u1) * std::cos(u2) * std::cos(lambda);
        sinS = std::hypot(x, y);
        cosS = std::sin(u1) * std::sin(u2) + std::cos(u1) * std::cos(u2) * std::cos(lambda);
        sigma = std::atan2(sinS, cosS);
        const double sinA = std::cos(u1) * std::cos(u2) * std::sin(lambda) / sinS;
        cosA2 = 1 - sinA * sinA;
        cosM = cosS - 2 * std::sin(u1) * std::sin(u2) / cosA2;
        const double C = f / 16 * cosA2 * (4 + f * (4 - 3 * cosA2));
        lambda = L + (1 - C) * f * sinA * (sigma + C * sinS * (cosM + C * cosS * (2 * cosM * cosM - 1)));
    }
    const double k2 = cosA2 * (a * a - b * b) / (b * b);
    const double A = 1 + k2 / 16384 * (4096 + k2 * (-768 + k2 * (320 - 175 * k2)));
    const double B = k2 / 1024 * (256 + k2 * (-128 + k2 * (74 - 47 * k2)));
    const double deltaS =
        B * sinS *
        (cosM + B / 4 * (cosS * (2 * cosM * cosM - 1) - B / 6 * cosM * (4 * sinS * sinS - 3) * (4 * cosM * cosM - 3)));
    return b * A * (sigma - deltaS);
}

/// Hills over a degree, in cells of 0.01 degrees, with the value of @p height at the middle of each.
template <class Height> HeightGrid gridOf(Height height)
{
    HeightGrid grid;
    grid.crs = *Crs::fromEpsg(4490);
    grid.corner = {116, 28};
    grid.stepX = 0.01;
    grid.stepY = -0.01;
    grid.columns = 100;
    grid.rows = 100;
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            grid.heights_m.push_back(static_cast<float>(height(116 + 0.01 * (column + 0.5), 28 - 0.01 * (row + 0.5))));
        }
    }
    return grid;
}

TEST(WaterFetch, FiftyWaysAreAsByHand)
{
    std::mt19937 random(50);
    std::uniform_real_distribution<double> share(0.05, 0.95);
    const auto plane = [](double lon, double lat) { return 300 + 400 * (lon - 116) - 250 * (lat - 27); };
    const HeightGrid grid = gridOf(plane);
    for (int i = 0; i < 50; ++i) {
        const Point from{116 + share(random), 27 + share(random)};
        const Point to{from.x + 0.03 * (share(random) - 0.5), from.y + 0.03 * (share(random) - 0.5)};
        const auto way = fetchWay(from, to, grid.crs, grid, {});
        ASSERT_TRUE(way);
        const double distance = vincenty(from, to);
        const double climb = std::abs(plane(from.x, from.y) - plane(to.x, to.y));
        EXPECT_NEAR(way->distance_m, distance, 0.01);
        EXPECT_NEAR(way->climb_m, climb, 0.01) << "bilinear heights of a plane are the plane's";
        EXPECT_NEAR(way->ascent_m, climb, 0.05) << "on a plane the way only rises, or only falls";
        EXPECT_NEAR(way->ground_m, std::hypot(distance, climb), 0.05);
    }
}

TEST(WaterFetch, AHillBetweenIsClimbedThoughBothEndsAreLevel)
{
    const HeightGrid grid =
        gridOf([](double lon, double) { return std::max(0.0, 100 - 20000 * std::abs(lon - 116.505)); });
    const auto way = fetchWay({116.45, 27.5}, {116.56, 27.5}, grid.crs, grid, {});
    ASSERT_TRUE(way);
    EXPECT_NEAR(way->climb_m, 0, 0.01);
    EXPECT_NEAR(way->ascent_m, 200, 1) << "up and down once on the way there: up twice there and back";
    EXPECT_GT(way->ground_m, way->distance_m);
}

TEST(WaterFetch, TheWorseOfDistanceAndClimbDecides)
{
    const RuleSet set;
    EXPECT_EQ(rateWay({400, 410, 40, 40}, set), Rating::Pass);
    EXPECT_EQ(rateWay({400, 410, 80, 80}, set), Rating::Basic);
    EXPECT_EQ(rateWay({800, 810, 81, 81}, set), Rating::Fail);
    EXPECT_EQ(rateWay({900, 900, std::nan(""), std::nan("")}, set), Rating::Fail);
}

} // namespace
} // namespace cuntu::water
