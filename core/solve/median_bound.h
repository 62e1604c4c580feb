// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/p_median.h"

namespace cuntu {

/// The Lagrangian relaxation of a p-median problem: every customer i pays u_i whoever serves it, and each open site j
/// brings
///
///     rho_j = sum over i of min(0, cost_ij - u_i)
///
/// so that for any u the best `count` sites by rho give a lower bound, sum u_i + sum rho_j. Not thread-safe.
class MedianBound {
public:
    /// @p costs must outlive it.
    MedianBound(const ServiceCosts &costs, std::size_t count);

    /// Forgets the sites that @p rules close, so that evaluating takes less; they must stay closed.
    void forgetClosed(const std::vector<SiteRule> &rules);
    /// Bound for @p multipliers (one a customer) under @p rules. Fills the members below.
    double evaluate(const std::vector<double> &multipliers, const std::vector<SiteRule> &rules);

    const std::vector<std::uint32_t> &chosen() const { return m_chosen; } ///< the best sites, `count` of them
    const std::vector<double> &slopes() const { return m_slopes; } ///< per customer: 1 less the chosen sites below u
    double slopeSquares() const { return m_squares; }
    /// Closes and opens the free sites for which doing otherwise makes a bound that @p isBeaten says is too high. True
    /// where a rule changed. For the multipliers of the last evaluate().
    template <typename Beaten> bool fix(std::vector<SiteRule> &rules, const Beaten &isBeaten) const;

private:
    const ServiceCosts *m_costs; ///< m_kept once it is there
    std::optional<ServiceCosts> m_kept;
    std::size_t m_known; ///< sites that are not forgotten
    std::size_t m_count;
    std::vector<double> m_rho;
    std::vector<std::uint32_t> m_chosen;
    std::vector<std::uint32_t> m_free;
    std::vector<bool> m_isChosen;
    std::vector<double> m_slopes;
    double m_squares = 0;
    double m_bound = 0;
    double m_lastIn = 0;   ///< rho of the worst free site that is chosen
    double m_firstOut = 0; ///< rho of the best one that is not
};

template <typename Beaten> bool MedianBound::fix(std::vector<SiteRule> &rules, const Beaten &isBeaten) const
{
    bool changed = false;
    for (const std::uint32_t site : m_free) {
        if (m_isChosen[site] && isBeaten(m_bound - m_rho[site] + m_firstOut)) {
            rules[site] = SiteRule::Open;
            changed = true;
        } else if (!m_isChosen[site] && isBeaten(m_bound + m_rho[site] - m_lastIn)) {
            rules[site] = SiteRule::Closed;
            changed = true;
        }
    }
    return changed;
}

} // namespace cuntu
