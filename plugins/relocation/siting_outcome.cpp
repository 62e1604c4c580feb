// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/siting_outcome.h"

#include "core/algorithm/outcome_cell.h"
#include "core/geo/geodesic.h"
#include "plugins/relocation/siting_layers.h"
#include "plugins/relocation/words.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

constexpr double k_never = std::numeric_limits<double>::infinity();
constexpr std::size_t k_none = std::numeric_limits<std::size_t>::max();

/// Of distances in tables: centimetres, or half a second where they are minutes.
constexpr int k_decimals = 2;

/// Where a demand goes, and where it would go if that site were not there.
struct Assignment {
    std::size_t site = k_none; ///< index into the chosen sites
    std::size_t next = k_none;
    double distance = k_never;
    double nextDistance = k_never;
};

/// What comes together at a site.
struct SiteLoad {
    std::int64_t demands = 0;
    double weight = 0;
    double size = 0;
    double weightedDistance = 0;
    double largest = 0;
};

std::vector<Assignment> assign(const SitingInput &siting, const std::vector<std::uint32_t> &sites)
{
    std::vector<Assignment> assignments(siting.demandCount());
    for (std::size_t demand = 0; demand < assignments.size(); ++demand) {
        Assignment &mine = assignments[demand];
        for (std::size_t k = 0; k < sites.size(); ++k) {
            const double distance = siting.distance(demand, sites[k]);
            if (distance < mine.distance) {
                mine = {k, mine.site, distance, mine.distance};
            } else if (distance < mine.nextDistance) {
                mine.next = k;
                mine.nextDistance = distance;
            }
        }
    }
    return assignments;
}

/// Moves demands to the sites that they were given; `next` is then the nearest other one.
void assignAsGiven(const SitingInput &siting, const CapacitatedSolution &solution, std::vector<Assignment> &assignments)
{
    for (std::size_t demand = 0; demand < assignments.size(); ++demand) {
        Assignment &mine = assignments[demand];
        const auto given = std::lower_bound(solution.sites.begin(), solution.sites.end(), solution.assignment[demand]);
        const auto site = static_cast<std::size_t>(given - solution.sites.begin());
        if (given != solution.sites.end() && *given == solution.assignment[demand] && site != mine.site) {
            mine = {site, mine.site, siting.distance(demand, *given), mine.distance};
        }
    }
}

std::vector<SiteLoad> loadsOf(const SitingInput &siting, const std::vector<Assignment> &assignments, std::size_t sites)
{
    std::vector<SiteLoad> loads(sites);
    for (std::size_t demand = 0; demand < assignments.size(); ++demand) {
        const Assignment &mine = assignments[demand];
        if (mine.site != k_none) {
            SiteLoad &load = loads[mine.site];
            ++load.demands;
            load.weight += siting.weights[demand];
            load.size += siting.sizes.empty() ? 0 : siting.sizes[demand];
            load.weightedDistance += siting.weights[demand] * mine.distance;
            load.largest = std::max(load.largest, mine.distance);
        }
    }
    return loads;
}

