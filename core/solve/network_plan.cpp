// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/network_plan.h"

#include "core/solve/plan_search.h"

#include <algorithm>
#include <set>

namespace cuntu {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double k_rounding = 1e-9;

/// The steps of planNetwork().
class Planning {
public:
    Planning(const PlanProblem &problem, const PlanGoal &goal, const JobContext &job)
        : m_problem(problem), m_goal(goal), m_job(job), m_graph(reducedGraph(problem)), m_begin(Clock::now())
    {
        for (const PlanGraph::Demand &demand : m_graph.demands) {
            m_total += demand.weight;
        }
    }

    NetworkPlan run()
    {
        m_plan.reachable = m_graph.reachable;
        if (m_goal.budget) {
            withBudget(*m_goal.budget);
        } else {
            withWeight(m_goal.wanted.value_or(k_all));
        }
        addSteps();
        return std::move(m_plan);
    }

private:
    static constexpr double k_all = std::numeric_limits<double>::infinity();

    std::optional<Clock::time_point> endAfter(double share) const;
    PlanSearch search(const PlanAim &aim, const std::optional<PlanTree> &first);
    void withBudget(double budget);
    void withWeight(double wanted);
    void addSteps();

    const PlanProblem &m_problem;
    const PlanGoal &m_goal;
    const JobContext &m_job;
    PlanGraph m_graph;
    Clock::time_point m_begin;
    double m_total = 0; ///< weight that can be served by building
    PlanTree m_tree;
    NetworkPlan m_plan;
};

std::optional<Clock::time_point> Planning::endAfter(double share) const
{
    if (!m_goal.timeLimit_s) {
        return std::nullopt;
    }
    return m_begin +
           std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(*m_goal.timeLimit_s * share));
}

PlanSearch Planning::search(const PlanAim &aim, const std::optional<PlanTree> &first)
{
    PlanSearch found(m_graph, aim, m_job);
    found.run(first);
    m_tree = found.best();
    m_plan.isStopped = found.isStopped();
    return found;
}

void Planning::withWeight(double wanted)
{
    const double limit = wanted - m_graph.freeWeight;
    m_plan.isEnough = wanted == k_all || limit <= m_total * (1 + k_rounding);
    if (limit <= 0 || m_total == 0) {
        m_plan.optimal = true;
        return;
    }
    const bool all = limit >= m_total * (1 - k_rounding);
    const PlanAim aim{all ? PlanAim::Kind::All : PlanAim::Kind::Weight, limit, m_goal.gap, {}, endAfter(1)};
    m_plan.bound = search(aim, std::nullopt).bound();
    m_plan.optimal = m_plan.bound >= m_tree.cost * (1 - k_rounding);
}

/// First whether all can be served; else as many as can, and then those at the least cost.
void Planning::withBudget(double budget)
{
    m_plan.bound = m_graph.freeWeight + m_total;
    PlanAim aim{PlanAim::Kind::All, 0, m_goal.gap, budget * (1 + k_rounding), endAfter(0.3)};
    const double least = search(aim, std::nullopt).bound();
    if (m_tree.cost <= budget * (1 + k_rounding)) {
        m_plan.optimal = least >= m_tree.cost * (1 - k_rounding);
        return;
    }
    aim = {PlanAim::Kind::Budget, budget, m_goal.gap, {}, endAfter(0.8)};
    m_plan.bound = m_graph.freeWeight + m_total - search(aim, std::nullopt).bound();
    const bool isMost = m_plan.bound <= m_graph.freeWeight + m_tree.weight + k_rounding * m_total;
    const bool isStopped = m_plan.isStopped;
    if (m_tree.weight == 0) {
        m_plan.optimal = isMost;
        return;
    }
    aim = {PlanAim::Kind::Weight, m_tree.weight, m_goal.gap, {}, endAfter(1)};
    const double cheapest = search(aim, std::optional(m_tree)).bound();
    m_plan.optimal = isMost && cheapest >= m_tree.cost * (1 - k_rounding);
    m_plan.isStopped = m_plan.isStopped || isStopped;
}

