// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/supply_branching.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cuntu::water {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double k_rounding = 1e-9;

} // namespace

SupplyBranching::SupplyBranching(const SupplyRelaxation &relaxation, const SupplyProblem &problem, const PlanGoal &goal,
                                 const JobContext &job)
    : m_relaxation(relaxation), m_problem(problem), m_goal(goal), m_job(job), m_begin(Clock::now())
{
}

double SupplyBranching::left_s() const
{
    return *m_goal.timeLimit_s - std::chrono::duration<double>(Clock::now() - m_begin).count();
}

SupplyBranching::Part SupplyBranching::relax(ForbiddenLinks forbidden, double share)
{
    PlanGoal goal = m_goal;
    if (goal.timeLimit_s) {
        goal.timeLimit_s = std::max(0.05, left_s() * share);
    }
    const PlanProblem network = m_relaxation.without(forbidden);
    Part part{std::move(forbidden), planNetwork(network, goal, m_job), {}};
    part.linkOf.assign(m_problem.settlements.size(), k_noIndex);
    for (const PlanStep &step : part.plan.steps) {
        const PlannedPipe &pipe = m_relaxation.pipeOf(step.edge);
        if (pipe.link != k_noIndex) {
            part.linkOf[pipe.settlement] = pipe.link;
        }
    }
    return part;
}

bool SupplyBranching::isBetter(const NetworkPlan &plan) const
{
    if (!m_best) {
        return true;
    }
    const double slack = k_rounding * (1 + std::abs(worth(*m_best)));
    const double more = worth(plan) - worth(*m_best);
    return more > slack || (m_goal.budget && more >= -slack && plan.cost < m_best->cost * (1 - k_rounding));
}

/// With a budget a part that serves no more may still do so for less.
bool SupplyBranching::canBeat(double promise) const
{
    if (!m_best) {
        return true;
    }
    const double best = worth(*m_best);
    const double slack = k_rounding * (1 + std::abs(best)) + m_goal.gap * std::abs(best);
    return m_goal.budget ? promise >= best - k_rounding * (1 + best) : promise > best + slack;
}

std::vector<std::uint32_t> SupplyBranching::overload(const Part &part) const
{
    std::vector<double> given(m_problem.systems.size(), 0.0);
    for (std::size_t i = 0; i < part.linkOf.size(); ++i) {
        if (part.linkOf[i] != k_noIndex) {
            given[m_problem.links[part.linkOf[i]].system] += m_problem.settlements[i].need;
        }
    }
    std::uint32_t worst = k_noIndex;
    double most = 0;
    for (std::uint32_t system = 0; system < given.size(); ++system) {
        const double capacity = m_problem.systems[system].capacity;
        const double over = given[system] - capacity;
        if (over > k_rounding * (1 + capacity) && over > most) {
            most = over;
            worst = system;
        }
    }
    std::vector<std::uint32_t> links;
    for (const std::uint32_t link : part.linkOf) {
        if (worst != k_noIndex && link != k_noIndex && m_problem.links[link].system == worst) {
            links.push_back(link);
        }
    }
    std::stable_sort(links.begin(), links.end(), [&](std::uint32_t a, std::uint32_t b) {
        return m_problem.settlements[m_problem.links[a].settlement].need >
               m_problem.settlements[m_problem.links[b].settlement].need;
    });
    return links;
}

void SupplyBranching::take(const NetworkPlan &plan)
{
    if (isBetter(plan)) {
        m_best = plan;
    }
}

