// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/capacitated.h"
#include "core/solve/knapsack.h"

namespace cuntu {

/// What is still open in one part of the search: which sites, and which demands may go to each of them.
struct CapacitatedPart {
    std::vector<SiteRule> rules;
    std::vector<std::vector<std::uint32_t>> demandsOf; ///< per candidate, ascending
    std::vector<std::uint32_t> only;                   ///< per demand: its site where one is left, else k_manySites
    std::vector<double> room;                          ///< per candidate: capacity less those that have only this site
    std::vector<double> forced;                        ///< per candidate: cost of those
    std::vector<double> prices;                        ///< per demand: what being served is worth, to begin with
    double budgetPrice = 0;
    double bound = 0;

    static constexpr std::uint32_t k_manySites = std::numeric_limits<std::uint32_t>::max();
};

/// The Lagrangian bound of a CapacitatedProblem: demands may be assigned at a price instead of exactly once.
///
///     L(price) = sum price[i] + sum over the best sites of
///                    min { sum over a set of demands that fits of (cost[i,j] - price[i]) }
///
/// Only sites that may be among the best get their knapsack solved; the others' continuous one is enough.
class CapacitatedDual {
public:
    explicit CapacitatedDual(const CapacitatedProblem &problem);

    void evaluate(const std::vector<double> &prices, double budgetPrice, const CapacitatedPart &part);

    double bound() const { return m_bound; }
    const std::vector<std::uint32_t> &chosen() const { return m_chosen; }
    /// Demands that a chosen site takes beside those that have no other one.
    const std::vector<std::uint32_t> &groupOf(std::size_t site) const { return m_groups[site]; }
    /// Per demand: 1 less the number of chosen sites that take it.
    const std::vector<double> &slack() const { return m_slack; }
    /// What the chosen sites cost less the budget, as a share of the budget; 0 without one.
    double overspent() const { return m_overspent; }
    /// Rules out of @p part sites and assignments that cannot stay below @p limit. True where it changed any.
    bool fix(double limit, CapacitatedPart &part) const;

private:
    double exactValue(std::uint32_t site, const CapacitatedPart &part);
    void relaxSites(const std::vector<double> &prices, double budgetPrice, const CapacitatedPart &part);
    void choose(const CapacitatedPart &part);
    void add(std::uint32_t site, double value);

    const CapacitatedProblem &m_problem;
    Knapsack m_knapsack;
    std::vector<std::vector<KnapsackItem>> m_items; ///< per candidate, sorted
    std::vector<double> m_fixedPart;                ///< per candidate: what does not depend on its knapsack
    std::vector<double> m_value;                    ///< per candidate: what opening it adds, never too much
    std::vector<double> m_roomPrice;                ///< per candidate: reduced gain for room at the break
    std::vector<double> m_relaxed;                  ///< per candidate: value of the continuous knapsack
    std::vector<double> m_prices;
    std::vector<std::vector<std::uint32_t>> m_groups;
    std::vector<std::uint32_t> m_free;
    std::vector<std::uint32_t> m_chosen;
    std::vector<bool> m_isChosen;
    std::vector<double> m_slack;
    double m_bound = 0;
    double m_overspent = 0;
    double m_lastIn = 0;
    double m_firstOut = 0;
};

} // namespace cuntu
