// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/shortest_paths.h"

#include <algorithm>
#include <queue>
#include <stdexcept>

namespace cuntu {

namespace {

constexpr double k_infinity = std::numeric_limits<double>::infinity();
constexpr std::size_t k_nodesBetweenCancelChecks = 16384;

using Waiting = std::pair<double, std::uint32_t>; ///< cost and node; equal costs leave in the order of nodes
using Queue = std::priority_queue<Waiting, std::vector<Waiting>, std::greater<>>;

void requireCosts(const Graph &graph, std::span<const double> edgeCost)
{
    const bool good = edgeCost.size() == graph.edgeCount() &&
                      std::all_of(edgeCost.begin(), edgeCost.end(), [](double cost) { return cost >= 0; });
    if (!good) {
        throw std::invalid_argument("shortest paths need one cost of at least 0 for each edge");
    }
}

void startAt(std::span<const PathSource> sources, PathTree &tree, Queue &queue)
{
    for (const PathSource &source : sources) {
        if (source.cost < tree.cost[source.node]) {
            tree.cost[source.node] = source.cost;
            queue.emplace(source.cost, source.node);
        }
    }
}

void goOn(const Graph &graph, std::span<const double> edgeCost, std::uint32_t node, PathTree &tree, Queue &queue)
{
    for (const Graph::Arc &arc : graph.arcs(node)) {
        const double cost = tree.cost[node] + edgeCost[arc.edge];
        if (cost < tree.cost[arc.to]) {
            tree.cost[arc.to] = cost;
            tree.next[arc.to] = node;
            tree.edge[arc.to] = arc.edge;
            queue.emplace(cost, arc.to);
        }
    }
}

} // namespace

std::vector<std::uint32_t> PathTree::path(std::uint32_t node) const
{
    std::vector<std::uint32_t> edges;
    for (; edge[node] != k_noIndex; node = next[node]) {
        edges.push_back(edge[node]);
    }
    return edges;
}

Result<PathTree> shortestPaths(const Graph &graph, std::span<const double> edgeCost,
                               std::span<const PathSource> sources, const JobContext &job)
{
    requireCosts(graph, edgeCost);
    const std::size_t nodes = graph.nodeCount();
    PathTree tree{std::vector<double>(nodes, k_infinity), std::vector<std::uint32_t>(nodes, k_noIndex),
                  std::vector<std::uint32_t>(nodes, k_noIndex)};
    Queue queue;
    startAt(sources, tree, queue);
    for (std::size_t done = 0; !queue.empty(); ++done) {
        if (done % k_nodesBetweenCancelChecks == 0 && job.isCancelled()) {
            return cancelledError();
        }
        const auto [cost, node] = queue.top();
        queue.pop();
        if (cost <= tree.cost[node]) { // else a cheaper way was found since it was put there
            goOn(graph, edgeCost, node, tree, queue);
        }
    }
    return tree;
}

PathSearch::PathSearch(const Graph &graph, std::vector<double> edgeCost)
    : m_graph(graph),
      m_edgeCost(std::move(edgeCost)),
      m_tree{std::vector<double>(graph.nodeCount(), k_infinity),
             std::vector<std::uint32_t>(graph.nodeCount(), k_noIndex),
             std::vector<std::uint32_t>(graph.nodeCount(), k_noIndex)},
      m_isTarget(graph.nodeCount(), false)
{
    requireCosts(m_graph, m_edgeCost);
}

void PathSearch::forget()
{
    for (const std::uint32_t node : m_touched) {
        m_tree.cost[node] = k_infinity;
        m_tree.next[node] = m_tree.edge[node] = k_noIndex;
    }
    m_touched.clear();
}

Result<void> PathSearch::search(std::span<const PathSource> sources, std::span<const std::uint32_t> targets,
                                const JobContext &job)
{
    forget();
    std::size_t left = 0;
    for (const std::uint32_t node : targets) {
        left += m_isTarget[node] ? 0 : 1;
        m_isTarget[node] = true;
    }
    Queue queue;
    startAt(sources, m_tree, queue);
    for (const PathSource &source : sources) {
        m_touched.push_back(source.node);
    }
    bool cancelled = false;
    for (std::size_t done = 0; !queue.empty() && left > 0 && !cancelled; ++done) {
        cancelled = done % k_nodesBetweenCancelChecks == 0 && job.isCancelled();
        const auto [cost, node] = queue.top();
        queue.pop();
        if (cost > m_tree.cost[node]) {
            continue; // a cheaper way was found since it was put there
        }
        left -= m_isTarget[node] ? 1 : 0;
        m_isTarget[node] = false;
        for (const Graph::Arc &arc : m_graph.arcs(node)) {
            if (cost + m_edgeCost[arc.edge] < m_tree.cost[arc.to]) {
                m_touched.push_back(arc.to);
            }
        }
        goOn(m_graph, m_edgeCost, node, m_tree, queue);
    }
    for (const std::uint32_t node : targets) {
        m_isTarget[node] = false;
    }
    return cancelled ? Result<void>(cancelledError()) : Result<void>();
}

std::vector<std::uint32_t> connectedComponents(const Graph &graph, const std::vector<bool> &isOpen)
{
    DisjointSets sets(graph.nodeCount());
    for (std::uint32_t i = 0; i < graph.edgeCount(); ++i) {
        if (isOpen[i]) {
            sets.join(graph.edge(i).from, graph.edge(i).to);
        }
    }
    std::vector<std::uint32_t> component(graph.nodeCount());
    for (std::uint32_t node = 0; node < component.size(); ++node) {
        component[node] = sets.find(node);
    }
    return component;
}

} // namespace cuntu
