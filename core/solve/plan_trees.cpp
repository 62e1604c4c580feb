// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/plan_trees.h"

#include "core/solve/limits.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

/// What hangs below an arc of a tree, with the arc itself.
struct Branch {
    double cost = 0;
    double weight = 0;
};

} // namespace

PlanTrees::PlanTrees(const PlanGraph &graph)
    : m_graph(graph),
      m_demandsAt(graph.nodeCount()),
      m_in(graph.nodeCount()),
      m_cost(graph.nodeCount()),
      m_by(graph.nodeCount()),
      m_served(graph.demands.size())
{
    for (std::uint32_t demand = 0; demand < graph.demands.size(); ++demand) {
        for (const std::uint32_t node : graph.demands[demand].nodes) {
            m_demandsAt[node].push_back(demand);
        }
    }
}

void PlanTrees::push(double cost, std::uint32_t item)
{
    m_heap.push_back({cost, item});
    std::push_heap(m_heap.begin(), m_heap.end(), std::greater<>());
}

PlanTrees::Label PlanTrees::pop()
{
    std::pop_heap(m_heap.begin(), m_heap.end(), std::greater<>());
    const Label label = m_heap.back();
    m_heap.pop_back();
    return label;
}

void PlanTrees::reset()
{
    m_in.assign(m_in.size(), false);
    m_in[0] = true;
    m_cost.assign(m_cost.size(), k_never);
    m_by.assign(m_by.size(), k_noIndex);
    m_served.assign(m_served.size(), false);
    m_heap.clear();
}

/// Takes @p node in with its path from the tree.
void PlanTrees::take(std::uint32_t node, std::vector<std::uint32_t> &added)
{
    while (!m_in[node]) {
        m_in[node] = true;
        m_cost[node] = 0;
        added.push_back(node);
        for (const std::uint32_t demand : m_demandsAt[node]) {
            m_served[demand] = true;
        }
        node = m_graph.arcs[m_by[node]].from;
    }
}

void PlanTrees::collect(const PlanState &state, const Ascent *ascent, const PlanPrices &prices)
{
    const auto isWanted = [&](std::uint32_t node) {
        const auto &demands = m_demandsAt[node];
        return state.must[node] || std::any_of(demands.begin(), demands.end(), [&](std::uint32_t demand) {
                   return !m_served[demand] && state.demands[demand] != DemandRule::Dropped;
               });
    };
    reset();
    m_cost[0] = 0;
    push(0, 0);
    std::vector<std::uint32_t> added;
    while (!m_heap.empty()) {
        const Label label = pop();
        if (label.cost > m_cost[label.item]) {
            continue;
        }
        if (!m_in[label.item] && isWanted(label.item)) {
            added.clear();
            take(label.item, added);
            for (const std::uint32_t node : added) {
                push(0, node);
            }
            continue;
        }
        for (const std::uint32_t arc : m_graph.out(label.item)) {
            const std::uint32_t to = m_graph.arcs[arc].to;
            const double cost = label.cost + m_graph.arcs[arc].cost * prices.edges;
            const bool mayUse = !state.arcGone[arc] && (ascent == nullptr || ascent->reduced[arc] <= 0);
            if (mayUse && !m_in[to] && cost < m_cost[to]) {
                m_cost[to] = cost;
                m_by[to] = arc;
                push(cost, to);
            }
        }
    }
}

/// The cheapest tree over the places in m_in, over arcs that @p state leaves (all of them without one). Prim 1957; a
/// place with one way in is entered by that first, whatever it costs, as every tree does: then what is left is
/// undirected but for ways out of the root.
PlanTree PlanTrees::treeOver(const PlanState *state)
{
    const auto mayUse = [&](std::uint32_t arc) {
        const PlanGraph::Arc &way = m_graph.arcs[arc];
        return m_in[way.from] && m_in[way.to] && (state == nullptr || !state->arcGone[arc]);
    };
    const auto key = [&](std::uint32_t arc) {
        const auto ways = m_graph.in(m_graph.arcs[arc].to);
        return std::count_if(ways.begin(), ways.end(), mayUse) == 1 ? -1 : m_graph.arcs[arc].cost;
    };
    m_heap.clear(); // of arcs
    const auto pushWays = [&](std::uint32_t node, const std::vector<bool> &reached) {
        for (const std::uint32_t arc : m_graph.out(node)) {
            if (mayUse(arc) && !reached[m_graph.arcs[arc].to]) {
                push(key(arc), arc);
            }
        }
    };
    PlanTree tree;
    std::vector<bool> reached(m_graph.nodeCount());
    reached[0] = true;
    pushWays(0, reached);
    while (!m_heap.empty()) {
        const std::uint32_t arc = pop().item;
        const std::uint32_t to = m_graph.arcs[arc].to;
        if (!reached[to]) {
            reached[to] = true;
            tree.arcs.push_back(arc);
            pushWays(to, reached);
        }
    }
    measure(tree);
    return tree;
}

