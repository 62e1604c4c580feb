// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/roads/plan_works.h"

namespace cuntu::roads {

/// What a plan is asked for beside the rule of the connection and the costs.
struct PlanRequest {
    PlanWeight weight = PlanWeight::Households;
    double share_percent = 100; ///< of the weight of all counted settlements
    std::optional<double> budget;
    PlanYears years;
    PlanGoal goal;

    static std::vector<Parameter> parameters();
    /// From values that were checked against parameters(); a plan made on @p asOf begins in the year after it.
    static PlanRequest from(const ParameterValues &values, Day asOf);
};

} // namespace cuntu::roads
