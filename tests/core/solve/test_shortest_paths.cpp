// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/shortest_paths.h"

#include <gtest/gtest.h>

#include <random>
#include <stdexcept>

namespace cuntu {
namespace {

constexpr double k_closed = std::numeric_limits<double>::infinity();

struct Case {
    Graph graph;
    std::vector<double> costs;
};

Case randomCase(std::mt19937 &random)
{
    const std::uint32_t nodes = 2 + static_cast<std::uint32_t>(random() % 12);
    std::vector<GraphEdge> edges(random() % 30);
    std::vector<double> costs;
    for (GraphEdge &edge : edges) {
        edge = {static_cast<std::uint32_t>(random() % nodes), static_cast<std::uint32_t>(random() % nodes), 1.0};
        costs.push_back(random() % 5 == 0 ? k_closed : static_cast<double>(random() % 10));
    }
    return {Graph(nodes, std::move(edges)), std::move(costs)};
}

/// Floyd 1962, Warshall 1962.
std::vector<std::vector<double>> allPairs(const Case &given)
{
    const std::size_t n = given.graph.nodeCount();
    std::vector<std::vector<double>> cost(n, std::vector<double>(n, k_closed));
    for (std::size_t i = 0; i < n; ++i) {
        cost[i][i] = 0;
    }
    for (std::uint32_t e = 0; e < given.graph.edgeCount(); ++e) {
        const GraphEdge &edge = given.graph.edge(e);
        cost[edge.from][edge.to] = std::min(cost[edge.from][edge.to], given.costs[e]);
        cost[edge.to][edge.from] = std::min(cost[edge.to][edge.from], given.costs[e]);
    }
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) {
                cost[i][j] = std::min(cost[i][j], cost[i][k] + cost[k][j]);
            }
        }
    }
    return cost;
}

TEST(ShortestPaths, AgreeWithAllPairsOnRandomGraphs)
{
    const unsigned seed = 20181231;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 500; ++round) {
        const Case given = randomCase(random);
        const auto expected = allPairs(given);
        const auto nodes = static_cast<std::uint32_t>(given.graph.nodeCount());
        const std::vector<PathSource> sources{{0, 0}, {nodes - 1, 2.5}};
        const auto tree = shortestPaths(given.graph, given.costs, sources, {});
        ASSERT_TRUE(tree);
        for (std::uint32_t node = 0; node < nodes; ++node) {
            ASSERT_EQ(tree->cost[node], std::min(expected[0][node], expected[nodes - 1][node] + 2.5));
            double along = 0;
            for (const std::uint32_t edge : tree->path(node)) {
                along += given.costs[edge];
            }
            if (tree->isReached(node)) {
                ASSERT_TRUE(along == tree->cost[node] || along + 2.5 == tree->cost[node]);
            }
        }
    }
}

TEST(PathSearch, AgreesWithAWholeTreeSearchAfterSearch)
{
    const unsigned seed = 17;
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 100; ++round) {
        const Case given = randomCase(random);
        const auto nodes = static_cast<std::uint32_t>(given.graph.nodeCount());
        PathSearch search(given.graph, given.costs);
        for (int again = 0; again < 5; ++again) {
            const std::vector<PathSource> sources{{static_cast<std::uint32_t>(random() % nodes), 1},
                                                  {static_cast<std::uint32_t>(random() % nodes), 0}};
            const std::vector<std::uint32_t> targets{static_cast<std::uint32_t>(random() % nodes),
                                                     static_cast<std::uint32_t>(random() % nodes)};
            const auto whole = shortestPaths(given.graph, given.costs, sources, {});
            ASSERT_TRUE(whole);
            ASSERT_TRUE(search.search(sources, targets, {}));
            for (const std::uint32_t node : targets) {
                ASSERT_EQ(search.tree().cost[node], whole->cost[node]) << "round " << round;
                double cost = 0;
                for (const std::uint32_t edge : search.tree().path(node)) {
                    cost += given.costs[edge];
                }
                ASSERT_TRUE(!whole->isReached(node) || cost <= whole->cost[node]) << "the rest was spent at the source";
            }
        }
    }
}

TEST(ShortestPaths, RefuseNegativeCostsAndMissingOnes)
{
    const Graph graph(2, {{0, 1, 1.0}});
    EXPECT_THROW((void)shortestPaths(graph, std::vector<double>{-1.0}, {}, {}), std::invalid_argument);
    EXPECT_THROW((void)shortestPaths(graph, std::vector<double>{}, {}, {}), std::invalid_argument);
}

TEST(ShortestPaths, CanBeCancelled)
{
    JobContext job;
    job.cancel.cancel();
    const Graph graph(2, {{0, 1, 1.0}});
    const auto tree = shortestPaths(graph, std::vector<double>{1.0}, std::vector<PathSource>{{0, 0}}, job);
    ASSERT_FALSE(tree);
    EXPECT_EQ(tree.error().code, ErrorCode::Cancelled);
}

TEST(ConnectedComponents, UseOpenEdgesOnly)
{
    const Graph graph(4, {{0, 1, 1.0}, {1, 2, 1.0}, {2, 3, 1.0}});
    EXPECT_EQ(connectedComponents(graph, {true, false, true}), (std::vector<std::uint32_t>{0, 0, 2, 2}));
}

} // namespace
} // namespace cuntu
