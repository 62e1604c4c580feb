// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/relocation/stages.h"

namespace cuntu::relocation {

/// The old homesteads on a day, by row of layer old_homesteads.
struct Homesteads {
    Immutable<LayerSnapshot> layer;
    std::vector<HomesteadStage> stages; ///< the ledger's; where it says nothing, by the days in the table
    std::vector<bool> mustGo;           ///< must be vacated: not exempt in the table, no exception at the time
};

/// Reads them as they were on @p day, with @p moreFields loaded too.
Result<Homesteads> readHomesteads(const ProjectSnapshot &project, Day day, const QStringList &moreFields,
                                  const JobContext &job);

} // namespace cuntu::relocation
