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
        return invalid({u"%1 个需求点离路网太远或没有坐标，无法接入：%2"_s,
                        u"%1 demands are too far from the network, or have no position: %2"_s},
                       {u"加大接入距离 snap_m，或补画道路"_s, u"raise snap_m, or draw the missing lines"_s},
                       {QString::number(far.size()), nameSome(*siting.demand, far, siting.demandKey)});
    }
    if (!apart.empty()) {
        return invalid({u"%1 个需求点不通到任何可选的候选点：%2"_s, u"%1 demands have no way to any candidate: %2"_s},
                       {u"检查道路是否在端点处相接，或在那里增加候选点"_s,
                        u"check that the lines meet at their end points, or add a candidate there"_s},
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

} // namespace

namespace {

/// From each candidate to the nearest place of each kind that is asked for: measured as the ways of the demands are, by
/// a table's straight on. A kind without any place is out of everybody's reach.
Result<void> readServices(const AlgorithmInput &input, WayMeasure measure, SitingInput &siting, const JobContext &job)
{
    for (std::size_t k = 0; k < services().size(); ++k) {
        if (!input.parameters.isGiven(services()[k].id)) {
            continue;
        }
        const auto places = loadLayer(input, services()[k].id, {}, job);
        if (!places) {
            return places.error();
        }
        SitingInput ways;
        ways.demand = *places;
        ways.candidates = siting.candidates;
        ways.weights.assign((*places)->size(), 1);
        ways.rules = siting.rules;
        const WayMeasure by = measure == WayMeasure::Table ? WayMeasure::Straight : measure;
        if (auto measured = measureWays(input, by, ways, job); !measured) {
            return measured;
        }
        std::vector<double> &nearest = siting.serviceWays[k];
        nearest.assign(siting.candidateCount(), std::numeric_limits<double>::infinity());
        for (std::size_t place = 0; place < ways.demandCount(); ++place) {
            for (std::size_t site = 0; site < nearest.size(); ++site) {
                nearest[site] = std::min(nearest[site], ways.distance(place, site));
            }
        }
    }
    return {};
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
    siting.rules.assign(siting.candidates->size(), SiteRule::Free);
    siting.unit = input.parameters.text(u"cost"_s).isEmpty() ? u"m"_s : QString();
    siting.unit = *measure == WayMeasure::Terrain ? u"min"_s : siting.unit;
    for (auto check : {checkCandidates(siting), applyRule(input.parameters.text(u"fixed"_s), SiteRule::Fixed, siting),
                       applyRule(input.parameters.text(u"forbidden"_s), SiteRule::Forbidden, siting)}) {
        if (!check) {
            return check.error();
        }
    }
    if (auto measured = measureWays(input, *measure, siting, job); !measured) {
        return measured.error();
    }
    if (auto services = readServices(input, *measure, siting, job); !services) {
        return services.error();
    }
    if (auto wishes = readWishes(input, WishFields::from(input.parameters), siting); !wishes) {
        return wishes.error();
    }
    return siting;
}

} // namespace cuntu::relocation
