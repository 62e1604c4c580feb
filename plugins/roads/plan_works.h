// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/roads/plan_input.h"

namespace cuntu::roads {

/// One work of a plan: a run of pieces of one road, built one after the other.
struct PlanWork {
    WorkKind kind = WorkKind::Build;
    std::uint32_t road = 0;              ///< row of layer roads; of a gap the road that it continues
    std::uint32_t otherRoad = k_noIndex; ///< gaps: the road that it leads to
    double from_share = 0;               ///< of the road's drawn length, from its beginning; gaps: nothing
    double to_share = 0;
    std::uint32_t joint = k_noIndex; ///< gaps: edge of the network
    double length_m = 0;
    double cost = 0;                        ///< yuan
    double spent = 0;                       ///< yuan, when it is finished, with all works before it
    int year = 0;                           ///< in which it is finished; 0: the plan has no years
    std::vector<std::uint32_t> settlements; ///< rows: connected once this and what comes before it are there
    double weight = 0;                      ///< of those
    double weightBehind = 0;                ///< of all that need it: those of works that continue it too
};

/// The money of a plan by year.
struct PlanYears {
    int first = 0; ///< calendar year
    int count = 0; ///< 0: no years
    double yuanPerYear = 0;

    /// The year in which the money for @p spent yuan is there; the last one at most.
    int yearOf(double spent) const;
};

/// The works of @p plan in the order in which they are built: the one in which weight waits least (buildingOrder()).
/// Pieces of a road that follow each other are one work as long as nobody is connected between them and they are built
/// in one year.
std::vector<PlanWork> planWorks(const Connection &connection, const PlanInput &input, const NetworkPlan &plan,
                                const PlanYears &years);

} // namespace cuntu::roads
