// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/mixed_integer.h"
#include "plugins/relocation/models.h"
#include "plugins/relocation/obstacle.h"
#include "plugins/relocation/siting_wishes.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <map>
#include <random>

namespace cuntu::relocation {
namespace {

constexpr double k_never = std::numeric_limits<double>::infinity();

/// Some demands belong together, some may not go far, and sites have levels.
SitingInput randomWishes(std::mt19937 &random)
{
    SitingInput siting;
    siting.rules.assign(3 + random() % 5, SiteRule::Free);
    const std::size_t demands = 2 + random() % 9;
    const bool hasLevels = random() % 2 == 0;
    const bool hasLimits = random() % 2 == 0;
    const bool hasGroups = random() % 3 != 0;
    for (std::size_t demand = 0; demand < demands; ++demand) {
        siting.weights.push_back(static_cast<double>(1 + random() % 9));
        siting.sizes.push_back(static_cast<double>(1 + random() % 5));
        if (hasLimits) {
            siting.ownLimits.push_back(random() % 4 == 0 ? k_never : static_cast<double>(20 + random() % 40));
        }
        if (hasGroups) {
            siting.groups.push_back(static_cast<std::uint32_t>(std::min(demand, demand == 0 ? 0 : random() % demand)));
        }
        for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
            siting.distances.push_back(static_cast<double>(random() % 60));
        }
    }
    // Groups are numbered without gaps.
    std::map<std::uint32_t, std::uint32_t> numbers;
    for (std::uint32_t &group : siting.groups) {
        group = numbers.try_emplace(group, static_cast<std::uint32_t>(numbers.size())).first->second;
    }
    if (hasLevels) {
        std::vector<double> factors;
        for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
            factors.push_back(1 + static_cast<double>(random() % 4) / 4);
        }
        for (std::size_t k = 0; k < siting.distances.size(); ++k) {
            siting.costs.push_back(siting.distances[k] * factors[k % siting.candidateCount()]);
        }
    }
    return siting;
}

bool mayGo(const SitingInput &siting, std::size_t demand, std::size_t site)
{
    return siting.ownLimits.empty() || siting.distance(demand, site) <= siting.ownLimits[demand];
}

std::size_t groupsOf(const SitingInput &siting)
{
    return siting.groups.empty() ? siting.demandCount()
                                 : *std::max_element(siting.groups.begin(), siting.groups.end()) + 1;
}

/// What group @p group costs at @p site; infinite where a member may not go there.
double costOf(const SitingInput &siting, std::size_t group, std::size_t site)
{
    double cost = 0;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        if ((siting.groups.empty() ? demand : siting.groups[demand]) == group) {
            cost += mayGo(siting, demand, site) ? siting.weights[demand] * siting.cost(demand, site) : k_never;
        }
    }
    return cost;
}

double sizeOf(const SitingInput &siting, std::size_t group)
{
    double size = 0;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        size += (siting.groups.empty() ? demand : siting.groups[demand]) == group ? siting.sizes[demand] : 0;
    }
    return size;
}

double bruteForceMedian(const SitingInput &siting, std::uint32_t sites)
{
    double best = k_never;
    for (std::uint32_t set = 0; set < (1U << siting.candidateCount()); ++set) {
        if (static_cast<std::uint32_t>(std::popcount(set)) != sites) {
            continue;
        }
        double total = 0;
        for (std::size_t group = 0; group < groupsOf(siting); ++group) {
            double least = k_never;
            for (std::uint32_t site = 0; site < siting.candidateCount(); ++site) {
                least = (set >> site & 1U) != 0 ? std::min(least, costOf(siting, group, site)) : least;
            }
            total += least;
        }
        best = std::min(best, total);
    }
    return best;
}

