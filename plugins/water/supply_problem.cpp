// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/supply_problem.h"

#include "plugins/water/supply_branching.h"
#include "plugins/water/supply_most.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace cuntu::water {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double k_rounding = 1e-9;
constexpr int k_priceRounds = 600;      ///< of the bound; it hardly rises after that
constexpr int k_seasons = 4;            ///< of improving, each begins by accepting what is a little worse
constexpr int k_mostRounds = 8000;      ///< of a season, with a time limit
constexpr int k_fewRounds = 60;         ///< without: what is small enough to be proven
constexpr double k_shareOfRoot = 0.05;  ///< of the time, for the problem without capacities
constexpr double k_shareOfPrices = 0.2; ///< of the time
constexpr double k_shareOfRounds = 0.7; ///< of the time that is left then

std::vector<std::uint32_t> linksOf(const SupplyPlan &plan)
{
    std::vector<std::uint32_t> links;
    for (const PlannedPipe &pipe : plan.pipes) {
        if (pipe.link != k_noIndex) {
            links.push_back(pipe.link);
        }
    }
    return links;
}

/// What is known of a problem whatever is asked for.
struct Prepared {
    explicit Prepared(const SupplyProblem &each)
        : problem(each), relaxation(each), reachable(reachableSettlements(each)), most(mostWeight(each))
    {
    }

    const SupplyProblem &problem;
    SupplyRelaxation relaxation;
    std::vector<bool> reachable; ///< per settlement
    double most = 0;             ///< weight that the capacities allow
};

/// The steps of planSupply().
class Planning {
public:
    /// @p start: links of a plan that keeps to the capacities, to begin with.
    Planning(const Prepared &prepared, const PlanGoal &goal, const JobContext &job,
             std::vector<std::uint32_t> start = {})
        : m_prepared(prepared),
          m_problem(prepared.problem),
          m_relaxation(prepared.relaxation),
          m_goal(goal),
          m_job(job),
          m_start(std::move(start)),
          m_begin(Clock::now())
    {
    }

    SupplyPlan run();

private:
    double passed_s() const { return std::chrono::duration<double>(Clock::now() - m_begin).count(); }
    double left_s() const { return std::max(0.05, *m_goal.timeLimit_s - passed_s()); }
    void settleWanted();
    bool isMet(const SupplyDraft &draft) const;
    void improve();
    double findPrices(SupplyImprover &improver);
    void keep(const SupplyDraft &draft, const SupplyImprover &improver);
    SupplyPlan asMuchAsCanBe();
    SupplyPlan planFrom(const SupplyBranching &branching) const;

    const Prepared &m_prepared;
    const SupplyProblem &m_problem;
    const SupplyRelaxation &m_relaxation;
    PlanGoal m_goal;
    const JobContext &m_job;
    std::vector<std::uint32_t> m_start;
    Clock::time_point m_begin;
    std::optional<SupplyDraft> m_best;
    double m_bound = 0; ///< of the prices
    bool m_isEnough = true;
};

/// Everything that can be reached, where no weight is asked for or less can be reached.
void Planning::settleWanted()
{
    double reached = 0;
    for (std::size_t i = 0; i < m_prepared.reachable.size(); ++i) {
        reached += m_prepared.reachable[i] ? m_problem.settlements[i].weight : 0;
    }
    if (!m_goal.budget) {
        m_isEnough = !m_goal.wanted || *m_goal.wanted <= reached * (1 + k_rounding);
        m_goal.wanted = std::min(reached, m_goal.wanted.value_or(reached));
    }
}

/// True where the bound leaves nothing to be gained over @p draft.
bool Planning::isMet(const SupplyDraft &draft) const
{
    return m_goal.budget ? std::min(m_prepared.most, m_bound) <= draft.weight * (1 + k_rounding)
                         : m_bound >= draft.cost * (1 - std::max(k_rounding, m_goal.gap));
}

void Planning::keep(const SupplyDraft &draft, const SupplyImprover &improver)
{
    if (improver.isGood(draft) && (!m_best || improver.isBetter(draft, *m_best))) {
        m_best = draft;
    }
}

/// The bound by prices; every now and then the plan at the prices is completed to one that keeps to the capacities.
double Planning::findPrices(SupplyImprover &improver)
{
    constexpr int k_stride = 10;
    PlanGoal goal = m_goal;
    if (goal.timeLimit_s) {
        goal.timeLimit_s = *goal.timeLimit_s * k_shareOfPrices;
    }
    int round = 0;
    const auto onPlan = [&](const std::vector<std::uint32_t> &edges) {
        if (++round % k_stride == 0) {
            keep(improver.complete(m_relaxation.linksIn(edges)), improver);
        }
    };
    const double known = m_best ? (m_goal.budget ? m_best->weight : m_best->cost) : 0;
    const LimitedBound found = boundWithLimits(m_relaxation.network(), m_relaxation.limits(), goal, known,
                                               m_goal.timeLimit_s ? k_priceRounds : k_fewRounds, onPlan, m_job);
    improver.setPrices(found.prices);
    return found.bound;
}

