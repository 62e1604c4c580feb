// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/relocation/withdrawal.h"

namespace cuntu::relocation {

/// All households that move from one settlement to one site.
struct Flow {
    std::uint32_t settlement = 0; ///< row of layer settlements
    std::uint32_t site = 0;       ///< row of layer relocation_sites
    std::uint32_t households = 0;
    std::uint32_t moved = 0; ///< of them, those that live there
    double persons = 0;
};

/// From-to lines, straight from each settlement to each site that somebody moves to.
struct Flows {
    std::vector<Flow> flows;        ///< by settlement, then by site
    Immutable<LayerSnapshot> layer; ///< one line each, in the same order
};

/// The flows of @p movers from the settlements of @p withdrawals, which were read for the same day. Households without
/// a known settlement or site, and those whose settlement or site has no position, have no flow.
Flows flowsOf(const Movers &movers, const Withdrawals &withdrawals);

} // namespace cuntu::relocation
