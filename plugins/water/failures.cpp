// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/failures.h"

#include "core/solve/dominators.h"
#include "plugins/water/declare.h"
#include "plugins/water/units.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

/// Works that the place in @p row names itself and that supply.
std::vector<std::uint32_t> namedWorks(const Survey &survey, std::size_t row)
{
    std::vector<std::uint32_t> found;
    for (const QString &code : listParts(textAt(survey.layer->column(u"works_code"_s), row))) {
        const auto at = survey.works.byCode.constFind(code);
        if (at != survey.works.byCode.cend() && survey.works.supplying[*at]) {
            found.push_back(*at);
        }
    }
    return found;
}

std::vector<Users> usersOf(const Survey &survey)
{
    std::vector<Users> users;
    for (std::uint32_t row = 0; row < survey.places.size(); ++row) {
        const Place &place = survey.places[row];
        const std::vector<std::uint32_t> named = namedWorks(survey, row);
        for (std::uint32_t k = place.firstPart; k < place.endPart; ++k) {
            const Part &part = survey.parts[k];
            const double persons = part.share * place.persons;
            if (part.works != Part::k_noWorks && part.supply.isSupplied() && persons > 0) {
                const bool isNamed = std::find(named.begin(), named.end(), part.works) != named.end();
                users.push_back({row, persons, isNamed ? named : std::vector<std::uint32_t>{part.works}});
            }
        }
    }
    return users;
}

/// The ways of the water as a directed graph in which everything that can fail is a node.
class Flow {
public:
    Flow(const Survey &survey, const FailureLayers &layers, Failures &failures)
        : m_survey(survey), m_layers(layers), m_failures(failures)
    {
    }

    Result<void> run(const ProjectSnapshot &project, double attach_m, const JobContext &job);

private:
    std::uint32_t newNode() { return m_nodes++; }
    void addSources();
    Result<void> readMains(const ProjectSnapshot &project, const JobContext &job);
    void addStops(double attach_m);
    Result<void> addMains(const JobContext &job);
    void addUsers();
    void judge();
    std::uint32_t ownerOf(std::uint32_t works) const
    {
        const auto found = m_siteOfWorks.find(works);
        return found == m_siteOfWorks.end() ? k_noIndex : found->second;
    }
    Point placeOf(const LayerSnapshot &layer, std::size_t row) const
    {
        Point place = layer.geometry().firstPoint(row);
        m_plane.flatten({&place, 1});
        return place;
    }

    const Survey &m_survey;
    const FailureLayers &m_layers;
    Failures &m_failures;
    MetrePlane m_plane;
    std::vector<PipeLine> m_lines; ///< mains, their owner a number of m_sites
    std::vector<SystemSite> m_sites;
    std::map<std::uint32_t, std::uint32_t> m_siteOfWorks;
    std::uint32_t m_nodes = 1; ///< 0 is the root
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_arcs;
    std::vector<std::uint32_t> m_worksNode;
    std::vector<std::uint32_t> m_sourceNode;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> m_pieces; ///< node and row of the main
    std::vector<std::uint32_t> m_userNode;
    std::vector<Point> m_points;
    std::vector<std::uint32_t> m_start;
    std::vector<LineLocation> m_stops;
    std::map<std::uint32_t, std::uint32_t> m_stopOfWorks;                           ///< works -> stop
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> m_stopOfUsers; ///< place and works -> stop
    std::vector<std::uint32_t> m_stopNode;
};

/// Root to source to works; works without a source in the tables are their own.
void Flow::addSources()
{
    const LayerSnapshot &works = *m_survey.works.layer;
    for (std::uint32_t row = 0; row < works.size(); ++row) {
        m_worksNode.push_back(newNode());
    }
    std::vector<bool> hasSource(works.size());
    for (std::uint32_t row = 0; row < m_layers.sources->size(); ++row) {
        m_sourceNode.push_back(newNode());
        const auto at = m_survey.works.byCode.constFind(stringAt(m_layers.sources->column(u"works_code"_s), row));
        const bool isUsed = at != m_survey.works.byCode.cend() && m_survey.works.supplying[*at];
        m_failures.worksOfSource.push_back(isUsed ? *at : k_noIndex);
        if (isUsed) {
            hasSource[*at] = true;
            m_arcs.emplace_back(0, m_sourceNode.back());
            m_arcs.emplace_back(m_sourceNode.back(), m_worksNode[*at]);
        }
    }
    for (std::uint32_t row = 0; row < works.size(); ++row) {
        if (!hasSource[row]) {
            m_arcs.emplace_back(0, m_worksNode[row]);
        }
    }
}

