// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/nearest_line.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace cuntu {
namespace {

struct Lines {
    std::vector<Point> points;
    std::vector<std::uint32_t> start{0};

    void add(const std::vector<Point> &line)
    {
        points.insert(points.end(), line.begin(), line.end());
        start.push_back(static_cast<std::uint32_t>(points.size()));
    }
    LineSet set() const { return {points, start}; }
};

/// Every segment of every line, by the place on it that is nearest.
NearestLine bruteForce(const Lines &lines, const std::vector<bool> &used, Point from)
{
    NearestLine best{k_noIndex, std::numeric_limits<double>::infinity()};
    for (std::uint32_t line = 0; line + 1 < lines.start.size(); ++line) {
        for (std::uint32_t k = lines.start[line] + 1; (used.empty() || used[line]) && k < lines.start[line + 1]; ++k) {
            const Point a = lines.points[k - 1];
            const Point d{lines.points[k].x - a.x, lines.points[k].y - a.y};
            const double squared = d.x * d.x + d.y * d.y;
            const double t =
                squared > 0 ? std::clamp(((from.x - a.x) * d.x + (from.y - a.y) * d.y) / squared, 0.0, 1.0) : 0;
            const double distance = std::hypot(a.x + t * d.x - from.x, a.y + t * d.y - from.y);
            if (distance < best.distance - 1e-9) {
                best = {line, distance};
            }
        }
    }
    return best;
}

void expectSame(const NearestLine &found, const NearestLine &expected, int round)
{
    if (expected.line == k_noIndex) {
        ASSERT_EQ(found.line, k_noIndex) << "round " << round;
        ASSERT_TRUE(std::isnan(found.distance));
        return;
    }
    ASSERT_NEAR(found.distance, expected.distance, 1e-7 * (1 + expected.distance)) << "round " << round;
    ASSERT_EQ(found.line, expected.line) << "round " << round;
}

/// Whole coordinates, so that lines often are exactly equally near.
Lines wholeLines(std::mt19937 &random)
{
    Lines lines;
    const auto coordinate = [&] { return static_cast<double>(random() % 40) * 25; };
    for (std::size_t i = random() % 30; i > 0; --i) {
        std::vector<Point> line;
        for (std::size_t k = random() % 6; k > 0; --k) {
            line.push_back({coordinate(), coordinate()});
        }
        lines.add(line);
    }
    return lines;
}

TEST(NearestLine, AgreesWithBruteForce)
{
    const unsigned seed = 7;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 300; ++round) {
        const Lines lines = wholeLines(random);
        std::vector<bool> used;
        for (std::size_t i = 0; random() % 4 != 0 && i + 1 < lines.start.size(); ++i) {
            used.push_back(random() % 3 != 0);
        }
        used.resize(used.empty() ? 0 : lines.start.size() - 1);
        const NearestLineIndex index(lines.set(), used);
        for (int k = 0; k < 60; ++k) {
            const Point from{static_cast<double>(random() % 1400) - 200, static_cast<double>(random() % 1400) - 200};
            expectSame(index.nearest(from), bruteForce(lines, used, from), round);
        }
    }
}

/// Lines of very different lengths, far from the origin as a plane system's coordinates are, some of them outliers.
TEST(NearestLine, LongLinesOutliersAndPositionsFarAway)
{
    const unsigned seed = 11;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(0, 1e5);
    std::normal_distribution<double> step(0, 300);
    for (int round = 0; round < 6; ++round) {
        Lines lines;
        for (int i = 0; i < 400; ++i) {
            std::vector<Point> line{{5e5 + place(random), 3e6 + place(random)}};
            for (int k = 0; k < 12; ++k) {
                const double stretch = random() % 60 == 0 ? 50 : 1;
                line.push_back({line.back().x + step(random) * stretch, line.back().y + step(random) * stretch});
            }
            lines.add(line);
        }
        lines.add({{0, 0}, {1, 1}});
        lines.add({{5e5, 3e6}, {6e5, 3e6}});        // along a row of the grid
        lines.add({{5e5, 3e6}, {6e5, 3e6 + 1e-9}}); // nearly so
        lines.add({{1e9, 1e9}, {1e9, 2e9}});
        lines.add({{5.2e5, 3.05e6}, {5.2e5, 3.05e6}}); // a segment without length
        const NearestLineIndex index(lines.set(), {});
        for (int k = 0; k < 400; ++k) {
            const double spread = random() % 10 == 0 ? 30 : 1.2;
            const Point from{5e5 + (place(random) - 5e4) * spread, 3e6 + (place(random) - 5e4) * spread};
            const NearestLine found = index.nearest(from);
            const NearestLine expected = bruteForce(lines, {}, from);
            ASSERT_NEAR(found.distance, expected.distance, 1e-7 * (1 + expected.distance)) << "round " << round;
        }
    }
}

TEST(NearestLine, ManyAtOnceAreTheSameOneByOne)
{
    std::mt19937 random(3);
    const Lines lines = wholeLines(random);
    const NearestLineIndex index(lines.set(), {});
    std::vector<Point> from;
    for (int i = 0; i < 30000; ++i) {
        from.push_back({static_cast<double>(random() % 1000), static_cast<double>(random() % 1000)});
    }
    from.push_back({std::nan(""), 1});
    const auto found = index.nearest(from, {});
    ASSERT_TRUE(found);
    for (std::size_t i = 0; i < from.size(); ++i) {
        const NearestLine one = index.nearest(from[i]);
        ASSERT_EQ((*found)[i].line, one.line);
        ASSERT_TRUE((*found)[i].distance == one.distance || std::isnan(one.distance));
    }
    EXPECT_EQ(found->back().line, k_noIndex);
    const JobContext job;
    job.cancel.cancel();
    EXPECT_FALSE(index.nearest(from, job));
}

TEST(NearestLine, TiesGoToTheLowestNumberAndNothingToNone)
{
    Lines lines;
    lines.add({{0, 10}, {10, 10}});
    lines.add({{10, 10}, {20, 10}});
    lines.add({{10, 10}, {10, 20}});
    EXPECT_EQ(NearestLineIndex(lines.set(), {}).nearest({10, 5}).line, 0U);
    EXPECT_EQ(NearestLineIndex(lines.set(), {false, true, true}).nearest({10, 5}).line, 1U);
    EXPECT_EQ(NearestLineIndex(lines.set(), {false, false, false}).nearest({10, 5}).line, k_noIndex);
    EXPECT_EQ(NearestLineIndex({}, {}).nearest({10, 5}).line, k_noIndex);
}

} // namespace
} // namespace cuntu
