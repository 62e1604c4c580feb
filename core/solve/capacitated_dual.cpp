// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/capacitated_dual.h"

#include "core/solve/limits.h"

#include <algorithm>
#include <limits>

namespace cuntu {

namespace {
}

CapacitatedDual::CapacitatedDual(const CapacitatedProblem &problem)
    : m_problem(problem),
      m_items(problem.candidateCount()),
      m_fixedPart(problem.candidateCount()),
      m_value(problem.candidateCount()),
      m_roomPrice(problem.candidateCount()),
      m_relaxed(problem.candidateCount()),
      m_groups(problem.candidateCount()),
      m_isChosen(problem.candidateCount(), false),
      m_slack(problem.demandCount())
{
}

/// The continuous knapsack of every site that is not forbidden.
void CapacitatedDual::relaxSites(const std::vector<double> &prices, double budgetPrice, const CapacitatedPart &part)
{
    for (std::uint32_t site = 0; site < m_items.size(); ++site) {
        if (part.rules[site] == SiteRule::Forbidden) {
            continue;
        }
        auto &items = m_items[site];
        items.clear();
        for (const std::uint32_t demand : part.demandsOf[site]) {
            const double gain = prices[demand] - m_problem.cost(demand, site);
            if (gain > 0 && part.only[demand] == CapacitatedPart::k_manySites) {
                items.push_back({gain, m_problem.sizes[demand], demand});
            }
        }
        m_knapsack.relax(items, part.room[site]);
        m_fixedPart[site] = part.forced[site] + budgetPrice * m_problem.priceOf(site);
        m_relaxed[site] = m_fixedPart[site] - m_knapsack.bound();
        m_roomPrice[site] = m_knapsack.price();
        m_value[site] = m_relaxed[site];
    }
}

double CapacitatedDual::exactValue(std::uint32_t site, const CapacitatedPart &part)
{
    m_value[site] = std::max(m_relaxed[site], m_fixedPart[site] - m_knapsack.solve(m_items[site], part.room[site]));
    m_groups[site] = m_knapsack.taken();
    return m_value[site];
}

void CapacitatedDual::add(std::uint32_t site, double value)
{
    m_chosen.push_back(site);
    m_isChosen[site] = true;
    m_bound += value;
    for (const std::uint32_t demand : m_groups[site]) {
        m_slack[demand] -= 1;
    }
}

/// Free sites by what they promise; the exact value only as long as it may be among the best.
void CapacitatedDual::choose(const CapacitatedPart &part)
{
    std::size_t fixed = 0;
    m_free.clear();
    for (std::uint32_t site = 0; site < m_items.size(); ++site) {
        m_isChosen[site] = false;
        if (part.rules[site] == SiteRule::Fixed) {
            add(site, exactValue(site, part));
            ++fixed;
        } else if (part.rules[site] == SiteRule::Free) {
            m_free.push_back(site);
        }
    }
    std::sort(m_free.begin(), m_free.end(), [&](std::uint32_t a, std::uint32_t b) {
        return m_relaxed[a] < m_relaxed[b] || (m_relaxed[a] == m_relaxed[b] && a < b);
    });
    const std::size_t wanted =
        m_problem.sites ? *m_problem.sites - std::min<std::size_t>(fixed, *m_problem.sites) : m_free.size();
    std::vector<std::pair<double, std::uint32_t>> best; // a heap, the dearest on top
    m_firstOut = m_problem.sites ? k_never : 0;
    for (const std::uint32_t site : m_free) {
        const double limit = best.size() < wanted ? (m_problem.sites ? k_never : 0)
                             : best.empty()       ? -k_never
                                                  : best.front().first;
        if (m_relaxed[site] >= limit) {
            m_firstOut = m_problem.sites ? std::min(m_firstOut, m_relaxed[site]) : 0;
            break;
        }
        best.emplace_back(exactValue(site, part), site);
        std::push_heap(best.begin(), best.end());
        if (best.size() > wanted || (!m_problem.sites && best.front().first >= 0)) {
            std::pop_heap(best.begin(), best.end());
            m_firstOut = m_problem.sites ? std::min(m_firstOut, best.back().first) : 0;
            best.pop_back();
        }
    }
    m_lastIn = m_problem.sites ? (best.empty() ? -k_never : best.front().first) : 0;
    for (const auto &[value, site] : best) {
        add(site, value);
    }
    std::sort(m_chosen.begin(), m_chosen.end());
}

void CapacitatedDual::evaluate(const std::vector<double> &prices, double budgetPrice, const CapacitatedPart &part)
{
    m_prices = prices;
    m_chosen.clear();
    m_bound = m_problem.budget ? -budgetPrice * *m_problem.budget : 0;
    for (std::size_t demand = 0; demand < prices.size(); ++demand) {
        const bool isOpen = part.only[demand] == CapacitatedPart::k_manySites;
        m_slack[demand] = isOpen ? 1 : 0;
        m_bound += isOpen ? prices[demand] : 0;
    }
    relaxSites(prices, budgetPrice, part);
    choose(part);
    m_overspent = 0;
    if (m_problem.budget && *m_problem.budget > 0) {
        for (const std::uint32_t site : m_chosen) {
            m_overspent += m_problem.priceOf(site) / *m_problem.budget;
        }
        m_overspent -= 1;
    }
}

/// A site in the solution takes the place of the dearest that is in, or of none where their number is free; likewise
/// for an assignment, which costs its own reduced cost at the room's price besides.
bool CapacitatedDual::fix(double limit, CapacitatedPart &part) const
{
    bool changed = false;
    for (std::uint32_t site = 0; site < m_items.size(); ++site) {
        if (part.rules[site] == SiteRule::Forbidden) {
            continue;
        }
        const double without = m_isChosen[site] ? m_bound - m_value[site] : m_bound - m_lastIn;
        if (part.rules[site] == SiteRule::Free) {
            if (without + m_value[site] >= limit) {
                part.rules[site] = SiteRule::Forbidden;
                part.demandsOf[site].clear();
                changed = true;
                continue;
            }
            if (m_isChosen[site] && without + m_firstOut >= limit) {
                part.rules[site] = SiteRule::Fixed;
                changed = true;
            }
        }
        const double room = limit - without - m_relaxed[site];
        const auto removed = std::erase_if(part.demandsOf[site], [&](std::uint32_t demand) {
            return part.only[demand] == CapacitatedPart::k_manySites &&
                   m_problem.cost(demand, site) - m_prices[demand] + m_roomPrice[site] * m_problem.sizes[demand] >=
                       room;
        });
        changed = changed || removed > 0;
    }
    return changed;
}

} // namespace cuntu