/// Turns the tree over arcs into steps over edges of the problem.
void Planning::addSteps()
{
    std::vector<std::uint32_t> stepAt(m_graph.nodeCount(), k_noIndex); ///< the last step to a place
    std::vector<bool> reached(m_graph.nodeCount());
    for (const std::uint32_t number : m_tree.arcs) {
        const PlanGraph::Arc &arc = m_graph.arcs[number];
        std::vector<std::uint32_t> edges = m_graph.chains[arc.chain];
        if (arc.reversed) {
            std::reverse(edges.begin(), edges.end());
        }
        std::uint32_t last = stepAt[arc.from];
        for (const std::uint32_t edge : edges) {
            if (m_problem.edges[edge].cost == 0) {
                continue; // there already, as soon as its beginning is
            }
            m_plan.steps.push_back({edge, last, m_problem.edges[edge].cost});
            last = static_cast<std::uint32_t>(m_plan.steps.size() - 1);
        }
        stepAt[arc.to] = last;
        reached[arc.to] = true;
    }
    m_plan.cost = m_tree.cost;
    m_plan.weight = m_graph.freeWeight + m_tree.weight;
    m_plan.served = m_graph.free;
    m_plan.servedBy.assign(m_problem.demands.size(), k_noIndex);
    for (const PlanGraph::Demand &demand : m_graph.demands) {
        std::uint32_t first = k_noIndex; // steps are numbered parents first
        for (const std::uint32_t node : demand.nodes) {
            first = reached[node] ? std::min(first, stepAt[node]) : first;
        }
        for (const std::uint32_t original : demand.originals) {
            m_plan.served[original] = first != k_noIndex;
            m_plan.servedBy[original] = first;
        }
    }
}

/// A run of steps that Horn's rule keeps together.
struct Block {
    std::vector<std::uint32_t> steps;
    double cost = 0;
    double weight = 0;

    double ratio() const { return cost > 0 ? weight / cost : std::numeric_limits<double>::infinity(); }
};

} // namespace

double NetworkPlan::gap(const PlanGoal &goal) const
{
    if (optimal) {
        return 0; // but for rounding
    }
    if (goal.budget) {
        return bound > weight ? (bound - weight) / bound : 0;
    }
    return cost > bound ? (cost - bound) / cost : 0;
}

NetworkPlan planNetwork(const PlanProblem &problem, const PlanGoal &goal, const JobContext &job)
{
    return Planning(problem, goal, job).run();
}

std::vector<std::uint32_t> buildingOrder(const NetworkPlan &plan, const std::vector<PlanDemand> &demands)
{
    const std::size_t count = plan.steps.size();
    std::vector<Block> blocks(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        blocks[i] = {{i}, plan.steps[i].cost, 0};
    }
    for (std::size_t demand = 0; demand < demands.size(); ++demand) {
        if (plan.servedBy[demand] != k_noIndex) {
            blocks[plan.servedBy[demand]].weight += demands[demand].weight;
        }
    }
    const auto comesFirst = [&](std::uint32_t a, std::uint32_t b) {
        const double ratioA = blocks[a].ratio();
        const double ratioB = blocks[b].ratio();
        return ratioA != ratioB ? ratioA > ratioB : a < b;
    };
    std::set<std::uint32_t, decltype(comesFirst)> waiting(comesFirst);
    for (std::uint32_t i = 0; i < count; ++i) {
        waiting.insert(i);
    }
    DisjointSets joined(count); // a block is named by its smallest step, which is its first
    std::vector<bool> done(count);
    std::vector<std::uint32_t> order;
    while (!waiting.empty()) {
        const std::uint32_t first = *waiting.begin();
        waiting.erase(waiting.begin());
        const std::uint32_t parent = plan.steps[first].parent;
        if (parent == k_noIndex || done[joined.find(parent)]) {
            done[first] = true;
            order.insert(order.end(), blocks[first].steps.begin(), blocks[first].steps.end());
            continue;
        }
        const std::uint32_t before = joined.find(parent);
        waiting.erase(before);
        blocks[before].steps.insert(blocks[before].steps.end(), blocks[first].steps.begin(), blocks[first].steps.end());
        blocks[before].cost += blocks[first].cost;
        blocks[before].weight += blocks[first].weight;
        joined.join(before, first);
        waiting.insert(before);
    }
    return order;
}

} // namespace cuntu
