// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/parameter.h"
#include "core/base/date.h"
#include "core/solve/network_plan.h"

namespace cuntu::water {

/// What works cost. None of these is a fact: they are settings, to be put right by local estimates.
struct SupplyCosts {
    double pipe_yuan_m = 120;
    double pump_yuan = 80'000;
    double pump_yuan_m = 1'500;
    double tank_yuan_m3 = 800;
    double tank_share = 0.25; ///< of the demand of the largest day
    double tap_yuan_hh = 1'500;
    double works_yuan = 300'000;
    double works_yuan_m3d = 1'500;
    double repair_share = 0.3; ///< of the price of new works
    double dispersed_yuan_hh = 4'000;
};

/// What is physically possible.
struct SupplyLimits {
    double reach_m = 5'000;
    double link_m = 3'000;
    double detour = 1.2; ///< of a way across country to the straight line
    int neighbours = 6;
    double residual_m = 12;    ///< head that is left at the settlement
    double friction_m_km = 5;  ///< head that a kilometre of pipe takes
    double lift_m = 150;       ///< more is not pumped
    double leastPersons = 20;  ///< of a new centralised works
    double perHousehold = 0;   ///< yuan; 0: whatever it costs
    bool cheapestMode = false; ///< else urban network, then centralised works, then dispersed
};

/// How much water is needed.
struct SupplyNeeds {
    double lpcd = 60;
    double peakFactor = 1.5;
    double growth_percent = 0; ///< a year
    int years = 10;            ///< until the target year

    /// What @p persons of today need on the largest day of the target year, m³/d.
    double ofTarget(double persons) const;
    double ofToday(double persons) const;
};

/// What a plan is asked for.
struct SupplyRequest {
    SupplyCosts costs;
    SupplyLimits limits;
    SupplyNeeds needs;
    double share_percent = 90;
    PlanGoal goal;
    bool curve = true;
    QString routes;  ///< layer along which pipes may be laid; empty: none
    QString terrain; ///< file; empty: heights from the tables
    int firstYear = 0;
    int yearCount = 0; ///< 0: no years
    double yuanPerYear = 0;

    static std::vector<Parameter> parameters();
    static SupplyRequest from(const ParameterValues &values, Day asOf);
    /// The year in which the money for @p spent yuan is there; 0 without years.
    int yearOf(double spent) const;
};

} // namespace cuntu::water
