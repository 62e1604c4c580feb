// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/models.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <random>

namespace cuntu::relocation {
namespace {

SitingInput randomInput(std::mt19937 &random)
{
    SitingInput siting;
    siting.rules.assign(3 + random() % 7, SiteRule::Free);
    const std::size_t demands = 1 + random() % 12;
    for (std::size_t demand = 0; demand < demands; ++demand) {
        siting.weights.push_back(static_cast<double>(1 + random() % 9));
        for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
            siting.distances.push_back(static_cast<double>(random() % 60));
        }
    }
    return siting;
}

/// The smallest largest distance over all sets of @p sites sites.
double bruteForceCentre(const SitingInput &siting, std::uint32_t sites)
{
    double best = std::numeric_limits<double>::infinity();
    for (std::uint32_t set = 0; set < (1U << siting.candidateCount()); ++set) {
        if (static_cast<std::uint32_t>(std::popcount(set)) != sites) {
            continue;
        }
        double radius = 0;
        for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
            double nearest = std::numeric_limits<double>::infinity();
            for (std::uint32_t site = 0; site < siting.candidateCount(); ++site) {
                nearest = (set >> site & 1U) != 0 ? std::min(nearest, siting.distance(demand, site)) : nearest;
            }
            radius = std::max(radius, nearest);
        }
        best = std::min(best, radius);
    }
    return best;
}

TEST(SitingModels, PCentreEqualsBruteForceOn500RandomCases)
{
    for (unsigned seed = 1; seed <= 500; ++seed) {
        std::mt19937 random(seed);
        const SitingInput siting = randomInput(random);
        const auto sites = 1 + static_cast<std::uint32_t>(random() % (siting.candidateCount() - 1));
        const auto solution = solvePCentre(siting, sites, {}, {});
        ASSERT_TRUE(solution.has_value()) << "seed " << seed;
        EXPECT_EQ(solution->objective, bruteForceCentre(siting, sites)) << "seed " << seed;
        EXPECT_EQ(solution->bound, solution->objective) << "seed " << seed;
        EXPECT_TRUE(solution->optimal) << "seed " << seed;
        EXPECT_EQ(solution->sites.size(), sites) << "seed " << seed;
    }
}

TEST(SitingModels, ANetworkInMorePartsThanSitesSaysHowManyAreMissing)
{
    const double no = std::numeric_limits<double>::infinity();
    SitingInput siting;
    siting.weights = {1, 1, 1};
    siting.rules.assign(3, SiteRule::Free);
    siting.distances = {0, no, no, no, 0, no, no, no, 0};
    const auto solution = solvePMedian(siting, 2, {}, {});
    ASSERT_FALSE(solution.has_value());
    EXPECT_EQ(solution.error().code, ErrorCode::Invalid);
    EXPECT_TRUE(solution.error().sentence.contains(QStringLiteral("1"))) << solution.error().sentence.toStdString();
    EXPECT_TRUE(solution.error().sentence.contains(QStringLiteral("3"))) << solution.error().sentence.toStdString();
    EXPECT_TRUE(solvePMedian(siting, 3, {}, {}).has_value());
}

TEST(SitingModels, AReachThatIsTooShortSaysWhichWouldDo)
{
    SitingInput siting;
    siting.weights = {1, 1};
    siting.rules.assign(2, SiteRule::Free);
    siting.distances = {3, 9, 12, 7};
    const auto solution = solveSetCover(siting, 5, {}, {});
    ASSERT_FALSE(solution.has_value());
    EXPECT_TRUE(solution.error().sentence.contains(QStringLiteral("7"))) << solution.error().sentence.toStdString();
    EXPECT_EQ(solveSetCover(siting, 7, {}, {})->objective, 2);
}

} // namespace
} // namespace cuntu::relocation
