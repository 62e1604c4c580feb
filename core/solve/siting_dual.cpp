// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/siting_dual.h"

#include "core/solve/limits.h"

#include <algorithm>
#include <limits>

namespace cuntu {

SitingDual::SitingDual(const SitingProblem &problem)
    : m_problem(problem),
      m_pricesOver(problem.demandCount()),
      m_reduced(problem.candidateCount()),
      m_isChosen(problem.candidateCount(), false),
      m_part(problem.candidateCount(), 0),
      m_slack(problem.demandCount())
{
}

void SitingDual::add(const std::vector<HalfCut> &cuts)
{
    for (const HalfCut &cut : cuts) {
        for (const std::uint32_t demand : cut.demands) {
            m_pricesOver[demand].push_back(priceCount());
        }
        m_cuts.push_back(cut);
        m_inCuts.insert(m_inCuts.end(), cut.demands.begin(), cut.demands.end());
    }
    std::sort(m_inCuts.begin(), m_inCuts.end());
    m_inCuts.erase(std::unique(m_inCuts.begin(), m_inCuts.end()), m_inCuts.end());
    m_slack.resize(priceCount());
}

/// Projects on one demand's condition after the other, a few times; what is then still too much is cut off.
void SitingDual::keepValid(std::vector<double> &prices) const
{
    constexpr int k_rounds = 3;
    for (std::size_t demand = 0; demand < m_problem.demandCount(); ++demand) {
        prices[demand] = std::clamp(prices[demand], 0.0, m_problem.otherwise[demand]);
    }
    for (std::size_t k = m_problem.demandCount(); k < prices.size(); ++k) {
        prices[k] = std::max(prices[k], 0.0);
    }
    const auto excess = [&](std::uint32_t demand) {
        double sum = prices[demand];
        for (const std::size_t k : m_pricesOver[demand]) {
            sum += prices[k];
        }
        return sum - m_problem.otherwise[demand];
    };
    for (int round = 0; round < k_rounds; ++round) {
        for (const std::uint32_t demand : m_inCuts) {
            if (const double much = excess(demand); much > 0) {
                const double each = much / static_cast<double>(1 + m_pricesOver[demand].size());
                prices[demand] = std::max(0.0, prices[demand] - each);
                for (const std::size_t k : m_pricesOver[demand]) {
                    prices[k] = std::max(0.0, prices[k] - each);
                }
            }
        }
    }
    for (const std::uint32_t demand : m_inCuts) {
        if (const double much = excess(demand); much > 0) {
            const double own = std::min(prices[demand], much);
            prices[demand] -= own;
            const double room = m_problem.otherwise[demand];
            for (const std::size_t k : m_pricesOver[demand]) {
                prices[k] *= much > own ? room / (room + much - own) : 1;
            }
        }
    }
}

void SitingDual::evaluate(const std::vector<double> &prices, const std::vector<SiteRule> &rules)
{
    m_bound = 0;
    for (std::size_t site = 0; site < m_reduced.size(); ++site) {
        m_reduced[site] = m_problem.openingOf(site);
    }
    for (std::size_t demand = 0; demand < m_problem.demandCount(); ++demand) {
        const double price = prices[demand];
        m_bound += price;
        for (const SitingProblem::Entry &entry : m_problem.entriesOf(demand)) {
            if (entry.cost >= price) {
                break;
            }
            m_reduced[entry.site] += entry.cost - price;
        }
    }
    for (std::size_t k = 0; k < m_cuts.size(); ++k) {
        const double price = prices[m_problem.demandCount() + k];
        m_bound += 2 * price;
        for (const HalfCut::Part &part : m_cuts[k].sites) {
            m_reduced[part.site] -= part.times * price;
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
    for (std::size_t demand = 0; demand < m_problem.demandCount(); ++demand) {
        double slack = 1;
        for (const SitingProblem::Entry &entry : m_problem.entriesOf(demand)) {
            if (entry.cost >= prices[demand]) {
                break;
            }
            slack -= m_part[entry.site];
        }
        m_slack[demand] = slack;
    }
    for (std::size_t k = 0; k < m_cuts.size(); ++k) {
        double slack = 2;
        for (const HalfCut::Part &part : m_cuts[k].sites) {
            slack -= part.times * m_part[part.site];
        }
        m_slack[m_problem.demandCount() + k] = slack;
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
