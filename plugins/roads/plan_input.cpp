// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/plan_input.h"

#include <cmath>

namespace cuntu::roads {

namespace {

/// The steps of planInput(), in order.
class Posing {
public:
    Posing(const Connection &connection, const LineCosts &costs, PlanWeight weight)
        : m_connection(connection), m_network(connection.network->lines), m_costs(costs), m_weight(weight)
    {
        m_input.problem.nodes = static_cast<std::uint32_t>(m_network.nodes.size()) + 1;
        m_input.problem.root = m_input.problem.nodes - 1;
    }

    PlanInput run()
    {
        addEdges();
        addDestination();
        addDemands();
        return std::move(m_input);
    }

private:
    void add(std::uint32_t from, std::uint32_t to, double cost, bool oneWay, PlanInput::Way way)
    {
        m_input.problem.edges.push_back({from, to, cost, oneWay});
        m_input.ways.push_back(way);
    }
    double pieceCost(std::uint32_t edge) const;
    double jointCost(std::uint32_t edge) const;
    void addEdges();
    void addDestination();
    void addSeats();
    void addWhole(std::uint32_t line);
    void addDemands();

    const Connection &m_connection;
    const LineNetwork &m_network;
    const LineCosts &m_costs;
    PlanWeight m_weight;
    PlanInput m_input;
};

double Posing::pieceCost(std::uint32_t edge) const
{
    return m_network.graph.edge(edge).length * m_costs.yuanPerMetre[m_network.lineOfPiece[edge]];
}

/// The dearer of its two roads says what a metre of the gap costs.
double Posing::jointCost(std::uint32_t edge) const
{
    const LineNetwork::Joint &joint = m_network.joint(edge);
    return m_network.graph.edge(edge).length *
           std::max(m_costs.yuanPerMetre[joint.end], m_costs.yuanPerMetre[joint.other]);
}

void Posing::addEdges()
{
    for (std::uint32_t edge = 0; edge < m_network.graph.edgeCount(); ++edge) {
        const GraphEdge &way = m_network.graph.edge(edge);
        const double cost = m_network.isJoint(edge) ? jointCost(edge) : pieceCost(edge);
        add(way.from, way.to, cost, false, {edge, k_noIndex});
    }
}

void Posing::addDestination()
{
    const auto lines = static_cast<std::uint32_t>(m_connection.network->rowOfLine().size());
    for (std::uint32_t line = 0; line < lines; ++line) {
        if (m_connection.leadsThere[line]) {
            add(m_input.problem.root, m_network.anyNode[line], 0, false, {});
        } else if (m_connection.destination == Destination::Classified &&
                   m_connection.segments.classified[m_connection.network->rowOfLine()[line]] &&
                   m_connection.stateOf(line) != SegmentState::Usable) {
            addWhole(line);
        }
    }
    if (m_connection.destination == Destination::Committees) {
        addSeats();
    }
}

/// One way from the root onto a line for the price of all of it; from its beginning the others of its nodes are free,
/// as they are paid for.
void Posing::addWhole(std::uint32_t line)
{
    const std::uint32_t first = m_network.firstPiece[line];
    const std::uint32_t last = m_network.firstPiece[line + 1];
    double cost = 0;
    for (std::uint32_t piece = first; piece < last; ++piece) {
        cost += pieceCost(piece);
    }
    if (cost == 0) {
        return;
    }
    const std::uint32_t entry = m_input.problem.nodes++;
    add(m_input.problem.root, entry, cost, true, {k_noIndex, line});
    for (std::uint32_t piece = first; piece < last; ++piece) {
        add(entry, m_network.graph.edge(piece).from, 0, true, {});
        add(entry, m_network.graph.edge(piece).to, 0, true, {});
    }
}

void Posing::addSeats()
{
    for (std::size_t row = 0; row < m_connection.standings.size(); ++row) {
        for (std::uint32_t place = m_connection.network->firstPlace[row];
             m_connection.standings[row].hasCommittee && place < m_connection.network->firstPlace[row + 1]; ++place) {
            add(m_input.problem.root, m_network.stopNodes[place], 0, false, {});
        }
    }
}

void Posing::addDemands()
{
    for (std::uint32_t row = 0; row < m_connection.standings.size(); ++row) {
        const Standing &standing = m_connection.standings[row];
        if (standing.eligibility != Eligibility::Eligible) {
            continue;
        }
        const double weight = weightOf(standing, m_weight);
        m_input.countedWeight += weight;
        if (m_connection.accesses[row].connected) {
            m_input.connectedWeight += weight;
        } else if (weight > 0) {
            PlanDemand demand{{}, weight};
            for (std::uint32_t place = m_connection.network->firstPlace[row];
                 place < m_connection.network->firstPlace[row + 1]; ++place) {
                demand.nodes.push_back(m_network.stopNodes[place]);
            }
            m_input.problem.demands.push_back(std::move(demand));
            m_input.settlements.push_back(row);
        }
    }
}

} // namespace

PlanInput planInput(const Connection &connection, const LineCosts &costs, PlanWeight weight)
{
    return Posing(connection, costs, weight).run();
}

double weightOf(const Standing &standing, PlanWeight weight)
{
    const double value = weight == PlanWeight::Households ? standing.households
                         : weight == PlanWeight::Persons  ? standing.persons
                                                          : 1;
    return std::isfinite(value) ? value : 0;
}

} // namespace cuntu::roads
