// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/plan_limits.h"

#include <gtest/gtest.h>

#include <limits>
#include <optional>
#include <random>
#include <stdexcept>

namespace cuntu {
namespace {

/// A root, two sources of limited yield, a place or two, and demands that either source may serve, each by an edge of
/// its own that takes from it.
struct Case {
    PlanProblem problem;
    std::vector<PlanLimit> limits;
};

Case randomCase(std::mt19937 &random)
{
    const auto pick = [&](int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); };
    Case made;
    PlanProblem &problem = made.problem;
    problem.nodes = 5; // the root, two sources, two places
    for (std::uint32_t source = 1; source <= 2; ++source) {
        problem.edges.push_back({0, source, static_cast<double>(pick(0, 12)), true});
        made.limits.push_back({static_cast<double>(pick(2, 9)), {}});
        for (std::uint32_t place = 3; place <= 4; ++place) {
            if (pick(0, 3) > 0) {
                problem.edges.push_back({source, place, static_cast<double>(pick(1, 9)), false});
            }
        }
    }
    problem.edges.push_back({3, 4, static_cast<double>(pick(1, 9)), false});
    for (int number = pick(2, 3); number > 0; --number) {
        PlanDemand demand{{}, static_cast<double>(pick(1, 9))};
        const double need = pick(1, 6);
        for (std::uint32_t source = 1; source <= 2; ++source) {
            demand.nodes.push_back(problem.nodes++);
            made.limits[source - 1].takes.push_back({static_cast<std::uint32_t>(problem.edges.size()), need});
            const std::uint32_t from = pick(0, 1) > 0 ? source : static_cast<std::uint32_t>(pick(3, 4));
            problem.edges.push_back({from, demand.nodes.back(), static_cast<double>(pick(1, 9)), true});
        }
        problem.demands.push_back(std::move(demand));
    }
    return made;
}

/// What building the edges of one set costs and serves.
struct Way {
    double cost = 0;
    double weight = 0;
};

std::vector<bool> reachedBy(const PlanProblem &problem, std::uint32_t set)
{
    std::vector<bool> reached(problem.nodes);
    reached[problem.root] = true;
    for (bool grows = true; grows;) {
        grows = false;
        for (std::size_t i = 0; i < problem.edges.size(); ++i) {
            const PlanEdge &edge = problem.edges[i];
            const bool onwards = reached[edge.from] && !reached[edge.to];
            const bool back = !edge.oneWay && reached[edge.to] && !reached[edge.from];
            if ((set >> i & 1U) != 0 && (onwards || back)) {
                reached[edge.from] = reached[edge.to] = grows = true;
            }
        }
    }
    return reached;
}

/// Every set of edges that keeps to the limits.
std::vector<Way> allWays(const Case &made)
{
    std::vector<Way> ways;
    for (std::uint32_t set = 0; set < (1U << made.problem.edges.size()); ++set) {
        bool keeps = true;
        for (const PlanLimit &limit : made.limits) {
            double taken = 0;
            for (const PlanLimit::Take &take : limit.takes) {
                taken += (set >> take.edge & 1U) != 0 ? take.amount : 0;
            }
            keeps = keeps && taken <= limit.most;
        }
        if (!keeps) {
            continue;
        }
        Way way;
        for (std::size_t i = 0; i < made.problem.edges.size(); ++i) {
            way.cost += (set >> i & 1U) != 0 ? made.problem.edges[i].cost : 0;
        }
        const std::vector<bool> reached = reachedBy(made.problem, set);
        for (const PlanDemand &demand : made.problem.demands) {
            way.weight += reached[demand.nodes[0]] || reached[demand.nodes[1]] ? demand.weight : 0;
        }
        ways.push_back(way);
    }
    return ways;
}

double boundOf(const Case &made, const PlanGoal &goal, double known)
{
    return boundWithLimits(made.problem, made.limits, goal, known, 200, [](const auto &) {}, {}).bound;
}

TEST(PlanLimits, BoundIsNeverBeyondTheBestOfAllPlansOn300RandomCases)
{
    std::mt19937 random(20200630);
    int raised = 0;
    for (int round = 0; round < 300; ++round) {
        SCOPED_TRACE(round);
        const Case made = randomCase(random);
        const std::vector<Way> ways = allWays(made);
        double all = 0;
        for (const PlanDemand &demand : made.problem.demands) {
            all += demand.weight;
        }
        for (const double share : {0.3, 0.7, 1.0}) {
            PlanGoal goal;
            goal.wanted = share * all;
            std::optional<double> least;
            for (const Way &way : ways) {
                least = way.weight >= *goal.wanted ? std::min(way.cost, least.value_or(way.cost)) : least;
            }
            if (least) {
                const double bound = boundOf(made, goal, *least);
                EXPECT_LE(bound, *least + 1e-9);
                const NetworkPlan unlimited = planNetwork(made.problem, goal, {});
                raised += unlimited.isEnough && bound > unlimited.cost + 1e-6 ? 1 : 0;
            }
        }
        PlanGoal goal;
        goal.budget = std::uniform_int_distribution<int>(0, 60)(random);
        double most = 0;
        for (const Way &way : ways) {
            most = way.cost <= *goal.budget ? std::max(most, way.weight) : most;
        }
        EXPECT_GE(boundOf(made, goal, most), most - 1e-9);
    }
    EXPECT_GT(raised, 30) << "the limits must cost something in some of the cases";
}

TEST(PlanLimits, EdgesThatTakeMustBeTheOnlyOneWayIntoTheirEnd)
{
    std::mt19937 random(1);
    PlanGoal goal;
    goal.wanted = 1;
    const Case good = randomCase(random);
    EXPECT_NO_THROW(boundOf(good, goal, 10));
    const std::uint32_t edge = good.limits[0].takes[0].edge;
    Case twoWays = good;
    twoWays.problem.edges[edge].oneWay = false;
    EXPECT_THROW(boundOf(twoWays, goal, 10), std::invalid_argument);
    Case free = good;
    free.problem.edges[edge].cost = 0;
    EXPECT_THROW(boundOf(free, goal, 10), std::invalid_argument);
    Case beside = good;
    beside.problem.edges.push_back({0, good.problem.edges[edge].to, 1, true});
    EXPECT_THROW(boundOf(beside, goal, 10), std::invalid_argument);
    Case unknown = good;
    unknown.limits[0].takes[0].edge = 99;
    EXPECT_THROW(boundOf(unknown, goal, 10), std::invalid_argument);
    Case negative = good;
    negative.limits[1].takes[0].amount = -1;
    EXPECT_THROW(boundOf(negative, goal, 10), std::invalid_argument);
}

} // namespace
} // namespace cuntu