std::vector<double> PlanTrees::gains(const PlanTree &tree)
{
    m_served.assign(m_served.size(), false);
    std::vector<double> gains(tree.arcs.size(), 0.0);
    for (std::size_t i = 0; i < tree.arcs.size(); ++i) {
        for (const std::uint32_t demand : m_demandsAt[m_graph.arcs[tree.arcs[i]].to]) {
            gains[i] += m_served[demand] ? 0 : m_graph.demands[demand].weight;
            m_served[demand] = true;
        }
    }
    return gains;
}

void PlanTrees::measure(PlanTree &tree)
{
    tree.cost = 0;
    tree.weight = 0;
    for (const double gain : gains(tree)) {
        tree.weight += gain;
    }
    for (const std::uint32_t arc : tree.arcs) {
        tree.cost += m_graph.arcs[arc].cost;
    }
}

const std::vector<bool> &PlanTrees::placesOf(const PlanTree &tree)
{
    m_in.assign(m_in.size(), false);
    m_in[0] = true;
    for (const std::uint32_t arc : tree.arcs) {
        m_in[m_graph.arcs[arc].to] = true;
    }
    return m_in;
}

/// Cuts branches that cost at least what they bring, from the leaves on.
PlanTree PlanTrees::prune(const PlanTree &tree, const PlanState &state, const PlanPrices &prices)
{
    const std::vector<double> gain = gains(tree);
    std::vector<double> net(m_graph.nodeCount(), 0.0);
    std::vector<bool> needed(m_graph.nodeCount());
    std::vector<bool> kept(tree.arcs.size());
    for (std::size_t i = tree.arcs.size(); i-- > 0;) {
        const PlanGraph::Arc &arc = m_graph.arcs[tree.arcs[i]];
        const auto &demands = m_demandsAt[arc.to];
        const bool hasMust = std::any_of(demands.begin(), demands.end(), [&](std::uint32_t demand) {
            return state.demands[demand] == DemandRule::Must;
        });
        const bool isWanted = gain[i] > 0 && (hasMust || prices.weight == k_never);
        const double brings =
            net[arc.to] + (prices.weight < k_never ? gain[i] * prices.weight : 0) - arc.cost * prices.edges;
        needed[arc.to] = needed[arc.to] || isWanted || state.must[arc.to];
        kept[i] = needed[arc.to] || brings > 0;
        if (kept[i]) {
            net[arc.from] += brings;
            needed[arc.from] = needed[arc.from] || needed[arc.to];
        }
    }
    PlanTree pruned;
    std::vector<bool> reached(m_graph.nodeCount());
    reached[0] = true;
    for (std::size_t i = 0; i < tree.arcs.size(); ++i) {
        const PlanGraph::Arc &arc = m_graph.arcs[tree.arcs[i]];
        if (kept[i] && reached[arc.from]) {
            reached[arc.to] = true;
            pruned.arcs.push_back(tree.arcs[i]);
        }
    }
    measure(pruned);
    return pruned;
}

PlanTree PlanTrees::grow(const PlanState &state, const Ascent *ascent, const PlanPrices &prices)
{
    collect(state, ascent, prices);
    return prune(treeOver(&state), state, prices);
}

PlanTree PlanTrees::span(const PlanState &state)
{
    for (std::size_t node = 0; node < m_in.size(); ++node) {
        m_in[node] = !state.nodeGone[node];
    }
    return treeOver(&state);
}