Result<void> Flow::readMains(const ProjectSnapshot &project, const JobContext &job)
{
    std::vector<Point> places;
    const LayerSnapshot &works = *m_survey.works.layer;
    for (std::uint32_t row = 0; row < works.size(); ++row) {
        if (m_survey.works.supplying[row]) {
            m_siteOfWorks.emplace(row, static_cast<std::uint32_t>(m_sites.size()));
            SystemSite site;
            site.works = row;
            site.code = stringAt(works.column(u"code"_s), row);
            site.isThere = true;
            m_sites.push_back(std::move(site));
            places.push_back(works.geometry().firstPoint(row));
        }
    }
    auto plane = MetrePlane::fitting(project.crs(), places);
    if (!plane) {
        return plane.error();
    }
    m_plane = std::move(*plane);
    auto lines = mainsOf(project, m_sites, m_survey.day, m_plane, job);
    if (!lines) {
        return lines.error();
    }
    m_lines = std::move(*lines);
    m_failures.isMainInUse.assign(m_layers.mains->size(), false);
    m_start.push_back(0);
    for (const PipeLine &line : m_lines) {
        m_points.insert(m_points.end(), line.points.begin(), line.points.end());
        m_start.push_back(static_cast<std::uint32_t>(m_points.size()));
        m_failures.isMainInUse[line.row] = true;
    }
    return {};
}

void Flow::addStops(double attach_m)
{
    const LineLocator locator({m_points, m_start});
    std::vector<LineLocation> found;
    const auto nearest = [&](Point from, double limit, std::uint32_t owner) -> std::optional<LineLocation> {
        std::optional<LineLocation> best;
        if (std::isfinite(from.x) && owner != k_noIndex) {
            locator.within(from, limit, found);
            for (const LineLocation &each : found) {
                if (m_lines[each.line].owner == owner && (!best || each.distance < best->distance)) {
                    best = each;
                }
            }
        }
        return best;
    };
    const auto add = [&](const LineLocation &place) {
        m_stops.push_back(place);
        return static_cast<std::uint32_t>(m_stops.size() - 1);
    };
    constexpr double k_anywhere = 1e7;
    for (const auto &[works, site] : m_siteOfWorks) {
        const auto place = nearest(placeOf(*m_survey.works.layer, works), k_anywhere, site);
        if (place) {
            m_stopOfWorks.emplace(works, add(*place));
        }
    }
    for (const Users &users : m_failures.users) {
        for (const std::uint32_t works : users.works) {
            const auto place = nearest(placeOf(*m_survey.layer, users.place), attach_m, ownerOf(works));
            if (place && m_stopOfUsers.find({users.place, works}) == m_stopOfUsers.end()) {
                m_stopOfUsers.emplace(std::pair(users.place, works), add(*place));
            }
        }
    }
}

/// Each piece of a main is a node between its two ends, so that it can fail by itself.
Result<void> Flow::addMains(const JobContext &job)
{
    const LineLocator locator({m_points, m_start});
    const auto network = buildLineNetwork(locator, {k_jointMetres, m_stops}, job);
    if (!network) {
        return network.error();
    }
    const std::uint32_t first = m_nodes;
    m_nodes += static_cast<std::uint32_t>(network->nodes.size());
    const auto both = [&](std::uint32_t a, std::uint32_t b) {
        m_arcs.emplace_back(a, b);
        m_arcs.emplace_back(b, a);
    };
    for (std::uint32_t number = 0; number < network->graph.edgeCount(); ++number) {
        const GraphEdge &edge = network->graph.edge(number);
        if (network->isJoint(number)) {
            both(first + edge.from, first + edge.to);
            continue;
        }
        const std::uint32_t piece = newNode();
        both(first + edge.from, piece);
        both(piece, first + edge.to);
        m_pieces.emplace_back(piece, m_lines[network->lineOfPiece[number]].row);
    }
    for (const std::uint32_t node : network->stopNodes) {
        m_stopNode.push_back(first + node);
    }
    for (const auto &[works, stop] : m_stopOfWorks) {
        m_arcs.emplace_back(m_worksNode[works], m_stopNode[stop]);
    }
    return {};
}

