// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/paths.h"

#include <algorithm>

namespace cuntu::roads {

namespace {

// What a metre costs on the path with the least to build: one that needs work outweighs a thousand that only lack an
// acceptance, and one of those a thousand that are there already.
constexpr double k_work = 1;
constexpr double k_record = 1e-3;
constexpr double k_way = 1e-6;
constexpr double k_closed = std::numeric_limits<double>::infinity();

/// The steps of growTrees(), in order.
class Growing {
public:
    Growing(const Ground &ground, const std::vector<bool> &openEdges)
        : m_ground(ground), m_openEdges(openEdges), m_rootCost(ground.network.nodes.size(), k_closed)
    {
        m_trees.rootLine.assign(ground.network.nodes.size(), k_noIndex);
    }

    Result<Trees> run(const JobContext &job)
    {
        addUsable();
        auto routes = shortestPaths(m_ground.network.graph, routeCosts(m_ground, m_openEdges), m_sources, job);
        addPossible();
        auto plans = shortestPaths(m_ground.network.graph, planCosts(m_ground, m_openEdges), m_sources, job);
        if (!routes || !plans) {
            return cancelledError();
        }
        m_trees.routes = std::move(*routes);
        m_trees.plans = std::move(*plans);
        m_trees.anyDestination = !m_sources.empty();
        return std::move(m_trees);
    }

private:
    enum class Lines { Open, All };
    void addUsable();
    void addPossible();
    void addSeats(Lines which);
    void addLine(std::uint32_t line, double cost, std::uint32_t root);
    void addNode(std::uint32_t node, double cost, std::uint32_t root);
    void addLargestHardened();

    const Ground &m_ground;
    const std::vector<bool> &m_openEdges;
    Trees m_trees;
    std::vector<PathSource> m_sources;
    std::vector<double> m_rootCost; ///< per node, of the cheapest source there
};

void Growing::addNode(std::uint32_t node, double cost, std::uint32_t root)
{
    m_sources.push_back({node, cost});
    if (cost < m_rootCost[node]) {
        m_rootCost[node] = cost;
        m_trees.rootLine[node] = root;
    }
}

void Growing::addLine(std::uint32_t line, double cost, std::uint32_t root)
{
    const LineNetwork &network = m_ground.network;
    if (network.anyNode[line] != k_noIndex) {
        addNode(network.anyNode[line], cost, root);
    }
    for (std::uint32_t piece = network.firstPiece[line]; piece < network.firstPiece[line + 1]; ++piece) {
        addNode(network.graph.edge(piece).from, cost, root);
        addNode(network.graph.edge(piece).to, cost, root);
    }
}

/// Where committees sit: the places beside open lines, or beside all.
void Growing::addSeats(Lines which)
{
    const auto &committees = m_ground.input.committees;
    for (std::size_t i = 0; i < committees.size(); ++i) {
        for (std::uint32_t k = m_ground.firstPlace(i); committees[i] && k < m_ground.firstPlace(i + 1); ++k) {
            if (which == Lines::All || m_ground.open[m_ground.places()[k].line]) {
                addNode(m_ground.network.stopNodes[k], 0, k_noIndex);
            }
        }
    }
}

/// The destination as it is.
void Growing::addUsable()
{
    if (m_ground.destination == Destination::Committees) {
        addSeats(Lines::Open);
        return;
    }
    const bool classified = m_ground.destination == Destination::Classified;
    for (std::uint32_t line = 0; line < m_ground.open.size(); ++line) {
        if (m_ground.open[line] &&
            (classified ? m_ground.isClassified(line) : bool(m_ground.isGood[m_ground.component[line]]))) {
            addLine(line, 0, k_noIndex);
        }
    }
}

/// What may become a destination as well: seats beside lines that are not usable, classified lines for who builds the
/// whole of them, or, where no segment is usable at all, the largest network that is hardened at least.
void Growing::addPossible()
{
    if (m_ground.destination == Destination::Committees) {
        addSeats(Lines::All);
        return;
    }
    if (m_ground.destination == Destination::Largest) {
        if (m_sources.empty()) {
            addLargestHardened();
        }
        return;
    }
    for (std::uint32_t line = 0; line < m_ground.open.size(); ++line) {
        if (!m_ground.open[line] && m_ground.isClassified(line)) {
            double whole_m = 0;
            for (std::uint32_t k = m_ground.network.firstPiece[line]; k < m_ground.network.firstPiece[line + 1]; ++k) {
                whole_m += m_ground.length(k);
            }
            addLine(line, whole_m * (needsWork(m_ground.stateOf(line)) ? k_work : k_record), line);
        }
    }
}

void Growing::addLargestHardened()
{
    const LineNetwork &network = m_ground.network;
    std::vector<bool> hardened(m_ground.open.size());
    for (std::uint32_t line = 0; line < hardened.size(); ++line) {
        hardened[line] = !needsWork(m_ground.stateOf(line)) && network.anyNode[line] != k_noIndex;
    }
    const auto component = connectedComponents(network.graph, network.edgesOf(hardened));
    std::vector<double> length_m(component.size(), 0.0);
    for (std::uint32_t piece = 0; piece < network.pieceCount(); ++piece) {
        if (hardened[network.lineOfPiece[piece]]) {
            length_m[component[network.graph.edge(piece).from]] += m_ground.length(piece);
        }
    }
    const auto longest = std::max_element(length_m.begin(), length_m.end());
    for (std::uint32_t line = 0; longest != length_m.end() && line < hardened.size(); ++line) {
        if (hardened[line] &&
            component[network.anyNode[line]] == static_cast<std::size_t>(longest - length_m.begin())) {
            addLine(line, 0, k_noIndex);
        }
    }
}

} // namespace

std::uint32_t Ground::lineAt(std::uint32_t edge) const
{
    if (!network.isJoint(edge)) {
        return network.lineOfPiece[edge];
    }
    const LineNetwork::Joint &joint = network.joint(edge);
    return open[joint.end] ? joint.other : joint.end;
}

std::vector<double> routeCosts(const Ground &ground, const std::vector<bool> &openEdges)
{
    std::vector<double> costs(openEdges.size(), k_closed);
    for (std::uint32_t edge = 0; edge < costs.size(); ++edge) {
        if (openEdges[edge]) {
            costs[edge] = ground.length(edge);
        }
    }
    return costs;
}

std::vector<double> planCosts(const Ground &ground, const std::vector<bool> &openEdges)
{
    std::vector<double> costs(openEdges.size());
    for (std::uint32_t edge = 0; edge < costs.size(); ++edge) {
        double perMetre = k_way;
        if (!openEdges[edge]) {
            const bool work = needsWork(ground.stateOf(ground.lineAt(edge))) && !ground.network.isJoint(edge);
            perMetre += work ? k_work : k_record;
        }
        costs[edge] = perMetre * ground.length(edge);
    }
    return costs;
}

Result<Trees> growTrees(const Ground &ground, const std::vector<bool> &openEdges, const JobContext &job)
{
    return Growing(ground, openEdges).run(job);
}

} // namespace cuntu::roads
