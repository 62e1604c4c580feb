// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/siting_input.h"

#include "plugins/relocation/siting_layers.h"
#include "plugins/relocation/siting_ways.h"
#include "plugins/relocation/siting_wishes.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// Marks the candidates that @p list names.
Result<void> applyRule(const QString &list, SiteRule rule, SitingInput &siting)
{
    QString plain = list;
    plain.replace(u'，', u',').replace(u'、', u',');
    for (const QString &part : plain.split(u',', Qt::SkipEmptyParts)) {
        const QString wanted = part.trimmed();
        bool found = false;
        for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
            if (siting.candidateName(site) != wanted && siting.candidateLabel(site) != wanted) {
                continue;
            }
            found = true;
            if (siting.rules[site] != SiteRule::Free && siting.rules[site] != rule) {
                return invalid({u"候选点 %1 既是必选又是禁选"_s, u"candidate %1 is both fixed and forbidden"_s},
                               {u"从其中一个列表中删去"_s, u"take it out of one of the lists"_s}, {wanted});
            }
            siting.rules[site] = rule;
        }
        if (!found) {
            return invalid({u"没有名为 %1 的候选点"_s, u"there is no candidate %1"_s},
                           {u"用候选点图层的编号或名称"_s, u"use keys or names of the layer of candidates"_s},
                           {wanted});
        }
    }
    return {};
}

Result<void> checkCandidates(const SitingInput &siting)
{
    if (siting.demandCount() == 0) {
        return invalid({u"图层 %1 中没有需求点"_s, u"there is no demand in layer %1"_s},
                       {u"先导入需求点"_s, u"import demands first"_s}, {siting.demand->schema().id});
    }
    if (siting.candidateCount() == 0) {
        return invalid({u"图层 %1 中没有候选点"_s, u"there is no candidate in layer %1"_s},
                       {u"先导入候选点"_s, u"import candidates first"_s}, {siting.candidates->schema().id});
    }
    return {};
}

} // namespace

QString featureName(const LayerSnapshot &layer, std::size_t row, const QString &key)
{
    for (const QString &field : {key, layer.schema().keyField, layer.schema().nameField}) {
        const Column *column = field.isEmpty() ? nullptr : layer.column(field);
        if (column != nullptr && !column->isNull(row)) {
            return column->display(row);
        }
    }
    return QString::number(layer.id(row).value);
}

QString SitingInput::demandName(std::size_t row) const
{
    if (!demandNames.isEmpty()) {
        return demandNames.value(static_cast<qsizetype>(row));
    }
    return featureName(*demand, row, demandKey);
}

QString SitingInput::candidateName(std::size_t site) const
{
    return featureName(*candidates, site, candidateKey);
}

QString SitingInput::candidateLabel(std::size_t site) const
{
    const QString &field = candidates->schema().nameField;
    const Column *column = candidateKey.isEmpty() && !field.isEmpty() ? candidates->column(field) : nullptr;
    return column != nullptr && !column->isNull(site) ? column->display(site) : candidateName(site);
}

namespace {

Error noAccess(const SitingInput &siting, const std::vector<std::size_t> &demands)
{
    const QStringList arguments{QString::number(demands.size()), nameSome(*siting.demand, demands, siting.demandKey)};
    if (siting.measure != WayMeasure::Network) {
        return invalid({u"%1 个需求点没有坐标：%2"_s, u"%1 demands have no position: %2"_s},
                       {u"补上坐标，或去掉这些点"_s, u"give them positions, or leave them out"_s}, arguments);
    }
    return invalid({u"%1 个需求点离路网太远或没有坐标，无法接入：%2"_s,
                    u"%1 demands are too far from the network, or have no position: %2"_s},
                   {u"加大接入距离 snap_m，或补画道路"_s, u"raise snap_m, or draw the missing lines"_s}, arguments);
}

/// What helps a demand without a way to any candidate.
Text adviceForNoWay(WayMeasure measure)
{
    switch (measure) {
    case WayMeasure::Network:
        return {u"检查道路是否在端点处相接，或在那里增加候选点"_s,
                u"check that the lines meet at their end points, or add a candidate there"_s};
    case WayMeasure::Terrain:
        return {u"检查地形文件在其间是否缺高程，或在那里增加候选点；陡于 45 度的地方不通"_s,
                u"check that the terrain model has heights between them, or add a candidate there; nobody walks along "
                u"what is steeper than 45 degrees"_s};
    case WayMeasure::Table:
        return {u"在距离表中补上这些需求点到候选点的行"_s, u"add rows from these demands to the table of distances"_s};
    case WayMeasure::Straight:
    case WayMeasure::GreatCircle:
        break;
    }
    return {u"给候选点补上坐标"_s, u"give the candidates positions"_s};
}

} // namespace

