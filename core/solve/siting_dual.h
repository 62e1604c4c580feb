// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/half_cuts.h"

namespace cuntu {

/// The Lagrangian bound of a SitingProblem: a demand may be assigned at a price instead of exactly once.
///
///     L(price) = sum price[i] + sum over the best sites of  (opening[j] + sum over i of min(0, cost[i,j] - price[i]))
///
/// Every price from 0 up to `otherwise` gives a bound; with them that high, being served by none never pays more. A cut
/// has a price as well, after those of the demands: it adds twice its price, and each of its sites gives it back as
/// often as it counts. The prices of a demand and of its cuts may then be `otherwise` in sum.
class SitingDual {
public:
    explicit SitingDual(const SitingProblem &problem);

    /// From now on prices are given for these, too.
    void add(const std::vector<HalfCut> &cuts);
    bool hasCuts() const { return !m_cuts.empty(); }
    const std::vector<HalfCut> &cuts() const { return m_cuts; }
    std::size_t priceCount() const { return m_problem.demandCount() + m_cuts.size(); }
    /// Moves @p prices to where they give a bound: about to the nearest such place.
    void keepValid(std::vector<double> &prices) const;

    /// Evaluates the prices under @p rules: fills bound(), reduced costs, and the sites of the relaxed solution.
    void evaluate(const std::vector<double> &prices, const std::vector<SiteRule> &rules);

    double bound() const { return m_bound; }
    const std::vector<std::uint32_t> &chosen() const { return m_chosen; }
    /// Per demand: 1 less the number of chosen sites that it is assigned to, of two choices that spend less and more
    /// than the budget their mean; per cut: 2 less what the chosen sites count. Call after evaluate().
    const std::vector<double> &slack(const std::vector<double> &prices);
    /// Turns free candidates of @p rules into fixed or forbidden ones where the other choice cannot stay below
    /// @p limit. True when it changed any.
    bool fix(double limit, std::vector<SiteRule> &rules) const;

private:
    void choose(double budgetPrice);
    void priceBudget();
    double cost(std::uint32_t site, double budgetPrice) const
    {
        return m_reduced[site] + budgetPrice * m_problem.priceOf(site);
    }

    const SitingProblem &m_problem;
    std::vector<HalfCut> m_cuts;
    std::vector<std::uint32_t> m_inCuts;                ///< demands that are in one, ascending
    std::vector<std::vector<std::size_t>> m_pricesOver; ///< per demand: indices of the prices of its cuts
    std::vector<double> m_reduced;                      ///< per candidate
    std::vector<std::uint32_t> m_free;
    std::vector<std::uint32_t> m_chosen;
    std::vector<std::uint32_t> m_fixed;
    std::vector<bool> m_isChosen;
    std::vector<double> m_part; ///< per candidate: how much of it is in the mean of two choices
    std::vector<double> m_slack;
    double m_spent = 0;       ///< by the chosen sites
    double m_budgetPrice = 0; ///< per unit of the budget; where the last search for it ended
    double m_bound = 0;
    double m_lastIn = 0;   ///< reduced cost of the dearest free site that was chosen; 0 where their number is free
    double m_firstOut = 0; ///< reduced cost of the cheapest one that was not
};

} // namespace cuntu
