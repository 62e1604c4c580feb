// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/supply_problem.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <set>

namespace cuntu::water {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double k_rounding = 1e-9;

/// Links that are not to be used, ascending.
using Forbidden = std::vector<std::uint32_t>;

/// The problem without capacities, as one of a network.
class Relaxation {
public:
    explicit Relaxation(const SupplyProblem &problem) : m_problem(problem)
    {
        m_network.nodes = 1; // the root
        m_network.demands.resize(problem.settlements.size());
        for (std::size_t i = 0; i < problem.settlements.size(); ++i) {
            m_network.demands[i].weight = problem.settlements[i].weight;
        }
        for (std::uint32_t system = 0; system < problem.systems.size(); ++system) {
            addSystem(system);
        }
    }

    /// Without the links in @p forbidden: their edges become ones that lead nowhere.
    PlanProblem without(const Forbidden &forbidden) const
    {
        PlanProblem network = m_network;
        for (const std::uint32_t link : forbidden) {
            auto &nodes = network.demands[m_problem.links[link].settlement].nodes;
            nodes.erase(std::remove(nodes.begin(), nodes.end(), m_nodeOfLink[link]), nodes.end());
        }
        return network;
    }

    const PlannedPipe &pipeOf(std::uint32_t edge) const { return m_pipeOf[edge]; }

private:
    void add(const PlanEdge &edge, const PlannedPipe &pipe)
    {
        m_network.edges.push_back(edge);
        m_pipeOf.push_back(pipe);
    }

    void addSystem(std::uint32_t number)
    {
        const SupplySystem &system = m_problem.systems[number];
        std::map<std::uint32_t, std::uint32_t> nodeOf; // per place that the system's pipes come to
        const auto node = [&](std::uint32_t place) {
            const auto [at, isNew] = nodeOf.emplace(place, m_network.nodes);
            m_network.nodes += isNew ? 1 : 0;
            return at->second;
        };
        PlannedPipe pipe;
        pipe.system = number;
        pipe.cost = system.opening;
        const std::uint32_t entry = m_network.nodes++;
        add({m_network.root, entry, system.opening, true}, pipe);
        for (const std::uint32_t place : system.sources) {
            pipe.cost = 0;
            add({entry, node(place), 0, true}, pipe);
        }
        for (const std::uint32_t route : system.routes) {
            const PipeRoute &way = m_problem.routes[route];
            pipe.route = route;
            pipe.cost = way.cost;
            add({node(way.from), node(way.to), way.cost, false}, pipe);
        }
        m_nodeOfLink.resize(m_problem.links.size(), k_noIndex);
        for (std::uint32_t link = 0; link < m_problem.links.size(); ++link) {
            const SupplyLink &each = m_problem.links[link];
            if (each.system == number) {
                m_nodeOfLink[link] = m_network.nodes++;
                m_network.demands[each.settlement].nodes.push_back(m_nodeOfLink[link]);
                add({node(each.place), m_nodeOfLink[link], each.cost, true},
                    {number, k_noIndex, link, k_noIndex, each.cost, each.settlement});
            }
        }
    }

    const SupplyProblem &m_problem;
    PlanProblem m_network;
    std::vector<PlannedPipe> m_pipeOf; ///< per edge
    std::vector<std::uint32_t> m_nodeOfLink;
};

/// Branch and bound over links that are forbidden.
class Search {
public:
    Search(const SupplyProblem &problem, const PlanGoal &goal, const JobContext &job)
        : m_problem(problem), m_goal(goal), m_job(job), m_relaxation(problem), m_begin(Clock::now())
    {
    }

    SupplyPlan run();

private:
    struct Part {
        Forbidden forbidden;
        NetworkPlan plan;
        std::vector<std::uint32_t> linkOf; ///< per settlement: the link that it is served by
    };

    double left_s() const
    {
        return *m_goal.timeLimit_s - std::chrono::duration<double>(Clock::now() - m_begin).count();
    }
    bool isOver() const { return m_job.isCancelled() || (m_goal.timeLimit_s && left_s() <= 0); }
    /// Larger is better: what is left of nothing, or the weight.
    double worth(const NetworkPlan &plan) const { return m_goal.budget ? plan.weight : -plan.cost; }
    double promise(const NetworkPlan &plan) const { return m_goal.budget ? plan.bound : -plan.bound; }
    bool isBetter(const NetworkPlan &plan) const;
    bool canBeat(double promise) const;
    Part relax(Forbidden forbidden, double share);
    /// Links of the system that gives most beyond its capacity, the largest needs first; empty: none does.
    std::vector<std::uint32_t> overload(const Part &part) const;
    void dive(Part part);
    void branch(const Part &part, std::vector<std::uint32_t> links);
    void take(const Part &part);
    void loop();
    void settleWanted(const NetworkPlan &plan);
    SupplyPlan asMuchAsCanBe() const;
    SupplyPlan planFrom() const;

