// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/line_edit.h"

#include "core/geo/clean.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace cuntu {
namespace {

/// Random lines, seeded: a failure can be run again.
class Random {
public:
    explicit Random(unsigned seed) : m_random(seed) {}

    double number(double least, double most) { return std::uniform_real_distribution<double>(least, most)(m_random); }
    int whole(int least, int most) { return std::uniform_int_distribution<int>(least, most)(m_random); }
    /// A line of @p parts parts that wanders, in metres around a grid position.
    Geometry line(int parts)
    {
        Geometry made;
        made.type = GeometryType::Line;
        Point at{39'544'000 + number(0, 1000), 3'142'000 + number(0, 1000)};
        for (int part = 0; part < parts; ++part) {
            std::vector<Point> points;
            for (int i = whole(2, 9); i > 0; --i) {
                points.push_back(at);
                at = {at.x + number(-50, 80), at.y + number(-50, 50)};
            }
            made.addPart(points);
        }
        return made;
    }

private:
    std::mt19937 m_random;
};

/// The points of @p line but those within a rounding of the stretch between their neighbours at @p cut.
std::vector<Point> without(const Geometry &line, Point cut)
{
    std::vector<Point> points = line.points;
    std::erase(points, cut);
    return points;
}

TEST(LineEditProperty, SplitAndJoinedAgainIsTheSameLine)
{
    for (unsigned seed = 1; seed <= 2000; ++seed) {
        SCOPED_TRACE(seed);
        Random random(seed);
        const Geometry line = random.line(1);
        const Point at{line.points.front().x + random.number(-50, 200), line.points.front().y + random.number(-90, 90)};
        const auto place = nearestPlace(line, at);
        ASSERT_TRUE(place);
        const auto parts = splitLine(line, at);
        const bool isEnd = place->position == line.points.front() || place->position == line.points.back();
        ASSERT_EQ(parts.has_value(), !isEnd);
        if (isEnd) {
            continue;
        }
        EXPECT_NEAR(planarLength(parts->first) + planarLength(parts->second), planarLength(line), 1e-6);
        EXPECT_EQ(parts->first.points.front(), line.points.front());
        EXPECT_EQ(parts->second.points.back(), line.points.back());
        EXPECT_EQ(parts->first.points.back(), parts->second.points.front());
        const Geometry turned = random.whole(0, 1) ? reversedLine(parts->second) : parts->second;
        const auto whole = joinedLines(parts->first, turned, 0);
        ASSERT_TRUE(whole);
        EXPECT_EQ(without(*whole, place->position), without(line, place->position));
        EXPECT_NEAR(planarLength(*whole), planarLength(line), 1e-6);
    }
}

TEST(LineEditProperty, NoPointOfTheLineIsNearerThanTheNearestPlace)
{
    for (unsigned seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE(seed);
        Random random(seed);
        const Geometry line = random.line(random.whole(1, 3));
        const Point at{line.points.front().x + random.number(-99, 99), line.points.front().y + random.number(-99, 99)};
        const auto place = nearestPlace(line, at);
        ASSERT_TRUE(place);
        for (std::size_t part = 0; part < line.partCount(); ++part) {
            const auto points = line.part(part);
            for (std::size_t i = 1; i < points.size(); ++i) {
                for (int k = 0; k <= 50; ++k) {
                    const double t = k / 50.0;
                    const Point p{points[i - 1].x + t * (points[i].x - points[i - 1].x),
                                  points[i - 1].y + t * (points[i].y - points[i - 1].y)};
                    EXPECT_GE(std::hypot(p.x - at.x, p.y - at.y), place->distance - 1e-9);
                }
            }
        }
    }
}

TEST(LineEditProperty, SplittingALineOfSeveralPartsKeepsThemAll)
{
    for (unsigned seed = 1; seed <= 500; ++seed) {
        SCOPED_TRACE(seed);
        Random random(seed);
        const Geometry line = random.line(random.whole(2, 4));
        const std::size_t middle = line.points.size() / 2;
        const auto parts = splitLine(line, line.points[middle]);
        if (!parts) {
            continue; // an end of the whole
        }
        EXPECT_NEAR(planarLength(parts->first) + planarLength(parts->second), planarLength(line), 1e-6);
        EXPECT_EQ(invalidityReason(parts->first), QString());
        EXPECT_EQ(invalidityReason(parts->second), QString());
    }
}

TEST(LineEditProperty, TwiceReversedIsTheSame)
{
    for (unsigned seed = 1; seed <= 200; ++seed) {
        const Geometry line = Random(seed).line(1 + static_cast<int>(seed % 4));
        const Geometry once = reversedLine(line);
        EXPECT_EQ(once.points.front(), line.points.back());
        EXPECT_EQ(once.partCount(), line.partCount());
        EXPECT_EQ(reversedLine(once), line);
    }
}

TEST(LineEditProperty, AnInsertedPointCanBeTakenOutAgain)
{
    for (unsigned seed = 1; seed <= 500; ++seed) {
        SCOPED_TRACE(seed);
        Random random(seed);
        const Geometry line = random.line(random.whole(1, 3));
        const auto place = nearestPlace(line, {line.points[0].x + random.number(-60, 60), line.points[0].y});
        const Geometry more = withPointInserted(line, place->part, place->segment, {1, 2});
        ASSERT_EQ(more.points.size(), line.points.size() + 1);
        const auto at = static_cast<std::size_t>(std::find(more.points.begin(), more.points.end(), Point{1, 2}) -
                                                 more.points.begin());
        const auto less = withoutPoint(more, at);
        ASSERT_TRUE(less);
        EXPECT_EQ(*less, line);
    }
}

TEST(LineEdit, AllFourWaysToMeetGiveTheDirectionOfTheFirst)
{
    const auto line = [](std::initializer_list<Point> points) {
        Geometry made;
        made.type = GeometryType::Line;
        made.addPart(std::vector<Point>(points));
        return made;
    };
    const Geometry first = line({{0, 0}, {1, 0}});
    EXPECT_EQ(joinedLines(first, line({{1, 0}, {2, 1}}), 0)->points, (std::vector<Point>{{0, 0}, {1, 0}, {2, 1}}));
    EXPECT_EQ(joinedLines(first, line({{2, 1}, {1, 0}}), 0)->points, (std::vector<Point>{{0, 0}, {1, 0}, {2, 1}}));
    EXPECT_EQ(joinedLines(first, line({{-1, 1}, {0, 0}}), 0)->points, (std::vector<Point>{{-1, 1}, {0, 0}, {1, 0}}));
    EXPECT_EQ(joinedLines(first, line({{0, 0}, {-1, 1}}), 0)->points, (std::vector<Point>{{-1, 1}, {0, 0}, {1, 0}}));
    EXPECT_EQ(joinedLines(first, line({{1.5, 0}, {2, 1}}), 0).error().code, ErrorCode::Invalid);
    EXPECT_EQ(joinedLines(first, line({{1.5, 0}, {2, 1}}), 0.5)->points,
              (std::vector<Point>{{0, 0}, {1, 0}, {1.5, 0}, {2, 1}}));
}

TEST(LineEdit, TheSeamOfARingStaysClosed)
{
    Geometry square;
    square.type = GeometryType::Polygon;
    square.addPart(std::vector<Point>{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}});
    EXPECT_EQ(withPointMoved(square, 4, {-1, -1}).points,
              (std::vector<Point>{{-1, -1}, {4, 0}, {4, 4}, {0, 4}, {-1, -1}}));
    const auto triangle = withoutPoint(square, 0);
    ASSERT_TRUE(triangle);
    EXPECT_EQ(triangle->points, (std::vector<Point>{{4, 0}, {4, 4}, {0, 4}, {4, 0}}));
    EXPECT_EQ(withoutPoint(*triangle, 1).error().code, ErrorCode::Invalid);
}

} // namespace
} // namespace cuntu
