// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/clean.h"

#include "shared_table.h"

#include <gtest/gtest.h>

#include <array>
#include <initializer_list>
#include <limits>

namespace cuntu {
namespace {

using Ring = std::vector<Point>;

Geometry polygonOf(std::initializer_list<Ring> rings)
{
    Geometry geometry;
    geometry.type = GeometryType::Polygon;
    for (const Ring &ring : rings) {
        geometry.addPart(ring, geometry.partCount() > 0);
    }
    return geometry;
}

Geometry linesOf(std::initializer_list<Ring> lines)
{
    Geometry geometry;
    geometry.type = GeometryType::Line;
    for (const Ring &line : lines) {
        geometry.addPart(line);
    }
    return geometry;
}

Ring rectangle(double minX, double minY, double maxX, double maxY)
{
    return {{minX, minY}, {maxX, minY}, {maxX, maxY}, {minX, maxY}, {minX, minY}};
}

double areaOf(const Geometry &geometry)
{
    double area = 0;
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        const auto ring = geometry.part(part);
        double twice = 0;
        for (std::size_t i = 1; i < ring.size(); ++i) {
            twice += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) -
                     (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
        }
        area += (geometry.isHole(part) ? -1 : 1) * std::abs(twice) / 2;
    }
    return area;
}

std::size_t holesOf(const Geometry &geometry)
{
    return static_cast<std::size_t>(std::count(geometry.holes.begin(), geometry.holes.end(), true));
}

const Ring k_bowTie{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}};

TEST(InvalidityReason, IsEmptyForWhatIsValid)
{
    EXPECT_TRUE(invalidityReason(polygonOf({rectangle(0, 0, 10, 10), rectangle(2, 2, 4, 4)})).isEmpty());
    EXPECT_TRUE(invalidityReason(linesOf({{{0, 0}, {1, 1}}})).isEmpty());
    EXPECT_TRUE(invalidityReason(Geometry::point({1, 2})).isEmpty());
    EXPECT_TRUE(invalidityReason(Geometry()).isEmpty());
}

TEST(InvalidityReason, NamesWhatIsWrongAndWhere)
{
    EXPECT_TRUE(invalidityReason(polygonOf({k_bowTie})).contains(QStringLiteral("Self-intersection")));
    EXPECT_TRUE(invalidityReason(polygonOf({k_bowTie})).contains(QStringLiteral("5 5")));
    EXPECT_FALSE(invalidityReason(polygonOf({rectangle(0, 0, 1, 1), rectangle(5, 5, 6, 6)})).isEmpty());
    EXPECT_FALSE(invalidityReason(polygonOf({{{0, 0}, {1, 0}, {1, 1}}})).isEmpty()); // open
    EXPECT_FALSE(invalidityReason(polygonOf({{{0, 0}, {1, 0}, {0, 0}}})).isEmpty()); // too short
    EXPECT_FALSE(invalidityReason(linesOf({{{0, 0}}})).isEmpty());
}

TEST(Repaired, TurnsABowTieIntoTwoTriangles)
{
    const auto fixed = repaired(polygonOf({k_bowTie}));
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->partCount(), 2U);
    EXPECT_DOUBLE_EQ(areaOf(*fixed), 50);
    EXPECT_TRUE(invalidityReason(*fixed).isEmpty());
}

TEST(Repaired, ClosesRingsAndDropsWhatIsNoPosition)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    const auto fixed = repaired(polygonOf({{{0, 0}, {nan, 3}, {10, 0}, {10, 10}, {0, 10}}}));
    ASSERT_TRUE(fixed);
    EXPECT_DOUBLE_EQ(areaOf(*fixed), 100);
    EXPECT_TRUE(invalidityReason(*fixed).isEmpty());
}

TEST(Repaired, KeepsTheTypeAndDropsPartsOfLowerDimension)
{
    // A square with a spike: the spike has no area and goes.
    const auto fixed = repaired(polygonOf({{{0, 0}, {10, 0}, {10, 10}, {5, 10}, {5, 20}, {5, 10}, {0, 10}, {0, 0}}}));
    ASSERT_TRUE(fixed);
    EXPECT_EQ(fixed->type, GeometryType::Polygon);
    EXPECT_DOUBLE_EQ(areaOf(*fixed), 100);
    EXPECT_EQ(fixed->extent(), (Box{0, 0, 10, 10}));
}

