// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/capacitated_search.h"

#include "core/solve/knapsack.h"
#include "core/solve/limits.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace cuntu {

namespace {

} // namespace

CapacitatedSearch::CapacitatedSearch(const CapacitatedProblem &problem)
    : m_problem(problem), m_load(problem.candidateCount(), 0)
{
    double dearest = 0;
    for (const double cost : problem.costs) {
        dearest = std::isfinite(cost) ? std::max(dearest, cost) : dearest;
    }
    double smallest = k_never;
    for (const double size : problem.sizes) {
        smallest = size > 0 ? std::min(smallest, size) : smallest;
    }
    m_penalty = 10 * (1 + dearest) / (std::isfinite(smallest) ? smallest : 1);
    m_least = 1e-9 * (1 + dearest);
}

double CapacitatedSearch::over(std::size_t site, double load) const
{
    return load <= roomWithSlack(m_problem.capacities[site]) ? 0 : load - m_problem.capacities[site];
}

bool CapacitatedSearch::isAffordable(const std::vector<std::uint32_t> &sites) const
{
    double spent = 0;
    for (const std::uint32_t site : sites) {
        spent += m_problem.priceOf(site);
    }
    return !m_problem.budget || spent <= roomWithSlack(*m_problem.budget);
}

bool CapacitatedSearch::isBetter(const Allocation &a, const Allocation &b) const
{
    if (a.assignment.empty() || b.assignment.empty()) {
        return b.assignment.empty() && !a.assignment.empty();
    }
    if ((a.excess == 0) != (b.excess == 0)) {
        return a.excess == 0; // an excess may be so small that its penalty is, too
    }
    return a.cost + m_penalty * a.excess < b.cost + m_penalty * b.excess - m_least;
}

/// Greedy: each next site is the one that brings demands, as far as it can hold them, most nearer.
std::vector<std::uint32_t> CapacitatedSearch::firstSites() const
{
    const std::size_t candidates = m_problem.candidateCount();
    std::vector<std::uint32_t> sites;
    std::vector<bool> isOpen(candidates, false);
    double dearest = 0;
    for (const double cost : m_problem.costs) {
        dearest = std::isfinite(cost) ? std::max(dearest, cost) : dearest;
    }
    std::vector<double> paid(m_problem.demandCount(), 2 * dearest + 1);
    double spent = 0;
    const auto open = [&](std::uint32_t site) {
        isOpen[site] = true;
        sites.push_back(site);
        spent += m_problem.priceOf(site);
        for (std::size_t demand = 0; demand < paid.size(); ++demand) {
            paid[demand] = std::min(paid[demand], m_problem.cost(demand, site));
        }
    };
    for (std::uint32_t site = 0; site < candidates; ++site) {
        if (m_problem.rules[site] == SiteRule::Fixed) {
            open(site);
        }
    }
    // What the cheapest sites that must still come will cost at least.
    const auto reserve = [&](std::uint32_t without) {
        std::vector<double> prices;
        for (std::uint32_t site = 0; site < candidates; ++site) {
            if (!isOpen[site] && site != without && m_problem.rules[site] == SiteRule::Free) {
                prices.push_back(m_problem.priceOf(site));
            }
        }
        std::sort(prices.begin(), prices.end());
        const std::size_t left = m_problem.sites ? *m_problem.sites - sites.size() - 1 : 0;
        return left > prices.size()
                   ? k_never
                   : std::accumulate(prices.begin(), prices.begin() + static_cast<std::ptrdiff_t>(left), 0.0);
    };
    while (!m_problem.sites || sites.size() < *m_problem.sites) {
        std::uint32_t best = k_none;
        double most = -1;
        for (std::uint32_t site = 0; site < candidates; ++site) {
            if (isOpen[site] || m_problem.rules[site] != SiteRule::Free ||
                (m_problem.budget &&
                 spent + m_problem.priceOf(site) + reserve(site) > roomWithSlack(*m_problem.budget))) {
                continue;
            }
            double gain = 0;
            for (std::size_t demand = 0; demand < paid.size(); ++demand) {
                gain += std::max(0.0, paid[demand] - m_problem.cost(demand, site));
            }
            if (gain > most) {
                most = gain;
                best = site;
            }
        }
        if (best == k_none) {
            break;
        }
        open(best);
    }
    if ((m_problem.sites && sites.size() != *m_problem.sites) || !isAffordable(sites)) {
        return {};
    }
    std::sort(sites.begin(), sites.end());
    return sites;
}

