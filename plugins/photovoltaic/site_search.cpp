// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/site_search.h"

#include "core/geo/clean.h"
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/money.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

constexpr std::size_t k_modelled = 4; ///< places of a village whose sun is modelled: those with the cheapest lines

/// True for a village that has a place on the map and households that have too little.
bool wants(const VillageNeed &need, const LayerSnapshot &villages)
{
    return need.registered > need.served && villages.geometry().hasGeometry(need.row);
}

/// Looks at a lattice of places in each village, and at its roofs: slope, houses, kinds of land, lines.
class Lattice {
public:
    Lattice(const ModelInput &model, const LayerSnapshot &villages, const Surroundings &around, const LineWays &lines,
            SiteRules rules)
        : m_model(model), m_villages(villages), m_around(around), m_lines(lines), m_rules(rules)
    {
    }

    Result<void> fill(std::vector<VillageNeed> &needs, const JobContext &job) const
    {
        const auto geographic = Crs::fromEpsg(4490);
        if (!geographic) {
            return geographic.error();
        }
        const auto toDegrees = CrsTransform::create(m_villages.crs(), *geographic);
        const auto toGrid = CrsTransform::create(*geographic, m_model.terrain ? m_model.terrain->crs : *geographic);
        if (!toDegrees || !toGrid) {
            return !toDegrees ? toDegrees.error() : toGrid.error();
        }
        for (VillageNeed &need : needs) {
            if (job.isCancelled()) {
                return cancelledError();
            }
            if (wants(need, m_villages)) {
                fillVillage(need, *toDegrees, *toGrid);
            }
        }
        return {};
    }

private:
    void fillVillage(VillageNeed &need, const CrsTransform &toDegrees, const CrsTransform &toGrid) const
    {
        const Box box = m_villages.geometry().boxes[need.row];
        const Geometry outline = m_villages.geometry().geometry(need.row);
        for (double y = box.minY; y <= box.maxY; y += m_rules.lattice_m) {
            for (double x = box.minX; x <= box.maxX; x += m_rules.lattice_m) {
                Site site;
                site.position = {x, y};
                site.house_m = m_around.house_m(site.position, m_rules.mostHouse_m);
                if (site.house_m >= m_rules.leastHouse_m && site.house_m <= m_rules.mostHouse_m &&
                    containsPoint(outline, site.position) && !m_around.isExcluded(site.position) &&
                    stands(site, toDegrees, toGrid)) {
                    need.sites.push_back(site);
                }
            }
        }
        keepCheapest(need.sites);
        if (auto roofs = m_around.roofsIn(outline, box)) {
            need.sites.push_back(*roofs);
        }
        std::erase_if(need.sites, [&](Site &site) { return !connect(site); });
    }

    /// Keeps those with the cheapest lines.
    void keepCheapest(std::vector<Site> &sites) const
    {
        std::vector<std::pair<double, std::size_t>> costs;
        for (std::size_t i = 0; i < sites.size(); ++i) {
            costs.emplace_back(m_lines.cost_m(sites[i]), i);
        }
        std::sort(costs.begin(), costs.end());
        costs.resize(std::min(costs.size(), k_modelled));
        std::vector<Site> kept;
        for (const auto &[cost, i] : costs) {
            kept.push_back(sites[i]);
        }
        sites = std::move(kept);
    }

    /// Leads a line from @p site to the grid; false where none leads there.
    bool connect(Site &site) const
    {
        auto line = m_lines.lineFrom(site);
        if (!line) {
            return false;
        }
        site.line_m = line->length_m;
        site.lineFactor = line->length_m > 0 ? line->cost_m / line->length_m : 1;
        site.line = std::move(line->points);
        site.mostKw = std::min(site.mostKw, line->free_kW);
        return true;
    }

    bool stands(Site &site, const CrsTransform &toDegrees, const CrsTransform &toGrid) const
    {
        if (!m_model.terrain) {
            return true;
        }
        std::array point{site.position};
        toDegrees.apply(point);
        const Ground ground = groundAt(*m_model.terrain, metreSteps(toGrid, {point[0].y, point[0].x, 0}));
        site.slope_deg = ground.slope_deg;
        site.aspect_deg = ground.aspect_deg;
        return isFit(ground, m_rules);
    }

