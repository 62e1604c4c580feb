// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/line_network.h"

namespace cuntu {

/// Which lines of a network meet, without its nodes and lengths: for asking again and again what hangs together while
/// lines open and close. Built once, then only read: any thread. About 8 bytes a meeting.
class CUNTU_CORE_EXPORT LineAdjacency {
public:
    LineAdjacency() = default;
    explicit LineAdjacency(const LineNetwork &network);

    std::size_t lineCount() const { return m_lineCount; }
    /// For each line the smallest line that it hangs together with over open lines: those that share a node, and the
    /// two of a joint. k_noIndex for a line that is not open. The same as the components of the graph over
    /// LineNetwork::edgesOf(@p open), at the cost of the meetings. @p open has one flag a line.
    std::vector<std::uint32_t> components(const std::vector<bool> &open) const;

private:
    void addNodes(const LineNetwork &network);
    void addJoints(const LineNetwork &network);

    std::size_t m_lineCount = 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_pairs; ///< each once, ascending
    /// Nodes at which more than two lines meet: node i has the lines from m_start[i] up to, and without, m_start[i +
    /// 1].
    std::vector<std::uint32_t> m_start{0};
    std::vector<std::uint32_t> m_lines;
};

} // namespace cuntu
