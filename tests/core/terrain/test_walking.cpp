// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terrain/walking.h"

#include "terrain_support.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <random>

namespace cuntu {
namespace {

TEST(Walking, IsToblersFunction)
{
    const Walking walking;
    EXPECT_NEAR(walking.speed_m_min(-0.05) * 60 / 1000, 6, 1e-12) << "fastest down a slope of 1:20";
    EXPECT_NEAR(walking.speed_m_min(0) * 60 / 1000, 5.036742, 1e-5) << "on the level, as Tobler says";
    EXPECT_NEAR(walking.speed_m_min(0.2), walking.speed_m_min(-0.3), 1e-12);
}

TEST(Walking, OnTheLevelAlongAxesAndDiagonalsIsStraight)
{
    const HeightGrid level = surface(21, 21, 30, [](double, double) { return 100; });
    const auto times = travelTimes(level, std::vector<Point>{{315, 315}}, {}, {});
    ASSERT_TRUE(times);
    const double speed = Walking().speed_m_min(0);
    EXPECT_NEAR(times->at({615, 315}), 300 / speed, 1e-4);
    EXPECT_NEAR(times->at({615, 615}), 300 * std::sqrt(2) / speed, 1e-4);
    EXPECT_NEAR(times->at({615, 465}), 300 * std::sqrt(1.25) / speed, 1e-4) << "a knight's move";
    for (std::size_t cell = 0; cell < times->values.size(); ++cell) {
        const Point at = times->frame.centre(cell);
        const double straight = std::hypot(at.x - 315, at.y - 315) / speed;
        EXPECT_GE(times->values[cell], straight - 1e-4);
        EXPECT_LE(times->values[cell], straight * 1.0279 + 1e-4);
    }
}

TEST(Walking, UphillAndDownhillDiffer)
{
    const HeightGrid ramp = surface(11, 1, 30, [](double x, double) { return x * 0.2; });
    const std::vector<Point> bottom{{15, 15}};
    const auto down = travelTimes(ramp, bottom, {}, {});
    Walking away;
    away.fromSource = true;
    const auto up = travelTimes(ramp, bottom, away, {});
    ASSERT_TRUE(down && up);
    EXPECT_NEAR(down->values[10], 300 / Walking().speed_m_min(-0.2), 1e-4);
    EXPECT_NEAR(up->values[10], 300 / Walking().speed_m_min(0.2), 1e-4);
    EXPECT_GT(up->values[10], down->values[10]);
}

/// Minutes by going over all steps until nothing changes any more (Bellman and Ford).
std::vector<double> byRelaxing(const HeightGrid &heights, std::size_t source, const Walking &walking)
{
    const GridFrame frame = frameOf(heights);
    std::vector<double> minutes(frame.size(), std::numeric_limits<double>::infinity());
    minutes[source] = 0;
    const auto isOpen = [&](int x, int y) {
        return x >= 0 && y >= 0 && x < frame.columns && y < frame.rows &&
               !std::isnan(heights.heights_m[frame.index(x, y)]) && walking.cellFactors[frame.index(x, y)] > 0;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t cell = 0; cell < frame.size(); ++cell) {
            const int x = frame.columnOf(cell);
            const int y = frame.rowOf(cell);
            for (int dy = -2; dy <= 2; ++dy) {
                for (int dx = -2; dx <= 2; ++dx) {
                    const int squared = dx * dx + dy * dy;
                    if ((squared != 1 && squared != 2 && squared != 5) || !isOpen(x, y) || !isOpen(x + dx, y + dy)) {
                        continue;
                    }
                    if (squared == 5 &&
                        (!isOpen(x + dx / 2, y + dy / 2) || !isOpen(x + dx - dx / 2, y + dy - dy / 2))) {
                        continue;
                    }
                    const std::size_t to = frame.index(x + dx, y + dy);
                    const double length = std::sqrt(squared) * heights.stepX;
                    const double rise = (double(heights.heights_m[to]) - heights.heights_m[cell]) / length;
                    if (std::abs(rise) > std::tan(walking.mostSlope_deg * M_PI / 180)) {
                        continue;
                    }
                    const double step = length / walking.speed_m_min(rise) *
                                        (0.5 / walking.cellFactors[cell] + 0.5 / walking.cellFactors[to]);
                    if (minutes[to] + step < minutes[cell] - 1e-12) {
                        minutes[cell] = minutes[to] + step;
                        changed = true;
                    }
                }
            }
        }
    }
    return minutes;
}

TEST(Walking, IsTheQuickestOfAllWays)
{
    std::mt19937 random(5);
    for (int round = 0; round < 15; ++round) {
        HeightGrid land = surface(14, 11, 30, [&](double, double) { return static_cast<double>(random() % 60); });
        Walking walking;
        walking.mostSlope_deg = 40;
        for (float &height : land.heights_m) {
            height = random() % 12 == 0 ? std::nanf("") : height;
            walking.cellFactors.push_back(random() % 10 == 0 ? 0.0F : 0.5F + static_cast<float>(random() % 10) / 10);
        }
        land.heights_m[40] = 30;
        walking.cellFactors[40] = 1;
        const auto times = travelTimesToCells(land, std::vector<std::size_t>{40}, walking, {});
        ASSERT_TRUE(times);
        const std::vector<double> expected = byRelaxing(land, 40, walking);
        for (std::size_t cell = 0; cell < expected.size(); ++cell) {
            if (std::isnan(land.heights_m[cell])) {
                EXPECT_TRUE(std::isnan(times->values[cell]));
            } else if (std::isinf(expected[cell])) {
                EXPECT_TRUE(std::isinf(times->values[cell]));
            } else {
                EXPECT_NEAR(times->values[cell], expected[cell], 1e-4 * (1 + expected[cell]));
            }
        }
    }
}

TEST(Walking, AlongAWayPeopleRide)
{
    const HeightGrid steep = surface(41, 5, 30, [](double x, double) { return x * 0.3; });
    Walking riding;
    riding.rideSpeeds_m_min.assign(steep.heights_m.size(), 0);
    for (int column = 0; column <= 40; ++column) {
        riding.rideSpeeds_m_min[frameOf(steep).index(column, 4)] = 500; // a road along the south, 30 km/h
    }
    const std::vector<Point> end{{15, 15}};
    const auto times = travelTimes(steep, end, riding, {});
    ASSERT_TRUE(times);
    EXPECT_NEAR(times->at({1215, 15}), 1200.0 / 500, 1e-4);
    EXPECT_NEAR(times->at({1215, 75}), 1200.0 / 500 + 60 / Walking().speed_m_min(0), 1e-3)
        << "down to the road, then ride";
}

TEST(Walking, StopsAtTheMostMinutesAndWhenCancelled)
{
    const HeightGrid level = surface(50, 50, 30, [](double, double) { return 0; });
    Walking walking;
    walking.mostMinutes = 3;
    const auto times = travelTimes(level, std::vector<Point>{{15, 15}}, walking, {});
    ASSERT_TRUE(times);
    EXPECT_LE(times->at({15 + 240, 15}), 3);
    EXPECT_TRUE(std::isinf(times->at({15 + 270, 15})));
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(travelTimes(level, std::vector<Point>{{15, 15}}, {}, job).error().code, ErrorCode::Cancelled);
}

TEST(Walking, NamesPlacesThatAreNotThere)
{
    HeightGrid level = surface(5, 5, 30, [](double, double) { return 0; });
    EXPECT_EQ(travelTimes(level, std::vector<Point>{{-15, 15}}, {}, {}).error().code, ErrorCode::NotFound);
    level.heights_m[20] = std::nanf("");
    EXPECT_EQ(travelTimes(level, std::vector<Point>{{15, 15}}, {}, {}).error().code, ErrorCode::Invalid);
    Walking walking;
    walking.cellFactors = {1, 1};
    EXPECT_EQ(travelTimes(level, std::vector<Point>{{45, 15}}, walking, {}).error().code, ErrorCode::Invalid);
}

} // namespace
} // namespace cuntu