void Flow::addUsers()
{
    for (const Users &users : m_failures.users) {
        const std::uint32_t node = newNode();
        m_userNode.push_back(node);
        for (const std::uint32_t works : users.works) {
            const auto stop = m_stopOfUsers.find({users.place, works});
            m_arcs.emplace_back(stop != m_stopOfUsers.end() ? m_stopNode[stop->second] : m_worksNode[works], node);
        }
    }
}

void Flow::judge()
{
    const std::vector<std::uint32_t> above = immediateDominators(m_nodes, m_arcs, 0);
    std::vector<double> lost(m_nodes, 0.0);
    std::vector<std::set<std::uint32_t>> places(m_nodes);
    for (std::size_t i = 0; i < m_userNode.size(); ++i) {
        for (std::uint32_t node = above[m_userNode[i]]; node != k_noIndex && node != 0; node = above[node]) {
            lost[node] += m_failures.users[i].persons;
            places[node].insert(m_failures.users[i].place);
        }
    }
    for (const std::uint32_t node : m_worksNode) {
        m_failures.ofWorks.push_back(lost[node]);
    }
    for (const std::uint32_t node : m_sourceNode) {
        m_failures.ofSource.push_back(lost[node]);
    }
    m_failures.ofMain.assign(m_layers.mains->size(), 0.0);
    m_failures.settlementsOfMain.assign(m_layers.mains->size(), 0);
    for (const auto &[node, row] : m_pieces) {
        if (lost[node] > m_failures.ofMain[row]) {
            m_failures.ofMain[row] = lost[node];
            m_failures.settlementsOfMain[row] = static_cast<std::uint32_t>(places[node].size());
        }
    }
}

Result<void> Flow::run(const ProjectSnapshot &project, double attach_m, const JobContext &job)
{
    addSources();
    if (auto read = readMains(project, job); !read) {
        return read;
    }
    addStops(attach_m);
    if (auto added = addMains(job); !added) {
        return added;
    }
    addUsers();
    judge();
    return {};
}

/// Persons for whom the other sources of the same works do not yield enough once one dries up.
void addShortages(const LayerSnapshot &sources, double demand_m3d, Failures &failures)
{
    const Column *yields = sources.column(u"yield_m3d"_s);
    std::map<std::uint32_t, double> yieldOf;
    for (std::size_t row = 0; row < sources.size(); ++row) {
        yieldOf[failures.worksOfSource[row]] += numberAt(yields, row);
    }
    for (std::size_t row = 0; row < sources.size(); ++row) {
        const std::uint32_t works = failures.worksOfSource[row];
        if (works == k_noIndex) {
            failures.shortOfSource.push_back(0);
            continue;
        }
        const double persons = failures.servedBy[works];
        const double left = yieldOf[works] - numberAt(yields, row);
        const double demand = persons * demand_m3d;
        failures.shortOfSource.push_back(demand > 0 ? persons * std::clamp(1 - left / demand, 0.0, 1.0) : 0 * left);
    }
}

} // namespace

Result<FailureLayers> failureLayers(const ProjectSnapshot &project, const JobContext &job)
{
    auto sources = layerWith(project, id(k_intakes), {u"code"_s, u"name"_s, u"works_code"_s, u"yield_m3d"_s}, job);
    if (!sources) {
        return sources.error();
    }
    auto mains = layerWith(project, id(k_mains), {u"code"_s, u"name"_s, u"works_code"_s}, job);
    if (!mains) {
        return mains.error();
    }
    return FailureLayers{*sources, *mains};
}

Result<Failures> failures(const ProjectSnapshot &project, const Survey &survey, const FailureLayers &layers,
                          double attach_m, double demand_m3d, const JobContext &job)
{
    Failures found;
    found.users = usersOf(survey);
    found.servedBy.assign(survey.works.layer->size(), 0.0);
    for (const Users &users : found.users) {
        for (const std::uint32_t works : users.works) {
            found.servedBy[works] += users.persons / static_cast<double>(users.works.size());
        }
    }
    if (auto done = Flow(survey, layers, found).run(project, attach_m, job); !done) {
        return done.error();
    }
    addShortages(*layers.sources, demand_m3d, found);
    return found;
}

} // namespace cuntu::water
