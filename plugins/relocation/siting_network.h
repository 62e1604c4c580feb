// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/solve/graph.h"
#include "core/solve/line_locator.h"

namespace cuntu::relocation {

/// Where a place outside the network comes to it.
struct Access {
    std::uint32_t node = k_noIndex; ///< k_noIndex: no line is near enough
    double distance_m = 0;          ///< from the place to the network, also where that is too far; infinite: no line
    Point place = {};               ///< on the network, where there is a node
};

/// A network of lines that meet at their end points only: a line that passes over another's end, or crosses it, does
/// not join it.
///
///     a ────────── b ────────── c        b joins, because both lines end there
///            ·
///            s                           a stop splits its nearest line, the cost in proportion
struct EndNetwork {
    Graph graph;               ///< GraphEdge::length is the cost
    std::vector<Access> stops; ///< per position that was asked for
};

/// What the network is made of. Borrowed. Positions in metres, in a plane.
struct EndNetworkRequest {
    LineSet lines;
    std::span<const double> costs;    ///< per line, >= 0
    std::span<const Point> positions; ///< not-a-number: has no place
    double reach_m = 0;               ///< a position farther from every line has no access
};

/// Builds the network. An end of a line within a millimetre of a position is taken before any other place. Cancelled.
/// O(p + n log n) for p points and n lines that are spread out.
Result<EndNetwork> buildEndNetwork(const EndNetworkRequest &request, const JobContext &job);

} // namespace cuntu::relocation
