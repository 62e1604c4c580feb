// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/siting.h"

#include "core/base/text.h"
#include "core/solve/cbc_share.h"
#include "core/solve/siting_model.h"
#include "core/solve/siting_tree.h"

#include <algorithm>

namespace cuntu {

namespace {

/// The cheapest choice that keeps rules and number must be within the budget.
Result<void> checkBudget(const SitingProblem &problem)
{
    std::vector<double> free;
    double least = 0;
    std::size_t chosen = 0;
    for (std::size_t site = 0; site < problem.rules.size(); ++site) {
        if (problem.rules[site] == SiteRule::Fixed) {
            least += problem.priceOf(site);
            ++chosen;
        } else if (problem.rules[site] == SiteRule::Free) {
            free.push_back(problem.priceOf(site));
        }
    }
    std::sort(free.begin(), free.end());
    for (std::size_t k = 0; problem.sites && chosen < *problem.sites; ++k, ++chosen) {
        least += free[k];
    }
    if (problem.isAffordable(least)) {
        return {};
    }
    return Error{ErrorCode::Misused,
                 Core::tr("the cheapest choice costs %L1, but the budget is %L2: %L3 short")
                     .arg(least)
                     .arg(*problem.budget)
                     .arg(least - *problem.budget),
                 {},
                 Core::tr("raise the budget, ask for fewer sites, or fix cheaper ones"),
                 {},
                 {}};
}

Result<void> check(const SitingProblem &problem)
{
    if (!problem.sites) {
        return checkBudget(problem);
    }
    const auto fixed = std::count(problem.rules.begin(), problem.rules.end(), SiteRule::Fixed);
    const auto usable = static_cast<std::ptrdiff_t>(problem.rules.size()) -
                        std::count(problem.rules.begin(), problem.rules.end(), SiteRule::Forbidden);
    const auto sites = static_cast<std::ptrdiff_t>(*problem.sites);
    if (sites > usable) {
        return Error{
            ErrorCode::Misused,
            Core::tr("%L1 sites are asked for, but there are only %L2 candidates that may be chosen: %L3 too few")
                .arg(sites)
                .arg(usable)
                .arg(sites - usable),
            {},
            Core::tr("ask for fewer sites, or add candidates"),
            {},
            {}};
    }
    if (fixed > sites || sites == 0) {
        return Error{ErrorCode::Misused,
                     Core::tr("%L1 sites are asked for, but %L2 are fixed: %L3 too many")
                         .arg(sites)
                         .arg(fixed)
                         .arg(fixed - sites),
                     {},
                     Core::tr("ask for at least %L1 sites, or fix fewer").arg(std::max<std::ptrdiff_t>(fixed, 1)),
                     {},
                     {}};
    }
    return checkBudget(problem);
}

bool isAllowed(const SitingProblem &problem, const std::vector<std::uint32_t> &sites)
{
    double spent = 0;
    std::vector<bool> isOpen(problem.candidateCount(), false);
    for (const std::uint32_t site : sites) {
        isOpen[site] = true;
        spent += problem.priceOf(site);
    }
    bool isKept = problem.isAffordable(spent) && (!problem.sites || sites.size() == *problem.sites);
    for (std::size_t site = 0; site < isOpen.size(); ++site) {
        isKept = isKept && problem.rules[site] != (isOpen[site] ? SiteRule::Forbidden : SiteRule::Fixed);
    }
    return isKept;
}

/// Takes over what CBC found and proved of what @p tree left.
void askCbc(const SitingProblem &problem, SitingTree &tree, const SitingLimits &limits, double seconds,
            const JobContext &job, SitingSolution &solution)
{
    const SitingProblem &left = tree.left();
    const SitingModel model(left, tree.cuts());
    const std::vector<double> start = model.valuesOf(left, solution.sites);
    const auto answer =
        solveByCbc(model.problem(), {limits.gap, seconds, tree.hasWholeCosts() ? 1.0 : 0.0, start}, job);
    if (!answer) {
        solution.trouble = job.isCancelled() ? QString() : answer.error().sentence;
        return;
    }
    const double before = solution.objective;
    if (!answer->values.empty()) {
        const std::vector<std::uint32_t> sites = model.sitesOf(answer->values);
        const double cost = sitingCost(problem, sites);
        if (!isAllowed(problem, sites) || cost > answer->objective + 1e-6 * (1 + cost)) {
            solution.trouble = Core::tr("the sites that cbc chose break the conditions or cost more than it says");
            return;
        }
        if (cost < before) {
            solution.sites = sites;
            solution.objective = cost;
        }
    }
    takeProof(*answer, before, limits, tree.hasWholeCosts(), solution);
}

} // namespace

double sitingCost(const SitingProblem &problem, std::span<const std::uint32_t> sites)
{
    std::vector<bool> isOpen(problem.candidateCount(), false);
    double total = 0;
    for (const std::uint32_t site : sites) {
        isOpen[site] = true;
        total += problem.openingOf(site);
    }
    for (std::size_t demand = 0; demand < problem.demandCount(); ++demand) {
        const auto entries = problem.entriesOf(demand);
        const auto served = std::find_if(entries.begin(), entries.end(),
                                         [&](const SitingProblem::Entry &entry) { return isOpen[entry.site]; });
        total += served == entries.end() ? problem.otherwise[demand] : served->cost;
    }
    return total;
}

Result<SitingSolution> solveSiting(const SitingProblem &problem, const SitingLimits &limits, const JobContext &job)
{
    if (auto fit = check(problem); !fit) {
        return fit.error();
    }
    const CbcShare share(limits, problem.entries.size());
    SitingTree tree(problem, share.own(), job);
    SitingSolution solution = tree.solve();
    if (share.isWanted() && solution.prover == Prover::Nobody && !job.isCancelled()) {
        solution.trouble = share.trouble();
        if (share.isPossible()) {
            askCbc(problem, tree, limits, share.left(), job, solution);
        }
    }
    return solution;
}

} // namespace cuntu
