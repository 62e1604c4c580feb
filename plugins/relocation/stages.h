// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/life_cycle.h"
#include "core/snapshot/project_snapshot.h"
#include "plugins/relocation/declare.h"

namespace cuntu::relocation {

/// How far the move of a household is. In the order of moverCycle(); None: nothing is known.
enum class MoverStage : std::uint8_t {
    None,
    Identified,
    Applied,
    Signed,
    Allotted,
    Keyed,
    MovedIn,
    Stable,
    OutOfPoverty,
    Withdrawn,
    Returned
};
/// How far a site is. In the order of siteCycle().
enum class SiteStage : std::uint8_t {
    None,
    Selected,
    PrelimDone,
    Started,
    ToppedOut,
    Completed,
    UtilitiesDone,
    Allocated,
    Occupied,
    CommunityRun,
    Cancelled
};
/// What became of an old homestead. In the order of homesteadCycle(); from SharedWall on it need not be vacated for
/// now.
enum class HomesteadStage : std::uint8_t {
    None,
    Kept,
    Agreed,
    Vacated,
    Demolished,
    Reclaimed,
    QuotaTraded,
    SharedWall,
    Heritage,
    Transition
};

LifeCycle moverCycle();
LifeCycle siteCycle();
LifeCycle homesteadCycle();
LifeCycle buildingCycle();

/// True where the household lives at its site.
constexpr bool hasMovedIn(MoverStage stage)
{
    return stage >= MoverStage::MovedIn && stage <= MoverStage::OutOfPoverty;
}
constexpr bool isReached(SiteStage stage, SiteStage least)
{
    return stage >= least && stage <= SiteStage::CommunityRun;
}
constexpr bool isReached(HomesteadStage stage, HomesteadStage least)
{
    return stage >= least && stage <= HomesteadStage::QuotaTraded;
}
constexpr bool isExcepted(HomesteadStage stage)
{
    return stage >= HomesteadStage::SharedWall;
}

/// What the ledger says of each feature of @p layer on @p day, as the position of its status in @p cycle, counted from
/// 1; 0 where it says nothing.
std::vector<std::uint8_t> statusPositions(const ProjectSnapshot &project, const LayerSnapshot &layer,
                                          const LifeCycle &cycle, Day day);

/// True where the entry that makes the status of @p row rests on a document: what was given up leaves the figures only
/// with an approval (DOMAIN B.0.3).
bool isDocumented(const ProjectSnapshot &project, const LayerSnapshot &layer, std::size_t row, Day day);

} // namespace cuntu::relocation
