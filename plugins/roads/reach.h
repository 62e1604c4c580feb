// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "plugins/roads/network.h"
#include "plugins/roads/settlements.h"

#include <cmath>

namespace cuntu::roads {

/// Why a settlement is connected, or why not.
enum class Reason : std::uint8_t {
    ByStatus,      ///< the ledger says that its own access road is accepted or in service
    StatusSaysNot, ///< the ledger has another status of its own access road
    ByNetwork,     ///< a path of usable segments leads to the destination
    NoPosition,    ///< the settlement has no position
    NoRoadNear,    ///< no segment within Rule::snap_m
    PathBroken,    ///< the path breaks at segment Access::road, whose state says how
    Isolated,      ///< roads are there, but none leads to the destination
    NoDestination, ///< there is no such thing as the destination in these data
};

/// How one settlement stands.
struct Access {
    bool connected = false;             ///< what counts: the status where there is one, else the network
    Reason reason = Reason::NoPosition; ///< of `connected`
    Reason byNetwork =
        Reason::NoPosition;         ///< what the network alone says; without Detail::Reasons only ByNetwork is certain
    std::uint32_t road = k_noIndex; ///< row of the segment at the settlement (ByNetwork) or at the break (PathBroken)
    std::uint32_t line = k_noIndex; ///< of the network: the one of `road` that is meant
    std::vector<std::uint32_t> route;  ///< rows of the segments on its path, from the settlement on; its first is the
                                       ///< settlement's road where none is stated
    double toRoad_m = std::nan("");    ///< from the settlement to the segment where its path begins
    double route_km = std::nan("");    ///< ByNetwork: shortest way over usable segments from there to the destination
    double breakAt_km = std::nan("");  ///< PathBroken: along the path to the break
    double toHarden_km = std::nan(""); ///< on the path with the least to build; not-a-number where there is no path
    double doneShare_km = 0; ///< its share of the usable kilometres on the paths of all settlements asked about
    double leftShare_km = 0; ///< its share of the kilometres that must be built on them
    double pathShare_km =
        0; ///< its share of all kilometres of them: each is counted once, in equal parts for its users
};

/// How much to find out.
enum class Detail {
    Connected, ///< who is connected, nothing else
    Reasons,   ///< everything in Access
};

/// What the ledger says of a settlement's own access road.
enum class OwnStatus : std::uint8_t { None, Done, NotDone };

/// A network and what is said about its settlements and segments on a day; all borrowed.
struct ReachInput {
    const Network &network;
    const Segments &segments;
    std::span<const OwnStatus> statuses;            ///< per settlement
    const std::vector<bool> &asked;                 ///< per settlement: judge it
    const std::vector<bool> &committees;            ///< per settlement: it is the seat of a village committee
    std::span<const std::uint32_t> villages;        ///< per settlement a number of its village, k_noIndex: not known
    const Rule &rule;                               ///< its tolerances are those of the network
    std::span<const SegmentState> stateOfLine = {}; ///< where lines are pieces of segments; empty: by row

    SegmentState stateOf(std::uint32_t line) const
    {
        return stateOfLine.empty() ? segments.states[network.rowOfLine()[line]] : stateOfLine[line];
    }
};

/// Who is connected, and to what.
struct Reach {
    std::vector<Access> accesses;                ///< per settlement
    Destination destination = Destination::Auto; ///< the one used; never Auto
    /// Detail::Reasons: per line of the network whether it is usable and hangs together with the destination; false for
    /// OwnCommittee, which is another one for each village
    std::vector<bool> leadsThere;
};

/// Works out the connection over the network. Pure; any thread. Cancelled.
///
/// The path of a settlement that is not connected is the one with the least to build: first the fewest metres that need
/// work, then the fewest whose acceptance is not recorded, then the shortest. A classified segment that is not usable
/// itself is a destination once it is wholly built. For n segments, p pieces of them and s settlements: O(n + s) for
/// Detail::Connected, O((p + s) log p) for the reasons.
Result<Reach> reach(const ReachInput &input, Detail detail, const JobContext &job);

} // namespace cuntu::roads
