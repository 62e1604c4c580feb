// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/graph.h"
#include "core/solve/split_groups.h"
#include "plugins/relocation/models.h"

#include <cmath>
#include <limits>

namespace cuntu::relocation {

CapacitatedProblem capacitatedProblem(const SitingInput &siting, const SitingTerms &terms,
                                      std::vector<std::size_t> &rows)
{
    CapacitatedProblem problem;
    problem.rules = siting.rules;
    problem.capacities = siting.capacities;
    problem.sites = terms.sites;
    problem.prices = siting.prices;
    problem.budget = siting.budget;
    rows.clear();
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        if (siting.weights[demand] == 0 && siting.sizes[demand] == 0) {
            continue;
        }
        rows.push_back(demand);
        problem.sizes.push_back(siting.sizes[demand]);
        for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
            const double distance = siting.distance(demand, site);
            const bool isServed = std::isfinite(distance) && (!terms.limit || distance <= *terms.limit);
            problem.costs.push_back(isServed ? siting.weights[demand] * siting.cost(demand, site)
                                             : std::numeric_limits<double>::infinity());
        }
    }
    return problem;
}

namespace {

/// The assignment of the rows of a problem as one of all demands.
void spread(const std::vector<std::size_t> &rows, std::size_t demands, CapacitatedSolution &solution)
{
    std::vector<std::uint32_t> assignment(demands, k_noIndex);
    for (std::size_t k = 0; k < solution.assignment.size(); ++k) {
        assignment[rows[k]] = solution.assignment[k];
    }
    solution.assignment = std::move(assignment);
}

} // namespace

CapacitatedSolution solveCapacitatedMedian(const SitingInput &siting, const SitingTerms &terms,
                                           const SitingLimits &limits, const JobContext &job)
{
    std::vector<std::size_t> rows;
    CapacitatedSolution solution = solveCapacitated(capacitatedProblem(siting, terms, rows), limits, job);
    spread(rows, siting.demandCount(), solution);
    return solution;
}

SitingInput withCapacities(const SitingInput &siting)
{
    SitingInput sized = siting;
    if (siting.capacities.empty()) {
        sized.sizes.assign(siting.demandCount(), 0);
        sized.capacities.assign(siting.candidateCount(), 1);
    }
    return sized;
}

CapacitatedSolution solveSplitMedian(const SitingInput &siting, const SitingTerms &terms, const SitingLimits &limits,
                                     const JobContext &job)
{
    std::vector<std::size_t> rows;
    const CapacitatedProblem problem = capacitatedProblem(withCapacities(siting), terms, rows);
    SplitGroups groups{{}, siting.splitCost.value_or(0)};
    for (const std::size_t row : rows) {
        groups.groupOf.push_back(siting.groups[row]);
    }
    CapacitatedSolution solution = solveSplitGroups(problem, groups, limits, job);
    spread(rows, siting.demandCount(), solution);
    return solution;
}

} // namespace cuntu::relocation
