// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/capacitated.h"

#include "core/solve/capacitated_dual.h"
#include "core/solve/capacitated_model.h"
#include "core/solve/capacitated_search.h"
#include "core/solve/limits.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

namespace cuntu {

namespace {

using Clock = std::chrono::steady_clock;

/// Steps of the subgradient method at the root and in the other parts of the search.
constexpr int k_rootSteps = 1200;
constexpr int k_partSteps = 120;
/// Steps without a better bound after which they are made shorter.
constexpr int k_patience = 10;
/// Share of the newest subgradient in the direction that is taken.
constexpr double k_newShare = 0.4;
/// Every so many steps the relaxed solution is made a real one.
constexpr int k_stepsBetweenSolutions = 25;
/// Steps shorter than this share of the first ones move nothing any more.
constexpr double k_shortest = 0.002;
/// By how much older steps count less in the shares that say where to branch.
constexpr double k_ageing = 1.06;
/// Random changes of the best solution in a row without a better one, after the root.
constexpr int k_disturbances = 150;
/// So many open parts wait in the order of their bounds; what comes on top of them is worked on first.
constexpr std::size_t k_mostOpen = 3000;

bool isWorse(const CapacitatedPart &a, const CapacitatedPart &b)
{
    return a.bound > b.bound;
}

/// root -> bound, rule out, improve -> [gap left] -> branch on the site, or on the sites of the demand, that the
/// relaxation is least sure of -> ...; the part with the lowest bound goes next.
class Tree {
public:
    Tree(const CapacitatedProblem &problem, const SitingLimits &limits, const JobContext &job)
        : m_problem(problem),
          m_limits(limits),
          m_job(job),
          m_dual(problem),
          m_search(problem),
          m_isWhole(problem.hasWholeCosts()),
          m_begin(Clock::now())
    {
    }

    CapacitatedSolution solve();
    /// What solve() left: without what cannot be part of a better solution, but with what the one found needs.
    CapacitatedPart left();
    bool hasWholeCosts() const { return m_isWhole; }

private:
    CapacitatedPart root() const;
    void start();
    void wander(int tries);
    void take(const Allocation &found);
    void tryImprove(const std::vector<std::uint32_t> &sites);
    bool settle(CapacitatedPart &part) const;
    bool assignForced(CapacitatedPart &part) const;
    bool settleSites(CapacitatedPart &part) const;
    bool hasRoom(const CapacitatedPart &part) const;
    void work(CapacitatedPart part, int steps);
    bool ascend(CapacitatedPart &part, int steps);
    void noteShares();
    void step(std::vector<double> &prices, double &budgetPrice, double length);
    void takeLeaf(const CapacitatedPart &part);
    void branch(CapacitatedPart part);
    bool branchOnSite(const CapacitatedPart &part, double sure);
    void branchOnDemand(CapacitatedPart part);
    void push(CapacitatedPart part);
    CapacitatedPart pop();
    bool isClosed(double bound) const { return bound >= goal(); }
    double upper() const { return m_best.isFound() ? m_best.objective : m_ceiling; }
    double goal() const;
    bool mustStop();

