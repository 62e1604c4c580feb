// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/water/supply_relaxation.h"

#include <chrono>
#include <map>
#include <set>

namespace cuntu::water {

/// Branch and bound over links that are forbidden: where a system would give too much, at least one of any set of
/// settlements that is too much for it must be served otherwise. Best bound first. Borrows what it is given.
class SupplyBranching {
public:
    /// @p goal with a budget, or with a wanted weight.
    SupplyBranching(const SupplyRelaxation &relaxation, const SupplyProblem &problem, const PlanGoal &goal,
                    const JobContext &job);

    /// Solves the problem without its capacities, in @p share of the time. True where that plan keeps to them and is
    /// as good as is asked for: nothing is left to search for.
    bool solveRoot(double share);
    /// Searches, from @p first on where that is a plan, for plans that promise no more than @p most: with a budget
    /// weight, else less cost.
    void run(const std::optional<NetworkPlan> &first, double most);

    /// The best one; none where none was found.
    const std::optional<NetworkPlan> &best() const { return m_best; }
    /// With a budget: nobody serves more; else nobody reaches that weight for less.
    double bound() const;
    bool isProven() const { return m_isProven; } ///< nothing that is left can be better

private:
    struct Part {
        ForbiddenLinks forbidden;
        NetworkPlan plan;
        std::vector<std::uint32_t> linkOf; ///< per settlement: the link that it is served by
    };

    double left_s() const;
    bool isOver() const { return m_job.isCancelled() || (m_goal.timeLimit_s && left_s() <= 0); }
    /// Larger is better: what is left of nothing, or the weight.
    double worth(const NetworkPlan &plan) const { return m_goal.budget ? plan.weight : -plan.cost; }
    double promise(const NetworkPlan &plan) const { return m_goal.budget ? plan.bound : -plan.bound; }
    bool isBetter(const NetworkPlan &plan) const;
    bool canBeat(double promise) const;
    Part relax(ForbiddenLinks forbidden, double share);
    /// Links of the system that gives most beyond its capacity, the largest needs first; empty: none does.
    std::vector<std::uint32_t> overload(const Part &part) const;
    void dive(Part part);
    void branch(const Part &part, double promised, const std::vector<std::uint32_t> &links);
    void close(double promised);
    void take(const NetworkPlan &plan);
    void loop();

    const SupplyRelaxation &m_relaxation;
    const SupplyProblem &m_problem;
    const PlanGoal &m_goal;
    const JobContext &m_job;
    std::chrono::steady_clock::time_point m_begin;
    std::multimap<double, Part, std::greater<>> m_open; ///< by promise
    std::set<ForbiddenLinks> m_seen;
    std::optional<Part> m_root; ///< as solveRoot() left it
    std::optional<NetworkPlan> m_best;
    std::optional<double> m_closed; ///< the best promise of parts that were ended without proof
    double m_most = 0;              ///< that any plan can promise
    bool m_isStopped = false;       ///< before it was known what some part holds; its promise is in m_closed
    bool m_isProven = false;
};

} // namespace cuntu::water
