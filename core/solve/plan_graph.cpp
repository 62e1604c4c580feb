// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/plan_graph.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

namespace cuntu {

namespace {

/// An edge between places that were put together, on its way to become an arc or two.
struct Link {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double cost = 0;
    bool oneWay = false;
    bool gone = false;
    std::vector<std::uint32_t> chain; ///< edges of the problem from `from` to `to`
};

void check(const PlanProblem &problem)
{
    const auto isNode = [&](std::uint32_t node) { return node < problem.nodes; };
    const bool edgesFit = std::all_of(problem.edges.begin(), problem.edges.end(), [&](const PlanEdge &edge) {
        return isNode(edge.from) && isNode(edge.to) && std::isfinite(edge.cost) && edge.cost >= 0;
    });
    const bool demandsFit = std::all_of(problem.demands.begin(), problem.demands.end(), [&](const PlanDemand &demand) {
        return std::isfinite(demand.weight) && demand.weight > 0 &&
               std::all_of(demand.nodes.begin(), demand.nodes.end(), isNode);
    });
    if (!isNode(problem.root) || !edgesFit || !demandsFit) {
        throw std::invalid_argument("planNetwork: a node that is not there, or a number that is no cost or weight");
    }
}

/// The steps of reducedGraph(), in order.
class Reducing {
public:
    explicit Reducing(const PlanProblem &problem) : m_problem(problem), m_places(problem.nodes) {}

    PlanGraph run()
    {
        joinPlaces();
        makeLinks();
        findReachable();
        keepDemandPlaces();
        dropDeadEndsAndChains();
        number();
        addArcs();
        addDemands();
        return std::move(m_graph);
    }

private:
    std::uint32_t place(std::uint32_t node) { return m_places.find(node); }
    void joinPlaces();
    void joinWhatTheRootHas();
    void makeLinks();
    void findReachable();
    void keepDemandPlaces();
    void dropDeadEndsAndChains();
    void look(std::uint32_t at, std::vector<std::uint32_t> &waiting);
    void joinChain(std::uint32_t at, std::uint32_t first, std::uint32_t second);
    std::vector<std::uint32_t> linksAt(std::uint32_t at) const;
    void number();
    void addArcs();
    void addDemands();

