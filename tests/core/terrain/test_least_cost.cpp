// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terrain/least_cost.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <limits>
#include <random>

namespace cuntu {
namespace {

constexpr double k_never = std::numeric_limits<double>::infinity();

/// A plane of cells of 20 m from (1000, 2000) in the north-west on, with @p cost(column, row).
template <typename Cost> CostGrid landOf(int columns, int rows, const Cost &cost)
{
    CostGrid land{{*Crs::fromEpsg(4527), {1000, 2000}, 20, -20, columns, rows}, {}};
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            land.costs.push_back(static_cast<float>(cost(column, row)));
        }
    }
    return land;
}

LeastCostWays found(const CostGrid &land, const std::vector<CostSource> &sources)
{
    auto ways = LeastCostWays::find(land, sources, {});
    EXPECT_TRUE(ways) << (ways ? "" : ways.error().toText().toStdString());
    return *ways;
}

double costOf(const CostGrid &land, const std::vector<Point> &way)
{
    double cost = 0;
    for (std::size_t i = 1; i < way.size(); ++i) {
        cost += land.straight(way[i - 1], way[i]);
    }
    return cost;
}

/// By a hundred thousand samples.
double bySampling(const CostGrid &land, Point a, Point b)
{
    constexpr int k_samples = 100000;
    double cost = 0;
    for (int i = 0; i < k_samples; ++i) {
        const double at = (i + 0.5) / k_samples;
        const auto cell = land.frame.cellAt({a.x + at * (b.x - a.x), a.y + at * (b.y - a.y)});
        if (!cell || !land.isOpen(*cell)) {
            return k_never;
        }
        cost += land.costs[*cell] / k_samples;
    }
    return cost * std::hypot(b.x - a.x, b.y - a.y);
}

TEST(CostGrid, ChargesTheLengthInEachCell)
{
    std::mt19937 random(3);
    const CostGrid land =
        landOf(9, 7, [&](int, int) { return random() % 9 == 0 ? 0 : 1 + static_cast<double>(random() % 5); });
    std::uniform_real_distribution<double> x(990, 1190);
    std::uniform_real_distribution<double> y(1850, 2010);
    int open = 0;
    for (int round = 0; round < 400; ++round) {
        const Point a{x(random), y(random)};
        const Point b{round % 20 == 0 ? a.x : x(random), round % 30 == 0 ? a.y : y(random)};
        const double expected = bySampling(land, a, b);
        const double cost = land.straight(a, b);
        // A sample may miss a corner that the line cuts.
        if (std::isinf(cost)) {
            continue;
        }
        ASSERT_FALSE(std::isinf(expected)) << round;
        EXPECT_NEAR(cost, expected, 1e-3 * (1 + expected)) << round;
        ++open;
    }
    EXPECT_GT(open, 50);
    EXPECT_EQ(land.straight({1010, 1990}, {1010, 1990}), 0);
    EXPECT_EQ(land.straight({900, 1990}, {1010, 1990}), k_never) << "from outside";
}

TEST(LeastCostWays, OnOpenLandAreStraight)
{
    const CostGrid land = landOf(30, 30, [](int, int) { return 2; });
    const LeastCostWays ways = found(land, {{land.frame.index(3, 5), 0}});
    for (std::size_t cell = 0; cell < land.frame.size(); ++cell) {
        const Point from = land.frame.centre(cell);
        const Point to = land.frame.centre(3, 5);
        const double straight = 2 * std::hypot(from.x - to.x, from.y - to.y);
        EXPECT_GE(ways.cost(cell), straight - 1e-6);
        EXPECT_LE(ways.cost(cell), straight * 1.0279 + 1e-6);
        const std::vector<Point> way = ways.straightened(ways.way(cell));
        EXPECT_LE(way.size(), 2U) << "without a bend";
        EXPECT_NEAR(costOf(land, way), straight, 1e-6);
    }
}

/// Costs by going over all steps until nothing changes any more (Bellman and Ford).
std::vector<double> byRelaxing(const CostGrid &land, const std::vector<CostSource> &sources)
{
    const GridFrame &frame = land.frame;
    std::vector<double> costs(frame.size(), k_never);
    for (const CostSource &source : sources) {
        costs[source.cell] = land.isOpen(source.cell) ? source.cost : k_never;
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t from = 0; from < frame.size(); ++from) {
            for (std::size_t to = 0; to < frame.size(); ++to) {
                const int dx = frame.columnOf(to) - frame.columnOf(from);
                const int dy = frame.rowOf(to) - frame.rowOf(from);
                const int squared = dx * dx + dy * dy;
                if (squared != 1 && squared != 2 && squared != 5) {
                    continue;
                }
                const double step = land.straight(frame.centre(from), frame.centre(to));
                if (costs[to] + step < costs[from] - 1e-9) {
                    costs[from] = costs[to] + step;
                    changed = true;
                }
            }
        }
    }
    return costs;
}

