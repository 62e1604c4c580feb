// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/vertex_detail.h"
#include "tests/support/snapshot_builder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

namespace cuntu {
namespace {

using namespace test;

/// The way from @p a to @p b with detail at all scales, both ends included: midpoints moved aside, again and again.
std::vector<Point> roughWay(Point a, Point b, int depth, std::mt19937 &random)
{
    if (depth == 0) {
        return {a, b};
    }
    const double aside = std::uniform_real_distribution<double>(-0.2, 0.2)(random);
    const Point middle{(a.x + b.x) / 2 - (b.y - a.y) * aside, (a.y + b.y) / 2 + (b.x - a.x) * aside};
    std::vector<Point> way = roughWay(a, middle, depth - 1, random);
    const std::vector<Point> rest = roughWay(middle, b, depth - 1, random);
    way.insert(way.end(), rest.begin() + 1, rest.end());
    return way;
}

/// A square of side * side cells of size 100 without gaps: straight outside, rough borders inside; every ring begins
/// somewhere else and may run either way.
SnapshotBuilder patchwork(int side, std::mt19937 &random)
{
    std::map<std::pair<int, int>, std::vector<Point>> across; // from corner x y to the right
    std::map<std::pair<int, int>, std::vector<Point>> up;
    for (int y = 0; y <= side; ++y) {
        for (int x = 0; x <= side; ++x) {
            const Point corner{100.0 * x, 100.0 * y};
            across[{x, y}] = roughWay(corner, {corner.x + 100, corner.y}, y == 0 || y == side ? 0 : 5, random);
            up[{x, y}] = roughWay(corner, {corner.x, corner.y + 100}, x == 0 || x == side ? 0 : 5, random);
        }
    }
    SnapshotBuilder builder("cells", GeometryType::Polygon);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            std::vector<Point> ring = across[{x, y}];
            ring.insert(ring.end(), up[{x + 1, y}].begin() + 1, up[{x + 1, y}].end());
            ring.insert(ring.end(), across[{x, y + 1}].rbegin() + 1, across[{x, y + 1}].rend());
            ring.insert(ring.end(), up[{x, y}].rbegin() + 1, up[{x, y}].rend() - 1);
            std::rotate(ring.begin(), ring.begin() + static_cast<std::ptrdiff_t>(random() % ring.size()), ring.end());
            if (random() % 2 == 0) {
                std::reverse(ring.begin(), ring.end());
            }
            ring.push_back(ring.front());
            builder.polygon({ring});
        }
    }
    return builder;
}

std::vector<Point> kept(const PackedGeometry &geometry, std::size_t part, std::uint8_t least)
{
    std::vector<Point> points;
    for (std::size_t i = geometry.partStart[part]; i < geometry.partStart[part + 1]; ++i) {
        if (geometry.detail().step(i) >= least) {
            points.push_back(geometry.points[i]);
        }
    }
    return points;
}

double area(std::vector<Point> ring)
{
    double twice = 0;
    ring.push_back(ring.front());
    for (std::size_t i = 1; i < ring.size(); ++i) {
        twice += ring[i - 1].x * ring[i].y - ring[i].x * ring[i - 1].y;
    }
    return std::abs(twice) / 2;
}

double distance(Point a, Point b, Point p)
{
    const double length2 = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
    const double along = ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / (length2 > 0 ? length2 : 1);
    const double t = std::clamp(along, 0.0, 1.0);
    return std::hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y));
}

TEST(VertexDetail, SharedBordersAreSimplifiedAlike)
{
    for (unsigned seed = 1; seed <= 20; ++seed) {
        std::mt19937 random(seed);
        const auto layer = patchwork(4, random).build();
        const PackedGeometry &geometry = layer->geometry();
        std::map<std::pair<double, double>, std::uint8_t> stepAt;
        for (std::size_t i = 0; i < geometry.points.size(); ++i) {
            const Point p = geometry.points[i];
            const std::uint8_t step = geometry.detail().step(i);
            EXPECT_EQ(stepAt.emplace(std::pair(p.x, p.y), step).first->second, step) << "seed " << seed;
        }
    }
}

