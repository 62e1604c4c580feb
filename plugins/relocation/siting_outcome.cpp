// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/siting_outcome.h"

#include "core/solve/graph.h"

#include <QJsonArray>

#include <algorithm>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

Field field(const QString &id, const Text &name, FieldType type, const QString &unit = {})
{
    Field made;
    made.id = id;
    made.name = name;
    made.type = type;
    made.unit = unit;
    return made;
}

Value text(const QString &words)
{
    return words.toStdString();
}

LayerSchema siteSchema(const QString &what, const QString &unit)
{
    LayerSchema schema;
    schema.id = u"relocation_%1_sites"_s.arg(what);
    schema.name = {u"选定安置点"_s, u"Chosen sites"_s};
    schema.geometry = GeometryType::Point;
    schema.nameField = u"name"_s;
    schema.fields = {field(u"name"_s, {u"名称"_s, u"Name"_s}, FieldType::Text),
                     field(u"candidate"_s, {u"候选点编号"_s, u"Candidate"_s}, FieldType::Integer),
                     field(u"served"_s, {u"服务点数"_s, u"Served"_s}, FieldType::Integer, u"个"_s),
                     field(u"weight"_s, {u"服务权重"_s, u"Weight served"_s}, FieldType::Real, u"1"_s),
                     field(u"mean_way"_s, {u"平均路程"_s, u"Mean way"_s}, FieldType::Real, unit),
                     field(u"longest_way"_s, {u"最远路程"_s, u"Longest way"_s}, FieldType::Real, unit)};
    return schema;
}

LayerSchema linkSchema(const QString &what, const QString &unit)
{
    LayerSchema schema;
    schema.id = u"relocation_%1_links"_s.arg(what);
    schema.name = {u"去向"_s, u"Who goes where"_s};
    schema.geometry = GeometryType::Line;
    schema.nameField = u"from_name"_s;
    schema.fields = {field(u"from_name"_s, {u"从"_s, u"From"_s}, FieldType::Text),
                     field(u"to_name"_s, {u"到"_s, u"To"_s}, FieldType::Text),
                     field(u"weight"_s, {u"权重"_s, u"Weight"_s}, FieldType::Real, u"1"_s),
                     field(u"way"_s, {u"路程"_s, u"Way"_s}, FieldType::Real, unit)};
    return schema;
}

/// What one site serves.
struct Load {
    std::int64_t served = 0;
    double weight = 0;
    double total = 0;
    double longest = 0;
};

std::vector<Load> loadsOf(const SitingInput &siting, const SiteChoice &choice)
{
    std::vector<Load> loads(siting.candidateRows.size());
    for (std::size_t i = 0; i < choice.servedBy.size(); ++i) {
        Load &load = loads[choice.servedBy[i]];
        const double way = siting.ways[i][choice.servedBy[i]];
        ++load.served;
        load.weight += siting.weights[i];
        load.total += siting.weights[i] * way;
        load.longest = std::max(load.longest, way);
    }
    return loads;
}

OutcomeLayer siteLayer(const SitingInput &siting, const SiteChoice &choice, const std::vector<Load> &loads,
                       const QString &what)
{
    OutcomeLayer layer{siteSchema(what, siting.unit), {}};
    for (const std::uint32_t site : choice.sites) {
        const std::uint32_t row = siting.candidateRows[site];
        const Load &load = loads[site];
        FeatureRow feature;
        feature.values = {text(nameOf(*siting.candidates, row)),
                          siting.candidates->id(row).value,
                          load.served,
                          load.weight,
                          load.weight > 0 ? Value(load.total / load.weight) : Value(),
                          load.longest};
        feature.geometry = Geometry::point(positionOf(*siting.candidates, row));
        layer.rows.push_back(std::move(feature));
    }
    return layer;
}