    const ModelInput &m_model;
    const LayerSnapshot &m_villages;
    const Surroundings &m_around;
    const LineWays &m_lines;
    SiteRules m_rules;
};

} // namespace

Result<std::vector<VillageNeed>> needsOf(const AlgorithmInput &input, const LayerSnapshot &villages,
                                         const ArrayTerms &terms, const JobContext &job)
{
    const auto stations = readStations(input.project, StationRule{}, input.asOf, job);
    if (!stations) {
        return stations.error();
    }
    const auto window = MoneyWindow::from(input.parameters, input.asOf);
    const auto incomes = readIncomes(input.project, *stations, window, job);
    if (!incomes) {
        return incomes.error();
    }
    QHash<QString, std::pair<int, int>> counts;
    for (std::size_t row = 0; row < incomes->layer->size(); ++row) {
        if (incomes->registered[row]) {
            auto &[all, enough] = counts[codeOn(input.project.areas(),
                                                stringAt(incomes->layer->column(u"village_code"_s), row), input.asOf)];
            ++all;
            enough += incomes->yuan[row] >= terms.leastYuan ? 1 : 0;
        }
    }
    QHash<QString, double> existing;
    for (const VillageShare &share : stations->shares) {
        const double kw = stations->kw[share.station];
        if (stations->stands[share.station] != Stand::Outside && !std::isnan(kw)) {
            existing[share.village] += kw * share.share;
        }
    }
    std::vector<VillageNeed> needs;
    for (std::uint32_t row = 0; row < villages.size(); ++row) {
        const QString code = codeOn(input.project.areas(), stringAt(villages.column(u"code"_s), row), input.asOf);
        const auto [all, enough] = counts.value(code);
        needs.push_back({row, all, enough, existing.value(code), {}, std::nullopt, {}});
    }
    return needs;
}

Result<void> findSites(const AlgorithmInput &input, const ModelInput &model, const LayerSnapshot &villages,
                       const SiteRules &rules, std::vector<VillageNeed> &needs, const JobContext &job)
{
    const auto around = Surroundings::read(input, job);
    if (!around) {
        return around.error();
    }
    std::vector<Box> boxes;
    for (const VillageNeed &need : needs) {
        if (wants(need, villages)) {
            boxes.push_back(villages.geometry().boxes[need.row]);
        }
    }
    const auto lines = LineWays::read(input, *around, model, boxes, villages.crs(), job);
    if (!lines) {
        return lines.error();
    }
    return Lattice(model, villages, *around, *lines, rules).fill(needs, job);
}

Result<void> chooseSites(const ModelInput &model, const LayerSnapshot &villages, const ArrayTerms &terms,
                         std::vector<VillageNeed> &needs, const JobContext &job)
{
    std::vector<Point> points;
    for (const VillageNeed &need : needs) {
        for (const Site &site : need.sites) {
            points.push_back(site.position);
        }
    }
    const auto geographic = Crs::fromEpsg(4490);
    const auto toDegrees = geographic ? CrsTransform::create(villages.crs(), *geographic) : geographic.error();
    if (!toDegrees) {
        return toDegrees.error();
    }
    toDegrees->apply(points);
    std::vector<SunPlace> places;
    for (const Point point : points) {
        places.push_back({point.y, point.x, 0});
    }
    PvSystem system;
    if (!places.empty()) {
        system.sky = model.sky;
        system.plane = bestPlane(places.front(), model.sun, model.weather, {}, system);
    }
    const auto yields = yieldsOf(model, std::vector<PvSystem>(places.size(), system), places, job);
    if (!yields) {
        return yields.error();
    }
    std::size_t next = 0;
    for (VillageNeed &need : needs) {
        for (Site &site : need.sites) {
            const YearYield &yield = (*yields)[next++];
            site.hours = yield.total() / system.kw;
            site.shade = yield.unshadedPlane_kWh_m2 > 0 ? 1 - yield.plane() / yield.unshadedPlane_kWh_m2 : 0;
            const ArrayPlan plan = planArray(need.registered - need.served, site, need.existing_kW, terms);
            if (plan.enough && plan.households > 0 && (!need.best || isBetter(plan, need.plan))) {
                need.best = site;
                need.plan = plan;
            }
        }
    }
    return {};
}

} // namespace cuntu::photovoltaic
