// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/minutes_run.h"

#include "plugins/relocation/siting_input.h"
#include "plugins/relocation/siting_layers.h"

#include <QHash>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

constexpr double k_never = std::numeric_limits<double>::infinity();

/// Speeds of classes of roads: "COUNTY=40, TOWNSHIP=30".
Result<QHash<QString, double>> speedsFrom(const QString &text)
{
    QHash<QString, double> speeds;
    QString plain = text;
    plain.replace(u'，', u',').replace(u'、', u',').replace(u'；', u',');
    for (const QString &part : plain.split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const double speed = part.section(u'=', 1).trimmed().toDouble(&isNumber);
        if (!isNumber || !(speed > 0) || speed > 200) {
            return invalid({u"车速“%1”看不懂"_s, u"the speed '%1' cannot be read"_s},
                           {u"写成 县道=40,乡道=30,村道=20（公里/小时，不超过 200）"_s,
                            u"write COUNTY=40,TOWNSHIP=30,VILLAGE=20 (km/h, at most 200)"_s},
                           {part.trimmed()});
        }
        speeds.insert(part.section(u'=', 0, 0).trimmed(), speed);
    }
    return speeds;
}

} // namespace

Result<void> Minutes::readLayers()
{
    auto demand = loadLayer(m_input, u"demand"_s, {text(u"weight"_s), text(u"site_field"_s)}, m_job);
    auto sites = demand ? loadLayer(m_input, u"sites"_s, {}, m_job) : demand;
    auto roads = sites ? loadNetwork(m_input, {text(u"class_field"_s)}, m_job) : sites;
    if (!roads) {
        return roads.error();
    }
    m_demand = *demand;
    m_sites = *sites;
    m_roads = *roads;
    auto weights = numbersOf(*m_demand, text(u"weight"_s));
    if (!weights) {
        return weights.error();
    }
    m_weights = std::move(*weights);
    for (std::size_t k = 0; k < services().size(); ++k) {
        if (text(services()[k].id).isEmpty()) {
            continue;
        }
        auto layer = loadLayer(m_input, services()[k].id, {}, m_job);
        if (!layer) {
            return layer.error();
        }
        m_serviceLayers[k] = *layer;
    }
    nameSites();
    return {};
}

/// Sites are named by key or by name, those of a layer without either by number.
void Minutes::nameSites()
{
    QHash<QString, std::size_t> rows;
    for (std::size_t site = 0; site < m_sites->size(); ++site) {
        rows.insert(featureName(*m_sites, site, m_sites->schema().nameField), site);
    }
    for (std::size_t site = 0; site < m_sites->size(); ++site) {
        rows.insert(featureName(*m_sites, site), site); // a key goes before a name
    }
    const Column *named = m_demand->column(text(u"site_field"_s));
    for (std::size_t demand = 0; demand < m_demand->size(); ++demand) {
        const bool isNamed = named != nullptr && !named->isNull(demand);
        const auto found = isNamed ? rows.constFind(named->display(demand)) : rows.cend();
        m_siteOf.push_back(found != rows.cend() ? *found : k_none);
        if (isNamed && found == rows.cend()) {
            m_unknown.push_back(demand);
        }
    }
}

Result<void> Minutes::layOut()
{
    const auto positions = [](const LayerSnapshot &layer) {
        std::vector<Point> points;
        addPositions(layer, points);
        return points;
    };
    m_places.demands = positions(*m_demand);
    m_places.sites = positions(*m_sites);
    for (std::size_t k = 0; k < services().size(); ++k) {
        if (m_serviceLayers[k]) {
            m_places.services[k] = positions(*m_serviceLayers[k]);
        }
    }
    m_roadPoints = m_roads->geometry().points.copy();
    if (m_roads->crs().isGeographic()) {
        auto transform = planeTransform(m_roads->crs(), m_roadPoints);
        if (!transform) {
            return transform.error();
        }
        m_toPlane.emplace(std::move(*transform));
        for (std::vector<Point> *points : {&m_roadPoints, &m_places.demands, &m_places.sites, &m_places.services[0],
                                           &m_places.services[1], &m_places.services[2]}) {
            m_toPlane->apply(*points);
        }
    }
    return {};
}

