// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/p_median.h"

#include "core/base/text.h"
#include "core/solve/graph.h"
#include "core/solve/median_bound.h"
#include "core/solve/site_interchange.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <queue>

namespace cuntu {

namespace {

// Of the subgradient method: how long a step's share of the gap is kept, and when a node is left as it is.
constexpr double k_firstStep = 1.0;
constexpr double k_smallestStep = 0.002;
constexpr int k_patience = 30;
constexpr int k_nodePatience = 12;
constexpr double k_memory = 0.9; ///< share of the last direction in the next one

/// A part of all choices: what its rules allow.
struct Node {
    std::vector<SiteRule> rules;
    std::vector<double> multipliers;
    double bound = 0;
    std::size_t number = 0;
};

struct WorseNode {
    bool operator()(const Node &a, const Node &b) const
    {
        return a.bound != b.bound ? a.bound > b.bound : a.number > b.number;
    }
};

class Solver {
public:
    Solver(const ServiceCosts &costs, std::size_t count, const SiteSearch &search, const JobContext &job)
        : m_costs(costs), m_count(count), m_search(search), m_job(job), m_relaxation(costs, count)
    {
    }

    SiteChoice solve(std::vector<SiteRule> rules);

private:
    bool isBeaten(double bound) const;
    bool leave(double bound);
    void offer(const std::vector<std::uint32_t> &sites, double total);
    void tryChosen(double &bestRaw);
    void ascend(Node &node, int patience);
    void branch(const Node &node);
    bool isSettled(const Node &node);
    std::uint32_t siteToBranchOn(const Node &node) const;
    SiteChoice answer(double bound) const;

