// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/cheapest_set.h"

#include "core/solve/knapsack.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cuntu {

namespace {

constexpr double k_rounding = 1e-9;
constexpr double k_largestTable = 1e8; ///< cells: offers times gain

CheapestSet setOf(const std::vector<Offer> &offers, const std::vector<bool> &chosen)
{
    CheapestSet set;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        if (chosen[i]) {
            set.rows.push_back(offers[i].row);
            set.cost += offers[i].cost;
            set.gain += offers[i].gain;
        }
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

    std::vector<bool> chosen(std::size_t gain) const
    {
        std::vector<bool> chosen(m_offers.size(), false);
        for (std::size_t i = m_offers.size(); i-- > 0 && gain > 0;) {
            if (m_taken[i * m_width + gain]) {
                chosen[i] = true;
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

/// Fills a knapsack of room @p capacity with @p items: which were taken, by id, and what cannot be surpassed.
struct Filled {
    std::vector<bool> taken;
    double gain = 0;
    double bound = 0;
};

Filled fill(std::vector<KnapsackItem> items, double capacity, std::size_t count)
{
    Filled filled{std::vector<bool>(count, false), 0, 0};
    Knapsack knapsack;
    knapsack.relax(items, capacity);
    filled.bound = knapsack.solve(items, capacity);
    for (const std::uint32_t id : knapsack.taken()) {
        filled.taken[id] = true;
    }
    for (const KnapsackItem &item : items) {
        filled.gain += filled.taken[item.id] ? item.gain : 0;
    }
    return filled;
}

/// At least @p wanted for the least cost. What costs nothing is always taken.
CheapestSet cheapestFor(const std::vector<Offer> &offers, double wanted)
{
    std::vector<KnapsackItem> leftOut;
    double spare = -wanted;
    double all = 0;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        spare += offers[i].gain;
        all += offers[i].cost;
        if (offers[i].cost > 0) {
            leftOut.push_back({offers[i].cost, offers[i].gain, static_cast<std::uint32_t>(i)});
        }
    }
    Filled filled = fill(std::move(leftOut), std::max(0.0, spare), offers.size());
    filled.taken.flip();
    CheapestSet set = setOf(offers, filled.taken);
    set.bound = all - filled.bound;
    set.optimal = filled.bound <= filled.gain * (1 + k_rounding) + k_rounding;
    return set;
}

/// The most that @p budget buys.
CheapestSet mostFor(const std::vector<Offer> &offers, double budget)
{
    std::vector<KnapsackItem> items;
    for (std::size_t i = 0; i < offers.size(); ++i) {
        items.push_back({offers[i].gain, offers[i].cost, static_cast<std::uint32_t>(i)});
    }
    const Filled filled = fill(std::move(items), budget, offers.size());
    CheapestSet set = setOf(offers, filled.taken);
    set.bound = filled.bound;
    set.optimal = filled.bound <= filled.gain * (1 + k_rounding) + k_rounding;
    return set;
}

/// The answer by the table where gains are whole and it is not too large, as with households: a knapsack of many
/// like-sized items is hard to prove otherwise.
bool isTabular(const std::vector<Offer> &offers, double wanted)
{
    return std::all_of(offers.begin(), offers.end(),
                       [](const Offer &offer) { return offer.gain == std::floor(offer.gain); }) &&
           (std::ceil(wanted) + 1) * static_cast<double>(offers.size()) <= k_largestTable;
}

} // namespace

CheapestSet cheapestSet(const std::vector<Offer> &offers, double wanted, std::optional<double> budget)
{
    std::vector<Offer> useful;
    double all = 0;
    for (const Offer &offer : offers) {
        if (offer.gain > 0) {
            useful.push_back(offer);
            all += offer.gain;
        }
    }
    CheapestSet set;
    if (wanted <= 0) {
        set.optimal = true;
    } else if (isTabular(useful, std::min(wanted, all))) {
        set = byTable(useful, static_cast<std::size_t>(std::ceil(std::min(wanted, all))), budget);
    } else {
        set = cheapestFor(useful, std::min(wanted, all));
        if (budget && set.cost > *budget) {
            set = mostFor(useful, *budget);
        }
    }
    set.enough = set.gain + k_rounding >= wanted;
    return set;
}

} // namespace cuntu
