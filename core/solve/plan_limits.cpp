// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/solve/plan_limits.h"

#include "core/solve/limits.h"
#include "core/solve/plan_trees.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <stdexcept>

namespace cuntu {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int k_patience = 15;      ///< rounds without gain before steps are made shorter
constexpr double k_shorter = 0.6;   ///< by which they are
constexpr double k_shortest = 1e-4; ///< of a step: nothing is gained any more
constexpr double k_leastGap = 1e-3; ///< that a step aims at, of the known value

void check(const PlanProblem &problem, const std::vector<PlanLimit> &limits)
{
    std::vector<std::uint32_t> waysInto(problem.nodes, 0);
    for (const PlanEdge &edge : problem.edges) {
        ++waysInto[edge.to];
        waysInto[edge.from] += edge.oneWay ? 0 : 1;
    }
    const auto fits = [&](const PlanLimit::Take &take) {
        return take.edge < problem.edges.size() && std::isfinite(take.amount) && take.amount >= 0 &&
               problem.edges[take.edge].oneWay && problem.edges[take.edge].cost > 0 &&
               waysInto[problem.edges[take.edge].to] == 1;
    };
    const bool allFit = std::all_of(limits.begin(), limits.end(), [&](const PlanLimit &limit) {
        return std::all_of(limit.takes.begin(), limit.takes.end(), fits);
    });
    if (!allFit) {
        throw std::invalid_argument("boundWithLimits: what takes from a limit must be a one-way edge that costs "
                                    "something and is the only one into its end");
    }
}

/// Prices, and what is bought at them. The row behind those of the limits is the budget or the wanted weight.
class Pricing {
public:
    Pricing(const PlanProblem &problem, const std::vector<PlanLimit> &limits, const PlanGoal &goal, double known,
            const JobContext &job)
        : m_limits(limits),
          m_goal(goal),
          m_known(known),
          m_job(job),
          m_graph(reducedGraph(problem)),
          m_state(m_graph),
          m_ascent(m_graph),
          m_trees(m_graph),
          m_begin(Clock::now())
    {
        for (const PlanGraph::Demand &demand : m_graph.demands) {
            m_total += demand.weight;
        }
        check(problem, limits);
        findTakes();
        setUnits();
    }

    LimitedBound run(int rounds, const std::function<void(const std::vector<std::uint32_t> &)> &onPlan);

private:
    struct ArcTake {
        std::uint32_t arc = 0;
        std::uint32_t limit = 0;
        double amount = 0;
    };
    /// Prices in units of what is minimised: cost, with a budget weight that is not served.
    struct Prices {
        std::vector<double> limits;
        double row = 0; ///< of weight, with a budget of cost
    };

    bool hasBudget() const { return m_goal.budget.has_value(); }
    void findTakes();
    void setUnits();
    double boundAt(const Prices &prices);
    void measure();
    bool step(double bound);
    bool mustStop() const;
    LimitedBound result(const Prices &best, double bound) const;
    std::vector<std::uint32_t> edgesOfTree() const;