TEST(LeastCostWays, AreTheCheapestOfAll)
{
    std::mt19937 random(11);
    for (int round = 0; round < 12; ++round) {
        const CostGrid land =
            landOf(12, 9, [&](int, int) { return random() % 4 == 0 ? 0 : 0.5 + static_cast<double>(random() % 6); });
        const std::vector<CostSource> sources{{random() % 108, 0}, {random() % 108, 70}, {random() % 108, 5}};
        const auto ways = LeastCostWays::find(land, sources, {});
        if (!ways) {
            EXPECT_EQ(ways.error().code, ErrorCode::NotFound) << "all three are closed";
            continue;
        }
        const std::vector<double> expected = byRelaxing(land, sources);
        for (std::size_t cell = 0; cell < expected.size(); ++cell) {
            if (std::isinf(expected[cell])) {
                EXPECT_TRUE(std::isinf(ways->cost(cell))) << "round " << round << ", cell " << cell;
                EXPECT_TRUE(ways->way(cell).empty());
                continue;
            }
            EXPECT_NEAR(ways->cost(cell), expected[cell], 1e-4 * (1 + expected[cell]))
                << "round " << round << ", cell " << cell;
            const std::vector<Point> way = ways->way(cell);
            EXPECT_EQ(way.front(), land.frame.centre(cell));
            const auto end = std::find_if(sources.begin(), sources.end(), [&](const CostSource &source) {
                return land.frame.centre(source.cell) == way.back();
            });
            ASSERT_NE(end, sources.end());
            EXPECT_LE(costOf(land, way), expected[cell] + 1e-3) << "and what its source costs is the rest";
            const std::vector<Point> straight = ways->straightened(way);
            EXPECT_LE(costOf(land, straight), costOf(land, way) * (1 + 1e-6)) << "never through what is closed";
            EXPECT_EQ(straight.front(), way.front());
            EXPECT_EQ(straight.back(), way.back());
        }
    }
}

TEST(LeastCostWays, GoAroundAndAlongWhatIsCheap)
{
    // A wall with a gap in the south, and a cheap row in the north.
    const CostGrid walled = landOf(21, 21, [](int column, int row) { return column == 10 && row != 18 ? 0 : 1; });
    const LeastCostWays around = found(walled, {{walled.frame.index(20, 2), 0}});
    const std::vector<Point> way = around.straightened(around.way(walled.frame.index(0, 2)));
    ASSERT_LE(way.size(), 5U);
    for (std::size_t i = 1; i + 1 < way.size(); ++i) {
        const Point gap = walled.frame.centre(10, 18);
        EXPECT_LE(std::hypot(way[i].x - gap.x, way[i].y - gap.y), 60) << "it bends at the gap alone";
    }
    EXPECT_NEAR(costOf(walled, way), 2 * std::hypot(10 * 20, 16 * 20), 0.02 * 2 * std::hypot(10 * 20, 16 * 20));
    const CostGrid road = landOf(41, 11, [](int, int row) { return row == 0 ? 0.25 : 1; });
    const LeastCostWays along = found(road, {{road.frame.index(40, 5), 0}});
    EXPECT_LT(along.cost(road.frame.index(0, 5)), 0.6 * 40 * 20) << "up to the cheap row and along it";
}

TEST(LeastCostWays, SayWhatIsWrong)
{
    CostGrid land = landOf(5, 5, [](int, int) { return 1; });
    land.costs[7] = 0;
    const std::vector<CostSource> closed{{7, 0}};
    EXPECT_EQ(LeastCostWays::find(land, closed, {}).error().code, ErrorCode::NotFound);
    const std::vector<CostSource> open{{8, 0}};
    JobContext job;
    job.cancel.cancel();
    EXPECT_EQ(LeastCostWays::find(land, open, job).error().code, ErrorCode::Cancelled);
    land.costs[3] = -1;
    EXPECT_EQ(LeastCostWays::find(land, open, {}).error().code, ErrorCode::Invalid);
    land.costs.pop_back();
    EXPECT_EQ(LeastCostWays::find(land, open, {}).error().code, ErrorCode::Invalid);
}

TEST(LeastCostWays, OfAMillionCells)
{
    const CostGrid land =
        landOf(1000, 1000, [](int column, int row) { return (column * 7 + row * 13) % 11 == 0 ? 0 : 1 + column % 3; });
    const auto begin = std::chrono::steady_clock::now();
    const LeastCostWays ways = found(land, {{land.frame.index(0, 1), 0}});
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    EXPECT_FALSE(std::isinf(ways.cost(land.frame.index(999, 998))));
    std::cout << "[ figures  ] a million cells in " << seconds << " s\n";
}

} // namespace
} // namespace cuntu
