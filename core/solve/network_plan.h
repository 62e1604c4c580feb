// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/solve/graph.h"

#include <optional>

namespace cuntu {

/// A way that could be built between two places, or is there already (cost 0).
struct PlanEdge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double cost = 0;     ///< finite, >= 0, in whatever unit; paid once
    bool oneWay = false; ///< leads only from `from` to `to`
};

/// Somebody who is served as soon as any of some places is reached.
struct PlanDemand {
    std::vector<std::uint32_t> nodes; ///< may be empty: cannot be served
    double weight = 1;                ///< > 0: households, persons
};

/// What to build so that demands hang together with the root: a Steiner tree, prize-collecting where not all of them
/// can be afforded. Reaching one demand never leads on to another: a demand is no place.
struct PlanProblem {
    std::uint32_t nodes = 0;
    std::uint32_t root = 0;
    std::vector<PlanEdge> edges;
    std::vector<PlanDemand> demands;
};

/// What is asked for. With a budget: as much weight as it can serve, at the least cost among those. Without: the
/// cheapest way to serve `wanted`, or everything that can be reached at all.
struct PlanGoal {
    std::optional<double> budget;
    std::optional<double> wanted;      ///< weight; ignored with a budget
    double gap = 0;                    ///< relative, at which a plan is good enough; 0: proven
    std::optional<double> timeLimit_s; ///< of wall time; empty: until proven
};

/// One edge of a plan, seen from the root.
struct PlanStep {
    std::uint32_t edge = 0;
    std::uint32_t parent = k_noIndex; ///< the step it continues; k_noIndex: it begins at what is there already
    double cost = 0;
};

/// What was found.
struct CUNTU_CORE_EXPORT NetworkPlan {
    std::vector<PlanStep> steps; ///< parents first; edges of cost 0 are not listed
    std::vector<std::uint32_t>
        servedBy;                ///< per demand: the step that reaches it; k_noIndex: none is needed, or not served
    std::vector<bool> served;    ///< per demand
    std::vector<bool> reachable; ///< per demand: some edges lead to it
    double cost = 0;
    double weight = 0; ///< served, with those that need nothing
    double bound = 0;  ///< with a budget: nobody serves more within it; else nobody reaches that weight for less
    bool optimal = false;
    bool isEnough = true;   ///< false where the wanted weight is more than can be reached: all that can be is served
    bool isStopped = false; ///< the time was over or the job was cancelled: the best so far

    /// Relative distance to the bound.
    double gap(const PlanGoal &goal) const;
};

/// Plans @p problem by branch and bound on the places that a plan goes through. Bounds: dual ascent on directed cuts
/// (Wong 1984, doi:10.1007/BF02612335), with the prizes of demands as in Ljubic et al. 2006,
/// doi:10.1007/s10107-005-0660-x; a budget or a wanted weight is relaxed with a multiplier. Places and edges whose
/// reduced costs exceed the gap are left out for good. Plans: shortest paths heuristic (Takahashi and Matsuyama 1980)
/// on the saturated edges, spanning tree of its places, pruned. A number that is not finite, or an edge or demand that
/// names a node that is not there, is a bug and throws std::invalid_argument. A cancelled job gives the best plan so
/// far with `isStopped`. Deterministic where no time limit cuts it short. Any thread.
CUNTU_CORE_EXPORT NetworkPlan planNetwork(const PlanProblem &problem, const PlanGoal &goal, const JobContext &job);

/// The order in which the steps of a plan are built so that the weight waits least: the sum over all demands of weight
/// times what was spent until they are served is least among all orders that build parents first (Horn 1972,
/// doi:10.1137/0123021). Steps that serve nobody any more come last. Indices of `plan.steps`.
CUNTU_CORE_EXPORT std::vector<std::uint32_t> buildingOrder(const NetworkPlan &plan,
                                                           const std::vector<PlanDemand> &demands);

} // namespace cuntu