    const CapacitatedProblem &m_problem;
    const SitingLimits &m_limits;
    const JobContext &m_job;
    CapacitatedDual m_dual;
    CapacitatedSearch m_search;
    bool m_isWhole;
    Clock::time_point m_begin;
    double m_ceiling = 1; ///< more than any solution costs
    CapacitatedSolution m_best;
    Allocation m_bestAllocation;           ///< also where it does not fit yet
    std::optional<CapacitatedPart> m_root; ///< as it was when it was branched on, or left
    std::vector<CapacitatedPart> m_open;   ///< a heap, the lowest bound on top
    std::vector<CapacitatedPart> m_deep;   ///< where the heap is full: the newest goes first
    std::vector<double> m_direction;       ///< per demand, and the budget's last
    std::vector<double> m_siteShare;
    std::vector<double> m_pairShare; ///< demand x candidate
    double m_shareWeight = 1;
    double m_shareTotal = 0;
    std::set<std::vector<std::uint32_t>> m_tried;
    std::mt19937 m_random{20201231};
    bool m_stopped = false;
    double m_stoppedAt = k_never; ///< least bound of what was left undone
};

/// A bound this high leaves no room for a better solution.
double Tree::goal() const
{
    const double slack = std::max(1e-10, m_best.isFound() ? m_limits.gap : 0) * std::abs(upper());
    return upper() - (m_isWhole ? std::max(slack, 1 - 1e-6) : slack);
}

bool Tree::mustStop()
{
    const std::chrono::duration<double> spent = Clock::now() - m_begin;
    m_stopped = m_stopped || m_job.isCancelled() || (m_limits.seconds && spent.count() > *m_limits.seconds);
    return m_stopped;
}

void Tree::take(const Allocation &found)
{
    if (!m_search.isBetter(found, m_bestAllocation)) {
        return;
    }
    m_bestAllocation = found;
    if (found.excess == 0) {
        m_best.sites = found.sites;
        m_best.assignment = found.assignment;
        m_best.objective = found.cost;
    }
}

void Tree::tryImprove(const std::vector<std::uint32_t> &sites)
{
    if (m_tried.insert(sites).second) {
        take(m_search.improve(sites));
    }
}

/// Changes sites of the best solution at random, as long as that helps.
void Tree::wander(int tries)
{
    for (int k = 0; k < tries && !m_bestAllocation.assignment.empty() && !mustStop(); ++k) {
        const Allocation found = m_search.disturb(m_bestAllocation, m_random);
        if (m_search.isBetter(found, m_bestAllocation)) {
            take(found);
            k = -1;
        }
    }
}

CapacitatedPart Tree::root() const
{
    CapacitatedPart part;
    const std::size_t candidates = m_problem.candidateCount();
    part.rules = m_problem.rules;
    part.demandsOf.resize(candidates);
    part.prices.assign(m_problem.demandCount(), 0);
    for (std::uint32_t site = 0; site < candidates; ++site) {
        for (std::uint32_t demand = 0; demand < m_problem.demandCount(); ++demand) {
            if (part.rules[site] != SiteRule::Forbidden && std::isfinite(m_problem.cost(demand, site)) &&
                m_problem.sizes[demand] <= roomWithSlack(m_problem.capacities[site])) {
                part.demandsOf[site].push_back(demand);
            }
        }
    }
    return part;
}

/// Prices begin at what the second nearest site of a good solution costs: about there the optimum's are.
void Tree::start()
{
    for (std::size_t demand = 0; demand < m_problem.demandCount(); ++demand) {
        double dearest = 0;
        for (std::size_t site = 0; site < m_problem.candidateCount(); ++site) {
            const double cost = m_problem.cost(demand, site);
            dearest = std::isfinite(cost) ? std::max(dearest, cost) : dearest;
        }
        m_ceiling += std::ceil(dearest);
    }
    CapacitatedPart part = root();
    const std::vector<std::uint32_t> sites = m_search.firstSites();
    if (!sites.empty()) {
        tryImprove(sites);
    }
    for (std::size_t demand = 0; demand < m_problem.demandCount() && !m_bestAllocation.sites.empty(); ++demand) {
        double first = k_never;
        double second = k_never;
        for (const std::uint32_t site : m_bestAllocation.sites) {
            const double cost = m_problem.cost(demand, site);
            second = std::min(second, std::max(first, cost));
            first = std::min(first, cost);
        }
        part.prices[demand] = std::isfinite(second) ? (first + second) / 2 : std::isfinite(first) ? first : 0;
    }
    push(std::move(part));
}

/// Demands that are left with one site go there; who does not fit beside them may not.
bool Tree::assignForced(CapacitatedPart &part) const
{
    const std::size_t demands = m_problem.demandCount();
    std::vector<std::uint32_t> ways(demands, 0);
    part.only.assign(demands, CapacitatedPart::k_manySites);
    part.room = m_problem.capacities;
    part.forced.assign(m_problem.candidateCount(), 0);
    for (std::uint32_t site = 0; site < part.demandsOf.size(); ++site) {
        for (const std::uint32_t demand : part.demandsOf[site]) {
            ++ways[demand];
            part.only[demand] = site;
        }
    }
    for (std::uint32_t demand = 0; demand < demands; ++demand) {
        if (ways[demand] == 0) {
            return false;
        }
        if (ways[demand] > 1) {
            part.only[demand] = CapacitatedPart::k_manySites;
            continue;
        }
        const std::uint32_t site = part.only[demand];
        part.rules[site] = SiteRule::Fixed;
        part.room[site] -= m_problem.sizes[demand];
        part.forced[site] += m_problem.cost(demand, site);
    }
    return true;
}

/// What number and budget say of the sites; false where nothing is left that keeps them.
bool Tree::settleSites(CapacitatedPart &part) const
{
    double spent = 0;
    std::size_t fixed = 0;
    for (std::uint32_t site = 0; site < part.rules.size(); ++site) {
        fixed += part.rules[site] == SiteRule::Fixed ? 1 : 0;
        spent += part.rules[site] == SiteRule::Fixed ? m_problem.priceOf(site) : 0;
    }
    if (m_problem.budget && spent > roomWithSlack(*m_problem.budget)) {
        return false;
    }
    std::size_t free = 0;
    for (std::uint32_t site = 0; site < part.rules.size(); ++site) {
        if (part.rules[site] != SiteRule::Free) {
            continue;
        }
        const bool isTooDear = m_problem.budget && spent + m_problem.priceOf(site) > roomWithSlack(*m_problem.budget);
        if (isTooDear || (m_problem.sites && fixed >= *m_problem.sites)) {
            part.rules[site] = SiteRule::Forbidden;
            part.demandsOf[site].clear();
        } else {
            ++free;
        }
    }
    if (!m_problem.sites) {
        return true;
    }
    if (fixed > *m_problem.sites || fixed + free < *m_problem.sites) {
        return false;
    }
    for (SiteRule &rule : part.rules) {
        rule = fixed + free == *m_problem.sites && rule == SiteRule::Free ? SiteRule::Fixed : rule;
    }
    return true;
}

/// False where all sites that may be opened hold less than all demands take.
bool Tree::hasRoom(const CapacitatedPart &part) const
{
    std::vector<double> rooms;
    double room = 0;
    std::size_t fixed = 0;
    for (std::uint32_t site = 0; site < part.rules.size(); ++site) {
        if (part.rules[site] == SiteRule::Fixed) {
            room += m_problem.capacities[site];
            ++fixed;
        } else if (part.rules[site] == SiteRule::Free) {
            rooms.push_back(m_problem.capacities[site]);
        }
    }
    std::sort(rooms.rbegin(), rooms.rend());
    const std::size_t more = m_problem.sites ? std::min(*m_problem.sites - fixed, rooms.size()) : rooms.size();
    room = std::accumulate(rooms.begin(), rooms.begin() + static_cast<std::ptrdiff_t>(more), room);
    return std::accumulate(m_problem.sizes.begin(), m_problem.sizes.end(), 0.0) <= roomWithSlack(room);
}

/// Draws what follows from what is ruled out, until nothing more does. False: no solution in this part.
bool Tree::settle(CapacitatedPart &part) const
{
    for (bool changed = true; changed;) {
        changed = false;
        const std::vector<SiteRule> before = part.rules;
        if (!assignForced(part) || !settleSites(part)) {
            return false;
        }
        for (std::uint32_t site = 0; site < part.rules.size(); ++site) {
            if (part.room[site] < -1e-9 * (1 + m_problem.capacities[site])) {
                return false;
            }
            changed = std::erase_if(part.demandsOf[site],
                                    [&](std::uint32_t demand) {
                                        return part.only[demand] == CapacitatedPart::k_manySites &&
                                               m_problem.sizes[demand] > roomWithSlack(std::max(0.0, part.room[site]));
                                    }) > 0 ||
                      changed;
        }
        changed = changed || before != part.rules;
    }
    return hasRoom(part);
}

void Tree::noteShares()
{
    m_shareWeight *= k_ageing;
    m_shareTotal += m_shareWeight;
    for (const std::uint32_t site : m_dual.chosen()) {
        m_siteShare[site] += m_shareWeight;
        for (const std::uint32_t demand : m_dual.groupOf(site)) {
            m_pairShare[demand * m_problem.candidateCount() + site] += m_shareWeight;
        }
    }
}

/// One step of the prices along the averaged subgradient.
void Tree::step(std::vector<double> &prices, double &budgetPrice, double length)
{
    const std::vector<double> &slack = m_dual.slack();
    double norm = 0;
    for (std::size_t k = 0; k < m_direction.size(); ++k) {
        const double newest = k < slack.size() ? slack[k] : m_dual.overspent();
        m_direction[k] = k_newShare * newest + (1 - k_newShare) * m_direction[k];
        norm += m_direction[k] * m_direction[k];
    }
    if (norm <= 1e-12) {
        return;
    }
    const double target =
        m_best.isFound() ? upper() * 1.0005 + (m_isWhole ? 0.5 : 0) : std::min(upper(), m_dual.bound() * 1.05 + 1);
    const double size = length * std::max(target - m_dual.bound(), 1e-9) / norm;
    for (std::size_t demand = 0; demand < prices.size(); ++demand) {
        prices[demand] = std::max(0.0, prices[demand] + size * m_direction[demand]);
    }
    if (m_problem.budget && *m_problem.budget > 0) {
        budgetPrice = std::max(0.0, budgetPrice + size * m_direction.back() / *m_problem.budget);
    }
}

/// Raises the bound of @p part and rules out what it can. False where nothing is left in it.
bool Tree::ascend(CapacitatedPart &part, int steps)
{
    m_direction.assign(m_problem.demandCount() + 1, 0);
    m_siteShare.assign(m_problem.candidateCount(), 0);
    m_pairShare.assign(m_problem.costs.size(), 0);
    m_shareWeight = 1;
    m_shareTotal = 0;
    std::vector<double> prices = part.prices;
    double budgetPrice = part.budgetPrice;
    double length = 1;
    int waited = 0;
    bool first = true;
    double reached = 0; // may be below the part's bound, which is never below nothing or its parent's
    for (int k = 0; k < steps && length > k_shortest && !mustStop(); ++k) {
        m_dual.evaluate(prices, budgetPrice, part);
        noteShares();
        const bool isBetter = first || m_dual.bound() > reached + 1e-9 * std::abs(reached);
        reached = isBetter ? m_dual.bound() : reached;
        first = false;
        part.bound = std::max(part.bound, m_dual.bound());
        if (isClosed(part.bound)) {
            return false;
        }
        if (m_dual.fix(goal(), part) && !settle(part)) {
            return false;
        }
        if (isBetter) {
            part.prices = prices;
            part.budgetPrice = budgetPrice;
            waited = 0;
        } else if (++waited >= k_patience) {
            waited = 0;
            length *= 0.7;
            prices = part.prices;
            budgetPrice = part.budgetPrice;
            m_dual.evaluate(prices, budgetPrice, part);
        }
        if (k % k_stepsBetweenSolutions == k_stepsBetweenSolutions - 1 && m_dual.overspent() <= 1e-9 &&
            !m_dual.chosen().empty() && (!m_problem.sites || m_dual.chosen().size() == *m_problem.sites)) {
            tryImprove(m_dual.chosen());
        }
        step(prices, budgetPrice, length);
    }
    return true;
}

/// Every demand has one site left.
void Tree::takeLeaf(const CapacitatedPart &part)
{
    Allocation found;
    found.assignment = part.only;
    for (std::uint32_t demand = 0; demand < part.only.size(); ++demand) {
        found.cost += m_problem.cost(demand, part.only[demand]);
    }
    for (std::uint32_t site = 0; site < part.rules.size(); ++site) {
        if (part.rules[site] == SiteRule::Fixed) {
            found.sites.push_back(site);
        }
    }
    // Sites that nobody needs make up the number, the cheapest first.
    std::vector<std::uint32_t> idle;
    for (std::uint32_t site = 0; site < part.rules.size(); ++site) {
        if (part.rules[site] == SiteRule::Free) {
            idle.push_back(site);
        }
    }
    std::stable_sort(idle.begin(), idle.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return m_problem.priceOf(a) < m_problem.priceOf(b); });
    double spent = 0;
    for (std::size_t k = 0; m_problem.sites && found.sites.size() < *m_problem.sites && k < idle.size(); ++k) {
        found.sites.push_back(idle[k]);
    }
    for (const std::uint32_t site : found.sites) {
        spent += m_problem.priceOf(site);
    }
    std::sort(found.sites.begin(), found.sites.end());
    if (!m_problem.budget || spent <= roomWithSlack(*m_problem.budget)) {
        take(found);
    }
}

bool Tree::branchOnSite(const CapacitatedPart &part, double sure)
{
    std::uint32_t unsure = CapacitatedPart::k_manySites;
    double least = sure;
    for (std::uint32_t site = 0; site < part.rules.size(); ++site) {
        const double off = std::abs(m_siteShare[site] / m_shareTotal - 0.5);
        if (part.rules[site] == SiteRule::Free && off < least) {
            least = off;
            unsure = site;
        }
    }
    if (unsure == CapacitatedPart::k_manySites) {
        return false;
    }
    for (const SiteRule rule : {SiteRule::Forbidden, SiteRule::Fixed}) {
        CapacitatedPart child = part;
        child.rules[unsure] = rule;
        if (rule == SiteRule::Forbidden) {
            child.demandsOf[unsure].clear();
        }
        push(std::move(child));
    }
    return true;
}

/// The demand whose assignment is least decided; its sites are shared out among the two children so that each has about
/// half of what the relaxation assigned.
void Tree::branchOnDemand(CapacitatedPart part)
{
    const std::size_t candidates = m_problem.candidateCount();
    std::uint32_t unsure = 0;
    double least = k_never;
    for (std::uint32_t demand = 0; demand < part.only.size(); ++demand) {
        if (part.only[demand] != CapacitatedPart::k_manySites) {
            continue;
        }
        const double *shares = m_pairShare.data() + demand * candidates;
        const double most = *std::max_element(shares, shares + candidates) / m_shareTotal;
        // Large demands decide more.
        const double rank = most - 1e-6 * m_problem.sizes[demand] / (1 + m_problem.sizes[demand]);
        if (rank < least) {
            least = rank;
            unsure = demand;
        }
    }
    std::vector<std::uint32_t> sites;
    for (std::uint32_t site = 0; site < candidates; ++site) {
        if (std::binary_search(part.demandsOf[site].begin(), part.demandsOf[site].end(), unsure)) {
            sites.push_back(site);
        }
    }
    const auto share = [&](std::uint32_t site) { return m_pairShare[unsure * candidates + site]; };
    std::stable_sort(sites.begin(), sites.end(), [&](std::uint32_t a, std::uint32_t b) { return share(a) > share(b); });
    double shares[2] = {0, 0};
    std::vector<std::uint32_t> halves[2];
    for (const std::uint32_t site : sites) {
        const bool second = shares[1] < shares[0] || (shares[1] == shares[0] && halves[1].size() < halves[0].size());
        shares[second ? 1 : 0] += share(site);
        halves[second ? 1 : 0].push_back(site);
    }
    for (const auto &dropped : halves) {
        CapacitatedPart child = part;
        for (const std::uint32_t site : dropped) {
            std::erase(child.demandsOf[site], unsure);
        }
        push(std::move(child));
    }
}

void Tree::branch(CapacitatedPart part)
{
    // What the relaxation is sure of by nine to one is not worth a branch as long as assignments are open.
    constexpr double k_sure = 0.4;
    if (!branchOnSite(part, k_sure)) {
        branchOnDemand(std::move(part));
    }
}

void Tree::push(CapacitatedPart part)
{
    if (m_open.size() >= k_mostOpen) {
        m_deep.push_back(std::move(part));
        return;
    }
    m_open.push_back(std::move(part));
    std::push_heap(m_open.begin(), m_open.end(), isWorse);
}

CapacitatedPart Tree::pop()
{
    std::vector<CapacitatedPart> &from = m_deep.empty() ? m_open : m_deep;
    if (m_deep.empty()) {
        std::pop_heap(m_open.begin(), m_open.end(), isWorse);
    }
    CapacitatedPart part = std::move(from.back());
    from.pop_back();
    return part;
}

void Tree::work(CapacitatedPart part, int steps)
{
    ++m_best.nodes;
    const bool isRoot = m_best.nodes == 1;
    if (isClosed(part.bound) || !settle(part)) {
        return;
    }
    const auto isLeaf = [&] {
        return std::all_of(part.only.begin(), part.only.end(),
                           [](std::uint32_t site) { return site != CapacitatedPart::k_manySites; });
    };
    if (!isLeaf() && !ascend(part, steps)) {
        return;
    }
    if (isLeaf()) {
        takeLeaf(part);
        return;
    }
    if (isRoot) {
        m_root = part;
    }
    if (mustStop()) {
        m_stoppedAt = std::min(m_stoppedAt, part.bound);
        return;
    }
    branch(std::move(part));
}

CapacitatedSolution Tree::solve()
{
    start();
    while ((!m_open.empty() || !m_deep.empty()) && !mustStop()) {
        const bool isRoot = m_best.nodes == 0;
        work(pop(), isRoot ? k_rootSteps : k_partSteps);
        if (isRoot && !m_open.empty()) {
            wander(k_disturbances);
        }
        m_job.report(-1, {});
    }
    double least = std::min(m_stoppedAt, upper());
    for (const auto *parts : {&m_open, &m_deep}) {
        for (const CapacitatedPart &part : *parts) {
            least = std::min(least, part.bound);
        }
    }
    m_best.cancelled = m_stopped && least < goal();
    // What was left out because of the allowed gap stays above goal() only; without one that is the proof.
    m_best.bound = !m_best.isFound()  ? least
                   : m_limits.gap > 0 ? std::min(least, goal())
                   : m_best.cancelled ? least
                                      : m_best.objective;
    m_best.optimal = m_best.isFound() && m_best.bound >= m_best.objective;
    const bool isDone = m_best.isFound() ? m_best.optimal || m_best.gap() <= m_limits.gap : !m_best.cancelled;
    m_best.prover = isDone ? Prover::Own : Prover::Nobody;
    return m_best;
}

/// With the best solution of the end more is ruled out by the prices of the root than when it was left.
CapacitatedPart Tree::left()
{
    CapacitatedPart part = m_root ? std::move(*m_root) : root();
    if (m_root) {
        m_dual.evaluate(part.prices, part.budgetPrice, part);
        m_dual.fix(goal(), part);
    }
    if (!m_best.isFound()) {
        return part;
    }
    for (std::uint32_t site = 0; site < part.rules.size(); ++site) {
        const bool isIn = std::binary_search(m_best.sites.begin(), m_best.sites.end(), site);
        if (part.rules[site] == (isIn ? SiteRule::Forbidden : SiteRule::Fixed)) {
            part.rules[site] = SiteRule::Free;
        }
    }
    for (std::uint32_t demand = 0; demand < m_best.assignment.size(); ++demand) {
        auto &demands = part.demandsOf[m_best.assignment[demand]];
        const auto place = std::lower_bound(demands.begin(), demands.end(), demand);
        if (place == demands.end() || *place != demand) {
            demands.insert(place, demand);
        }
    }
    return part;
}

} // namespace

bool CapacitatedProblem::hasWholeCosts() const
{
    return std::all_of(costs.begin(), costs.end(),
                       [](double cost) { return std::isinf(cost) || (cost == std::floor(cost) && cost < 1e12); });
}

namespace {

/// About the terms of the linear programme.
std::size_t termsOf(const CapacitatedProblem &problem)
{
    return 4 * static_cast<std::size_t>(std::count_if(problem.costs.begin(), problem.costs.end(),
                                                      [](double cost) { return std::isfinite(cost); }));
}

} // namespace

CapacitatedSolution solveCapacitated(const CapacitatedProblem &problem, const SitingLimits &limits,
                                     const JobContext &job)
{
    const CbcShare share(limits, termsOf(problem));
    Tree tree(problem, share.own(), job);
    CapacitatedSolution solution = tree.solve();
    if (share.isWanted() && solution.prover == Prover::Nobody && !job.isCancelled()) {
        solution.trouble = share.trouble();
        if (share.isPossible()) {
            const CapacitatedPart left = tree.left();
            askCbc(problem, {problem, left.rules, left.demandsOf, nullptr}, nullptr, tree.hasWholeCosts(), limits,
                   share.left(), job, solution);
        }
    }
    return solution;
}

} // namespace cuntu
