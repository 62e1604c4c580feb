// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/network_plan.h"

namespace cuntu {

/// A PlanProblem without what cannot matter: places that hang together for nothing are one, what the root does not
/// reach is gone, dead ends without demands are gone, and chains of edges are one edge. Directed; the root is node 0.
struct PlanGraph {
    struct Arc {
        std::uint32_t from = 0;
        std::uint32_t to = 0;
        double cost = 0;
        std::uint32_t chain = 0; ///< of `chains`
        bool reversed = false;   ///< goes through its chain from the end
    };
    struct Demand {
        std::vector<std::uint32_t> nodes;     ///< never the root
        std::vector<std::uint32_t> originals; ///< of PlanProblem::demands
        double weight = 0;
    };

    std::vector<Arc> arcs;
    std::vector<std::vector<std::uint32_t>> chains; ///< edges of the problem, one after the other
    std::vector<Demand> demands;
    std::vector<bool> free;      ///< per demand of the problem: served without building
    std::vector<bool> reachable; ///< per demand of the problem
    double freeWeight = 0;
    std::vector<std::uint32_t> outStart; ///< arcs by their beginning
    std::vector<std::uint32_t> outArcs;
    std::vector<std::uint32_t> inStart; ///< arcs by their end
    std::vector<std::uint32_t> inArcs;

    std::size_t nodeCount() const { return outStart.size() - 1; }
    std::span<const std::uint32_t> out(std::uint32_t node) const
    {
        return std::span(outArcs).subspan(outStart[node], outStart[node + 1] - outStart[node]);
    }
    std::span<const std::uint32_t> in(std::uint32_t node) const
    {
        return std::span(inArcs).subspan(inStart[node], inStart[node + 1] - inStart[node]);
    }
};

/// Reduces @p problem. Throws std::invalid_argument as planNetwork() says. O((n + m) log m).
PlanGraph reducedGraph(const PlanProblem &problem);

} // namespace cuntu
