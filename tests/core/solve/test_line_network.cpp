// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/line_adjacency.h"
#include "core/solve/line_network.h"
#include "core/solve/shortest_paths.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace cuntu {
namespace {

/// Lines that own their points.
struct Lines {
    std::vector<Point> points;
    std::vector<std::uint32_t> start{0};

    Lines &add(std::initializer_list<Point> line) { return add(std::vector<Point>(line)); }
    Lines &add(const std::vector<Point> &line)
    {
        points.insert(points.end(), line.begin(), line.end());
        start.push_back(static_cast<std::uint32_t>(points.size()));
        return *this;
    }
    LineSet set() const { return {points, start}; }
};

LineNetwork networkOf(const LineLocator &locator, double tolerance)
{
    auto network = buildLineNetwork(locator, {tolerance, {}}, {});
    EXPECT_TRUE(network);
    return std::move(*network);
}

std::vector<std::uint32_t> components(const LineNetwork &network, const std::vector<bool> &open)
{
    const auto byNode = connectedComponents(network.graph, network.edgesOf(open));
    std::vector<std::uint32_t> byLine;
    for (const std::uint32_t node : network.anyNode) {
        byLine.push_back(byNode[node]);
    }
    return byLine;
}

bool joined(const Lines &lines, double tolerance)
{
    const LineLocator locator(lines.set());
    const auto part = components(networkOf(locator, tolerance), std::vector<bool>(lines.set().size(), true));
    return part[0] == part[1];
}

double costBetween(const LineNetwork &network, std::uint32_t from, std::uint32_t to)
{
    std::vector<double> costs;
    for (const GraphEdge &edge : network.graph.edges()) {
        costs.push_back(edge.length);
    }
    return shortestPaths(network.graph, costs, std::vector<PathSource>{{from, 0}}, {})->cost[to];
}

TEST(LineLocator, FindsTheNearestPlaceOnEveryLineWithinReach)
{
    const Lines lines =
        Lines().add({{0, 0}, {100, 0}, {100, 100}}).add({{0, 50}, {40, 50}}).add({{500, 500}, {600, 500}});
    const LineLocator locator(lines.set());
    EXPECT_EQ(locator.length(0), 200);
    std::vector<LineLocation> found;
    locator.within({60, 40}, 60, found);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].line, 0U);
    EXPECT_EQ(found[0].distance, 40) << "both segments are 40 away: the first along the line counts";
    EXPECT_EQ(found[0].measure, 60);
    EXPECT_EQ(found[1].position, (Point{40, 50}));
    EXPECT_EQ(found[1].measure, 40);
    locator.within({60, 40}, 30, found);
    ASSERT_EQ(found.size(), 1U);
    locator.within({500, 530}, 30, found);
    ASSERT_EQ(found.size(), 1U) << "the limit itself is within";
}

TEST(LineNetwork, JoinsAtSharedVerticesButNotAtCrossings)
{
    EXPECT_TRUE(joined(Lines().add({{0, 0}, {50, 0}, {100, 0}}).add({{50, -50}, {50, 0}, {50, 50}}), 10));
    EXPECT_FALSE(joined(Lines().add({{0, 0}, {100, 0}}).add({{50, -50}, {50, 50}}), 10)) << "a bridge";
}

TEST(LineNetwork, JoinsAnEndToWhatLiesWithinTheTolerance)
{
    EXPECT_TRUE(joined(Lines().add({{0, 0}, {100, 0}}).add({{130, 0}, {200, 0}}), 30))
        << "end to end, the limit included";
    EXPECT_FALSE(joined(Lines().add({{0, 0}, {100, 0}}).add({{130.1, 0}, {200, 0}}), 30));
    EXPECT_TRUE(joined(Lines().add({{0, 0}, {100, 0}}).add({{50, 20}, {50, 200}}), 30)) << "end to side";
    EXPECT_FALSE(joined(Lines().add({{0, 0}, {100, 0}}).add({{-50, 20}, {50, 20}, {150, 20}}), 19)) << "side by side";
}

TEST(LineNetwork, CountsTheGapAndTheWayAlongBothLines)
{
    const Lines lines = Lines().add({{0, 0}, {100, 0}}).add({{40, 20}, {40, 100}});
    const LineLocator locator(lines.set());
    const LineNetwork network = networkOf(locator, 30);
    EXPECT_EQ(network.pieceCount(), 3U) << "the first line is split where the second one meets it";
    EXPECT_EQ(network.joints.size(), 1U);
    const std::uint32_t farEnd = network.graph.edge(network.firstPiece[1]).to;
    EXPECT_DOUBLE_EQ(costBetween(network, network.anyNode[0], farEnd), 40 + 20 + 80);
}

