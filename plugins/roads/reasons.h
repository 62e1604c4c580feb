// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/roads/connection.h"

namespace cuntu::roads {

/// Fields of layer roads that segmentName() reads.
QStringList segmentNameFields();
/// What people call segment @p row: its route code, else its name, else its number in the layer.
QString segmentName(const LayerSnapshot &roads, std::size_t row);

/// Why settlement @p row is in its class, one sentence in the program's language.
QString settlementReason(const Connection &connection, const Rule &rule, std::size_t row);
/// Why segment @p row carries a connection or not, one sentence.
QString segmentReason(const Connection &connection, std::size_t row);
/// The one road of settlement @p row (一村一路) as the table states it; empty where it does not, or where access_route
/// was not loaded.
QString statedRoute(const Connection &connection, std::size_t row);
/// The same, and where it is not stated the road on which its path with the least to build begins; empty: none.
QString accessRoute(const Connection &connection, std::size_t row);
/// What is wrong with a segment in that state: "not hardened", ...
Text stateText(SegmentState state);
/// Stable id of a reason for tables and figures: "BY_NETWORK", "BROKEN_UNHARDENED", ...; for one that is not counted
/// its eligibility: "TOO_FEW_HOUSEHOLDS", ...
QString reasonId(const Connection &connection, std::size_t row);
/// The destination that was used.
Text destinationText(Destination destination);
/// Its stable id: "classified", "committees", "own_committee", "largest".
QString destinationId(Destination destination);

} // namespace cuntu::roads
