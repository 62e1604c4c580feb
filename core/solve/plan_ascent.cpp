// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/plan_ascent.h"

#include "core/solve/limits.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace cuntu {

namespace {

/// A cut may be so much larger than it was thought to be before others are raised first.
constexpr double k_patience = 1.25;

/// Cuts between two questions whether to stop: a cut is at most the size of the graph.
constexpr int k_turnsBetweenStops = 64;

} // namespace

void PlanState::dropNode(const PlanGraph &graph, std::uint32_t node)
{
    nodeGone[node] = true;
    for (const std::uint32_t arc : graph.out(node)) {
        arcGone[arc] = true;
    }
    for (const std::uint32_t arc : graph.in(node)) {
        arcGone[arc] = true;
    }
}

DualAscent::DualAscent(const PlanGraph &graph) : m_graph(graph), m_places(graph.nodeCount()), m_seen(graph.nodeCount())
{
    std::iota(m_places.begin(), m_places.end(), 0u);
}

std::span<const std::uint32_t> DualAscent::nodesOf(const std::uint32_t &terminal) const
{
    const auto demands = static_cast<std::uint32_t>(m_graph.demands.size());
    return terminal < demands ? std::span<const std::uint32_t>(m_graph.demands[terminal].nodes)
                              : std::span(m_places).subspan(terminal - demands, 1);
}

void DualAscent::begin(const PlanState &state, const PlanPrices &prices)
{
    m_now.bound = 0;
    m_now.reduced.resize(m_graph.arcs.size());
    for (std::size_t arc = 0; arc < m_graph.arcs.size(); ++arc) {
        m_now.reduced[arc] = state.arcGone[arc] ? k_never : m_graph.arcs[arc].cost * prices.edges;
    }
    m_queue.clear();
    const auto demands = static_cast<std::uint32_t>(m_graph.demands.size());
    m_left.assign(demands + m_graph.nodeCount(), 0);
    for (std::uint32_t i = 0; i < demands; ++i) {
        const double weight = m_graph.demands[i].weight;
        if (state.demands[i] == DemandRule::Dropped) {
            m_now.bound += prices.weight * weight;
            continue;
        }
        m_left[i] = state.demands[i] == DemandRule::Must ? k_never : prices.weight * weight;
        m_queue.push_back({0, i});
    }
    for (std::uint32_t node = 1; node < m_graph.nodeCount(); ++node) {
        if (state.must[node]) {
            m_left[demands + node] = k_never;
            m_queue.push_back({0, demands + node});
        }
    }
    std::make_heap(m_queue.begin(), m_queue.end(), std::greater<>());
}

/// Finds what reaches @p terminal over saturated arcs, and the arcs into that. False where the root does.
bool DualAscent::findCut(const PlanState &state, std::uint32_t terminal)
{
    ++m_turn;
    m_cut.clear();
    m_waiting.clear();
    const auto enter = [&](std::uint32_t node) {
        if (!wasSeen(node) && !state.nodeGone[node]) {
            m_seen[node] = m_turn;
            m_waiting.push_back(node);
        }
    };
    for (const std::uint32_t node : nodesOf(terminal)) {
        enter(node);
    }
    while (!m_waiting.empty()) {
        const std::uint32_t node = m_waiting.back();
        m_waiting.pop_back();
        if (node == 0) {
            return false;
        }
        for (const std::uint32_t arc : m_graph.in(node)) {
            if (m_now.reduced[arc] <= 0) {
                enter(m_graph.arcs[arc].from);
            } else if (m_now.reduced[arc] < k_never) {
                m_cut.push_back(arc);
            }
        }
    }
    std::erase_if(m_cut, [&](std::uint32_t arc) { return wasSeen(m_graph.arcs[arc].from); });
    return true;
}

void DualAscent::raise(std::uint32_t terminal)
{
    double least = m_left[terminal];
    for (const std::uint32_t arc : m_cut) {
        least = std::min(least, m_now.reduced[arc]);
    }
    m_now.bound += least;
    m_left[terminal] -= m_left[terminal] < k_never ? least : 0;
    for (const std::uint32_t arc : m_cut) {
        m_now.reduced[arc] -= least;
    }
}

Ascent DualAscent::run(const PlanState &state, const PlanPrices &prices, const std::function<bool()> &mustStop)
{
    begin(state, prices);
    for (int turn = 1; !m_queue.empty() && m_now.bound < k_never; ++turn) {
        if (turn % k_turnsBetweenStops == 0 && mustStop()) {
            break;
        }
        std::pop_heap(m_queue.begin(), m_queue.end(), std::greater<>());
        Terminal next = m_queue.back();
        m_queue.pop_back();
        if (m_left[next.number] <= 0 || !findCut(state, next.number)) {
            continue;
        }
        const auto size = static_cast<std::uint32_t>(m_cut.size());
        const bool waits = !m_queue.empty() && next.cutSize < size && size > k_patience * m_queue.front().cutSize;
        next.cutSize = size;
        if (!waits) {
            raise(next.number);
        }
        m_queue.push_back(next);
        std::push_heap(m_queue.begin(), m_queue.end(), std::greater<>());
    }
    m_now.slack.assign(m_left.begin(), m_left.begin() + static_cast<std::ptrdiff_t>(m_graph.demands.size()));
    return m_now;
}

} // namespace cuntu
