// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/shortest_paths.h"
#include "plugins/roads/reach.h"

namespace cuntu::roads {

/// The network with what reach() has found out so far; borrowed by the search for paths.
struct Ground {
    const ReachInput &input;
    const LineNetwork &network;
    const std::vector<bool> &open;               ///< per line: usable
    const std::vector<std::uint32_t> &component; ///< per open line, over open lines
    const std::vector<bool> &isGood;             ///< per component: it holds the destination
    Destination destination = Destination::Auto;

    /// Near settlements; stop k of the network is place k.
    const std::vector<LineLocation> &places() const { return input.network.places; }
    std::uint32_t firstPlace(std::size_t settlement) const { return input.network.firstPlace[settlement]; }
    std::uint32_t rowOf(std::uint32_t line) const { return input.network.rowOfLine()[line]; }
    SegmentState stateOf(std::uint32_t line) const { return input.stateOf(line); }
    bool isClassified(std::uint32_t line) const { return input.segments.classified[rowOf(line)]; }
    double length(std::uint32_t edge) const { return network.graph.edge(edge).length; }
    /// The line that @p edge belongs to; of a joint the one that is not usable, if any.
    std::uint32_t lineAt(std::uint32_t edge) const;
};

/// What an edge costs on the shortest way over usable edges; infinite for the others.
std::vector<double> routeCosts(const Ground &ground, const std::vector<bool> &openEdges);
/// What it costs on the way with the least to build (see reach()).
std::vector<double> planCosts(const Ground &ground, const std::vector<bool> &openEdges);

/// Ways to the destination from everywhere.
struct Trees {
    PathTree routes; ///< over usable edges, by length
    PathTree plans;  ///< over all edges, by what must be built (see reach())
    /// Per node: the classified line that makes it a destination of `plans` and must itself be built or accepted first;
    /// k_noIndex where there is none.
    std::vector<std::uint32_t> rootLine;
    bool anyDestination = false; ///< whether `plans` leads anywhere
};

/// Grows both. Not for Destination::OwnCommittee, which is another place for each village. Cancelled.
Result<Trees> growTrees(const Ground &ground, const std::vector<bool> &openEdges, const JobContext &job);

/// Fills in reasons, routes and shares of kilometres; Access::connected and ByNetwork are there already. Cancelled.
Result<void> explain(const Ground &ground, std::vector<Access> &accesses, const JobContext &job);

} // namespace cuntu::roads