void CapacitatedSearch::measure(Allocation &now)
{
    std::fill(m_load.begin(), m_load.end(), 0);
    now.cost = 0;
    now.excess = 0;
    for (std::uint32_t demand = 0; demand < now.assignment.size(); ++demand) {
        m_load[now.assignment[demand]] += m_problem.sizes[demand];
        now.cost += m_problem.cost(demand, now.assignment[demand]);
    }
    for (const std::uint32_t site : now.sites) {
        now.excess += over(site, m_load[site]);
    }
}

/// Always the demand next that would lose most if its best site with room were taken by others.
void CapacitatedSearch::assign(Allocation &now)
{
    now.assignment.assign(m_problem.demandCount(), k_none);
    std::fill(m_load.begin(), m_load.end(), 0);
    for (std::size_t done = 0; done < now.assignment.size(); ++done) {
        std::uint32_t next = k_none;
        std::uint32_t where = k_none;
        double most = -k_never;
        for (std::uint32_t demand = 0; demand < now.assignment.size(); ++demand) {
            if (now.assignment[demand] != k_none) {
                continue;
            }
            double first = k_never;
            double second = k_never;
            std::uint32_t best = k_none;
            for (const std::uint32_t site : now.sites) {
                const double cost =
                    m_problem.cost(demand, site) +
                    m_penalty * (over(site, m_load[site] + m_problem.sizes[demand]) - over(site, m_load[site]));
                if (cost < first) {
                    second = first;
                    first = cost;
                    best = site;
                } else {
                    second = std::min(second, cost);
                }
            }
            if (best == k_none) {
                now.assignment.clear(); // no way to any of these sites
                return;
            }
            const double regret = std::isfinite(second) ? second - first : 1e15 + m_problem.sizes[demand];
            if (regret > most) {
                most = regret;
                next = demand;
                where = best;
            }
        }
        now.assignment[next] = where;
        m_load[where] += m_problem.sizes[next];
    }
}

bool CapacitatedSearch::tryShift(Allocation &now, std::uint32_t demand)
{
    const std::uint32_t from = now.assignment[demand];
    const double size = m_problem.sizes[demand];
    const double freed = over(from, m_load[from]) - over(from, m_load[from] - size);
    std::uint32_t best = from;
    double most = m_least;
    for (const std::uint32_t to : now.sites) {
        if (to == from) {
            continue;
        }
        const double gain = m_problem.cost(demand, from) - m_problem.cost(demand, to) +
                            m_penalty * (freed - over(to, m_load[to] + size) + over(to, m_load[to]));
        if (gain > most) {
            most = gain;
            best = to;
        }
    }
    if (best == from) {
        return false;
    }
    m_load[from] -= size;
    m_load[best] += size;
    now.assignment[demand] = best;
    return true;
}

bool CapacitatedSearch::trySwap(Allocation &now, std::uint32_t a, std::uint32_t b)
{
    const std::uint32_t here = now.assignment[a];
    const std::uint32_t there = now.assignment[b];
    const double saved =
        m_problem.cost(a, here) + m_problem.cost(b, there) - m_problem.cost(a, there) - m_problem.cost(b, here);
    const double shift = m_problem.sizes[b] - m_problem.sizes[a];
    if (here == there || (saved <= m_least && shift == 0)) {
        return false;
    }
    const double gain = saved + m_penalty * (over(here, m_load[here]) - over(here, m_load[here] + shift) +
                                             over(there, m_load[there]) - over(there, m_load[there] - shift));
    if (!(gain > m_least)) {
        return false;
    }
    m_load[here] += shift;
    m_load[there] -= shift;
    std::swap(now.assignment[a], now.assignment[b]);
    return true;
}

