// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/siting_tree.h"

#include "core/solve/half_cuts.h"
#include "core/solve/interchange.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

/// After so many nodes of the tree, solutions are looked for beside it, too.
constexpr std::uint32_t k_nodesBeforeDisturbing = 60;

constexpr SitingPace k_paceOfWays{1500, 150, 12, 0.35, 1, 1};
/// Where demands are served or not, many prices are equally good, and long steps along an average that changes slowly
/// are what moves the bound: a tenth of the time on 1,500 x 300 x 20.
constexpr SitingPace k_paceOfCover{1000, 100, 20, 0.1, 10, 15};
/// With cuts many more prices hang together: slow and steady finds them, and the mean of the relaxed solutions is then
/// nearly the one that the linear programme has, which is what cuts are looked for in.
constexpr SitingPace k_paceOfCuts{4000, 300, 60, 0.03, 3, 1};
/// Every so many steps the relaxed solution is made a real one.
constexpr int k_stepsBetweenSolutions = 25;
/// Steps shorter than this share of the first ones move nothing any more.
constexpr double k_shortest = 0.002;

bool isCover(const SitingProblem &problem)
{
    return std::all_of(problem.entries.begin(), problem.entries.end(),
                       [](const SitingProblem::Entry &entry) { return entry.cost == 0; });
}

bool isWhole(const SitingProblem &problem)
{
    const auto whole = [](double value) { return value == std::floor(value) && value < 1e12; };
    return std::all_of(problem.otherwise.begin(), problem.otherwise.end(), whole) &&
           std::all_of(problem.opening.begin(), problem.opening.end(), whole) &&
           std::all_of(problem.entries.begin(), problem.entries.end(),
                       [&](const SitingProblem::Entry &entry) { return whole(entry.cost); });
}

} // namespace

SitingTree::SitingTree(const SitingProblem &problem, const SitingLimits &limits, const JobContext &job)
    : m_problem(problem),
      m_limits(limits),
      m_job(job),
      m_dual(m_problem),
      m_isCover(isCover(problem)),
      m_pace(m_isCover ? k_paceOfCover : k_paceOfWays),
      m_isWhole(isWhole(problem)),
      m_begin(std::chrono::steady_clock::now())
{
}

/// A bound this high leaves no room for a better solution.
double SitingTree::goal() const
{
    const double slack = std::max(1e-10, m_limits.gap) * std::abs(m_best.objective);
    return m_best.objective - (m_isWhole ? std::max(slack, 1 - 1e-6) : slack);
}

bool SitingTree::mustStop()
{
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - m_begin;
    m_stopped = m_stopped || m_job.isCancelled() || (m_limits.seconds && spent.count() > *m_limits.seconds);
    return m_stopped || m_enough;
}

void SitingTree::take(const std::vector<std::uint32_t> &sites)
{
    const double cost = sitingCost(m_problem, sites);
    if (m_best.sites.empty() || cost < m_best.objective) {
        m_best.sites = sites;
        m_best.objective = cost;
    }
    m_enough = m_enough || (m_limits.enoughObjective && m_best.objective <= *m_limits.enoughObjective);
}

void SitingTree::tryImprove(const std::vector<std::uint32_t> &sites)
{
    double spent = 0;
    for (const std::uint32_t site : sites) {
        spent += m_problem.priceOf(site);
    }
    if (m_problem.isAffordable(spent) && m_tried.insert(sites).second) {
        take(interchange(m_problem, sites, m_job));
    }
}

/// Closes some sites of the best solution at random, fills up greedily, improves. Small problems are solved before the
/// first of these; in large ones interchange alone ends in solutions that are nearly the best.
void SitingTree::disturb()
{
    SitingProblem rest = m_problem;
    for (const std::uint32_t site : m_best.sites) {
        const bool stays = rest.rules[site] == SiteRule::Fixed || m_random() % 6 != 0;
        rest.rules[site] = stays ? SiteRule::Fixed : SiteRule::Forbidden;
    }
    std::vector<std::uint32_t> sites = greedySites(rest);
    if (!m_problem.sites || sites.size() == *m_problem.sites) {
        tryImprove(sites);
    }
}

