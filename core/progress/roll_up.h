// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/milestone.h"

#include <map>

namespace cuntu {

/// How a whole stands, from its parts (DOMAIN E.3).
struct RollUp {
    MilestoneState state = MilestoneState::NoYear;
    std::map<MilestoneState, int> counts; ///< of all parts: 'three behind, five at risk, twenty on track'
    std::optional<double> gap_pp;         ///< of the parts, weighted by their denominators; empty: none has one
    bool vetoed = false;                  ///< a part with a veto is behind or overdue
};

/// The state of a whole: behind where a veto part is behind or overdue; else the worst of the parts that are ensured;
/// where all are only striven for, that of their weighted gap by @p rules. Done only where all are. Of no parts NoYear.
CUNTU_CORE_EXPORT RollUp rollUp(const std::vector<Milestone> &parts, const MilestoneRules &rules);

/// How each whole among @p milestones stands that was split into parts among them, by the number of its target.
CUNTU_CORE_EXPORT std::map<qint64, RollUp> rollUpParts(const std::vector<Milestone> &milestones,
                                                       const MilestoneRules &rules);

/// How many of the parts stand where, the most urgent first: "3 behind, 5 at risk, 20 on track", in language().
CUNTU_CORE_EXPORT QString countsText(const RollUp &parts);

} // namespace cuntu