bool CapacitatedSearch::shiftAndSwap(Allocation &now)
{
    const auto demands = static_cast<std::uint32_t>(now.assignment.size());
    bool any = false;
    for (bool moved = true; moved;) {
        moved = false;
        for (std::uint32_t demand = 0; demand < demands; ++demand) {
            moved = tryShift(now, demand) || moved;
        }
        for (std::uint32_t a = 0; a < demands && !moved; ++a) {
            for (std::uint32_t b = a + 1; b < demands; ++b) {
                moved = trySwap(now, a, b) || moved;
            }
        }
        any = any || moved;
    }
    return any;
}

/// Moves a site to where its own group has it nearest.
bool CapacitatedSearch::moveSites(Allocation &now)
{
    std::vector<bool> isOpen(m_problem.candidateCount(), false);
    for (const std::uint32_t site : now.sites) {
        isOpen[site] = true;
    }
    bool any = false;
    for (std::uint32_t &site : now.sites) {
        if (m_problem.rules[site] == SiteRule::Fixed) {
            continue;
        }
        std::vector<std::uint32_t> group;
        double cost = 0;
        for (std::uint32_t demand = 0; demand < now.assignment.size(); ++demand) {
            if (now.assignment[demand] == site) {
                group.push_back(demand);
                cost += m_problem.cost(demand, site);
            }
        }
        std::uint32_t best = site;
        double least = cost + m_penalty * over(site, m_load[site]) - m_least;
        for (std::uint32_t other = 0; other < m_problem.candidateCount(); ++other) {
            if (isOpen[other] || m_problem.rules[other] != SiteRule::Free) {
                continue;
            }
            double there = m_penalty * over(other, m_load[site]);
            for (std::size_t k = 0; k < group.size() && there < least; ++k) {
                there += m_problem.cost(group[k], other);
            }
            if (there < least) {
                const std::uint32_t old = site;
                site = other;
                const bool fits = isAffordable(now.sites);
                site = old;
                if (fits) {
                    least = there;
                    best = other;
                }
            }
        }
        if (best != site) {
            for (const std::uint32_t demand : group) {
                now.assignment[demand] = best;
            }
            m_load[best] = m_load[site];
            m_load[site] = 0;
            isOpen[site] = false;
            isOpen[best] = true;
            site = best;
            any = true;
        }
    }
    std::sort(now.sites.begin(), now.sites.end());
    return any;
}

void CapacitatedSearch::settle(Allocation &now)
{
    for (bool moved = true; moved;) {
        shiftAndSwap(now);
        moved = moveSites(now);
    }
    measure(now);
}

Allocation CapacitatedSearch::improve(std::vector<std::uint32_t> sites)
{
    Allocation now;
    now.sites = std::move(sites);
    assign(now);
    if (!now.assignment.empty()) {
        settle(now);
    }
    return now;
}

/// A site goes and another one comes; who loses theirs goes wherever it is best for now.
Allocation CapacitatedSearch::disturb(const Allocation &from, std::mt19937 &random)
{
    Allocation now = from;
    const std::size_t slot = random() % now.sites.size();
    const std::uint32_t out = now.sites[slot];
    const auto in = static_cast<std::uint32_t>(random() % m_problem.candidateCount());
    if (m_problem.rules[out] == SiteRule::Fixed || m_problem.rules[in] != SiteRule::Free ||
        std::binary_search(now.sites.begin(), now.sites.end(), in)) {
        return now;
    }
    now.sites[slot] = in;
    if (!isAffordable(now.sites)) {
        return from;
    }
    std::sort(now.sites.begin(), now.sites.end());
    measure(now);
    for (std::uint32_t demand = 0; demand < now.assignment.size(); ++demand) {
        const std::uint32_t held = now.assignment[demand];
        const double size = m_problem.sizes[demand];
        std::uint32_t best = k_none;
        double least = held == out ? k_never : m_problem.cost(demand, held);
        for (const std::uint32_t site : held == out ? now.sites : std::vector<std::uint32_t>{in}) {
            const double cost =
                m_problem.cost(demand, site) + m_penalty * (over(site, m_load[site] + size) - over(site, m_load[site]));
            if (cost < least) {
                least = cost;
                best = site;
            }
        }
        if (best != k_none) {
            m_load[held] -= size;
            m_load[best] += size;
            now.assignment[demand] = best;
        } else if (held == out) {
            return from; // no way to any of these sites
        }
    }
    settle(now);
    return now;
}

} // namespace cuntu