/// Prices begin at what the second nearest site of a good solution costs: about there the optimum's are.
void SitingTree::start()
{
    tryImprove(greedySites(m_problem));
    std::vector<bool> isOpen(m_problem.candidateCount(), false);
    for (const std::uint32_t site : m_best.sites) {
        isOpen[site] = true;
    }
    SitingNode root{m_problem.rules, m_problem.otherwise, 0};
    for (std::size_t demand = 0; demand < m_problem.demandCount(); ++demand) {
        double first = k_never;
        double second = m_problem.otherwise[demand];
        for (const SitingProblem::Entry &entry : m_problem.entriesOf(demand)) {
            if (isOpen[entry.site]) {
                second = std::isinf(first) ? second : entry.cost;
                if (!std::isinf(first)) {
                    break;
                }
                first = entry.cost;
            }
        }
        root.prices[demand] = std::isinf(first) ? second : (first + second) / 2;
    }
    m_open.push_back(std::move(root));
}

/// One step of the prices along the averaged subgradient.
void SitingTree::step(std::vector<double> &prices, double length)
{
    const std::vector<double> &slack = m_dual.slack(prices);
    double norm = 0;
    for (std::size_t demand = 0; demand < prices.size(); ++demand) {
        m_direction[demand] = m_pace.newShare * slack[demand] + (1 - m_pace.newShare) * m_direction[demand];
        norm += m_direction[demand] * m_direction[demand];
    }
    if (norm <= 1e-12) {
        return;
    }
    const double target = m_best.objective * 1.0005 + (m_isWhole ? 0.5 : 0);
    const double size = length * std::max(target - m_dual.bound(), 1e-9) / norm;
    for (std::size_t demand = 0; demand < prices.size(); ++demand) {
        prices[demand] += size * m_direction[demand];
    }
    m_dual.keepValid(prices);
}

void SitingTree::ascend(SitingNode &node, int steps, double length)
{
    node.prices.resize(m_dual.priceCount(), 0);
    m_direction.assign(node.prices.size(), 0);
    m_share.assign(m_problem.candidateCount(), 0);
    std::vector<double> prices = node.prices;
    const double newest = std::min(0.05, m_pace.newShare / 2);
    int waited = 0;
    bool first = true;
    double reached = 0; // may be below the node's bound, which is never below nothing or its parent's
    for (int k = 0; k < steps && length > k_shortest && !mustStop(); ++k) {
        m_dual.evaluate(prices, node.rules);
        for (double &share : m_share) {
            share *= 1 - newest;
        }
        for (const std::uint32_t site : m_dual.chosen()) {
            m_share[site] += newest;
        }
        if (first || m_dual.bound() > reached + 1e-9 * std::abs(reached)) {
            reached = m_dual.bound();
            node.prices = prices;
            waited = 0;
        } else if (++waited >= m_pace.patience) {
            waited = 0;
            length *= 0.7;
            prices = node.prices;
            m_dual.evaluate(prices, node.rules);
        }
        first = false;
        node.bound = std::max(node.bound, m_dual.bound());
        if (isClosed(node.bound) || (m_limits.enoughBound && node.bound > *m_limits.enoughBound)) {
            return;
        }
        m_dual.fix(goal(), node.rules);
        if (k % k_stepsBetweenSolutions == k_stepsBetweenSolutions - 1 &&
            (!m_problem.sites || m_dual.chosen().size() == *m_problem.sites)) {
            tryImprove(m_dual.chosen());
        }
        step(prices, length);
    }
}

