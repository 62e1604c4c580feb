// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "core/algorithm/parameter_makers.h"
#include "core/snapshot/known_columns.h"
#include "plugins/relocation/declare.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// What is known of a settlement; not-a-number: unknown.
struct Emptiness {
    double vacancy = std::nan(""); ///< share of the dwellings, %
    double aged = std::nan("");    ///< share of the residents that are 60 or older, %
    double households = std::nan("");
};

Emptiness emptinessOf(const LayerSnapshot &settlements, std::size_t row)
{
    const auto number = [&](const QString &field) { return numberAt(settlements.column(field), row); };
    Emptiness found;
    if (number(u"dwellings"_s) > 0) {
        found.vacancy = 100 * number(u"vacant_dwellings"_s) / number(u"dwellings"_s);
    }
    if (number(u"pop_resident"_s) > 0) {
        found.aged = 100 * number(u"aged_resident"_s) / number(u"pop_resident"_s);
    }
    found.households = number(u"hh_resident"_s);
    return found;
}

LayerSchema resultSchema()
{
    LayerSchema layer;
    layer.id = u"hollow_villages"_s;
    layer.name = {u"空心村、老龄村候选"_s, u"Hollow and aged villages, candidates"_s};
    layer.geometry = GeometryType::Point;
    layer.nameField = u"settlement"_s;
    layer.fields = {
        outcomeField(u"settlement"_s, {u"自然村"_s, u"Settlement"_s}, FieldType::Text),
        outcomeField(u"code"_s, {u"自然村编号"_s, u"Settlement code"_s}, FieldType::Text),
        outcomeField(u"hollow"_s, {u"空心村"_s, u"Hollow"_s}, FieldType::Boolean),
        outcomeField(u"aged"_s, {u"老龄村"_s, u"Aged"_s}, FieldType::Boolean),
        outcomeField(u"vacancy"_s, {u"空置率"_s, u"Vacant dwellings"_s}, FieldType::Real, u"%"_s),
        outcomeField(u"aged_share"_s, {u"老年人口占比"_s, u"Residents of 60 and more"_s}, FieldType::Real, u"%"_s),
        outcomeField(u"hh_resident"_s, {u"常住户数"_s, u"Resident households"_s}, FieldType::Real, u"户"_s)};
    return layer;
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    const auto settlements = layerWith(input.project, id(k_settlements),
                                       {u"code"_s, u"name"_s, u"hh_resident"_s, u"pop_resident"_s, u"dwellings"_s,
                                        u"vacant_dwellings"_s, u"aged_resident"_s},
                                       job);
    if (!settlements) {
        return settlements.error();
    }
    const LayerSnapshot &layer = **settlements;
    qint64 unknown = 0;
    Outcome outcome;
    outcome.layers.push_back({resultSchema(), {}});
    for (std::size_t row = 0; row < layer.size(); ++row) {
        const Emptiness found = emptinessOf(layer, row);
        const bool isHollow = found.vacancy >= input.parameters.number(u"least_vacancy"_s) &&
                              found.households < input.parameters.number(u"below_households"_s);
        const bool isAged = found.aged >= input.parameters.number(u"least_aged"_s);
        unknown += std::isnan(found.vacancy) && std::isnan(found.aged) ? 1 : 0;
        if (!isHollow && !isAged) {
            continue;
        }
        FeatureRow made;
        made.values = {outcomeCell(stringAt(layer.column(u"name"_s), row)),
                       outcomeCell(stringAt(layer.column(u"code"_s), row)),
                       outcomeCell(isHollow),
                       outcomeCell(isAged),
                       outcomeCell(found.vacancy),
                       outcomeCell(found.aged),
                       outcomeCell(found.households)};
        made.geometry = layer.geometry().geometry(row);
        outcome.layers.front().rows.push_back(std::move(made));
    }
    outcome.figures = {{u"candidates"_s, static_cast<qint64>(outcome.layers.front().rows.size())},
                       {u"unknown"_s, unknown}};
    return outcome;
}

} // namespace

/// DOMAIN B.3 suggests the thresholds; the texts of the plans give none.
void addHollowVillages(Registry &draft)
{
    Algorithm algorithm;
    algorithm.id = u"relocation.hollow_villages"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"空心村、老龄村候选名单"_s, u"Hollow and aged villages"_s};
    algorithm.help = {u"空置率高且常住户少的为空心村，常住老年人口占比高的为老龄村。只是候选名单，由人决定。"_s,
                      u"Hollow: many dwellings vacant and few households left. Aged: most residents are 60 or older. A "
                      u"list of candidates, for people to decide."_s};
    algorithm.parameters = {
        numberParameter(u"least_vacancy"_s, {u"空置率不低于"_s, u"Vacant dwellings, at least"_s},
                        {u"空置住房占全部住房。"_s, u"Of all dwellings."_s}, u"%"_s, 0, 100, 50),
        numberParameter(u"below_households"_s, {u"常住户数少于"_s, u"Resident households, fewer than"_s},
                        {u"空心村还须常住户少于此数。"_s, u"A hollow village also has fewer than these."_s}, u"户"_s, 0,
                        1e6, 25),
        numberParameter(u"least_aged"_s, {u"老年人口占比不低于"_s, u"Residents of 60 and more, at least"_s},
                        {u"60岁以上占常住人口。"_s, u"Of all residents."_s}, u"%"_s, 0, 100, 60)};
    algorithm.figures = {{u"candidates"_s, {u"候选村"_s, u"Candidates"_s}, u"个"_s},
                         {u"unknown"_s, {u"数据不足"_s, u"Too little known"_s}, u"个"_s}};
    algorithm.run = run;
    draft.algorithms.push_back(algorithm);
}

} // namespace cuntu::relocation
