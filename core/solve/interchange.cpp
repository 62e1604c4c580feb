// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/interchange.h"

#include "core/solve/limits.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace cuntu {

namespace {

/// Where the number of sites is free, so many may come on top of those at the start.
constexpr std::size_t k_spareSlots = 8;

/// The two cheapest open sites of a demand.
struct Nearest {
    std::uint32_t first = k_none;
    std::uint32_t second = k_none;
    double firstCost = 0;
    double secondCost = 0;

    bool operator==(const Nearest &) const = default;
};

/// One move: a site in, a site out; either may be none.
struct Move {
    std::uint32_t in = k_none;
    std::uint32_t out = k_none;
    double profit = 0;
};

/// gain[j]      saved by opening j, nothing else changed
/// loss[r]      paid for closing r, nothing else changed
/// overlap[j,r] what `gain - loss` counts wrong when both happen: demands of r that j takes over
class Search {
public:
    Search(const SitingProblem &problem, const std::vector<std::uint32_t> &open);

    bool improve();
    std::vector<std::uint32_t> sites() const;

private:
    Nearest nearestOf(std::size_t demand) const;
    void account(std::size_t demand, double sign);
    Move best() const;
    void addSwaps(std::uint32_t in, Move &best) const;
    void apply(const Move &move);
    void noteListings();
    template <class Visit> void eachListing(const Move &move, Visit visit) const;
    bool isAffordable(std::uint32_t in, std::uint32_t out) const
    {
        return m_problem.isAffordable(m_spent + m_problem.priceOf(in) - (out == k_none ? 0 : m_problem.priceOf(out)));
    }
    bool isMovable(std::uint32_t site) const { return m_problem.rules[site] == SiteRule::Free; }

