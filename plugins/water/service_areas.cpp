// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/service_areas.h"

#include "core/geo/buffer.h"
#include "core/geo/clean.h"
#include "core/solve/shortest_paths.h"
#include "plugins/water/declare.h"
#include "plugins/water/reasons.h"
#include "plugins/water/settlements.h"
#include "plugins/water/units.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

void addSettlement(const Survey &survey, std::uint32_t row, ServiceArea &area)
{
    area.settlements.push_back(row);
    area.persons += survey.places[row].persons;
}

/// Fills in who is inside the outline.
void addInside(const Survey &survey, ServiceArea &area)
{
    const Box box = area.outline.extent();
    for (std::uint32_t row = 0; row < survey.places.size(); ++row) {
        const Point place = survey.layer->geometry().firstPoint(row);
        if (survey.places[row].counted && box.contains(place) && containsPoint(area.outline, place)) {
            addSettlement(survey, row, area);
        }
    }
}

Result<std::vector<ServiceArea>> drawnAreas(const ProjectSnapshot &project, const Survey &survey, const JobContext &job)
{
    const auto layer = layerWith(project, id(k_serviceAreas), {u"code"_s, u"name"_s, u"works_code"_s}, job);
    if (!layer) {
        return layer.error();
    }
    std::vector<ServiceArea> areas;
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        ServiceArea area;
        const QString code = stringAt((*layer)->column(u"works_code"_s), row);
        area.works = survey.works.byCode.value(code, k_noIndex);
        area.name = stringAt((*layer)->column(u"name"_s), row);
        area.name = area.name.isEmpty() ? stringAt((*layer)->column(u"code"_s), row) : area.name;
        area.outline = (*layer)->geometry().geometry(row);
        addInside(survey, area);
        areas.push_back(std::move(area));
    }
    return areas;
}

/// What works list; the outlines of the villages among it, where the map has them.
Result<std::vector<ServiceArea>> listedAreas(const ProjectSnapshot &project, const Survey &survey,
                                             const JobContext &job)
{
    const auto settlements = readSettlements(project, survey.day, {}, job);
    const auto villages = settlements ? layerWith(project, id(k_villages), {u"code"_s}, job)
                                      : Result<Immutable<LayerSnapshot>>(settlements.error());
    if (!villages) {
        return villages.error();
    }
    QHash<QString, std::size_t> villageAt;
    for (std::size_t row = 0; row < (*villages)->size(); ++row) {
        villageAt.insert(codeOn(project.areas(), stringAt((*villages)->column(u"code"_s), row), survey.day), row);
    }
    std::vector<ServiceArea> areas;
    for (std::uint32_t works = 0; works < survey.works.served.size(); ++works) {
        if (!survey.works.supplying[works]) {
            continue;
        }
        ServiceArea area;
        area.works = works;
        area.name = worksName(*survey.works.layer, works);
        QStringList unknown;
        for (const std::uint32_t row :
             settlements->listed(survey.works.served[works], project.areas(), survey.day, unknown)) {
            if (survey.places[row].counted) {
                addSettlement(survey, row, area);
            }
        }
        for (const QString &part : survey.works.served[works]) {
            const auto at = villageAt.constFind(codeOn(project.areas(), part, survey.day));
            if (at == villageAt.cend() || (*villages)->geometry().type != GeometryType::Polygon) {
                continue;
            }
            const Geometry village = (*villages)->geometry().geometry(*at);
            area.outline.type = GeometryType::Polygon;
            for (std::size_t k = 0; k < village.partCount(); ++k) {
                area.outline.addPart(village.part(k), village.isHole(k));
            }
        }
        areas.push_back(std::move(area));
    }
    return areas;
}

/// The first @p length of @p line.
std::vector<Point> beginningOf(std::span<const Point> line, double length)
{
    std::vector<Point> points;
    for (std::size_t i = 0; i < line.size() && length > 0; ++i) {
        const Point at = line[i];
        const double leg = i > 0 ? std::hypot(at.x - line[i - 1].x, at.y - line[i - 1].y) : 0;
        const double share = leg > length ? length / leg : 1;
        const Point from = i > 0 ? line[i - 1] : at;
        points.push_back({from.x + share * (at.x - from.x), from.y + share * (at.y - from.y)});
        length -= leg;
    }
    return points;
}