TEST(Repaired, LeavesTheValidAsItIs)
{
    const Geometry valid = polygonOf({rectangle(0, 0, 10, 10), rectangle(2, 2, 4, 4)});
    EXPECT_DOUBLE_EQ(areaOf(repaired(valid).value()), 96);
    EXPECT_EQ(holesOf(repaired(valid).value()), 1U);
    EXPECT_EQ(repaired(linesOf({{{0, 0}, {1, 1}}})).value(), linesOf({{{0, 0}, {1, 1}}}));
    EXPECT_EQ(repaired(Geometry::point({1, 2})).value(), Geometry::point({1, 2}));
}

TEST(Repaired, SaysWhenNothingIsLeft)
{
    for (const Geometry &geometry : {polygonOf({{{0, 0}, {1, 1}, {2, 2}, {0, 0}}}), polygonOf({{{0, 0}}}),
                                     linesOf({{{3, 3}, {3, 3}}}), Geometry()}) {
        const auto fixed = repaired(geometry);
        ASSERT_FALSE(fixed);
        EXPECT_EQ(fixed.error().code, ErrorCode::Invalid);
        EXPECT_FALSE(fixed.error().advice.isEmpty());
    }
}

TEST(Dissolved, JoinsNeighboursThatShareTheirBorders)
{
    const std::array villages{polygonOf({rectangle(0, 0, 1, 1)}), polygonOf({rectangle(1, 0, 2, 1)}),
                              polygonOf({rectangle(0, 1, 1, 2)}), polygonOf({rectangle(1, 1, 2, 2)})};
    const auto whole = dissolved(villages);
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->partCount(), 1U);
    EXPECT_DOUBLE_EQ(areaOf(*whole), 4);
}

TEST(Dissolved, JoinsWhatOverlapsAndWhatIsThereTwice)
{
    const std::array overlapping{polygonOf({rectangle(0, 0, 2, 2)}), polygonOf({rectangle(1, 1, 3, 3)}),
                                 polygonOf({rectangle(0, 0, 2, 2)})};
    EXPECT_NEAR(areaOf(dissolved(overlapping).value()), 7, 1e-9);
    const std::array apart{polygonOf({rectangle(0, 0, 1, 1)}), polygonOf({rectangle(5, 5, 6, 6)})};
    EXPECT_EQ(dissolved(apart)->partCount(), 2U);
}

TEST(Dissolved, JoinsWhereACornerMeetsASide)
{
    // The corners (1, 1/3) and (1, 2/3) are on the side of the left one, which has no position there.
    const double third = 1.0 / 3;
    const std::array villages{polygonOf({rectangle(0, 0, 1, 1)}), polygonOf({rectangle(1, 0, 2, third)}),
                              polygonOf({rectangle(1, third, 2, 2 * third)}),
                              polygonOf({rectangle(1, 2 * third, 2, 1)})};
    const auto whole = dissolved(villages);
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->partCount(), 1U);
    EXPECT_NEAR(areaOf(*whole), 2, 1e-12);
}

TEST(Dissolved, KeepsARealHoleAndRepairsABadRing)
{
    const std::array ring{polygonOf({rectangle(0, 0, 3, 1)}), polygonOf({rectangle(0, 2, 3, 3)}),
                          polygonOf({rectangle(0, 1, 1, 2)}), polygonOf({rectangle(2, 1, 3, 2)})};
    EXPECT_EQ(holesOf(dissolved(ring).value()), 1U);
    EXPECT_DOUBLE_EQ(areaOf(dissolved(ring).value()), 8);
    const std::array bad{polygonOf({k_bowTie}), polygonOf({rectangle(10, 0, 20, 10)})};
    EXPECT_NEAR(areaOf(dissolved(bad).value()), 150, 1e-9);
}

TEST(Dissolved, OfNothingIsEmpty)
{
    EXPECT_TRUE(dissolved({})->isEmpty());
    const std::array nothing{Geometry(), polygonOf({{{0, 0}, {1, 1}}})};
    EXPECT_TRUE(dissolved(nothing)->isEmpty());
}

