// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ahead.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace cuntu {
namespace {

/// Makes 0, 1, 2 ... @p count - 1.
Ahead<int>::Make counter(int count)
{
    return [next = 0, count](int &value) mutable -> Result<bool> {
        value = next++;
        return value < count;
    };
}

TEST(Ahead, GivesAllValuesInTheirOrder)
{
    Ahead<int> numbers(counter(1000));
    int value = -1;
    for (int expected = 0; expected < 1000; ++expected) {
        ASSERT_TRUE(numbers.take(value).value());
        ASSERT_EQ(value, expected);
    }
    EXPECT_FALSE(numbers.take(value).value());
    EXPECT_FALSE(numbers.take(value).value()) << "the end stays the end";
}

TEST(Ahead, AnErrorComesAfterTheValuesBeforeIt)
{
    Ahead<int> numbers([next = 0](int &value) mutable -> Result<bool> {
        value = next++;
        if (value == 2) {
            return Error{ErrorCode::Unreadable, QStringLiteral("torn"), {}, {}, {}, {}};
        }
        return true;
    });
    int value = -1;
    EXPECT_TRUE(numbers.take(value).value());
    EXPECT_TRUE(numbers.take(value).value());
    EXPECT_EQ(value, 1);
    const auto end = numbers.take(value);
    ASSERT_FALSE(end);
    EXPECT_EQ(end.error().code, ErrorCode::Unreadable);
}

TEST(Ahead, WhatIsThrownArrivesWhereValuesAreTaken)
{
    Ahead<int> numbers([](int &) -> Result<bool> { throw std::runtime_error("broken"); });
    int value = 0;
    EXPECT_THROW(std::ignore = numbers.take(value), std::runtime_error);
}

TEST(Ahead, StopsEarlyAndNeverRunsFarAhead)
{
    std::atomic<int> made = 0;
    {
        Ahead<int> numbers([&made](int &) -> Result<bool> {
            ++made;
            return true;
        });
        int value = 0;
        for (int i = 0; i < 10; ++i) {
            ASSERT_TRUE(numbers.take(value).value());
        }
    }
    EXPECT_GE(made, 10);
    EXPECT_LE(made, 15);
}

TEST(Ahead, ValuesThatWereTakenAreFilledAgain)
{
    std::atomic<int> reused = 0;
    Ahead<std::vector<int>> lists([&reused, next = 0](std::vector<int> &list) mutable -> Result<bool> {
        reused += list.capacity() >= 100 ? 1 : 0;
        list.assign(100, next++);
        return next <= 50;
    });
    std::vector<int> list;
    int expected = 0;
    while (lists.take(list).value()) {
        ASSERT_EQ(list, std::vector<int>(100, expected));
        ++expected;
    }
    EXPECT_EQ(expected, 50);
    EXPECT_GE(reused, 40);
}

} // namespace
} // namespace cuntu