OutcomeLayer sitesLayer(const SitingInput &siting, const std::vector<std::uint32_t> &sites,
                        const std::vector<SiteLoad> &loads)
{
    OutcomeLayer layer;
    layer.schema.id = u"relocation_sites"_s;
    layer.schema.name = {u"选中的安置点"_s, u"Chosen sites"_s};
    layer.schema.geometry = GeometryType::Point;
    layer.schema.nameField = u"site"_s;
    layer.schema.fields = {
        outcomeField(u"site"_s, {u"安置点"_s, u"Site"_s}, FieldType::Text),
        outcomeField(u"demands"_s, {u"需求点数"_s, u"Demands"_s}, FieldType::Integer),
        outcomeField(u"weight"_s, {u"户数或人数"_s, u"Weight"_s}, FieldType::Real),
        outcomeField(u"mean_distance"_s, {u"平均距离"_s, u"Mean distance"_s}, FieldType::Real, siting.unit),
        outcomeField(u"max_distance"_s, {u"最大距离"_s, u"Largest distance"_s}, FieldType::Real, siting.unit),
        outcomeField(u"reason"_s, {u"选择依据"_s, u"Reason"_s}, FieldType::Text)};
    if (!siting.capacities.empty()) {
        layer.schema.fields.push_back(outcomeField(u"taken"_s, {u"已占用"_s, u"Taken"_s}, FieldType::Real));
        layer.schema.fields.push_back(outcomeField(u"capacity"_s, {u"容量"_s, u"Capacity"_s}, FieldType::Real));
    }
    for (std::size_t k = 0; k < sites.size(); ++k) {
        const SiteLoad &load = loads[k];
        const bool isFixed = siting.rules[sites[k]] == SiteRule::Fixed;
        const Text reason =
            isFixed ? Text{u"指定必选"_s, u"fixed beforehand"_s} : Text{u"由模型选出"_s, u"chosen by the model"_s};
        FeatureRow row;
        row.values = {outcomeCell(siting.candidateName(sites[k])),
                      load.demands,
                      load.weight,
                      load.weight > 0 ? Value(rounded(load.weightedDistance / load.weight, k_decimals)) : Value(),
                      rounded(load.largest, k_decimals),
                      outcomeCell(reason.toString())};
        if (!siting.capacities.empty()) {
            row.values.push_back(load.size);
            row.values.push_back(siting.capacities[sites[k]]);
        }
        row.geometry = Geometry::point(placeOf(*siting.candidates, sites[k]));
        layer.rows.push_back(std::move(row));
    }
    return layer;
}

/// Why somebody does not go to the nearest site, %1 at %2.
Text whyNotNearest(const SitingInput &siting)
{
    if (siting.splitCost) {
        return {u"%1 更近（距离 %2），但全体合算（含拆分费用）后安排在此"_s,
                u"%1 is nearer, at %2, but for all together, the price of splitting included, this is better"_s};
    }
    if (!siting.groups.empty()) {
        return {u"%1 更近（距离 %2），但同组的一起安排在此"_s, u"%1 is nearer, at %2, but the group stays together"_s};
    }
    if (siting.capacities.empty()) {
        return {u"%1 更近（距离 %2），但此处级别优先"_s, u"%1 is nearer, at %2, but the level here is preferred"_s};
    }
    return {u"%1 更近（距离 %2），但全体合算后安排在此"_s,
            u"%1 is nearer, at %2, but the capacities leave no better choice for all"_s};
}

QString reasonOf(const SitingInput &siting, const std::vector<std::uint32_t> &sites, const Assignment &mine)
{
    if (mine.site == k_none) {
        return Text{u"不通到任何选中的点"_s, u"no chosen site can be reached"_s}.toString();
    }
    if (mine.next == k_none) {
        return Text{u"唯一可达的选中点"_s, u"the only chosen site that can be reached"_s}.toString();
    }
    if (mine.nextDistance < mine.distance) {
        return whyNotNearest(siting)
            .toString()
            .arg(siting.candidateLabel(sites[mine.next]))
            .arg(mine.nextDistance, 0, 'f', 1);
    }
    return Text{u"最近的选中点；其次是 %1，距离 %2"_s, u"the nearest chosen site; next is %1 at %2"_s}
        .toString()
        .arg(siting.candidateLabel(sites[mine.next]))
        .arg(mine.nextDistance, 0, 'f', 1);
}

