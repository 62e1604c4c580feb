// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terrain/distance.h"

#include "terrain_support.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace cuntu {
namespace {

GridFrame frame(int columns, int rows, double x = 10, double y = -10)
{
    return {*Crs::fromEpsg(4527), {0, -y * rows}, x, y, columns, rows};
}

Geometry polygon(std::vector<Point> ring)
{
    Geometry made;
    made.type = GeometryType::Polygon;
    ring.push_back(ring.front());
    made.addPart(ring);
    return made;
}

int count(const CellMask &mask)
{
    return static_cast<int>(markedCells(mask).size());
}

TEST(Cells, AreFoundByPosition)
{
    const GridFrame grid = frame(4, 3);
    EXPECT_EQ(grid.cellAt({0, 30}), 0U);
    EXPECT_EQ(grid.cellAt({39, 1}), 11U);
    EXPECT_FALSE(grid.cellAt({40, 1}));
    EXPECT_FALSE(grid.cellAt({std::nan(""), 1}));
    EXPECT_EQ(grid.centre(grid.index(2, 1)), (Point{25, 15}));
}

TEST(Cells, OfAPolygonAreThoseWithTheirCentreInside)
{
    const GridFrame grid = frame(10, 10);
    CellMask mask(grid.size());
    Geometry ring = polygon({{10, 10}, {60, 10}, {60, 60}, {10, 60}});
    ring.addPart(std::vector<Point>{{20, 20}, {40, 20}, {40, 40}, {20, 40}, {20, 20}}, true);
    burn(ring, grid, mask);
    EXPECT_EQ(count(mask), 25 - 4);
    // Against every centre of a triangle, by the sides that it lies on.
    std::mt19937 random(7);
    std::uniform_real_distribution<double> anywhere(-30, 130);
    for (int round = 0; round < 50; ++round) {
        const Point a{anywhere(random), anywhere(random)};
        const Point b{anywhere(random), anywhere(random)};
        const Point c{anywhere(random), anywhere(random)};
        CellMask found(grid.size());
        burn(polygon({a, b, c}), grid, found);
        const auto side = [](Point p, Point q, Point r) {
            return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) > 0;
        };
        for (std::size_t cell = 0; cell < grid.size(); ++cell) {
            const Point p = grid.centre(cell);
            const bool isInside = side(a, b, p) == side(b, c, p) && side(b, c, p) == side(c, a, p);
            ASSERT_EQ(found[cell] != 0, isInside) << round << " " << cell;
        }
    }
}

TEST(Cells, OfALineAreThoseItPassesThrough)
{
    const GridFrame grid = frame(10, 10);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> anywhere(-50, 150);
    for (int round = 0; round < 50; ++round) {
        const Point a{anywhere(random), anywhere(random)};
        const Point b{anywhere(random), anywhere(random)};
        Geometry line;
        line.type = GeometryType::Line;
        line.addPart(std::vector<Point>{a, b});
        CellMask found(grid.size());
        burn(line, grid, found);
        CellMask expected(grid.size());
        for (int i = 0; i <= 100000; ++i) { // a cell whose corner is only brushed may be missed by the samples
            const double t = i / 100000.0;
            if (const auto cell = grid.cellAt({std::lerp(a.x, b.x, t), std::lerp(a.y, b.y, t)})) {
                expected[*cell] = 1;
            }
        }
        EXPECT_NEAR(count(found), count(expected), 1);
        for (std::size_t cell = 0; cell < grid.size(); ++cell) {
            ASSERT_GE(found[cell], expected[cell]) << round;
        }
    }
}

TEST(Distance, EqualsTheNearestOfAll)
{
    std::mt19937 random(11);
    for (const double y : {-10.0, -25.0}) {
        for (int round = 0; round < 20; ++round) {
            const GridFrame grid = frame(23, 17, 10, y);
            CellMask mask(grid.size());
            const int features = 1 + static_cast<int>(random() % 6);
            for (int i = 0; i < features; ++i) {
                mask[random() % mask.size()] = 1;
            }
            const auto distances = distanceToCells_m(grid, mask, {});
            ASSERT_TRUE(distances);
            for (std::size_t cell = 0; cell < grid.size(); ++cell) {
                double nearest = 1e9;
                for (const std::size_t other : markedCells(mask)) {
                    const Point a = grid.centre(cell);
                    const Point b = grid.centre(other);
                    nearest = std::min(nearest, std::hypot(a.x - b.x, a.y - b.y));
                }
                ASSERT_NEAR(distances->values[cell], nearest, 1e-3);
            }
        }
    }
}

TEST(Distance, ToNothingIsInfinite)
{
    const GridFrame grid = frame(5, 4);
    const auto distances = distanceToCells_m(grid, CellMask(grid.size()), {});
    ASSERT_TRUE(distances);
    EXPECT_TRUE(std::isinf(distances->values[7]));
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(distanceToCells_m(grid, CellMask(grid.size()), job).error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace cuntu
