// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/system_trees.h"

#include "core/solve/limits.h"

#include <algorithm>
#include <functional>
#include <map>

namespace cuntu::water {

SystemTrees::SystemTrees(const SupplyProblem &problem)
    : m_problem(problem), m_grounds(problem.systems.size()), m_placeOfLink(problem.links.size(), 0)
{
    for (std::uint32_t system = 0; system < problem.systems.size(); ++system) {
        layOut(system);
    }
}

void SystemTrees::layOut(std::uint32_t system)
{
    const SupplySystem &each = m_problem.systems[system];
    Ground &ground = m_grounds[system];
    std::map<std::uint32_t, std::uint32_t> numberOf;
    const auto number = [&](std::uint32_t place) {
        return numberOf.emplace(place, static_cast<std::uint32_t>(numberOf.size())).first->second;
    };
    for (const std::uint32_t place : each.sources) {
        ground.sources.push_back(number(place));
    }
    std::vector<SystemTree::Pipe> ways;
    for (const std::uint32_t route : each.routes) {
        const PipeRoute &way = m_problem.routes[route];
        ways.push_back({route, number(way.from), number(way.to)});
    }
    for (std::uint32_t link = 0; link < m_problem.links.size(); ++link) {
        if (m_problem.links[link].system == system) {
            m_placeOfLink[link] = number(m_problem.links[link].place);
        }
    }
    ground.start.assign(numberOf.size() + 1, 0);
    for (const SystemTree::Pipe &way : ways) {
        ++ground.start[way.from + 1];
        ++ground.start[way.to + 1];
    }
    for (std::size_t i = 1; i < ground.start.size(); ++i) {
        ground.start[i] += ground.start[i - 1];
    }
    ground.arcs.resize(2 * ways.size());
    std::vector<std::uint32_t> next = ground.start;
    for (const SystemTree::Pipe &way : ways) {
        ground.arcs[next[way.from]++] = {way.to, way.route};
        ground.arcs[next[way.to]++] = {way.from, way.route};
    }
    ground.by.resize(numberOf.size());
    ground.cost.assign(numberOf.size(), k_never);
}

void SystemTrees::push(Ground &ground, std::uint32_t place, double cost)
{
    ground.cost[place] = cost;
    m_heap.emplace_back(cost, place);
    std::push_heap(m_heap.begin(), m_heap.end(), std::greater<>());
}

/// Makes a place part of the tree.
void SystemTrees::take(Ground &ground, std::uint32_t place)
{
    ground.by[place] = {k_noIndex, place, place};
    push(ground, place, 0);
}

void SystemTrees::begin(Ground &ground)
{
    std::fill(ground.cost.begin(), ground.cost.end(), k_never);
    for (const std::uint32_t source : ground.sources) {
        take(ground, source);
    }
}

void SystemTrees::run(Ground &ground)
{
    while (!m_heap.empty()) {
        std::pop_heap(m_heap.begin(), m_heap.end(), std::greater<>());
        const auto [cost, place] = m_heap.back();
        m_heap.pop_back();
        if (cost > ground.cost[place]) {
            continue;
        }
        for (std::uint32_t i = ground.start[place]; i < ground.start[place + 1]; ++i) {
            const Arc &arc = ground.arcs[i];
            const double next = cost + m_problem.routes[arc.route].cost;
            if (next < ground.cost[arc.to]) {
                ground.by[arc.to] = {arc.route, place, arc.to};
                push(ground, arc.to, next);
            }
        }
    }
}

void SystemTrees::spread(std::uint32_t system, const SystemTree &tree)
{
    Ground &ground = m_grounds[system];
    begin(ground);
    for (const SystemTree::Pipe &pipe : tree.pipes) {
        take(ground, pipe.to);
    }
    run(ground);
}

double SystemTrees::costTo(std::uint32_t link) const
{
    return m_grounds[m_problem.links[link].system].cost[m_placeOfLink[link]];
}

void SystemTrees::extend(SystemTree &tree, std::uint32_t link)
{
    Ground &ground = m_grounds[m_problem.links[link].system];
    const std::size_t first = tree.pipes.size();
    for (std::uint32_t place = m_placeOfLink[link]; ground.by[place].route != k_noIndex;) {
        tree.pipes.push_back(ground.by[place]);
        tree.cost += m_problem.routes[ground.by[place].route].cost;
        place = ground.by[place].from;
    }
    std::reverse(tree.pipes.begin() + static_cast<std::ptrdiff_t>(first), tree.pipes.end());
    for (std::size_t i = first; i < tree.pipes.size(); ++i) {
        take(ground, tree.pipes[i].to);
    }
    run(ground);
}

/// The cheapest tree over the places in @p inside (Prim 1957), pruned.
SystemTree SystemTrees::spanning(Ground &ground, std::span<const std::uint32_t> links, const std::vector<bool> &inside)
{
    begin(ground);
    std::vector<bool> reached(ground.by.size());
    SystemTree tree;
    while (!m_heap.empty()) {
        std::pop_heap(m_heap.begin(), m_heap.end(), std::greater<>());
        const auto [cost, place] = m_heap.back();
        m_heap.pop_back();
        if (reached[place] || cost > ground.cost[place]) {
            continue;
        }
        reached[place] = true;
        if (ground.by[place].route != k_noIndex) {
            tree.pipes.push_back(ground.by[place]);
        }
        for (std::uint32_t i = ground.start[place]; i < ground.start[place + 1]; ++i) {
            const Arc &arc = ground.arcs[i];
            const double next = m_problem.routes[arc.route].cost;
            if (inside[arc.to] && !reached[arc.to] && next < ground.cost[arc.to]) {
                ground.by[arc.to] = {arc.route, place, arc.to};
                push(ground, arc.to, next);
            }
        }
    }
    prune(tree, links, ground.by.size());
    return tree;
}

/// Takes branches away that lead to no link, and adds up the cost.
void SystemTrees::prune(SystemTree &tree, std::span<const std::uint32_t> links, std::size_t places) const
{
    std::vector<bool> needed(places);
    for (const std::uint32_t link : links) {
        needed[m_placeOfLink[link]] = true;
    }
    for (auto pipe = tree.pipes.rbegin(); pipe != tree.pipes.rend(); ++pipe) {
        needed[pipe->from] = needed[pipe->from] || needed[pipe->to];
    }
    std::erase_if(tree.pipes, [&](const SystemTree::Pipe &pipe) { return !needed[pipe.to]; });
    tree.cost = 0;
    for (const SystemTree::Pipe &pipe : tree.pipes) {
        tree.cost += m_problem.routes[pipe.route].cost;
    }
}

SystemTree SystemTrees::grow(std::uint32_t system, std::span<const std::uint32_t> links)
{
    Ground &ground = m_grounds[system];
    SystemTree tree;
    spread(system, tree);
    std::vector<std::uint32_t> left(links.begin(), links.end());
    while (!left.empty()) {
        const auto nearest = std::min_element(left.begin(), left.end(), [&](std::uint32_t a, std::uint32_t b) {
            return ground.cost[m_placeOfLink[a]] < ground.cost[m_placeOfLink[b]];
        });
        if (ground.cost[m_placeOfLink[*nearest]] == k_never) {
            tree.cost = k_never;
            return tree;
        }
        extend(tree, *nearest);
        *nearest = left.back();
        left.pop_back();
    }
    std::vector<bool> inside(ground.by.size());
    for (const SystemTree::Pipe &pipe : tree.pipes) {
        inside[pipe.to] = true;
    }
    SystemTree other = spanning(ground, links, inside);
    return other.cost < tree.cost ? other : tree;
}

std::vector<double> SystemTrees::savings(const SystemTree &tree, std::span<const std::uint32_t> links) const
{
    std::map<std::uint32_t, std::uint32_t> uses; // of a place: links there and pipes that go on from it
    std::map<std::uint32_t, const SystemTree::Pipe *> into;
    for (const std::uint32_t link : links) {
        ++uses[m_placeOfLink[link]];
    }
    for (const SystemTree::Pipe &pipe : tree.pipes) {
        ++uses[pipe.from];
        into[pipe.to] = &pipe;
    }
    std::vector<double> saved;
    for (const std::uint32_t link : links) {
        double sum = m_problem.links[link].cost;
        for (std::uint32_t place = m_placeOfLink[link]; uses[place] == 1 && into.contains(place);) {
            sum += m_problem.routes[into[place]->route].cost;
            place = into[place]->from;
        }
        saved.push_back(sum);
    }
    return saved;
}

} // namespace cuntu::water