    const PlanProblem &m_problem;
    DisjointSets m_places;
    std::uint32_t m_root = 0;
    std::vector<Link> m_links;
    std::vector<std::vector<std::uint32_t>> m_at; ///< per place: links, gone ones too
    std::vector<bool> m_reached;                  ///< per place
    std::vector<bool> m_kept;                     ///< per place: must stay a node
    std::vector<std::uint32_t> m_number;          ///< per place
    PlanGraph m_graph;
};

/// What hangs together for nothing in both directions is one place, and what the root reaches for nothing is the root.
void Reducing::joinPlaces()
{
    for (const PlanEdge &edge : m_problem.edges) {
        if (edge.cost == 0 && !edge.oneWay) {
            m_places.join(edge.from, edge.to);
        }
    }
    joinWhatTheRootHas();
    m_root = place(m_problem.root);
}

void Reducing::joinWhatTheRootHas()
{
    std::multimap<std::uint32_t, std::uint32_t> ways;
    for (const PlanEdge &edge : m_problem.edges) {
        if (edge.cost == 0 && edge.oneWay) {
            ways.emplace(place(edge.from), edge.to);
        }
    }
    std::vector<bool> seen(m_problem.nodes);
    std::vector<std::uint32_t> waiting{place(m_problem.root)};
    while (!waiting.empty()) {
        const std::uint32_t at = waiting.back();
        waiting.pop_back();
        if (seen[at]) {
            continue;
        }
        seen[at] = true;
        for (auto [way, end] = ways.equal_range(at); way != end; ++way) {
            waiting.push_back(place(way->second)); // places as they were before the root took any in
        }
    }
    for (std::uint32_t node = 0; node < m_problem.nodes; ++node) {
        if (seen[node]) {
            m_places.join(m_problem.root, node);
        }
    }
}

/// Of several edges between the same places the cheapest.
void Reducing::makeLinks()
{
    std::map<std::tuple<std::uint32_t, std::uint32_t, bool>, std::uint32_t> known;
    for (std::uint32_t number = 0; number < m_problem.edges.size(); ++number) {
        const PlanEdge &edge = m_problem.edges[number];
        std::uint32_t from = place(edge.from);
        std::uint32_t to = place(edge.to);
        if (from == to || (edge.oneWay && to == m_root)) {
            continue;
        }
        if (!edge.oneWay && from > to) {
            std::swap(from, to);
        }
        const auto [same, isNew] =
            known.try_emplace({from, to, edge.oneWay}, static_cast<std::uint32_t>(m_links.size()));
        if (isNew) {
            m_links.push_back({from, to, edge.cost, edge.oneWay, false, {number}});
        } else if (edge.cost < m_links[same->second].cost) {
            m_links[same->second].cost = edge.cost;
            m_links[same->second].chain = {number};
        }
    }
    m_at.resize(m_problem.nodes);
    for (std::uint32_t link = 0; link < m_links.size(); ++link) {
        m_at[m_links[link].from].push_back(link);
        m_at[m_links[link].to].push_back(link);
    }
}

void Reducing::findReachable()
{
    m_reached.assign(m_problem.nodes, false);
    std::vector<std::uint32_t> waiting{m_root};
    m_reached[m_root] = true;
    while (!waiting.empty()) {
        const std::uint32_t at = waiting.back();
        waiting.pop_back();
        for (const std::uint32_t number : m_at[at]) {
            const Link &link = m_links[number];
            const std::uint32_t to = link.from == at ? link.to : link.from;
            if ((link.from == at || !link.oneWay) && !m_reached[to]) {
                m_reached[to] = true;
                waiting.push_back(to);
            }
        }
    }
    for (Link &link : m_links) {
        link.gone = !m_reached[link.from] || !m_reached[link.to];
    }
}

void Reducing::keepDemandPlaces()
{
    m_kept.assign(m_problem.nodes, false);
    m_kept[m_root] = true;
    for (const PlanDemand &demand : m_problem.demands) {
        const bool isFree = std::any_of(demand.nodes.begin(), demand.nodes.end(),
                                        [&](std::uint32_t node) { return place(node) == m_root; });
        const bool canBe = std::any_of(demand.nodes.begin(), demand.nodes.end(),
                                       [&](std::uint32_t node) { return m_reached[place(node)]; });
        m_graph.free.push_back(isFree);
        m_graph.reachable.push_back(canBe);
        m_graph.freeWeight += isFree ? demand.weight : 0;
        for (const std::uint32_t node : demand.nodes) {
            m_kept[place(node)] = m_kept[place(node)] || !isFree;
        }
    }
}

std::vector<std::uint32_t> Reducing::linksAt(std::uint32_t at) const
{
    std::vector<std::uint32_t> links;
    std::copy_if(m_at[at].begin(), m_at[at].end(), std::back_inserter(links),
                 [&](std::uint32_t link) { return !m_links[link].gone; });
    return links;
}

void Reducing::dropDeadEndsAndChains()
{
    std::vector<std::uint32_t> waiting;
    for (std::uint32_t at = 0; at < m_problem.nodes; ++at) {
        if (m_reached[at] && place(at) == at) {
            waiting.push_back(at);
        }
    }
    while (!waiting.empty()) {
        const std::uint32_t at = waiting.back();
        waiting.pop_back();
        look(at, waiting);
    }
}

void Reducing::look(std::uint32_t at, std::vector<std::uint32_t> &waiting)
{
    if (m_kept[at]) {
        return;
    }
    const std::vector<std::uint32_t> links = linksAt(at);
    const auto other = [&](std::uint32_t link) {
        return m_links[link].from == at ? m_links[link].to : m_links[link].from;
    };
    const auto entersOnly = [&](std::uint32_t link) { return m_links[link].oneWay; };
    if (links.size() == 1) {
        m_links[links[0]].gone = true;
        waiting.push_back(other(links[0]));
    } else if (links.size() == 2 && !entersOnly(links[0]) && !entersOnly(links[1])) {
        const std::uint32_t a = other(links[0]);
        const std::uint32_t b = other(links[1]);
        joinChain(at, links[0], links[1]);
        waiting.push_back(a);
        waiting.push_back(b);
    }
}

/// Puts one link in the place of two that meet at @p at, unless a cheaper one is there.
void Reducing::joinChain(std::uint32_t at, std::uint32_t first, std::uint32_t second)
{
    const auto chainFrom = [&](std::uint32_t number, bool towards) {
        std::vector<std::uint32_t> chain = m_links[number].chain;
        if ((m_links[number].to == at) != towards) {
            std::reverse(chain.begin(), chain.end());
        }
        return chain;
    };
    const std::uint32_t a = m_links[first].from == at ? m_links[first].to : m_links[first].from;
    const std::uint32_t b = m_links[second].from == at ? m_links[second].to : m_links[second].from;
    Link joined{a, b, m_links[first].cost + m_links[second].cost, false, false, chainFrom(first, true)};
    const std::vector<std::uint32_t> rest = chainFrom(second, false);
    joined.chain.insert(joined.chain.end(), rest.begin(), rest.end());
    m_links[first].gone = true;
    m_links[second].gone = true;
    if (a == b) {
        return;
    }
    for (const std::uint32_t number : linksAt(a)) {
        Link &same = m_links[number];
        if (!same.oneWay && (same.from == b || same.to == b)) {
            if (same.cost <= joined.cost) {
                return;
            }
            same.gone = true;
        }
    }
    const auto number = static_cast<std::uint32_t>(m_links.size());
    m_links.push_back(std::move(joined));
    m_at[a].push_back(number);
    m_at[b].push_back(number);
}

void Reducing::number()
{
    m_number.assign(m_problem.nodes, k_noIndex);
    m_number[m_root] = 0;
    std::uint32_t next = 1;
    const auto give = [&](std::uint32_t at) {
        if (m_number[at] == k_noIndex) {
            m_number[at] = next++;
        }
    };
    for (const Link &link : m_links) {
        if (!link.gone) {
            give(link.from);
            give(link.to);
        }
    }
    m_graph.outStart.assign(next + 1, 0);
    m_graph.inStart.assign(next + 1, 0);
}

void Reducing::addArcs()
{
    for (Link &link : m_links) {
        if (link.gone) {
            continue;
        }
        const auto chain = static_cast<std::uint32_t>(m_graph.chains.size());
        m_graph.chains.push_back(std::move(link.chain));
        const std::uint32_t from = m_number[link.from];
        const std::uint32_t to = m_number[link.to];
        if (to != 0) {
            m_graph.arcs.push_back({from, to, link.cost, chain, false});
        }
        if (!link.oneWay && from != 0) {
            m_graph.arcs.push_back({to, from, link.cost, chain, true});
        }
    }
    const auto sortInto = [&](std::vector<std::uint32_t> &start, std::vector<std::uint32_t> &order, auto key) {
        for (const PlanGraph::Arc &arc : m_graph.arcs) {
            ++start[key(arc) + 1];
        }
        for (std::size_t i = 1; i < start.size(); ++i) {
            start[i] += start[i - 1];
        }
        order.resize(m_graph.arcs.size());
        std::vector<std::uint32_t> next(start.begin(), start.end() - 1);
        for (std::uint32_t arc = 0; arc < m_graph.arcs.size(); ++arc) {
            order[next[key(m_graph.arcs[arc])]++] = arc;
        }
    };
    sortInto(m_graph.outStart, m_graph.outArcs, [](const PlanGraph::Arc &arc) { return arc.from; });
    sortInto(m_graph.inStart, m_graph.inArcs, [](const PlanGraph::Arc &arc) { return arc.to; });
}

/// Demands at the same places are one.
void Reducing::addDemands()
{
    std::map<std::vector<std::uint32_t>, std::uint32_t> known;
    for (std::uint32_t i = 0; i < m_problem.demands.size(); ++i) {
        if (m_graph.free[i] || !m_graph.reachable[i]) {
            continue;
        }
        std::vector<std::uint32_t> nodes;
        for (const std::uint32_t node : m_problem.demands[i].nodes) {
            if (m_reached[place(node)]) {
                nodes.push_back(m_number[place(node)]);
            }
        }
        std::sort(nodes.begin(), nodes.end());
        nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
        const auto [same, isNew] = known.try_emplace(nodes, static_cast<std::uint32_t>(m_graph.demands.size()));
        if (isNew) {
            m_graph.demands.push_back({nodes, {}, 0});
        }
        m_graph.demands[same->second].originals.push_back(i);
        m_graph.demands[same->second].weight += m_problem.demands[i].weight;
    }
}

} // namespace

PlanGraph reducedGraph(const PlanProblem &problem)
{
    check(problem);
    return Reducing(problem).run();
}

} // namespace cuntu