/// The branch of @p tree with the least weight for its cost of those that @p mayCut allows, by what is left then; the
/// number of arcs where there is none.
std::size_t PlanTrees::worstBranch(const PlanTree &tree, const std::function<bool(double, double)> &mayCut)
{
    const std::vector<double> gain = gains(tree);
    std::vector<Branch> below(m_graph.nodeCount());
    std::size_t worst = tree.arcs.size();
    double worstRatio = k_never;
    for (std::size_t i = tree.arcs.size(); i-- > 0;) {
        const PlanGraph::Arc &arc = m_graph.arcs[tree.arcs[i]];
        const Branch branch{below[arc.to].cost + arc.cost, below[arc.to].weight + gain[i]};
        below[arc.from].cost += branch.cost;
        below[arc.from].weight += branch.weight;
        const double ratio = branch.weight / std::max(branch.cost, 1e-300);
        if (ratio < worstRatio && mayCut(tree.cost - branch.cost, tree.weight - branch.weight)) {
            worstRatio = ratio;
            worst = i;
        }
    }
    return worst;
}

PlanTree PlanTrees::cut(const PlanTree &tree, std::size_t branch)
{
    std::vector<bool> gone(m_graph.nodeCount());
    gone[m_graph.arcs[tree.arcs[branch]].to] = true;
    PlanTree less;
    for (const std::uint32_t arc : tree.arcs) {
        const PlanGraph::Arc &way = m_graph.arcs[arc];
        gone[way.to] = gone[way.to] || gone[way.from];
        if (!gone[way.to]) {
            less.arcs.push_back(arc);
        }
    }
    measure(less);
    return less;
}

PlanTree PlanTrees::trim(PlanTree tree, double wanted)
{
    const auto mayCut = [&](double, double weight) { return weight >= wanted; };
    for (std::size_t worst = worstBranch(tree, mayCut); worst < tree.arcs.size(); worst = worstBranch(tree, mayCut)) {
        tree = cut(tree, worst);
    }
    return tree;
}

PlanTree PlanTrees::fit(PlanTree tree, double budget)
{
    while (tree.cost > budget) {
        tree = cut(tree, worstBranch(tree, [](double, double) { return true; }));
    }
    return extend(std::move(tree), budget);
}

/// Labels all places by what it costs to reach them from those in m_in.
void PlanTrees::labelAround()
{
    m_cost.assign(m_cost.size(), k_never);
    m_by.assign(m_by.size(), k_noIndex);
    m_heap.clear();
    for (std::uint32_t node = 0; node < m_in.size(); ++node) {
        if (m_in[node]) {
            m_cost[node] = 0;
            push(0, node);
        }
    }
    while (!m_heap.empty()) {
        const Label label = pop();
        if (label.cost > m_cost[label.item]) {
            continue;
        }
        for (const std::uint32_t arc : m_graph.out(label.item)) {
            const std::uint32_t to = m_graph.arcs[arc].to;
            const double cost = label.cost + m_graph.arcs[arc].cost;
            if (cost < m_cost[to]) {
                m_cost[to] = cost;
                m_by[to] = arc;
                push(cost, to);
            }
        }
    }
}

/// The place in reach of @p rest whose path brings most weight for its cost; k_noIndex: there is none.
std::uint32_t PlanTrees::bestPlace(double rest)
{
    std::uint32_t best = k_noIndex;
    double bestRatio = 0;
    for (std::uint32_t node = 0; node < m_in.size(); ++node) {
        if (m_in[node] || m_cost[node] > rest) {
            continue;
        }
        double weight = 0;
        for (std::uint32_t at = node; !m_in[at]; at = m_graph.arcs[m_by[at]].from) {
            for (const std::uint32_t demand : m_demandsAt[at]) {
                weight += m_served[demand] ? 0 : m_graph.demands[demand].weight;
            }
        }
        const double ratio = weight / std::max(m_cost[node], 1e-300);
        if (ratio > bestRatio) {
            bestRatio = ratio;
            best = node;
        }
    }
    return best;
}

PlanTree PlanTrees::extend(PlanTree tree, double budget)
{
    while (true) {
        placesOf(tree);
        gains(tree); // says who is served
        labelAround();
        const std::uint32_t best = bestPlace(budget - tree.cost);
        if (best == k_noIndex) {
            return tree;
        }
        std::vector<std::uint32_t> path;
        for (std::uint32_t at = best; !m_in[at]; at = m_graph.arcs[m_by[at]].from) {
            path.push_back(m_by[at]);
        }
        tree.arcs.insert(tree.arcs.end(), path.rbegin(), path.rend());
        measure(tree);
    }
}

} // namespace cuntu
