// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/water/plan_outcome.h"

namespace cuntu::water {

/// What goes through a pipe of a plan, and when it is laid.
struct PipeUse {
    double persons = 0;        ///< behind it
    double flow_m3d = 0;       ///< on the largest day of the target year
    double perPerson_yuan = 0; ///< what a person behind it pays for it and all before it
    double spent_yuan = 0;     ///< once it is laid, with all before it
    int year = 0;              ///< 0: the plan has no years
};

/// Per pipe of the plan.
std::vector<PipeUse> pipeUses(const SupplyResult &result);

/// The smallest usual outer diameter (PE pipe, mm) in which @p flow_m3d goes at 1 m/s in the hour of most use, which is
/// taken as twice the mean.
int diameterFor(double flow_m3d);

OutcomeLayer pipesLayer(const SupplyResult &result, const std::vector<PipeUse> &uses);
OutcomeLayer suppliedLayer(const SupplyResult &result, const std::vector<PipeUse> &uses);
OutcomeLayer systemsLayer(const SupplyResult &result);

/// Name of system @p number of the choice.
QString systemName(const SupplyChoice &choice, std::uint32_t number);

} // namespace cuntu::water
