// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/capacitated.h"
#include "core/solve/knapsack.h"

#include "tests/core/solve/siting_cases.h"
#include "tests/support/rounds.h"

#include <QFile>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace cuntu {
namespace {

using test::bruteForce;
using test::isAllowed;

/// Checks number, budget, rules, capacities and the cost of @p solution.
void expectKept(const CapacitatedProblem &problem, const CapacitatedSolution &solution, unsigned seed)
{
    std::uint32_t set = 0;
    for (const std::uint32_t site : solution.sites) {
        set |= 1U << site;
    }
    EXPECT_TRUE(isAllowed(problem, set)) << "seed " << seed;
    std::vector<double> room = problem.capacities;
    double cost = 0;
    for (std::size_t demand = 0; demand < problem.demandCount(); ++demand) {
        const std::uint32_t site = solution.assignment[demand];
        EXPECT_NE(set >> site & 1U, 0U) << "seed " << seed;
        room[site] -= problem.sizes[demand];
        cost += problem.cost(demand, site);
    }
    EXPECT_GE(*std::min_element(room.begin(), room.end()), -1e-7) << "seed " << seed;
    EXPECT_NEAR(cost, solution.objective, 1e-7) << "seed " << seed;
}

TEST(Capacitated, EqualsBruteForceOn2000RandomCases)
{
    int solvable = 0;
    for (unsigned seed = 1; seed <= static_cast<unsigned>(test::rounds(2000)); ++seed) {
        const CapacitatedProblem problem = test::randomCapacitated(seed);
        const double optimum = bruteForce(problem);
        const CapacitatedSolution solution = solveCapacitated(problem, {}, {});
        ASSERT_EQ(solution.isFound(), std::isfinite(optimum)) << "seed " << seed;
        EXPECT_FALSE(solution.cancelled) << "seed " << seed;
        if (!solution.isFound()) {
            continue;
        }
        ++solvable;
        EXPECT_NEAR(solution.objective, optimum, 1e-7) << "seed " << seed;
        EXPECT_NEAR(solution.bound, optimum, 1e-7) << "seed " << seed;
        EXPECT_TRUE(solution.optimal) << "seed " << seed;
        expectKept(problem, solution, seed);
    }
    EXPECT_GT(solvable, test::rounds(2000) / 4);
}

/// Larger than brute force allows: the capacities decide, and all bounds must stay below what is found.
TEST(Capacitated, ACutSearchKeepsItsBoundBelowTheOptimum)
{
    for (unsigned seed = 1; seed <= static_cast<unsigned>(test::rounds(60)); ++seed) {
        std::mt19937 random(seed);
        CapacitatedProblem problem;
        for (int demand = 0; demand < 24; ++demand) {
            problem.sizes.push_back(static_cast<double>(1 + random() % 9));
            for (int site = 0; site < 8; ++site) {
                problem.costs.push_back(static_cast<double>(random() % 100));
            }
        }
        problem.capacities.assign(8, 45);
        problem.rules.assign(8, SiteRule::Free);
        problem.sites = 4;
        const CapacitatedSolution whole = solveCapacitated(problem, {}, {});
        SitingLimits limits;
        limits.gap = 0.01 * static_cast<double>(random() % 6);
        JobContext job;
        int left = 1 + static_cast<int>(random() % 20);
        job.progress = [&](double, const QString &) {
            if (--left == 0) {
                job.cancel.cancel();
            }
        };
        const CapacitatedSolution cut = solveCapacitated(problem, limits, job);
        if (!whole.isFound()) {
            continue;
        }
        EXPECT_LE(cut.bound, whole.objective * (1 + 1e-9)) << "seed " << seed;
        if (cut.isFound()) {
            EXPECT_GE(cut.objective, whole.objective * (1 - 1e-9)) << "seed " << seed;
            expectKept(problem, cut, seed);
            EXPECT_TRUE(cut.cancelled || cut.gap() <= limits.gap * (1 + 1e-6) + 1e-9) << "seed " << seed;
        }
    }
}

TEST(Knapsack, EqualsBruteForceOn2000RandomCases)
{
    Knapsack knapsack;
    for (unsigned seed = 1; seed <= 2000; ++seed) {
        std::mt19937 random(seed);
        std::vector<KnapsackItem> items;
        const std::uint32_t count = static_cast<std::uint32_t>(random() % 11);
        for (std::uint32_t id = 0; id < count; ++id) {
            items.push_back({static_cast<double>(1 + random() % 40), static_cast<double>(random() % 12) / 2, id});
        }
        const double capacity = static_cast<double>(random() % 30);
        double best = 0;
        for (std::uint32_t set = 0; set < (1U << count); ++set) {
            double gain = 0;
            double size = 0;
            for (std::uint32_t k = 0; k < count; ++k) {
                gain += (set >> k & 1U) != 0 ? items[k].gain : 0;
                size += (set >> k & 1U) != 0 ? items[k].size : 0;
            }
            best = size <= capacity ? std::max(best, gain) : best;
        }
        const std::vector<KnapsackItem> byId = items;
        knapsack.relax(items, capacity);
        EXPECT_GE(knapsack.bound(), best - 1e-9) << "seed " << seed;
        EXPECT_NEAR(knapsack.solve(items, capacity), best, 1e-9) << "seed " << seed;
        double gain = 0;
        double size = 0;
        for (const std::uint32_t id : knapsack.taken()) {
            gain += byId[id].gain;
            size += byId[id].size;
        }
        EXPECT_NEAR(gain, best, 1e-9) << "seed " << seed;
        EXPECT_LE(size, capacity) << "seed " << seed;
    }
}

struct Published {
    QString name;
    double optimum = 0;
    CapacitatedProblem problem;
};

/// The instances of cpmp/ with at most @p most and more than @p least nodes; empty where the data are not there.
std::vector<Published> published(std::size_t least, std::size_t most)
{
    const QString folder = QStringLiteral(CUNTU_SHARED_DATA "/cpmp/");
    QFile optima(folder + QStringLiteral("optima.csv"));
    std::vector<Published> all;
    if (!optima.open(QIODevice::ReadOnly)) {
        return all;
    }
    optima.readLine(); // instance,nodes,p,distance,optimum,proved_here
    while (!optima.atEnd()) {
        const auto cells = optima.readLine().trimmed().split(',');
        Published each{QString::fromUtf8(cells.at(0)), cells.at(4).toDouble(), {}};
        if (cells.at(1).toUInt() <= least || cells.at(1).toUInt() > most) {
            continue;
        }
        QFile file(folder + each.name + QStringLiteral(".csv"));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << each.name.toStdString();
        file.readLine(); // node,x,y,capacity,demand
        std::vector<std::pair<double, double>> places;
        while (!file.atEnd()) {
            const auto row = file.readLine().trimmed().split(',');
            places.emplace_back(row.at(1).toDouble(), row.at(2).toDouble());
            each.problem.capacities.push_back(row.at(3).toDouble());
            each.problem.sizes.push_back(row.at(4).toDouble());
        }
        for (const auto &[x, y] : places) {
            for (const auto &[toX, toY] : places) {
                const double distance = std::hypot(x - toX, y - toY);
                each.problem.costs.push_back(cells.at(3).startsWith("floor") ? std::floor(distance) : distance);
            }
        }
        each.problem.rules.assign(places.size(), SiteRule::Free);
        each.problem.sites = cells.at(2).toUInt();
        all.push_back(std::move(each));
    }
    return all;
}

void expectPublishedOptima(const std::vector<Published> &all)
{
    for (const Published &each : all) {
        const CapacitatedSolution solution = solveCapacitated(each.problem, {}, {});
        EXPECT_NEAR(solution.objective, each.optimum, 0.005) << each.name.toStdString();
        EXPECT_TRUE(solution.optimal) << each.name.toStdString();
    }
}

TEST(Capacitated, PublishedOptimaOfUpTo100NodesAreReachedAndProven)
{
    const auto all = published(0, 100);
    if (all.empty()) {
        GTEST_SKIP() << "no instances of the capacitated p-median beside the source";
    }
    expectPublishedOptima(all);
}

TEST(SlowCapacitated, PublishedOptimaOf300And402NodesAreReachedAndProven)
{
    const auto all = published(100, 1000);
    if (all.empty() || test::k_sanitized) {
        GTEST_SKIP() << "no instances of the capacitated p-median beside the source, or too slow for them";
    }
    expectPublishedOptima(all);
}

} // namespace
} // namespace cuntu
