// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"
#include "plugins/roads/plan_request.h"

namespace cuntu::roads {

/// A plan with all that its tables need; borrowed.
struct PlanResult {
    const Connection &connection; ///< with segmentNameFields() and the settlements' code and name loaded
    const PlanRequest &request;
    const PlanInput &input;
    const NetworkPlan &plan;
    const std::vector<PlanWork> &works;
    const LineCosts &costs;
    const std::vector<double> &extra_yuan; ///< per demand: see extraCosts()
};

/// For each demand of @p input what it costs at least to connect it as well once @p plan is built; 0 for who is served,
/// not-a-number where no way leads there. Cancelled.
Result<std::vector<double>> extraCosts(const PlanInput &input, const NetworkPlan &plan, const JobContext &job);

/// Figures, the works and the settlements as layers, and the segments to be marked as planned on @p asOf. UnknownCrs.
Result<Outcome> planOutcome(const PlanResult &result, Day asOf);

} // namespace cuntu::roads
