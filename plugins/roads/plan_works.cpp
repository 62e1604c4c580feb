// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/plan_works.h"

#include <algorithm>
#include <cmath>

namespace cuntu::roads {

namespace {

/// Share of a road that two pieces may be apart and still follow each other.
constexpr double k_touch = 1e-7;

/// The steps of planWorks(), in order.
class Working {
public:
    Working(const Connection &connection, const PlanInput &input, const NetworkPlan &plan, const PlanYears &years)
        : m_connection(connection),
          m_network(connection.network->lines),
          m_input(input),
          m_plan(plan),
          m_years(years),
          m_served(plan.steps.size()),
          m_workOf(plan.steps.size(), k_noIndex)
    {
    }

    std::vector<PlanWork> run()
    {
        measureLines();
        for (std::size_t demand = 0; demand < m_plan.servedBy.size(); ++demand) {
            if (m_plan.servedBy[demand] != k_noIndex) {
                m_served[m_plan.servedBy[demand]].push_back(static_cast<std::uint32_t>(demand));
            }
        }
        double spent = 0;
        for (const std::uint32_t step : buildingOrder(m_plan, m_input.problem.demands)) {
            spent += m_plan.steps[step].cost;
            add(step, spent);
        }
        addWeightBehind();
        return std::move(m_works);
    }

private:
    void measureLines();
    PlanWork pieceOf(std::uint32_t step) const;
    bool continues(const PlanWork &last, const PlanWork &next) const;
    void add(std::uint32_t step, double spent);
    void addWeightBehind();

    const Connection &m_connection;
    const LineNetwork &m_network;
    const PlanInput &m_input;
    const NetworkPlan &m_plan;
    const PlanYears &m_years;
    std::vector<double> m_lineBegin_m;                ///< per line: along its road
    std::vector<double> m_roadLength_m;               ///< per row
    std::vector<std::vector<std::uint32_t>> m_served; ///< per step: demands
    std::vector<std::uint32_t> m_workOf;              ///< per step
    std::vector<PlanWork> m_works;
};

/// A road may be several lines: they follow each other.
void Working::measureLines()
{
    const auto rowOfLine = m_connection.network->rowOfLine();
    m_roadLength_m.assign(m_connection.roads->size(), 0);
    for (std::uint32_t line = 0; line < rowOfLine.size(); ++line) {
        m_lineBegin_m.push_back(m_roadLength_m[rowOfLine[line]]);
        m_roadLength_m[rowOfLine[line]] += m_connection.network->locator.length(line);
    }
}

/// One step as a work of its own, without year.
PlanWork Working::pieceOf(std::uint32_t step) const
{
    const PlanInput::Way &way = m_input.ways[m_plan.steps[step].edge];
    PlanWork work;
    work.cost = m_plan.steps[step].cost;
    if (way.edge != k_noIndex && m_network.isJoint(way.edge)) {
        const LineNetwork::Joint &joint = m_network.joint(way.edge);
        work.kind = WorkKind::Gap;
        work.road = m_connection.network->rowOfLine()[joint.end];
        work.otherRoad = m_connection.network->rowOfLine()[joint.other];
        work.joint = way.edge;
        work.length_m = m_network.graph.edge(way.edge).length;
        return work;
    }
    const std::uint32_t line = way.edge != k_noIndex ? m_network.lineOfPiece[way.edge] : way.wholeLine;
    work.kind = workOf(m_connection.stateOf(line));
    work.road = m_connection.network->rowOfLine()[line];
    work.length_m =
        way.edge != k_noIndex ? m_network.graph.edge(way.edge).length : m_connection.network->locator.length(line);
    const double from_m = m_lineBegin_m[line] + (way.edge != k_noIndex ? m_network.pieceMeasure[way.edge] : 0);
    const double whole_m = m_roadLength_m[work.road];
    work.from_share = whole_m > 0 ? from_m / whole_m : 0;
    work.to_share = whole_m > 0 ? (from_m + work.length_m) / whole_m : 0;
    return work;
}

bool Working::continues(const PlanWork &last, const PlanWork &next) const
{
    const bool touches =
        std::abs(last.to_share - next.from_share) < k_touch || std::abs(last.from_share - next.to_share) < k_touch;
    return last.kind == next.kind && last.kind != WorkKind::Gap && last.road == next.road && touches &&
           last.settlements.empty() && last.year == next.year;
}

void Working::add(std::uint32_t step, double spent)
{
    PlanWork next = pieceOf(step);
    next.spent = spent;
    next.year = m_years.count > 0 ? m_years.yearOf(spent) : 0;
    for (const std::uint32_t demand : m_served[step]) {
        next.settlements.push_back(m_input.settlements[demand]);
        next.weight += m_input.problem.demands[demand].weight;
    }
    if (m_works.empty() || !continues(m_works.back(), next)) {
        m_works.push_back(std::move(next));
    } else {
        PlanWork &last = m_works.back();
        last.from_share = std::min(last.from_share, next.from_share);
        last.to_share = std::max(last.to_share, next.to_share);
        last.length_m += next.length_m;
        last.cost += next.cost;
        last.spent = spent;
        last.settlements = std::move(next.settlements);
        last.weight = next.weight;
    }
    m_workOf[step] = static_cast<std::uint32_t>(m_works.size() - 1);
}

/// Steps are numbered parents first, so that going backwards each has all that hangs on it when it is its turn.
void Working::addWeightBehind()
{
    std::vector<double> behind(m_plan.steps.size(), 0.0);
    for (std::size_t step = m_plan.steps.size(); step-- > 0;) {
        for (const std::uint32_t demand : m_served[step]) {
            behind[step] += m_input.problem.demands[demand].weight;
        }
        if (m_plan.steps[step].parent != k_noIndex) {
            behind[m_plan.steps[step].parent] += behind[step];
        }
        PlanWork &work = m_works[m_workOf[step]];
        work.weightBehind = std::max(work.weightBehind, behind[step]);
    }
}

} // namespace

int PlanYears::yearOf(double spent) const
{
    const double years = yuanPerYear > 0 ? std::ceil(spent / yuanPerYear - 1e-9) : 1;
    return first + static_cast<int>(std::clamp(years, 1.0, static_cast<double>(count))) - 1;
}

std::vector<PlanWork> planWorks(const Connection &connection, const PlanInput &input, const NetworkPlan &plan,
                                const PlanYears &years)
{
    return Working(connection, input, plan, years).run();
}

} // namespace cuntu::roads
