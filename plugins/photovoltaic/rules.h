// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cuntu::photovoltaic {

/// Capacities that are usual (NEA notice of 1 August 2017, DOMAIN B.4). More or less is pointed out and counts all the
/// same: the plan S01 itself has 664.5 kW per village.
inline constexpr double k_mostVillageKw = 300;
inline constexpr double k_mostVillageNearKw = 500; ///< where the grid is near

/// kW per household, both ends included.
struct UsualKw {
    double least = 0;
    double most = 0;
    bool holds(double kw) const { return kw >= least && kw <= most; }
};
constexpr UsualKw usualKwPerHousehold(bool centralised)
{
    return centralised ? UsualKw{25, 30} : UsualKw{5, 7};
}

} // namespace cuntu::photovoltaic
