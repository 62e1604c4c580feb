// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/water/system_trees.h"

#include <functional>
#include <random>
#include <set>

namespace cuntu::water {

/// Who is given water by what, with the pipes: a plan on its way.
struct SupplyDraft {
    std::vector<std::uint32_t> linkOf;             ///< per settlement; k_noIndex: none
    std::vector<double> left_m3d;                  ///< per system: what it can still give
    std::vector<std::vector<std::uint32_t>> links; ///< per system
    std::vector<SystemTree> trees;                 ///< per system
    double cost = 0;                               ///< yuan: systems, pipes and links
    double weight = 0;
};

/// Improves plans that keep to the capacities: takes the settlements of some neighbourhood out and lets them, and all
/// others, in again by what they cost at the margin for their weight (large neighbourhood search, Shaw 1998,
/// doi:10.1007/3-540-49481-2_30; a little worse is accepted at first, as in Dueck and Scheuer 1990,
/// doi:10.1016/0021-9991(90)90201-B). Says nothing about bounds. Deterministic but for the time. Of one thread.
class SupplyImprover {
public:
    /// @p goal with a budget, or with a wanted weight.
    SupplyImprover(const SupplyProblem &problem, const PlanGoal &goal);

    /// What a m³/d of each system is worth to others, yuan; from a bound. Empty: nothing.
    void setPrices(std::vector<double> prices) { m_prices = std::move(prices); }
    /// The plan that gives the settlements in @p links water by these, as far as the capacities allow, and the others
    /// as the goal asks.
    SupplyDraft complete(std::span<const std::uint32_t> links);
    /// Goes on from @p draft for @p rounds rounds, or until @p mustStop says so of the best one so far.
    SupplyDraft improve(const SupplyDraft &draft, int rounds, const std::function<bool(const SupplyDraft &)> &mustStop);
    /// True where @p draft serves what is wanted, within the budget.
    bool isGood(const SupplyDraft &draft) const;
    /// True where @p draft is better than @p other by the goal.
    bool isBetter(const SupplyDraft &draft, const SupplyDraft &other) const { return value(draft) < value(other); }

private:
    /// Less is better.
    double value(const SupplyDraft &draft) const;
    double costOf(const SupplyDraft &draft, std::uint32_t link) const;
    void put(SupplyDraft &draft, std::uint32_t link);
    void drop(SupplyDraft &draft, std::uint32_t settlement);
    void regrow(SupplyDraft &draft, std::uint32_t system);
    void fill(SupplyDraft &draft, double noise);
    std::uint32_t cheapest(const SupplyDraft &draft, const std::vector<double> &factor) const;
    std::vector<double> savings(const SupplyDraft &draft, std::uint32_t system) const;
    void trim(SupplyDraft &draft);
    std::vector<std::uint32_t> around(std::uint32_t settlement, std::size_t count);
    SupplyDraft changed(const SupplyDraft &draft);

    const SupplyProblem &m_problem;
    const PlanGoal &m_goal;
    SystemTrees m_trees;
    std::vector<double> m_prices;
    std::vector<std::vector<std::uint32_t>> m_linksOf;                 ///< per settlement
    std::vector<std::vector<std::uint32_t>> m_settlementsAt;           ///< per place
    std::vector<std::vector<std::pair<std::uint32_t, double>>> m_ways; ///< per place: neighbours and costs
    std::vector<std::uint32_t> m_reachable;                            ///< settlements with a link
    std::set<std::uint32_t> m_touched;                                 ///< systems that a round changed
    std::mt19937 m_random{1};
};

} // namespace cuntu::water
