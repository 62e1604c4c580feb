// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/solve/graph.h"

namespace cuntu {

/// Where paths begin.
struct PathSource {
    std::uint32_t node = 0;
    double cost = 0; ///< already spent there; >= 0
};

/// The cheapest way from every node to its nearest source.
struct CUNTU_CORE_EXPORT PathTree {
    std::vector<double> cost; ///< per node; infinite where no source can be reached
    std::vector<std::uint32_t>
        next; ///< per node: the next node towards the source; k_noIndex at a source and where none is reached
    std::vector<std::uint32_t> edge; ///< per node: the edge that leads to `next`; k_noIndex likewise

    bool isReached(std::uint32_t node) const { return cost[node] < std::numeric_limits<double>::infinity(); }
    /// The edges from @p node to its source, in that order; empty at a source and where none is reached.
    std::vector<std::uint32_t> path(std::uint32_t node) const;
};

/// Cheapest paths from all nodes of @p graph to the nearest of @p sources (Dijkstra 1959, doi:10.1007/BF01386390, with
/// a binary heap). @p edgeCost has one cost >= 0 for each edge; infinity closes it. Equal costs are settled the same
/// way in every run. A negative or not-a-number cost, or a missing one, is a bug and throws std::invalid_argument. Cost
/// O((n + m) log n). Any thread; the only Error is 'cancelled'.
CUNTU_CORE_EXPORT Result<PathTree> shortestPaths(const Graph &graph, std::span<const double> edgeCost,
                                                 std::span<const PathSource> sources, const JobContext &job);

/// Searches one graph again and again from different sources, as far as some nodes only: each search costs what it
/// touches. The graph must outlive it. One thread.
class CUNTU_CORE_EXPORT PathSearch {
public:
    /// @p edgeCost as for shortestPaths().
    PathSearch(const Graph &graph, std::vector<double> edgeCost);

    /// The cheapest ways from @p targets to the nearest of @p sources. Good for the targets and the nodes on their ways
    /// only, until the next search. A target that no source reaches makes it a search of all that is reached.
    /// Cancelled.
    Result<void> search(std::span<const PathSource> sources, std::span<const std::uint32_t> targets,
                        const JobContext &job);
    const PathTree &tree() const { return m_tree; }

private:
    void forget();

    const Graph &m_graph;
    std::vector<double> m_edgeCost;
    PathTree m_tree;
    std::vector<std::uint32_t> m_touched; ///< nodes with a cost
    std::vector<bool> m_isTarget;         ///< per node; all false between searches
};

/// For each node the smallest node that it hangs together with over edges for which @p isOpen is true (one flag an
/// edge).
CUNTU_CORE_EXPORT std::vector<std::uint32_t> connectedComponents(const Graph &graph, const std::vector<bool> &isOpen);

} // namespace cuntu