Result<void> Minutes::readTerrain()
{
    if (text(u"terrain"_s).isEmpty()) {
        return {};
    }
    Box window;
    for (const LayerSnapshot *layer : {m_demand.get(), m_sites.get()}) {
        for (const Box &box : layer->geometry().boxes) {
            window.add(box);
        }
    }
    auto heights = readHeights(text(u"terrain"_s), window, m_roads->crs());
    if (!heights) {
        return heights.error();
    }
    m_heights.emplace(std::move(*heights));
    auto transform = CrsTransform::create(m_roads->crs(), m_heights->crs);
    if (!transform) {
        return transform.error();
    }
    m_toHeights.emplace(std::move(*transform));
    return {};
}

Walk Minutes::walkOf() const
{
    return {m_heights ? &*m_heights : nullptr,
            [this](Point position) {
                std::array<Point, 1> point{position};
                if (m_toPlane) {
                    m_toPlane->applyInverse(point);
                }
                m_toHeights->apply(point);
                return point[0];
            },
            m_input.parameters.number(u"off_path"_s), m_job};
}

/// Minutes along each line, by its class.
Result<std::vector<double>> Minutes::costs(LineSet lines) const
{
    const auto speeds = speedsFrom(text(u"speeds"_s));
    if (!speeds) {
        return speeds.error();
    }
    const double otherwise = m_input.parameters.number(u"speed_kmh"_s);
    const Column *classes = text(u"class_field"_s).isEmpty() ? nullptr : m_roads->column(text(u"class_field"_s));
    const Field *field = m_roads->schema().findField(text(u"class_field"_s));
    std::vector<double> minutes(lines.size(), 0);
    for (std::size_t row = 0; row < m_roads->size(); ++row) {
        const QString road = classes != nullptr && !classes->isNull(row) ? classes->display(row) : QString();
        double speed = speeds->value(road, otherwise);
        for (auto it = speeds->cbegin(); field != nullptr && !road.isEmpty() && it != speeds->cend(); ++it) {
            // The class may be given by its name as well as by its code.
            speed = field->choiceFor(it.key()) == std::optional(road) ? it.value() : speed;
        }
        for (std::size_t part = m_roads->geometry().firstPart(row); part < m_roads->geometry().endPart(row); ++part) {
            const auto line = lines.line(part);
            for (std::size_t k = 1; k < line.size(); ++k) {
                minutes[part] += std::hypot(line[k].x - line[k - 1].x, line[k].y - line[k - 1].y) / 1000 / speed * 60;
            }
        }
    }
    return minutes;
}

Result<void> Minutes::connect()
{
    const LineSet lines{m_roadPoints, m_roads->geometry().partStart};
    const auto minutes = costs(lines);
    if (!minutes) {
        return minutes.error();
    }
    m_stops = m_places.demands;
    m_stops.insert(m_stops.end(), m_places.sites.begin(), m_places.sites.end());
    for (const auto &points : m_places.services) {
        m_stops.insert(m_stops.end(), points.begin(), points.end());
    }
    auto network = buildEndNetwork({lines, *minutes, m_stops, m_input.parameters.number(u"snap_m"_s)}, m_job);
    if (!network) {
        return network.error();
    }
    m_network = std::move(*network);
    for (const GraphEdge &edge : m_network.graph.edges()) {
        m_edgeCosts.push_back(edge.length);
    }
    walkToRoads();
    return m_job.isCancelled() ? Result<void>(cancelledError()) : Result<void>();
}

void Minutes::walkToRoads()
{
    const Walk walking = walkOf();
    for (std::size_t stop = 0; stop < m_stops.size() && !m_job.isCancelled(); ++stop) {
        const Access &access = m_network.stops[stop];
        m_toRoad.push_back(access.node == k_noIndex ? k_never : walking.minutes(m_stops[stop], access.place));
    }
}