TEST(VertexDetail, NothingIsLostOrCoveredTwice)
{
    for (unsigned seed = 1; seed <= 20; ++seed) {
        std::mt19937 random(seed);
        const auto layer = patchwork(4, random).build();
        const PackedGeometry &geometry = layer->geometry();
        std::size_t before = geometry.points.size() + 1;
        for (const double tolerance : {0.01, 0.3, 2.0, 8.0}) {
            double sum = 0;
            std::size_t count = 0;
            for (std::size_t part = 0; part < 16; ++part) {
                const auto ring = kept(geometry, part, geometry.detail().leastStep(tolerance));
                sum += area(ring);
                count += ring.size();
            }
            EXPECT_NEAR(sum, 400.0 * 400.0, 1e-6) << "seed " << seed << ", tolerance " << tolerance;
            EXPECT_LT(count, before);
            before = count;
        }
    }
}

TEST(VertexDetail, WhatIsLeftOutLiesWithinTheTolerance)
{
    for (unsigned seed = 1; seed <= 50; ++seed) {
        std::mt19937 random(seed);
        const auto way = roughWay({0, 0}, {1000, 300}, 8, random);
        SnapshotBuilder builder("line", GeometryType::Line);
        Geometry line;
        line.type = GeometryType::Line;
        line.addPart(way);
        const auto layer = builder.add(line).build();
        const VertexDetail &detail = layer->geometry().detail();
        const double tolerance = std::uniform_real_distribution<double>(0.1, 30)(random);
        const std::uint8_t least = detail.leastStep(tolerance);
        ASSERT_GE(detail.step(0), least);
        ASSERT_GE(detail.step(way.size() - 1), least);
        std::size_t from = 0;
        for (std::size_t to = 1; to < way.size(); ++to) {
            if (detail.step(to) < least) {
                continue;
            }
            for (std::size_t i = from + 1; i < to; ++i) {
                EXPECT_LE(distance(way[from], way[to], way[i]), tolerance) << "seed " << seed;
            }
            from = to;
        }
    }
}

TEST(VertexDetail, NoToleranceKeepsAll)
{
    SnapshotBuilder builder("line", GeometryType::Line);
    const auto layer = builder.line({{0, 0}, {5, 0}, {5, 0}, {10, 0}}).build();
    EXPECT_EQ(layer->geometry().detail().leastStep(0), 0);
    EXPECT_EQ(layer->geometry().detail().leastStep(std::nan("")), 0);
    EXPECT_EQ(kept(layer->geometry(), 0, layer->geometry().detail().leastStep(0.001)).size(), 2U)
        << "on a straight line only the ends matter";
}

TEST(VertexDetail, RingsThatMeetNothingKeepTheirShape)
{
    SnapshotBuilder builder("islands", GeometryType::Polygon);
    builder.box({0, 0, 10, 10});
    builder.polygon({{{50, 0}, {60, 0}, {60, 10}, {50, 10}, {50, 0}}, {{52, 2}, {58, 2}, {58, 8}, {52, 8}, {52, 2}}});
    builder.box({52, 2, 58, 8}); // fills the hole
    const auto layer = builder.build();
    const std::uint8_t least = layer->geometry().detail().leastStep(0.4);
    for (std::size_t part = 0; part < 4; ++part) {
        EXPECT_EQ(kept(layer->geometry(), part, least).size(), 5U) << part;
    }
}

TEST(VertexDetail, BadPlacesAndEmptyPartsDoNoHarm)
{
    const double none = std::nan("");
    SnapshotBuilder builder("bad", GeometryType::Polygon);
    builder.polygon({{{0, 0}, {none, 5}, {10, 10}, {0, 10}, {0, 0}}, {}, {{1, 1}}, {{2, 2}, {2, 2}, {2, 2}, {2, 2}}});
    builder.add(Geometry());
    builder.box({-1e300, -1e300, 1e300, 1e300});
    const auto layer = builder.build();
    EXPECT_GE(layer->geometry().detail().step(1), layer->geometry().detail().leastStep(1));
}

} // namespace
} // namespace cuntu
