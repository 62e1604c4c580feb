// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/supply_draft.h"

#include "core/solve/limits.h"

#include <algorithm>
#include <map>
#include <optional>
#include <queue>

namespace cuntu::water {

namespace {

constexpr double k_slack = 1e-9;
constexpr double k_noise = 0.3;        ///< by how much costs are blurred at most, so that rounds differ
constexpr double k_firstWorse = 0.004; ///< share of the value by which a round may make it worse at first
constexpr std::size_t k_leastOut = 3;  ///< settlements that a round takes out
constexpr std::size_t k_mostOut = 40;

} // namespace

SupplyImprover::SupplyImprover(const SupplyProblem &problem, const PlanGoal &goal)
    : m_problem(problem),
      m_goal(goal),
      m_trees(problem),
      m_linksOf(problem.settlements.size()),
      m_settlementsAt(problem.places),
      m_ways(problem.places)
{
    for (std::uint32_t link = 0; link < problem.links.size(); ++link) {
        const SupplyLink &each = problem.links[link];
        if (m_linksOf[each.settlement].empty()) {
            m_settlementsAt[each.place].push_back(each.settlement);
        }
        m_linksOf[each.settlement].push_back(link);
    }
    for (std::uint32_t settlement = 0; settlement < m_linksOf.size(); ++settlement) {
        if (!m_linksOf[settlement].empty()) {
            m_reachable.push_back(settlement);
        }
    }
    for (const PipeRoute &route : problem.routes) {
        m_ways[route.from].emplace_back(route.to, route.cost);
        m_ways[route.to].emplace_back(route.from, route.cost);
    }
}

bool SupplyImprover::isGood(const SupplyDraft &draft) const
{
    return m_goal.budget ? draft.cost <= *m_goal.budget * (1 + k_slack)
                         : draft.weight >= *m_goal.wanted * (1 - k_slack);
}

/// Less is better.
double SupplyImprover::value(const SupplyDraft &draft) const
{
    if (!isGood(draft)) {
        return k_never;
    }
    return m_goal.budget ? -draft.weight + 1e-6 * draft.cost / (1 + *m_goal.budget) : draft.cost;
}

/// What it takes more to give water by @p link; infinite where it cannot be.
double SupplyImprover::costOf(const SupplyDraft &draft, std::uint32_t link) const
{
    const SupplyLink &each = m_problem.links[link];
    const double capacity = m_problem.systems[each.system].capacity;
    if (m_problem.settlements[each.settlement].need > draft.left_m3d[each.system] + k_slack * (1 + capacity)) {
        return k_never;
    }
    const double opening = draft.links[each.system].empty() ? m_problem.systems[each.system].opening : 0;
    return opening + m_trees.costTo(link) + each.cost;
}

void SupplyImprover::put(SupplyDraft &draft, std::uint32_t link)
{
    const SupplyLink &each = m_problem.links[link];
    draft.cost += costOf(draft, link);
    draft.weight += m_problem.settlements[each.settlement].weight;
    draft.left_m3d[each.system] -= m_problem.settlements[each.settlement].need;
    draft.links[each.system].push_back(link);
    draft.linkOf[each.settlement] = link;
    m_trees.extend(draft.trees[each.system], link);
    m_touched.insert(each.system);
}

/// Takes a settlement out; the tree and its cost are left to regrow().
void SupplyImprover::drop(SupplyDraft &draft, std::uint32_t settlement)
{
    const std::uint32_t link = draft.linkOf[settlement];
    const SupplyLink &each = m_problem.links[link];
    draft.linkOf[settlement] = k_noIndex;
    draft.weight -= m_problem.settlements[settlement].weight;
    draft.left_m3d[each.system] += m_problem.settlements[settlement].need;
    draft.cost -= each.cost;
    std::vector<std::uint32_t> &links = draft.links[each.system];
    links.erase(std::find(links.begin(), links.end(), link));
    draft.cost -= links.empty() ? m_problem.systems[each.system].opening : 0;
    m_touched.insert(each.system);
}

void SupplyImprover::regrow(SupplyDraft &draft, std::uint32_t system)
{
    SystemTree tree = m_trees.grow(system, draft.links[system]);
    draft.cost += tree.cost - draft.trees[system].cost;
    draft.trees[system] = std::move(tree);
    m_trees.spread(system, draft.trees[system]);
}

std::uint32_t SupplyImprover::cheapest(const SupplyDraft &draft, const std::vector<double> &factor) const
{
    std::uint32_t best = k_noIndex;
    double least = k_never;
    for (std::uint32_t link = 0; link < m_problem.links.size(); ++link) {
        const SupplyLink &each = m_problem.links[link];
        if (draft.linkOf[each.settlement] != k_noIndex) {
            continue;
        }
        const double cost = costOf(draft, link);
        if (m_goal.budget && draft.cost + cost > *m_goal.budget * (1 + k_slack)) {
            continue;
        }
        const SupplyProblem::Settlement &who = m_problem.settlements[each.settlement];
        const double price = m_prices.empty() ? 0 : m_prices[each.system] * who.need;
        const double ratio = (cost + price) * factor[each.settlement] / who.weight;
        if (ratio < least) {
            least = ratio;
            best = link;
        }
    }
    return best;
}

/// Lets settlements in, those that cost least for their weight first, until there are enough or nobody fits.
void SupplyImprover::fill(SupplyDraft &draft, double noise)
{
    std::uniform_real_distribution<double> blur(1 - noise, 1 + noise);
    std::vector<double> factor(m_problem.settlements.size());
    for (double &each : factor) {
        each = blur(m_random);
    }
    while (m_goal.budget || !isGood(draft)) {
        const std::uint32_t link = cheapest(draft, factor);
        if (link == k_noIndex) {
            return;
        }
        put(draft, link);
    }
}

/// What is saved by giving up each link of @p system alone: the last one closes the system.
std::vector<double> SupplyImprover::savings(const SupplyDraft &draft, std::uint32_t system) const
{
    std::vector<double> saved = m_trees.savings(draft.trees[system], draft.links[system]);
    if (saved.size() == 1) {
        saved.front() += m_problem.systems[system].opening;
    }
    return saved;
}

/// Takes out who is not needed for what is wanted, most costly first.
void SupplyImprover::trim(SupplyDraft &draft)
{
    std::vector<std::optional<std::vector<double>>> saved(draft.links.size()); // per system, as far as asked for
    for (;;) {
        const double spare = m_goal.budget ? 0 : draft.weight - *m_goal.wanted * (1 - k_slack);
        std::uint32_t worst = k_noIndex;
        double most = 0;
        for (std::uint32_t system = 0; system < draft.links.size(); ++system) {
            const std::vector<std::uint32_t> &links = draft.links[system];
            for (std::size_t i = 0; i < links.size(); ++i) {
                const std::uint32_t settlement = m_problem.links[links[i]].settlement;
                if (m_problem.settlements[settlement].weight > spare) {
                    continue;
                }
                if (!saved[system]) {
                    saved[system] = savings(draft, system);
                }
                if ((*saved[system])[i] > most) {
                    most = (*saved[system])[i];
                    worst = settlement;
                }
            }
        }
        if (worst == k_noIndex) {
            return;
        }
        const std::uint32_t system = m_problem.links[draft.linkOf[worst]].system;
        drop(draft, worst);
        regrow(draft, system);
        saved[system].reset();
    }
}

SupplyDraft SupplyImprover::complete(std::span<const std::uint32_t> links)
{
    SupplyDraft draft;
    draft.linkOf.assign(m_problem.settlements.size(), k_noIndex);
    draft.links.resize(m_problem.systems.size());
    draft.trees.resize(m_problem.systems.size());
    for (std::uint32_t system = 0; system < m_problem.systems.size(); ++system) {
        draft.left_m3d.push_back(m_problem.systems[system].capacity);
        m_trees.spread(system, draft.trees[system]);
    }
    std::vector<std::uint32_t> wanted(links.begin(), links.end());
    const auto ratio = [&](std::uint32_t link) {
        return m_trees.costTo(link) / m_problem.settlements[m_problem.links[link].settlement].weight;
    };
    std::stable_sort(wanted.begin(), wanted.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return ratio(a) < ratio(b); });
    for (const std::uint32_t link : wanted) {
        const double cost = costOf(draft, link);
        const bool isFree = draft.linkOf[m_problem.links[link].settlement] == k_noIndex;
        if (isFree && cost < k_never && (!m_goal.budget || draft.cost + cost <= *m_goal.budget)) {
            put(draft, link);
        }
    }
    for (std::uint32_t system = 0; system < m_problem.systems.size(); ++system) {
        regrow(draft, system);
    }
    fill(draft, 0);
    trim(draft);
    return draft;
}

