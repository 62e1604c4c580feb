// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/solve/graph.h"
#include "core/solve/line_locator.h"

namespace cuntu {

/// The network of lines that meet at their ends only: a map in which bridges and underpasses are drawn as they are.
/// Immutable once built; any thread.
struct CUNTU_CORE_EXPORT EndNetwork {
    std::vector<Point> nodes;
    Graph graph;                           ///< length of an edge: its share of its line, 0..1
    std::vector<std::uint32_t> lineOfEdge; ///< the line that an edge is, or is a piece of

    /// Cost of each edge where a whole line costs @p lineCosts (one a line, >= 0).
    std::vector<double> edgeCosts(std::span<const double> lineCosts) const;
};

/// Joins @p lines where their ends lie at exactly the same place; with @p splitAtCrossings also where they cross or
/// touch, each cut there. Lines of fewer than two points are left out. The positions are in a plane; any unit. O(n log
/// n) for lines that cross little. Cancelled.
CUNTU_CORE_EXPORT Result<EndNetwork> joinAtEnds(const LineSet &lines, bool splitAtCrossings, const JobContext &job);

} // namespace cuntu
