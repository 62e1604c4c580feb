// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snapshot/layer_memo.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <thread>

namespace cuntu {
namespace {

struct SquareKey {
    using Value = int;
    int of = 0;
    bool operator==(const SquareKey &) const = default;
};

struct CubeKey {
    using Value = int;
    int of = 0;
    bool operator==(const CubeKey &) const = default;
};

/// Asks for the square of @p of and counts how often it was worked out.
int square(LayerMemo &memo, int of, std::atomic<int> &made)
{
    const auto value = memo.get(SquareKey{of}, {}, [&]() -> Result<int> {
        ++made;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return of * of;
    });
    EXPECT_TRUE(value);
    return value ? **value : -1;
}

TEST(LayerMemo, MakesAValueOnceForAllThreads)
{
    LayerMemo memo;
    std::atomic<int> made = 0;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&] {
            for (int round = 0; round < 200; ++round) {
                wrong += square(memo, round % 8, made) != (round % 8) * (round % 8) ? 1 : 0;
            }
        });
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    EXPECT_EQ(wrong, 0);
    EXPECT_EQ(made, 8);
    EXPECT_EQ(memo.size(), 8U);
}

TEST(LayerMemo, TellsKindsAndKeysApart)
{
    LayerMemo memo;
    std::atomic<int> made = 0;
    EXPECT_EQ(square(memo, 3, made), 9);
    const auto cube = memo.get(CubeKey{3}, {}, []() -> Result<int> { return 27; });
    ASSERT_TRUE(cube);
    EXPECT_EQ(**cube, 27);
    EXPECT_EQ(square(memo, 4, made), 16);
    EXPECT_EQ(made, 2);
}

TEST(LayerMemo, KeepsNoErrorAndNothingThatWasThrown)
{
    LayerMemo memo;
    const auto failed = memo.get(SquareKey{1}, {}, []() -> Result<int> { return cancelledError(); });
    EXPECT_FALSE(failed);
    EXPECT_THROW(
        static_cast<void>(memo.get(SquareKey{1}, {}, []() -> Result<int> { throw std::runtime_error("no memory"); })),
        std::runtime_error);
    EXPECT_EQ(memo.size(), 0U);
    std::atomic<int> made = 0;
    EXPECT_EQ(square(memo, 1, made), 1);
    EXPECT_EQ(made, 1);
}

TEST(LayerMemo, AValueMayBeMadeOfOthers)
{
    LayerMemo memo;
    std::atomic<int> made = 0;
    const auto cube = memo.get(CubeKey{5}, {}, [&]() -> Result<int> { return 5 * square(memo, 5, made); });
    ASSERT_TRUE(cube);
    EXPECT_EQ(**cube, 125);
    EXPECT_EQ(memo.size(), 2U);
}

TEST(LayerMemo, DropsWhatWasNotAskedForLongest)
{
    LayerMemo memo;
    std::atomic<int> made = 0;
    constexpr int most = static_cast<int>(LayerMemo::k_mostValues);
    for (int i = 0; i <= most; ++i) {
        square(memo, i, made);
        square(memo, 0, made);
    }
    EXPECT_EQ(memo.size(), LayerMemo::k_mostValues);
    EXPECT_EQ(made, most + 1) << "0 was asked for all the time";
    square(memo, 1, made);
    EXPECT_EQ(made, most + 2) << "1 was dropped";
}

TEST(LayerMemo, WhoWaitsCanBeCancelled)
{
    LayerMemo memo;
    std::atomic<bool> begun = false;
    std::atomic<bool> end = false;
    std::thread slow([&] {
        const auto made = memo.get(SquareKey{7}, {}, [&]() -> Result<int> {
            begun = true;
            while (!end) {
                std::this_thread::yield();
            }
            return 49;
        });
        EXPECT_TRUE(made);
    });
    while (!begun) {
        std::this_thread::yield();
    }
    const JobContext job;
    job.cancel.cancel();
    const auto waiting = memo.get(SquareKey{7}, job, []() -> Result<int> { return 0; });
    EXPECT_FALSE(waiting);
    end = true;
    slow.join();
    const auto value = memo.get(SquareKey{7}, {}, []() -> Result<int> { return 0; });
    ASSERT_TRUE(value);
    EXPECT_EQ(**value, 49);
}

} // namespace
} // namespace cuntu
