// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/ledger_view.h"
#include "core/schema/life_cycle.h"
#include "core/snapshot/layer_snapshot.h"
#include "plugins/roads/rule.h"

namespace cuntu::roads {

/// What a segment is good for on a day. Only Usable ones carry a connection; the others say what is missing: of several
/// things the one that stands last here.
enum class SegmentState : std::uint8_t {
    Usable,            ///< hardened as asked for, accepted, wide enough, passable
    AcceptanceUnknown, ///< hardened, but nobody said that it was accepted
    NotAccepted,       ///< hardened as stated, but the ledger has a status that is not 'done'
    Defective,         ///< the ledger says that it is damaged or substandard
    WidthUnknown,      ///< a least width is asked for, and the width is not known
    TooNarrow,
    Impassable,     ///< stated not to be passable
    OtherSurface,   ///< hardened, but not with the surface that is asked for
    SurfaceUnknown, ///< neither surface nor hardened was stated
    Unhardened,
};

/// True where the segment is hardened as far as is known, whatever else is missing.
constexpr bool isHardened(SegmentState state)
{
    return state < SegmentState::SurfaceUnknown;
}

/// True where something must be built before the segment can count; false where only a record or an acceptance is
/// missing. A segment of unknown surface is taken to need work.
constexpr bool needsWork(SegmentState state)
{
    return state >= SegmentState::TooNarrow || state == SegmentState::Defective;
}

/// What the connection needs to know of the segments, by row of layer roads.
struct Segments {
    std::vector<SegmentState> states;
    std::vector<bool> classified;           ///< township road or higher
    std::vector<StatusClass> statusClasses; ///< what the ledger's status counts as; Need where it says nothing
    std::vector<bool> hasStatus;            ///< whether the ledger says anything
    bool anyClassified = false;
};

/// What a stretch of a segment is good for on a day on which it has a state of its own.
struct StretchState {
    std::uint32_t row = 0;  ///< of layer road_stretches
    std::uint32_t road = 0; ///< row of the segment in layer roads
    double from_km = 0;     ///< stations, see Stationing
    double to_km = 0;
    SegmentState state = SegmentState::Unhardened;
    StatusClass statusClass = StatusClass::Need;
    Day since; ///< from that day on it is so
};

/// Fields of layer roads that judgeSegments() reads.
QStringList segmentFields();

/// Judges all segments of @p roads (with segmentFields() loaded; a field that is not there is unknown everywhere) on @p
/// day. The status is the ledger's; where it says nothing, an acceptance day in the table that is not after @p day
/// counts as ACCEPTED.
Segments judgeSegments(const LayerSnapshot &roads, const LedgerView &ledger, Day day, const Rule &rule);

/// Rows of layer roads by route code; of several with one code the first.
std::map<std::string_view, std::uint32_t> rowsByCode(const LayerSnapshot &roads);

/// Fields of layer road_stretches and of layer roads that judgeStretches() reads.
QStringList stretchFields();
QStringList stretchedRoadFields();

/// The stretches in @p stretches that say something on @p day: those with a status, or without one an acceptance day in
/// the table that is not after it; not those whose works were cancelled. What is built of a stretch (completed,
/// accepted, damaged) has its own surface and width where they are given; else it has those of its road. By road, in
/// the order in which they came to be so, those of one day by row: of two that overlap the later one counts.
std::vector<StretchState> judgeStretches(const LayerSnapshot &stretches, const LayerSnapshot &roads,
                                         const LedgerView &ledger, Day day, const Rule &rule);

} // namespace cuntu::roads