/// Cuts what the relaxed solution of @p node breaks, as long as that raises the bound well.
void SitingTree::cut(SitingNode &node)
{
    const bool isRoot = m_best.nodes == 1;
    const int mostRounds = isRoot ? 40 : 2;
    constexpr std::size_t k_mostOfARound = 150;
    constexpr double k_worthIt = 0.01; // of the gap
    for (int round = 0; round < mostRounds && !isClosed(node.bound) && !mustStop(); ++round) {
        std::vector<HalfCut> cuts = findHalfCuts(m_problem, m_share, k_mostOfARound, [this] { return mustStop(); });
        std::erase_if(cuts, [&](const HalfCut &each) { return !m_cutDemands.insert(each.demands).second; });
        if (cuts.empty()) {
            return;
        }
        m_dual.add(cuts);
        m_pace = k_paceOfCuts;
        if (isRoot) {
            forget(node.rules);
        }
        const double before = node.bound;
        ascend(node, isRoot ? m_pace.rootSteps : m_pace.nodeSteps, isRoot ? m_pace.rootLength : m_pace.nodeLength);
        if (node.bound - before < k_worthIt * (m_best.objective - node.bound)) {
            return;
        }
    }
}

/// Candidates that were ruled out for good need no entries any more; those of the best known solution must stay
/// countable.
void SitingTree::forget(std::vector<SiteRule> rules)
{
    for (const std::uint32_t site : m_best.sites) {
        rules[site] = SiteRule::Fixed;
    }
    std::size_t kept = 0;
    std::size_t read = 0;
    for (std::size_t demand = 0; demand < m_problem.demandCount(); ++demand) {
        const std::size_t end = m_problem.start[demand + 1];
        for (; read < end; ++read) {
            if (rules[m_problem.entries[read].site] != SiteRule::Forbidden) {
                m_problem.entries[kept++] = m_problem.entries[read];
            }
        }
        m_problem.start[demand + 1] = static_cast<std::uint32_t>(kept);
    }
    m_problem.entries.resize(kept);
    for (std::size_t site = 0; site < rules.size(); ++site) {
        if (rules[site] == SiteRule::Forbidden) {
            m_problem.rules[site] = SiteRule::Forbidden;
        }
    }
}

void SitingTree::branch(const SitingNode &node)
{
    std::uint32_t unsure = 0;
    double least = k_never;
    for (std::uint32_t site = 0; site < node.rules.size(); ++site) {
        const double off = std::abs(m_share[site] - 0.5);
        if (node.rules[site] == SiteRule::Free && off < least) {
            least = off;
            unsure = site;
        }
    }
    for (const SiteRule rule : {SiteRule::Forbidden, SiteRule::Fixed}) {
        SitingNode child = node;
        child.rules[unsure] = rule;
        m_open.push_back(std::move(child));
    }
}

/// Forbids what the fixed sites leave no money for. False where no choice keeps to the budget.
bool SitingTree::keepToBudget(std::vector<SiteRule> &rules) const
{
    double spent = 0;
    for (std::size_t site = 0; site < rules.size(); ++site) {
        spent += rules[site] == SiteRule::Fixed ? m_problem.priceOf(site) : 0;
    }
    std::vector<double> free;
    for (std::size_t site = 0; site < rules.size(); ++site) {
        if (rules[site] == SiteRule::Free && !m_problem.isAffordable(spent + m_problem.priceOf(site))) {
            rules[site] = SiteRule::Forbidden;
        }
        if (rules[site] == SiteRule::Free) {
            free.push_back(m_problem.priceOf(site));
        }
    }
    std::sort(free.begin(), free.end());
    const std::size_t fixed = count(rules, SiteRule::Fixed);
    for (std::size_t k = 0; m_problem.sites && fixed + k < *m_problem.sites; ++k) {
        if (k == free.size()) {
            return false;
        }
        spent += free[k];
    }
    return m_problem.isAffordable(spent);
}