TEST(SitingWishes, PMedianWithLevelsGroupsAndLimitsEqualsBruteForceOn500RandomCases)
{
    int infeasible = 0;
    for (unsigned seed = 1; seed <= 500; ++seed) {
        std::mt19937 random(seed);
        const SitingInput siting = randomWishes(random);
        const auto sites = 1 + static_cast<std::uint32_t>(random() % (siting.candidateCount() - 1));
        const double expected = bruteForceMedian(siting, sites);
        WishedSiting wishes = wished(siting, {});
        const Obstacle obstacle =
            wishes.limit ? obstacleOfSetCover(wishes.input, {sites, wishes.limit}, {}, {}) : Obstacle();
        EXPECT_EQ(obstacle.isEmpty(), std::isfinite(expected)) << "seed " << seed;
        if (std::isinf(expected)) {
            ++infeasible;
            EXPECT_FALSE(obstacle.relaxations.empty()) << "seed " << seed;
            continue;
        }
        keepWithin(wishes);
        const auto solution = solvePMedian(wishes.input, sites, {}, {});
        ASSERT_TRUE(solution) << "seed " << seed;
        EXPECT_NEAR(solution->objective, expected, 1e-9 * (1 + expected)) << "seed " << seed;
        EXPECT_TRUE(solution->optimal) << "seed " << seed;
        // Who goes where keeps the wishes and costs what was said.
        const CapacitatedSolution who = assigned(wishes, *solution, false);
        std::map<std::uint32_t, std::uint32_t> siteOf;
        double cost = 0;
        for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
            const std::uint32_t site = who.assignment[demand];
            ASSERT_LT(site, siting.candidateCount()) << "seed " << seed;
            EXPECT_TRUE(mayGo(siting, demand, site)) << "seed " << seed;
            cost += siting.weights[demand] * siting.cost(demand, site);
            const std::uint32_t group =
                siting.groups.empty() ? static_cast<std::uint32_t>(demand) : siting.groups[demand];
            EXPECT_EQ(siteOf.try_emplace(group, site).first->second, site) << "seed " << seed;
        }
        EXPECT_NEAR(cost, expected, 1e-9 * (1 + expected)) << "seed " << seed;
    }
    EXPECT_GT(infeasible, 20) << "the cases must have some where nothing fits";
    EXPECT_LT(infeasible, 300);
}

/// The least that group @p group costs with the sites of @p set, where each one beyond the first costs @p price: the
/// best of all sets of sites that it might use.
double splitCostOf(const SitingInput &siting, std::size_t group, std::uint32_t set, double price)
{
    double best = k_never;
    for (std::uint32_t used = set; used != 0; used = (used - 1) & set) {
        double cost = price * (std::popcount(used) - 1);
        for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
            double least = siting.groups[demand] == group ? k_never : 0;
            for (std::uint32_t site = 0; site < siting.candidateCount() && least > 0; ++site) {
                if ((used >> site & 1U) != 0 && mayGo(siting, demand, site)) {
                    least = std::min(least, siting.weights[demand] * siting.cost(demand, site));
                }
            }
            cost += least;
        }
        best = std::min(best, cost);
    }
    return best;
}

TEST(SitingWishes, SplitGroupsOfAPMedianEqualBruteForceOn200RandomCases)
{
    if (!hasCbc()) {
        GTEST_SKIP() << "the package coinor-cbc is not installed";
    }
    int found = 0;
    int split = 0;
    for (unsigned seed = 1; seed <= 200; ++seed) {
        std::mt19937 random(seed);
        SitingInput siting = randomWishes(random);
        if (siting.groups.empty()) {
            continue;
        }
        const auto sites = 1 + static_cast<std::uint32_t>(random() % (siting.candidateCount() - 1));
        siting.splitCost = static_cast<double>(random() % 120);
        double expected = k_never;
        for (std::uint32_t set = 0; set < (1U << siting.candidateCount()); ++set) {
            if (static_cast<std::uint32_t>(std::popcount(set)) == sites) {
                double total = 0;
                for (std::size_t group = 0; group < groupsOf(siting); ++group) {
                    total += splitCostOf(siting, group, set, *siting.splitCost);
                }
                expected = std::min(expected, total);
            }
        }
        WishedSiting wishes = wished(siting, {});
        keepWithin(wishes);
        SitingLimits limits;
        limits.seconds = 60;
        limits.solver = Solver::Auto;
        const CapacitatedSolution solution = solveSplitMedian(wishes.input, {sites, {}}, limits, {});
        ASSERT_EQ(solution.isFound(), std::isfinite(expected)) << "seed " << seed;
        if (solution.isFound()) {
            ++found;
            EXPECT_NEAR(solution.objective, expected, 1e-6 * (1 + expected)) << "seed " << seed;
            EXPECT_TRUE(solution.optimal) << "seed " << seed << ' ' << solution.trouble.toStdString();
            std::map<std::uint32_t, std::uint32_t> siteOf;
            for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
                const std::uint32_t site = solution.assignment[demand];
                split += siteOf.try_emplace(siting.groups[demand], site).first->second != site ? 1 : 0;
            }
        }
    }
    EXPECT_GT(found, 80);
    EXPECT_GT(split, 20);
}

