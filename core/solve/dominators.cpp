// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/dominators.h"

#include <algorithm>
#include <stdexcept>

namespace cuntu {

namespace {

/// Lists of neighbours in one array.
class Neighbours {
public:
    template <class Pairs, class From, class To>
    Neighbours(std::size_t nodes, const Pairs &pairs, From from, To to) : m_start(nodes + 1), m_items(pairs.size())
    {
        for (const auto &pair : pairs) {
            ++m_start.at(from(pair) + 1);
        }
        for (std::size_t i = 1; i < m_start.size(); ++i) {
            m_start[i] += m_start[i - 1];
        }
        std::vector<std::uint32_t> next(m_start.begin(), m_start.end() - 1);
        for (const auto &pair : pairs) {
            m_items[next[from(pair)]++] = to(pair);
        }
    }

    std::span<const std::uint32_t> of(std::uint32_t node) const
    {
        return std::span(m_items).subspan(m_start[node], m_start[node + 1] - m_start[node]);
    }

private:
    std::vector<std::uint32_t> m_start;
    std::vector<std::uint32_t> m_items;
};

/// The algorithm on numbers in the order of a depth-first search, from 0 for the root.
class Dominating {
public:
    using Arcs = std::span<const std::pair<std::uint32_t, std::uint32_t>>;

    Dominating(std::uint32_t nodes, Arcs arcs)
        : m_out(
              nodes, arcs, [](const auto &arc) { return arc.first; }, [](const auto &arc) { return arc.second; }),
          m_in(
              nodes, arcs, [](const auto &arc) { return arc.second; }, [](const auto &arc) { return arc.first; }),
          m_order(nodes, k_noIndex)
    {
    }

    std::vector<std::uint32_t> run(std::uint32_t root)
    {
        search(root);
        const auto count = static_cast<std::uint32_t>(m_node.size());
        std::vector<std::vector<std::uint32_t>> bucket(count);
        std::vector<std::uint32_t> dominator(count);
        for (std::uint32_t i = count; i-- > 1;) {
            for (const std::uint32_t before : m_in.of(m_node[i])) {
                if (m_order[before] != k_noIndex) {
                    m_semi[i] = std::min(m_semi[i], m_semi[lowest(m_order[before])]);
                }
            }
            bucket[m_semi[i]].push_back(i);
            m_ancestor[i] = m_parent[i];
            for (const std::uint32_t waiting : bucket[m_parent[i]]) {
                const std::uint32_t low = lowest(waiting);
                dominator[waiting] = m_semi[low] < m_semi[waiting] ? low : m_parent[i];
            }
            bucket[m_parent[i]].clear();
        }
        std::vector<std::uint32_t> result(m_order.size(), k_noIndex);
        for (std::uint32_t i = 1; i < count; ++i) {
            if (dominator[i] != m_semi[i]) {
                dominator[i] = dominator[dominator[i]];
            }
            result[m_node[i]] = m_node[dominator[i]];
        }
        return result;
    }

private:
    void search(std::uint32_t root);
    std::uint32_t lowest(std::uint32_t i);

    Neighbours m_out;
    Neighbours m_in;
    std::vector<std::uint32_t> m_order; ///< per node: its number; k_noIndex where the root does not come
    std::vector<std::uint32_t> m_node;  ///< per number
    std::vector<std::uint32_t> m_parent;
    std::vector<std::uint32_t> m_semi;
    std::vector<std::uint32_t> m_ancestor; ///< in the forest of those that are done; k_noIndex: a root of it
    std::vector<std::uint32_t> m_low;      ///< with the least m_semi on the way to m_ancestor
    std::vector<std::uint32_t> m_path;
};

void Dominating::search(std::uint32_t root)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> waiting{{root, 0}}; // node, number of its parent
    while (!waiting.empty()) {
        const auto [node, parent] = waiting.back();
        waiting.pop_back();
        if (m_order.at(node) != k_noIndex) {
            continue;
        }
        const auto number = static_cast<std::uint32_t>(m_node.size());
        m_order[node] = number;
        m_node.push_back(node);
        m_parent.push_back(parent);
        m_semi.push_back(number);
        m_low.push_back(number);
        for (const std::uint32_t next : m_out.of(node)) {
            if (m_order[next] == k_noIndex) {
                waiting.emplace_back(next, number);
            }
        }
    }
    m_ancestor.assign(m_node.size(), k_noIndex);
}

/// The number with the least m_semi on the way from @p i up its tree in the forest, its root left out; shortens the
/// way.
std::uint32_t Dominating::lowest(std::uint32_t i)
{
    if (m_ancestor[i] == k_noIndex) {
        return i;
    }
    m_path.clear();
    for (std::uint32_t at = i; m_ancestor[m_ancestor[at]] != k_noIndex; at = m_ancestor[at]) {
        m_path.push_back(at);
    }
    for (auto at = m_path.rbegin(); at != m_path.rend(); ++at) {
        const std::uint32_t above = m_ancestor[*at];
        if (m_semi[m_low[above]] < m_semi[m_low[*at]]) {
            m_low[*at] = m_low[above];
        }
        m_ancestor[*at] = m_ancestor[above];
    }
    return m_low[i];
}

} // namespace

std::vector<std::uint32_t> immediateDominators(std::uint32_t nodes,
                                               std::span<const std::pair<std::uint32_t, std::uint32_t>> arcs,
                                               std::uint32_t root)
{
    for (const auto &[from, to] : arcs) {
        if (from >= nodes || to >= nodes) {
            throw std::out_of_range("immediateDominators: an arc names a node that is not there");
        }
    }
    return Dominating(nodes, arcs).run(root);
}

} // namespace cuntu
