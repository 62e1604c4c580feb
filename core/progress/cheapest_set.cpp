// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/cheapest_set.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cuntu {

namespace {

constexpr double k_largestTable = 1e8;
constexpr std::size_t k_mostNodes = 1'000'000;
constexpr double k_rounding = 1e-9;

bool isWhole(double number)
{
    return number == std::floor(number);
}

CheapestSet setOf(const std::vector<Offer> &offers, const std::vector<std::size_t> &chosen)
{
    CheapestSet set;
    for (const std::size_t i : chosen) {
        set.rows.push_back(offers[i].row);
        set.cost += offers[i].cost;
        set.gain += offers[i].gain;
    }
    std::sort(set.rows.begin(), set.rows.end());
    return set;
}

/// Least cost of every gain up to @p wanted (what goes beyond counts as that), by dynamic programming over whole gains.
class GainTable {
public:
    GainTable(const std::vector<Offer> &offers, std::size_t wanted)
        : m_offers(offers),
          m_width(wanted + 1),
          m_cost(m_width, std::numeric_limits<double>::infinity()),
          m_taken(offers.size() * m_width, false)
    {
        m_cost[0] = 0;
        for (std::size_t i = 0; i < offers.size(); ++i) {
            const auto gain = static_cast<std::size_t>(offers[i].gain);
            for (std::size_t reached = m_width; reached-- > 1;) {
                const double with = m_cost[reached - std::min(gain, reached)] + offers[i].cost;
                if (with < m_cost[reached]) {
                    m_cost[reached] = with;
                    m_taken[i * m_width + reached] = true;
                }
            }
        }
    }

    double cost(std::size_t gain) const { return m_cost[gain]; }

    std::vector<std::size_t> chosen(std::size_t gain) const
    {
        std::vector<std::size_t> chosen;
        for (std::size_t i = m_offers.size(); i-- > 0 && gain > 0;) {
            if (m_taken[i * m_width + gain]) {
                chosen.push_back(i);
                gain -= std::min(gain, static_cast<std::size_t>(m_offers[i].gain));
            }
        }
        return chosen;
    }

private:
    const std::vector<Offer> &m_offers;
    std::size_t m_width;
    std::vector<double> m_cost;
    std::vector<bool> m_taken;
};

CheapestSet byTable(const std::vector<Offer> &offers, std::size_t wanted, std::optional<double> budget)
{
    const GainTable table(offers, wanted);
    std::size_t gain = wanted;
    const bool tooDear = budget && table.cost(wanted) > *budget;
    while (budget && gain > 0 && table.cost(gain) > *budget) {
        --gain;
    }
    CheapestSet set = setOf(offers, table.chosen(gain));
    set.bound = tooDear ? static_cast<double>(gain) : set.cost;
    set.optimal = true;
    return set;
}

/// Depth first over the offers from the best ratio down: either cost at a wanted gain is made least, or gain within a
/// budget most.
class Search {
public:
    Search(const std::vector<Offer> &offers, double wanted, std::optional<double> budget)
        : m_offers(offers), m_wanted(wanted), m_budget(budget), m_order(offers.size())
    {
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        std::stable_sort(m_order.begin(), m_order.end(), [&](std::size_t a, std::size_t b) {
            return offers[a].cost * offers[b].gain < offers[b].cost * offers[a].gain;
        });
    }

    CheapestSet run()
    {
        m_rootBound = relaxed(0, 0, 0);
        visit(0, 0, 0);
        CheapestSet set = setOf(m_offers, m_best);
        set.optimal = m_nodes < k_mostNodes;
        set.bound = set.optimal ? (m_budget ? set.gain : set.cost) : m_rootBound;
        return set;
    }

private:
    /// The best that can come of the offers from @p place on, if parts of one could be taken.
    double relaxed(std::size_t place, double cost, double gain) const
    {
        for (; place < m_order.size(); ++place) {
            const Offer &offer = m_offers[m_order[place]];
            if (m_budget ? cost + offer.cost > *m_budget : gain + offer.gain >= m_wanted) {
                return m_budget ? gain + (offer.cost > 0 ? offer.gain * (*m_budget - cost) / offer.cost : 0)
                                : cost + offer.cost * std::max(0.0, m_wanted - gain) / offer.gain;
            }
            cost += offer.cost;
            gain += offer.gain;
        }
        return m_budget ? gain : gain + k_rounding >= m_wanted ? cost : std::numeric_limits<double>::infinity();
    }

    bool canImprove(double bound) const
    {
        return !m_found || (m_budget ? bound > m_bestValue + k_rounding : bound < m_bestValue - k_rounding);
    }

    void visit(std::size_t place, double cost, double gain)
    {
        if (++m_nodes >= k_mostNodes) {
            return;
        }
        const bool complete = m_budget.has_value() || gain + k_rounding >= m_wanted;
        if (complete && canImprove(m_budget ? gain : cost)) {
            m_found = true;
            m_bestValue = m_budget ? gain : cost;
            m_best = m_taken;
        }
        if (place == m_order.size() || (!m_budget && complete) || !canImprove(relaxed(place, cost, gain))) {
            return;
        }
        const Offer &offer = m_offers[m_order[place]];
        if (!m_budget || cost + offer.cost <= *m_budget + k_rounding) {
            m_taken.push_back(m_order[place]);
            visit(place + 1, cost + offer.cost, gain + offer.gain);
            m_taken.pop_back();
        }
        visit(place + 1, cost, gain);
    }

    const std::vector<Offer> &m_offers;
    double m_wanted;
    std::optional<double> m_budget;
    std::vector<std::size_t> m_order;
    std::vector<std::size_t> m_taken;
    std::vector<std::size_t> m_best;
    double m_bestValue = 0;
    double m_rootBound = 0;
    bool m_found = false;
    std::size_t m_nodes = 0;
};

} // namespace

Result<CheapestSet> cheapestSet(const std::vector<Offer> &offers, double wanted, std::optional<double> budget,
                                const JobContext &job)
{
    std::vector<Offer> useful;
    double all = 0;
    bool whole = true;
    for (const Offer &offer : offers) {
        if (offer.gain > 0) {
            useful.push_back(offer);
            all += offer.gain;
            whole = whole && isWhole(offer.gain);
        }
    }
    if (job.isCancelled()) {
        return cancelledError();
    }
    if (wanted <= 0) {
        CheapestSet nothing;
        nothing.optimal = true;
        nothing.enough = true;
        return nothing;
    }
    const double reachable = std::min(wanted, all);
    CheapestSet set;
    if (whole && std::ceil(reachable) * static_cast<double>(useful.size()) <= k_largestTable) {
        set = byTable(useful, static_cast<std::size_t>(std::ceil(reachable - k_rounding)), budget);
    } else {
        set = Search(useful, reachable, std::nullopt).run();
        if (budget && set.cost > *budget) {
            set = Search(useful, reachable, budget).run();
        }
    }
    set.enough = set.gain + k_rounding >= wanted;
    return set;
}

} // namespace cuntu