OutcomeLayer allocationLayer(const SitingInput &siting, const std::vector<std::uint32_t> &sites,
                             const std::vector<Assignment> &assignments)
{
    OutcomeLayer layer;
    layer.schema.id = u"relocation_allocation"_s;
    layer.schema.name = {u"去向"_s, u"Who goes where"_s};
    layer.schema.geometry = GeometryType::Line;
    layer.schema.nameField = u"demand"_s;
    layer.schema.fields = {outcomeField(u"demand"_s, {u"需求点"_s, u"Demand"_s}, FieldType::Text),
                           outcomeField(u"site"_s, {u"安置点"_s, u"Site"_s}, FieldType::Text),
                           outcomeField(u"distance"_s, {u"距离"_s, u"Distance"_s}, FieldType::Real, siting.unit),
                           outcomeField(u"weight"_s, {u"户数或人数"_s, u"Weight"_s}, FieldType::Real),
                           outcomeField(u"reason"_s, {u"依据"_s, u"Reason"_s}, FieldType::Text)};
    for (std::size_t demand = 0; demand < assignments.size(); ++demand) {
        const Assignment &mine = assignments[demand];
        const bool served = mine.site != k_none;
        FeatureRow row;
        row.values = {outcomeCell(siting.demandName(demand)),
                      served ? outcomeCell(siting.candidateName(sites[mine.site])) : Value(),
                      served ? Value(rounded(mine.distance, k_decimals)) : Value(), siting.weights[demand],
                      outcomeCell(reasonOf(siting, sites, mine))};
        const Point from = placeOf(*siting.demand, demand);
        const Point to = served ? placeOf(*siting.candidates, sites[mine.site]) : from;
        if (!std::isnan(from.x) && (from.x != to.x || from.y != to.y)) {
            row.geometry.type = GeometryType::Line;
            row.geometry.addPart(std::array{from, to});
        }
        layer.rows.push_back(std::move(row));
    }
    return layer;
}

} // namespace

void showObjective(Outcome &outcome, double objective, double bound)
{
    outcome.figures[u"objective"_s] = objective;
    outcome.figures[u"bound"_s] = bound;
    outcome.figures[u"gap"_s] = objective == bound ? 0.0 : std::abs(objective - bound) / std::max(objective, 1e-300);
}

namespace {

void showWays(const SitingInput &siting, const std::vector<std::uint32_t> &sites, const std::vector<SiteLoad> &loads,
              QJsonObject &figures)
{
    SiteLoad all;
    QJsonArray names;
    for (std::size_t k = 0; k < loads.size(); ++k) {
        names.append(siting.candidateLabel(sites[k]));
        all.weight += loads[k].weight;
        all.weightedDistance += loads[k].weightedDistance;
        all.largest = std::max(all.largest, loads[k].largest);
    }
    figures[u"sites"_s] = names;
    figures[u"site_count"_s] = static_cast<qint64>(sites.size());
    figures[u"mean_distance"_s] = all.weight > 0 ? all.weightedDistance / all.weight : 0.0;
    figures[u"max_distance"_s] = all.largest;
}

/// The mean way from the sites to a service, by who goes there, and who has none.
void showService(const QString &service, const std::vector<double> &ways, const std::vector<std::uint32_t> &sites,
                 const std::vector<SiteLoad> &loads, QJsonObject &figures)
{
    double sum = 0;
    double weight = 0;
    double cutOff = 0;
    for (std::size_t k = 0; k < sites.size(); ++k) {
        const bool isReached = std::isfinite(ways[sites[k]]);
        sum += isReached ? loads[k].weight * ways[sites[k]] : 0;
        (isReached ? weight : cutOff) += loads[k].weight;
    }
    figures[service] = weight > 0 ? QJsonValue(sum / weight) : QJsonValue();
    figures[service + u"_cut_off"_s] = cutOff;
}

/// What the chosen sites cost, take and have left, and what is near them, as far as it was asked for.
void showMeans(const SitingInput &siting, const std::vector<std::uint32_t> &sites, const std::vector<SiteLoad> &loads,
               QJsonObject &figures)
{
    double spent = 0;
    double land = 0;
    double left = 0;
    for (std::size_t k = 0; k < sites.size(); ++k) {
        spent += siting.prices.empty() ? 0 : siting.prices[sites[k]];
        land += siting.siteLand.empty() ? 0 : siting.siteLand[sites[k]];
        left += siting.capacities.empty() ? 0 : siting.capacities[sites[k]] - loads[k].size;
    }
    for (std::size_t k = 0; k < services().size(); ++k) {
        if (!siting.serviceWays[k].empty()) {
            showService(services()[k].id, siting.serviceWays[k], sites, loads, figures);
        }
    }
    if (!siting.prices.empty()) {
        figures[u"spent"_s] = spent;
    }
    if (!siting.siteLand.empty()) {
        figures[u"land_mu"_s] = land;
    }
    if (!siting.capacities.empty()) {
        figures[u"capacity_left"_s] = left;
    }
}

/// Who lives more than 5 km from the old land, as the crow flies: the land is where the demand is.
void showFarFromLand(const SitingInput &siting, const std::vector<std::uint32_t> &sites,
                     const std::vector<Assignment> &assignments, QJsonObject &figures)
{
    constexpr double k_far_m = 5000;
    const auto geodesic = Geodesic::create(siting.demand->crs());
    if (!geodesic || !(siting.demand->crs() == siting.candidates->crs())) {
        return; // a layer has no positions
    }
    double far = 0;
    bool isKnown = false;
    for (std::size_t demand = 0; demand < assignments.size(); ++demand) {
        if (assignments[demand].site == k_none) {
            continue;
        }
        const Point from = placeOf(*siting.demand, demand);
        const Point to = placeOf(*siting.candidates, sites[assignments[demand].site]);
        if (std::isnan(from.x) || std::isnan(to.x)) {
            continue;
        }
        isKnown = true;
        far += geodesic->leg(from, to).distance_m > k_far_m ? siting.weights[demand] : 0;
    }
    if (isKnown) {
        figures[u"beyond_5km"_s] = far;
    }
}

} // namespace

