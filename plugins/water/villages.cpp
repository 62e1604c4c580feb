// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/declare.h"
#include "plugins/water/survey.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

/// Persons of a village, and those with tap water.
struct TapPersons {
    double tap = 0;
    double all = 0;
};

Result<QHash<QString, TapPersons>> tapByVillage(const IndicatorInput &input, const JobContext &job)
{
    Rule rule = Rule::from(input.parameters, true);
    rule.poorOnly = false; // the villages are sorted out below
    const auto found = survey(input.project, rule, input.asOf, job);
    if (!found) {
        return found.error();
    }
    QHash<QString, TapPersons> sums;
    const Column *codes = found->layer->column(u"village_code"_s);
    for (std::size_t row = 0; row < found->places.size(); ++row) {
        TapPersons &sum = sums[codeOn(input.project.areas(), stringAt(codes, row), input.asOf)];
        sum.tap += found->places[row].persons * found->tapShare(row);
        sum.all += found->places[row].persons;
    }
    return sums;
}

Result<IndicatorSet> evaluate(const IndicatorInput &input, const JobContext &job)
{
    const auto sums = tapByVillage(input, job);
    if (!sums) {
        return sums.error();
    }
    const auto villages = layerWith(input.project, id(k_villages), {u"code"_s, u"poor_village"_s}, job);
    if (!villages) {
        return villages.error();
    }
    const double least = input.parameters.number(u"least_share"_s) / 100;
    IndicatorSet set{*villages, {}};
    for (std::uint32_t row = 0; row < (*villages)->size(); ++row) {
        if (input.parameters.boolean(u"poor_only"_s) && numberAt((*villages)->column(u"poor_village"_s), row) != 1) {
            continue;
        }
        const QString code = codeOn(input.project.areas(), stringAt((*villages)->column(u"code"_s), row), input.asOf);
        const TapPersons sum = sums->value(code);
        set.items.push_back({row, sum.tap > 0 && sum.tap >= least * sum.all ? 1.0 : 0.0, 1});
    }
    return set;
}

} // namespace

void addVillageIndicator(Registry &draft)
{
    Indicator made = newIndicator(
        u"village_tap_rate"_s, {u"行政村通自来水率"_s, u"Villages with tap water"_s},
        {u"有人用上自来水、且自来水人口比例不低于门槛的行政村占比（村村通）。门槛默认为 0：有人用上即为通。"_s,
         u"Share of administrative villages in which somebody has tap water, and at least so large a share of the "
         u"persons. "
         u"By default the least share is 0: somebody is enough."_s},
        u"个"_s);
    made.parameters = Rule::parametersOfPlaces();
    Parameter least;
    least.id = u"least_share"_s;
    least.name = {u"自来水人口比例门槛"_s, u"Least share of persons"_s};
    least.help = {u"自来水人口占全村人口的最低比例。"_s, u"Of the persons of the village, those with tap water."_s};
    least.unit = u"%"_s;
    least.min = 0;
    least.max = 100;
    least.defaultValue = u"0"_s;
    made.parameters.push_back(least);
    made.evaluate = evaluate;
    draft.indicators.push_back(made);
}

} // namespace cuntu::water