OutcomeLayer linkLayer(const SitingInput &siting, const SiteChoice &choice, const QString &what)
{
    OutcomeLayer layer{linkSchema(what, siting.unit), {}};
    for (std::size_t i = 0; i < choice.servedBy.size(); ++i) {
        const std::uint32_t from = siting.demandRows[i];
        const std::uint32_t to = siting.candidateRows[choice.servedBy[i]];
        FeatureRow feature;
        feature.values = {text(nameOf(*siting.demand, from)), text(nameOf(*siting.candidates, to)), siting.weights[i],
                          siting.ways[i][choice.servedBy[i]]};
        const Point ends[] = {positionOf(*siting.demand, from), positionOf(*siting.candidates, to)};
        feature.geometry.type = GeometryType::Line;
        feature.geometry.addPart(ends);
        layer.rows.push_back(std::move(feature));
    }
    return layer;
}

/// How many sites it takes at least: a part of the network with demand of its own needs one.
std::size_t partsWithDemand(const SitingInput &siting)
{
    DisjointSets sets(siting.candidateRows.size());
    for (const std::vector<double> &ways : siting.ways) {
        std::uint32_t first = k_noIndex;
        for (std::uint32_t site = 0; site < ways.size(); ++site) {
            if (std::isfinite(ways[site])) {
                first = first == k_noIndex ? site : first;
                sets.join(first, site);
            }
        }
    }
    std::set<std::uint32_t> roots;
    for (const std::vector<double> &ways : siting.ways) {
        const auto reached = std::find_if(ways.begin(), ways.end(), [](double way) { return std::isfinite(way); });
        roots.insert(sets.find(static_cast<std::uint32_t>(reached - ways.begin())));
    }
    return roots.size();
}

} // namespace

Result<void> refuseUnserved(const SitingInput &siting, const SiteChoice &choice)
{
    std::size_t left = 0;
    double weight = 0;
    for (std::size_t i = 0; i < choice.servedBy.size(); ++i) {
        if (choice.servedBy[i] == k_noIndex) {
            ++left;
            weight += siting.weights[i];
        }
    }
    if (left == 0) {
        return {};
    }
    const std::size_t needed = partsWithDemand(siting);
    return Error{ErrorCode::Invalid,
                 Text{u"%1 个安置点服务不了所有人：至少有 %2 个需求点（权重 %3）到不了"_s,
                      u"%1 sites cannot serve everybody: at least %2 demand features (weight %3) reach none"_s}
                     .toString()
                     .arg(choice.sites.size())
                     .arg(left)
                     .arg(weight),
                 {},
                 Text{u"路网分成 %1 个互不相连的部分，至少要 %1 个安置点；或补画相连的道路。"_s,
                      u"The network falls into %1 parts: it takes at least %1 sites, or roads that join the parts."_s}
                     .toString()
                     .arg(needed),
                 {},
                 {}};
}

Outcome sitingOutcome(const SitingInput &siting, const SiteChoice &choice, const QString &what)
{
    const std::vector<Load> loads = loadsOf(siting, choice);
    Load all;
    for (const Load &load : loads) {
        all.weight += load.weight;
        all.total += load.total;
        all.longest = std::max(all.longest, load.longest);
    }
    QJsonArray sites;
    for (const std::uint32_t site : choice.sites) {
        sites.append(nameOf(*siting.candidates, siting.candidateRows[site]));
    }
    Outcome outcome;
    outcome.figures = {{u"objective"_s, choice.objective},
                       {u"bound"_s, choice.bound},
                       {u"gap"_s, choice.gap()},
                       {u"optimal"_s, choice.optimal},
                       {u"sites"_s, sites},
                       {u"demand"_s, static_cast<qint64>(siting.demandRows.size())},
                       {u"weight"_s, all.weight},
                       {u"mean_way"_s, all.total / all.weight},
                       {u"longest_way"_s, all.longest},
                       {u"way_unit"_s, siting.unit}};
    outcome.layers = {siteLayer(siting, choice, loads, what), linkLayer(siting, choice, what)};
    return outcome;
}

} // namespace cuntu::relocation
