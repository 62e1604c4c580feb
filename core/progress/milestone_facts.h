// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/milestone.h"

namespace cuntu {

/// What judge() found out before it says it: the milestone as far as it goes, and how its figures came about.
struct MilestoneFacts {
    Milestone milestone;
    QString unit;
    QString countedThing;      ///< unit of the shortage
    std::optional<Day> start;  ///< the target's, else the first observation's
    bool startAssumed = false; ///< the target has none
    bool reached = false;
    bool isEarly = false;               ///< before the start, or too little of the time has passed to judge
    bool countsPieces = false;          ///< so few things that they are counted one by one
    std::optional<int> standstill_days; ///< since the last progress, where there is work left
};

/// Why the milestone has its state: one sentence in language().
QString reasonOf(const MilestoneFacts &facts, const MilestoneRules &rules);

} // namespace cuntu
