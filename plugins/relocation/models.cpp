// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/models.h"

#include "core/solve/cover_reduction.h"
#include "core/solve/graph.h"

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// Above so many pairs only the nearest candidates of each demand are listed at first.
constexpr std::size_t k_pairsListedWhole = 4'000'000;

bool isCounted(const SitingInput &siting, std::size_t demand)
{
    return siting.weights[demand] > 0;
}

/// How many sites the parts of the network need at least: one for each part that has a demand.
std::size_t partsWithDemand(const SitingInput &siting)
{
    std::vector<bool> isDone(siting.demandCount(), false);
    std::size_t parts = 0;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        if (isDone[demand] || !isCounted(siting, demand)) {
            continue;
        }
        ++parts;
        std::size_t site = 0;
        while (!std::isfinite(siting.distance(demand, site))) {
            ++site;
        }
        for (std::size_t other = demand; other < siting.demandCount(); ++other) {
            isDone[other] = isDone[other] || std::isfinite(siting.distance(other, site));
        }
    }
    return parts;
}

Result<void> checkParts(const SitingInput &siting, std::uint32_t sites)
{
    const std::size_t parts = partsWithDemand(siting);
    if (parts <= sites) {
        return {};
    }
    return Error{ErrorCode::Invalid,
                 Text{u"有需求点的路网分为互不相通的 %1 部分，至少需要 %1 个点，只允许 %2 个，差 %3 个"_s,
                      u"the network falls into %1 separate parts with demand: at least %1 sites are needed, %2 are "
                      u"allowed, %3 too few"_s}
                     .toString()
                     .arg(parts)
                     .arg(sites)
                     .arg(parts - sites),
                 {},
                 Text{u"增加选点数量，或把各部分路网接通"_s, u"allow more sites, or join the parts"_s}.toString(),
                 {},
                 {}};
}

bool isCheaper(const SitingProblem::Entry &a, const SitingProblem::Entry &b)
{
    return a.cost < b.cost || (a.cost == b.cost && a.site < b.site);
}

/// The @p most nearest candidates of each counted demand. Whatever is not listed costs as much as the last that is, so
/// that the optimum of this problem is a bound of the whole one, and its optimum too if every demand is served by one
/// that is listed.
SitingProblem pMedianProblem(const SitingInput &siting, std::uint32_t sites, std::size_t most)
{
    SitingProblem problem;
    problem.rules = siting.rules;
    problem.sites = sites;
    problem.prices = siting.prices;
    problem.budget = siting.budget;
    problem.start = {0};
    std::vector<SitingProblem::Entry> row;
    double dearest = 0;
    std::vector<bool> isWhole;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        if (!isCounted(siting, demand)) {
            continue;
        }
        row.clear();
        bool reachesAll = true;
        for (std::uint32_t site = 0; site < siting.candidateCount(); ++site) {
            const double distance = siting.distance(demand, site);
            if (siting.rules[site] == SiteRule::Forbidden) {
                continue;
            }
            if (std::isfinite(distance)) {
                row.push_back({site, siting.cost(demand, site) * siting.weights[demand]});
            } else {
                reachesAll = false;
            }
        }
        if (row.size() > most) {
            std::nth_element(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(most) - 1, row.end(), isCheaper);
            row.resize(most);
            reachesAll = true; // the relaxation above
        }
        std::sort(row.begin(), row.end(), isCheaper);
        dearest += row.back().cost;
        problem.entries.insert(problem.entries.end(), row.begin(), row.end());
        problem.start.push_back(static_cast<std::uint32_t>(problem.entries.size()));
        problem.otherwise.push_back(row.back().cost);
        isWhole.push_back(reachesAll);
    }
    // A demand without a way must be dearer than anything else.
    for (std::size_t k = 0; k < isWhole.size(); ++k) {
        problem.otherwise[k] = isWhole[k] ? problem.otherwise[k] : std::ceil(dearest) + 1;
    }
    return problem;
}

