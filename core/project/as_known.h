// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/immutable.h"
#include "core/snapshot/project_snapshot.h"

namespace cuntu {

/// @p project with the ledger as it was known at @p known (empty: as it is known now) and of entries on @p rung or a
/// higher one only; everything else is the same. What is computed from the result answers what a report of that moment
/// said, or what is certified: layers have no history and are as they are now. O(entries) once; any thread.
CUNTU_CORE_EXPORT Immutable<ProjectSnapshot> asKnown(Immutable<ProjectSnapshot> project, std::optional<Instant> known,
                                                     Rung rung);

} // namespace cuntu
