// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/suitability/weighing.h"
#include "land_builder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <random>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::test {
namespace {

TEST(WeightedScores, AreTheSumOfWeightsTimesValues)
{
    WeighedLand land = landOf(3, 1, {{1, 0.5F, NAN}, {0, 1, 1}});
    excludeAbove(land, u"steep"_s, 25, {0, 30, 0});
    const std::vector<double> weights{0.75, 0.25};
    const auto all = weightedScores(land, weights, openCells(land, {false}), {});
    ASSERT_TRUE(all);
    EXPECT_FLOAT_EQ(all->values[0], 0.75F);
    EXPECT_FLOAT_EQ(all->values[1], 0.625F);
    EXPECT_TRUE(std::isnan(all->values[2])) << "a criterion is unknown";
    const auto some = weightedScores(land, weights, openCells(land, {}), {});
    EXPECT_TRUE(std::isnan(some->values[1])) << "excluded";
    const auto known = weightedScores(land, std::vector<double>{0, 1}, openCells(land, {}), {});
    EXPECT_FLOAT_EQ(known->values[2], 1) << "what has no weight need not be known";
}

TEST(WeightedScores, EqualTheSumCellByCellAndAreQuick)
{
    std::mt19937 random(2);
    std::vector<std::vector<float>> values(10, std::vector<float>(1'000'000));
    for (std::vector<float> &criterion : values) {
        for (float &value : criterion) {
            value = static_cast<float>(random() % 1001) / 1000;
        }
    }
    const WeighedLand land = landOf(1000, 1000, values);
    const std::vector<double> weights(10, 0.1);
    const CellMask open = openCells(land, {});
    const auto start = std::chrono::steady_clock::now();
    const auto scores = weightedScores(land, weights, open, {});
    const double ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    ASSERT_TRUE(scores);
    for (std::size_t cell = 0; cell < 1'000'000; cell += 997) {
        double sum = 0;
        for (const std::vector<float> &criterion : values) {
            sum += criterion[cell] / 10.0;
        }
        ASSERT_NEAR(scores->values[cell], sum, 1e-6);
    }
    RecordProperty("milliseconds", std::to_string(ms));
    EXPECT_LT(ms, 1000) << "a weight is dragged meanwhile";
}

TEST(Exclusions, SayWhatEachTakesOut)
{
    WeighedLand land = landOf(4, 1, {{1, 1, 1, 1}});
    excludeAbove(land, u"steep"_s, 25, {30, 30, 0, 0});
    excludeAbove(land, u"wet"_s, 1, {0, 2, 2, 0});
    const auto both = exclusionLosses(land, {});
    EXPECT_EQ(both[0].all_m2, 20'000);
    EXPECT_EQ(both[0].alone_m2, 10'000);
    EXPECT_EQ(both[1].alone_m2, 10'000);
    const auto one = exclusionLosses(land, {true, false});
    EXPECT_EQ(one[0].alone_m2, 20'000);
    EXPECT_EQ(one[1].all_m2, 0);
}

TEST(Weighing, ReadsWeightsAndExclusionsByTheirIds)
{
    WeighedLand land = landOf(1, 1, {{1}, {1}});
    land.criteria[0].weight = 3;
    excludeAbove(land, u"steep"_s, 25, {0});
    EXPECT_EQ(weightsFor(land, {})->weights, (std::vector<double>{0.75, 0.25}));
    EXPECT_EQ(weightsFor(land, u"c2=5"_s)->weights, (std::vector<double>{0, 1}));
    const auto wrong = weightsFor(land, u"c3=5"_s);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, ErrorCode::NotFound);
    EXPECT_TRUE(wrong.error().advice.contains(u"c1, c2"_s));
    EXPECT_EQ(*exclusionsWithout(land, u"steep"_s), ExclusionsOn{false});
    EXPECT_FALSE(exclusionsWithout(land, u"wet"_s));
}

TEST(Weighing, IsFoundInItsAlgorithmAndRunsAsOne)
{
    Algorithm plain;
    plain.run = [](const AlgorithmInput &, const JobContext &) -> Result<Outcome> { return Outcome{}; };
    EXPECT_EQ(weighingOf(plain), nullptr);
    Algorithm weighs;
    weighs.run = Weighing{[](const AlgorithmInput &, const JobContext &) -> Result<Immutable<WeighedLand>> {
                              return freeze(landOf(1, 1, {{1}}));
                          },
                          [](const AlgorithmInput &, const WeighedLand &land, const JobContext &) -> Result<Outcome> {
                              return Outcome{{{u"criteria"_s, static_cast<qint64>(land.criteria.size())}}, {}};
                          }};
    ASSERT_NE(weighingOf(weighs), nullptr);
}

} // namespace
} // namespace cuntu::test