/// Areas around mains.
class MainsAreas {
public:
    MainsAreas(const Survey &survey, const MainsReach &reach) : m_survey(survey), m_reach(reach) {}

    Result<std::vector<ServiceArea>> run(const ProjectSnapshot &project, const QString &terrain, const JobContext &job);

private:
    Result<void> layNetwork(const ProjectSnapshot &project, const JobContext &job);
    Result<ServiceArea> areaOf(std::uint32_t site, const JobContext &job) const;
    double wayTo(std::uint32_t site, const std::vector<double> &along_m, Point place) const;
    double headAt(std::uint32_t site, const std::vector<double> &along_m, std::uint32_t row) const;
    void addServed(std::uint32_t site, const std::vector<double> &along_m, ServiceArea &area) const;

    const Survey &m_survey;
    const MainsReach &m_reach;
    MetrePlane m_plane;
    std::vector<SystemSite> m_sites;
    PipeNetwork m_network;
    Graph m_graph;
    Heights m_heights;
};

Result<void> MainsAreas::layNetwork(const ProjectSnapshot &project, const JobContext &job)
{
    const LayerSnapshot &works = *m_survey.works.layer;
    std::vector<Point> places;
    for (std::uint32_t row = 0; row < works.size(); ++row) {
        if (m_survey.works.supplying[row]) {
            SystemSite site;
            site.works = row;
            site.code = stringAt(works.column(u"code"_s), row);
            site.name = worksName(works, row);
            site.isThere = true;
            site.position = works.geometry().firstPoint(row);
            site.height_m = m_heights.at(site.position, numberAt(works.column(u"elevation_m"_s), row));
            places.push_back(site.position);
            m_sites.push_back(std::move(site));
        }
    }
    auto plane = MetrePlane::fitting(project.crs(), places);
    if (!plane) {
        return plane.error();
    }
    m_plane = std::move(*plane);
    m_plane.flatten(places);
    const auto mains = mainsOf(project, m_sites, m_survey.day, m_plane, job);
    if (!mains) {
        return mains.error();
    }
    PipeOptions options;
    options.link_m = 1e6; // from the works to their own mains, wherever these begin
    options.detour = 1;
    options.neighbours = 0;
    options.joint_m = k_jointMetres;
    auto network = buildPipeNetwork(*mains, places, options, job);
    if (!network) {
        return network.error();
    }
    m_network = std::move(*network);
    m_graph = m_network.graph();
    return {};
}

/// How far water comes from the works to @p place: along its mains to where those that it comes to are nearest, then
/// straight on.
double MainsAreas::wayTo(std::uint32_t site, const std::vector<double> &along_m, Point place) const
{
    double nearest = std::numeric_limits<double>::infinity();
    double far = nearest;
    for (const PipeNetwork::Way &way : m_network.ways) {
        if (way.owner != site || !(std::isfinite(along_m[way.from]) || std::isfinite(along_m[way.to]))) {
            continue; // no water comes to a main that hangs together with nothing
        }
        double before = 0;
        for (std::size_t i = 1; i < way.points.size(); ++i) {
            const Point from = way.points[i - 1];
            const Point leg{way.points[i].x - from.x, way.points[i].y - from.y};
            const double length = std::hypot(leg.x, leg.y);
            const double share =
                length > 0 ? std::clamp(((place.x - from.x) * leg.x + (place.y - from.y) * leg.y) / (length * length),
                                        0.0, 1.0)
                           : 0;
            const double aside = std::hypot(from.x + share * leg.x - place.x, from.y + share * leg.y - place.y);
            if (aside < nearest) {
                const double measure = before + share * length;
                nearest = aside;
                far = aside + std::min(along_m[way.from] + measure, along_m[way.to] + way.length_m - measure);
            }
            before += length;
        }
    }
    return far;
}