double pMedianCost(const SitingInput &siting, const std::vector<std::uint32_t> &sites)
{
    double total = 0;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        double nearest = std::numeric_limits<double>::infinity();
        for (const std::uint32_t site : sites) {
            nearest = std::min(nearest, siting.cost(demand, site));
        }
        total += isCounted(siting, demand) ? nearest * siting.weights[demand] : 0;
    }
    return total;
}

/// Who is within @p limit of whom; a demand that nothing serves costs @p unserved(demand).
template <class Unserved> SitingProblem coverProblem(const SitingInput &siting, double limit, Unserved unserved)
{
    SitingProblem problem;
    problem.rules = siting.rules;
    problem.start = {0};
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        if (!isCounted(siting, demand)) {
            continue;
        }
        for (std::uint32_t site = 0; site < siting.candidateCount(); ++site) {
            if (siting.rules[site] != SiteRule::Forbidden && siting.distance(demand, site) <= limit) {
                problem.entries.push_back({site, 0});
            }
        }
        problem.start.push_back(static_cast<std::uint32_t>(problem.entries.size()));
        problem.otherwise.push_back(unserved(demand));
    }
    return problem;
}

SitingProblem setCoverProblem(const SitingInput &siting, double limit)
{
    // Two sites' worth: leaving a demand unserved never pays where one site would serve it.
    SitingProblem problem = coverProblem(siting, limit, [](std::size_t) { return 2.0; });
    problem.opening.assign(siting.candidateCount(), 1);
    return problem;
}

/// Per counted demand the distance of its nearest candidate; the largest of them is the least limit that can be kept.
double leastLimit(const SitingInput &siting, double limit, std::size_t &beyond)
{
    double least = 0;
    beyond = 0;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
            nearest =
                siting.rules[site] == SiteRule::Forbidden ? nearest : std::min(nearest, siting.distance(demand, site));
        }
        if (isCounted(siting, demand)) {
            least = std::max(least, nearest);
            beyond += nearest > limit ? 1 : 0;
        }
    }
    return least;
}

std::vector<double> occurringDistances(const SitingInput &siting, double least)
{
    std::vector<double> radii;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        for (std::size_t site = 0; site < siting.candidateCount() && isCounted(siting, demand); ++site) {
            const double distance = siting.distance(demand, site);
            if (siting.rules[site] != SiteRule::Forbidden && std::isfinite(distance) && distance >= least) {
                radii.push_back(distance);
            }
        }
    }
    std::sort(radii.begin(), radii.end());
    radii.erase(std::unique(radii.begin(), radii.end()), radii.end());
    return radii;
}

double radiusOf(const SitingInput &siting, const std::vector<std::uint32_t> &sites)
{
    double radius = 0;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        double nearest = std::numeric_limits<double>::infinity();
        for (const std::uint32_t site : sites) {
            nearest = std::min(nearest, siting.distance(demand, site));
        }
        radius = isCounted(siting, demand) ? std::max(radius, nearest) : radius;
    }
    return radius;
}

/// Adds free candidates until there are @p wanted sites; more sites never make a radius larger.
void fillUp(const SitingInput &siting, std::uint32_t wanted, std::vector<std::uint32_t> &sites)
{
    for (std::uint32_t site = 0; site < siting.candidateCount() && sites.size() < wanted; ++site) {
        if (siting.rules[site] == SiteRule::Free && !std::binary_search(sites.begin(), sites.end(), site)) {
            sites.insert(std::upper_bound(sites.begin(), sites.end(), site), site);
        }
    }
}

} // namespace

Result<SitingSolution> solvePMedian(const SitingInput &siting, std::uint32_t sites, const SitingLimits &limits,
                                    const JobContext &job)
{
    if (auto parts = checkParts(siting, sites); !parts) {
        return parts.error();
    }
    const std::size_t candidates = siting.candidateCount();
    const bool isLarge = siting.demandCount() * candidates > k_pairsListedWhole;
    std::size_t most = isLarge ? std::min(candidates, 4 * candidates / std::max(sites, 1U) + 100) : candidates;
    for (;; most = std::min(candidates, 2 * most)) {
        auto solution = solveSiting(pMedianProblem(siting, sites, most), limits, job);
        if (!solution) {
            return solution;
        }
        const double listed = solution->objective;
        solution->objective = pMedianCost(siting, solution->sites);
        if (most == candidates || solution->cancelled || solution->objective <= listed * (1 + 1e-9)) {
            return solution;
        }
        if (limits.gap > 0 && solution->gap() <= limits.gap * 1.001) {
            solution->optimal = false;
            return solution;
        }
    }
}

