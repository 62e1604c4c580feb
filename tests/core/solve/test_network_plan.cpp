// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/network_plan.h"

#include "tests/support/rounds.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

namespace cuntu {
namespace {

constexpr double k_far = std::numeric_limits<double>::infinity();

/// A set of edges and what it does.
struct Choice {
    double cost = 0;
    double weight = 0;
};

/// What hangs together with the root over @p chosen edges and those that cost nothing.
std::vector<bool> reachedWith(const PlanProblem &problem, const std::vector<std::uint32_t> &chosen)
{
    std::vector<bool> built(problem.edges.size());
    for (std::size_t edge = 0; edge < built.size(); ++edge) {
        built[edge] = problem.edges[edge].cost == 0;
    }
    for (const std::uint32_t edge : chosen) {
        built[edge] = true;
    }
    std::vector<bool> reached(problem.nodes);
    reached[problem.root] = true;
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < built.size(); ++i) {
            const PlanEdge &edge = problem.edges[i];
            const bool forward = built[i] && reached[edge.from] && !reached[edge.to];
            const bool back = built[i] && !edge.oneWay && reached[edge.to] && !reached[edge.from];
            if (forward || back) {
                reached[edge.from] = reached[edge.to] = true;
                changed = true;
            }
        }
    }
    return reached;
}

double weightOf(const PlanProblem &problem, const std::vector<bool> &reached)
{
    double weight = 0;
    for (const PlanDemand &demand : problem.demands) {
        const bool served =
            std::any_of(demand.nodes.begin(), demand.nodes.end(), [&](std::uint32_t node) { return reached[node]; });
        weight += served ? demand.weight : 0;
    }
    return weight;
}

/// Every set of edges that cost something.
std::vector<Choice> allChoices(const PlanProblem &problem)
{
    std::vector<std::uint32_t> candidates;
    for (std::uint32_t edge = 0; edge < problem.edges.size(); ++edge) {
        if (problem.edges[edge].cost > 0) {
            candidates.push_back(edge);
        }
    }
    std::vector<Choice> choices;
    for (unsigned mask = 0; mask < 1u << candidates.size(); ++mask) {
        Choice choice;
        std::vector<std::uint32_t> chosen;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            if (mask >> i & 1) {
                chosen.push_back(candidates[i]);
                choice.cost += problem.edges[candidates[i]].cost;
            }
        }
        choice.weight = weightOf(problem, reachedWith(problem, chosen));
        choices.push_back(choice);
    }
    return choices;
}

double leastCost(const std::vector<Choice> &choices, double wanted)
{
    double least = k_far;
    for (const Choice &choice : choices) {
        least = choice.weight >= wanted - 1e-9 ? std::min(least, choice.cost) : least;
    }
    return least;
}

double mostWeight(const std::vector<Choice> &choices, double budget)
{
    double most = 0;
    for (const Choice &choice : choices) {
        most = choice.cost <= budget + 1e-9 ? std::max(most, choice.weight) : most;
    }
    return most;
}

std::uint32_t below(std::mt19937 &random, std::uint32_t limit)
{
    return static_cast<std::uint32_t>(random() % limit);
}

/// Up to 12 edges that cost something, some that do not, some of one direction; demands at one place or several.
PlanProblem someNetwork(std::mt19937 &random)
{
    PlanProblem problem;
    problem.nodes = 3 + below(random, 8);
    problem.root = below(random, problem.nodes);
    const bool whole = random() % 2 == 0;
    const std::size_t candidates = 2 + random() % 11;
    for (std::size_t i = 0; i < candidates; ++i) {
        const bool fromRoot = random() % 8 == 0;
        const std::uint32_t from = fromRoot ? problem.root : below(random, problem.nodes);
        problem.edges.push_back({from, below(random, problem.nodes),
                                 static_cast<double>(1 + random() % 30) * (whole ? 1 : 0.37), fromRoot});
    }
    for (std::size_t i = random() % 3; i > 0; --i) {
        problem.edges.push_back({below(random, problem.nodes), below(random, problem.nodes), 0, false});
    }
    for (std::size_t i = 1 + random() % 7; i > 0; --i) {
        PlanDemand demand{{}, static_cast<double>(1 + random() % 40) * (whole ? 1 : 0.73)};
        for (std::size_t k = random() % 12 == 0 ? 0 : 1 + random() % 2; k > 0; --k) {
            demand.nodes.push_back(below(random, problem.nodes));
        }
        problem.demands.push_back(demand);
    }
    return problem;
}