/// Forbids what does not fit until nothing is left that does not: some plan that can be built.
void SupplyBranching::dive(Part part)
{
    while (!isOver()) {
        if (!m_goal.budget && !part.plan.isEnough) {
            return;
        }
        const std::vector<std::uint32_t> links = overload(part);
        if (links.empty()) {
            take(part.plan);
            return;
        }
        const double capacity = m_problem.systems[m_problem.links[links.front()].system].capacity;
        double given = 0;
        for (const std::uint32_t link : links) {
            const double need = m_problem.settlements[m_problem.links[link].settlement].need;
            if (given + need > capacity * (1 + k_rounding)) {
                part.forbidden.push_back(link);
            } else {
                given += need;
            }
        }
        std::sort(part.forbidden.begin(), part.forbidden.end());
        part = relax(std::move(part.forbidden), 0.3);
    }
}

/// Ends a part that promises @p promised without a proof of what is in it.
void SupplyBranching::close(double promised)
{
    m_closed = std::max(promised, m_closed.value_or(promised));
}

/// What @p part promised is what its children promise at most.
void SupplyBranching::branch(const Part &part, double promised, const std::vector<std::uint32_t> &links)
{
    const double capacity = m_problem.systems[m_problem.links[links.front()].system].capacity;
    double given = 0;
    for (const std::uint32_t link : links) { // the first so many are too much: one of them at least must go
        if (isOver()) {
            m_isStopped = true;
            close(promised);
            return;
        }
        given += m_problem.settlements[m_problem.links[link].settlement].need;
        ForbiddenLinks forbidden = part.forbidden;
        forbidden.insert(std::upper_bound(forbidden.begin(), forbidden.end(), link), link);
        if (m_seen.insert(forbidden).second) {
            Part child = relax(std::move(forbidden), 0.3);
            const bool isPossible = m_goal.budget || child.plan.isEnough;
            const double promisedThere = std::min(promise(child.plan), promised);
            if (isPossible && canBeat(promisedThere)) {
                m_open.emplace(promisedThere, std::move(child));
            } else if (isPossible) {
                close(promisedThere);
            }
        }
        if (given > capacity * (1 + k_rounding)) {
            return;
        }
    }
}

void SupplyBranching::loop()
{
    for (;;) {
        const auto first = m_open.begin();
        if (first == m_open.end() || !canBeat(first->first)) {
            m_isProven = !m_isStopped || !canBeat(*m_closed);
            return;
        }
        if (isOver()) {
            return;
        }
        const double promised = first->first;
        const Part part = std::move(first->second);
        m_open.erase(first);
        const std::vector<std::uint32_t> links = overload(part);
        if (links.empty()) {
            take(part.plan);
            if (!part.plan.optimal) {
                m_isStopped = m_isStopped || part.plan.isStopped;
                close(promised);
            }
        } else {
            branch(part, promised, links);
        }
    }
}

bool SupplyBranching::solveRoot(double share)
{
    m_root = relax({}, share);
    const bool isPossible = m_goal.budget || m_root->plan.isEnough;
    if (!isPossible || m_root->plan.isStopped || !overload(*m_root).empty()) {
        return false;
    }
    m_best = m_root->plan;
    m_most = promise(m_root->plan);
    m_closed = m_most;
    m_isProven = true;
    return true;
}

void SupplyBranching::run(const std::optional<NetworkPlan> &first, double most)
{
    if (m_root) {
        most = std::min(most, promise(m_root->plan));
    }
    if (first) {
        take(*first);
    }
    m_most = most;
    if (!canBeat(most)) {
        close(most);
        m_isProven = true;
        return;
    }
    Part root = m_root && !m_root->plan.isStopped ? std::move(*m_root) : relax({}, 0.6);
    const double promised = std::min(most, promise(root.plan));
    dive(root);
    if (m_goal.budget || root.plan.isEnough) {
        m_open.emplace(promised, std::move(root));
    }
    loop();
}

double SupplyBranching::bound() const
{
    double promised = m_open.empty() ? -std::numeric_limits<double>::infinity() : m_open.begin()->first;
    promised = std::min(m_most, std::max(promised, m_closed.value_or(promised)));
    promised = m_best ? std::max(promised, worth(*m_best)) : promised;
    return m_goal.budget ? promised : -promised;
}

} // namespace cuntu::water
