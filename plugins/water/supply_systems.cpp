// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/supply_systems.h"

#include "plugins/water/declare.h"
#include "plugins/water/reasons.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

constexpr double k_largeM3d = 1000; ///< DOMAIN B.2: from so much on works are large ones (unchecked there)

/// Persons that each works serves, as the survey has it.
std::vector<double> personsServed(const Survey &survey)
{
    std::vector<double> persons(survey.works.layer->size(), 0.0);
    for (const Place &place : survey.places) {
        for (std::uint32_t k = place.firstPart; k < place.endPart; ++k) {
            const Part &part = survey.parts[k];
            if (part.works != Part::k_noWorks && part.supply.isSupplied()) {
                persons[part.works] += part.share * place.persons;
            }
        }
    }
    return persons;
}

Mode modeOf(Mode stated, double capacity_m3d)
{
    return stated != Mode::Unknown ? stated : capacity_m3d >= k_largeM3d ? Mode::CentralLarge : Mode::CentralSmall;
}

double priceOfNew(const SupplyCosts &costs, double capacity_m3d)
{
    return costs.works_yuan + costs.works_yuan_m3d * (std::isnan(capacity_m3d) ? 0 : capacity_m3d);
}

/// Sums of the yields by works, and the sources that name none.
struct Sources {
    Immutable<LayerSnapshot> layer;
    QHash<QString, double> yieldOf;
    std::vector<std::uint32_t> free;
};

Result<Sources> readSources(const ProjectSnapshot &project, const QHash<QString, std::uint32_t> &works,
                            const JobContext &job)
{
    const auto layer = layerWith(project, id(k_intakes),
                                 {u"code"_s, u"name"_s, u"works_code"_s, u"yield_m3d"_s, u"elevation_m"_s}, job);
    if (!layer) {
        return layer.error();
    }
    Sources sources{*layer, {}, {}};
    for (std::uint32_t row = 0; row < (*layer)->size(); ++row) {
        const QString code = stringAt((*layer)->column(u"works_code"_s), row);
        const double yield = numberAt((*layer)->column(u"yield_m3d"_s), row);
        if (!works.contains(code)) {
            sources.free.push_back(row);
        } else if (!std::isnan(yield)) {
            sources.yieldOf[code] += yield;
        }
    }
    return sources;
}

SystemSite worksSite(const Survey &survey, std::uint32_t row, const Sources &sources, const SupplyRequest &request,
                     double persons)
{
    const LayerSnapshot &layer = *survey.works.layer;
    SystemSite site;
    site.works = row;
    site.code = stringAt(layer.column(u"code"_s), row);
    site.name = worksName(layer, row);
    site.position = layer.geometry().firstPoint(row);
    site.height_m = numberAt(layer.column(u"elevation_m"_s), row);
    site.yield_m3d = sources.yieldOf.value(site.code, std::nan(""));
    site.capacity_m3d = std::fmin(numberAt(layer.column(u"design_m3d"_s), row), site.yield_m3d);
    site.mode = modeOf(survey.works.supplies[row].mode, site.capacity_m3d);
    site.isThere = survey.works.supplying[row];
    site.persons = persons;
    const double actual = numberAt(layer.column(u"actual_m3d"_s), row);
    const double grown = request.needs.ofTarget(1) / request.needs.ofToday(1);
    site.now_m3d = site.isThere ? std::fmax(request.needs.ofToday(persons), actual) : 0;
    site.target_m3d = site.now_m3d * grown;
    return site;
}

SystemSite sourceSite(const Sources &sources, std::uint32_t row, const SupplyCosts &costs)
{
    const LayerSnapshot &layer = *sources.layer;
    SystemSite site;
    site.intake = row;
    site.code = stringAt(layer.column(u"code"_s), row);
    site.name = stringAt(layer.column(u"name"_s), row);
    site.name = site.name.isEmpty() ? site.code : site.name;
    site.position = layer.geometry().firstPoint(row);
    site.height_m = numberAt(layer.column(u"elevation_m"_s), row);
    site.yield_m3d = numberAt(layer.column(u"yield_m3d"_s), row);
    site.capacity_m3d = site.yield_m3d;
    site.mode = modeOf(Mode::Unknown, site.yield_m3d);
    site.opening_yuan = priceOfNew(costs, site.capacity_m3d);
    return site;
}

} // namespace

double SystemSite::spare_m3d() const
{
    return std::isnan(capacity_m3d) ? 0 : std::max(0.0, capacity_m3d - target_m3d);
}

QStringList siteFields()
{
    return loadFields() + QStringList{u"name"_s, u"elevation_m"_s, u"has_pump"_s};
}

