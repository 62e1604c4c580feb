// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/capacitated_model.h"

#include "core/base/text.h"
#include "core/solve/knapsack.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace cuntu {

CapacitatedModel::CapacitatedModel(const CapacitatedProblem &capacitated, const std::vector<SiteRule> &rules,
                                   const std::vector<std::vector<std::uint32_t>> &demandsOf, const SplitGroups *groups)
    : m_columnOf(capacitated.candidateCount(), k_none), m_demands(capacitated.demandCount())
{
    addSites(capacitated, rules);
    addPairs(capacitated, demandsOf);
    if (groups != nullptr) {
        addGroups(*groups);
    }
    linkPairs();
}

void CapacitatedModel::addSites(const CapacitatedProblem &capacitated, const std::vector<SiteRule> &rules)
{
    MixedInteger::Row number;
    MixedInteger::Row spent;
    for (std::size_t site = 0; site < rules.size(); ++site) {
        if (rules[site] == SiteRule::Forbidden) {
            continue;
        }
        const auto column = static_cast<std::uint32_t>(m_problem.columns.size());
        m_columnOf[site] = column;
        m_problem.columns.push_back({0, rules[site] == SiteRule::Fixed ? 1.0 : 0.0, 1, true});
        number.terms.push_back({column, 1});
        spent.terms.push_back({column, capacitated.priceOf(site)});
    }
    if (capacitated.sites) {
        number.low = number.high = *capacitated.sites;
        m_problem.rows.push_back(std::move(number));
    }
    if (capacitated.budget) {
        spent.high = *capacitated.budget;
        m_problem.rows.push_back(std::move(spent));
    }
}

/// Every demand at one site; no site above its capacity, and nobody at one that is closed.
void CapacitatedModel::addPairs(const CapacitatedProblem &capacitated,
                                const std::vector<std::vector<std::uint32_t>> &demandsOf)
{
    std::vector<MixedInteger::Row> served(m_demands);
    const double total = std::accumulate(capacitated.sizes.begin(), capacitated.sizes.end(), 0.0);
    for (std::uint32_t site = 0; site < demandsOf.size(); ++site) {
        if (m_columnOf[site] == k_none) {
            continue;
        }
        MixedInteger::Row load;
        load.high = 0;
        const double capacity = capacitated.capacities[site];
        for (const std::uint32_t demand : demandsOf[site]) {
            const auto column = static_cast<std::uint32_t>(m_problem.columns.size());
            m_problem.columns.push_back({capacitated.cost(demand, site), 0, 1, true});
            m_pairs.push_back({demand, site, column, k_none});
            served[demand].terms.push_back({column, 1});
            load.terms.push_back({column, capacitated.sizes[demand]});
        }
        if (total > roomWithSlack(capacity)) {
            load.terms.push_back({m_columnOf[site], -capacity});
            m_problem.rows.push_back(std::move(load));
        }
    }
    for (MixedInteger::Row &row : served) {
        row.low = row.high = 1;
        m_problem.rows.push_back(std::move(row));
    }
}