TEST(LineNetwork, AClosedLineDoesNotJoinItsNeighbours)
{
    // 0 and 2 are 50 apart; the end of 1 hangs between them, 25 from each.
    const Lines lines = Lines().add({{0, 0}, {100, 0}}).add({{50, 25}, {900, 25}}).add({{0, 50}, {100, 50}});
    const LineLocator locator(lines.set());
    const LineNetwork network = networkOf(locator, 30);
    EXPECT_EQ(components(network, {true, true, true})[2], components(network, {true, true, true})[0]);
    EXPECT_NE(components(network, {true, false, true})[2], components(network, {true, false, true})[0]);
}

TEST(LineNetwork, StopsBecomeNodes)
{
    const Lines lines = Lines().add({{0, 0}, {100, 0}});
    const LineLocator locator(lines.set());
    const std::vector<LineLocation> stops{{0, 25, 0, {25, 0}}, {0, 100, 0, {100, 0}}, {0, 80, 0, {80, 0}}};
    const auto network = buildLineNetwork(locator, {0, stops}, {});
    ASSERT_TRUE(network);
    EXPECT_EQ(network->pieceCount(), 3U);
    EXPECT_DOUBLE_EQ(costBetween(*network, network->stopNodes[0], network->stopNodes[2]), 55);
    EXPECT_DOUBLE_EQ(costBetween(*network, network->stopNodes[0], network->stopNodes[1]), 75);
}

TEST(LineNetwork, SurvivesLinesWithoutLengthOrPoints)
{
    const Lines lines = Lines().add({}).add({{1, 1}}).add({{2, 2}, {2, 2}}).add({{0, 0}, {0, 0}, {5, 0}});
    const LineLocator locator(lines.set());
    const LineNetwork network = networkOf(locator, 1);
    EXPECT_EQ(network.anyNode[0], k_noIndex);
    EXPECT_EQ(network.firstPiece.size(), 5U);
    EXPECT_EQ(networkOf(LineLocator(LineSet{}), 1).pieceCount(), 0U);
}

TEST(LineNetwork, RefusesAToleranceThatJoinsEverything)
{
    Lines lines;
    for (int i = 0; i < 2000; ++i) {
        lines.add({{i * 0.001, 0}, {i * 0.001, 0.5}});
    }
    const LineLocator locator(lines.set());
    const auto network = buildLineNetwork(locator, {30, {}}, {});
    ASSERT_FALSE(network);
    EXPECT_EQ(network.error().code, ErrorCode::OutOfRange);
}

double segmentDistance(Point p, Point a, Point b)
{
    const double squared = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
    double t = squared > 0 ? ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / squared : 0;
    t = std::max(0.0, std::min(1.0, t));
    return std::hypot(a.x + t * (b.x - a.x) - p.x, a.y + t * (b.y - a.y) - p.y);
}

double lineDistance(Point p, std::span<const Point> line)
{
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t k = 1; k < line.size(); ++k) {
        best = std::min(best, segmentDistance(p, line[k - 1], line[k]));
    }
    return best;
}

/// The rule as it is worded, pair by pair.
bool meet(std::span<const Point> a, std::span<const Point> b, double tolerance)
{
    for (const Point p : a) {
        if (std::find(b.begin(), b.end(), p) != b.end()) {
            return true;
        }
    }
    return lineDistance(a.front(), b) <= tolerance || lineDistance(a.back(), b) <= tolerance ||
           lineDistance(b.front(), a) <= tolerance || lineDistance(b.back(), a) <= tolerance;
}

Lines randomLines(std::mt19937 &random)
{
    Lines lines;
    const auto count = 2 + random() % 25;
    for (std::size_t i = 0; i < count; ++i) {
        std::vector<Point> line;
        const auto vertices = 2 + random() % 12;
        for (std::size_t k = 0; k < vertices; ++k) {
            // A coarse grid, so that vertices coincide and distances fall on the limit.
            line.push_back({static_cast<double>(random() % 20) * 10, static_cast<double>(random() % 20) * 10});
        }
        lines.add(line);
    }
    return lines;
}