/// The head that is left at the settlement in @p row; not-a-number where a height is not known.
double MainsAreas::headAt(std::uint32_t site, const std::vector<double> &along_m, std::uint32_t row) const
{
    const Point place = m_survey.layer->geometry().firstPoint(row);
    Point flat = place;
    m_plane.flatten({&flat, 1});
    const double height = m_heights.at(place, numberAt(m_survey.layer->column(u"elevation_m"_s), row));
    const double lost = m_reach.friction_m_km * wayTo(site, along_m, flat) / k_metresInKm;
    return m_sites[site].height_m - height - lost;
}

/// Who is inside and not too high for the head that is left there.
void MainsAreas::addServed(std::uint32_t site, const std::vector<double> &along_m, ServiceArea &area) const
{
    const Box box = area.outline.extent();
    for (std::uint32_t row = 0; row < m_survey.places.size(); ++row) {
        const Point place = m_survey.layer->geometry().firstPoint(row);
        if (!m_survey.places[row].counted || !box.contains(place) || !containsPoint(area.outline, place)) {
            continue;
        }
        if (m_reach.byHead && headAt(site, along_m, row) < m_reach.residual_m) { // not so where a height is not known
            ++area.tooHigh;
        } else {
            addSettlement(m_survey, row, area);
        }
    }
}

Result<ServiceArea> MainsAreas::areaOf(std::uint32_t site, const JobContext &job) const
{
    std::vector<double> costs(m_network.ways.size(), std::numeric_limits<double>::infinity());
    const std::uint32_t own = m_network.nodeOf(site);
    for (std::size_t i = 0; i < m_network.ways.size(); ++i) {
        const PipeNetwork::Way &way = m_network.ways[i];
        const bool isLink = way.from == own || way.to == own;
        costs[i] = way.owner == site || isLink ? way.length_m : costs[i];
    }
    const PathSource source{own, 0};
    const auto paths = shortestPaths(m_graph, costs, std::span(&source, 1), job);
    if (!paths) {
        return paths.error();
    }
    Geometry lines;
    lines.type = GeometryType::Line;
    for (const PipeNetwork::Way &way : m_network.ways) {
        if (way.owner != site) {
            continue;
        }
        std::vector<Point> backwards(way.points.rbegin(), way.points.rend());
        for (const std::vector<Point> &part :
             {beginningOf(way.points, m_reach.along_m - paths->cost[way.from]),
              beginningOf(backwards, m_reach.along_m - paths->cost[way.to])}) { // as far as it comes from either end
            if (part.size() > 1) {
                lines.addPart(part);
            }
        }
    }
    ServiceArea area;
    area.works = m_sites[site].works;
    area.name = m_sites[site].name;
    auto ground = groundAround(lines, m_reach.aside_m);
    if (!ground) {
        return ground.error();
    }
    area.outline = std::move(*ground);
    m_plane.unflatten(area.outline.points);
    addServed(site, paths->cost, area);
    return area;
}

Result<std::vector<ServiceArea>> MainsAreas::run(const ProjectSnapshot &project, const QString &terrain,
                                                 const JobContext &job)
{
    Box window;
    for (const LayerSnapshot *layer : {&*m_survey.layer, &*m_survey.works.layer}) {
        for (std::size_t row = 0; row < layer->geometry().size(); ++row) {
            window.add(layer->geometry().firstPoint(row));
        }
    }
    auto heights = Heights::read(terrain, project.crs(), window);
    if (!heights) {
        return heights.error();
    }
    m_heights = std::move(*heights);
    if (auto laid = layNetwork(project, job); !laid) {
        return laid.error();
    }
    std::vector<ServiceArea> areas;
    for (std::uint32_t site = 0; site < m_sites.size(); ++site) {
        auto area = areaOf(site, job);
        if (!area) {
            return area.error();
        }
        if (!area->outline.isEmpty()) {
            areas.push_back(std::move(*area));
        }
    }
    return areas;
}

} // namespace

Result<std::vector<ServiceArea>> serviceAreas(const ProjectSnapshot &project, const Survey &survey, AreaKind kind,
                                              const MainsReach &reach, const QString &terrain, const JobContext &job)
{
    switch (kind) {
    case AreaKind::Drawn:
        return drawnAreas(project, survey, job);
    case AreaKind::Lists:
        return listedAreas(project, survey, job);
    case AreaKind::Mains:
        break;
    }
    return MainsAreas(survey, reach).run(project, terrain, job);
}

} // namespace cuntu::water