/// What the steps of @p plan do, found out anew; fails where they are no tree.
Choice redone(const PlanProblem &problem, const NetworkPlan &plan)
{
    std::vector<std::uint32_t> edges;
    Choice choice;
    for (std::uint32_t i = 0; i < plan.steps.size(); ++i) {
        EXPECT_TRUE(plan.steps[i].parent == k_noIndex || plan.steps[i].parent < i);
        EXPECT_EQ(plan.steps[i].cost, problem.edges[plan.steps[i].edge].cost);
        edges.push_back(plan.steps[i].edge);
        choice.cost += plan.steps[i].cost;
    }
    std::sort(edges.begin(), edges.end());
    EXPECT_EQ(std::unique(edges.begin(), edges.end()), edges.end());
    const std::vector<bool> reached = reachedWith(problem, edges);
    choice.weight = weightOf(problem, reached);
    for (std::size_t i = 0; i < problem.demands.size(); ++i) {
        const auto &nodes = problem.demands[i].nodes;
        EXPECT_EQ(plan.served[i],
                  std::any_of(nodes.begin(), nodes.end(), [&](std::uint32_t node) { return reached[node]; }));
    }
    return choice;
}

TEST(NetworkPlan, EqualsBruteForce)
{
    std::mt19937 random(11);
    for (int round = 0; round < test::rounds(600); ++round) {
        SCOPED_TRACE(round);
        const PlanProblem problem = someNetwork(random);
        const std::vector<Choice> choices = allChoices(problem);
        const double most = mostWeight(choices, k_far);
        const auto all = planNetwork(problem, {}, {});
        EXPECT_TRUE(all.optimal);
        EXPECT_NEAR(all.cost, leastCost(choices, most), 1e-6);
        EXPECT_NEAR(redone(problem, all).weight, most, 1e-6);

        const double wanted = most * static_cast<double>(random() % 100) / 100;
        const auto some = planNetwork(problem, {{}, wanted, 0, {}}, {});
        EXPECT_TRUE(some.optimal && some.isEnough);
        EXPECT_NEAR(some.cost, leastCost(choices, wanted), 1e-6);
        EXPECT_GE(redone(problem, some).weight, wanted - 1e-6);

        const double budget = all.cost * static_cast<double>(random() % 110) / 100;
        const auto within = planNetwork(problem, {budget, {}, 0, {}}, {});
        const double best = mostWeight(choices, budget);
        EXPECT_TRUE(within.optimal);
        EXPECT_NEAR(within.weight, best, 1e-6);
        EXPECT_NEAR(within.bound, best, 1e-6);
        EXPECT_NEAR(within.cost, leastCost(choices, best), 1e-6);
        EXPECT_NEAR(redone(problem, within).weight, best, 1e-6);
    }
}

/// Sum over demands of weight times what was spent until they are served.
double waiting(const NetworkPlan &plan, const std::vector<PlanDemand> &demands, const std::vector<std::uint32_t> &order)
{
    std::vector<double> spent(plan.steps.size());
    double sum = 0;
    for (const std::uint32_t step : order) {
        sum += plan.steps[step].cost;
        spent[step] = sum;
    }
    double total = 0;
    for (std::size_t i = 0; i < demands.size(); ++i) {
        total += plan.servedBy[i] == k_noIndex ? 0 : demands[i].weight * spent[plan.servedBy[i]];
    }
    return total;
}

bool keepsParentsFirst(const NetworkPlan &plan, const std::vector<std::uint32_t> &order)
{
    std::vector<bool> built(plan.steps.size());
    for (const std::uint32_t step : order) {
        const std::uint32_t parent = plan.steps[step].parent;
        if (parent != k_noIndex && !built[parent]) {
            return false;
        }
        built[step] = true;
    }
    return order.size() == plan.steps.size();
}

TEST(NetworkPlan, BuildingOrderWaitsLeast)
{
    std::mt19937 random(5);
    for (int round = 0; round < test::rounds(300); ++round) {
        NetworkPlan plan;
        std::vector<PlanDemand> demands;
        const std::uint32_t count = 1 + below(random, 7);
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint32_t parent = i == 0 || random() % 4 == 0 ? k_noIndex : below(random, i);
            plan.steps.push_back({i, parent, static_cast<double>(1 + random() % 9)});
            if (random() % 4 != 0) {
                demands.push_back({{}, static_cast<double>(1 + random() % 9)});
                plan.servedBy.push_back(i);
            }
        }
        std::vector<std::uint32_t> order(plan.steps.size());
        std::iota(order.begin(), order.end(), 0u);
        double least = k_far;
        do {
            least = keepsParentsFirst(plan, order) ? std::min(least, waiting(plan, demands, order)) : least;
        } while (std::next_permutation(order.begin(), order.end()));
        const auto found = buildingOrder(plan, demands);
        EXPECT_TRUE(keepsParentsFirst(plan, found)) << round;
        EXPECT_NEAR(waiting(plan, demands, found), least, 1e-9) << round;
    }
}

