// SPDX-License-Identifier: GPL-3.0-or-later
// Random choices of sites, and the best of them by looking at all.
#pragma once

#include "core/solve/limits.h"
#include "core/solve/split_groups.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <random>

namespace cuntu::test {

using Matrix = std::vector<std::vector<double>>; ///< demand x candidate

inline SitingProblem problemOf(const Matrix &costs, std::optional<std::uint32_t> sites)
{
    SitingProblem problem;
    problem.start = {0};
    problem.sites = sites;
    problem.rules.assign(costs.front().size(), SiteRule::Free);
    for (const auto &row : costs) {
        std::vector<SitingProblem::Entry> entries;
        for (std::uint32_t site = 0; site < row.size(); ++site) {
            entries.push_back({site, row[site]});
        }
        std::stable_sort(entries.begin(), entries.end(), [](auto &a, auto &b) { return a.cost < b.cost; });
        problem.entries.insert(problem.entries.end(), entries.begin(), entries.end());
        problem.start.push_back(static_cast<std::uint32_t>(problem.entries.size()));
        problem.otherwise.push_back(entries.back().cost);
    }
    return problem;
}

/// The least cost over all sets of sites that the problem allows.
inline double bruteForce(const SitingProblem &problem)
{
    double best = std::numeric_limits<double>::infinity();
    for (std::uint32_t set = 0; set < (1U << problem.candidateCount()); ++set) {
        std::vector<std::uint32_t> sites;
        bool allowed = !problem.sites || static_cast<std::uint32_t>(std::popcount(set)) == *problem.sites;
        double spent = 0;
        for (std::uint32_t site = 0; site < problem.candidateCount(); ++site) {
            const bool in = (set >> site & 1U) != 0;
            allowed =
                allowed && (in ? problem.rules[site] != SiteRule::Forbidden : problem.rules[site] != SiteRule::Fixed);
            if (in) {
                sites.push_back(site);
                spent += problem.priceOf(site);
            }
        }
        best = allowed && problem.isAffordable(spent) ? std::min(best, sitingCost(problem, sites)) : best;
    }
    return best;
}

inline void decideSome(SitingProblem &problem, std::mt19937 &random)
{
    if (random() % 2 == 0) {
        problem.rules[random() % problem.candidateCount()] = SiteRule::Fixed;
        problem.rules[random() % problem.candidateCount()] = SiteRule::Forbidden;
    }
}

inline SitingProblem randomCover(std::mt19937 &random, bool weighted)
{
    SitingProblem problem;
    problem.start = {0};
    problem.rules.assign(3 + random() % 8, SiteRule::Free);
    const std::size_t demands = 1 + random() % 16;
    for (std::size_t demand = 0; demand < demands; ++demand) {
        for (std::uint32_t site = 0; site < problem.candidateCount(); ++site) {
            if (random() % 3 == 0) {
                problem.entries.push_back({site, 0});
            }
        }
        problem.start.push_back(static_cast<std::uint32_t>(problem.entries.size()));
        problem.otherwise.push_back(weighted ? static_cast<double>(1 + random() % 40) : 2.0);
    }
    return problem;
}

/// Ways or coverage, with all that may limit a choice.
inline SitingProblem randomSiting(unsigned seed)
{
    std::mt19937 random(seed);
    SitingProblem problem;
    if (random() % 2 == 0) {
        Matrix costs(1 + random() % 12, std::vector<double>(3 + random() % 8));
        for (auto &row : costs) {
            for (double &cost : row) {
                cost = static_cast<double>(random() % 40) + (seed % 3 == 0 ? 0.125 : 0.0);
            }
        }
        problem = problemOf(costs, 1 + static_cast<std::uint32_t>(random() % 3));
    } else {
        problem = randomCover(random, random() % 2 == 0);
        problem.sites = 1 + static_cast<std::uint32_t>(random() % 3);
    }
    decideSome(problem, random);
    if (random() % 3 == 0) {
        for (std::size_t site = 0; site < problem.candidateCount(); ++site) {
            problem.prices.push_back(static_cast<double>(random() % 20));
        }
        problem.budget = static_cast<double>(5 + random() % 30);
        problem.sites = random() % 2 == 0 ? problem.sites : std::nullopt;
    } else if (random() % 4 == 0) {
        problem.sites.reset();
        for (std::size_t site = 0; site < problem.candidateCount(); ++site) {
            problem.opening.push_back(static_cast<double>(1 + random() % 15));
        }
    }
    return problem;
}

/// A coverage whose relaxation is far from whole: a search takes several nodes.
inline SitingProblem hardCoverage(unsigned seed)
{
    std::mt19937 random(seed);
    SitingProblem problem;
    problem.start = {0};
    problem.rules.assign(40, SiteRule::Free);
    problem.sites = 6;
    for (int demand = 0; demand < 80; ++demand) {
        for (std::uint32_t site = 0; site < problem.candidateCount(); ++site) {
            if (random() % 10 == 0) {
                problem.entries.push_back({site, 0});
            }
        }
        problem.start.push_back(static_cast<std::uint32_t>(problem.entries.size()));
        problem.otherwise.push_back(static_cast<double>(1 + random() % 9));
    }
    return problem;
}

/// The least cost of giving demand @p next and those behind it to sites of @p set with so much @p room left; @p went:
/// where those before it go, of which @p price says what it costs beyond the pairs.
template <class Price>
double leastCost(const CapacitatedProblem &problem, std::uint32_t set, std::vector<double> &room,
                 std::vector<std::uint32_t> &went, const Price &price)
{
    const std::size_t next = went.size();
    if (next == problem.demandCount()) {
        return price(went);
    }
    double best = k_never;
    for (std::uint32_t site = 0; site < problem.candidateCount(); ++site) {
        const double size = problem.sizes[next];
        if ((set >> site & 1U) != 0 && std::isfinite(problem.cost(next, site)) && size <= room[site] + 1e-9) {
            room[site] -= size;
            went.push_back(site);
            best = std::min(best, problem.cost(next, site) + leastCost(problem, set, room, went, price));
            went.pop_back();
            room[site] += size;
        }
    }
    return best;
}

inline bool isAllowed(const CapacitatedProblem &problem, std::uint32_t set)
{
    std::uint32_t count = 0;
    double spent = 0;
    for (std::uint32_t site = 0; site < problem.candidateCount(); ++site) {
        const bool in = (set >> site & 1U) != 0;
        if (problem.rules[site] == (in ? SiteRule::Forbidden : SiteRule::Fixed)) {
            return false;
        }
        count += in ? 1 : 0;
        spent += in ? problem.priceOf(site) : 0;
    }
    return (!problem.sites || count == *problem.sites) && (!problem.budget || spent <= *problem.budget + 1e-9);
}

template <class Price> double bruteForce(const CapacitatedProblem &problem, const Price &price)
{
    double best = k_never;
    for (std::uint32_t set = 1; set < (1U << problem.candidateCount()); ++set) {
        if (isAllowed(problem, set)) {
            std::vector<double> room = problem.capacities;
            std::vector<std::uint32_t> went;
            best = std::min(best, leastCost(problem, set, room, went, price));
        }
    }
    return best;
}

inline double bruteForce(const CapacitatedProblem &problem)
{
    return bruteForce(problem, [](const std::vector<std::uint32_t> &) { return 0.0; });
}

/// The same where each site that a group goes to beyond its first has a price.
inline double bruteForce(const CapacitatedProblem &problem, const SplitGroups &groups)
{
    return bruteForce(problem, [&](const std::vector<std::uint32_t> &went) {
        double sum = 0;
        for (std::size_t demand = 0; demand < went.size(); ++demand) {
            bool isFirst = true;   // of its group at all
            bool isNewSite = true; // of its group there
            for (std::size_t before = 0; before < demand; ++before) {
                isFirst = isFirst && groups.groupOf[before] != groups.groupOf[demand];
                isNewSite =
                    isNewSite && (groups.groupOf[before] != groups.groupOf[demand] || went[before] != went[demand]);
            }
            sum += isNewSite && !isFirst ? groups.price : 0;
        }
        return sum;
    });
}

inline CapacitatedProblem randomCapacitated(unsigned seed)
{
    std::mt19937 random(seed);
    CapacitatedProblem problem;
    const std::size_t candidates = 2 + random() % 4;
    const std::size_t demands = 1 + random() % 7;
    const bool whole = random() % 2 == 0;
    const auto some = [&](unsigned below) {
        return static_cast<double>(random() % below) + (whole ? 0 : static_cast<double>(random() % 1000) / 1000);
    };
    for (std::size_t demand = 0; demand < demands; ++demand) {
        problem.sizes.push_back(some(9));
        for (std::size_t site = 0; site < candidates; ++site) {
            problem.costs.push_back(random() % 10 == 0 ? k_never : some(60));
        }
    }
    for (std::size_t site = 0; site < candidates; ++site) {
        problem.capacities.push_back(some(30));
        problem.prices.push_back(some(20));
    }
    problem.rules.assign(candidates, SiteRule::Free);
    if (random() % 3 == 0) {
        problem.rules[random() % candidates] = SiteRule::Fixed;
        problem.rules[random() % candidates] = SiteRule::Forbidden;
    }
    const bool hasBudget = random() % 2 == 0;
    problem.budget = hasBudget ? std::optional(some(50)) : std::nullopt;
    if (!hasBudget || random() % 2 == 0) {
        problem.sites = 1 + static_cast<std::uint32_t>(random() % candidates);
    }
    return problem;
}

} // namespace cuntu::test
