// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/supply_choice.h"
#include "plugins/water/units.h"

#include "core/solve/shortest_paths.h"

#include <algorithm>
#include <cmath>

namespace cuntu::water {

namespace {

constexpr double k_infinite = std::numeric_limits<double>::infinity();
/// What makes a link without a price count at all: of two plans the one that needs fewer is found.
constexpr double k_token_yuan = 0.01;

/// How far everything is from one system.
struct Reach {
    PathTree paths;              ///< by new pipe
    std::vector<double> along_m; ///< per node: from the works, mains and all; not-a-number where it is not reached
    std::vector<std::uint32_t> sources;
};

class Choosing {
public:
    Choosing(SupplyChoice &choice, const SupplyRequest &request)
        : m_choice(choice), m_request(request), m_graph(choice.network.graph())
    {
    }

    Result<void> run(const JobContext &job);

private:
    Result<Reach> reachOf(std::uint32_t system, const JobContext &job) const;
    Result<std::vector<double>> alongMains(std::uint32_t system, const JobContext &job) const;
    void addSystem(std::uint32_t system, const Reach &reach);
    Alternative alternative(std::uint32_t settlement, std::uint32_t system, const Reach &reach,
                            double personsThere) const;
    void keepBest(std::uint32_t settlement, const Alternative &next);
    void addLinks();

