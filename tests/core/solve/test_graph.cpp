// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/graph.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace cuntu {
namespace {

TEST(Graph, ListsEveryEdgeAtBothOfItsEnds)
{
    const Graph graph(4, {{0, 1, 2.0}, {1, 2, 3.0}, {1, 1, 4.0}});
    EXPECT_EQ(graph.nodeCount(), 4U);
    EXPECT_EQ(graph.edgeCount(), 3U);
    ASSERT_EQ(graph.arcs(0).size(), 1U);
    EXPECT_EQ(graph.arcs(0)[0].to, 1U);
    EXPECT_EQ(graph.arcs(1).size(), 4U) << "two edges, and the loop twice";
    EXPECT_EQ(graph.arcs(2)[0].edge, 1U);
    EXPECT_TRUE(graph.arcs(3).empty());
}

TEST(Graph, RefusesEdgesToNodesThatAreNotThere)
{
    EXPECT_THROW(Graph(2, {{0, 2, 1.0}}), std::out_of_range);
}

TEST(Graph, OfNothingIsEmpty)
{
    EXPECT_EQ(Graph().nodeCount(), 0U);
    EXPECT_EQ(Graph(0, {}).nodeCount(), 0U);
}

TEST(DisjointSets, AreNamedAfterTheirSmallestItemInWhateverOrderTheyGrow)
{
    DisjointSets sets(6);
    sets.join(5, 3);
    sets.join(4, 5);
    sets.join(1, 4);
    EXPECT_EQ(sets.find(3), 1U);
    EXPECT_EQ(sets.find(5), 1U);
    EXPECT_EQ(sets.find(0), 0U);
    EXPECT_EQ(sets.find(2), 2U);
}

} // namespace
} // namespace cuntu
