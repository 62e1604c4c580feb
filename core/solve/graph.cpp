// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/graph.h"

#include <numeric>
#include <stdexcept>

namespace cuntu {

Graph::Graph(std::size_t nodes, std::vector<GraphEdge> edges) : m_edges(std::move(edges)), m_start(nodes + 1, 0)
{
    for (const GraphEdge &edge : m_edges) {
        if (edge.from >= nodes || edge.to >= nodes) {
            throw std::out_of_range("an edge names a node that is not in the graph");
        }
        ++m_start[edge.from + 1];
        ++m_start[edge.to + 1];
    }
    std::partial_sum(m_start.begin(), m_start.end(), m_start.begin());
    m_arcs.resize(2 * m_edges.size());
    std::vector<std::uint32_t> next(m_start.begin(), m_start.end() - 1);
    for (std::uint32_t i = 0; i < m_edges.size(); ++i) {
        m_arcs[next[m_edges[i].from]++] = {m_edges[i].to, i};
        m_arcs[next[m_edges[i].to]++] = {m_edges[i].from, i};
    }
}

DisjointSets::DisjointSets(std::size_t count) : m_parent(count)
{
    std::iota(m_parent.begin(), m_parent.end(), 0U);
}

std::uint32_t DisjointSets::find(std::uint32_t item)
{
    while (m_parent[item] != item) {
        m_parent[item] = m_parent[m_parent[item]];
        item = m_parent[item];
    }
    return item;
}

void DisjointSets::join(std::uint32_t a, std::uint32_t b)
{
    a = find(a);
    b = find(b);
    // The smaller number leads, so that the result does not depend on the order of joining.
    if (a < b) {
        m_parent[b] = a;
    } else {
        m_parent[a] = b;
    }
}

} // namespace cuntu