/// The cheapest way to put each group from @p group on into @p room.
double cheapestFrom(const SitingInput &siting, std::size_t group, std::uint32_t set, std::vector<double> &room)
{
    if (group == groupsOf(siting)) {
        return 0;
    }
    double best = k_never;
    const double size = sizeOf(siting, group);
    for (std::uint32_t site = 0; site < siting.candidateCount(); ++site) {
        const double cost = (set >> site & 1U) != 0 && room[site] >= size ? costOf(siting, group, site) : k_never;
        if (std::isfinite(cost)) {
            room[site] -= size;
            best = std::min(best, cost + cheapestFrom(siting, group + 1, set, room));
            room[site] += size;
        }
    }
    return best;
}

TEST(SitingWishes, CapacitatedWithWishesEqualsBruteForceOn150RandomCases)
{
    for (unsigned seed = 1; seed <= 150; ++seed) {
        std::mt19937 random(seed);
        SitingInput siting = randomWishes(random);
        const auto sites = 1 + static_cast<std::uint32_t>(random() % 3);
        for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
            siting.capacities.push_back(static_cast<double>(6 + random() % 20));
        }
        double expected = k_never;
        for (std::uint32_t set = 0; set < (1U << siting.candidateCount()); ++set) {
            if (static_cast<std::uint32_t>(std::popcount(set)) == sites) {
                std::vector<double> room = siting.capacities;
                expected = std::min(expected, cheapestFrom(siting, 0, set, room));
            }
        }
        const WishedSiting wishes = wished(siting, {});
        const CapacitatedSolution solution = solveCapacitatedMedian(wishes.input, {sites, wishes.limit}, {}, {});
        ASSERT_EQ(solution.isFound(), std::isfinite(expected)) << "seed " << seed;
        if (solution.isFound()) {
            EXPECT_NEAR(solution.objective, expected, 1e-6 * (1 + expected)) << "seed " << seed;
        } else {
            EXPECT_FALSE(obstacleOfCapacitated(wishes.input, {sites, wishes.limit}, {}, {}).isEmpty())
                << "seed " << seed;
        }
    }
}

TEST(SitingWishes, WithoutAnyNothingChanges)
{
    SitingInput siting;
    siting.weights = {2, 3};
    siting.rules.assign(2, SiteRule::Free);
    siting.distances = {1, 5, 7, 2};
    const WishedSiting wishes = wished(siting, {});
    EXPECT_FALSE(wishes.limit);
    EXPECT_EQ(wishes.input.distances, siting.distances);
    EXPECT_EQ(wishes.groupOf, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(wished(siting, 4.0).limit, 4.0);
}

TEST(SitingWishes, WhereTheSearchComesToNoEndWhatWouldDoIsSaid)
{
    // 60 demands of sizes 34 to 66 into sites of 100, exactly full in sum: a packing that no time is given for.
    std::mt19937 random(7);
    SitingInput siting;
    siting.rules.assign(30, SiteRule::Free);
    siting.capacities.assign(30, 100);
    double sum = 0;
    for (int demand = 0; demand < 60; ++demand) {
        siting.weights.push_back(1);
        siting.sizes.push_back(static_cast<double>(34 + random() % 33));
        sum += siting.sizes.back();
        for (int site = 0; site < 30; ++site) {
            siting.distances.push_back(static_cast<double>(random() % 1000));
        }
    }
    SitingLimits limits;
    limits.seconds = 5;
    const Obstacle obstacle = undecidedCapacitated(siting, {30, {}}, limits, {});
    ASSERT_EQ(obstacle.relaxations.size(), 1u);
    const Relaxation &places = obstacle.relaxations.front();
    EXPECT_EQ(places.kind, QStringLiteral("places"));
    EXPECT_FALSE(places.proven);
    EXPECT_GE(places.amount, sum - 3000) << "what does not fit in all must be there at least";
    EXPECT_FALSE(places.sentence.isEmpty());
    EXPECT_TRUE(undecidedOutcome(obstacle).figures[QStringLiteral("feasible")].isNull());
}

} // namespace
} // namespace cuntu::relocation