Result<SitingSolution> solveMaxCoverage(const SitingInput &siting, std::optional<std::uint32_t> sites, double limit,
                                        const SitingLimits &limits, const JobContext &job)
{
    SitingProblem problem = coverProblem(siting, limit, [&](std::size_t demand) { return siting.weights[demand]; });
    problem.sites = sites;
    problem.prices = siting.prices;
    problem.budget = siting.budget;
    return solveSiting(reducedCover(problem), limits, job);
}

Result<SitingSolution> solveSetCover(const SitingInput &siting, double limit, const SitingLimits &limits,
                                     const JobContext &job)
{
    std::size_t beyond = 0;
    const double least = leastLimit(siting, limit, beyond);
    if (beyond > 0) {
        return Error{ErrorCode::Invalid,
                     Text{u"%1 个需求点在 %2 以内没有候选点；范围放宽到 %3（加 %4）即可全部覆盖"_s,
                          u"%1 demands have no candidate within %2; with a reach of %3 (%4 more) all could be served"_s}
                         .toString()
                         .arg(beyond)
                         .arg(limit)
                         .arg(least, 0, 'g', 10)
                         .arg(least - limit, 0, 'g', 10),
                     {},
                     Text{u"放宽服务范围，或增加候选点"_s, u"allow a larger reach, or add candidates"_s}.toString(),
                     {},
                     {}};
    }
    return solveSiting(reducedCover(setCoverProblem(siting, limit)), limits, job);
}

Result<SitingSolution> solvePCentre(const SitingInput &siting, std::uint32_t sites, const SitingLimits &limits,
                                    const JobContext &job)
{
    if (auto parts = checkParts(siting, sites); !parts) {
        return parts.error();
    }
    // Any p-median is a first answer, and says what is wrong with the number of sites.
    SitingLimits quick = limits;
    quick.solver = Solver::Own;
    quick.gap = std::max(limits.gap, 0.1);
    auto best = solvePMedian(siting, sites, quick, job);
    if (!best) {
        return best;
    }
    std::size_t beyond = 0;
    const std::vector<double> radii = occurringDistances(siting, leastLimit(siting, 0, beyond));
    best->objective = radiusOf(siting, best->sites);
    std::size_t low = 0; // every radius before it is too small
    auto high = static_cast<std::size_t>(std::lower_bound(radii.begin(), radii.end(), best->objective) - radii.begin());
    best->cancelled = false;
    const auto begin = std::chrono::steady_clock::now();
    while (low < high && !best->cancelled) {
        const std::size_t middle = (low + high) / 2;
        const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - begin;
        SitingLimits step;
        step.seconds = limits.seconds ? std::optional(std::max(0.0, *limits.seconds - spent.count())) : std::nullopt;
        step.enoughObjective = sites;
        step.enoughBound = sites + 1e-6;
        auto cover = solveSiting(reducedCover(setCoverProblem(siting, radii[middle])), step, job);
        if (!cover) {
            return cover;
        }
        best->nodes += cover->nodes;
        if (cover->objective <= sites) {
            fillUp(siting, sites, cover->sites);
            best->sites = cover->sites;
            best->objective = radiusOf(siting, best->sites);
            high =
                static_cast<std::size_t>(std::lower_bound(radii.begin(), radii.end(), best->objective) - radii.begin());
        } else if (cover->bound > sites + 1e-6) {
            low = middle + 1;
        } else {
            best->cancelled = true;
        }
    }
    best->bound = radii.empty() ? best->objective : std::min(radii[std::min(low, radii.size() - 1)], best->objective);
    best->optimal = low >= high;
    best->prover = best->optimal ? Prover::Own : Prover::Nobody;
    return best;
}

} // namespace cuntu::relocation