namespace {

/// By whom the bound was proven, and why CBC was of no help where it was wanted.
void showProver(const CapacitatedSolution &solution, QJsonObject &figures)
{
    if (solution.prover != Prover::Nobody) {
        const Text own{u"本程序的搜索"_s, u"the search of this program"_s};
        figures[u"proven_by"_s] = solution.prover == Prover::Cbc ? u"CBC"_s : own.toString();
    }
    if (!solution.trouble.isEmpty()) {
        figures[u"solver_note"_s] = solution.trouble;
    }
}

/// How many groups do not go to one site.
void showSplit(const SitingInput &siting, const std::vector<Assignment> &assignments, QJsonObject &figures)
{
    std::map<std::uint32_t, std::size_t> first;
    std::set<std::uint32_t> split;
    for (std::size_t demand = 0; demand < assignments.size(); ++demand) {
        if (siting.weights[demand] > 0 || (!siting.sizes.empty() && siting.sizes[demand] > 0)) {
            const auto [entry, isNew] = first.try_emplace(siting.groups[demand], assignments[demand].site);
            if (!isNew && entry->second != assignments[demand].site) {
                split.insert(siting.groups[demand]);
            }
        }
    }
    figures[u"split_groups"_s] = static_cast<qint64>(split.size());
}

} // namespace

Outcome outcomeOf(const SitingInput &siting, const CapacitatedSolution &solution)
{
    auto assignments = assign(siting, solution.sites);
    assignAsGiven(siting, solution, assignments);
    const auto loads = loadsOf(siting, assignments, solution.sites.size());
    Outcome outcome;
    outcome.figures = {{u"optimal"_s, solution.optimal},
                       {u"stopped_early"_s, solution.cancelled},
                       {u"nodes"_s, static_cast<qint64>(solution.nodes)}};
    showProver(solution, outcome.figures);
    showWays(siting, solution.sites, loads, outcome.figures);
    if (siting.splitCost) {
        showSplit(siting, assignments, outcome.figures);
    }
    showMeans(siting, solution.sites, loads, outcome.figures);
    showFarFromLand(siting, solution.sites, assignments, outcome.figures);
    showObjective(outcome, solution.objective, solution.bound);
    outcome.layers.push_back(sitesLayer(siting, solution.sites, loads));
    outcome.layers.push_back(allocationLayer(siting, solution.sites, assignments));
    return outcome;
}

} // namespace cuntu::relocation
