// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/end_network.h"
#include "core/solve/shortest_paths.h"

#include <gtest/gtest.h>

#include <cmath>

namespace cuntu {
namespace {

using Lines = std::vector<std::vector<Point>>;

/// Cheapest way between two positions that are nodes, where a line costs its length; infinite where there is none.
double way(const Lines &lines, bool split, Point from, Point to)
{
    std::vector<Point> points;
    std::vector<std::uint32_t> start{0};
    std::vector<double> costs;
    for (const std::vector<Point> &line : lines) {
        double cost = 0;
        for (std::size_t i = 1; i < line.size(); ++i) {
            cost += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        }
        points.insert(points.end(), line.begin(), line.end());
        start.push_back(static_cast<std::uint32_t>(points.size()));
        costs.push_back(cost);
    }
    const auto network = joinAtEnds({points, start}, split, {});
    EXPECT_TRUE(network);
    const auto nodeAt = [&](Point place) {
        for (std::uint32_t node = 0; node < network->nodes.size(); ++node) {
            if (network->nodes[node].x == place.x && network->nodes[node].y == place.y) {
                return node;
            }
        }
        return k_noIndex;
    };
    const PathSource source{nodeAt(from), 0};
    const auto edgeCosts = network->edgeCosts(costs);
    const auto tree = shortestPaths(network->graph, edgeCosts, std::span(&source, 1), {});
    return tree->cost[nodeAt(to)];
}

constexpr double k_none = std::numeric_limits<double>::infinity();

TEST(EndNetwork, LinesMeetAtTheirEndsOnly)
{
    const Lines bridge{{{0, 0}, {10, 0}}, {{5, -5}, {5, 5}}, {{10, 0}, {10, 7}}};
    EXPECT_EQ(way(bridge, false, {0, 0}, {10, 7}), 17);
    EXPECT_EQ(way(bridge, false, {0, 0}, {5, 5}), k_none);
    const Lines over{{{0, 0}, {10, 0}}, {{5, 0}, {5, 5}}}; // ends on another line
    EXPECT_EQ(way(over, false, {0, 0}, {5, 5}), k_none);
    const Lines vertex{{{0, 0}, {5, 0}, {10, 0}}, {{5, 0}, {5, 5}}};
    EXPECT_EQ(way(vertex, false, {0, 0}, {5, 5}), k_none) << "a vertex is no end";
}

TEST(EndNetwork, CrossingsAreJoinedOnRequest)
{
    EXPECT_DOUBLE_EQ(way({{{0, 0}, {10, 0}}, {{5, -5}, {5, 5}}}, true, {0, 0}, {5, 5}), 10);
    EXPECT_DOUBLE_EQ(way({{{0, 0}, {10, 0}}, {{5, 0}, {5, 5}}}, true, {0, 0}, {5, 5}), 10);
    EXPECT_DOUBLE_EQ(way({{{0, 0}, {5, 0}, {10, 0}}, {{5, 0}, {5, 5}}}, true, {10, 0}, {5, 5}), 10);
    EXPECT_DOUBLE_EQ(way({{{0, 0}, {10, 10}}, {{0, 10}, {10, 0}}, {{2, 10}, {2, 0}}}, true, {0, 0}, {2, 0}),
                     2 * std::sqrt(2.0) + 2);
    EXPECT_EQ(way({{{0, 0}, {10, 0}}, {{0, 1}, {10, 1}}}, true, {0, 0}, {0, 1}), k_none);
}

TEST(EndNetwork, LoopsDoublesAndPointsAreTaken)
{
    const Lines odd{{{0, 0}, {3, 0}, {3, 3}, {0, 0}}, {{0, 0}, {4, 0}}, {{0, 0}, {4, 0}}, {{9, 9}}, {{4, 0}, {4, 0}}};
    EXPECT_EQ(way(odd, false, {0, 0}, {4, 0}), 4);
    EXPECT_EQ(way(odd, true, {0, 0}, {4, 0}), 4);
}

} // namespace
} // namespace cuntu