    const SupplyProblem &m_problem;
    PlanGoal m_goal;
    const JobContext &m_job;
    Relaxation m_relaxation;
    Clock::time_point m_begin;
    std::multimap<double, Part, std::greater<>> m_open; ///< by promise
    std::set<Forbidden> m_seen;
    std::optional<Part> m_best;
    std::optional<double> m_closed; ///< the best promise of parts that were ended without proof
    std::vector<bool> m_reachable;
    bool m_isEnough = true;
    bool m_isProven = false; ///< nothing that is left can be better
};

Search::Part Search::relax(Forbidden forbidden, double share)
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

bool Search::isBetter(const NetworkPlan &plan) const
{
    if (!m_best) {
        return true;
    }
    const double slack = k_rounding * (1 + std::abs(worth(m_best->plan)));
    const double more = worth(plan) - worth(m_best->plan);
    return more > slack || (m_goal.budget && more >= -slack && plan.cost < m_best->plan.cost * (1 - k_rounding));
}

/// With a budget a part that serves no more may still do so for less.
bool Search::canBeat(double promise) const
{
    if (!m_best) {
        return true;
    }
    const double best = worth(m_best->plan);
    const double slack = k_rounding * (1 + std::abs(best)) + m_goal.gap * std::abs(best);
    return m_goal.budget ? promise >= best - k_rounding * (1 + best) : promise > best + slack;
}

std::vector<std::uint32_t> Search::overload(const Part &part) const
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

void Search::take(const Part &part)
{
    if (isBetter(part.plan)) {
        m_best = part;
    }
}

/// Forbids what does not fit until nothing is left that does not: some plan that can be built.
void Search::dive(Part part)
{
    while (!isOver()) {
        if (!m_goal.budget && !part.plan.isEnough) {
            return;
        }
        const std::vector<std::uint32_t> links = overload(part);
        if (links.empty()) {
            take(part);
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

void Search::branch(const Part &part, std::vector<std::uint32_t> links)
{
    const double capacity = m_problem.systems[m_problem.links[links.front()].system].capacity;
    double given = 0;
    for (const std::uint32_t link : links) { // the first so many are too much: one of them at least must go
        given += m_problem.settlements[m_problem.links[link].settlement].need;
        Forbidden forbidden = part.forbidden;
        forbidden.insert(std::upper_bound(forbidden.begin(), forbidden.end(), link), link);
        if (m_seen.insert(forbidden).second) {
            Part child = relax(std::move(forbidden), 0.3);
            const bool isPossible = m_goal.budget || child.plan.isEnough;
            const double promised = std::min(promise(child.plan), promise(part.plan));
            if (isPossible && canBeat(promised)) {
                m_open.emplace(promised, std::move(child));
            } else if (isPossible) {
                m_closed = std::max(promised, m_closed.value_or(promised));
            }
        }
        if (given > capacity * (1 + k_rounding)) {
            return;
        }
    }
}

void Search::loop()
{
    for (;;) {
        const auto first = m_open.begin();
        if (first == m_open.end() || !canBeat(first->first)) {
            m_isProven = true;
            return;
        }
        if (isOver()) {
            return;
        }
        const double promised = first->first;
        const Part part = std::move(first->second);
        m_open.erase(first);
        std::vector<std::uint32_t> links = overload(part);
        if (links.empty()) {
            take(part);
            if (!part.plan.optimal) {
                m_closed = std::max(promised, m_closed.value_or(promised));
            }
        } else {
            branch(part, std::move(links));
        }
    }
}

/// Everything that can be reached, where no weight is asked for or less can be reached.
void Search::settleWanted(const NetworkPlan &plan)
{
    double reached = 0;
    for (std::size_t i = 0; i < plan.reachable.size(); ++i) {
        reached += plan.reachable[i] ? m_problem.settlements[i].weight : 0;
    }
    m_isEnough = plan.isEnough;
    m_goal.wanted = std::min(reached, m_goal.wanted.value_or(reached));
}

/// Where the capacities do not allow what is wanted.
SupplyPlan Search::asMuchAsCanBe() const
{
    PlanGoal most = m_goal;
    most.wanted.reset();
    most.budget = 1;
    for (const PlanEdge &edge : m_relaxation.without({}).edges) {
        *most.budget += edge.cost;
    }
    if (most.timeLimit_s) {
        most.timeLimit_s = std::max(1.0, left_s());
    }
    SupplyPlan plan = Search(m_problem, most, m_job).run();
    plan.isEnough = false;
    plan.optimal = false; // of a weight that nobody asked for: nothing is proven about its cost
    plan.bound = 0;
    return plan;
}

SupplyPlan Search::run()
{
    Part root = relax({}, 0.6);
    m_reachable = root.plan.reachable;
    if (!m_goal.budget) {
        settleWanted(root.plan);
    }
    const double promised = promise(root.plan);
    dive(root);
    m_open.emplace(promised, std::move(root));
    loop();
    if (!m_best && !m_goal.budget) {
        return asMuchAsCanBe();
    }
    return planFrom();
}

SupplyPlan Search::planFrom() const
{
    SupplyPlan plan;
    plan.systemOf.assign(m_problem.settlements.size(), k_noIndex);
    plan.reachable = m_reachable;
    plan.isEnough = m_isEnough;
    plan.isStopped = !m_isProven;
    double promised = m_open.empty() ? -std::numeric_limits<double>::infinity() : m_open.begin()->first;
    promised = std::max(promised, m_closed.value_or(promised));
    if (m_best) {
        const NetworkPlan &best = m_best->plan;
        for (const PlanStep &step : best.steps) {
            PlannedPipe pipe = m_relaxation.pipeOf(step.edge);
            pipe.parent = step.parent;
            if (pipe.link != k_noIndex) {
                plan.systemOf[pipe.settlement] = pipe.system;
            }
            plan.pipes.push_back(pipe);
        }
        plan.order = buildingOrder(best, m_relaxation.without({}).demands);
        plan.cost = best.cost;
        plan.weight = best.weight;
        promised = std::max(promised, worth(best));
    }
    plan.bound = m_goal.budget ? promised : -promised;
    const double slack = k_rounding * (1 + std::abs(plan.bound));
    plan.optimal = m_isProven && (m_goal.budget ? plan.bound <= plan.weight + slack : plan.bound >= plan.cost - slack);
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
    return Search(problem, goal, job).run();
}

} // namespace cuntu::water
