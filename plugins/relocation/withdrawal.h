// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/relocation/movers.h"

namespace cuntu::relocation {

/// How far a settlement has been left. NotPlanned: it is not to be withdrawn and nobody moves away.
enum class Leaving : std::uint8_t { NotPlanned, NobodyYet, Partly, AllMoved, Withdrawn };

/// The settlements on a day, by row of layer settlements.
struct Withdrawals {
    Immutable<LayerSnapshot> layer;
    std::vector<bool> planned; ///< to be withdrawn
    std::vector<Leaving> leaving;
    std::vector<std::uint32_t> stillThere; ///< households of the register that have not moved
    std::vector<std::uint32_t> moved;
    Immutable<std::vector<std::uint32_t>> homes; ///< per household its settlement; HomeFinder::k_nowhere
};

/// A settlement is withdrawn when that is approved by @p day and none of its households is left: all that are in the
/// register have moved; of those without any in the register the table must not say that somebody lives there
/// (DOMAIN B.3: only when all have moved and it is approved). @p movers read with HomeFinder::householdFields(); @p
/// moreFields of the settlements are loaded too.
Result<Withdrawals> readWithdrawals(const ProjectSnapshot &project, const Movers &movers, Day day,
                                    const QStringList &moreFields, const JobContext &job);

} // namespace cuntu::relocation