/// The price once for each site a group goes to, less the first. Who is alone has none.
void CapacitatedModel::addGroups(const SplitGroups &groups)
{
    std::map<std::uint32_t, std::size_t> members;
    for (const std::uint32_t group : groups.groupOf) {
        ++members[group];
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> columns; // by group and site
    for (Pair &pair : m_pairs) {
        const std::uint32_t group = groups.groupOf[pair.demand];
        if (members[group] < 2) {
            continue;
        }
        const auto next = static_cast<std::uint32_t>(m_problem.columns.size());
        const auto [entry, isNew] = columns.try_emplace({group, pair.site}, next);
        if (isNew) {
            m_problem.columns.push_back({groups.price, 0, 1, false});
            m_problem.rows.push_back({{{m_columnOf[pair.site], 1}, {next, -1}}, 0, k_never});
        }
        pair.groupColumn = entry->second;
    }
    const auto several =
        std::count_if(members.begin(), members.end(), [](const auto &each) { return each.second > 1; });
    m_problem.constant -= groups.price * static_cast<double>(several);
}

void CapacitatedModel::linkPairs()
{
    for (const Pair &pair : m_pairs) {
        const std::uint32_t above = pair.groupColumn != k_none ? pair.groupColumn : m_columnOf[pair.site];
        m_problem.rows.push_back({{{above, 1}, {pair.column, -1}}, 0, k_never});
    }
}

std::vector<double> CapacitatedModel::valuesOf(const CapacitatedSolution &solution) const
{
    std::vector<double> values(m_problem.columns.size(), 0);
    for (const std::uint32_t site : solution.sites) {
        if (m_columnOf[site] != k_none) {
            values[m_columnOf[site]] = 1;
        }
    }
    for (const Pair &pair : m_pairs) {
        if (solution.assignment[pair.demand] == pair.site) {
            values[pair.column] = 1;
            if (pair.groupColumn != k_none) {
                values[pair.groupColumn] = 1;
            }
        }
    }
    return values;
}

CapacitatedSolution CapacitatedModel::solutionOf(const CapacitatedProblem &capacitated,
                                                 const std::vector<double> &values) const
{
    CapacitatedSolution solution;
    solution.assignment.assign(m_demands, k_none);
    for (std::uint32_t site = 0; site < m_columnOf.size(); ++site) {
        if (m_columnOf[site] != k_none && values[m_columnOf[site]] > 0.5) {
            solution.sites.push_back(site);
        }
    }
    for (const Pair &pair : m_pairs) {
        if (values[pair.column] > 0.5) {
            solution.assignment[pair.demand] = pair.site;
            solution.objective += capacitated.cost(pair.demand, pair.site);
        }
    }
    return solution;
}

bool isKept(const CapacitatedProblem &problem, const CapacitatedSolution &solution)
{
    std::vector<bool> isOpen(problem.candidateCount(), false);
    std::vector<double> load(problem.candidateCount(), 0);
    double spent = 0;
    for (const std::uint32_t site : solution.sites) {
        isOpen[site] = true;
        spent += problem.priceOf(site);
    }
    bool isFine = (!problem.sites || solution.sites.size() == *problem.sites) &&
                  (!problem.budget || spent <= roomWithSlack(*problem.budget)) &&
                  solution.assignment.size() == problem.demandCount();
    for (std::size_t demand = 0; isFine && demand < solution.assignment.size(); ++demand) {
        const std::uint32_t site = solution.assignment[demand];
        isFine = site < isOpen.size() && isOpen[site] && std::isfinite(problem.cost(demand, site));
        if (isFine) {
            load[site] += problem.sizes[demand];
        }
    }
    for (std::size_t site = 0; isFine && site < isOpen.size(); ++site) {
        isFine = problem.rules[site] != (isOpen[site] ? SiteRule::Forbidden : SiteRule::Fixed) &&
                 load[site] <= roomWithSlack(problem.capacities[site]);
    }
    return isFine;
}

void askCbc(const CapacitatedProblem &problem, const CapacitatedModel &model, const SplitGroups *groups, bool isWhole,
            const SitingLimits &limits, double seconds, const JobContext &job, CapacitatedSolution &solution)
{
    const std::vector<double> start = solution.isFound() ? model.valuesOf(solution) : std::vector<double>();
    const auto answer = solveByCbc(model.problem(), {limits.gap, seconds, isWhole ? 1.0 : 0.0, start}, job);
    if (!answer) {
        solution.trouble = job.isCancelled() ? QString() : answer.error().sentence;
        return;
    }
    if (answer->isInfeasible()) {
        solution.cancelled = false;
        solution.prover = Prover::Cbc;
        return;
    }
    const double before = solution.isFound() ? solution.objective : k_never;
    if (!answer->values.empty()) {
        CapacitatedSolution found = model.solutionOf(problem, answer->values);
        found.objective = groups != nullptr ? splitCost(problem, *groups, found) : found.objective;
        if (!isKept(problem, found) || found.objective > answer->objective + 1e-6 * (1 + found.objective)) {
            solution.trouble = Core::tr("the sites that cbc chose break the conditions or cost more than it says");
            return;
        }
        if (found.objective < before) {
            solution.sites = std::move(found.sites);
            solution.assignment = std::move(found.assignment);
            solution.objective = found.objective;
        }
    }
    if (solution.isFound()) {
        takeProof(*answer, before, limits, isWhole, solution);
    } else {
        solution.bound = std::max(solution.bound, answer->bound);
    }
}

} // namespace cuntu
