// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/snapshot/layer_snapshot.h"
#include "core/solve/line_adjacency.h"
#include "plugins/roads/plane.h"

namespace cuntu::roads {

/// How roads hang together and where settlements stand at them, in metres (see Rule).
struct Tolerances {
    double endSnap_m = 30;
    double snap_m = 100;

    bool operator==(const Tolerances &) const = default;
};

/// The roads as a network on which the settlements stand: all of the connection that depends on the layers and the
/// tolerances only, whatever the day and the rest of the rule. Immutable once built; any thread.
struct Network {
    Plane plane;
    LineLocator locator; ///< of the plane's lines
    /// The nearest place on each road within the tolerance of a settlement, settlement by settlement; stop k of `lines`
    /// is place k.
    std::vector<LineLocation> places;
    std::vector<std::uint32_t> firstPlace;  ///< per settlement, and one more
    std::vector<std::uint32_t> lineOfPlace; ///< LineLocation::line of each place, close together
    LineNetwork lines;
    LineAdjacency adjacency;
    Immutable<PackedGeometry> roads; ///< kept, as the plane borrows its points; null: who built it keeps them

    std::span<const std::uint32_t> rowOfLine() const { return plane.rowOfLine; }
    std::size_t settlementCount() const { return firstPlace.size() - 1; }
};

/// Builds it. Errors as buildLineNetwork().
Result<Network> buildNetwork(Plane plane, const Tolerances &tolerances, const JobContext &job);

/// The network of two layers of a project, built when it is first asked for and kept with the revision of the roads
/// (LayerMemo); with @p stretches (null: there are none; stretchFields() loaded) the roads are cut at their bounds.
/// UnknownCrs, and errors as buildNetwork().
Result<Immutable<Network>> networkOf(const LayerSnapshot &roads, const LayerSnapshot &settlements,
                                     const LayerSnapshot *stretches, const Tolerances &tolerances,
                                     const JobContext &job);

} // namespace cuntu::roads