void Planning::improve()
{
    SupplyImprover improver(m_problem, m_goal);
    keep(improver.complete(m_start), improver);
    if (!m_best) {
        return;
    }
    m_bound = findPrices(improver);
    const double end_s = m_goal.timeLimit_s ? passed_s() + left_s() * k_shareOfRounds : 0;
    const auto mustStop = [&](const SupplyDraft &best) {
        return isMet(best) || m_job.isCancelled() || (m_goal.timeLimit_s && passed_s() > end_s);
    };
    for (int season = 0; season < k_seasons && !mustStop(*m_best); ++season) {
        keep(improver.improve(*m_best, m_goal.timeLimit_s ? k_mostRounds : k_fewRounds, mustStop), improver);
    }
}

/// Where the capacities do not allow what is wanted: as many as can be, and those for as little as can be.
SupplyPlan Planning::asMuchAsCanBe()
{
    PlanGoal goal = m_goal;
    goal.wanted.reset();
    goal.budget = 1;
    for (const PlanEdge &edge : m_relaxation.network().edges) {
        *goal.budget += edge.cost;
    }
    if (goal.timeLimit_s) {
        goal.timeLimit_s = left_s() / 4;
    }
    SupplyPlan plan = Planning(m_prepared, goal, m_job).run();
    if (!plan.optimal && plan.weight > 0) {
        goal = m_goal;
        goal.wanted = plan.weight;
        if (goal.timeLimit_s) {
            goal.timeLimit_s = left_s();
        }
        SupplyPlan cheaper = Planning(m_prepared, goal, m_job, linksOf(plan)).run();
        const double served = plan.mostWeight;
        const double bound = cheaper.isEnough ? cheaper.bound : 0;
        if (cheaper.isEnough && cheaper.cost <= plan.cost) {
            plan = std::move(cheaper);
        }
        plan.bound = bound;
        plan.mostWeight = served;
    } else {
        plan.mostWeight = plan.weight;
        plan.bound = plan.cost;
    }
    plan.mostWeight = std::min(plan.mostWeight, m_prepared.most);
    plan.isEnough = false;
    plan.optimal = false; // of a weight that nobody asked for
    return plan;
}

SupplyPlan Planning::run()
{
    settleWanted();
    const double most = m_prepared.most;
    if (!m_goal.budget && *m_goal.wanted > most * (1 + k_rounding)) {
        return asMuchAsCanBe();
    }
    SupplyBranching branching(m_relaxation, m_problem, m_goal, m_job);
    if (branching.solveRoot(k_shareOfRoot)) {
        return planFrom(branching);
    }
    improve();
    const double promised = m_goal.budget ? std::min(most, m_best ? m_bound : most) : -m_bound;
    branching.run(m_best ? std::optional(m_relaxation.planOf(*m_best)) : std::nullopt, promised);
    if (!branching.best() && !m_goal.budget) {
        return asMuchAsCanBe();
    }
    return planFrom(branching);
}

SupplyPlan Planning::planFrom(const SupplyBranching &branching) const
{
    SupplyPlan plan;
    plan.systemOf.assign(m_problem.settlements.size(), k_noIndex);
    plan.reachable = m_prepared.reachable;
    plan.isEnough = m_isEnough;
    plan.isStopped = !branching.isProven();
    if (branching.best()) {
        const NetworkPlan &best = *branching.best();
        for (const PlanStep &step : best.steps) {
            PlannedPipe pipe = m_relaxation.pipeOf(step.edge);
            pipe.parent = step.parent;
            if (pipe.link != k_noIndex) {
                plan.systemOf[pipe.settlement] = pipe.system;
            }
            plan.pipes.push_back(pipe);
        }
        plan.order = buildingOrder(best, m_relaxation.network().demands);
        plan.cost = best.cost;
        plan.weight = best.weight;
    }
    plan.bound = branching.bound();
    plan.mostWeight = m_goal.budget ? plan.bound : plan.weight;
    const double slack = k_rounding * (1 + std::abs(plan.bound));
    plan.optimal =
        branching.isProven() && (m_goal.budget ? plan.bound <= plan.weight + slack : plan.bound >= plan.cost - slack);
    return plan;
}

} // namespace

double SupplyPlan::gap(const PlanGoal &goal) const
{
    if (optimal) {
        return 0;
    }
    const double far = goal.budget ? bound - weight : cost - bound;
    const double whole = goal.budget ? bound : cost;
    return whole > 0 ? std::max(0.0, far / whole) : 0;
}

SupplyPlan planSupply(const SupplyProblem &problem, const PlanGoal &goal, const JobContext &job)
{
    const Prepared prepared(problem);
    return Planning(prepared, goal, job).run();
}

} // namespace cuntu::water