Result<void> checkReach(const SitingInput &siting)
{
    std::vector<std::size_t> far;
    std::vector<std::size_t> apart;
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        bool reached = siting.weights[demand] == 0;
        for (std::size_t site = 0; site < siting.candidateCount() && !reached; ++site) {
            reached = siting.rules[site] != SiteRule::Forbidden && std::isfinite(siting.distance(demand, site));
        }
        if (!reached) {
            (siting.offNetwork_m[demand] > 0 ? far : apart).push_back(demand);
        }
    }
    if (!far.empty()) {
        return noAccess(siting, far);
    }
    if (!apart.empty()) {
        return invalid({u"%1 个需求点不通到任何可选的候选点：%2"_s, u"%1 demands have no way to any candidate: %2"_s},
                       adviceForNoWay(siting.measure),
                       {QString::number(apart.size()), nameSome(*siting.demand, apart, siting.demandKey)});
    }
    return {};
}

namespace {

/// Layers, names, weights; sizes, capacities and prices where the algorithm has such parameters.
Result<void> readFeatures(const AlgorithmInput &input, SitingInput &siting, const JobContext &job)
{
    const auto text = [&](const QString &id) {
        return input.parameters.all().contains(id) ? input.parameters.text(id) : QString();
    };
    const QString weight = text(u"weight"_s);
    const QString size = text(u"size"_s).isEmpty() ? weight : text(u"size"_s);
    siting.demandKey = text(u"demand_key"_s);
    siting.candidateKey = text(u"candidate_key"_s);
    const WishFields wishes = WishFields::from(input.parameters);
    const auto demand =
        loadLayer(input, u"demand"_s, {weight, size, siting.demandKey, wishes.together, wishes.landLimit}, job);
    if (!demand) {
        return demand.error();
    }
    const QString capacity = text(u"capacity"_s);
    const QString price = text(u"opening_cost"_s);
    const auto candidates =
        loadLayer(input, u"candidates"_s, {capacity, price, siting.candidateKey, wishes.level, wishes.siteLand}, job);
    if (!candidates) {
        return candidates.error();
    }
    siting.demand = *demand;
    siting.candidates = *candidates;
    const auto fill = [](const LayerSnapshot &layer, const QString &field,
                         std::vector<double> &numbers) -> Result<void> {
        auto read = numbersOf(layer, field);
        if (!read) {
            return read.error();
        }
        numbers = std::move(*read);
        return {};
    };
    for (auto read : {fill(**demand, weight, siting.weights), fill(**demand, size, siting.sizes),
                      capacity.isEmpty() ? Result<void>() : fill(**candidates, capacity, siting.capacities)}) {
        if (!read) {
            return read;
        }
    }
    if (input.parameters.all().contains(u"budget"_s)) {
        siting.budget = input.parameters.number(u"budget"_s);
    }
    // Each counts 1 where no field is named.
    return siting.budget || !price.isEmpty() ? fill(**candidates, price, siting.prices) : Result<void>();
}

Result<void> readServices(const AlgorithmInput &input, SitingInput &siting, const JobContext &job)
{
    for (std::size_t k = 0; k < services().size(); ++k) {
        if (!input.parameters.isGiven(services()[k].id)) {
            continue;
        }
        const auto places = loadLayer(input, services()[k].id, {}, job);
        if (!places) {
            return places.error();
        }
        siting.serviceLayers[k] = *places;
    }
    return {};
}

/// Of a distance; nothing where it is what a field says.
QString unitOf(WayMeasure measure, const ParameterValues &parameters)
{
    if (measure == WayMeasure::Terrain) {
        return u"min"_s;
    }
    return parameters.text(u"cost"_s).isEmpty() ? u"m"_s : QString();
}

} // namespace

Result<SitingInput> readSiting(const AlgorithmInput &input, const JobContext &job)
{
    const auto measure = wayMeasure(input.parameters);
    if (!measure) {
        return measure.error();
    }
    SitingInput siting;
    if (auto read = readFeatures(input, siting, job); !read) {
        return read.error();
    }
    siting.measure = *measure;
    siting.unit = unitOf(*measure, input.parameters);
    siting.rules.assign(siting.candidates->size(), SiteRule::Free);
    for (auto check : {checkCandidates(siting), applyRule(input.parameters.text(u"fixed"_s), SiteRule::Fixed, siting),
                       applyRule(input.parameters.text(u"forbidden"_s), SiteRule::Forbidden, siting)}) {
        if (!check) {
            return check.error();
        }
    }
    if (auto services = readServices(input, siting, job); !services) {
        return services.error();
    }
    if (auto measured = measureWays(input, siting, job); !measured) {
        return measured.error();
    }
    if (auto wishes = readWishes(input, WishFields::from(input.parameters), siting); !wishes) {
        return wishes.error();
    }
    return siting;
}

} // namespace cuntu::relocation
