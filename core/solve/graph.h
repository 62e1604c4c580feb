// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace cuntu {

/// 'None' among the numbers of nodes, edges and lines.
inline constexpr std::uint32_t k_noIndex = std::numeric_limits<std::uint32_t>::max();

/// One undirected edge between two nodes.
struct GraphEdge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double length = 0; ///< in the unit of whoever made it; >= 0
};

/// An undirected graph in two flat arrays (compressed rows): loops and parallel edges are allowed. Built once, then
/// only read: any thread. At most 2^31 edges; 16 bytes an edge more than the edges themselves.
class CUNTU_CORE_EXPORT Graph {
public:
    /// One way out of a node.
    struct Arc {
        std::uint32_t to = 0;
        std::uint32_t edge = 0;
    };

    Graph() = default;
    /// Nodes are numbered from 0 to @p nodes - 1; an edge that names another is a bug and throws std::out_of_range.
    Graph(std::size_t nodes, std::vector<GraphEdge> edges);

    std::size_t nodeCount() const { return m_start.size() - 1; }
    std::size_t edgeCount() const { return m_edges.size(); }
    const GraphEdge &edge(std::uint32_t number) const { return m_edges[number]; }
    const std::vector<GraphEdge> &edges() const { return m_edges; }
    /// The ways out of @p node, by number of the edge; a loop is there twice.
    std::span<const Arc> arcs(std::uint32_t node) const
    {
        return std::span(m_arcs).subspan(m_start[node], m_start[node + 1] - m_start[node]);
    }

private:
    std::vector<GraphEdge> m_edges;
    std::vector<Arc> m_arcs;
    std::vector<std::uint32_t> m_start{0};
};

/// Sets of items that grow together (Tarjan 1975, doi:10.1145/321879.321884, with path halving). Not thread-safe:
/// finding shortens paths.
class CUNTU_CORE_EXPORT DisjointSets {
public:
    explicit DisjointSets(std::size_t count);

    /// The smallest item of the set that @p item is in.
    std::uint32_t find(std::uint32_t item);
    /// Makes one set of the two that @p a and @p b are in.
    void join(std::uint32_t a, std::uint32_t b);
    std::size_t size() const { return m_parent.size(); }

private:
    std::vector<std::uint32_t> m_parent;
};

} // namespace cuntu
