// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/siting_wishes.h"

#include "core/solve/graph.h"
#include "plugins/relocation/siting_layers.h"
#include "plugins/relocation/words.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

constexpr double k_never = std::numeric_limits<double>::infinity();

/// 1 is the best; 0 where @p text says none.
std::size_t levelFrom(const QString &text)
{
    const std::vector<Choice> choices = gradientChoices();
    for (std::size_t k = 0; k < choices.size(); ++k) {
        if (text == choices[k].id || text == choices[k].name.zh || text == choices[k].name.en ||
            choices[k].synonyms.contains(text)) {
            return k + 1;
        }
    }
    bool isNumber = false;
    const int level = text.toInt(&isNumber);
    return isNumber && level >= 1 ? static_cast<std::size_t>(level) : 0;
}

Result<std::vector<std::size_t>> levelsOf(const SitingInput &siting, const QString &field)
{
    const Column *column = siting.candidates->column(field);
    std::vector<std::size_t> levels;
    std::vector<std::size_t> wrong;
    for (std::size_t site = 0; site < siting.candidateCount(); ++site) {
        levels.push_back(column != nullptr && !column->isNull(site) ? levelFrom(column->display(site).trimmed()) : 0);
        if (levels.back() == 0 && siting.rules[site] != SiteRule::Forbidden) {
            wrong.push_back(site);
        }
    }
    if (!wrong.empty()) {
        return invalid(
            {u"%1 个候选点的级别字段 %2 不是级别：%3"_s, u"%1 candidates have no level in field %2: %3"_s},
            {u"填 1、2、3…（1 最优先），或县城、园区、集镇、中心村"_s,
             u"enter 1, 2, 3… (1 is preferred), or county seat, park, market town, central village"_s},
            {QString::number(wrong.size()), field, nameSome(*siting.candidates, wrong, siting.candidateKey)});
    }
    return levels;
}

Result<std::vector<double>> factorsFrom(const QString &text)
{
    std::vector<double> factors;
    QString plain = text;
    plain.replace(u'，', u',').replace(u'、', u',');
    for (const QString &part : plain.split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        factors.push_back(part.trimmed().toDouble(&isNumber));
        if (!isNumber || !(factors.back() >= 1) || factors.back() > 1000) {
            return invalid(
                {u"级别系数“%1”不是 1 到 1000 的数"_s, u"the factor '%1' of a level is no number from 1 to 1000"_s},
                {u"例如 1,1.1,1.25,1.5：级别 1 到 4 的距离各乘以这些系数"_s,
                 u"for example 1,1.1,1.25,1.5: what distances to levels 1 to 4 are multiplied by"_s},
                {part.trimmed()});
        }
    }
    if (factors.empty()) {
        return invalid({u"没有给出级别系数"_s, u"no factors of levels are given"_s},
                       {u"例如 1,1.1,1.25,1.5"_s, u"for example 1,1.1,1.25,1.5"_s}, {});
    }
    return factors;
}

/// A factor on the distance, or, where the level goes first, each level as much as the longest way there is.
Result<void> addLevels(const ParameterValues &parameters, const QString &field, SitingInput &siting)
{
    const auto levels = levelsOf(siting, field);
    const bool goesFirst = parameters.text(u"level_rule"_s) == u"FIRST";
    const auto factors = goesFirst ? Result<std::vector<double>>(std::vector<double>{1})
                                   : factorsFrom(parameters.text(u"level_factors"_s));
    if (!levels || !factors) {
        return !levels ? levels.error() : factors.error();
    }
    double longest = 0;
    for (const double distance : siting.distances) {
        longest = std::isfinite(distance) ? std::max(longest, distance) : longest;
    }
    siting.costs = siting.distances;
    for (std::size_t k = 0; k < siting.costs.size(); ++k) {
        const std::size_t level = (*levels)[k % siting.candidateCount()];
        if (level == 0) {
            continue; // forbidden
        }
        siting.costs[k] = goesFirst ? siting.costs[k] + static_cast<double>(level - 1) * longest
                                    : siting.costs[k] * (*factors)[std::min(level, factors->size()) - 1];
    }
    return {};
}