    const ServiceCosts &m_costs;
    std::size_t m_count;
    const SiteSearch &m_search;
    const JobContext &m_job;
    MedianBound m_relaxation;
    std::vector<std::uint32_t> m_best;
    double m_total = 0;
    std::vector<double> m_often; ///< per site: how often it was chosen lately, 0..1
    std::priority_queue<Node, std::vector<Node>, WorseNode> m_open;
    std::size_t m_nodes = 0;
    double m_left = std::numeric_limits<double>::infinity(); ///< least bound of the parts that were not looked at
};

/// Whether nothing within a part with that bound can be better than the best choice, by more than what is asked for.
bool Solver::isBeaten(double bound) const
{
    const double rounding = 1e-9 * std::max(1.0, m_total);
    if (m_costs.isWhole() && bound > m_total - 1 + 1e-6) {
        return true;
    }
    return bound >= m_total - std::max(rounding, m_search.gap * m_total);
}

/// Whether a part with that bound need not be looked at; then it counts in the bound of the whole.
bool Solver::leave(double bound)
{
    if (!isBeaten(bound)) {
        return false;
    }
    m_left = std::min(m_left, bound);
    return true;
}

void Solver::offer(const std::vector<std::uint32_t> &sites, double total)
{
    if (m_best.empty() || total < m_total) {
        m_best = sites;
        m_total = total;
        m_job.report(-1, Core::tr("choosing sites: %1").arg(total, 0, 'f', 1));
    }
}

/// Takes the relaxation's sites as a choice, and improves it where it looks promising.
void Solver::tryChosen(double &bestRaw)
{
    std::vector<bool> isOpen(m_costs.siteCount(), false);
    for (const std::uint32_t site : m_relaxation.chosen()) {
        isOpen[site] = true;
    }
    const double total = totalCost(m_costs, isOpen);
    if (total < bestRaw) {
        bestRaw = total;
        Interchange swaps(m_costs, m_search.rules, m_relaxation.chosen());
        swaps.improve(m_job);
        offer(swaps.open(), swaps.total());
    }
}

/// Raises the bound of @p node by subgradient steps, and fixes sites on the way.
void Solver::ascend(Node &node, int patience)
{
    std::vector<double> u = node.multipliers;
    std::vector<double> direction(u.size(), 0);
    double step = k_firstStep;
    double bestRaw = std::numeric_limits<double>::infinity();
    double best = -std::numeric_limits<double>::infinity();
    int idle = 0;
    while (step > k_smallestStep && !m_job.isCancelled()) {
        const double bound = m_relaxation.evaluate(u, node.rules);
        for (std::size_t site = 0; site < m_often.size(); ++site) {
            m_often[site] *= 0.95;
        }
        for (const std::uint32_t site : m_relaxation.chosen()) {
            m_often[site] += 0.05;
        }
        if (bound > best) {
            idle = bound - best > 1e-5 * std::abs(m_total - best) ? 0 : idle + 1;
            best = bound;
            node.multipliers = u;
            tryChosen(bestRaw);
            const bool fixed = m_relaxation.fix(node.rules, [this](double other) { return leave(other); });
            if (fixed && node.number == 0) { // all other nodes are parts of this one
                m_relaxation.forgetClosed(node.rules);
            }
        } else {
            ++idle;
        }
        if (isBeaten(best) || m_relaxation.slopeSquares() == 0) {
            break;
        }
        if (static_cast<std::size_t>(std::count(node.rules.begin(), node.rules.end(), SiteRule::Open)) > m_count ||
            static_cast<std::size_t>(std::count_if(node.rules.begin(), node.rules.end(),
                                                   [](SiteRule rule) { return rule != SiteRule::Closed; })) < m_count) {
            best = std::numeric_limits<double>::infinity(); // whatever is left here was shown to be no better
            break;
        }
        if (idle >= patience) {
            step /= 2;
            idle = 0;
            u = node.multipliers;
            std::fill(direction.begin(), direction.end(), 0);
            m_relaxation.evaluate(u, node.rules);
        }
        double squares = 0;
        for (std::size_t i = 0; i < u.size(); ++i) {
            direction[i] = m_relaxation.slopes()[i] + k_memory * direction[i];
            squares += direction[i] * direction[i];
        }
        if (squares == 0) {
            break;
        }
        const double length = step * (m_total * 1.0005 - bound) / squares;
        for (std::size_t i = 0; i < u.size(); ++i) {
            u[i] = std::max(0.0, u[i] + length * direction[i]);
        }
    }
    node.bound = std::max(node.bound, best);
}

/// Nothing of @p node is left to be looked at: it is beaten, or allows one choice only, which is offered.
bool Solver::isSettled(const Node &node)
{
    if (leave(node.bound)) {
        return true;
    }
    std::vector<std::uint32_t> allowed;
    std::vector<std::uint32_t> opened;
    for (std::uint32_t site = 0; site < node.rules.size(); ++site) {
        if (node.rules[site] != SiteRule::Closed) {
            allowed.push_back(site);
        }
        if (node.rules[site] == SiteRule::Open) {
            opened.push_back(site);
        }
    }
    const std::vector<std::uint32_t> &only = opened.size() == m_count ? opened : allowed;
    if (only.size() != m_count) {
        return false;
    }
    std::vector<bool> isOpen(m_costs.siteCount(), false);
    for (const std::uint32_t site : only) {
        isOpen[site] = true;
    }
    offer(only, totalCost(m_costs, isOpen));
    return true;
}

/// The free site of which the relaxation is least sure.
std::uint32_t Solver::siteToBranchOn(const Node &node) const
{
    std::uint32_t best = k_noIndex;
    for (std::uint32_t site = 0; site < node.rules.size(); ++site) {
        if (node.rules[site] == SiteRule::Free &&
            (best == k_noIndex || std::abs(m_often[site] - 0.5) < std::abs(m_often[best] - 0.5))) {
            best = site;
        }
    }
    return best;
}

void Solver::branch(const Node &node)
{
    const std::uint32_t site = siteToBranchOn(node);
    for (const SiteRule rule : {SiteRule::Open, SiteRule::Closed}) {
        Node child = node;
        child.rules[site] = rule;
        child.number = ++m_nodes;
        m_open.push(std::move(child));
    }
}

SiteChoice Solver::answer(double bound) const
{
    SiteChoice choice;
    choice.sites = m_best;
    std::sort(choice.sites.begin(), choice.sites.end());
    choice.objective = m_total;
    // Where all totals are whole numbers, the next one above a bound is a bound.
    const double least = std::min(bound, m_left);
    choice.bound = std::min(m_total, m_costs.isWhole() ? std::ceil(least - 1e-6) : least);
    choice.optimal = choice.bound >= m_total - 1e-9 * std::max(1.0, m_total);
    choice.nodes = m_nodes + 1;
    std::vector<bool> isOpen(m_costs.siteCount(), false);
    for (const std::uint32_t site : m_best) {
        isOpen[site] = true;
    }
    for (std::size_t customer = 0; customer < m_costs.customerCount(); ++customer) {
        const auto sites = m_costs.sites(customer);
        const auto found = std::find_if(sites.begin(), sites.end(), [&](std::uint32_t site) { return isOpen[site]; });
        choice.servedBy.push_back(found == sites.end() ? k_noIndex : *found);
    }
    return choice;
}

SiteChoice Solver::solve(std::vector<SiteRule> rules)
{
    Interchange start(m_costs, m_search.rules, greedySites(m_costs, m_search.rules, m_count, m_job));
    start.improve(m_job);
    offer(start.open(), start.total());
    m_often.assign(m_costs.siteCount(), 0.5);
    Node root;
    root.rules = std::move(rules);
    root.multipliers = start.secondCosts();
    ascend(root, k_patience);
    if (!isSettled(root)) {
        m_open.push(std::move(root));
    }
    while (!m_open.empty()) {
        if (m_job.isCancelled() || isBeaten(m_open.top().bound)) {
            return answer(m_open.top().bound);
        }
        Node node = m_open.top();
        m_open.pop();
        if (node.number > 0) {
            ascend(node, k_nodePatience);
        }
        if (!isSettled(node)) {
            branch(node);
        }
    }
    return answer(m_total);
}

} // namespace

Result<SiteChoice> solvePMedian(const ServiceCosts &costs, std::size_t count, const SiteSearch &search,
                                const JobContext &job)
{
    SiteSearch complete = search;
    if (complete.rules.empty()) {
        complete.rules.assign(costs.siteCount(), SiteRule::Free);
    }
    const auto closed =
        static_cast<std::size_t>(std::count(complete.rules.begin(), complete.rules.end(), SiteRule::Closed));
    const auto open =
        static_cast<std::size_t>(std::count(complete.rules.begin(), complete.rules.end(), SiteRule::Open));
    if (count == 0 || open > count || costs.siteCount() - closed < count) {
        return Error{ErrorCode::Invalid,
                     Core::tr("%1 sites cannot be chosen: %2 must be open, and %3 may be")
                         .arg(count)
                         .arg(open)
                         .arg(costs.siteCount() - closed),
                     {},
                     {},
                     {},
                     {}};
    }
    return Solver(costs, count, complete, job).solve(complete.rules);
}

} // namespace cuntu
