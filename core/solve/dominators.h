// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/graph.h"

#include <utility>

namespace cuntu {

/// For each node of a directed graph the nearest other one that every way from @p root to it goes through: taking that
/// one away cuts the node off. k_noIndex for the root and for what it does not reach. The nodes that cut a node off are
/// those on its way up to the root. @p arcs: (from, to) among 0 .. @p nodes - 1; loops and parallel ones are allowed,
/// other numbers are a bug and throw std::out_of_range. Lengauer and Tarjan 1979, doi:10.1145/357062.357071 (the simple
/// form, O(m log n)). Any thread.
CUNTU_CORE_EXPORT std::vector<std::uint32_t>
immediateDominators(std::uint32_t nodes, std::span<const std::pair<std::uint32_t, std::uint32_t>> arcs,
                    std::uint32_t root);

} // namespace cuntu