Result<std::vector<SystemSite>> sitesOf(const ProjectSnapshot &project, const Survey &survey,
                                        const SupplyRequest &request, const JobContext &job)
{
    const auto sources = readSources(project, survey.works.byCode, job);
    if (!sources) {
        return sources.error();
    }
    const LayerSnapshot &layer = *survey.works.layer;
    const TrackView track = project.ledger().track({id(k_programme), id(k_works), {}});
    const LifeCycle cycle = worksLifeCycle();
    const std::vector<const Status *> statuses = cycle.findStatuses(track.statuses());
    const auto numbers = track.statusesOn(*layer.sharedIds(), survey.day);
    const std::vector<double> persons = personsServed(survey);
    std::vector<SystemSite> sites;
    for (std::uint32_t row = 0; row < layer.size(); ++row) {
        SystemSite site = worksSite(survey, row, *sources, request, persons[row]);
        const Status *status = statuses[numbers[row]];
        const bool isCancelled = status != nullptr && status->countsAs == StatusClass::Removed;
        if (isCancelled || site.mode == Mode::Dispersed || site.mode == Mode::None) {
            continue;
        }
        site.isBroken = status != nullptr && status->countsAs == StatusClass::Broken;
        if (!site.isThere) {
            site.opening_yuan =
                priceOfNew(request.costs, site.capacity_m3d) * (site.isBroken ? request.costs.repair_share : 1);
        }
        sites.push_back(std::move(site));
    }
    for (const std::uint32_t row : sources->free) {
        sites.push_back(sourceSite(*sources, row, request.costs));
    }
    return sites;
}

Result<Heights> Heights::read(const QString &file, const Crs &crs, const Box &window)
{
    Heights heights;
    if (file.isEmpty() || window.isEmpty()) {
        return heights;
    }
    auto grid = readHeights(file, window, crs);
    if (!grid) {
        return grid.error();
    }
    auto transform = CrsTransform::create(crs, grid->crs);
    if (!transform) {
        return transform.error();
    }
    heights.m_grid = std::move(*grid);
    heights.m_toGrid.emplace(std::move(*transform));
    return heights;
}

double Heights::at(Point position, double stated) const
{
    if (!m_grid) {
        return stated;
    }
    m_toGrid->apply({&position, 1});
    const double height = m_grid->heightAt(position);
    return std::isnan(height) ? stated : height;
}

std::vector<PipeLine> linesOf(const LayerSnapshot &layer, const MetrePlane &plane)
{
    std::vector<PipeLine> lines;
    const PackedGeometry &geometry = layer.geometry();
    if (geometry.type == GeometryType::Point) {
        return lines;
    }
    for (std::uint32_t row = 0; row < geometry.size(); ++row) {
        for (std::size_t part = geometry.firstPart(row); part < geometry.endPart(row); ++part) {
            const auto points = geometry.part(part);
            PipeLine line{{points.begin(), points.end()}, k_noIndex, row};
            plane.flatten(line.points);
            if (line.points.size() > 1) {
                lines.push_back(std::move(line));
            }
        }
    }
    return lines;
}

Result<std::vector<PipeLine>> mainsOf(const ProjectSnapshot &project, const std::vector<SystemSite> &sites, Day day,
                                      const MetrePlane &plane, const JobContext &job)
{
    const auto layer = layerWith(project, id(k_mains), {u"works_code"_s, u"built_on"_s}, job);
    if (!layer) {
        return layer.error();
    }
    QHash<QString, std::uint32_t> siteOf;
    for (std::uint32_t site = 0; site < sites.size(); ++site) {
        if (sites[site].isThere) {
            siteOf.insert(sites[site].code, site);
        }
    }
    const TrackView track = project.ledger().track({id(k_programme), id(k_mains), {}});
    const LifeCycle cycle = worksLifeCycle();
    const std::vector<const Status *> statuses = cycle.findStatuses(track.statuses());
    const auto numbers = track.statusesOn(*(*layer)->sharedIds(), day);
    std::vector<PipeLine> mains;
    for (PipeLine &line : linesOf(**layer, plane)) {
        const Status *status = statuses[numbers[line.row]];
        const bool isThere = status != nullptr ? status->countsAs == StatusClass::Done
                                               : !(numberAt((*layer)->column(u"built_on"_s), line.row) > day.number());
        line.owner = siteOf.value(stringAt((*layer)->column(u"works_code"_s), line.row), k_noIndex);
        if (isThere && line.owner != k_noIndex) {
            mains.push_back(std::move(line));
        }
    }
    return mains;
}

} // namespace cuntu::water
