// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/milestone.h"
#include "tests/support/rounds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace cuntu {
namespace {

using Points = std::vector<std::pair<Day, double>>;

Points points(std::initializer_list<std::pair<int, double>> list)
{
    Points result;
    for (const auto &[day, value] : list) {
        result.emplace_back(Day::fromNumber(17000 + day), value);
    }
    return result;
}

TEST(TheilSen, NeedsThreePointsOnTwoDays)
{
    EXPECT_FALSE(theilSen({}));
    EXPECT_FALSE(theilSen(points({{0, 1}, {1, 2}})));
    EXPECT_FALSE(theilSen(points({{5, 1}, {5, 2}, {5, 9}})));
    EXPECT_TRUE(theilSen(points({{5, 1}, {5, 2}, {6, 9}})));
}

TEST(TheilSen, ALineIsItsSlope)
{
    const auto slope = theilSen(points({{0, 10}, {10, 15}, {40, 30}, {90, 55}}));
    ASSERT_TRUE(slope);
    EXPECT_DOUBLE_EQ(slope->low, 0.5);
    EXPECT_DOUBLE_EQ(slope->median, 0.5);
    EXPECT_DOUBLE_EQ(slope->high, 0.5);
}

TEST(TheilSen, MedianAndQuantilesByHand)
{
    // Pairs: (0,1) 1; (0,2) 2; (0,3) 10/3; (1,2) 3; (1,3) 4.5; (2,3) 6. Sorted: 1, 2, 3, 10/3, 4.5, 6.
    const auto slope = theilSen(points({{0, 0}, {1, 1}, {2, 4}, {3, 10}}));
    ASSERT_TRUE(slope);
    EXPECT_DOUBLE_EQ(slope->median, (3 + 10.0 / 3) / 2);
    EXPECT_DOUBLE_EQ(slope->low, 2);    // position 0.2 * 5 = 1
    EXPECT_DOUBLE_EQ(slope->high, 4.5); // position 0.8 * 5 = 4
}

TEST(TheilSen, OneWildPointChangesLittle)
{
    Points series;
    for (int day = 0; day < 20; ++day) {
        series.emplace_back(Day::fromNumber(17000 + day), day == 13 ? 900.0 : 2.0 * day);
    }
    const auto slope = theilSen(series);
    ASSERT_TRUE(slope);
    EXPECT_NEAR(slope->median, 2.0, 1e-9);
}

TEST(TheilSen, EqualsTheSortedSlopesOnRandomPoints)
{
    const unsigned seed = std::random_device()();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> any(0, 60);
    for (int round = 0; round < test::rounds(200); ++round) {
        Points series;
        const int size = 3 + any(random) / 4;
        for (int i = 0; i < size; ++i) {
            series.emplace_back(Day::fromNumber(17000 + any(random)), any(random) / 7.0);
        }
        std::vector<double> slopes;
        for (std::size_t i = 0; i < series.size(); ++i) {
            for (std::size_t j = i + 1; j < series.size(); ++j) {
                if (series[i].first != series[j].first) {
                    slopes.push_back((series[j].second - series[i].second) /
                                     daysBetween(series[i].first, series[j].first));
                }
            }
        }
        const auto slope = theilSen(series);
        ASSERT_EQ(slope.has_value(), !slopes.empty());
        if (slope) {
            std::sort(slopes.begin(), slopes.end());
            const double median = (slopes[(slopes.size() - 1) / 2] + slopes[slopes.size() / 2]) / 2;
            ASSERT_NEAR(slope->median, median, 1e-12);
            ASSERT_LE(slope->low, slope->median);
            ASSERT_LE(slope->median, slope->high);
        }
    }
}

TEST(TheilSen, ManyPointsAreThinnedEvenly)
{
    Points series;
    for (int day = 0; day < 20'000; ++day) {
        series.emplace_back(Day::fromNumber(10000 + day), 0.25 * day + (day % 5));
    }
    const auto slope = theilSen(series);
    ASSERT_TRUE(slope);
    EXPECT_NEAR(slope->median, 0.25, 1e-3);
}

} // namespace
} // namespace cuntu
