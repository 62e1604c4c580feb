// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/roads/reach.h"

namespace cuntu::roads {

/// The connection of all settlements on one day.
struct Connection {
    Immutable<LayerSnapshot> settlements;
    Immutable<LayerSnapshot> roads;
    Immutable<Network> network;      ///< of the two layers
    std::vector<Standing> standings; ///< per settlement: counted or not, and why not
    std::vector<Access> accesses;    ///< per settlement; judged for eligible ones only
    Segments segments;
    std::vector<StretchState> stretches; ///< of segments whose state changes along the way
    /// Per line of the network the stretch whose state it has, k_noIndex: its road's; empty where there are no
    /// stretches
    std::vector<std::uint32_t> stretchOfLine;
    TrackView works; ///< of the settlements' own access roads
    Day day;
    Destination destination = Destination::Auto; ///< the one used; never Auto
    std::vector<bool> leadsThere;                ///< see Reach

    /// What line @p line of the network is good for.
    SegmentState stateOf(std::uint32_t line) const
    {
        const std::uint32_t stretch = stretchOfLine.empty() ? k_noIndex : stretchOfLine[line];
        return stretch == k_noIndex ? segments.states[network->rowOfLine()[line]] : stretches[stretch].state;
    }
    /// The stretch that Access::line has its state from; null: it has that of its road.
    const StretchState *stretchAt(const Access &access) const;
    /// The state of Access::road where it is meant, and what the ledger's status there counts as.
    SegmentState stateAt(const Access &access) const;
    StatusClass statusAt(const Access &access) const;
};

/// Applies @p rule to the settlements and roads of @p project as they were on @p day. A pure function of its arguments;
/// extra fields that the caller wants loaded are named in @p moreSettlementFields and @p moreRoadFields. Cancelled, or
/// what loading and the network report.
///
/// A settlement with a recorded status of its own access road stands as that status says. For the others
/// the way over the network counts: from a usable segment within snap_m over usable segments to the destination. The
/// network itself is built once for each revision of the layers and pair of tolerances (networkOf()).
Result<Connection> connect(const ProjectSnapshot &project, const Rule &rule, Day day, Detail detail,
                           const JobContext &job, const QStringList &moreSettlementFields = {},
                           const QStringList &moreRoadFields = {});

} // namespace cuntu::roads
