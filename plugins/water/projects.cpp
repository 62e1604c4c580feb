// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/declare.h"
#include "plugins/water/words.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

/// Accepted ones of the projects of a kind, each once or by its size; one of unknown size has none. A cancelled one
/// leaves the denominator with an approval document only (DOMAIN B.0.3).
Result<IndicatorSet> evaluate(const IndicatorInput &input, const JobContext &job, bool bySize)
{
    QStringList fields{u"village_code"_s, u"project_kind"_s, u"accepted_on"_s};
    if (bySize) {
        fields << u"quantity"_s;
    }
    const auto layer = layerWith(input.project, id(k_projects), fields, job);
    if (!layer) {
        return layer.error();
    }
    const TrackView track = input.project.ledger().track({id(k_programme), id(k_projects), {}});
    const LifeCycle cycle = worksLifeCycle();
    const std::vector<const Status *> statuses = cycle.findStatuses(track.statuses());
    const auto numbers = track.statusesOn(*(*layer)->sharedIds(), input.asOf);
    const std::string kind = input.parameters.text(u"project_kind"_s).toStdString();
    IndicatorSet set{*layer, {}};
    for (std::uint32_t row = 0; row < (*layer)->size(); ++row) {
        const Status *status = statuses[numbers[row]];
        const bool cancelled = status != nullptr && status->countsAs == StatusClass::Removed &&
                               track.standingOn((*layer)->id(row), input.asOf)->documented;
        if (cancelled || (kind != "ALL" && textAt((*layer)->column(u"project_kind"_s), row) != kind)) {
            continue;
        }
        const bool done = status != nullptr ? status->countsAs == StatusClass::Done
                                            : numberAt((*layer)->column(u"accepted_on"_s), row) <= input.asOf.number();
        const double quantity = bySize ? numberAt((*layer)->column(u"quantity"_s), row) : 1;
        const double size = std::isnan(quantity) ? 0 : quantity;
        set.items.push_back({row, done ? size : 0.0, size});
    }
    return set;
}

} // namespace

void addProjectIndicator(Registry &draft)
{
    Indicator made = newIndicator(u"water_projects_rate"_s, {u"水利项目完成率"_s, u"Water projects accepted"_s},
                                  {u"已验收的项目占比；凭批文取消的不计入。"_s,
                                   u"Share of the projects that are accepted; those cancelled by an approval document "
                                   u"are not counted."_s},
                                  u"个"_s);
    Parameter kind;
    kind.id = u"project_kind"_s;
    kind.name = {u"项目类别"_s, u"Kind of project"_s};
    kind.help = {u"只计此类项目。"_s, u"Only projects of this kind are counted."_s};
    kind.type = ParameterType::Choice;
    kind.choices = projectChoices();
    kind.choices.insert(kind.choices.begin(), {u"ALL"_s, {u"全部"_s, u"all"_s}, {}});
    kind.defaultValue = u"ALL"_s;
    made.parameters = {kind};
    made.evaluate = [](const IndicatorInput &input, const JobContext &job) { return evaluate(input, job, false); };
    draft.indicators.push_back(made);

    Indicator sizes = newIndicator(
        u"water_projects_size_rate"_s, {u"水利项目规模完成率"_s, u"Size of water projects accepted"_s},
        {u"一类项目中已验收的建设规模（公里、亩、处）占比；没有填规模的不计，凭批文取消的不计入。"_s,
         u"Of the size of the projects of a kind (km, mu, items), the share that is accepted; without a size they do "
         u"not count, nor do those cancelled by an approval document."_s},
        u"单位"_s);
    kind.choices.erase(kind.choices.begin()); // sizes of several kinds do not add up
    kind.defaultValue = u"FARMLAND"_s;
    sizes.parameters = {kind};
    sizes.evaluate = [](const IndicatorInput &input, const JobContext &job) { return evaluate(input, job, true); };
    draft.indicators.push_back(sizes);
}

} // namespace cuntu::water
