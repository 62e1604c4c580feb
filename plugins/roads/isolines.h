// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/solve/line_locator.h"

#include <vector>

namespace cuntu::roads {

/// Roads, targets and places as plain arrays, in metres in one plane; all borrowed.
struct IsolineInput {
    LineSet lines;
    const std::vector<bool> &open;               ///< per line: it may be used
    std::span<const std::uint32_t> sourceOfLine; ///< see LineNetworkOptions::sources
    std::span<const Point> targets;              ///< where to; not-a-number: none
    const std::vector<bool> &targetLines;        ///< per line: all of it is where to; empty: none is
    std::span<const Point> places;               ///< from where; not-a-number: none
    double snap_m = 100;                         ///< a target or a place is at a road that is at most this far away
    double endSnap_m = 30;                       ///< see LineNetworkOptions::tolerance
    std::span<const double> limits_m;            ///< upper ends of the bands, ascending
};

/// A part of a line all of which is in one band.
struct IsolinePiece {
    std::uint32_t line = 0;
    double from_m = 0; ///< along the line
    double to_m = 0;
    std::size_t band = 0; ///< number of the limit that it is within; their count: beyond the last, or never reached
    bool reached = false;
};

/// How far it is along the roads.
struct Isolines {
    std::vector<IsolinePiece> pieces; ///< of the open lines, in their order and along them
    /// Per place metres along the roads from where it is at one to where a target is at one; infinite where no target
    /// is reached, not-a-number where no open road is near
    std::vector<double> distances_m;
};

/// The band of @p distance_m: the number of the first limit that is not less; their count where there is none.
std::size_t bandOf(double distance_m, std::span<const double> limits_m);

/// Distances from all places, and from everywhere on the roads, to the nearest target. Pure; any thread. Cancelled, or
/// OutOfRange from the network.
///
///     target ●━━━━━━━━━━━━┳━━━━━━━━━━━━     along an edge between nodes at distance a and b the distance is
///               ≤ 1 km    ┃   ≤ 2 km        min(a + x, b + length - x): it is cut where that passes a limit
Result<Isolines> isolines(const IsolineInput &input, const JobContext &job);

} // namespace cuntu::roads
