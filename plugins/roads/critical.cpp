// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/critical.h"

#include "core/snapshot/known_columns.h"
#include "core/solve/dominators.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// Lines, the places where they meet, and settlements as the nodes of one graph, so that a line that is cut is a node
/// that is taken away:
///
///     root -> line <-> place <-> line -> settlement       a joint leads from line to line
class Cutting {
public:
    Cutting(const Connection &connection, Net net) : m_connection(connection), m_net(net)
    {
        const LineNetwork &network = connection.network->lines;
        m_firstPlace = static_cast<std::uint32_t>(connection.network->rowOfLine().size());
        m_firstSettlement = m_firstPlace + static_cast<std::uint32_t>(network.nodes.size());
        m_root = m_firstSettlement + static_cast<std::uint32_t>(connection.standings.size());
    }

    std::vector<Criticality> run()
    {
        findOpen();
        addLines();
        addDestination();
        addSettlements();
        return countCut(immediateDominators(m_root + 1, m_arcs, m_root));
    }

private:
    std::uint32_t rowOf(std::uint32_t line) const { return m_connection.network->rowOfLine()[line]; }
    void both(std::uint32_t a, std::uint32_t b)
    {
        m_arcs.emplace_back(a, b);
        m_arcs.emplace_back(b, a);
    }
    bool isCounted(std::size_t settlement) const
    {
        return m_connection.standings[settlement].eligibility == Eligibility::Eligible;
    }
    void findOpen();
    void addLines();
    void addDestination();
    void addSettlements();
    std::vector<Criticality> countCut(const std::vector<std::uint32_t> &above) const;

    const Connection &m_connection;
    Net m_net;
    std::uint32_t m_firstPlace = 0;
    std::uint32_t m_firstSettlement = 0;
    std::uint32_t m_root = 0;
    std::vector<bool> m_open; ///< per line
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_arcs;
};

void Cutting::findOpen()
{
    const Column *passable = m_connection.roads->column(u"passable"_s);
    const auto lines = static_cast<std::uint32_t>(m_connection.network->rowOfLine().size());
    for (std::uint32_t line = 0; line < lines; ++line) {
        const bool isOpen = m_net == Net::Usable ? m_connection.stateOf(line) == SegmentState::Usable
                                                 : numberAt(passable, rowOf(line)) != 0;
        m_open.push_back(isOpen && m_connection.network->lines.anyNode[line] != k_noIndex);
    }
}

void Cutting::addLines()
{
    const LineNetwork &network = m_connection.network->lines;
    for (std::uint32_t edge = 0; edge < network.graph.edgeCount(); ++edge) {
        if (network.isJoint(edge)) {
            const LineNetwork::Joint &joint = network.joint(edge);
            if (m_open[joint.end] && m_open[joint.other]) {
                both(joint.end, joint.other);
            }
        } else if (const std::uint32_t line = network.lineOfPiece[edge]; m_open[line]) {
            both(line, m_firstPlace + network.graph.edge(edge).from);
            both(line, m_firstPlace + network.graph.edge(edge).to);
        }
    }
}

void Cutting::addDestination()
{
    const Network &network = *m_connection.network;
    for (std::uint32_t line = 0; m_connection.destination == Destination::Classified && line < m_open.size(); ++line) {
        if (m_open[line] && m_connection.segments.classified[rowOf(line)]) {
            m_arcs.emplace_back(m_root, line);
        }
    }
    for (std::size_t i = 0; m_connection.destination != Destination::Classified && i < m_connection.standings.size();
         ++i) {
        for (std::uint32_t k = network.firstPlace[i];
             m_connection.standings[i].hasCommittee && k < network.firstPlace[i + 1]; ++k) {
            if (m_open[network.lineOfPlace[k]]) {
                m_arcs.emplace_back(m_root, network.lineOfPlace[k]);
            }
        }
    }
}

void Cutting::addSettlements()
{
    const Network &network = *m_connection.network;
    for (std::uint32_t i = 0; i < m_connection.standings.size(); ++i) {
        for (std::uint32_t k = network.firstPlace[i]; isCounted(i) && k < network.firstPlace[i + 1]; ++k) {
            if (m_open[network.lineOfPlace[k]]) {
                m_arcs.emplace_back(network.lineOfPlace[k], m_firstSettlement + i);
            }
        }
    }
}

/// Every line on the way up from a settlement cuts it off; a road of several counts once.
std::vector<Criticality> Cutting::countCut(const std::vector<std::uint32_t> &above) const
{
    std::vector<Criticality> cut(m_connection.roads->size());
    std::vector<std::uint32_t> countedFor(cut.size(), k_noIndex);
    for (std::uint32_t i = 0; i < m_connection.standings.size(); ++i) {
        const Standing &standing = m_connection.standings[i];
        for (std::uint32_t up = above[m_firstSettlement + i]; up != k_noIndex; up = above[up]) {
            const std::uint32_t road = up < m_firstPlace ? rowOf(up) : k_noIndex;
            if (road == k_noIndex || countedFor[road] == i) {
                continue;
            }
            countedFor[road] = i;
            ++cut[road].settlements;
            cut[road].households += std::isfinite(standing.households) ? standing.households : 0;
            cut[road].persons += std::isfinite(standing.persons) ? standing.persons : 0;
        }
    }
    std::vector<Criticality> critical;
    for (std::uint32_t road = 0; road < cut.size(); ++road) {
        if (cut[road].settlements > 0) {
            critical.push_back(cut[road]);
            critical.back().road = road;
        }
    }
    return critical;
}

} // namespace

Result<std::vector<Criticality>> criticalSegments(const Connection &connection, Net net)
{
    if (connection.destination != Destination::Classified && connection.destination != Destination::Committees) {
        return Error{
            ErrorCode::NotFound,
            Text{u"没有一个共同的目的地：目的地为最大的硬化路网，或各村自己的村委会"_s,
                 u"there is no common destination: it is the largest hardened network, or each village's own "
                 u"committee"_s}
                .toString(),
            {},
            Text{u"目的地选乡道以上路网或村委会驻地。"_s, u"Choose the classified network or seats of committees."_s}
                .toString(),
            {},
            {}};
    }
    return Cutting(connection, net).run();
}

} // namespace cuntu::roads