    SupplyChoice &m_choice;
    const SupplyRequest &m_request;
    Graph m_graph;
    std::vector<std::pair<std::uint32_t, Alternative>> m_feasible; ///< settlement and how
};

/// How far it is from the works along its own mains. Where they do not touch it, straight to their nearest node.
Result<std::vector<double>> Choosing::alongMains(std::uint32_t system, const JobContext &job) const
{
    const PipeNetwork &network = m_choice.network;
    const std::uint32_t own = network.nodeOf(m_choice.unserved.size() + system);
    std::vector<double> costs(network.ways.size(), k_infinite);
    std::vector<PathSource> sources{{own, 0}};
    const Point at = network.nodes[own];
    PathSource nearest{k_noIndex, k_infinite};
    for (std::size_t i = 0; i < network.ways.size(); ++i) {
        const PipeNetwork::Way &way = network.ways[i];
        if (way.owner == system) {
            costs[i] = way.length_m;
            for (const std::uint32_t node : {way.from, way.to}) {
                const double far = std::hypot(network.nodes[node].x - at.x, network.nodes[node].y - at.y);
                nearest = far < nearest.cost ? PathSource{node, far} : nearest;
            }
        }
    }
    if (nearest.node != k_noIndex) {
        sources.push_back(nearest);
    }
    const auto paths = shortestPaths(m_graph, costs, sources, job);
    return paths ? Result<std::vector<double>>(paths->cost) : Result<std::vector<double>>(paths.error());
}

Result<Reach> Choosing::reachOf(std::uint32_t system, const JobContext &job) const
{
    const PipeNetwork &network = m_choice.network;
    const auto mains = alongMains(system, job);
    if (!mains) {
        return mains.error();
    }
    Reach reach;
    std::vector<double> costs(network.ways.size());
    for (std::size_t i = 0; i < network.ways.size(); ++i) {
        costs[i] = network.ways[i].owner == k_noIndex ? network.ways[i].length_m : k_infinite;
    }
    std::vector<PathSource> sources;
    const std::uint32_t own = network.nodeOf(m_choice.unserved.size() + system);
    std::vector<bool> isSource(network.nodes.size());
    isSource[own] = true;
    for (const PipeNetwork::Way &way : network.ways) {
        if (way.owner == system) {
            isSource[way.from] = true;
            isSource[way.to] = true;
        }
    }
    for (std::uint32_t node = 0; node < isSource.size(); ++node) {
        if (isSource[node]) {
            reach.sources.push_back(node);
            sources.push_back({node, 0});
        }
    }
    auto paths = shortestPaths(m_graph, costs, sources, job);
    if (!paths) {
        return paths.error();
    }
    reach.paths = std::move(*paths);
    const double farthest = m_request.limits.reach_m;
    reach.along_m.assign(network.nodes.size(), std::nan(""));
    for (std::uint32_t node = 0; node < network.nodes.size(); ++node) {
        if (reach.paths.cost[node] <= farthest) {
            std::uint32_t source = node;
            while (reach.paths.next[source] != k_noIndex) {
                source = reach.paths.next[source];
            }
            const double before = std::isfinite((*mains)[source]) ? (*mains)[source] : 0; // a main of its own apart
            reach.along_m[node] = before + reach.paths.cost[node];
        }
    }
    return reach;
}

Alternative Choosing::alternative(std::uint32_t settlement, std::uint32_t system, const Reach &reach,
                                  double personsThere) const
{
    const SystemSite &site = m_choice.sites[system];
    const Unserved &who = m_choice.unserved[settlement];
    const SupplyCosts &costs = m_request.costs;
    const SupplyLimits &limits = m_request.limits;
    const std::uint32_t node = m_choice.network.nodeOf(settlement);
    Alternative way;
    way.system = system;
    way.pipe_m = reach.paths.cost[node];
    way.along_m = reach.along_m[node];
    if (std::isnan(way.along_m)) {
        way.obstacle = Obstacle::TooFar;
        return way;
    }
    const double lost = limits.friction_m_km * way.along_m / k_metresInKm;
    way.lift_m = who.height_m + limits.residual_m + lost - site.height_m;
    const double households = std::isnan(who.households) ? 0 : who.households;
    way.ends_yuan = households * costs.tap_yuan_hh + who.need_m3d * costs.tank_share * costs.tank_yuan_m3 +
                    (way.lift_m > 0 ? costs.pump_yuan + costs.pump_yuan_m * way.lift_m : 0) + k_token_yuan;
    way.alone_yuan = site.opening_yuan + way.pipe_m * costs.pipe_yuan_m + way.ends_yuan;
    const bool isDear = limits.perHousehold > 0 && households > 0 && way.alone_yuan / households > limits.perHousehold;
    way.obstacle = way.lift_m > limits.lift_m                            ? Obstacle::TooHigh
                   : who.need_m3d > site.spare_m3d()                     ? Obstacle::TooLittle
                   : !site.isThere && personsThere < limits.leastPersons ? Obstacle::TooFew
                   : isDear                                              ? Obstacle::TooDear
                                                                         : Obstacle::None;
    return way;
}

/// The cheapest of those that are feasible, else the one that comes closest to it.
void Choosing::keepBest(std::uint32_t settlement, const Alternative &next)
{
    const bool isUrban = m_choice.sites[next.system].mode == Mode::UrbanExtension;
    Alternative &best = m_choice.alternatives[settlement][isUrban ? UrbanClass : CentralClass];
    const auto rank = [](const Alternative &way) {
        return way.isFeasible() ? 0 : way.obstacle == Obstacle::NoSystem ? 3 : way.obstacle == Obstacle::TooFar ? 2 : 1;
    };
    const auto price = [&](const Alternative &way) { return rank(way) == 2 ? way.pipe_m : way.alone_yuan; };
    if (rank(next) < rank(best) || (rank(next) == rank(best) && price(next) < price(best))) {
        best = next;
    }
}

void Choosing::addSystem(std::uint32_t system, const Reach &reach)
{
    const PipeNetwork &network = m_choice.network;
    const SystemSite &site = m_choice.sites[system];
    SupplySystem made{site.opening_yuan, site.spare_m3d(), reach.sources, {}};
    for (std::uint32_t way = 0; way < network.ways.size(); ++way) {
        const PipeNetwork::Way &each = network.ways[way];
        const bool isIn =
            each.owner == k_noIndex && !std::isnan(reach.along_m[each.from]) && !std::isnan(reach.along_m[each.to]);
        if (isIn) {
            made.routes.push_back(way);
        }
    }
    double personsThere = 0;
    for (std::uint32_t i = 0; i < m_choice.unserved.size(); ++i) {
        const bool isNear = !std::isnan(reach.along_m[network.nodeOf(i)]);
        personsThere += isNear ? m_choice.unserved[i].persons : 0;
    }
    for (std::uint32_t i = 0; i < m_choice.unserved.size(); ++i) {
        const Alternative way = alternative(i, system, reach, personsThere);
        keepBest(i, way);
        if (way.isFeasible()) {
            m_feasible.emplace_back(i, way);
        }
    }
    m_choice.problem.systems.push_back(std::move(made));
}

/// By the order of the plans a settlement that an urban network can reach is given water by one.
void Choosing::addLinks()
{
    std::vector<bool> isUsed(m_choice.sites.size());
    for (const auto &[settlement, way] : m_feasible) {
        const bool isUrban = m_choice.sites[way.system].mode == Mode::UrbanExtension;
        if (m_request.limits.cheapestMode || isUrban || !m_choice.alternatives[settlement][UrbanClass].isFeasible()) {
            m_choice.problem.links.push_back(
                {settlement, way.system, m_choice.network.nodeOf(settlement), way.ends_yuan});
            m_choice.ofLink.push_back(way);
            isUsed[way.system] = true;
        }
    }
    for (std::size_t system = 0; system < isUsed.size(); ++system) {
        if (!isUsed[system]) { // nobody to give water to
            m_choice.problem.systems[system].routes.clear();
            m_choice.problem.systems[system].sources.clear();
        }
    }
}

Result<void> Choosing::run(const JobContext &job)
{
    SupplyProblem &problem = m_choice.problem;
    problem.places = static_cast<std::uint32_t>(m_choice.network.nodes.size());
    for (const PipeNetwork::Way &way : m_choice.network.ways) {
        problem.routes.push_back({way.from, way.to, way.length_m * m_request.costs.pipe_yuan_m});
    }
    for (const Unserved &each : m_choice.unserved) {
        problem.settlements.push_back({each.persons, each.need_m3d});
        const double households = std::isnan(each.households) ? 0 : each.households;
        m_choice.dispersed_yuan.push_back(households * m_request.costs.dispersed_yuan_hh);
    }
    m_choice.alternatives.resize(m_choice.unserved.size());
    for (std::uint32_t system = 0; system < m_choice.sites.size(); ++system) {
        const auto reach = reachOf(system, job);
        if (!reach) {
            return reach.error();
        }
        addSystem(system, *reach);
    }
    addLinks();
    return {};
}

} // namespace

Result<SupplyChoice> supplyChoice(std::vector<SystemSite> sites, std::vector<Unserved> unserved, PipeNetwork network,
                                  const SupplyRequest &request, const JobContext &job)
{
    SupplyChoice choice;
    choice.sites = std::move(sites);
    choice.unserved = std::move(unserved);
    choice.network = std::move(network);
    if (auto done = Choosing(choice, request).run(job); !done) {
        return done.error();
    }
    return choice;
}

} // namespace cuntu::water
