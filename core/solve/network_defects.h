// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/solve/graph.h"
#include "core/solve/line_locator.h"

namespace cuntu {

/// A place where lines do not make the network they were meant to make.
///
///     gap         a ───────· ·│          overshoot   a ──────┼·          crossing   ──┼──
///                             │ other                        │ other                  │
struct NetworkDefect {
    enum class Kind : std::uint8_t {
        Gap,       ///< an end that lies near another line and does not meet it
        Overshoot, ///< an end that stands a little out of a line it crosses
        Crossing,  ///< two lines cross where neither has a vertex: a junction, or a bridge
    };
    Kind kind = Kind::Gap;
    std::uint32_t line = 0;
    std::uint32_t other = 0;
    bool atBack = false; ///< Gap, Overshoot: the line's last point; else its first
    Point position;      ///< where the two are to meet
    /// The point (of LineSet::points) that is there already, whose exact coordinates `position` has; k_noIndex: a new
    /// one.
    std::uint32_t vertex = k_noIndex;
    double measure = 0;      ///< Overshoot, Crossing: of the place along the line
    double otherMeasure = 0; ///< of the place along the other line
    double size = 0;         ///< Gap: how far the end is away; Overshoot: how much stands out
};

/// What is looked for; in the unit of the points.
struct DefectSearch {
    double gap = 20;     ///< an end within so much of another line was meant to meet it
    double stub = 5;     ///< at most so much stands out
    double meets = 0.05; ///< what rounding leaves apart is together
    /// Per line: number of the feature it is a part of; parts of one are never compared. Empty: each line by itself.
    std::span<const std::uint32_t> owners;
};

/// Gaps and overshoots, by line. Of two ends that are each other's nearest one is moved; an end whose stub crosses a
/// line is an overshoot and no gap. The place where a gap closes is the other line's vertex where one lies at most
/// twice as far as its nearest place, else that place. Cancelled. O(n log n) for n lines that are spread out.
CUNTU_CORE_EXPORT Result<std::vector<NetworkDefect>> findLooseEnds(const LineLocator &locator,
                                                                   const DefectSearch &search, const JobContext &job);

/// Crossings without a vertex of either line, by line; one where a line touches another with its end is none.
/// Cancelled.
CUNTU_CORE_EXPORT Result<std::vector<NetworkDefect>>
findBareCrossings(const LineLocator &locator, const DefectSearch &search, const JobContext &job);

/// A vertex of a line that was mended.
struct MendedVertex {
    Point position;
    std::uint32_t source = k_noIndex; ///< the point of the LineSet that it is, or was moved to; k_noIndex: a new place
};

/// A line as it is once its defects are mended.
struct MendedLine {
    std::uint32_t line = 0;
    std::vector<MendedVertex> vertices;
};

/// The lines that mending @p defects changes, by number. Both lines of a defect have the same vertex at its place
/// afterwards, to the last digit.
CUNTU_CORE_EXPORT std::vector<MendedLine> mendedLines(const LineLocator &locator,
                                                      std::span<const NetworkDefect> defects);

} // namespace cuntu
