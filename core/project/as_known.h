// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/project_snapshot.h"

namespace cuntu {

/// What of the ledger is looked at.
struct Knowledge {
    std::optional<Instant> known; ///< as it was known at the end of this moment; empty: all
    Rung rung = Rung::Reported;   ///< only entries that stand on it or a higher one

    bool isAll() const { return !known && rung == Rung::Reported; }
    friend bool operator==(const Knowledge &, const Knowledge &) = default;
};

/// @p project with its ledger as it was known at the end of @p known (empty: now), as far as its entries stand on
/// @p rung or a higher one. Figures, milestones and overlays asked of it are those that would have been printed then:
/// to the digit, as far as they rest on the ledger; fields of features and areas are as they are now. O(entries).
CUNTU_CORE_EXPORT Immutable<ProjectSnapshot> asKnown(Immutable<ProjectSnapshot> project, std::optional<Instant> known,
                                                     Rung rung);
/// As above.
inline Immutable<ProjectSnapshot> asKnown(Immutable<ProjectSnapshot> project, const Knowledge &knowledge)
{
    return asKnown(std::move(project), knowledge.known, knowledge.rung);
}

} // namespace cuntu