TEST(ContainsPoint, CountsTheBorderAsInside)
{
    const Geometry geometry = polygonOf({rectangle(0, 0, 10, 10), rectangle(2, 2, 4, 4)});
    for (const Point inside :
         {Point{5, 5}, Point{0, 0}, Point{10, 10}, Point{0, 5}, Point{10, 5}, Point{5, 0}, Point{5, 10}, Point{2, 2},
          Point{2, 3}, Point{4, 3}, Point{3, 4}, Point{1, 2}, Point{1, 10}}) {
        EXPECT_TRUE(containsPoint(geometry, inside)) << testing::PrintToString(inside);
    }
    for (const Point outside : {Point{3, 3}, Point{-1, 5}, Point{11, 5}, Point{5, -1}, Point{5, 11}, Point{-1, 0},
                                Point{-1, 10}, Point{11, 10}, Point{std::numeric_limits<double>::quiet_NaN(), 5}}) {
        EXPECT_FALSE(containsPoint(geometry, outside)) << testing::PrintToString(outside);
    }
    EXPECT_FALSE(containsPoint(Geometry(), {0, 0}));
    EXPECT_FALSE(containsPoint(Geometry::point({0, 0}), {0, 0}));
}

TEST(ContainsPoint, IsExactWhereMillimetresAreLost)
{
    // Zone-prefixed eastings leave 7e-9 m; a point on the middle of a slanting border is on it, its neighbours are not.
    const Point a{39544098.5, 3142853.25};
    const Point b{39544100.5, 3142854.75};
    const Geometry triangle = polygonOf({{a, b, {39544090.0, 3142900.0}, a}});
    const Point middle{39544099.5, 3142854.0};
    EXPECT_TRUE(containsPoint(triangle, middle));
    EXPECT_FALSE(containsPoint(triangle, {std::nextafter(middle.x, 1e9), middle.y}));
    EXPECT_FALSE(containsPoint(triangle, {middle.x, std::nextafter(middle.y, 0)}));
    EXPECT_TRUE(containsPoint(triangle, {std::nextafter(middle.x, 0), middle.y}));
}

TEST(ContainsPoint, KnowsAnIslandInsideAHole)
{
    Geometry geometry = polygonOf({rectangle(0, 0, 10, 10), rectangle(2, 2, 8, 8)});
    geometry.addPart(rectangle(4, 4, 6, 6), false);
    EXPECT_TRUE(containsPoint(geometry, {5, 5}));
    EXPECT_FALSE(containsPoint(geometry, {3, 3}));
    EXPECT_TRUE(containsPoint(geometry, {1, 1}));
}

TEST(PointInside, StandsWellInside)
{
    const auto farFromBorder = [](const Geometry &geometry, double atLeast) {
        const Point point = pointInside(geometry);
        EXPECT_TRUE(containsPoint(geometry, point)) << testing::PrintToString(point);
        for (const Point offset : {Point{1, 0}, Point{-1, 0}, Point{0, 1}, Point{0, -1}}) {
            const Point moved{point.x + offset.x * atLeast, point.y + offset.y * atLeast};
            EXPECT_TRUE(containsPoint(geometry, moved)) << testing::PrintToString(point);
        }
    };
    farFromBorder(polygonOf({rectangle(0, 0, 10, 10)}), 4.9);
    farFromBorder(polygonOf({rectangle(0, 0, 10, 10), rectangle(4, 4, 6, 6)}), 1);
    // A C and an L, whose centroids are outside or near the border.
    farFromBorder(polygonOf({{{0, 0}, {10, 0}, {10, 2}, {2, 2}, {2, 8}, {10, 8}, {10, 10}, {0, 10}, {0, 0}}}), 0.9);
    farFromBorder(polygonOf({{{0, 0}, {10, 0}, {10, 2}, {2, 2}, {2, 10}, {0, 10}, {0, 0}}}), 0.9);
    Geometry two = polygonOf({rectangle(0, 0, 1, 1)});
    two.addPart(rectangle(100, 100, 110, 110), false);
    farFromBorder(two, 4.9); // the larger one
}

TEST(PointInside, IsSomethingForEverything)
{
    EXPECT_EQ(pointInside(Geometry::point({1, 2})), (Point{1, 2}));
    EXPECT_EQ(pointInside(linesOf({{{0, 0}, {1, 0}}, {{0, 5}, {0, 5}, {2, 5}, {2, 9}}})), (Point{2, 6}));
    EXPECT_EQ(pointInside(linesOf({{{3, 3}, {3, 3}}})), (Point{3, 3}));
    EXPECT_EQ(pointInside(polygonOf({{{3, 3}, {3, 3}, {3, 3}, {3, 3}}})), (Point{3, 3}));
    EXPECT_TRUE(std::isnan(pointInside(Geometry()).x));
}

} // namespace
} // namespace cuntu
