// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/capacitated.h"

#include <random>

namespace cuntu {

/// Who goes where, also where some sites take more than they hold.
struct Allocation {
    std::vector<std::uint32_t> sites;      ///< ascending
    std::vector<std::uint32_t> assignment; ///< per demand
    double cost = 0;
    double excess = 0; ///< sum of what the sites take above their capacities
};

/// Finds good solutions of a CapacitatedProblem by moves. Borrows the problem.
class CapacitatedSearch {
public:
    explicit CapacitatedSearch(const CapacitatedProblem &problem);

    /// Sites that keep the rules, the number and the budget, spread out; empty where none was met.
    std::vector<std::uint32_t> firstSites() const;
    /// Assigns the demands to @p sites by regret, then improves: demands shifted and swapped, sites moved within their
    /// groups.
    Allocation improve(std::vector<std::uint32_t> sites);
    /// One random change of the sites of @p from, improved.
    Allocation disturb(const Allocation &from, std::mt19937 &random);
    bool isBetter(const Allocation &a, const Allocation &b) const;

private:
    void assign(Allocation &now);
    void settle(Allocation &now);
    bool shiftAndSwap(Allocation &now);
    bool tryShift(Allocation &now, std::uint32_t demand);
    bool trySwap(Allocation &now, std::uint32_t a, std::uint32_t b);
    bool moveSites(Allocation &now);
    void measure(Allocation &now);
    double over(std::size_t site, double load) const;
    bool isAffordable(const std::vector<std::uint32_t> &sites) const;

    const CapacitatedProblem &m_problem;
    std::vector<double> m_load; ///< per candidate
    double m_penalty = 0;       ///< of a unit of excess: more than any saving
    double m_least = 0;         ///< less than this is rounding, no profit
};

} // namespace cuntu
