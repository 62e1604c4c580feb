// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/cheapest_set.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace cuntu {
namespace {

struct Best {
    double cost = std::numeric_limits<double>::infinity(); ///< least, to reach the gain
    double gain = 0;                                       ///< most, within the budget and up to the wanted
};

Best bruteForce(const std::vector<Offer> &offers, double wanted, double budget)
{
    Best best;
    for (unsigned mask = 0; mask < 1u << offers.size(); ++mask) {
        double cost = 0;
        double gain = 0;
        for (std::size_t i = 0; i < offers.size(); ++i) {
            cost += mask >> i & 1 ? offers[i].cost : 0;
            gain += mask >> i & 1 ? offers[i].gain : 0;
        }
        if (gain >= wanted - 1e-9) {
            best.cost = std::min(best.cost, cost);
        }
        if (cost <= budget + 1e-9) {
            best.gain = std::max(best.gain, gain);
        }
    }
    return best;
}

std::vector<Offer> someOffers(std::mt19937 &random, bool whole)
{
    std::vector<Offer> offers;
    const std::size_t count = 1 + random() % 11;
    for (std::uint32_t row = 0; row < count; ++row) {
        const auto gain = static_cast<double>(1 + random() % 20);
        offers.push_back({row, static_cast<double>(random() % 50), whole ? gain : gain * 0.37});
    }
    return offers;
}

TEST(CheapestSet, EqualsBruteForce)
{
    std::mt19937 random(5);
    for (int round = 0; round < 600; ++round) {
        const std::vector<Offer> offers = someOffers(random, round % 2 == 0);
        const double wanted = static_cast<double>(random() % 80) * (round % 2 == 0 ? 1 : 0.37);
        const Best best = bruteForce(offers, wanted, 1e9);
        const auto set = cheapestSet(offers, wanted, std::nullopt);
        EXPECT_TRUE(set.optimal);
        EXPECT_EQ(set.enough, best.cost < 1e9) << round;
        if (set.enough) {
            EXPECT_NEAR(set.cost, best.cost, 1e-9) << round;
            EXPECT_GE(set.gain, wanted - 1e-9);
        }
    }
}

TEST(CheapestSet, GainsTheMostWithinABudgetThatIsTooSmall)
{
    std::mt19937 random(6);
    for (int round = 0; round < 600; ++round) {
        const std::vector<Offer> offers = someOffers(random, round % 2 == 0);
        const auto budget = static_cast<double>(random() % 100);
        const auto set = cheapestSet(offers, 1e6, budget);
        const Best best = bruteForce(offers, 1e6, budget);
        EXPECT_FALSE(set.enough);
        EXPECT_LE(set.cost, budget + 1e-9);
        EXPECT_NEAR(set.gain, best.gain, 1e-9) << round;
    }
}

TEST(CheapestSet, IsProvenForACounty)
{
    // Households and kilometres of 1,500 settlements, half of the households wanted.
    std::mt19937 random(7);
    std::vector<Offer> offers;
    double all = 0;
    for (std::uint32_t row = 0; row < 1500; ++row) {
        offers.push_back(
            {row, 0.1 + static_cast<double>(random() % 6000) / 1000, static_cast<double>(5 + random() % 115)});
        all += offers.back().gain;
    }
    const CheapestSet set = cheapestSet(offers, all / 2, std::nullopt);
    EXPECT_TRUE(set.optimal);
    EXPECT_GE(set.gain, all / 2);
    EXPECT_NEAR(set.bound, set.cost, 1e-6);
    for (Offer &offer : offers) {
        offer.cost = 1; // the fewest settlements
    }
    EXPECT_TRUE(cheapestSet(offers, all / 2, std::nullopt).optimal);
}

TEST(CheapestSet, NothingIsWantedNothingIsDone)
{
    const auto set = cheapestSet({{0, 1, 1}}, 0, std::nullopt);
    EXPECT_TRUE(set.rows.empty());
    EXPECT_TRUE(set.enough);
}

} // namespace
} // namespace cuntu
