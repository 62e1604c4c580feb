// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/siting_dual.h"

#include "core/solve/limits.h"

#include <algorithm>
#include <limits>

namespace cuntu {

namespace {
}

SitingDual::SitingDual(const SitingProblem &problem)
    : m_problem(problem),
      m_reduced(problem.candidateCount()),
      m_isChosen(problem.candidateCount(), false),
      m_part(problem.candidateCount(), 0),
      m_slack(problem.demandCount())
{
}

void SitingDual::evaluate(const std::vector<double> &prices, const std::vector<SiteRule> &rules)
{
    m_bound = 0;
    for (std::size_t site = 0; site < m_reduced.size(); ++site) {
        m_reduced[site] = m_problem.openingOf(site);
    }
    for (std::size_t demand = 0; demand < prices.size(); ++demand) {
        const double price = prices[demand];
        m_bound += price;
        for (const SitingProblem::Entry &entry : m_problem.entriesOf(demand)) {
            if (entry.cost >= price) {
                break;
            }
            m_reduced[entry.site] += entry.cost - price;
        }
    }
    m_free.clear();
    m_fixed.clear();
    std::fill(m_part.begin(), m_part.end(), 0);
    std::fill(m_isChosen.begin(), m_isChosen.end(), false);
    for (std::uint32_t site = 0; site < m_reduced.size(); ++site) {
        if (rules[site] == SiteRule::Fixed) {
            m_fixed.push_back(site);
        } else if (rules[site] == SiteRule::Free) {
            m_free.push_back(site);
        }
    }
    if (m_problem.budget) {
        priceBudget();
    } else {
        choose(0);
        for (const std::uint32_t site : m_chosen) {
            m_part[site] = 1;
        }
    }
    std::sort(m_chosen.begin(), m_chosen.end());
    for (const std::uint32_t site : m_chosen) {
        m_bound += m_reduced[site];
        m_isChosen[site] = true;
    }
}

/// The best sites where spending costs @p budgetPrice a unit.
void SitingDual::choose(double budgetPrice)
{
    m_chosen = m_fixed;
    const auto cheaper = [&](std::uint32_t a, std::uint32_t b) {
        const double costA = cost(a, budgetPrice);
        const double costB = cost(b, budgetPrice);
        return costA < costB || (costA == costB && a < b);
    };
    std::size_t count = 0;
    if (m_problem.sites) {
        count = std::min<std::size_t>(*m_problem.sites - std::min<std::size_t>(m_chosen.size(), *m_problem.sites),
                                      m_free.size());
        std::nth_element(m_free.begin(), m_free.begin() + static_cast<std::ptrdiff_t>(count), m_free.end(), cheaper);
    } else {
        count =
            static_cast<std::size_t>(std::partition(m_free.begin(), m_free.end(),
                                                    [&](std::uint32_t site) { return cost(site, budgetPrice) < 0; }) -
                                     m_free.begin());
    }
    m_lastIn = m_problem.sites ? -k_never : 0;
    m_firstOut = m_problem.sites ? k_never : 0;
    for (std::size_t k = 0; k < m_free.size(); ++k) {
        const double reduced = cost(m_free[k], budgetPrice);
        if (k < count) {
            m_chosen.push_back(m_free[k]);
            m_lastIn = m_problem.sites ? std::max(m_lastIn, reduced) : 0;
        } else {
            m_firstOut = m_problem.sites ? std::min(m_firstOut, reduced) : 0;
        }
    }
    m_spent = 0;
    for (const std::uint32_t site : m_chosen) {
        m_spent += m_problem.priceOf(site);
    }
}

/// The bound is concave in the price of the budget and highest where the chosen sites change from spending more than it
/// to spending less. Reduced costs hold that price afterwards.
void SitingDual::priceBudget()
{
    constexpr int k_halvings = 40;
    const double budget = *m_problem.budget;
    double low = 0;
    choose(low);
    double high = low;
    std::vector<std::uint32_t> dear = m_chosen;
    double dearSpent = m_spent;
    if (!m_problem.isAffordable(m_spent)) {
        high = std::max(m_budgetPrice, 1e-6);
        for (choose(high); !m_problem.isAffordable(m_spent) && high < 1e15; choose(high)) {
            dear = m_chosen;
            dearSpent = m_spent;
            low = high;
            high *= 2;
        }
        for (int k = 0; k < k_halvings && high - low > 1e-9 * high; ++k) {
            const double middle = (low + high) / 2;
            choose(middle);
            const bool isCheap = m_problem.isAffordable(m_spent);
            (isCheap ? high : low) = middle;
            if (!isCheap) {
                dear = m_chosen;
                dearSpent = m_spent;
            }
        }
        choose(high);
        m_budgetPrice = high;
    }
    const double share = dearSpent > m_spent ? std::clamp((budget - m_spent) / (dearSpent - m_spent), 0.0, 1.0) : 0;
    for (const std::uint32_t site : m_chosen) {
        m_part[site] += 1 - share;
    }
    for (const std::uint32_t site : dear) {
        m_part[site] += share;
    }
    m_bound -= high * budget;
    for (std::uint32_t site = 0; site < m_reduced.size(); ++site) {
        m_reduced[site] = cost(site, high);
    }
}

const std::vector<double> &SitingDual::slack(const std::vector<double> &prices)
{
    for (std::size_t demand = 0; demand < prices.size(); ++demand) {
        double slack = 1;
        for (const SitingProblem::Entry &entry : m_problem.entriesOf(demand)) {
            if (entry.cost >= prices[demand]) {
                break;
            }
            slack -= m_part[entry.site];
        }
        m_slack[demand] = slack;
    }
    return m_slack;
}

/// A chosen site left out makes room for the cheapest other one, and the other way round: the difference of their
/// reduced costs is what the bound rises by.
bool SitingDual::fix(double limit, std::vector<SiteRule> &rules) const
{
    bool changed = false;
    for (const std::uint32_t site : m_free) {
        if (rules[site] != SiteRule::Free) {
            continue;
        }
        const double rise = m_isChosen[site] ? m_firstOut - m_reduced[site] : m_reduced[site] - m_lastIn;
        if (m_bound + rise >= limit) {
            rules[site] = m_isChosen[site] ? SiteRule::Fixed : SiteRule::Forbidden;
            changed = true;
        }
    }
    return changed;
}

} // namespace cuntu
