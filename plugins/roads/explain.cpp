// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geo/station_text.h"
#include "plugins/roads/paths.h"
#include "plugins/roads/village_ways.h"

#include <algorithm>
#include <tuple>

namespace cuntu::roads {

namespace {

constexpr std::size_t k_settlementsBetweenCancelChecks = 1024;

/// The path that stands for a settlement.
struct Path {
    std::uint32_t place = k_noIndex;    ///< where it begins; none: there is no path
    std::vector<std::uint32_t> edges;   ///< from there to the destination
    std::uint32_t rootLine = k_noIndex; ///< see Trees
};

/// The trees in which a settlement's path is looked for.
struct Ways {
    const PathTree &routes;
    const PathTree &plans;
    const std::vector<std::uint32_t> *rootLine; ///< see Trees; null: no destination has to be built itself
    bool anyDestination = false;
};

/// The steps of explain(), in order.
class Explaining {
public:
    Explaining(const Ground &ground, std::vector<Access> &accesses)
        : m_ground(ground),
          m_openEdges(ground.network.edgesOf(ground.open)),
          m_accesses(accesses),
          m_users(ground.network.graph.edgeCount(), 0),
          m_rootUsers(ground.open.size(), 0)
    {
    }

    Result<void> run(const JobContext &job)
    {
        auto judged = m_ground.destination == Destination::OwnCommittee ? judgeByVillage(job) : judgeAll(job);
        if (!judged) {
            return judged;
        }
        for (const auto &[settlement, path] : m_paths) {
            addShares(path, m_accesses[settlement]);
        }
        return {};
    }

private:
    Result<void> judgeAll(const JobContext &job);
    Result<void> judgeByVillage(const JobContext &job);
    void judge(std::size_t settlement, const Ways &ways);
    void judgeWithoutPath(std::size_t settlement, const Ways &ways, Access &access) const;
    Path bestPath(std::size_t settlement, const PathTree &tree, bool openOnly) const;
    void follow(const Path &path, Access &access) const;
    void keep(std::size_t settlement, Path path);
    void addShares(const Path &path, Access &access) const;
    double builtLength_m(std::uint32_t line) const;
    std::vector<std::uint32_t> routeOf(const Path &path) const;
    void setRoad(Access &access, std::uint32_t line) const
    {
        access.road = m_ground.rowOf(line);
        access.line = line;
    }

