// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/relocation/sites.h"

namespace cuntu::relocation {

/// One household of the register.
struct Mover {
    bool moves = false;   ///< it is to move, or the ledger speaks of its move
    bool counted = false; ///< it moves, and did not give up by a documented entry
    MoverStage stage = MoverStage::None;
    MoverType type = MoverType::None;
    double persons = 0;                 ///< at signing, else members; 0 where neither is known
    std::uint32_t site = Sites::k_none; ///< row of its site
    bool namesUnknownSite = false;      ///< it names a site that is not there
};

/// The register of households as it was on a day, by row of layer households.
struct Movers {
    Immutable<LayerSnapshot> layer;
    Sites sites;
    std::vector<Mover> households;
};

/// Reads households and sites; @p moreFields of the households are loaded too.
Result<Movers> readMovers(const ProjectSnapshot &project, Day day, const QStringList &moreFields,
                          const JobContext &job);

} // namespace cuntu::relocation