/// Those without a text stay alone.
void addGroups(const QString &field, SitingInput &siting)
{
    const Column *column = siting.demand->column(field);
    QHash<QString, std::uint32_t> numbers;
    std::uint32_t next = 0;
    siting.groups.clear();
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        const QString name = column != nullptr && !column->isNull(demand) ? column->display(demand) : QString();
        const auto known = numbers.constFind(name);
        const bool isNew = name.isEmpty() || known == numbers.cend();
        siting.groups.push_back(isNew ? next++ : *known);
        if (!name.isEmpty() && isNew) {
            numbers.insert(name, siting.groups.back());
        }
    }
}

} // namespace

WishFields WishFields::from(const ParameterValues &parameters)
{
    const auto text = [&](const QString &parameter) {
        return parameters.all().contains(parameter) ? parameters.text(parameter) : QString();
    };
    return {text(u"level"_s), text(u"together"_s), text(u"land_limit_field"_s), text(u"site_land"_s)};
}

Result<void> readWishes(const AlgorithmInput &input, const WishFields &fields, SitingInput &siting)
{
    if (!fields.level.isEmpty()) {
        if (auto levels = addLevels(input.parameters, fields.level, siting); !levels) {
            return levels;
        }
    }
    if (!fields.together.isEmpty()) {
        addGroups(fields.together, siting);
    }
    if (input.parameters.all().contains(u"split_cost"_s)) {
        if (siting.groups.empty()) {
            return invalid(
                {u"给了拆分费用，却没有说谁同去一处"_s,
                 u"a price of splitting groups is given, but not who stays together"_s},
                {u"给出 together 字段，或不填 split_cost"_s, u"give the field together, or leave split_cost out"_s},
                {});
        }
        siting.splitCost = input.parameters.number(u"split_cost"_s);
    }
    if (!fields.siteLand.isEmpty()) {
        auto land = numbersOf(*siting.candidates, fields.siteLand);
        if (!land) {
            return land.error();
        }
        siting.siteLand = std::move(*land);
    }
    const bool hasOne = input.parameters.all().contains(u"land_limit"_s);
    const Column *own = fields.landLimit.isEmpty() ? nullptr : siting.demand->column(fields.landLimit);
    if (!hasOne && own == nullptr) {
        return {};
    }
    const double forAll = hasOne ? input.parameters.number(u"land_limit"_s) : k_never;
    siting.ownLimits.assign(siting.demandCount(), forAll);
    for (std::size_t demand = 0; own != nullptr && demand < siting.demandCount(); ++demand) {
        const double limit = own->number(demand);
        siting.ownLimits[demand] = limit >= 0 ? limit : forAll; // empty: that of all
    }
    return {};
}

namespace {

/// What is the largest that anybody may go; distances are shifted so that it is the limit of all.
std::optional<double> commonLimit(const SitingInput &siting, std::optional<double> limit)
{
    double common = limit.value_or(siting.ownLimits.empty() ? k_never : 0);
    for (const double own : siting.ownLimits) {
        if (!limit && std::isfinite(own)) {
            common = std::max(common, own);
        }
    }
    const bool isLimited = limit || std::any_of(siting.ownLimits.begin(), siting.ownLimits.end(),
                                                [](double own) { return std::isfinite(own); });
    return isLimited ? std::optional(common) : std::nullopt;
}

/// A demand without a limit, where the model has none either, is within the common one wherever there is a way.
double shiftedDistance(const SitingInput &siting, std::size_t demand, std::size_t site, double common, bool isFree)
{
    const double distance = siting.distance(demand, site);
    const double own = siting.ownLimits.empty() ? k_never : siting.ownLimits[demand];
    if (std::isinf(own)) {
        return isFree && std::isfinite(distance) ? std::min(distance, common) : distance;
    }
    return own < common ? distance + (common - own) : distance;
}

/// Adds one demand to its group.
void add(const SitingInput &siting, std::size_t demand, std::size_t group, double common, bool isFree,
         SitingInput &made)
{
    const std::size_t sites = siting.candidateCount();
    const double weight = siting.weights[demand];
    made.weights[group] += weight;
    if (!siting.sizes.empty()) {
        made.sizes[group] += siting.sizes[demand];
    }
    if (weight == 0 && (siting.sizes.empty() || siting.sizes[demand] == 0)) {
        return; // has no say
    }
    for (std::size_t site = 0; site < sites; ++site) {
        double &farthest = made.distances[group * sites + site];
        farthest = std::max(farthest, shiftedDistance(siting, demand, site, common, isFree));
        made.costs[group * sites + site] += weight > 0 ? weight * siting.cost(demand, site) : 0;
    }
}

} // namespace

