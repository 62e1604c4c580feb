// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/clean.h"

#include "shared_table.h"
#include "tests/support/rounds.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <numbers>
#include <random>

namespace cuntu {
namespace {

unsigned seedOfRun()
{
    const char *given = std::getenv("CUNTU_TEST_SEED");
    const unsigned seed = given ? static_cast<unsigned>(std::atoi(given)) : 20180630;
    std::cout << "seed " << seed << " (CUNTU_TEST_SEED)\n";
    return seed;
}

// A star around @p centre whose corners are whole numbers, so that brute force can be exact.
Geometry wholeStar(std::mt19937 &random, int corners)
{
    std::vector<Point> ring;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        const double radius = 5 + static_cast<double>(random() % 40);
        ring.push_back({std::round(radius * std::cos(angle)), std::round(radius * std::sin(angle))});
    }
    ring.push_back(ring.front());
    Geometry geometry;
    geometry.type = GeometryType::Polygon;
    geometry.addPart(ring);
    return geometry;
}

// Winding number with whole numbers: the sum of signed turns past the position, and the border by its own rule.
bool bruteContains(const Geometry &polygon, long px, long py)
{
    const auto ring = polygon.part(0);
    int winding = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const long ax = std::lround(ring[i - 1].x) - px;
        const long ay = std::lround(ring[i - 1].y) - py;
        const long bx = std::lround(ring[i].x) - px;
        const long by = std::lround(ring[i].y) - py;
        const long cross = ax * by - ay * bx;
        if (cross == 0 && ax * bx + ay * by <= 0) {
            return true;
        }
        if (ay <= 0 && by > 0 && cross > 0) {
            ++winding;
        } else if (ay > 0 && by <= 0 && cross < 0) {
            --winding;
        }
    }
    return winding % 2 != 0;
}

TEST(ContainsPointProperty, AgreesWithBruteForceOnEveryWholePosition)
{
    std::mt19937 random(seedOfRun());
    for (int round = 0; round < test::rounds(60); ++round) {
        const Geometry star = wholeStar(random, 3 + round % 20);
        for (long x = -46; x <= 46; ++x) {
            for (long y = -46; y <= 46; ++y) {
                ASSERT_EQ(containsPoint(star, {static_cast<double>(x), static_cast<double>(y)}),
                          bruteContains(star, x, y))
                    << "round " << round << " at " << x << ' ' << y;
            }
        }
    }
}

TEST(PointInsideProperty, IsInsideAndNotNearTheBorderOfAnyStar)
{
    std::mt19937 random(seedOfRun());
    for (int round = 0; round < test::rounds(2000); ++round) {
        const Geometry star = wholeStar(random, 3 + round % 40);
        if (!invalidityReason(star).isEmpty()) {
            continue;
        }
        const Point point = pointInside(star);
        ASSERT_TRUE(containsPoint(star, point)) << "round " << round;
        for (const Point step : {Point{0.5, 0}, Point{-0.5, 0}, Point{0, 0.5}, Point{0, -0.5}}) {
            ASSERT_TRUE(containsPoint(star, {point.x + step.x, point.y + step.y})) << "round " << round;
        }
    }
}

struct Shape {
    double size;      // width of a cell, in units of the coordinates
    Point corner;     // lower left
    double digit;     // what positions are rounded to; 0: not
    bool sharedJoint; // each side has its middle in both neighbours, or only in one of them
};

// Villages in the cells of a bent grid. Borders between neighbours are the same positions, to the digit; without shared
// joints each upper and right side has a middle position that the neighbour beyond it lacks.
std::vector<Geometry> villages(const Shape &shape, int across, std::mt19937 &random)
{
    std::uniform_real_distribution<double> bend(-0.3, 0.3);
    std::vector<Point> nodes;
    const auto rounded = [&shape](double value) {
        return shape.digit > 0 ? std::round(value / shape.digit) * shape.digit : value;
    };
    for (int y = 0; y <= across; ++y) {
        for (int x = 0; x <= across; ++x) {
            nodes.push_back({rounded(shape.corner.x + (x + bend(random)) * shape.size),
                             rounded(shape.corner.y + (y + bend(random)) * shape.size)});
        }
    }
    const auto node = [&](int x, int y) { return nodes[static_cast<std::size_t>(y * (across + 1) + x)]; };
    std::vector<Geometry> result;
    const auto joint = [&](Point a, Point b) { return Point{rounded((a.x + b.x) / 2), rounded((a.y + b.y) / 2)}; };
    for (int y = 0; y < across; ++y) {
        for (int x = 0; x < across; ++x) {
            std::vector<Point> ring;
            const std::array corners{node(x, y), node(x + 1, y), node(x + 1, y + 1), node(x, y + 1)};
            for (std::size_t i = 0; i < 4; ++i) {
                ring.push_back(corners[i]);
                if (shape.sharedJoint || i == 1 || i == 2) {
                    const Point next = corners[(i + 1) % 4];
                    ring.push_back(i < 2 ? joint(corners[i], next) : joint(next, corners[i]));
                }
            }
            ring.push_back(ring.front());
            result.emplace_back().type = GeometryType::Polygon;
            result.back().addPart(ring);
        }
    }
    return result;
}

TEST(DissolvedProperty, VillagesThatShareTheirBordersLeaveNoHole)
{
    std::mt19937 random(seedOfRun());
    const std::array shapes{Shape{0.05, {117.1, 28.1}, 1e-7, true},
                            Shape{0.05, {117.1, 28.1}, 0, true},
                            Shape{5000, {39'510'000, 3'100'000}, 0.01, true},
                            Shape{5000, {39'510'000, 3'100'000}, 0, true},
                            Shape{0.05, {117.1, 28.1}, 0, false},
                            Shape{5000, {39'510'000, 3'100'000}, 0, false},
                            Shape{5000, {39'510'000, 3'100'000}, 0.001, false}};
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const auto parts = villages(shapes[i], 20, random);
        const auto begin = std::chrono::steady_clock::now();
        const auto whole = dissolved(parts);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
        std::cout << "400 villages, shape " << i << ": " << taken.count() << " s\n";
        ASSERT_TRUE(whole);
        EXPECT_EQ(whole->partCount(), 1U) << "shape " << i;
        EXPECT_TRUE(invalidityReason(*whole).isEmpty()) << "shape " << i;
    }
}

TEST(PointInsideProperty, IsFastEnoughForEveryVillageOfAProvince)
{
    std::mt19937 random(1);
    std::vector<Geometry> stars;
    for (int i = 0; i < 2000; ++i) {
        stars.push_back(wholeStar(random, 100));
    }
    const auto begin = std::chrono::steady_clock::now();
    double sum = 0;
    for (int round = 0; round < test::rounds(10); ++round) {
        for (const Geometry &star : stars) {
            sum += pointInside(star).x;
        }
    }
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    std::cout << "20,000 polygons of 100 corners: " << taken.count() << " s, mean " << sum / 20000 << "\n";
    EXPECT_LT(taken.count(), 5); // a tenth of this usually; tests share the machine
}

} // namespace
} // namespace cuntu
