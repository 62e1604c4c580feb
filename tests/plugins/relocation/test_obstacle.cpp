// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/obstacle.h"

#include "tests/support/rounds.h"

#include <gtest/gtest.h>

#include <QJsonArray>

#include <cmath>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {
namespace {

constexpr double k_never = std::numeric_limits<double>::infinity();

/// Calls @p visit with every set of sites that keeps the rules.
template <class Visit> void eachSet(const SitingInput &siting, Visit visit)
{
    for (std::uint32_t set = 1; set < (1U << siting.candidateCount()); ++set) {
        bool allowed = true;
        std::uint32_t count = 0;
        for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
            const bool in = (set >> site & 1U) != 0;
            allowed = allowed && siting.rules[site] != (in ? SiteRule::Forbidden : SiteRule::Fixed);
            count += in ? 1 : 0;
        }
        if (allowed) {
            visit(set, count);
        }
    }
}

bool fits(const SitingInput &siting, std::uint32_t set, double limit, std::size_t next, std::vector<double> &room)
{
    if (next == siting.demandCount()) {
        return true;
    }
    for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
        if ((set >> site & 1U) != 0 && siting.distance(next, site) <= limit && siting.sizes[next] <= room[site]) {
            room[site] -= siting.sizes[next];
            const bool found = fits(siting, set, limit, next + 1, room);
            room[site] += siting.sizes[next];
            if (found) {
                return true;
            }
        }
    }
    return false;
}

bool isSolvable(const SitingInput &siting, const SitingTerms &terms)
{
    bool found = false;
    eachSet(siting, [&](std::uint32_t set, std::uint32_t count) {
        double spent = 0;
        for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
            spent += (set >> site & 1U) != 0 && siting.budget ? siting.prices[site] : 0;
        }
        std::vector<double> room = siting.capacities;
        found = found || ((!terms.sites || count == *terms.sites) && (!siting.budget || spent <= *siting.budget) &&
                          fits(siting, set, terms.limit.value_or(1e9), 0, room));
    });
    return found;
}

/// The first of 1, 2, ... at which @p isEnough; infinite where none up to @p most is.
template <class IsEnough> double leastWhole(int most, IsEnough isEnough)
{
    for (int more = 1; more <= most; ++more) {
        if (isEnough(more)) {
            return more;
        }
    }
    return k_never;
}

double amountOf(const Obstacle &obstacle, const QString &kind)
{
    for (const Relaxation &each : obstacle.relaxations) {
        if (each.kind == kind) {
            EXPECT_TRUE(each.proven) << kind.toStdString();
            return each.amount;
        }
    }
    return k_never;
}

SitingInput randomCapacities(std::mt19937 &random)
{
    SitingInput siting;
    siting.rules.assign(2 + random() % 3, SiteRule::Free);
    const std::size_t demands = 2 + random() % 5;
    for (std::size_t demand = 0; demand < demands; ++demand) {
        siting.sizes.push_back(static_cast<double>(1 + random() % 8));
        siting.weights.push_back(siting.sizes.back());
        for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
            siting.distances.push_back(static_cast<double>(1 + random() % 40));
        }
    }
    for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
        siting.capacities.push_back(static_cast<double>(2 + random() % 14));
        siting.prices.push_back(static_cast<double>(1 + random() % 9));
    }
    if (random() % 3 == 0) {
        siting.rules[random() % siting.candidateCount()] = SiteRule::Forbidden;
    }
    if (random() % 3 == 0) {
        siting.budget = static_cast<double>(3 + random() % 20);
    } else {
        siting.prices.clear();
    }
    return siting;
}

/// Of each condition the smallest change that is enough is offered, and none where no change of it alone is.
TEST(Obstacle, CapacitatedReliefIsTheSmallestOn1000RandomCases)
{
    int refused = 0;
    for (unsigned seed = 1; seed <= static_cast<unsigned>(test::rounds(1000)); ++seed) {
        std::mt19937 random(seed);
        SitingInput siting = randomCapacities(random);
        SitingTerms terms;
        terms.sites = 1 + static_cast<std::uint32_t>(random() % 2);
        terms.limit = random() % 2 == 0 ? std::optional(static_cast<double>(5 + random() % 30)) : std::nullopt;
        const auto solution = solveCapacitatedMedian(siting, terms, {}, {});
        ASSERT_EQ(solution.isFound(), isSolvable(siting, terms)) << "seed " << seed;
        if (solution.isFound()) {
            continue;
        }
        ++refused;
        const Obstacle obstacle = obstacleOfCapacitated(siting, terms, {}, {});
        if (!obstacle.violations.empty() && obstacle.violations.front().constraint == u"sites") {
            continue; // more asked for than may be chosen: no other condition was looked at
        }
        const int usable = static_cast<int>(std::count(siting.rules.begin(), siting.rules.end(), SiteRule::Free));
        const double sites = leastWhole(usable - static_cast<int>(*terms.sites), [&](int more) {
            SitingTerms relaxed = terms;
            *relaxed.sites += static_cast<std::uint32_t>(more);
            return isSolvable(siting, relaxed);
        });
        const double places = leastWhole(60, [&](int more) {
            bool any = false;
            for (std::size_t site = 0; site < siting.candidateCount() && !any; ++site) {
                SitingInput larger = siting;
                larger.capacities[site] += more;
                any = isSolvable(larger, terms);
            }
            return any;
        });
        EXPECT_EQ(amountOf(obstacle, u"sites"_s), sites) << "seed " << seed;
        EXPECT_EQ(amountOf(obstacle, u"places"_s), places) << "seed " << seed;
        if (terms.limit) {
            const double reach = leastWhole(60, [&](int more) {
                SitingTerms relaxed = terms;
                *relaxed.limit += more;
                return isSolvable(siting, relaxed);
            });
            EXPECT_EQ(amountOf(obstacle, u"reach"_s), reach) << "seed " << seed;
        }
        if (siting.budget) {
            const double budget = leastWhole(60, [&](int more) {
                SitingInput richer = siting;
                *richer.budget += more;
                return isSolvable(richer, terms);
            });
            EXPECT_EQ(amountOf(obstacle, u"budget"_s), budget) << "seed " << seed;
        }
        EXPECT_FALSE(obstacle.isEmpty()) << "seed " << seed;
    }
    EXPECT_GT(refused, test::rounds(1000) / 5);
}

