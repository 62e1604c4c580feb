// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/split_groups.h"

#include "core/solve/capacitated_model.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace cuntu {

namespace {

/// Each group as one demand; `demandOf` tells which.
struct WholeGroups {
    CapacitatedProblem problem;
    std::vector<std::uint32_t> demandOf;
};

WholeGroups wholeGroups(const CapacitatedProblem &problem, const SplitGroups &groups)
{
    WholeGroups made{problem, {}};
    std::vector<std::uint32_t> names = groups.groupOf;
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    const std::size_t sites = problem.candidateCount();
    made.problem.sizes.assign(names.size(), 0);
    made.problem.costs.assign(names.size() * sites, 0);
    for (std::size_t demand = 0; demand < problem.demandCount(); ++demand) {
        const auto name = std::lower_bound(names.begin(), names.end(), groups.groupOf[demand]);
        const auto group = static_cast<std::uint32_t>(name - names.begin());
        made.demandOf.push_back(group);
        made.problem.sizes[group] += problem.sizes[demand];
        for (std::size_t site = 0; site < sites; ++site) {
            made.problem.costs[group * sites + site] += problem.cost(demand, site);
        }
    }
    return made;
}

/// All pairs that there are and fit.
std::vector<std::vector<std::uint32_t>> allPairs(const CapacitatedProblem &problem)
{
    std::vector<std::vector<std::uint32_t>> demandsOf(problem.candidateCount());
    for (std::uint32_t site = 0; site < demandsOf.size(); ++site) {
        for (std::uint32_t demand = 0; demand < problem.demandCount(); ++demand) {
            if (problem.rules[site] != SiteRule::Forbidden && std::isfinite(problem.cost(demand, site)) &&
                problem.sizes[demand] <= problem.capacities[site] * (1 + 1e-9)) {
                demandsOf[site].push_back(demand);
            }
        }
    }
    return demandsOf;
}

/// The better of groups whole and groups not looked at, and the bound of the latter.
CapacitatedSolution startOf(const CapacitatedProblem &problem, const SplitGroups &groups, SitingLimits limits,
                            const JobContext &job)
{
    limits.solver = Solver::Own;
    limits.seconds = limits.seconds ? std::optional(*limits.seconds / 2) : std::nullopt;
    CapacitatedSolution free = solveCapacitated(problem, limits, job);
    if (!free.isFound() && !free.cancelled) {
        return free; // also with groups split there is none
    }
    const WholeGroups whole = wholeGroups(problem, groups);
    CapacitatedSolution kept = solveCapacitated(whole.problem, limits, job);
    CapacitatedSolution best = free;
    best.objective = free.isFound() ? splitCost(problem, groups, free) : 0;
    if (kept.isFound() && (!free.isFound() || kept.objective < best.objective)) {
        best.sites = kept.sites;
        best.objective = kept.objective;
        best.assignment.clear();
        for (const std::uint32_t group : whole.demandOf) {
            best.assignment.push_back(kept.assignment[group]);
        }
    }
    best.nodes += kept.nodes;
    best.optimal = best.isFound() && best.bound >= best.objective * (1 - 1e-10);
    best.bound = best.optimal ? best.objective : best.bound;
    best.prover = best.optimal || (best.isFound() && best.gap() <= limits.gap) ? Prover::Own : Prover::Nobody;
    best.cancelled = best.prover == Prover::Nobody;
    return best;
}

} // namespace

double splitCost(const CapacitatedProblem &problem, const SplitGroups &groups, const CapacitatedSolution &solution)
{
    double sum = 0;
    std::set<std::pair<std::uint32_t, std::uint32_t>> goesTo;
    std::set<std::uint32_t> names;
    for (std::size_t demand = 0; demand < solution.assignment.size(); ++demand) {
        sum += problem.cost(demand, solution.assignment[demand]);
        goesTo.emplace(groups.groupOf[demand], solution.assignment[demand]);
        names.insert(groups.groupOf[demand]);
    }
    return sum + groups.price * static_cast<double>(goesTo.size() - names.size());
}

CapacitatedSolution solveSplitGroups(const CapacitatedProblem &problem, const SplitGroups &groups,
                                     const SitingLimits &limits, const JobContext &job)
{
    const CbcShare share(limits, 5 * problem.costs.size());
    CapacitatedSolution solution = startOf(problem, groups, share.own(), job);
    if (share.isWanted() && solution.prover == Prover::Nobody && !job.isCancelled()) {
        solution.trouble = share.trouble();
        if (share.isPossible()) {
            askCbc(problem, {problem, problem.rules, allPairs(problem), &groups}, &groups,
                   problem.hasWholeCosts() && groups.price == std::floor(groups.price), limits, share.left(), job,
                   solution);
        }
    }
    return solution;
}

} // namespace cuntu
