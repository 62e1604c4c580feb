// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/packed_index.h"

#include "shared_table.h"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>
#include <random>

namespace cuntu {
namespace {

using Items = std::vector<std::uint32_t>;

TEST(PackedIndex, OfNothingFindsNothing)
{
    for (const PackedIndex &index :
         {PackedIndex(), PackedIndex(std::vector<Box>()), PackedIndex(std::vector<Box>(3))}) {
        EXPECT_TRUE(index.search(Box{-1e300, -1e300, 1e300, 1e300}).empty());
        EXPECT_TRUE(index.extent().isEmpty());
        index.nearest({0, 0}, 1e300, [](std::uint32_t, double) {
            ADD_FAILURE();
            return true;
        });
    }
    EXPECT_EQ(PackedIndex(std::vector<Box>(3)).size(), 3U);
}

TEST(PackedIndex, CountsBordersAsTouching)
{
    const std::vector<Box> boxes{{0, 0, 10, 10}, {10, 10, 20, 20}, {21, 0, 30, 9}};
    const PackedIndex index(boxes);
    EXPECT_EQ(index.search(Box{10, 10, 10, 10}), (Items{0, 1}));
    EXPECT_EQ(index.search(Box{20, 9, 21, 10}), (Items{1, 2}));
    EXPECT_TRUE(index.search(Box{20.5, 0, 20.9, 9}).empty());
    EXPECT_TRUE(index.search(Box{}).empty());
    EXPECT_EQ(index.extent(), (Box{0, 0, 30, 20}));
}

TEST(PackedIndex, StopsWhenTheVisitorHasEnough)
{
    const PackedIndex index(std::vector<Box>(100, Box{0, 0, 1, 1}));
    int visits = 0;
    index.search(Box{0, 0, 1, 1}, [&visits](std::uint32_t) { return ++visits < 5; });
    EXPECT_EQ(visits, 5);
    visits = 0;
    index.nearest({0, 0}, 1, [&visits](std::uint32_t, double) { return ++visits < 5; });
    EXPECT_EQ(visits, 5);
}

TEST(PackedIndex, GivesEquallyNearItemsByNumber)
{
    const PackedIndex index(std::vector<Box>(300, Box{3, 4, 3, 4}));
    Items found;
    index.nearest({0, 0}, 5, [&found](std::uint32_t item, double distance) {
        EXPECT_EQ(distance, 5);
        found.push_back(item);
        return true;
    });
    ASSERT_EQ(found.size(), 300U);
    EXPECT_TRUE(std::ranges::is_sorted(found));
    index.nearest({0, 0}, 4.999, [](std::uint32_t, double) {
        ADD_FAILURE();
        return true;
    });
}

TEST(PackedIndex, NeverFindsBoxesThatAreNone)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinite = std::numeric_limits<double>::infinity();
    const PackedIndex index(
        std::vector<Box>{{nan, nan, nan, nan}, {5, 5, 4, 4}, {1, 1, 2, 2}, {0, 0, infinite, 1}, {0, nan, 1, nan}});
    EXPECT_EQ(index.search(Box{-infinite, -infinite, infinite, infinite}), (Items{2, 3}));
    EXPECT_EQ(index.search(Box{1e9, 0, 1e9, 0}), (Items{3}));
}

TEST(PackedIndex, TakesAMillionBoxes)
{
    std::mt19937 random(1);
    std::uniform_real_distribution<double> place(0, 100'000);
    std::vector<Box> boxes;
    for (int i = 0; i < 1'000'000; ++i) {
        const double x = place(random);
        const double y = place(random);
        boxes.push_back({x, y, x + 10, y + 10});
    }
    const auto begin = std::chrono::steady_clock::now();
    const PackedIndex index(boxes);
    const auto built = std::chrono::steady_clock::now();
    std::size_t found = 0;
    for (int i = 0; i < 10'000; ++i) {
        const double x = place(random);
        const double y = place(random);
        index.search(Box{x, y, x + 1000, y + 1000}, [&found](std::uint32_t) {
            ++found;
            return true;
        });
    }
    const auto searched = std::chrono::steady_clock::now();
    index.search(index.extent(), [&found](std::uint32_t) {
        ++found;
        return true;
    });
    const auto all = std::chrono::steady_clock::now();
    int near = 0;
    for (int i = 0; i < 10'000; ++i) {
        int wanted = 8;
        index.nearest({place(random), place(random)}, 1e9, [&](std::uint32_t, double) {
            ++near;
            return --wanted > 0;
        });
    }
    const auto neared = std::chrono::steady_clock::now();
    const auto seconds = [](auto from, auto to) { return std::chrono::duration<double>(to - from).count(); };
    std::cout << "build " << seconds(begin, built) << " s, 10,000 searches of 0.01 % " << seconds(built, searched)
              << " s for " << found << " hits, everything " << seconds(searched, all) << " s, 10,000 x 8 nearest "
              << seconds(all, neared) << " s\n";
    EXPECT_EQ(near, 80'000);
    EXPECT_LT(seconds(begin, built), 4); // a tenth of this in a release; generous, because tests share the machine
}

} // namespace
} // namespace cuntu
