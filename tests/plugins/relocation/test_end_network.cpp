// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/siting_network.h"

#include "core/solve/shortest_paths.h"

#include <gtest/gtest.h>

namespace cuntu::relocation {
namespace {

/// Cost of the way from stop 0 to stop 1.
double way(const EndNetwork &network)
{
    std::vector<double> costs;
    for (const GraphEdge &edge : network.graph.edges()) {
        costs.push_back(edge.length);
    }
    const PathSource source{network.stops[0].node, 0};
    return shortestPaths(network.graph, costs, {&source, 1}, {})->cost[network.stops[1].node];
}

TEST(EndNetwork, LinesThatOnlyCrossDoNotMeet)
{
    const std::vector<Point> points = {{0, 0}, {10, 0}, {5, -5}, {5, 5}};
    const std::vector<std::uint32_t> start = {0, 2, 4};
    const std::vector<double> costs = {10, 10};
    const std::vector<Point> stops = {{0, 0}, {5, 5}};
    const auto network = buildEndNetwork({{points, start}, costs, stops, 1}, {});
    ASSERT_TRUE(network.has_value());
    EXPECT_TRUE(std::isinf(way(*network)));
}

TEST(EndNetwork, AVertexInTheMiddleIsNoJunction)
{
    const std::vector<Point> points = {{0, 0}, {5, 0}, {10, 0}, {5, 0}, {5, 5}};
    const std::vector<std::uint32_t> start = {0, 3, 5};
    const std::vector<double> costs = {10, 5};
    const std::vector<Point> stops = {{0, 0}, {5, 5}};
    const auto network = buildEndNetwork({{points, start}, costs, stops, 1}, {});
    ASSERT_TRUE(network.has_value());
    EXPECT_TRUE(std::isinf(way(*network)));
}

TEST(EndNetwork, AStopSplitsItsLineAndTheCostInProportion)
{
    const std::vector<Point> points = {{0, 0}, {10, 0}};
    const std::vector<std::uint32_t> start = {0, 2};
    const std::vector<double> costs = {40};
    const std::vector<Point> stops = {{2, 1}, {7, -1}};
    const auto network = buildEndNetwork({{points, start}, costs, stops, 2}, {});
    ASSERT_TRUE(network.has_value());
    EXPECT_NEAR(way(*network), 20, 1e-9);
    EXPECT_NEAR(network->stops[0].distance_m, 1, 1e-9);
}

TEST(EndNetwork, AnEndIsTakenBeforeALineThatPassesOverIt)
{
    const std::vector<Point> points = {{0, 0}, {10, 0}, {5, 0}, {5, 9}};
    const std::vector<std::uint32_t> start = {0, 2, 4};
    const std::vector<double> costs = {10, 9};
    const std::vector<Point> stops = {{5, 0}, {5, 9}};
    const auto network = buildEndNetwork({{points, start}, costs, stops, 1}, {});
    ASSERT_TRUE(network.has_value());
    EXPECT_NEAR(way(*network), 9, 1e-9);
}

TEST(EndNetwork, WhatIsTooFarHasNoAccess)
{
    const std::vector<Point> points = {{0, 0}, {10, 0}};
    const std::vector<std::uint32_t> start = {0, 2};
    const std::vector<double> costs = {10};
    const std::vector<Point> stops = {{5, 3}};
    const auto network = buildEndNetwork({{points, start}, costs, stops, 2}, {});
    ASSERT_TRUE(network.has_value());
    EXPECT_EQ(network->stops[0].node, k_noIndex);
}

} // namespace
} // namespace cuntu::relocation
