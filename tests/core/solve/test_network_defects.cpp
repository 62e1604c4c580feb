// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/network_defects.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

namespace cuntu {
namespace {

using Line = std::vector<Point>;

/// Lines in flat arrays.
struct Flat {
    explicit Flat(const std::vector<Line> &lines)
    {
        for (const Line &line : lines) {
            points.insert(points.end(), line.begin(), line.end());
            start.push_back(static_cast<std::uint32_t>(points.size()));
        }
    }
    LineSet set() const { return {points, start}; }

    std::vector<Point> points;
    std::vector<std::uint32_t> start{0};
};

std::vector<NetworkDefect> looseEnds(const std::vector<Line> &lines)
{
    const Flat flat(lines);
    const LineLocator locator(flat.set());
    auto found = findLooseEnds(locator, {}, {});
    EXPECT_TRUE(found);
    return found ? *found : std::vector<NetworkDefect>();
}

std::vector<Line> mended(std::vector<Line> lines, NetworkDefect::Kind kind)
{
    const Flat flat(lines);
    const LineLocator locator(flat.set());
    auto found =
        kind == NetworkDefect::Kind::Crossing ? findBareCrossings(locator, {}, {}) : findLooseEnds(locator, {}, {});
    EXPECT_TRUE(found);
    std::erase_if(*found, [&](const NetworkDefect &defect) { return defect.kind != kind; });
    for (const MendedLine &line : mendedLines(locator, *found)) {
        lines[line.line].clear();
        for (const MendedVertex &vertex : line.vertices) {
            lines[line.line].push_back(vertex.position);
        }
    }
    return lines;
}

std::vector<Line> mendedEnds(const std::vector<Line> &lines)
{
    return mended(mended(lines, NetworkDefect::Kind::Overshoot), NetworkDefect::Kind::Gap);
}

TEST(NetworkDefects, AnEndThatFallsShortMovesOntoTheLineWhichGetsItsVertex)
{
    const std::vector<Line> lines{{{0, 0}, {100, 0}}, {{50, 7.5}, {50, 80}}};
    const auto found = looseEnds(lines);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kind, NetworkDefect::Kind::Gap);
    EXPECT_EQ(found[0].line, 1U);
    EXPECT_DOUBLE_EQ(found[0].size, 7.5);
    EXPECT_EQ(mendedEnds(lines), (std::vector<Line>{{{0, 0}, {50, 0}, {100, 0}}, {{50, 0}, {50, 80}}}));
    EXPECT_TRUE(looseEnds(mendedEnds(lines)).empty());
}

TEST(NetworkDefects, AStubIsCutBackToTheCrossing)
{
    const std::vector<Line> lines{{{0, 0}, {100, 0}}, {{50, -3}, {50, 80}}};
    const auto found = looseEnds(lines);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].kind, NetworkDefect::Kind::Overshoot);
    EXPECT_DOUBLE_EQ(found[0].size, 3);
    EXPECT_EQ(mendedEnds(lines), (std::vector<Line>{{{0, 0}, {50, 0}, {100, 0}}, {{50, 0}, {50, 80}}}));
}

TEST(NetworkDefects, OfTwoEndsThatFaceEachOtherOneMoves)
{
    const std::vector<Line> lines{{{0, 0}, {100, 0}}, {{108, 0}, {200, 0}}};
    const auto once = mendedEnds(lines);
    EXPECT_EQ(once, (std::vector<Line>{{{0, 0}, {108, 0}}, {{108, 0}, {200, 0}}}));
}

TEST(NetworkDefects, ThreeEndsThatNearlyMeetBecomeOneNode)
{
    const auto once = mendedEnds({{{0, 0}, {100, 0}}, {{104, 2}, {200, 60}}, {{103, -3}, {200, -60}}});
    std::set<std::pair<double, double>> ends{{once[0].back().x, once[0].back().y},
                                             {once[1].front().x, once[1].front().y},
                                             {once[2].front().x, once[2].front().y}};
    EXPECT_EQ(ends.size(), 1U);
    EXPECT_TRUE(looseEnds(once).empty());
}

TEST(NetworkDefects, WhatMeetsEndsFarAwayOrCrossesLongIsInOrder)
{
    EXPECT_TRUE(looseEnds({{{0, 0}, {100, 0}}, {{50, 0}, {50, 80}}, {{50, 105}, {50, 200}}}).empty());
    EXPECT_TRUE(looseEnds({{{0, 0}, {100, 0}}, {{50, -30}, {50, 30}}}).empty());
    EXPECT_TRUE(looseEnds({{{0, 0}, {100, 0}}, {{50, -10}, {50, 30}}}).empty()) << "a spur beyond a crossing";
    EXPECT_TRUE(looseEnds({{{0, 0}, {9, 0}, {9, 9}, {0, 0}}, {{4, 4}, {4, 4}}}).empty())
        << "closed, and without length";
}

