// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/declare.h"
#include "plugins/water/survey.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

/// Samples of the last days up to @p input's date, each once; those without a verdict are left out.
Result<IndicatorSet> evaluate(const IndicatorInput &input, const JobContext &job)
{
    const auto works = readWorks(input.project, Rule{}, input.asOf, job);
    const auto samples =
        layerWith(input.project, id(k_samples), {u"village_code"_s, u"works_code"_s, u"taken_on"_s, u"result"_s}, job);
    if (!works || !samples) {
        return !works ? works.error() : samples.error();
    }
    const ChoiceColumn<Quality> results((*samples)->column(u"result"_s), qualityChoices());
    const double last = input.asOf.number();
    const double first = last - input.parameters.number(u"sample_days"_s);
    IndicatorSet set{*samples, {}};
    for (std::uint32_t row = 0; row < (*samples)->size(); ++row) {
        const double taken = numberAt((*samples)->column(u"taken_on"_s), row);
        Supply supply;
        supply.quality = results.at(row);
        const auto of = works->byCode.constFind(stringAt((*samples)->column(u"works_code"_s), row));
        supply.mode = of == works->byCode.cend() ? Mode::Unknown : works->supplies[*of].mode;
        const Rating rating = rate(supply, RuleSet()).quality;
        if (taken > first && taken <= last && rating != Rating::Unknown) {
            set.items.push_back({row, rating == Rating::Fail ? 0.0 : 1.0, 1});
        }
    }
    return set;
}

} // namespace

void addSampleIndicator(Registry &draft)
{
    Indicator made = newIndicator(
        u"quality_rate_sample"_s, {u"水质达标率（水样）"_s, u"Quality, by samples"_s},
        {u"期内有结论的水样中合格的比例；小型和分散供水基本达标也算。采样日期在统计日之后的不算。"_s,
         u"Of the samples with a verdict in the days before, those that pass; basic is enough for small and dispersed "
         u"supply. Samples of the future do not count."_s},
        u"个"_s);
    Parameter days;
    days.id = u"sample_days"_s;
    days.name = {u"水样期限"_s, u"Samples of the last days"_s};
    days.help = {u"统计日以前多少天内采的水样。"_s, u"Samples taken within so many days before."_s};
    days.type = ParameterType::Integer;
    days.unit = u"d"_s;
    days.min = 1;
    days.max = 36500;
    days.defaultValue = u"365"_s;
    made.parameters = {days};
    made.evaluate = evaluate;
    draft.indicators.push_back(made);
}

} // namespace cuntu::water
