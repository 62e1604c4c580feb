// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/solve/graph.h"
#include "core/solve/line_locator.h"

namespace cuntu {

/// How lines become a network.
struct LineNetworkOptions {
    /// The end of a line joins every other line that is at most this far from it; >= 0, in the unit of the points.
    double tolerance = 0;
    /// Places on lines that shall become nodes of their own.
    std::span<const LineLocation> stops;
    /// Per line the line it was cut from; pieces of one line, one after the other, meet where it was cut, and there no
    /// other line is joined, as none is joined to its own line. Empty: no line was cut.
    std::span<const std::uint32_t> sources = {};
};

/// The network that a set of lines makes. Immutable once built; any thread.
///
///     a ──────┬────── b      (1) Lines that have a vertex at exactly the same place meet there.
///             ╵ ·tolerance   (2) The end of a line joins each line that is at most the tolerance away: at a node of
///             c                  that line where one is as near, else the line is split at the nearest place. The
///             │                  gap is an edge of its own, as long as the gap.
///     d ──────┼────── e      (3) Lines that only cross do not meet: one may be a bridge, or the crossing an error.
///             f
///
/// A joint belongs to the two lines that it joins, so that it can be closed with either: a line that may not be used
/// never carries two others over a gap that is wider than the tolerance.
struct CUNTU_CORE_EXPORT LineNetwork {
    std::vector<Point> nodes;
    Graph graph; ///< first the pieces of the lines, line by line and in the order along it, then the joints
    std::vector<std::uint32_t>
        firstPiece; ///< per line, and one more: its first edge; the last entry is the number of pieces
    std::vector<double> pieceMeasure; ///< per piece: length along its line at its beginning (edge.from)
    std::vector<std::uint32_t> lineOfPiece;
    struct Joint {
        std::uint32_t end = 0;   ///< the line whose end it is
        std::uint32_t other = 0; ///< the line that it joins
    };
    std::vector<Joint> joints;            ///< joint k is edge pieceCount() + k
    std::vector<std::uint32_t> stopNodes; ///< per stop of the options
    std::vector<std::uint32_t> anyNode;   ///< per line: one of its nodes; k_noIndex for a line without points

    std::size_t pieceCount() const { return lineOfPiece.size(); }
    bool isJoint(std::uint32_t edge) const { return edge >= pieceCount(); }
    const Joint &joint(std::uint32_t edge) const { return joints[edge - pieceCount()]; }
    /// One flag an edge: pieces of lines in @p lines, and joints between two of them.
    std::vector<bool> edgesOf(const std::vector<bool> &lines) const;
};

/// Builds the network of @p locator's lines. OutOfRange when so many ends lie within the tolerance of other lines that
/// it cannot be meant (more than 1,000,000 and 50 a line): the tolerance, or the unit of the coordinates, is wrong.
/// Cancelled. Cost O(p + n log n) for p points and n lines that are spread out.
CUNTU_CORE_EXPORT Result<LineNetwork> buildLineNetwork(const LineLocator &locator, const LineNetworkOptions &options,
                                                       const JobContext &job);

} // namespace cuntu