void SitingTree::work(SitingNode node)
{
    const bool isRoot = m_best.nodes++ == 0;
    if (isClosed(node.bound) || (m_problem.budget && !keepToBudget(node.rules))) {
        return;
    }
    const std::size_t wanted = m_problem.sites.value_or(std::numeric_limits<std::uint32_t>::max());
    if (count(node.rules, SiteRule::Fixed) > wanted ||
        (m_problem.sites && node.rules.size() - count(node.rules, SiteRule::Forbidden) < wanted)) {
        return; // no solution here
    }
    isRoot ? ascend(node, m_pace.rootSteps, m_pace.rootLength) : ascend(node, m_pace.nodeSteps, m_pace.nodeLength);
    if (m_isCover && (isRoot || m_dual.hasCuts()) && !m_limits.enoughBound) {
        cut(node);
    }
    if (isClosed(node.bound)) {
        return;
    }
    if (isRoot) {
        m_root = node;
    }
    if (mustStop() || (m_limits.enoughBound && node.bound > *m_limits.enoughBound)) {
        m_stoppedAt = std::min(m_stoppedAt, node.bound);
        return;
    }
    const std::size_t fixed = count(node.rules, SiteRule::Fixed);
    const std::size_t free = count(node.rules, SiteRule::Free);
    if (fixed > wanted || (m_problem.sites && fixed + free < wanted)) {
        return; // what was fixed by reduced costs leaves nothing better than the best known
    }
    if (free == 0 || fixed == wanted || fixed + free == wanted) {
        std::vector<std::uint32_t> sites;
        double spent = 0;
        for (std::uint32_t site = 0; site < node.rules.size(); ++site) {
            const bool in = node.rules[site] == SiteRule::Fixed ||
                            (m_problem.sites && fixed != wanted && node.rules[site] == SiteRule::Free);
            if (in) {
                sites.push_back(site);
                spent += m_problem.priceOf(site);
            }
        }
        if (m_problem.isAffordable(spent)) {
            take(sites);
        }
        return;
    }
    branch(node);
}

double SitingTree::openBound() const
{
    double least = std::min(m_stoppedAt, m_best.objective);
    for (const SitingNode &node : m_open) {
        least = std::min(least, node.bound);
    }
    return least;
}

SitingSolution SitingTree::solve()
{
    start();
    while (!m_open.empty() && !mustStop()) {
        SitingNode node = std::move(m_open.back());
        m_open.pop_back();
        const bool isRoot = m_best.nodes == 0;
        work(std::move(node));
        if (isRoot && !m_open.empty()) {
            std::vector<SiteRule> kept = m_open.front().rules;
            for (std::size_t site = 0; site < kept.size(); ++site) {
                // The branched candidate is forbidden in one child only.
                kept[site] = m_open.back().rules[site] == kept[site] ? kept[site] : SiteRule::Free;
            }
            forget(std::move(kept));
            m_tried.clear();
        }
        if (m_best.nodes > k_nodesBeforeDisturbing && m_best.nodes % 2 == 0 && !m_open.empty()) {
            disturb();
        }
        m_job.report(-1, {});
    }
    // What was left out because of the allowed gap stays above goal() only; without one that is the proof.
    m_best.bound = m_limits.gap > 0 ? std::min(openBound(), goal()) : openBound();
    m_best.optimal = m_best.bound >= m_best.objective;
    m_best.cancelled = m_stopped && !m_best.optimal;
    m_best.prover = m_best.optimal || m_best.gap() <= m_limits.gap ? Prover::Own : Prover::Nobody;
    return m_best;
}

/// With the best solution of the end more is ruled out by the prices of the root than when it was left.
const SitingProblem &SitingTree::left()
{
    if (m_root) {
        m_root->prices.resize(m_dual.priceCount(), 0);
        m_dual.evaluate(m_root->prices, m_root->rules);
        m_dual.fix(goal(), m_root->rules);
        forget(m_root->rules);
    }
    return m_problem;
}

} // namespace cuntu
