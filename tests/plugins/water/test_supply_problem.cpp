// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/supply_problem.h"
#include "tests/support/rounds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <random>

namespace cuntu::water {
namespace {

constexpr double k_infinite = std::numeric_limits<double>::infinity();

/// Two or three systems, some settlements and junctions, routes at random between them.
SupplyProblem randomProblem(std::mt19937 &random)
{
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
    SupplyProblem problem;
    const auto systems = static_cast<std::uint32_t>(pick(1, 3));
    const auto settlements = static_cast<std::uint32_t>(pick(1, 5));
    problem.places = systems + settlements + static_cast<std::uint32_t>(pick(0, 2));
    for (std::uint32_t a = 0; a < problem.places; ++a) {
        for (std::uint32_t b = a + 1; b < problem.places; ++b) {
            if (pick(0, 9) < 5) {
                problem.routes.push_back({a, b, static_cast<double>(pick(1, 30))});
            }
        }
    }
    for (std::uint32_t system = 0; system < systems; ++system) {
        SupplySystem made{
            static_cast<double>(pick(0, 1) * pick(5, 40)), static_cast<double>(pick(0, 12)), {system}, {}};
        for (std::uint32_t route = 0; route < problem.routes.size(); ++route) {
            if (pick(0, 9) < 9) {
                made.routes.push_back(route);
            }
        }
        problem.systems.push_back(std::move(made));
    }
    for (std::uint32_t i = 0; i < settlements; ++i) {
        problem.settlements.push_back({static_cast<double>(pick(1, 9)), static_cast<double>(pick(1, 6))});
        for (std::uint32_t system = 0; system < systems; ++system) {
            if (pick(0, 9) < 8) {
                problem.links.push_back({i, system, systems + i, static_cast<double>(pick(1, 15))});
            }
        }
    }
    return problem;
}

/// The least that pipes of @p system cost that hang together all of @p places (bits) with it: a spanning tree of the
/// cheapest set of places around them.
double treeCost(const SupplyProblem &problem, std::uint32_t system, std::uint32_t places)
{
    double best = k_infinite;
    const std::uint32_t root = std::uint32_t{1} << problem.systems[system].sources.front();
    for (std::uint32_t set = 0; set < (std::uint32_t{1} << problem.places); ++set) {
        if ((set & places) != places || (set & root) == 0) {
            continue;
        }
        std::uint32_t grown = root; // Prim
        double cost = 0;
        while (grown != set) {
            double least = k_infinite;
            std::uint32_t next = 0;
            for (const std::uint32_t route : problem.systems[system].routes) {
                const PipeRoute &way = problem.routes[route];
                const std::uint32_t from = std::uint32_t{1} << way.from;
                const std::uint32_t to = std::uint32_t{1} << way.to;
                if ((set & from) != 0 && (set & to) != 0 && ((grown & from) != 0) != ((grown & to) != 0) &&
                    way.cost < least) {
                    least = way.cost;
                    next = from | to;
                }
            }
            if (next == 0) {
                cost = k_infinite;
                break;
            }
            cost += least;
            grown |= next;
        }
        best = std::min(best, cost);
    }
    return best;
}

/// What one way of giving water costs and serves.
struct Way {
    double cost = 0;
    double weight = 0;
};

/// All ways of giving each settlement water from one system or from none.
std::vector<Way> allWays(const SupplyProblem &problem)
{
    const auto systems = static_cast<std::uint32_t>(problem.systems.size());
    std::vector<std::vector<double>> trees(systems, std::vector<double>(std::size_t{1} << problem.settlements.size()));
    for (std::uint32_t system = 0; system < systems; ++system) {
        for (std::uint32_t set = 0; set < trees[system].size(); ++set) {
            trees[system][set] =
                set == 0 ? 0 : problem.systems[system].opening + treeCost(problem, system, set << systems);
        }
    }
    std::vector<Way> ways;
    std::size_t count = 1;
    for (std::size_t i = 0; i < problem.settlements.size(); ++i) {
        count *= systems + 1;
    }
    for (std::size_t number = 0; number < count; ++number) {
        Way way;
        std::vector<std::uint32_t> sets(systems, 0);
        std::vector<double> given(systems, 0);
        std::size_t rest = number;
        for (std::uint32_t i = 0; i < problem.settlements.size(); ++i, rest /= systems + 1) {
            const auto system = static_cast<std::uint32_t>(rest % (systems + 1));
            if (system == systems) {
                continue;
            }
            const auto link = std::find_if(problem.links.begin(), problem.links.end(), [&](const SupplyLink &each) {
                return each.settlement == i && each.system == system;
            });
            way.cost += link == problem.links.end() ? k_infinite : link->cost;
            way.weight += problem.settlements[i].weight;
            sets[system] |= std::uint32_t{1} << i;
            given[system] += problem.settlements[i].need;
        }
        for (std::uint32_t system = 0; system < systems; ++system) {
            way.cost += given[system] > problem.systems[system].capacity ? k_infinite : trees[system][sets[system]];
        }
        if (way.cost < k_infinite) {
            ways.push_back(way);
        }
    }
    return ways;
}

/// Least cost of @p wanted at least; empty where no way serves so much.
std::optional<double> leastCost(const std::vector<Way> &ways, double wanted)
{
    double best = k_infinite;
    for (const Way &way : ways) {
        best = way.weight >= wanted ? std::min(best, way.cost) : best;
    }
    return best < k_infinite ? std::optional(best) : std::nullopt;
}

/// Most weight within @p budget, and the least that it costs.
Way mostWeight(const std::vector<Way> &ways, double budget)
{
    Way best;
    for (const Way &way : ways) {
        const bool isBetter = way.weight > best.weight || (way.weight == best.weight && way.cost < best.cost);
        best = way.cost <= budget && isBetter ? way : best;
    }
    return best;
}

/// What a plan says of itself must be so.
void expectSound(const SupplyProblem &problem, const SupplyPlan &plan)
{
    std::vector<double> given(problem.systems.size(), 0);
    double weight = 0;
    double cost = 0;
    for (const PlannedPipe &pipe : plan.pipes) {
        cost += pipe.cost;
    }
    for (std::size_t i = 0; i < plan.systemOf.size(); ++i) {
        if (plan.systemOf[i] != k_noIndex) {
            weight += problem.settlements[i].weight;
            given[plan.systemOf[i]] += problem.settlements[i].need;
        }
    }
    EXPECT_NEAR(weight, plan.weight, 1e-6);
    EXPECT_NEAR(cost, plan.cost, 1e-6);
    EXPECT_EQ(plan.order.size(), plan.pipes.size());
    for (std::size_t system = 0; system < given.size(); ++system) {
        EXPECT_LE(given[system], problem.systems[system].capacity + 1e-9);
    }
}

TEST(WaterSupplyProblem, EqualsTryingAllWays)
{
    std::mt19937 random(20200630);
    int shared = 0;
    const int rounds = test::rounds(300);
    for (int round = 0; round < rounds; ++round) {
        SCOPED_TRACE(round);
        const SupplyProblem problem = randomProblem(random);
        const std::vector<Way> ways = allWays(problem);
        double all = 0;
        for (const auto &each : problem.settlements) {
            all += each.weight;
        }
        double last = 0;
        for (const double share : {0.4, 0.85, 0.9, 0.95, 1.0}) {
            PlanGoal goal;
            goal.wanted = share * all;
            const SupplyPlan plan = planSupply(problem, goal, {});
            expectSound(problem, plan);
            const auto least = leastCost(ways, share * all);
            const Way most = mostWeight(ways, k_infinite);
            ASSERT_EQ(plan.isEnough, least.has_value());
            if (least) {
                EXPECT_TRUE(plan.optimal);
                EXPECT_NEAR(plan.cost, *least, 1e-6);
                EXPECT_NEAR(plan.bound, *least, 1e-6);
                EXPECT_GE(plan.cost, last - 1e-6) << "a higher share never costs less";
                last = plan.cost;
                ++shared;
            } else {
                EXPECT_NEAR(plan.weight, most.weight, 1e-6) << "as much as can be";
                EXPECT_NEAR(plan.cost, most.cost, 1e-6);
            }
        }
        PlanGoal goal;
        goal.budget = std::uniform_int_distribution<int>(0, 120)(random);
        const SupplyPlan plan = planSupply(problem, goal, {});
        expectSound(problem, plan);
        const Way most = mostWeight(ways, *goal.budget);
        EXPECT_NEAR(plan.weight, most.weight, 1e-6);
        EXPECT_NEAR(plan.cost, most.cost, 1e-6);
    }
    EXPECT_GT(shared, rounds) << "the cases must not be all alike";
}

} // namespace
} // namespace cuntu::water