TEST(LineNetwork, AgreesWithThePairwiseRuleOnRandomLines)
{
    const unsigned seed = 361126;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 400; ++round) {
        const Lines lines = randomLines(random);
        const LineSet set = lines.set();
        std::vector<bool> open;
        for (std::size_t i = 0; i < set.size(); ++i) {
            open.push_back(random() % 3 != 0);
        }
        const double tolerance = static_cast<double>(random() % 3) * 4.5;
        DisjointSets expected(set.size());
        for (std::uint32_t i = 0; i < set.size(); ++i) {
            for (std::uint32_t j = 0; j < i; ++j) {
                if (open[i] && open[j] && meet(set.line(i), set.line(j), tolerance)) {
                    expected.join(i, j);
                }
            }
        }
        const LineLocator locator(set);
        const auto found = components(networkOf(locator, tolerance), open);
        for (std::uint32_t i = 0; i < set.size(); ++i) {
            for (std::uint32_t j = 0; j < i; ++j) {
                if (open[i] && open[j]) {
                    ASSERT_EQ(found[i] == found[j], expected.find(i) == expected.find(j))
                        << "round " << round << ", lines " << i << " and " << j;
                }
            }
        }
    }
}

TEST(LineNetwork, PiecesOfOneLineMeetWhereItWasCutAndJoinNothingThere)
{
    Lines lines; // a line along y = 0 in three pieces, and one that crosses it 5 from a cut
    lines.add({{0, 0}, {100, 0}}).add({{100, 0}, {110, 0}}).add({{110, 0}, {300, 0}}).add({{105, -50}, {105, 50}});
    const LineLocator locator(lines.set());
    const std::vector<std::uint32_t> sources{0, 0, 0, 3};
    const auto network = buildLineNetwork(locator, {30, {}, sources}, {});
    ASSERT_TRUE(network);
    EXPECT_TRUE(network->joints.empty());
    const auto whole = components(*network, {true, true, true, true});
    EXPECT_EQ(whole[0], whole[1]);
    EXPECT_EQ(whole[1], whole[2]);
    EXPECT_NE(whole[0], whole[3]) << "it only crosses";
    const auto gap = components(*network, {true, false, true, true});
    EXPECT_NE(gap[0], gap[2]) << "a piece shorter than the tolerance is not leapt over";
    // The same lines, each for itself: the ends at the cuts join what is near.
    const auto apart = buildLineNetwork(locator, {30, {}}, {});
    EXPECT_FALSE(apart->joints.empty());
}

/// Lines that touch, cross, loop, end near each other or have one point or none.
Lines oddLines(std::mt19937 &random)
{
    Lines lines;
    const auto coordinate = [&] { return static_cast<double>(random() % 12) * 10; };
    for (std::size_t i = 1 + random() % 25; i > 0; --i) {
        std::vector<Point> line;
        for (std::size_t k = random() % 5; k > 0; --k) {
            line.push_back({coordinate(), coordinate() + static_cast<double>(random() % 3)});
        }
        lines.add(line);
    }
    return lines;
}

TEST(LineAdjacency, HangsLinesTogetherAsTheGraphDoes)
{
    const unsigned seed = 42;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    int together = 0;
    for (int round = 0; round < 500; ++round) {
        const Lines lines = oddLines(random);
        const LineLocator locator(lines.set());
        const LineNetwork network = networkOf(locator, static_cast<double>(random() % 4) * 3);
        const LineAdjacency adjacency(network);
        ASSERT_EQ(adjacency.lineCount(), lines.set().size());
        std::vector<bool> open;
        for (std::size_t i = 0; i < lines.set().size(); ++i) {
            open.push_back(network.anyNode[i] != k_noIndex && random() % 3 != 0);
        }
        const auto byNode = connectedComponents(network.graph, network.edgesOf(open));
        const auto byLine = adjacency.components(open);
        for (std::uint32_t i = 0; i < byLine.size(); ++i) {
            ASSERT_EQ(byLine[i] != k_noIndex, open[i]);
            ASSERT_TRUE(!open[i] || (byLine[i] <= i && byLine[byLine[i]] == byLine[i])) << "its smallest line";
            for (std::uint32_t j = 0; open[i] && j < i; ++j) {
                if (open[j]) {
                    const bool same = byNode[network.anyNode[i]] == byNode[network.anyNode[j]];
                    ASSERT_EQ(byLine[i] == byLine[j], same) << "round " << round << ", lines " << i << " and " << j;
                    together += same ? 1 : 0;
                }
            }
        }
    }
    EXPECT_GT(together, 1000);
}

} // namespace
} // namespace cuntu
