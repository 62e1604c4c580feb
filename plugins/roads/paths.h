// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/shortest_paths.h"
#include "plugins/roads/reach.h"

namespace cuntu::roads {

/// The network with what reach() has found out so far; borrowed by the search for paths.
struct Ground {
    const ReachInput &input;
    const LineNetwork &network;
    const std::vector<LineLocation> &places;      ///< near settlements; stop k of the network is place k
    const std::vector<std::uint32_t> &firstPlace; ///< per settlement, and one more
    const std::vector<bool> &open;                ///< per line: usable
    const std::vector<std::uint32_t> &component;  ///< per node, over open lines
    const std::vector<bool> &isGood;              ///< per component: it holds the destination
    Destination destination = Destination::Auto;

    SegmentState stateOf(std::uint32_t line) const { return input.stateOf(line); }
    bool isClassified(std::uint32_t line) const { return input.segments.classified[input.rowOfLine[line]]; }
    double length(std::uint32_t edge) const { return network.graph.edge(edge).length; }
    /// The line that @p edge belongs to; of a joint the one that is not usable, if any.
    std::uint32_t lineAt(std::uint32_t edge) const;
};

/// Ways to the destination from everywhere.
struct Trees {
    std::vector<bool> openEdges;
    PathTree routes; ///< over usable edges, by length
    PathTree plans;  ///< over all edges, by what must be built (see reach())
    /// Per node: the classified line that makes it a destination of `plans` and must itself be built or accepted first;
    /// k_noIndex where there is none.
    std::vector<std::uint32_t> rootLine;
    bool anyDestination = false; ///< whether `plans` leads anywhere
};

/// Grows both. Cancelled.
Result<Trees> growTrees(const Ground &ground, const JobContext &job);

/// Fills in reasons, routes and shares of kilometres; Access::connected and ByNetwork are there already. Cancelled.
Result<void> explain(const Ground &ground, std::vector<Access> &accesses, const JobContext &job);

} // namespace cuntu::roads