TEST(NetworkDefects, ABareCrossingGetsAVertexInBothLines)
{
    const std::vector<Line> lines{{{0, 0}, {100, 0}}, {{50, -30}, {50, 30}}, {{0, 50}, {100, 50}}};
    const auto once = mended(lines, NetworkDefect::Kind::Crossing);
    EXPECT_EQ(once[0], (Line{{0, 0}, {50, 0}, {100, 0}}));
    EXPECT_EQ(once[1], (Line{{50, -30}, {50, 0}, {50, 30}}));
    EXPECT_EQ(once[2], lines[2]);
    EXPECT_EQ(mended(once, NetworkDefect::Kind::Crossing), once);
}

/// A network of streets whose ends are exactly at nodes of others, and which nobody has damaged yet.
class Damaged {
public:
    explicit Damaged(unsigned seed) : m_random(seed)
    {
        for (int row = 0; row < k_size; ++row) {
            for (int column = 0; column < k_size; ++column) {
                m_nodes[row][column] = {column * 200 + number(-40, 40), row * 200 + number(-40, 40)};
            }
        }
        for (int row = 0; row < k_size; ++row) {
            Line street;
            for (int column = 0; column < k_size; ++column) {
                street.push_back(m_nodes[row][column]);
            }
            whole.push_back(street);
        }
        // Side streets run from one to the next and end in its vertices, at none of which two of them meet.
        for (int row = 0; row + 1 < k_size; ++row) {
            for (int column = 1 + row % 2; column + 1 < k_size; column += 2) {
                const Point a = m_nodes[row][column];
                const Point b = m_nodes[row + 1][column];
                whole.push_back({a, {(a.x + b.x) / 2 + number(-9, 9), (a.y + b.y) / 2}, b});
            }
        }
    }

    /// Ends of side streets drawn short by up to 15 m, or beyond the node by up to 4 m; where a street only ends there
    /// is nothing to stand out of.
    std::vector<Line> damaged()
    {
        std::vector<Line> lines = whole;
        for (std::size_t i = k_size; i < lines.size(); ++i) {
            for (const bool atBack : {false, true}) {
                const double by = number(0, 1) < 0.5 ? number(0.5, 15) : -number(0.5, 4);
                if (number(0, 1) < 0.6) {
                    move(lines[i], atBack, by);
                }
            }
        }
        return lines;
    }

    std::vector<Line> whole;

private:
    static constexpr int k_size = 7;
    double number(double least, double most) { return std::uniform_real_distribution<double>(least, most)(m_random); }
    static void move(Line &line, bool atBack, double shorter)
    {
        Point &end = atBack ? line.back() : line.front();
        const Point next = atBack ? line[line.size() - 2] : line[1];
        const double length = std::hypot(next.x - end.x, next.y - end.y);
        end = {end.x + (next.x - end.x) * shorter / length, end.y + (next.y - end.y) * shorter / length};
    }

    std::mt19937 m_random;
    Point m_nodes[k_size][k_size];
};

TEST(NetworkDefectsProperty, AMendedNetworkIsTheOneThatWasDamagedAndHasNothingLeftToMend)
{
    for (unsigned seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE(seed);
        Damaged network(seed);
        ASSERT_TRUE(looseEnds(network.whole).empty());
        const std::vector<Line> damaged = network.damaged();
        const std::vector<Line> once = mendedEnds(damaged);
        EXPECT_TRUE(once == network.whole);
        EXPECT_TRUE(looseEnds(once).empty());
    }
}

TEST(NetworkDefectsProperty, BareCrossingsAreThoseThatAllPairsOfSegmentsGive)
{
    for (unsigned seed = 1; seed <= 100; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        std::uniform_real_distribution<double> place(0, 300);
        std::vector<Line> lines(12);
        for (Line &line : lines) {
            for (int i = 0; i < 3; ++i) {
                line.push_back({place(random), place(random)});
            }
        }
        std::size_t expected = 0;
        for (std::size_t a = 0; a < lines.size(); ++a) {
            for (std::size_t b = a + 1; b < lines.size(); ++b) {
                for (int i = 0; i < 2; ++i) {
                    for (int k = 0; k < 2; ++k) {
                        const auto side = [](Point p, Point q, Point r) {
                            return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) > 0;
                        };
                        const auto at = [](const Line &line, int n) { return line[static_cast<std::size_t>(n)]; };
                        const Point p = at(lines[a], i);
                        const Point q = at(lines[a], i + 1);
                        const Point r = at(lines[b], k);
                        const Point s = at(lines[b], k + 1);
                        expected += side(p, q, r) != side(p, q, s) && side(r, s, p) != side(r, s, q) ? 1 : 0;
                    }
                }
            }
        }
        const Flat flat(lines);
        const LineLocator locator(flat.set());
        DefectSearch exact;
        exact.meets = 0;
        const auto found = findBareCrossings(locator, exact, {});
        ASSERT_TRUE(found);
        EXPECT_EQ(found->size(), expected);
    }
}

} // namespace
} // namespace cuntu
