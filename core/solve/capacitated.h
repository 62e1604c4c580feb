// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/siting.h"

namespace cuntu {

/// Choose sites, and give each demand whole to one of them, so that the sum of costs is least and no site takes more
/// than its capacity (capacitated p-median, single source).
struct CapacitatedProblem {
    std::vector<double> costs;          ///< demand x candidate, >= 0; infinite: not to that one
    std::vector<double> sizes;          ///< per demand: what it takes of a capacity, >= 0
    std::vector<double> capacities;     ///< per candidate, >= 0
    std::vector<SiteRule> rules;        ///< per candidate
    std::optional<std::uint32_t> sites; ///< exactly so many; empty: as many as the budget allows
    std::vector<double> prices;         ///< per candidate, >= 0; empty: nothing costs
    std::optional<double> budget;       ///< the prices of the chosen sites are at most this in sum

    std::size_t demandCount() const { return sizes.size(); }
    std::size_t candidateCount() const { return rules.size(); }
    double cost(std::size_t demand, std::size_t site) const { return costs[demand * rules.size() + site]; }
    double priceOf(std::size_t site) const { return prices.empty() ? 0 : prices[site]; }
    /// Whether every choice costs a whole number.
    CUNTU_CORE_EXPORT bool hasWholeCosts() const;
};

/// What was found. `bound` <= optimum <= `objective`. Without any solution `sites` is empty: proven that there is none
/// where `cancelled` is false, else none was met in time.
struct CapacitatedSolution {
    std::vector<std::uint32_t> sites;      ///< ascending
    std::vector<std::uint32_t> assignment; ///< per demand: its site
    double objective = 0;
    double bound = 0;
    bool optimal = false;
    bool cancelled = false;
    std::uint32_t nodes = 0;
    Prover prover = Prover::Nobody; ///< as in SitingSolution
    QString trouble;                ///< as in SitingSolution

    bool isFound() const { return !sites.empty(); }
    double gap() const { return objective > bound ? (objective - bound) / objective : 0; }
};

/// Solves @p problem by branch and bound. Lower bounds: Lagrangian relaxation of the assignment, which leaves a
/// knapsack at each site (Lorena and Senne 2004, doi:10.1016/S0305-0548(03)00039-X; as tight as the column generation
/// of Ceselli and Righini 2005, doi:10.1002/net.20059, whose branching on the sites of one demand is taken too); sites
/// and assignments are ruled out by their reduced costs. Solutions: regret assignment (Martello and Toth 1981), shifts
/// and swaps of demands, sites moved within their groups and beyond.
///
/// A cancelled job is no failure: the best so far is returned with its bound. What is left without a proof may go to
/// CBC (SitingLimits::solver), without the sites and pairs that the search ruled out. The same input gives the same
/// answer in every run that no time limit cuts short. Memory: 8 bytes for each pair, and open parts of the search. Any
/// thread.
CUNTU_CORE_EXPORT CapacitatedSolution solveCapacitated(const CapacitatedProblem &problem, const SitingLimits &limits,
                                                       const JobContext &job);

/// Whether sites and assignment of @p solution keep rules, number, budget and capacities, and every demand goes to one
/// of the sites. Any thread.
CUNTU_CORE_EXPORT bool isKept(const CapacitatedProblem &problem, const CapacitatedSolution &solution);

} // namespace cuntu
