// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/line_network.h"

namespace cuntu {

/// How a track is matched; in the unit of the points.
struct TrackMatchOptions {
    double sigma = 10;  ///< standard deviation of the track's positions; > 0
    double radius = 50; ///< lines further away than that are not what was travelled on
    double beta = 30; ///< how much the way along the lines usually differs from the straight one between positions; > 0
};

/// A part of a line that a track runs along.
struct CoveredStretch {
    std::uint32_t line = 0;
    double from = 0; ///< measure along the line where the track comes upon it
    double to = 0;   ///< and where it leaves it: smaller than `from` where it runs against the line
};

/// Where a track ran.
struct TrackMatch {
    /// Per position of the track that was looked at; empty where nothing is near, or no way leads on.
    std::vector<std::optional<LineLocation>> places;
    std::vector<std::uint32_t> looked;         ///< per place: number of the track's position
    std::vector<CoveredStretch> stretches;     ///< in the order of travel; ways between places included
    std::vector<std::vector<Point>> unmatched; ///< parts of the track that run along no line: what is not drawn yet
    double length = 0;                         ///< of the track
    double unmatchedLength = 0;                ///< of those parts

    double unmatchedShare() const { return length > 0 ? unmatchedLength / length : 0; }
};

/// Matches @p track, positions in the order of travel, to the network @p network of @p locator's lines by the likeliest
/// way in a hidden Markov model (Newson and Krumm 2009, doi:10.1145/1653771.1653818; Viterbi 1967): a position lies
/// normally spread about where it was taken, and the way along the lines is exponentially spread about the straight
/// one. Positions nearer than two sigma to the one before are left out, as there. Where nothing is within the radius,
/// or no way leads on, the match breaks off and begins anew. Places are looked at on at most 12 lines a position.
/// Cancelled. O(positions x (ways within a few hundred metres)).
CUNTU_CORE_EXPORT Result<TrackMatch> matchTrack(const LineLocator &locator, const LineNetwork &network,
                                                std::span<const Point> track, const TrackMatchOptions &options,
                                                const JobContext &job);

/// @p stretches by line and measure, from < to, each metre of a line once; what is shorter than @p least is left out:
/// where a track passes a junction, a position beside it falls on the other line.
CUNTU_CORE_EXPORT std::vector<CoveredStretch> coveredOnce(std::span<const CoveredStretch> stretches, double least);

} // namespace cuntu