    const SitingProblem &m_problem;
    std::vector<std::uint32_t> m_slotOf;       ///< per candidate; k_none: closed
    std::vector<std::uint32_t> m_siteOf;       ///< per slot; k_none: empty
    std::vector<Nearest> m_nearest;            ///< per demand
    std::vector<double> m_gain;                ///< per candidate
    std::vector<double> m_loss;                ///< per slot
    std::vector<double> m_overlap;             ///< candidate x slot
    std::vector<std::uint32_t> m_listingStart; ///< per candidate, and one more; empty: not noted
    std::vector<std::uint32_t> m_listings;     ///< the demands that list it
    double m_spent = 0;                        ///< by the open sites
    double m_least = 0;                        ///< less than this is rounding, no profit
};

Search::Search(const SitingProblem &problem, const std::vector<std::uint32_t> &open)
    : m_problem(problem),
      m_slotOf(problem.candidateCount(), k_none),
      m_siteOf(open.size() + (problem.sites ? 0 : k_spareSlots), k_none),
      m_nearest(problem.demandCount()),
      m_gain(problem.candidateCount(), 0),
      m_loss(m_siteOf.size(), 0),
      m_overlap(problem.candidateCount() * m_siteOf.size(), 0)
{
    for (std::uint32_t slot = 0; slot < open.size(); ++slot) {
        m_siteOf[slot] = open[slot];
        m_slotOf[open[slot]] = slot;
        m_spent += m_problem.priceOf(open[slot]);
    }
    noteListings();
    double total = 0;
    for (std::size_t demand = 0; demand < m_nearest.size(); ++demand) {
        m_nearest[demand] = nearestOf(demand);
        total += m_nearest[demand].firstCost;
        account(demand, 1);
    }
    m_least = 1e-9 * (1 + total);
}

Nearest Search::nearestOf(std::size_t demand) const
{
    const double otherwise = m_problem.otherwise[demand];
    Nearest nearest{k_none, k_none, otherwise, otherwise};
    for (const SitingProblem::Entry &entry : m_problem.entriesOf(demand)) {
        if (m_slotOf[entry.site] == k_none) {
            continue;
        }
        if (nearest.first != k_none) {
            nearest.second = entry.site;
            nearest.secondCost = entry.cost;
            break;
        }
        nearest.first = entry.site;
        nearest.firstCost = entry.cost;
    }
    return nearest;
}

/// Adds (sign 1) or takes away (sign -1) what @p demand has to do with gains, losses and overlaps.
void Search::account(std::size_t demand, double sign)
{
    const Nearest &held = m_nearest[demand];
    const std::size_t slotCount = m_siteOf.size();
    const std::uint32_t slot = held.first == k_none ? k_none : m_slotOf[held.first];
    if (slot != k_none) {
        m_loss[slot] += sign * (held.secondCost - held.firstCost);
    }
    for (const SitingProblem::Entry &entry : m_problem.entriesOf(demand)) {
        if (entry.cost >= held.secondCost) {
            break;
        }
        if (entry.cost < held.firstCost) {
            m_gain[entry.site] += sign * (held.firstCost - entry.cost);
        }
        if (slot != k_none) {
            m_overlap[entry.site * slotCount + slot] += sign * (held.secondCost - std::max(held.firstCost, entry.cost));
        }
    }
}

/// Where few sites are listed for a demand, a move concerns few demands; which, is noted once.
void Search::noteListings()
{
    constexpr std::size_t k_few = 4; // at most one pair in so many
    if (m_problem.entries.size() * k_few > m_problem.demandCount() * m_problem.candidateCount()) {
        return;
    }
    m_listingStart.assign(m_problem.candidateCount() + 1, 0);
    for (const SitingProblem::Entry &entry : m_problem.entries) {
        ++m_listingStart[entry.site + 1];
    }
    std::partial_sum(m_listingStart.begin(), m_listingStart.end(), m_listingStart.begin());
    m_listings.resize(m_problem.entries.size());
    std::vector<std::uint32_t> next = m_listingStart;
    for (std::uint32_t demand = 0; demand < m_problem.demandCount(); ++demand) {
        for (const SitingProblem::Entry &entry : m_problem.entriesOf(demand)) {
            m_listings[next[entry.site]++] = demand;
        }
    }
}

/// Calls @p visit with every demand that lists one of the two sites, ascending; with all where that was not noted.
template <class Visit> void Search::eachListing(const Move &move, Visit visit) const
{
    if (m_listingStart.empty()) {
        for (std::size_t demand = 0; demand < m_nearest.size(); ++demand) {
            visit(demand);
        }
        return;
    }
    std::vector<std::uint32_t> demands;
    for (const std::uint32_t site : {move.in, move.out}) {
        if (site != k_none) {
            demands.insert(demands.end(), m_listings.begin() + m_listingStart[site],
                           m_listings.begin() + m_listingStart[site + 1]);
        }
    }
    std::sort(demands.begin(), demands.end());
    demands.erase(std::unique(demands.begin(), demands.end()), demands.end());
    for (const std::uint32_t demand : demands) {
        visit(demand);
    }
}

void Search::addSwaps(std::uint32_t in, Move &best) const
{
    const double gain = m_gain[in] - m_problem.openingOf(in);
    const double *overlap = m_overlap.data() + in * m_siteOf.size();
    for (std::size_t slot = 0; slot < m_siteOf.size(); ++slot) {
        const std::uint32_t out = m_siteOf[slot];
        if (out == k_none || !isMovable(out)) {
            continue;
        }
        const double profit = gain - m_loss[slot] + overlap[slot] + m_problem.openingOf(out);
        if (profit > best.profit && isAffordable(in, out)) {
            best = {in, out, profit};
        }
    }
}

Move Search::best() const
{
    Move best;
    const bool hasRoom = std::find(m_siteOf.begin(), m_siteOf.end(), k_none) != m_siteOf.end();
    for (std::uint32_t in = 0; in < m_slotOf.size(); ++in) {
        if (m_slotOf[in] != k_none || !isMovable(in)) {
            continue;
        }
        addSwaps(in, best);
        const double profit = m_gain[in] - m_problem.openingOf(in);
        if (!m_problem.sites && profit > best.profit && hasRoom && isAffordable(in, k_none)) {
            best = {in, k_none, profit};
        }
    }
    for (std::size_t slot = 0; !m_problem.sites && slot < m_siteOf.size(); ++slot) {
        const std::uint32_t out = m_siteOf[slot];
        if (out != k_none && isMovable(out) && m_problem.openingOf(out) - m_loss[slot] > best.profit) {
            best = {k_none, out, m_problem.openingOf(out) - m_loss[slot]};
        }
    }
    return best;
}

void Search::apply(const Move &move)
{
    m_spent +=
        (move.in == k_none ? 0 : m_problem.priceOf(move.in)) - (move.out == k_none ? 0 : m_problem.priceOf(move.out));
    // A demand is taken out of the account under its old slotCount before the slots change.
    std::vector<std::size_t> touched;
    std::uint32_t slot = move.out == k_none ? k_none : m_slotOf[move.out];
    std::vector<std::uint32_t> after = m_slotOf;
    if (slot != k_none) {
        after[move.out] = k_none;
    } else {
        slot = static_cast<std::uint32_t>(std::find(m_siteOf.begin(), m_siteOf.end(), k_none) - m_siteOf.begin());
    }
    if (move.in != k_none) {
        after[move.in] = slot;
    }
    std::vector<Nearest> nearest;
    m_slotOf.swap(after);
    eachListing(move, [&](std::size_t demand) {
        const Nearest now = nearestOf(demand);
        if (!(now == m_nearest[demand])) {
            touched.push_back(demand);
            nearest.push_back(now);
        }
    });
    m_slotOf.swap(after);
    for (const std::size_t demand : touched) {
        account(demand, -1);
    }
    m_slotOf.swap(after);
    m_siteOf[slot] = move.in;
    for (std::size_t k = 0; k < touched.size(); ++k) {
        m_nearest[touched[k]] = nearest[k];
        account(touched[k], 1);
    }
}

bool Search::improve()
{
    const Move move = best();
    if (move.profit <= m_least) {
        return false;
    }
    apply(move);
    return true;
}

std::vector<std::uint32_t> Search::sites() const
{
    std::vector<std::uint32_t> sites;
    for (std::uint32_t site = 0; site < m_slotOf.size(); ++site) {
        if (m_slotOf[site] != k_none) {
            sites.push_back(site);
        }
    }
    return sites;
}

/// Opens @p site: demands pay at most what it costs them.
void serve(const SitingProblem &problem, std::uint32_t site, std::vector<double> &paid)
{
    for (std::size_t demand = 0; demand < problem.demandCount(); ++demand) {
        for (const SitingProblem::Entry &entry : problem.entriesOf(demand)) {
            if (entry.cost >= paid[demand]) {
                break;
            }
            if (entry.site == site) {
                paid[demand] = entry.cost;
                break;
            }
        }
    }
}

} // namespace

