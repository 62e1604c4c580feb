// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/solve/line_locator.h"

namespace cuntu {

/// Lines that were cut where they meet others.
struct CutLines {
    std::vector<Point> points;
    std::vector<std::uint32_t> start{0};
    std::vector<std::uint32_t> lineOf; ///< per piece: the line that it is a part of
    std::vector<double> shareOf;       ///< per piece: its share of that line's length

    LineSet lines() const { return {points, start}; }
};

/// Cuts @p lines where two of them cross or touch, so that pieces meet at their ends there: a place of meeting has
/// exactly the same coordinates in all of them. What lies on top of each other is cut at the ends of either only where
/// they touch it crosswise. A line that crosses itself is not cut there. Lines of fewer than two points are left out.
/// Positions in a plane, any unit. O(n log n) for lines that cross little. Cancelled.
CUNTU_CORE_EXPORT Result<CutLines> cutAtCrossings(const LineSet &lines, const JobContext &job);

} // namespace cuntu