    const std::vector<PlanLimit> &m_limits;
    const PlanGoal &m_goal;
    double m_known;
    const JobContext &m_job;
    PlanGraph m_graph;
    PlanState m_state;
    DualAscent m_ascent;
    PlanTrees m_trees;
    Clock::time_point m_begin;
    double m_total = 0;
    std::vector<double> m_costs; ///< of arcs, without prices
    std::vector<ArcTake> m_takes;
    double m_rowUnit = 1; ///< what a unit of the row is in that of the limits, so that their steps are alike
    Prices m_now;
    PlanTree m_tree;
    std::vector<double> m_over; ///< per limit, then of the row: what is used too much
    double m_length = 1;        ///< of steps
};

void Pricing::findTakes()
{
    std::vector<std::vector<std::pair<std::uint32_t, double>>> takesOf; // per edge
    for (std::uint32_t limit = 0; limit < m_limits.size(); ++limit) {
        for (const PlanLimit::Take &take : m_limits[limit].takes) {
            takesOf.resize(std::max<std::size_t>(takesOf.size(), take.edge + 1));
            takesOf[take.edge].emplace_back(limit, take.amount);
        }
    }
    for (std::uint32_t arc = 0; arc < m_graph.arcs.size(); ++arc) {
        m_costs.push_back(m_graph.arcs[arc].cost);
        for (const std::uint32_t edge : m_graph.chains[m_graph.arcs[arc].chain]) {
            if (edge < takesOf.size()) {
                for (const auto &[limit, amount] : takesOf[edge]) {
                    m_takes.push_back({arc, limit, amount});
                }
            }
        }
    }
}

void Pricing::setUnits()
{
    double taken = 0;
    for (const ArcTake &take : m_takes) {
        taken += take.amount;
    }
    const double whole = hasBudget() ? *m_goal.budget : m_total;
    m_rowUnit = whole > 0 && taken > 0 ? taken / whole : 1;
    m_now.limits.assign(m_limits.size(), 0);
    const double priceOfWeight = m_total > 0 ? std::max(m_known, 1.0) / m_total : 1;
    m_now.row = hasBudget() ? (*m_goal.budget > 0 ? m_total / *m_goal.budget : 1) : priceOfWeight;
    m_over.resize(m_limits.size() + 1);
}

/// The bound at @p prices, of what is minimised; keeps the tree at them.
double Pricing::boundAt(const Prices &prices)
{
    const double edges = hasBudget() ? prices.row : 1;
    for (std::size_t arc = 0; arc < m_costs.size(); ++arc) {
        m_graph.arcs[arc].cost = m_costs[arc] * edges;
    }
    double given = 0;
    for (const ArcTake &take : m_takes) {
        m_graph.arcs[take.arc].cost += prices.limits[take.limit] * take.amount;
    }
    for (std::size_t limit = 0; limit < m_limits.size(); ++limit) {
        given += prices.limits[limit] * m_limits[limit].most;
    }
    given += hasBudget() ? prices.row * *m_goal.budget : prices.row * (m_total + m_graph.freeWeight - *m_goal.wanted);
    const PlanPrices asked{1, hasBudget() ? 1 : prices.row};
    const Ascent ascent = m_ascent.run(m_state, asked, [this] { return mustStop(); });
    m_tree = m_trees.grow(m_state, &ascent, asked);
    return ascent.bound - given;
}

/// Fills in what the tree uses too much.
void Pricing::measure()
{
    std::vector<bool> isIn(m_graph.arcs.size());
    double cost = 0;
    for (const std::uint32_t arc : m_tree.arcs) {
        isIn[arc] = true;
        cost += m_costs[arc];
    }
    for (std::size_t limit = 0; limit < m_limits.size(); ++limit) {
        m_over[limit] = -m_limits[limit].most;
    }
    for (const ArcTake &take : m_takes) {
        m_over[take.limit] += isIn[take.arc] ? take.amount : 0;
    }
    const double row = hasBudget() ? cost - *m_goal.budget : *m_goal.wanted - m_graph.freeWeight - m_tree.weight;
    m_over.back() = row * m_rowUnit;
}

/// False where no price wants to move.
bool Pricing::step(double bound)
{
    double squares = m_over.back() * m_over.back();
    for (std::size_t limit = 0; limit < m_limits.size(); ++limit) {
        const bool moves = m_over[limit] > 0 || m_now.limits[limit] > 0;
        squares += moves ? m_over[limit] * m_over[limit] : 0;
    }
    if (squares <= 0) {
        return false;
    }
    const double known = hasBudget() ? m_total + m_graph.freeWeight - m_known : m_known;
    const double far = std::max(known - bound, k_leastGap * std::max(std::abs(known), 1e-9));
    const double length = m_length * far / squares;
    for (std::size_t limit = 0; limit < m_limits.size(); ++limit) {
        m_now.limits[limit] = std::max(0.0, m_now.limits[limit] + length * m_over[limit]);
    }
    m_now.row = std::max(1e-12, m_now.row + length * m_over.back() * m_rowUnit);
    return true;
}

bool Pricing::mustStop() const
{
    const std::chrono::duration<double> passed = Clock::now() - m_begin;
    return m_job.isCancelled() || (m_goal.timeLimit_s && passed.count() > *m_goal.timeLimit_s);
}

std::vector<std::uint32_t> Pricing::edgesOfTree() const
{
    std::vector<std::uint32_t> edges;
    for (const std::uint32_t arc : m_tree.arcs) {
        const auto &chain = m_graph.chains[m_graph.arcs[arc].chain];
        edges.insert(edges.end(), chain.begin(), chain.end());
    }
    return edges;
}

LimitedBound Pricing::result(const Prices &best, double bound) const
{
    LimitedBound found;
    found.prices = best.limits;
    for (double &price : found.prices) {
        price = hasBudget() ? price / best.row : price;
    }
    const double all = m_total + m_graph.freeWeight;
    found.bound = hasBudget() ? std::min(all, all - bound) : std::max(0.0, bound);
    return found;
}

LimitedBound Pricing::run(int rounds, const std::function<void(const std::vector<std::uint32_t> &)> &onPlan)
{
    Prices best = m_now;
    double most = -k_never;
    int waited = 0;
    for (int round = 0; round < rounds && m_length > k_shortest && !mustStop(); ++round) {
        const double bound = boundAt(m_now);
        measure();
        onPlan(edgesOfTree());
        if (bound > most) {
            most = bound;
            best = m_now;
            waited = 0;
        } else if (++waited > k_patience) {
            m_length *= k_shorter;
            waited = 0;
            m_now = best;
        }
        if (!step(bound)) {
            break;
        }
    }
    return result(best, most);
}

} // namespace

LimitedBound boundWithLimits(const PlanProblem &problem, const std::vector<PlanLimit> &limits, const PlanGoal &goal,
                             double known, int rounds,
                             const std::function<void(const std::vector<std::uint32_t> &)> &onPlan,
                             const JobContext &job)
{
    return Pricing(problem, limits, goal, known, job).run(rounds, onPlan);
}

} // namespace cuntu