std::vector<std::uint32_t> interchange(const SitingProblem &problem, std::vector<std::uint32_t> open,
                                       const JobContext &job)
{
    Search search(problem, open);
    while (!job.isCancelled() && search.improve()) {
    }
    return search.sites();
}

namespace {

/// What the cheapest sites cost that must still be opened beside @p next to make up the number.
double reserveBeside(const SitingProblem &problem, const std::vector<bool> &isOpen, std::uint32_t next)
{
    std::vector<double> prices;
    std::size_t open = 1;
    for (std::uint32_t site = 0; site < problem.candidateCount(); ++site) {
        open += isOpen[site] ? 1 : 0;
        if (!isOpen[site] && site != next && problem.rules[site] == SiteRule::Free) {
            prices.push_back(problem.priceOf(site));
        }
    }
    std::sort(prices.begin(), prices.end());
    const std::size_t left = problem.sites && *problem.sites > open ? *problem.sites - open : 0;
    return std::accumulate(prices.begin(), prices.begin() + static_cast<std::ptrdiff_t>(std::min(left, prices.size())),
                           0.0);
}

} // namespace

std::vector<std::uint32_t> greedySites(const SitingProblem &problem)
{
    std::vector<double> paid = problem.otherwise;
    std::vector<std::uint32_t> open;
    std::vector<bool> isOpen(problem.candidateCount(), false);
    double spent = 0;
    const auto add = [&](std::uint32_t site) {
        isOpen[site] = true;
        spent += problem.priceOf(site);
        open.push_back(site);
        serve(problem, site, paid);
    };
    for (std::uint32_t site = 0; site < problem.candidateCount(); ++site) {
        if (problem.rules[site] == SiteRule::Fixed) {
            add(site);
        }
    }
    while (!problem.sites || open.size() < *problem.sites) {
        std::vector<double> gain(problem.candidateCount(), 0);
        for (std::size_t demand = 0; demand < problem.demandCount(); ++demand) {
            for (const SitingProblem::Entry &entry : problem.entriesOf(demand)) {
                if (entry.cost >= paid[demand]) {
                    break;
                }
                gain[entry.site] += paid[demand] - entry.cost;
            }
        }
        std::uint32_t best = k_none;
        double most = 0;
        for (std::uint32_t site = 0; site < problem.candidateCount(); ++site) {
            const double profit = gain[site] - problem.openingOf(site);
            // What a site saves for its price, where the price is what limits.
            const double rank = problem.budget && !problem.sites ? profit / (1e-9 + problem.priceOf(site)) : profit;
            if (!isOpen[site] && problem.rules[site] == SiteRule::Free && (problem.sites || profit > 0) &&
                (best == k_none || rank > most) &&
                (!problem.budget ||
                 problem.isAffordable(spent + problem.priceOf(site) + reserveBeside(problem, isOpen, site)))) {
                best = site;
                most = rank;
            }
        }
        if (best == k_none) {
            break;
        }
        add(best);
    }
    std::sort(open.begin(), open.end());
    return open;
}

} // namespace cuntu
