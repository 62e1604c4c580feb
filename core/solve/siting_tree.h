// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/limits.h"
#include "core/solve/siting_dual.h"

#include <chrono>
#include <limits>
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
    std::size_t probes = 0; ///< sites that both ways are tried of before one is branched on
    int probeSteps = 0;
};

/// A part of the search: what is decided there, and the prices to begin with.
struct SitingNode {
    std::vector<SiteRule> rules;
    std::vector<double> prices;
    double bound = 0;
};

/// The branch and bound behind solveSiting():
///
///     root -> bound, fix, improve -> [gap left] -> try both ways of some sites -> branch on the one that moves the
///     bound most -> ... -> [few sites left] a tree of its own over what is left
///
/// Private to core/solve.
class SitingTree {
public:
    SitingTree(const SitingProblem &problem, const SitingLimits &limits, const JobContext &job);

    SitingSolution solve();

private:
    using Clock = std::chrono::steady_clock;

    void start();
    void search();
    void tryImprove(const std::vector<std::uint32_t> &sites);
    void take(const std::vector<std::uint32_t> &sites);
    void disturb();
    void work(SitingNode node);
    void descend(const SitingNode &node);
    bool isSmall(const SitingNode &node) const;
    bool isPossible(const std::vector<SiteRule> &rules) const;
    void finish(const SitingNode &node);
    void ascend(SitingNode &node, int steps, double length);
    void step(std::vector<double> &prices, double length);
    void dropForbidden(const std::vector<SiteRule> &rules);
    void branch(SitingNode node);
    std::vector<std::uint32_t> unsureSites(const SitingNode &node) const;
    bool keepToBudget(std::vector<SiteRule> &rules) const;
    bool isClosed(double bound) const { return bound >= goal(); }
    double goal() const;
    bool mustStop();
    double openBound() const;
    std::size_t count(const std::vector<SiteRule> &rules, SiteRule rule) const
    {
        return static_cast<std::size_t>(std::count(rules.begin(), rules.end(), rule));
    }
    std::size_t wanted() const { return m_problem.sites.value_or(std::numeric_limits<std::uint32_t>::max()); }

    SitingProblem m_problem; ///< a copy: entries of forbidden sites are dropped on the way
    const SitingLimits &m_limits;
    const JobContext &m_job;
    SitingDual m_dual;
    bool m_isCover;
    SitingPace m_pace;
    bool m_isWhole;
    Clock::time_point m_begin;
    SitingSolution m_best; ///< without sites: so good a solution is known elsewhere
    std::vector<SitingNode> m_open;
    std::vector<double> m_direction;
    std::vector<double> m_share; ///< per candidate: how often the relaxation chose it, lately
    std::set<std::vector<std::uint32_t>> m_tried;
    std::mt19937 m_random{20201231};
    bool m_isPart = false; ///< of another tree
    bool m_stopped = false;
    bool m_enough = false;
    double m_stoppedAt = k_never; ///< least bound of what was left undone
};

} // namespace cuntu
