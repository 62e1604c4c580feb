// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/plan_graph.h"

#include <functional>

namespace cuntu {

/// What a part of the search tree has decided of a demand.
enum class DemandRule : std::uint8_t { Open, Must, Dropped };

/// A part of the search tree: what plans in it may and must use.
struct PlanState {
    std::vector<bool> arcGone;  ///< also those at places that are gone
    std::vector<bool> nodeGone; ///< no plan goes through it
    std::vector<bool> must;     ///< every plan goes through it
    std::vector<DemandRule> demands;
    double bound = 0; ///< of what is minimised; what the search tree knows of this part
    double multiplier = 1;

    explicit PlanState(const PlanGraph &graph)
        : arcGone(graph.arcs.size()),
          nodeGone(graph.nodeCount()),
          must(graph.nodeCount()),
          demands(graph.demands.size(), DemandRule::Open)
    {
        must[0] = true;
    }
    void dropNode(const PlanGraph &graph, std::uint32_t node);
};

/// What is minimised: edges * their cost + weight * the weight that is not served. An infinite weight: all must be.
struct PlanPrices {
    double edges = 1;
    double weight = 1;
};

/// A lower bound with what it leaves of the costs.
struct Ascent {
    double bound = 0;            ///< infinite: nothing in this part is possible
    std::vector<double> reduced; ///< per arc; 0: saturated
    std::vector<double> slack;   ///< per demand: what is left of its prize
};

/// Dual ascent over directed cuts (see planNetwork()). Borrows the graph; keeps its scratch memory between calls.
class DualAscent {
public:
    explicit DualAscent(const PlanGraph &graph);

    /// Of @p state with @p prices. O(raised cuts * arcs into them). Where @p mustStop says so it ends early; what it
    /// has by then is a bound as well, only a lower one.
    Ascent run(const PlanState &state, const PlanPrices &prices, const std::function<bool()> &mustStop);

private:
    /// Somebody who must be reached or paid for: a demand, or after those a place.
    struct Terminal {
        std::uint32_t cutSize = 0;
        std::uint32_t number = 0;
        bool operator>(const Terminal &other) const
        {
            return std::pair(cutSize, number) > std::pair(other.cutSize, other.number);
        }
    };

    void begin(const PlanState &state, const PlanPrices &prices);
    bool findCut(const PlanState &state, std::uint32_t terminal);
    void raise(std::uint32_t terminal);
    std::span<const std::uint32_t> nodesOf(const std::uint32_t &terminal) const;
    bool wasSeen(std::uint32_t node) const { return m_seen[node] == m_turn; }

    const PlanGraph &m_graph;
    Ascent m_now;
    std::vector<double> m_left;          ///< per terminal: of its prize
    std::vector<std::uint32_t> m_places; ///< 0, 1, 2, ...: a place as a list of one
    std::vector<Terminal> m_queue;
    std::vector<std::uint32_t> m_seen; ///< per node: the turn in which it was last in a cut
    std::uint32_t m_turn = 0;
    std::vector<std::uint32_t> m_waiting;
    std::vector<std::uint32_t> m_cut; ///< arcs into the places that reach the terminal for nothing
};

} // namespace cuntu
