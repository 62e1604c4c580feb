// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/siting.h"

#include "core/base/text.h"
#include "core/solve/interchange.h"
#include "core/solve/siting_dual.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <random>
#include <set>

namespace cuntu {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double k_never = std::numeric_limits<double>::infinity();
/// After so many nodes of the tree, solutions are looked for beside it, too.
constexpr std::uint32_t k_nodesBeforeDisturbing = 60;

/// How the subgradient method goes.
struct Pace {
    int rootSteps = 0;     ///< at the root of the tree
    int nodeSteps = 0;     ///< at its other nodes
    int patience = 0;      ///< steps without a better bound after which they are made shorter
    double newShare = 0;   ///< of the newest subgradient in the direction that is taken
    double rootLength = 0; ///< of the first steps, in those of Held, Wolfe and Crowder
    double nodeLength = 0;
};
constexpr Pace k_paceOfWays{1500, 150, 12, 0.35, 1, 1};
/// Where demands are served or not, many prices are equally good, and long steps along an average that changes slowly
/// are what moves the bound: a tenth of the time on 1,500 x 300 x 20.
constexpr Pace k_paceOfCover{1000, 100, 20, 0.1, 10, 15};
/// Every so many steps the relaxed solution is made a real one.
constexpr int k_stepsBetweenSolutions = 25;
/// Steps shorter than this share of the first ones move nothing any more.
constexpr double k_shortest = 0.002;

Pace paceFor(const SitingProblem &problem)
{
    const bool isCover = std::all_of(problem.entries.begin(), problem.entries.end(),
                                     [](const SitingProblem::Entry &entry) { return entry.cost == 0; });
    return isCover ? k_paceOfCover : k_paceOfWays;
}

bool isWhole(const SitingProblem &problem)
{
    const auto whole = [](double value) { return value == std::floor(value) && value < 1e12; };
    return std::all_of(problem.otherwise.begin(), problem.otherwise.end(), whole) &&
           std::all_of(problem.opening.begin(), problem.opening.end(), whole) &&
           std::all_of(problem.entries.begin(), problem.entries.end(),
                       [&](const SitingProblem::Entry &entry) { return whole(entry.cost); });
}

/// A part of the search: what is decided there, and the prices to begin with.
struct Node {
    std::vector<SiteRule> rules;
    std::vector<double> prices;
    double bound = 0;
};

/// root -> bound, fix, improve -> [gap left] -> branch on the site that the relaxation is least sure of -> ...
class Tree {
public:
    Tree(const SitingProblem &problem, const SitingLimits &limits, const JobContext &job)
        : m_problem(problem),
          m_limits(limits),
          m_job(job),
          m_dual(m_problem),
          m_pace(paceFor(problem)),
          m_isWhole(isWhole(problem)),
          m_begin(Clock::now())
    {
    }

    SitingSolution solve();

private:
    void start();
    void tryImprove(const std::vector<std::uint32_t> &sites);
    void take(const std::vector<std::uint32_t> &sites);
    void disturb();
    void work(Node node);
    void ascend(Node &node, int steps, double length);
    void step(std::vector<double> &prices, double length);
    void dropForbidden(const std::vector<SiteRule> &rules);
    void branch(const Node &node);
    bool keepToBudget(std::vector<SiteRule> &rules) const;
    bool isClosed(double bound) const { return bound >= goal(); }
    double goal() const;
    bool mustStop();
    double openBound() const;
    std::size_t count(const std::vector<SiteRule> &rules, SiteRule rule) const
    {
        return static_cast<std::size_t>(std::count(rules.begin(), rules.end(), rule));
    }

    SitingProblem m_problem; ///< a copy: entries of forbidden sites are dropped on the way
    const SitingLimits &m_limits;
    const JobContext &m_job;
    SitingDual m_dual;
    Pace m_pace;
    bool m_isWhole;
    Clock::time_point m_begin;
    SitingSolution m_best;
    std::vector<Node> m_open;
    std::vector<double> m_direction;
    std::vector<double> m_share; ///< per candidate: how often the relaxation chose it, lately
    std::set<std::vector<std::uint32_t>> m_tried;
    std::mt19937 m_random{20201231};
    bool m_stopped = false;
    bool m_enough = false;
    double m_stoppedAt = k_never; ///< least bound of what was left undone
};

/// A bound this high leaves no room for a better solution.
double Tree::goal() const
{
    const double slack = std::max(1e-10, m_limits.gap) * std::abs(m_best.objective);
    return m_best.objective - (m_isWhole ? std::max(slack, 1 - 1e-6) : slack);
}

bool Tree::mustStop()
{
    const std::chrono::duration<double> spent = Clock::now() - m_begin;
    m_stopped = m_stopped || m_job.isCancelled() || (m_limits.seconds && spent.count() > *m_limits.seconds);
    return m_stopped || m_enough;
}

void Tree::take(const std::vector<std::uint32_t> &sites)
{
    const double cost = sitingCost(m_problem, sites);
    if (m_best.sites.empty() || cost < m_best.objective) {
        m_best.sites = sites;
        m_best.objective = cost;
    }
    m_enough = m_enough || (m_limits.enoughObjective && m_best.objective <= *m_limits.enoughObjective);
}

void Tree::tryImprove(const std::vector<std::uint32_t> &sites)
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
void Tree::disturb()
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
void Tree::start()
{
    tryImprove(greedySites(m_problem));
    std::vector<bool> isOpen(m_problem.candidateCount(), false);
    for (const std::uint32_t site : m_best.sites) {
        isOpen[site] = true;
    }
    Node root{m_problem.rules, m_problem.otherwise, 0};
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
void Tree::step(std::vector<double> &prices, double length)
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
        prices[demand] = std::clamp(prices[demand] + size * m_direction[demand], 0.0, m_problem.otherwise[demand]);
    }
}