WishedSiting wished(const SitingInput &siting, std::optional<double> limit)
{
    WishedSiting made{siting, commonLimit(siting, limit), {}};
    const std::size_t sites = siting.candidateCount();
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        const bool isAlone = siting.groups.empty() || siting.splitCost;
        made.groupOf.push_back(isAlone ? static_cast<std::uint32_t>(demand) : siting.groups[demand]);
    }
    if ((siting.groups.empty() || siting.splitCost) && siting.ownLimits.empty()) {
        return made;
    }
    const std::size_t groups =
        made.groupOf.empty() ? 0 : *std::max_element(made.groupOf.begin(), made.groupOf.end()) + 1;
    const double common = made.limit.value_or(k_never);
    SitingInput &input = made.input;
    input.ownLimits.clear();
    if (!siting.splitCost) {
        input.groups.clear();
    }
    input.weights.assign(groups, 0);
    input.sizes.assign(siting.sizes.empty() ? 0 : groups, 0);
    input.offNetwork_m.assign(siting.offNetwork_m.empty() ? 0 : groups, 0);
    input.distances.assign(groups * sites, 0);
    input.costs.assign(groups * sites, 0);
    input.demandNames = QStringList(static_cast<qsizetype>(groups), QString());
    for (std::size_t demand = 0; demand < siting.demandCount(); ++demand) {
        const std::uint32_t group = made.groupOf[demand];
        add(siting, demand, group, common, !limit, input);
        if (!siting.offNetwork_m.empty()) {
            input.offNetwork_m[group] = std::max(input.offNetwork_m[group], siting.offNetwork_m[demand]);
        }
        if (input.demandNames[group].isEmpty() && siting.demand) {
            input.demandNames[group] = siting.demandName(demand);
        }
    }
    for (std::size_t k = 0; k < input.costs.size(); ++k) {
        const double weight = input.weights[k / sites];
        input.costs[k] = weight > 0 ? input.costs[k] / weight : 0;
    }
    return made;
}

void keepWithin(WishedSiting &wishes)
{
    SitingInput &input = wishes.input;
    input.costs = input.costs.empty() ? input.distances : std::move(input.costs);
    for (std::size_t k = 0; wishes.limit && k < input.costs.size(); ++k) {
        input.costs[k] = input.distances[k] <= *wishes.limit ? input.costs[k] : k_never;
    }
}

CapacitatedSolution assigned(const WishedSiting &wishes, const SitingSolution &solution, bool byDistance)
{
    CapacitatedSolution made;
    made.sites = solution.sites;
    made.objective = solution.objective;
    made.bound = solution.bound;
    made.optimal = solution.optimal;
    made.cancelled = solution.cancelled;
    made.nodes = solution.nodes;
    made.prover = solution.prover;
    made.trouble = solution.trouble;
    for (std::size_t group = 0; group < wishes.input.demandCount(); ++group) {
        std::uint32_t best = k_noIndex;
        double least = k_never;
        for (const std::uint32_t site : solution.sites) {
            const double distance = wishes.input.distance(group, site);
            const double cost = byDistance ? distance : wishes.input.cost(group, site);
            const bool isAllowed = byDistance || !wishes.limit || distance <= *wishes.limit;
            if (isAllowed && cost < least) {
                least = cost;
                best = site;
            }
        }
        made.assignment.push_back(best);
    }
    return assigned(wishes, made);
}

CapacitatedSolution assigned(const WishedSiting &wishes, const CapacitatedSolution &solution)
{
    CapacitatedSolution made = solution;
    made.assignment.clear();
    for (const std::uint32_t group : wishes.groupOf) {
        made.assignment.push_back(group < solution.assignment.size() ? solution.assignment[group] : k_noIndex);
    }
    return made;
}

} // namespace cuntu::relocation
