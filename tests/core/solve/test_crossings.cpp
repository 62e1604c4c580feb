// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/crossings.h"

#include "tests/support/rounds.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>

namespace cuntu {
namespace {

using Lines = std::vector<std::vector<Point>>;

CutLines cut(const Lines &lines)
{
    std::vector<Point> points;
    std::vector<std::uint32_t> start{0};
    for (const std::vector<Point> &line : lines) {
        points.insert(points.end(), line.begin(), line.end());
        start.push_back(static_cast<std::uint32_t>(points.size()));
    }
    const auto found = cutAtCrossings({points, start}, {});
    EXPECT_TRUE(found);
    return *found;
}

/// "line:share from>to ..." of all pieces.
std::string text(const CutLines &pieces)
{
    std::string words;
    const auto place = [](Point point) {
        return std::to_string(std::lround(point.x)) + "," + std::to_string(std::lround(point.y));
    };
    for (std::size_t i = 0; i < pieces.lineOf.size(); ++i) {
        const auto line = pieces.lines().line(i);
        words += std::to_string(pieces.lineOf[i]) + ":" + std::to_string(std::lround(100 * pieces.shareOf[i])) + " " +
                 place(line.front()) + ">" + place(line.back()) + ";";
    }
    return words;
}

TEST(Crossings, CutBothLines)
{
    EXPECT_EQ(text(cut({{{0, 0}, {10, 0}}, {{4, -5}, {4, 5}}})),
              "0:40 0,0>4,0;0:60 4,0>10,0;1:50 4,-5>4,0;1:50 4,0>4,5;");
}

TEST(Crossings, AnEndThatTouchesCutsTheOther)
{
    EXPECT_EQ(text(cut({{{0, 0}, {10, 0}}, {{4, 0}, {4, 5}}})), "0:40 0,0>4,0;0:60 4,0>10,0;1:100 4,0>4,5;");
    EXPECT_EQ(text(cut({{{0, 0}, {4, 0}, {10, 0}}, {{4, 5}, {4, 0}}})), "0:40 0,0>4,0;0:60 4,0>10,0;1:100 4,5>4,0;");
}

TEST(Crossings, WhatDoesNotMeetStaysWhole)
{
    EXPECT_EQ(text(cut({{{0, 0}, {10, 0}}, {{0, 1}, {10, 1}}, {{10, 0}, {20, 0}}, {{3, 3}}})),
              "0:100 0,0>10,0;1:100 0,1>10,1;2:100 10,0>20,0;");
}

TEST(Crossings, OneLineIsCutOften)
{
    EXPECT_EQ(text(cut({{{0, 0}, {10, 0}}, {{8, -1}, {8, 1}}, {{2, -1}, {2, 1}}})),
              "0:20 0,0>2,0;0:60 2,0>8,0;0:20 8,0>10,0;1:50 8,-1>8,0;1:50 8,0>8,1;2:50 2,-1>2,0;2:50 2,0>2,1;");
}

/// Pieces put together are the line again, and afterwards nothing crosses but at ends.
TEST(Crossings, RandomLinesAreCutWholly)
{
    const unsigned seed = 20191231;
    std::mt19937 random(seed);
    for (int round = 0; round < test::rounds(200); ++round) {
        Lines lines(2 + random() % 6);
        for (std::vector<Point> &line : lines) {
            for (int i = 0; i < 2; ++i) {
                line.push_back({static_cast<double>(random() % 100), static_cast<double>(random() % 100)});
            }
        }
        const CutLines pieces = cut(lines);
        std::vector<double> shares(lines.size(), 0);
        std::set<std::pair<double, double>> ends;
        for (std::size_t i = 0; i < pieces.lineOf.size(); ++i) {
            shares[pieces.lineOf[i]] += pieces.shareOf[i];
            const auto line = pieces.lines().line(i);
            ends.insert({line.front().x, line.front().y});
            ends.insert({line.back().x, line.back().y});
        }
        for (std::size_t line = 0; line < lines.size(); ++line) {
            ASSERT_NEAR(shares[line], 1, 1e-9) << "round " << round;
        }
        Lines again;
        for (std::size_t i = 0; i < pieces.lineOf.size(); ++i) {
            const auto line = pieces.lines().line(i);
            again.emplace_back(line.begin(), line.end());
        }
        const CutLines twice = cut(again);
        // Rounding may leave slivers of a crossing; they are shorter than a millionth.
        for (std::size_t i = 0; i < twice.lineOf.size(); ++i) {
            const bool whole = twice.shareOf[i] > 1 - 1e-6 || twice.shareOf[i] < 1e-6;
            ASSERT_TRUE(whole || lines.empty()) << "round " << round << ", share " << twice.shareOf[i];
        }
    }
}

} // namespace
} // namespace cuntu