double Minutes::through(const PathTree &tree, std::size_t stop) const
{
    const Access &access = m_network.stops[stop];
    return access.node == k_noIndex ? k_never : m_toRoad[stop] + tree.cost[access.node];
}

/// One search from all places of a kind, with the walk from them to the road already spent.
Result<void> Minutes::timeServices()
{
    std::size_t first = m_places.demands.size() + m_places.sites.size();
    for (std::size_t k = 0; k < services().size(); ++k) {
        std::vector<PathSource> sources;
        for (std::size_t place = 0; place < m_places.services[k].size(); ++place) {
            const Access &access = m_network.stops[first + place];
            if (access.node != k_noIndex) {
                sources.push_back({access.node, m_toRoad[first + place]});
            }
        }
        first += m_places.services[k].size();
        const auto tree = shortestPaths(m_network.graph, m_edgeCosts, sources, m_job);
        if (!tree) {
            return tree.error();
        }
        for (std::size_t demand = 0; demand < m_times.size(); ++demand) {
            const bool isAsked = m_serviceLayers[k] != nullptr;
            const double unknown = std::numeric_limits<double>::quiet_NaN();
            m_times[demand].before[k] = isAsked ? through(*tree, demand) : unknown;
            m_times[demand].after[k] =
                isAsked && m_siteOf[demand] != k_none ? through(*tree, siteStop(m_siteOf[demand])) : unknown;
        }
    }
    return {};
}

/// From each site to the old land of those who go there: along the road, or on foot all the way where that is quicker.
Result<void> Minutes::timeFields()
{
    const Walk walking = walkOf();
    std::vector<std::vector<std::size_t>> going(m_sites->size());
    for (std::size_t demand = 0; demand < m_siteOf.size(); ++demand) {
        if (m_siteOf[demand] != k_none) {
            going[m_siteOf[demand]].push_back(demand);
        }
    }
    for (std::size_t site = 0; site < going.size(); ++site) {
        const Access &access = m_network.stops[siteStop(site)];
        std::vector<PathSource> sources;
        if (access.node != k_noIndex && !going[site].empty()) {
            sources.push_back({access.node, m_toRoad[siteStop(site)]});
        }
        if (going[site].empty()) {
            continue;
        }
        const auto tree = shortestPaths(m_network.graph, m_edgeCosts, sources, m_job);
        if (!tree) {
            return tree.error();
        }
        std::vector<Point> near;
        std::vector<std::size_t> walkers;
        for (const std::size_t demand : going[site]) {
            const Point home = m_places.demands[demand];
            const Point there = m_places.sites[site];
            m_times[demand].land_m = std::hypot(home.x - there.x, home.y - there.y);
            m_times[demand].fields = through(*tree, demand);
            if (m_times[demand].land_m <= k_far_m) {
                near.push_back(home);
                walkers.push_back(demand);
            }
        }
        const std::vector<double> onFoot = walking.minutes(m_places.sites[site], near);
        for (std::size_t k = 0; k < walkers.size(); ++k) {
            m_times[walkers[k]].fields = std::min(m_times[walkers[k]].fields, onFoot[k]);
        }
        m_job.report(static_cast<double>(site) / static_cast<double>(going.size()), {});
    }
    return m_job.isCancelled() ? Result<void>(cancelledError()) : Result<void>();
}

Result<Outcome> Minutes::run()
{
    for (const auto step : {&Minutes::readLayers, &Minutes::layOut, &Minutes::readTerrain, &Minutes::connect}) {
        if (auto done = (this->*step)(); !done) {
            return done.error();
        }
    }
    m_times.assign(m_demand->size(), {});
    auto timed = timeServices();
    timed = timed ? timeFields() : timed;
    if (!timed) {
        return timed.error();
    }
    Outcome outcome;
    addFigures(outcome);
    outcome.layers.push_back(table());
    return outcome;
}

} // namespace cuntu::relocation
