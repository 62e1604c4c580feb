// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/water/supply_problem.h"

#include <span>

namespace cuntu::water {

/// Pipes of one system that hang together with its sources.
struct SystemTree {
    struct Pipe {
        std::uint32_t route = 0;
        std::uint32_t from = 0; ///< numbers of places within the system; `from` is nearer to the source
        std::uint32_t to = 0;
    };
    std::vector<Pipe> pipes; ///< parents first
    double cost = 0;         ///< yuan, of the routes alone
};

/// The ways of each system of a problem, each by itself, and cheap trees over them. Borrows the problem; keeps scratch
/// memory between calls: of one thread.
class SystemTrees {
public:
    explicit SystemTrees(const SupplyProblem &problem);

    /// A cheap tree of @p system to the places of @p links: shortest paths to one after the other, the nearest first
    /// (Takahashi and Matsuyama 1980), then the cheapest tree over the places met, without branches that lead nowhere.
    SystemTree grow(std::uint32_t system, std::span<const std::uint32_t> links);
    /// What it costs to come from @p tree to each place of @p system; infinite: no way.
    void spread(std::uint32_t system, const SystemTree &tree);
    /// The same, of what spread() found last for @p system.
    double costTo(std::uint32_t link) const;
    /// Lays the pipe to the place of @p link as spread() found it, and brings its costs up to date.
    void extend(SystemTree &tree, std::uint32_t link);
    /// What would be saved if @p link were the only one that is given up, per link of @p links, in that order.
    std::vector<double> savings(const SystemTree &tree, std::span<const std::uint32_t> links) const;

private:
    struct Arc {
        std::uint32_t to = 0;
        std::uint32_t route = 0;
    };
    /// The ways of one system, and how far its places are from its tree.
    struct Ground {
        std::vector<std::uint32_t> start; ///< arcs by place
        std::vector<Arc> arcs;
        std::vector<std::uint32_t> sources;
        std::vector<double> cost;         ///< per place
        std::vector<SystemTree::Pipe> by; ///< per place: the pipe that comes to it
    };

    void layOut(std::uint32_t system);
    void begin(Ground &ground);
    void take(Ground &ground, std::uint32_t place);
    void run(Ground &ground);
    void push(Ground &ground, std::uint32_t place, double cost);
    SystemTree spanning(Ground &ground, std::span<const std::uint32_t> links, const std::vector<bool> &inside);
    void prune(SystemTree &tree, std::span<const std::uint32_t> links, std::size_t places) const;

    const SupplyProblem &m_problem;
    std::vector<Ground> m_grounds;
    std::vector<std::uint32_t> m_placeOfLink; ///< within its system
    std::vector<std::pair<double, std::uint32_t>> m_heap;
};

} // namespace cuntu::water