    const Ground &m_ground;
    std::vector<bool> m_openEdges;
    std::vector<Access> &m_accesses;
    std::vector<std::uint32_t> m_users;     ///< per edge: how many paths go over it
    std::vector<std::uint32_t> m_rootUsers; ///< per line: how many paths end on it
    std::vector<std::pair<std::size_t, Path>> m_paths;
};

Result<void> Explaining::judgeAll(const JobContext &job)
{
    const auto trees = growTrees(m_ground, m_openEdges, job);
    if (!trees) {
        return trees.error();
    }
    const Ways ways{trees->routes, trees->plans, &trees->rootLine, trees->anyDestination};
    for (std::size_t i = 0; i < m_accesses.size(); ++i) {
        if (i % k_settlementsBetweenCancelChecks == 0 && job.isCancelled()) {
            return cancelledError();
        }
        if (m_ground.input.asked[i]) {
            judge(i, ways);
        }
    }
    return {};
}

/// Each village has a destination of its own: its trees are grown as far as its settlements.
Result<void> Explaining::judgeByVillage(const JobContext &job)
{
    VillageWays ways(m_ground, m_openEdges);
    for (const VillageSettlements &village : ways.villages()) {
        if (auto grown = ways.grow(village, job); !grown) {
            return grown;
        }
        for (const std::uint32_t settlement : village.asked) {
            judge(settlement, {ways.routes(), ways.plans(), nullptr, ways.anySeat()});
        }
    }
    return {};
}

Path Explaining::bestPath(std::size_t settlement, const PathTree &tree, bool openOnly) const
{
    Path path;
    const auto rank = [&](std::uint32_t k) {
        const LineLocation &place = m_ground.places()[k];
        const double cost = tree.cost[m_ground.network.stopNodes[k]];
        // Over usable roads the walk to the road counts as well; else only what must be built does.
        return std::tuple(openOnly ? cost + place.distance : cost, !m_ground.open[place.line], place.distance, k);
    };
    for (std::uint32_t k = m_ground.firstPlace(settlement); k < m_ground.firstPlace(settlement + 1); ++k) {
        const bool possible =
            tree.isReached(m_ground.network.stopNodes[k]) && (!openOnly || m_ground.open[m_ground.places()[k].line]);
        if (possible && (path.place == k_noIndex || rank(k) < rank(path.place))) {
            path.place = k;
        }
    }
    if (path.place != k_noIndex) {
        path.edges = tree.path(m_ground.network.stopNodes[path.place]);
    }
    return path;
}

void Explaining::judge(std::size_t settlement, const Ways &ways)
{
    Access &access = m_accesses[settlement];
    const bool reached = access.byNetwork == Reason::ByNetwork;
    Path path = bestPath(settlement, reached ? ways.routes : ways.plans, reached);
    if (path.place == k_noIndex) {
        judgeWithoutPath(settlement, ways, access);
    } else {
        const LineLocation &place = m_ground.places()[path.place];
        access.toRoad_m = place.distance;
        setRoad(access, place.line);
        access.route = routeOf(path);
        if (reached) {
            access.route_km = ways.routes.cost[m_ground.network.stopNodes[path.place]] / k_metresInKm;
            access.toHarden_km = 0;
        } else {
            std::uint32_t root = m_ground.network.stopNodes[path.place];
            while (ways.plans.next[root] != k_noIndex) {
                root = ways.plans.next[root];
            }
            path.rootLine = ways.rootLine == nullptr ? k_noIndex : (*ways.rootLine)[root];
            follow(path, access);
        }
        keep(settlement, std::move(path));
    }
    if (m_ground.input.statuses[settlement] == OwnStatus::None) {
        access.reason = access.byNetwork;
    }
}

/// No road near, or roads that lead nowhere.
void Explaining::judgeWithoutPath(std::size_t settlement, const Ways &ways, Access &access) const
{
    const Point at = m_ground.input.network.plane.positions[settlement];
    if (!std::isfinite(at.x) || !std::isfinite(at.y)) {
        access.byNetwork = Reason::NoPosition;
        return;
    }
    const auto begin = m_ground.places().begin() + m_ground.firstPlace(settlement);
    const auto end = m_ground.places().begin() + m_ground.firstPlace(settlement + 1);
    if (begin == end) {
        access.byNetwork = Reason::NoRoadNear;
        return;
    }
    const auto best = std::min_element(begin, end, [&](const LineLocation &a, const LineLocation &b) {
        return std::tuple(m_ground.stateOf(a.line), a.distance) < std::tuple(m_ground.stateOf(b.line), b.distance);
    });
    setRoad(access, best->line);
    access.toRoad_m = best->distance;
    if (ways.anyDestination) {
        access.byNetwork = Reason::Isolated;
    } else {
        // With nowhere to go, the segment at the door is what there is to say, if it would be the network to reach.
        const bool broken = m_ground.destination == Destination::Largest && !m_ground.open[best->line];
        access.byNetwork = broken ? Reason::PathBroken : Reason::NoDestination;
        access.breakAt_km = 0;
    }
}

/// Where the path breaks first, and what must be built along it.
void Explaining::follow(const Path &path, Access &access) const
{
    access.byNetwork = Reason::PathBroken;
    std::uint32_t broken = k_noIndex;
    double along_m = 0;
    double build_m = 0;
    for (const std::uint32_t edge : path.edges) {
        if (!m_openEdges[edge]) {
            const std::uint32_t line = m_ground.lineAt(edge);
            if (broken == k_noIndex) {
                broken = line;
                access.breakAt_km = along_m / k_metresInKm;
            }
            build_m += needsWork(m_ground.stateOf(line)) && !m_ground.network.isJoint(edge) ? m_ground.length(edge) : 0;
        }
        along_m += m_ground.length(edge);
    }
    if (broken == k_noIndex) { // it breaks at its very end, or the settlement stands at a destination to be
        broken = path.rootLine != k_noIndex ? path.rootLine : m_ground.places()[path.place].line;
        access.breakAt_km = along_m / k_metresInKm;
    }
    setRoad(access, broken);
    access.toHarden_km = (build_m + (path.rootLine == k_noIndex ? 0 : builtLength_m(path.rootLine))) / k_metresInKm;
}

/// Length of @p line if it needs work, else 0.
double Explaining::builtLength_m(std::uint32_t line) const
{
    double length_m = 0;
    for (std::uint32_t k = m_ground.network.firstPiece[line]; k < m_ground.network.firstPiece[line + 1]; ++k) {
        length_m += m_ground.length(k);
    }
    return needsWork(m_ground.stateOf(line)) ? length_m : 0;
}

/// The segments that @p path leads over, in its order, each once.
std::vector<std::uint32_t> Explaining::routeOf(const Path &path) const
{
    std::vector<std::uint32_t> rows{m_ground.rowOf(m_ground.places()[path.place].line)};
    for (const std::uint32_t edge : path.edges) {
        const bool joint = m_ground.network.isJoint(edge);
        const std::uint32_t row = joint ? rows.back() : m_ground.rowOf(m_ground.network.lineOfPiece[edge]);
        if (rows.back() != row) {
            rows.push_back(row);
        }
    }
    return rows;
}

void Explaining::keep(std::size_t settlement, Path path)
{
    const bool done = m_accesses[settlement].connected;
    if (done) { // nothing more is to be built for it, whatever the map says
        std::erase_if(path.edges, [&](std::uint32_t edge) { return !m_openEdges[edge]; });
        path.rootLine = k_noIndex;
    }
    for (const std::uint32_t edge : path.edges) {
        ++m_users[edge];
    }
    if (path.rootLine != k_noIndex) {
        ++m_rootUsers[path.rootLine];
    }
    m_paths.emplace_back(settlement, std::move(path));
}

/// Each kilometre in equal parts to all whose path goes over it, so that the sum is the length that there is.
void Explaining::addShares(const Path &path, Access &access) const
{
    for (const std::uint32_t edge : path.edges) {
        const double share_km = m_ground.length(edge) / m_users[edge] / k_metresInKm;
        const bool work =
            !m_openEdges[edge] && !m_ground.network.isJoint(edge) && needsWork(m_ground.stateOf(m_ground.lineAt(edge)));
        access.pathShare_km += share_km;
        access.doneShare_km += m_openEdges[edge] ? share_km : 0;
        access.leftShare_km += work ? share_km : 0;
    }
    if (path.rootLine != k_noIndex) {
        const double share_km = builtLength_m(path.rootLine) / m_rootUsers[path.rootLine] / k_metresInKm;
        access.pathShare_km += share_km;
        access.leftShare_km += share_km;
    }
}

} // namespace

Result<void> explain(const Ground &ground, std::vector<Access> &accesses, const JobContext &job)
{
    return Explaining(ground, accesses).run(job);
}

} // namespace cuntu::roads
