// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/median_bound.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace cuntu {

MedianBound::MedianBound(const ServiceCosts &costs, std::size_t count)
    : m_costs(&costs),
      m_known(costs.siteCount()),
      m_count(count),
      m_rho(costs.siteCount()),
      m_isChosen(costs.siteCount()),
      m_slopes(costs.customerCount())
{
}

void MedianBound::forgetClosed(const std::vector<SiteRule> &rules)
{
    std::vector<bool> isKept;
    for (const SiteRule rule : rules) {
        isKept.push_back(rule != SiteRule::Closed);
    }
    const auto kept = static_cast<std::size_t>(std::count(isKept.begin(), isKept.end(), true));
    if (4 * kept > 3 * m_known) {
        return; // copying would cost more than it saves
    }
    ServiceCosts fewer = m_costs->of(isKept);
    m_kept = std::move(fewer);
    m_costs = &*m_kept;
    m_known = kept;
}

double MedianBound::evaluate(const std::vector<double> &multipliers, const std::vector<SiteRule> &rules)
{
    std::fill(m_rho.begin(), m_rho.end(), 0);
    m_bound = 0;
    for (std::size_t customer = 0; customer < multipliers.size(); ++customer) {
        const double u = multipliers[customer];
        const auto prices = m_costs->costs(customer);
        const auto sites = m_costs->sites(customer);
        for (std::size_t i = 0; i < prices.size() && prices[i] < u; ++i) {
            m_rho[sites[i]] += prices[i] - u;
        }
        m_bound += u;
    }
    m_chosen.clear();
    m_free.clear();
    for (std::uint32_t site = 0; site < rules.size(); ++site) {
        if (rules[site] == SiteRule::Open) {
            m_chosen.push_back(site);
        } else if (rules[site] == SiteRule::Free) {
            m_free.push_back(site);
        }
    }
    const std::size_t wanted = m_count - m_chosen.size();
    const auto isBetter = [this](std::uint32_t a, std::uint32_t b) {
        return m_rho[a] != m_rho[b] ? m_rho[a] < m_rho[b] : a < b;
    };
    std::nth_element(m_free.begin(), m_free.begin() + static_cast<std::ptrdiff_t>(wanted), m_free.end(), isBetter);
    m_chosen.insert(m_chosen.end(), m_free.begin(), m_free.begin() + static_cast<std::ptrdiff_t>(wanted));
    m_lastIn = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < wanted; ++i) {
        m_lastIn = std::max(m_lastIn, m_rho[m_free[i]]);
    }
    m_firstOut = wanted < m_free.size() ? m_rho[m_free[wanted]] : std::numeric_limits<double>::infinity();
    std::fill(m_isChosen.begin(), m_isChosen.end(), false);
    for (const std::uint32_t site : m_chosen) {
        m_isChosen[site] = true;
        m_bound += m_rho[site];
    }
    m_squares = 0;
    for (std::size_t customer = 0; customer < multipliers.size(); ++customer) {
        const double u = multipliers[customer];
        const auto prices = m_costs->costs(customer);
        const auto sites = m_costs->sites(customer);
        int serving = 0;
        for (std::size_t i = 0; i < prices.size() && prices[i] < u; ++i) {
            serving += m_isChosen[sites[i]] ? 1 : 0;
        }
        m_slopes[customer] = 1 - serving;
        m_squares += m_slopes[customer] * m_slopes[customer];
    }
    return m_bound;
}

} // namespace cuntu
