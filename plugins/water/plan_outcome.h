// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"
#include "plugins/water/supply_choice.h"

namespace cuntu::water {

/// A plan with all that its tables need; borrowed.
struct SupplyResult {
    const Survey &survey; ///< with siteFields() of the works, and the settlements' code and name
    const SupplyRequest &request;
    const SupplyChoice &choice;
    const SupplyPlan &plan;
    const MetrePlane &plane;
    const TrackView &works;          ///< what the ledger says of the works
    double before = 0;               ///< persons with a tap
    double counted = 0;              ///< rural supply population
    std::size_t withoutPosition = 0; ///< unserved settlements that the map does not show
    std::size_t withdrawn = 0;       ///< unserved settlements that are to be given up
};

/// What the figures of a plan are called.
std::vector<OutcomeFigure> supplyFigures();
/// Figures, and pipes, settlements and works as layers; the works that are to be built, to be marked as planned.
Outcome supplyOutcome(const SupplyResult &result, Day asOf);

/// Why settlement @p number of the choice gets what it gets, and what the other ways would cost or why they are not
/// possible.
QString supplyChoiceReason(const SupplyResult &result, std::uint32_t number);

} // namespace cuntu::water
