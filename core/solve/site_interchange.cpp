// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/site_interchange.h"

#include "core/solve/graph.h"

#include <algorithm>

namespace cuntu {

double totalCost(const ServiceCosts &costs, const std::vector<bool> &isOpen)
{
    double total = 0;
    for (std::size_t customer = 0; customer < costs.customerCount(); ++customer) {
        const auto sites = costs.sites(customer);
        const auto found = std::find_if(sites.begin(), sites.end(), [&](std::uint32_t site) { return isOpen[site]; });
        total += found == sites.end() ? costs.unserved()
                                      : costs.costs(customer)[static_cast<std::size_t>(found - sites.begin())];
    }
    return total;
}

std::vector<std::uint32_t> greedySites(const ServiceCosts &costs, std::span<const SiteRule> rules, std::size_t count,
                                       const JobContext &job)
{
    std::vector<std::uint32_t> open;
    std::vector<bool> taken(costs.siteCount(), false);
    std::vector<double> now(costs.customerCount(), costs.unserved());
    const auto take = [&](std::uint32_t site) {
        open.push_back(site);
        taken[site] = true;
        for (std::size_t customer = 0; customer < now.size(); ++customer) {
            const auto prices = costs.costs(customer);
            const auto sites = costs.sites(customer);
            for (std::size_t i = 0; i < sites.size() && prices[i] < now[customer]; ++i) {
                if (sites[i] == site) {
                    now[customer] = prices[i];
                    break;
                }
            }
        }
    };
    for (std::uint32_t site = 0; site < costs.siteCount(); ++site) {
        if (rules[site] == SiteRule::Open) {
            take(site);
        }
    }
    std::vector<double> saved(costs.siteCount());
    while (open.size() < count) {
        std::fill(saved.begin(), saved.end(), 0);
        for (std::size_t customer = 0; customer < now.size() && !job.isCancelled(); ++customer) {
            const auto prices = costs.costs(customer);
            const auto sites = costs.sites(customer);
            for (std::size_t i = 0; i < sites.size() && prices[i] < now[customer]; ++i) {
                saved[sites[i]] += now[customer] - prices[i];
            }
        }
        std::uint32_t best = k_noIndex;
        for (std::uint32_t site = 0; site < costs.siteCount(); ++site) {
            if (!taken[site] && rules[site] == SiteRule::Free && (best == k_noIndex || saved[site] > saved[best])) {
                best = site;
            }
        }
        take(best);
    }
    return open;
}

Interchange::Interchange(const ServiceCosts &costs, std::span<const SiteRule> rules, std::vector<std::uint32_t> open)
    : m_costs(costs),
      m_rules(rules),
      m_open(std::move(open)),
      m_slot(costs.siteCount(), k_noIndex),
      m_first(costs.customerCount()),
      m_second(costs.customerCount())
{
    for (std::size_t i = 0; i < m_open.size(); ++i) {
        m_slot[m_open[i]] = static_cast<std::uint32_t>(i);
    }
    serveAll();
}

void Interchange::serve(std::size_t customer)
{
    const auto sites = m_costs.sites(customer);
    std::uint32_t place = 0;
    const auto next = [&] {
        while (place < sites.size() && m_slot[sites[place]] == k_noIndex) {
            ++place;
        }
        return place;
    };
    m_first[customer] = next();
    place = std::min(place + 1, static_cast<std::uint32_t>(sites.size()));
    m_second[customer] = next();
}

void Interchange::serveAll()
{
    m_total = 0;
    for (std::size_t customer = 0; customer < m_costs.customerCount(); ++customer) {
        serve(customer);
        const auto prices = m_costs.costs(customer);
        m_total += m_first[customer] < prices.size() ? prices[m_first[customer]] : m_costs.unserved();
    }
}

std::vector<double> Interchange::secondCosts() const
{
    std::vector<double> costs;
    for (std::size_t customer = 0; customer < m_costs.customerCount(); ++customer) {
        const auto prices = m_costs.costs(customer);
        const std::uint32_t place = m_second[customer] < prices.size() ? m_second[customer] : m_first[customer];
        costs.push_back(place < prices.size() ? prices[place] : 0);
    }
    return costs;
}

Interchange::Swap Interchange::bestSwap()
{
    // A swap of site s into the place of the open site r saves gain(s) - loss(r) + extra(s, r): what customers near s
    // save, what those of r must pay to go to their second choice, and what of both was counted twice.
    const std::size_t width = m_open.size();
    std::vector<double> gain(m_costs.siteCount(), 0);
    std::vector<double> loss(width, 0);
    m_extra.assign(m_costs.siteCount() * width, 0);
    for (std::size_t customer = 0; customer < m_costs.customerCount(); ++customer) {
        const auto prices = m_costs.costs(customer);
        const auto sites = m_costs.sites(customer);
        const auto priceAt = [&](std::uint32_t place) {
            return place < prices.size() ? prices[place] : m_costs.unserved();
        };
        const double first = priceAt(m_first[customer]);
        const double second = priceAt(m_second[customer]);
        const std::uint32_t own = m_first[customer] < sites.size() ? m_slot[sites[m_first[customer]]] : k_noIndex;
        if (own != k_noIndex) {
            loss[own] += second - first;
        }
        for (std::size_t i = 0; i < sites.size() && prices[i] < second; ++i) {
            if (prices[i] < first) {
                gain[sites[i]] += first - prices[i];
            }
            if (own != k_noIndex && m_slot[sites[i]] == k_noIndex) {
                m_extra[sites[i] * width + own] += second - std::max(prices[i], first);
            }
        }
    }
    Swap best;
    for (std::uint32_t in = 0; in < m_costs.siteCount(); ++in) {
        if (m_slot[in] != k_noIndex || m_rules[in] != SiteRule::Free) {
            continue;
        }
        for (std::size_t slot = 0; slot < width; ++slot) {
            const double saved = gain[in] - loss[slot] + m_extra[in * width + slot];
            if (saved > best.saved && m_rules[m_open[slot]] == SiteRule::Free) {
                best = {saved, in, static_cast<std::uint32_t>(slot)};
            }
        }
    }
    return best;
}

void Interchange::improve(const JobContext &job)
{
    while (!job.isCancelled()) {
        const double before = m_total;
        const Swap swap = bestSwap();
        if (swap.saved <= before * 1e-12) { // less than the rounding of the sums
            return;
        }
        m_slot[m_open[swap.out]] = k_noIndex;
        m_open[swap.out] = swap.in;
        m_slot[swap.in] = swap.out;
        serveAll();
    }
}

} // namespace cuntu