/// Whether all demands with a weight are within @p limit of @p set.
bool isCovered(const SitingInput &siting, std::uint32_t set, double limit)
{
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        bool served = siting.weights[demand] == 0;
        for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
            served = served || ((set >> site & 1U) != 0 && siting.distance(demand, site) <= limit);
        }
        if (!served) {
            return false;
        }
    }
    return true;
}

bool isCoverable(const SitingInput &siting, std::uint32_t sites, double limit)
{
    bool found = false;
    eachSet(siting, [&](std::uint32_t set, std::uint32_t count) {
        found = found || (count <= sites && isCovered(siting, set, limit));
    });
    return found;
}

TEST(Obstacle, SetCoverReliefIsTheSmallestOn500RandomCases)
{
    int refused = 0;
    for (unsigned seed = 1; seed <= 500; ++seed) {
        std::mt19937 random(seed);
        SitingInput siting;
        siting.rules.assign(2 + random() % 5, SiteRule::Free);
        for (std::size_t demand = 0; demand < 2 + seed % 7; ++demand) {
            siting.weights.push_back(static_cast<double>(1 + random() % 5));
            for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
                siting.distances.push_back(static_cast<double>(1 + random() % 40));
            }
        }
        siting.sizes = siting.weights;
        SitingTerms terms;
        terms.limit = static_cast<double>(5 + random() % 25);
        terms.sites = 1 + static_cast<std::uint32_t>(random() % 3);
        const Obstacle obstacle = obstacleOfSetCover(siting, terms, {}, {});
        ASSERT_EQ(obstacle.isEmpty(), isCoverable(siting, *terms.sites, *terms.limit)) << "seed " << seed;
        if (obstacle.isEmpty()) {
            continue;
        }
        ++refused;
        const double sites = leastWhole(6, [&](int more) {
            return isCoverable(siting, *terms.sites + static_cast<std::uint32_t>(more), *terms.limit);
        });
        const double reach =
            leastWhole(60, [&](int more) { return isCoverable(siting, *terms.sites, *terms.limit + more); });
        EXPECT_EQ(amountOf(obstacle, u"sites"_s), sites) << "seed " << seed;
        if (*terms.sites < siting.candidateCount()) { // a centre takes exactly so many
            EXPECT_EQ(amountOf(obstacle, u"reach"_s), reach) << "seed " << seed;
        }
    }
    EXPECT_GT(refused, 100);
}

TEST(Obstacle, PartsOfTheNetworkSayHowManySitesAreMissing)
{
    SitingInput siting;
    siting.weights = {1, 5, 2};
    siting.sizes = siting.weights;
    siting.rules.assign(3, SiteRule::Free);
    siting.distances = {0, k_never, k_never, k_never, 0, k_never, k_never, k_never, 0};
    SitingTerms terms;
    terms.sites = 2;
    const Obstacle obstacle = obstacleOfPCentre(siting, terms);
    ASSERT_EQ(obstacle.violations.size(), 1U);
    EXPECT_EQ(obstacle.violations[0].constraint, u"parts");
    EXPECT_EQ(amountOf(obstacle, u"sites"_s), 1);
    EXPECT_EQ(amountOf(obstacle, u"leave_out"_s), 1) << "the lightest part";
    siting.rules[0] = siting.rules[1] = siting.rules[2] = SiteRule::Fixed;
    const Obstacle fixed = obstacleOfPCentre(siting, terms);
    EXPECT_EQ(fixed.violations.at(0).constraint, u"fixed");
    EXPECT_EQ(amountOf(fixed, u"unfix"_s), 1);
}

TEST(Obstacle, WhoIsCutOffIsSaidWithTheSnapDistanceThatWouldDo)
{
    SitingInput siting;
    siting.weights = {3, 1};
    siting.sizes = siting.weights;
    siting.rules.assign(2, SiteRule::Free);
    siting.rules[1] = SiteRule::Forbidden;
    siting.capacities = {9, 9};
    siting.distances = {k_never, k_never, 4, 7};
    siting.offNetwork_m = {730, 0};
    SitingTerms terms;
    terms.sites = 1;
    terms.limit = 10;
    for (const Obstacle &obstacle : {obstacleOfPCentre(siting, terms), obstacleOfSetCover(siting, terms, {}, {}),
                                     obstacleOfCapacitated(siting, terms, {}, {})}) {
        ASSERT_EQ(obstacle.violations.size(), 1U);
        EXPECT_EQ(obstacle.violations[0].constraint, u"cut_off");
        EXPECT_EQ(amountOf(obstacle, u"snap_m"_s), 730);
        EXPECT_EQ(amountOf(obstacle, u"leave_out"_s), 1);
    }
    const Outcome outcome = obstacleOutcome(obstacleOfPCentre(siting, terms));
    EXPECT_FALSE(outcome.figures[u"feasible"_s].toBool(true));
    EXPECT_EQ(outcome.figures[u"relaxations"_s].toArray().size(), 2);
    EXPECT_TRUE(outcome.figures[u"sentence"_s].toString().contains(u"730"));
}

} // namespace
} // namespace cuntu::relocation