/// A grid of @p side by @p side places with random costs, a demand at every @p nth.
PlanProblem grid(std::uint32_t side, unsigned nth, std::mt19937 &random)
{
    PlanProblem problem;
    problem.nodes = side * side;
    const auto cost = [&] { return static_cast<double>(50 + random() % 200); };
    for (std::uint32_t y = 0; y < side; ++y) {
        for (std::uint32_t x = 0; x < side; ++x) {
            const std::uint32_t node = y * side + x;
            if (x + 1 < side) {
                problem.edges.push_back({node, node + 1, cost(), false});
            }
            if (y + 1 < side) {
                problem.edges.push_back({node, node + side, cost(), false});
            }
            if (random() % nth == 0) {
                problem.demands.push_back({{node}, static_cast<double>(5 + random() % 60)});
            }
        }
    }
    return problem;
}

TEST(NetworkPlan, MoreMoneyNeverServesFewerAndMorePeopleNeverCostLess)
{
    std::mt19937 random(3);
    const PlanProblem problem = grid(9, 6, random);
    const auto all = planNetwork(problem, {}, {});
    ASSERT_TRUE(all.optimal);
    double weight = -1;
    double cost = -1;
    for (int tenth = 0; tenth <= 10; ++tenth) {
        const auto within = planNetwork(problem, {all.cost * tenth / 10, {}, 0, {}}, {});
        EXPECT_TRUE(within.optimal) << tenth;
        EXPECT_GE(within.weight, weight);
        weight = within.weight;
        const auto some = planNetwork(problem, {{}, all.weight * tenth / 10, 0, {}}, {});
        EXPECT_TRUE(some.optimal) << tenth;
        EXPECT_GE(some.cost, cost);
        cost = some.cost;
    }
    EXPECT_EQ(weight, all.weight);
    EXPECT_EQ(cost, all.cost);
}

TEST(NetworkPlan, SaysWhatIsOutOfReach)
{
    PlanProblem problem{4, 0, {{0, 1, 5, false}, {2, 3, 1, false}}, {{{1}, 10}, {{2, 3}, 7}, {{}, 3}, {{0}, 2}}};
    const auto plan = planNetwork(problem, {{}, 22.0, 0, {}}, {});
    EXPECT_FALSE(plan.isEnough);
    EXPECT_TRUE(plan.optimal);
    EXPECT_EQ(plan.weight, 12);
    EXPECT_EQ(plan.cost, 5);
    EXPECT_EQ(plan.reachable, (std::vector<bool>{true, false, false, true}));
    EXPECT_EQ(plan.served, (std::vector<bool>{true, false, false, true}));
    EXPECT_EQ(plan.servedBy, (std::vector<std::uint32_t>{0, k_noIndex, k_noIndex, k_noIndex}));
}

TEST(NetworkPlan, ListsNoStepsThatCostNothing)
{
    // An entry that costs once leads to two places for nothing, but not back.
    PlanProblem problem{4, 0, {{0, 1, 9, true}, {1, 2, 0, true}, {1, 3, 0, true}}, {{{2}, 10}, {{3}, 7}}};
    const auto plan = planNetwork(problem, {}, {});
    EXPECT_EQ(plan.cost, 9);
    ASSERT_EQ(plan.steps.size(), 1U);
    EXPECT_EQ(plan.servedBy, (std::vector<std::uint32_t>{0, 0}));
    EXPECT_EQ(buildingOrder(plan, problem.demands), (std::vector<std::uint32_t>{0}));
}

TEST(NetworkPlan, StopsWithABoundWhenItIsCancelled)
{
    std::mt19937 random(7);
    const PlanProblem problem = grid(12, 3, random);
    JobContext job;
    job.cancel.cancel();
    const PlanGoal goal{4000.0, {}, 0, {}};
    const auto plan = planNetwork(problem, goal, job);
    EXPECT_TRUE(plan.isStopped);
    EXPECT_FALSE(plan.optimal);
    EXPECT_LE(plan.cost, 4000);
    EXPECT_GE(plan.bound, plan.weight);
    EXPECT_EQ(redone(problem, plan).weight, plan.weight);
}

TEST(NetworkPlan, RefusesWhatIsNoProblem)
{
    EXPECT_THROW(planNetwork({2, 2, {}, {}}, {}, {}), std::invalid_argument);
    EXPECT_THROW(planNetwork({2, 0, {{0, 1, -1, false}}, {}}, {}, {}), std::invalid_argument);
    EXPECT_THROW(planNetwork({2, 0, {{0, 1, std::nan(""), false}}, {}}, {}, {}), std::invalid_argument);
    EXPECT_THROW(planNetwork({2, 0, {}, {{{5}, 1}}}, {}, {}), std::invalid_argument);
    EXPECT_THROW(planNetwork({2, 0, {}, {{{1}, 0}}}, {}, {}), std::invalid_argument);
}

} // namespace
} // namespace cuntu
