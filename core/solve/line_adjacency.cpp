// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/line_adjacency.h"

#include <algorithm>

namespace cuntu {

LineAdjacency::LineAdjacency(const LineNetwork &network) : m_lineCount(network.anyNode.size())
{
    addNodes(network);
    addJoints(network);
    std::sort(m_pairs.begin(), m_pairs.end());
    m_pairs.erase(std::unique(m_pairs.begin(), m_pairs.end()), m_pairs.end());
    m_pairs.shrink_to_fit();
}

void LineAdjacency::addNodes(const LineNetwork &network)
{
    // Node and line: of pieces, and of lines so short that they have none.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> at;
    for (std::uint32_t line = 0; line < m_lineCount; ++line) {
        if (network.anyNode[line] != k_noIndex) {
            at.emplace_back(network.anyNode[line], line);
        }
    }
    for (std::uint32_t piece = 0; piece < network.pieceCount(); ++piece) {
        at.emplace_back(network.graph.edge(piece).from, network.lineOfPiece[piece]);
        at.emplace_back(network.graph.edge(piece).to, network.lineOfPiece[piece]);
    }
    std::sort(at.begin(), at.end());
    at.erase(std::unique(at.begin(), at.end()), at.end());
    for (std::size_t first = 0, last = 0; first < at.size(); first = last) {
        while (last < at.size() && at[last].first == at[first].first) {
            ++last;
        }
        if (last - first == 2) {
            m_pairs.emplace_back(at[first].second, at[first + 1].second);
        } else if (last - first > 2) {
            for (std::size_t i = first; i < last; ++i) {
                m_lines.push_back(at[i].second);
            }
            m_start.push_back(static_cast<std::uint32_t>(m_lines.size()));
        }
    }
}

void LineAdjacency::addJoints(const LineNetwork &network)
{
    for (const LineNetwork::Joint &joint : network.joints) {
        m_pairs.emplace_back(std::min(joint.end, joint.other), std::max(joint.end, joint.other));
    }
}

std::vector<std::uint32_t> LineAdjacency::components(const std::vector<bool> &open) const
{
    DisjointSets sets(m_lineCount);
    for (const auto &[one, other] : m_pairs) {
        if (open[one] && open[other]) {
            sets.join(one, other);
        }
    }
    for (std::size_t node = 0; node + 1 < m_start.size(); ++node) {
        std::uint32_t first = k_noIndex;
        for (std::uint32_t i = m_start[node]; i < m_start[node + 1]; ++i) {
            if (!open[m_lines[i]]) {
                continue;
            }
            if (first == k_noIndex) {
                first = m_lines[i];
            } else {
                sets.join(first, m_lines[i]);
            }
        }
    }
    std::vector<std::uint32_t> component(m_lineCount, k_noIndex);
    for (std::uint32_t line = 0; line < m_lineCount; ++line) {
        if (open[line]) {
            component[line] = sets.find(line);
        }
    }
    return component;
}

} // namespace cuntu
