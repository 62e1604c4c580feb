// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/graph.h"
#include "core/solve/line_locator.h"

namespace cuntu {

/// The nodes that lines have by themselves: their ends, and places where a vertex occurs more than once.
struct SharedVertices {
    std::vector<std::uint32_t> nodeOfPoint; ///< per point of the lines; k_noIndex for an ordinary vertex
    std::vector<Point> nodes;               ///< in the order in which they first occur
};

/// Finds them by the exact coordinates (0 and -0 are the same; not-a-number is never the same as anything).
SharedVertices findSharedVertices(const LineSet &lines);

} // namespace cuntu
