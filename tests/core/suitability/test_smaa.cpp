// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suitability/smaa.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace cuntu {
namespace {

using Values = std::vector<std::vector<double>>;

WeightRange anyWeights(std::size_t criteria)
{
    return {std::vector<double>(criteria, 0), std::vector<double>(criteria, 1), {}};
}

Acceptability found(const Values &alternatives, const WeightRange &range, AcceptabilityOptions options = {})
{
    options.samples = 40'000;
    const auto result = acceptability(alternatives, range, options, {});
    EXPECT_TRUE(result) << result.error().toText().toStdString();
    return result ? *result : Acceptability{};
}

constexpr double k_chance = 0.012; // four standard deviations of a share at 40,000 samples are 0.01

TEST(Smaa, OfTwoCriteriaIsALength)
{
    // 0.9 w + 0.2 (1 - w) > 0.5 from w = 3/7 on.
    const auto result = found({{0.9, 0.2}, {0.5, 0.5}}, anyWeights(2));
    EXPECT_NEAR(result.best(0), 4.0 / 7, k_chance);
    EXPECT_NEAR(result.ranks[1][1], 4.0 / 7, k_chance);
    EXPECT_NEAR(result.centralWeights[0][0], (1 + 3.0 / 7) / 2, k_chance) << "the middle of where it is the best";
    EXPECT_EQ(result.confidence[0], 1);
}

TEST(Smaa, WithinLimitsIsAShareOfTheirLength)
{
    WeightRange range = anyWeights(2);
    range.least = {0.3, 0};
    range.most = {0.5, 1};
    const auto result = found({{0.9, 0.2}, {0.5, 0.5}}, range);
    EXPECT_NEAR(result.best(0), (0.5 - 3.0 / 7) / 0.2, k_chance);
}

TEST(Smaa, OfThreeCriteriaIsAnArea)
{
    // Each is the best where its criterion weighs most: a third of the triangle.
    const Values corners{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    const auto thirds = found(corners, anyWeights(3));
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(thirds.best(i), 1.0 / 3, k_chance);
        EXPECT_NEAR(thirds.centralWeights[i][i], 11.0 / 18, k_chance) << "the mean of the largest of three shares";
    }
    // A weight above a half: a quarter of the triangle's area.
    const auto half = found({{1, 0, 0}, {0.5, 0.5, 0.5}}, anyWeights(3));
    EXPECT_NEAR(half.best(0), 0.25, k_chance);
}

TEST(Smaa, UnderAnOrderIsThatPartOfTheTriangle)
{
    WeightRange range = anyWeights(3);
    range.orders = {{0, 1}, {1, 2}};
    // w1 >= w2 >= w3 is a sixth of the triangle with the corners (1,0,0), (1/2,1/2,0), (1/3,1/3,1/3); w1 > 1/2 in it:
    // the corner triangle (1,0,0), (1/2,1/2,0), (1/2,1/4,1/4), 3/4 of it (areas by determinants: 1/4 against 1/3).
    const auto result = found({{1, 0, 0}, {0.5, 0.5, 0.5}}, range);
    const auto area = [](std::array<double, 4> p) { return std::abs(p[0] * p[3] - p[1] * p[2]); };
    const double corner = area({-0.5, 0.5, -0.5, 0.25});
    const double whole = area({-0.5, 0.5, -2.0 / 3, 1.0 / 3});
    EXPECT_NEAR(result.best(0), corner / whole, k_chance);
}

TEST(Smaa, InANarrowRangeWalksAndAgreesWithRejection)
{
    // Eight criteria in a full order: one in 40,320 of the simplex.
    WeightRange range = anyWeights(8);
    for (std::size_t i = 0; i + 1 < 8; ++i) {
        range.orders.push_back({i, i + 1});
    }
    // Even numbers in an order: the expected i-th largest share of eight is the mean of 1/k for k from i to 8, over 8.
    Values corners(8, std::vector<double>(8));
    for (std::size_t i = 0; i < 8; ++i) {
        corners[i][i] = 1;
    }
    const auto result = found(corners, range);
    EXPECT_EQ(result.best(0), 1) << "the first weighs most";
    for (std::size_t i = 0; i < 8; ++i) {
        double expected = 0;
        for (std::size_t k = i + 1; k <= 8; ++k) {
            expected += 1.0 / static_cast<double>(k) / 8;
        }
        EXPECT_NEAR(result.centralWeights[0][i], expected, 0.01) << i;
    }
}

TEST(Smaa, EqualsCountingOnAFineLattice)
{
    std::mt19937 random(8);
    for (int round = 0; round < 5; ++round) {
        Values values(4, std::vector<double>(3));
        for (auto &alternative : values) {
            for (double &value : alternative) {
                value = static_cast<double>(random() % 1000) / 1000;
            }
        }
        WeightRange range = anyWeights(3);
        range.most = {0.6, 0.7, 0.8};
        range.least = {0.1, 0, 0};
        std::vector<double> best(4);
        double all = 0;
        constexpr int k_steps = 600;
        for (int i = 0; i < k_steps; ++i) {
            for (int j = 0; i + j < k_steps; ++j) {
                const double w[] = {(i + 1 / 3.0) / k_steps, (j + 1 / 3.0) / k_steps, 0};
                const double last = 1 - w[0] - w[1];
                if (w[0] < 0.1 || w[0] > 0.6 || w[1] > 0.7 || last > 0.8) {
                    continue;
                }
                std::size_t top = 0;
                const auto score = [&](std::size_t a) {
                    return w[0] * values[a][0] + w[1] * values[a][1] + last * values[a][2];
                };
                for (std::size_t a = 1; a < 4; ++a) {
                    top = score(a) > score(top) ? a : top;
                }
                best[top] += 1;
                all += 1;
            }
        }
        const auto result = found(values, range);
        for (std::size_t a = 0; a < 4; ++a) {
            EXPECT_NEAR(result.best(a), best[a] / all, 0.015) << round;
        }
    }
}

TEST(Smaa, IsTheSameForTheSameSeedAndRanksSumToOne)
{
    const Values values{{0.2, 0.9}, {0.8, 0.1}, {0.5, 0.6}};
    const auto one = found(values, anyWeights(2));
    const auto two = found(values, anyWeights(2));
    EXPECT_EQ(one.ranks, two.ranks);
    AcceptabilityOptions other;
    other.seed = 99;
    EXPECT_NE(one.ranks, found(values, anyWeights(2), other).ranks);
    for (const auto &ranks : one.ranks) {
        EXPECT_NEAR(ranks[0] + ranks[1] + ranks[2], 1, 1e-9);
    }
}

TEST(Smaa, UncertainValuesLowerTheConfidence)
{
    AcceptabilityOptions options;
    options.valueSpread = 0.2;
    const auto result = found({{0.55, 0.5}, {0.5, 0.55}}, anyWeights(2), options);
    EXPECT_GT(result.confidence[0], 0.5);
    EXPECT_LT(result.confidence[0], 0.8);
}

TEST(Smaa, ARangeWithoutWeightingsIsNamed)
{
    WeightRange range = anyWeights(2);
    range.least = {0.6, 0.6};
    EXPECT_EQ(acceptability(Values{{1, 0}}, range, {}, {}).error().code, ErrorCode::Invalid);
    range = anyWeights(2);
    range.most = {0.3, 0.3};
    EXPECT_FALSE(acceptability(Values{{1, 0}}, range, {}, {}));
    range = anyWeights(2);
    range.least = {0, 0.7};
    range.orders = {{0, 1}};
    EXPECT_FALSE(acceptability(Values{{1, 0}}, range, {}, {}));
    EXPECT_FALSE(acceptability(Values{{1, 0, 0}}, anyWeights(2), {}, {}));
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(acceptability(Values{{1, 0}, {0, 1}}, anyWeights(2), {}, job).error().code, ErrorCode::Cancelled);
}

TEST(Sensitivity, IsWhereTheLinesMeet)
{
    const Values values{{0.9, 0.2}, {0.5, 0.5}};
    const auto flips = weightSensitivity(values, std::vector<double>{0.6, 0.4});
    ASSERT_EQ(flips.size(), 2U);
    ASSERT_TRUE(flips[0].below);
    EXPECT_NEAR(flips[0].below->weight, 3.0 / 7, 1e-12);
    EXPECT_EQ(flips[0].below->best, 1U);
    EXPECT_FALSE(flips[0].above);
    ASSERT_TRUE(flips[1].above);
    EXPECT_NEAR(flips[1].above->weight, 4.0 / 7, 1e-12);
}

TEST(Sensitivity, EqualsGoingThroughAllWeights)
{
    std::mt19937 random(6);
    for (int round = 0; round < 40; ++round) {
        Values values(5, std::vector<double>(3));
        for (auto &alternative : values) {
            for (double &value : alternative) {
                value = static_cast<double>(random() % 1000) / 1000;
            }
        }
        const std::vector<double> weights{0.2, 0.3, 0.5};
        const auto flips = weightSensitivity(values, weights);
        for (std::size_t k = 0; k < 3; ++k) {
            const auto bestAt = [&](double t) {
                std::size_t best = 0;
                double most = -1;
                for (std::size_t a = 0; a < values.size(); ++a) {
                    double score = 0;
                    for (std::size_t i = 0; i < 3; ++i) {
                        score += values[a][i] * (i == k ? t : weights[i] * (1 - t) / (1 - weights[k]));
                    }
                    if (score > most + 1e-12) {
                        most = score;
                        best = a;
                    }
                }
                return best;
            };
            const std::size_t now = bestAt(weights[k]);
            double up = weights[k];
            while (up < 1 && bestAt(up) == now) {
                up += 1e-4;
            }
            EXPECT_EQ(flips[k].above.has_value(), up < 1) << round;
            if (flips[k].above && up < 1) {
                EXPECT_NEAR(flips[k].above->weight, up, 2e-4);
                EXPECT_EQ(flips[k].above->best, bestAt(up));
            }
            double down = weights[k];
            while (down > 0 && bestAt(down) == now) {
                down -= 1e-4;
            }
            EXPECT_EQ(flips[k].below.has_value(), down > 0) << round;
            if (flips[k].below && down > 0) {
                EXPECT_NEAR(flips[k].below->weight, down, 2e-4);
            }
        }
    }
}

} // namespace
} // namespace cuntu
