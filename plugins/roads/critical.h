// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/roads/connection.h"

namespace cuntu::roads {

/// Over which roads a settlement may be reached.
enum class Net {
    Usable,   ///< those that count
    Passable, ///< all that are not stated to be impassable
};

/// What is cut off where one segment is cut somewhere.
struct Criticality {
    std::uint32_t road = 0; ///< row of layer roads
    std::uint32_t settlements = 0;
    double households = 0; ///< by the rule's basis, of counted settlements; unknown ones are none
    double persons = 0;
};

/// The segments of @p connection that leave counted settlements without any way over @p net where they are cut, by row.
/// A segment whose state changes along the way is cut in one of these stretches, one of several parts in one part. A
/// settlement that stands at several roads is cut off only where all of them are. Each road of the destination is a
/// destination of its own, so that only ways to it matter. NotFound where the destination is the largest network or the
/// committee of each village: there is no one place to be cut off from. By dominators; O(m log n).
Result<std::vector<Criticality>> criticalSegments(const Connection &connection, Net net);

} // namespace cuntu::roads
