// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/limits.h"
#include "core/solve/siting_dual.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <random>
#include <set>

namespace cuntu {

/// How the subgradient method goes.
struct SitingPace {
    int rootSteps = 0;     ///< at the root of the tree
    int nodeSteps = 0;     ///< at its other nodes
    int patience = 0;      ///< steps without a better bound after which they are made shorter
    double newShare = 0;   ///< of the newest subgradient in the direction that is taken
    double rootLength = 0; ///< of the first steps, in those of Held, Wolfe and Crowder
    double nodeLength = 0;
};

/// A part of the search: what is decided there, and the prices to begin with.
struct SitingNode {
    std::vector<SiteRule> rules;
    std::vector<double> prices;
    double bound = 0;
};

/// root -> bound, fix, improve -> [coverage with a gap left] -> cuts, bound, fix, improve, as long as it helps
///      -> [gap left] -> branch on the site that the relaxation is least sure of -> ...
class SitingTree {
public:
    /// @p problem is copied; @p limits and @p job must outlive it.
    SitingTree(const SitingProblem &problem, const SitingLimits &limits, const JobContext &job);

    SitingSolution solve();

    /// What solve() left: the problem without what cannot be part of a better solution, and what the one found needs.
    const SitingProblem &left();
    const std::vector<HalfCut> &cuts() const { return m_dual.cuts(); }
    bool hasWholeCosts() const { return m_isWhole; }

private:
    void start();
    void tryImprove(const std::vector<std::uint32_t> &sites);
    void take(const std::vector<std::uint32_t> &sites);
    void disturb();
    void work(SitingNode node);
    void ascend(SitingNode &node, int steps, double length);
    void step(std::vector<double> &prices, double length);
    void cut(SitingNode &node);
    void forget(std::vector<SiteRule> rules);
    void branch(const SitingNode &node);
    bool keepToBudget(std::vector<SiteRule> &rules) const;
    bool isClosed(double bound) const { return bound >= goal(); }
    double goal() const;
    bool mustStop();
    double openBound() const;
    std::size_t count(const std::vector<SiteRule> &rules, SiteRule rule) const
    {
        return static_cast<std::size_t>(std::count(rules.begin(), rules.end(), rule));
    }

    SitingProblem m_problem; ///< a copy: entries of forbidden sites are dropped on the way
    const SitingLimits &m_limits;
    const JobContext &m_job;
    SitingDual m_dual;
    bool m_isCover; ///< served or not: no way costs more than another
    SitingPace m_pace;
    bool m_isWhole;
    std::chrono::steady_clock::time_point m_begin;
    SitingSolution m_best;
    std::vector<SitingNode> m_open;
    std::optional<SitingNode> m_root; ///< as it was when it was branched on, or left
    std::vector<double> m_direction;
    std::vector<double> m_share; ///< per candidate: how often the relaxation chose it, lately
    std::set<std::vector<std::uint32_t>> m_tried;
    std::set<std::array<std::uint32_t, 3>> m_cutDemands; ///< of the cuts so far
    std::mt19937 m_random{20201231};
    bool m_stopped = false;
    bool m_enough = false;
    double m_stoppedAt = k_never; ///< least bound of what was left undone
};

} // namespace cuntu
