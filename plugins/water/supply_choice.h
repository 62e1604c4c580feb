// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/water/supply_problem.h"
#include "plugins/water/supply_systems.h"

#include <array>

namespace cuntu::water {

/// A settlement of which not everybody has a tap.
struct Unserved {
    std::uint32_t row = 0; ///< of layer settlements
    double persons = 0;    ///< without a tap
    double households = 0; ///< likewise, by the same share; not-a-number: unknown
    double need_m3d = 0;   ///< of them on the largest day of the target year
    double unsupplied = 0; ///< persons without any supply
    Point position;        ///< in the project's CRS
    double height_m = 0;   ///< not-a-number: unknown
};

/// Why a way of supply is not possible.
enum class Obstacle : std::uint8_t { None, NoSystem, TooFar, TooHigh, TooLittle, TooFew, TooDear };

/// One settlement, given water by one system alone.
struct Alternative {
    std::uint32_t system = k_noIndex;
    Obstacle obstacle = Obstacle::NoSystem;
    double pipe_m = 0;     ///< new pipe
    double along_m = 0;    ///< from the works, mains and all
    double lift_m = 0;     ///< above 0: is pumped; not-a-number: no height is known
    double ends_yuan = 0;  ///< pump, tank and taps
    double alone_yuan = 0; ///< with its pipe and what the works cost

    bool isFeasible() const { return obstacle == Obstacle::None; }
};

enum SupplyClass : std::uint8_t { UrbanClass, CentralClass };

/// What is possible for each unserved settlement, and what of it a plan may choose.
struct SupplyChoice {
    std::vector<SystemSite> sites;
    std::vector<Unserved> unserved;
    PipeNetwork network;
    /// Per unserved settlement the cheapest one of each class; where none is feasible, the one that fails last.
    std::vector<std::array<Alternative, 2>> alternatives;
    SupplyProblem problem; ///< settlements and systems in the order of the above; routes are the network's ways
    std::vector<Alternative> ofLink;    ///< per link of the problem
    std::vector<double> dispersed_yuan; ///< per unserved settlement
};

/// Works out the choice. @p unserved and @p sites with positions and heights, @p network with the unserved settlements
/// first among its places, then the sites. Cancelled.
Result<SupplyChoice> supplyChoice(std::vector<SystemSite> sites, std::vector<Unserved> unserved, PipeNetwork network,
                                  const SupplyRequest &request, const JobContext &job);

} // namespace cuntu::water
