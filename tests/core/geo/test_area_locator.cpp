// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/area_locator.h"

#include "core/geo/clean.h"
#include "tests/support/rounds.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <random>

namespace cuntu {
namespace {

/// A star around @p middle, closed.
std::vector<Point> star(std::mt19937 &random, Point middle, double size)
{
    std::vector<Point> ring;
    const std::size_t points = 3 + random() % 30;
    for (std::size_t i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(points);
        const double far = size * (0.3 + 0.7 * static_cast<double>(random() % 1000) / 1000);
        ring.push_back({middle.x + far * std::cos(angle), middle.y + far * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

/// Stars that overlap, with holes and second parts here and there, and squares that share their sides.
std::vector<Geometry> someAreas(std::mt19937 &random)
{
    std::vector<Geometry> areas;
    const auto at = [&] { return static_cast<double>(random() % 1000); };
    for (std::size_t i = 1 + random() % 12; i > 0; --i) {
        Geometry area;
        area.type = random() % 10 == 0 ? GeometryType::Line : GeometryType::Polygon;
        const Point middle{at(), at()};
        const double size = 20 + static_cast<double>(random() % 300);
        area.addPart(star(random, middle, size));
        if (random() % 3 == 0) {
            area.addPart(star(random, middle, size / 4), true);
        }
        if (random() % 3 == 0) {
            area.addPart(star(random, {at(), at()}, size / 2));
        }
        areas.push_back(area);
    }
    for (int x = 0; x < 3; ++x) {
        const double left = 100.0 * x;
        Geometry square;
        square.type = GeometryType::Polygon;
        square.addPart(std::vector<Point>{{left, 0}, {left + 100, 0}, {left + 100, 100}, {left, 100}, {left, 0}});
        areas.push_back(square);
    }
    return areas;
}

std::uint32_t byLooking(const std::vector<Geometry> &areas, Point position)
{
    for (std::uint32_t i = 0; i < areas.size(); ++i) {
        if (containsPoint(areas[i], position)) {
            return i;
        }
    }
    return AreaLocator::k_none;
}

TEST(AreaLocator, FindsTheFirstAreaThatContainsAPosition)
{
    std::mt19937 random(23);
    std::size_t inside = 0;
    for (int round = 0; round < test::rounds(60); ++round) {
        SCOPED_TRACE(round);
        const std::vector<Geometry> areas = someAreas(random);
        const AreaLocator locator(areas);
        std::vector<Point> positions{{0, 0},
                                     {100, 50},
                                     {200, 100},
                                     {300, 100},
                                     {1e9, 0},
                                     {-1e9, 5},
                                     {std::numeric_limits<double>::quiet_NaN(), 0}};
        for (int i = 0; i < 3000; ++i) {
            positions.push_back({static_cast<double>(random() % 120000) / 100 - 100,
                                 static_cast<double>(random() % 120000) / 100 - 100});
        }
        for (const Geometry &area : areas) { // corners, and the middles of sides
            for (std::size_t i = 0; i + 1 < area.points.size(); ++i) {
                positions.push_back(area.points[i]);
                positions.push_back(
                    {(area.points[i].x + area.points[i + 1].x) / 2, (area.points[i].y + area.points[i + 1].y) / 2});
            }
        }
        const auto found = locator.locate(positions, {});
        ASSERT_TRUE(found);
        for (std::size_t i = 0; i < positions.size(); ++i) {
            ASSERT_EQ((*found)[i], byLooking(areas, positions[i])) << positions[i].x << ' ' << positions[i].y;
            inside += (*found)[i] != AreaLocator::k_none ? 1 : 0;
        }
    }
    EXPECT_GT(inside, 10000U);
}

TEST(AreaLocator, OfNoAreasFindsNothing)
{
    const AreaLocator none({});
    EXPECT_EQ(none.locate({0, 0}), AreaLocator::k_none);
    const AreaLocator empty(std::vector<Geometry>(2));
    EXPECT_EQ(empty.locate({0, 0}), AreaLocator::k_none);
    JobContext job;
    job.cancel.cancel();
    const auto cancelled = empty.locate(std::vector<Point>(10), job);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace cuntu