/// @p count settlements about @p settlement, by the cost of the ways between them.
std::vector<std::uint32_t> SupplyImprover::around(std::uint32_t settlement, std::size_t count)
{
    std::vector<std::uint32_t> found;
    std::map<std::uint32_t, double> costs;
    std::priority_queue<std::pair<double, std::uint32_t>, std::vector<std::pair<double, std::uint32_t>>, std::greater<>>
        queue;
    const std::uint32_t place = m_problem.links[m_linksOf[settlement].front()].place;
    costs[place] = 0;
    queue.emplace(0, place);
    while (!queue.empty() && found.size() < count) {
        const auto [cost, at] = queue.top();
        queue.pop();
        if (cost > costs[at]) {
            continue;
        }
        found.insert(found.end(), m_settlementsAt[at].begin(), m_settlementsAt[at].end());
        for (const auto &[to, more] : m_ways[at]) {
            const auto [seen, isNew] = costs.emplace(to, k_never);
            if (cost + more < seen->second) {
                seen->second = cost + more;
                queue.emplace(cost + more, to);
            }
        }
    }
    return found;
}

SupplyDraft SupplyImprover::changed(const SupplyDraft &draft)
{
    SupplyDraft next = draft;
    m_touched.clear();
    const std::uint32_t centre =
        m_reachable[std::uniform_int_distribution<std::size_t>(0, m_reachable.size() - 1)(m_random)];
    const std::size_t count = std::uniform_int_distribution<std::size_t>(k_leastOut, k_mostOut)(m_random);
    for (const std::uint32_t settlement : around(centre, count)) {
        if (next.linkOf[settlement] != k_noIndex) {
            drop(next, settlement);
        }
    }
    for (const std::uint32_t system : m_touched) {
        regrow(next, system);
    }
    fill(next, std::uniform_real_distribution<double>(0, k_noise)(m_random));
    for (const std::uint32_t system : m_touched) {
        regrow(next, system);
    }
    trim(next);
    return next;
}

SupplyDraft SupplyImprover::improve(const SupplyDraft &draft, int rounds,
                                    const std::function<bool(const SupplyDraft &)> &mustStop)
{
    SupplyDraft best = draft;
    SupplyDraft at = draft;
    for (std::uint32_t system = 0; system < at.trees.size(); ++system) {
        m_trees.spread(system, at.trees[system]);
    }
    rounds = m_reachable.empty() ? 0 : rounds;
    for (int round = 0; round < rounds && !mustStop(best); ++round) {
        SupplyDraft next = changed(at);
        const double worse = k_firstWorse * (1 - static_cast<double>(round) / rounds);
        if (value(next) <= value(at) + worse * std::abs(value(at))) {
            at = std::move(next);
            if (isBetter(at, best)) {
                best = at;
            }
        } else {
            for (const std::uint32_t system : m_touched) { // what was tried is forgotten again
                m_trees.spread(system, at.trees[system]);
            }
        }
    }
    return best;
}

} // namespace cuntu::water