void Tree::ascend(Node &node, int steps, double length)
{
    m_direction.assign(m_problem.demandCount(), 0);
    m_share.assign(m_problem.candidateCount(), 0);
    std::vector<double> prices = node.prices;
    int waited = 0;
    bool first = true;
    double reached = 0; // may be below the node's bound, which is never below nothing or its parent's
    for (int k = 0; k < steps && length > k_shortest && !mustStop(); ++k) {
        m_dual.evaluate(prices, node.rules);
        for (double &share : m_share) {
            share *= 0.95;
        }
        for (const std::uint32_t site : m_dual.chosen()) {
            m_share[site] += 0.05;
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

/// Candidates that were ruled out for good need no entries any more.
void Tree::dropForbidden(const std::vector<SiteRule> &rules)
{
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

void Tree::branch(const Node &node)
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
        Node child = node;
        child.rules[unsure] = rule;
        m_open.push_back(std::move(child));
    }
}

/// Forbids what the fixed sites leave no money for. False where no choice keeps to the budget.
bool Tree::keepToBudget(std::vector<SiteRule> &rules) const
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

void Tree::work(Node node)
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
    if (isClosed(node.bound)) {
        return;
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

double Tree::openBound() const
{
    double least = std::min(m_stoppedAt, m_best.objective);
    for (const Node &node : m_open) {
        least = std::min(least, node.bound);
    }
    return least;
}

SitingSolution Tree::solve()
{
    start();
    while (!m_open.empty() && !mustStop()) {
        Node node = std::move(m_open.back());
        m_open.pop_back();
        const bool isRoot = m_best.nodes == 0;
        work(std::move(node));
        if (isRoot && !m_open.empty()) {
            std::vector<SiteRule> kept = m_open.front().rules;
            for (std::size_t site = 0; site < kept.size(); ++site) {
                // The branched candidate is forbidden in one child only.
                kept[site] = m_open.back().rules[site] == kept[site] ? kept[site] : SiteRule::Free;
            }
            for (const std::uint32_t site : m_best.sites) {
                kept[site] = SiteRule::Fixed; // the best known must stay countable
            }
            dropForbidden(kept);
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
    return std::move(m_best);
}

/// The cheapest choice that keeps rules and number must be within the budget.
Result<void> checkBudget(const SitingProblem &problem)
{
    std::vector<double> free;
    double least = 0;
    std::size_t chosen = 0;
    for (std::size_t site = 0; site < problem.rules.size(); ++site) {
        if (problem.rules[site] == SiteRule::Fixed) {
            least += problem.priceOf(site);
            ++chosen;
        } else if (problem.rules[site] == SiteRule::Free) {
            free.push_back(problem.priceOf(site));
        }
    }
    std::sort(free.begin(), free.end());
    for (std::size_t k = 0; problem.sites && chosen < *problem.sites; ++k, ++chosen) {
        least += free[k];
    }
    if (problem.isAffordable(least)) {
        return {};
    }
    return Error{ErrorCode::Misused,
                 Core::tr("the cheapest choice costs %L1, but the budget is %L2: %L3 short")
                     .arg(least)
                     .arg(*problem.budget)
                     .arg(least - *problem.budget),
                 {},
                 Core::tr("raise the budget, ask for fewer sites, or fix cheaper ones"),
                 {},
                 {}};
}

Result<void> check(const SitingProblem &problem)
{
    if (!problem.sites) {
        return checkBudget(problem);
    }
    const auto fixed = std::count(problem.rules.begin(), problem.rules.end(), SiteRule::Fixed);
    const auto usable = static_cast<std::ptrdiff_t>(problem.rules.size()) -
                        std::count(problem.rules.begin(), problem.rules.end(), SiteRule::Forbidden);
    const auto sites = static_cast<std::ptrdiff_t>(*problem.sites);
    if (sites > usable) {
        return Error{
            ErrorCode::Misused,
            Core::tr("%L1 sites are asked for, but there are only %L2 candidates that may be chosen: %L3 too few")
                .arg(sites)
                .arg(usable)
                .arg(sites - usable),
            {},
            Core::tr("ask for fewer sites, or add candidates"),
            {},
            {}};
    }
    if (fixed > sites || sites == 0) {
        return Error{ErrorCode::Misused,
                     Core::tr("%L1 sites are asked for, but %L2 are fixed: %L3 too many")
                         .arg(sites)
                         .arg(fixed)
                         .arg(fixed - sites),
                     {},
                     Core::tr("ask for at least %L1 sites, or fix fewer").arg(std::max<std::ptrdiff_t>(fixed, 1)),
                     {},
                     {}};
    }
    return checkBudget(problem);
}

} // namespace

double sitingCost(const SitingProblem &problem, std::span<const std::uint32_t> sites)
{
    std::vector<bool> isOpen(problem.candidateCount(), false);
    double total = 0;
    for (const std::uint32_t site : sites) {
        isOpen[site] = true;
        total += problem.openingOf(site);
    }
    for (std::size_t demand = 0; demand < problem.demandCount(); ++demand) {
        const auto entries = problem.entriesOf(demand);
        const auto served = std::find_if(entries.begin(), entries.end(),
                                         [&](const SitingProblem::Entry &entry) { return isOpen[entry.site]; });
        total += served == entries.end() ? problem.otherwise[demand] : served->cost;
    }
    return total;
}

Result<SitingSolution> solveSiting(const SitingProblem &problem, const SitingLimits &limits, const JobContext &job)
{
    if (auto fit = check(problem); !fit) {
        return fit.error();
    }
    return Tree(problem, limits, job).solve();
}

} // namespace cuntu
