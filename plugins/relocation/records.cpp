// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/records.h"

#include "core/schema/field_makers.h"
#include "core/snapshot/known_columns.h"
#include "plugins/relocation/movers.h"

#include <QHash>
#include <QSet>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

using namespace field_makers;

namespace {

/// Which follow-ups are work. In the order of followUpChoices().
enum class FollowUp : std::uint8_t { Unknown, Job, PublicPost, Business, Training, Other };

std::vector<Choice> followUpChoices()
{
    return {{u"JOB"_s, {u"就业"_s, u"job"_s}, {u"务工"_s, u"就业岗位"_s, u"企业用工"_s}},
            {u"PUBLIC_POST"_s, {u"公益岗位"_s, u"public post"_s}, {u"公益性岗位"_s}},
            {u"BUSINESS"_s, {u"产业"_s, u"own business"_s}, {u"创业"_s, u"产业扶持"_s, u"自主创业"_s}},
            {u"TRAINING"_s, {u"培训"_s, u"training"_s}, {u"技能培训"_s}},
            {u"OTHER"_s, {u"其他"_s, u"other"_s}, {}}};
}

bool isWork(FollowUp kind)
{
    return kind == FollowUp::Job || kind == FollowUp::PublicPost || kind == FollowUp::Business;
}

Field household()
{
    return required(field(u"hh_id"_s, {u"户编号"_s, u"Household"_s}, FieldType::Text, {u"户编码"_s, u"户号"_s}));
}

Field remark()
{
    return field(u"remark"_s, {u"备注"_s, u"Remark"_s}, FieldType::Text, {u"说明"_s});
}

LayerSchema table(const char16_t *layerId, const Text &name, std::vector<Field> fields)
{
    LayerSchema made;
    made.id = id(layerId);
    made.name = name;
    made.geometry = GeometryType::None;
    made.programme = id(k_programme);
    made.fields = std::move(fields);
    return made;
}

LayerSchema followUpsLayer()
{
    return table(
        k_followUps, {u"搬迁后续扶持"_s, u"Support after the move"_s},
        {household(),
         required(choice(u"follow_kind"_s, {u"扶持类别"_s, u"Kind of support"_s}, followUpChoices(),
                         {u"类别"_s, u"帮扶方式"_s, u"就业方式"_s})),
         required(field(u"since"_s, {u"开始日期"_s, u"Since"_s}, FieldType::Date,
                        {u"起始日期"_s, u"上岗日期"_s, u"开始时间"_s})),
         withHelp(field(u"until"_s, {u"结束日期"_s, u"Until"_s}, FieldType::Date, {u"离岗日期"_s, u"截止日期"_s}),
                  {u"最后一天；空着表示仍在继续。"_s, u"The last day; empty: it goes on."_s}),
         notNegative(field(u"income_yuan"_s, {u"年收入"_s, u"Income a year"_s}, FieldType::Real,
                           {u"收入"_s, u"年工资"_s}, u"元"_s)),
         remark()});
}

LayerSchema renovationsLayer()
{
    LayerSchema made = table(
        k_renovations, {u"危房改造"_s, u"House renovations"_s},
        {required(field(u"code"_s, {u"改造编号"_s, u"Code"_s}, FieldType::Text, {u"编号"_s, u"项目编号"_s, u"id"_s})),
         household(),
         field(u"renovated_on"_s, {u"改造日期"_s, u"Renovated on"_s}, FieldType::Date, {u"补助日期"_s, u"竣工日期"_s}),
         notNegative(field(u"grant_yuan"_s, {u"补助金额"_s, u"Grant"_s}, FieldType::Real, {u"补助资金"_s}, u"元"_s)),
         remark()});
    made.keyField = u"code"_s;
    return made;
}

/// Households with work on @p day, by their number.
Result<QSet<QString>> householdsWithWork(const ProjectSnapshot &project, Day day, const JobContext &job)
{
    const auto layer = layerWith(project, id(k_followUps), {u"hh_id"_s, u"follow_kind"_s, u"since"_s, u"until"_s}, job);
    if (!layer) {
        return layer.error();
    }
    const ChoiceColumn<FollowUp> kinds((*layer)->column(u"follow_kind"_s), followUpChoices());
    QSet<QString> households;
    for (std::size_t row = 0; row < (*layer)->size(); ++row) {
        const bool hasBegun = numberAt((*layer)->column(u"since"_s), row) <= day.number();
        const bool hasEnded = numberAt((*layer)->column(u"until"_s), row) < day.number();
        if (isWork(kinds.at(row)) && hasBegun && !hasEnded) {
            households.insert(stringAt((*layer)->column(u"hh_id"_s), row));
        }
    }
    return households;
}

Result<IndicatorSet> followUps(const IndicatorInput &input, const JobContext &job)
{
    const auto movers = readMovers(input.project, input.asOf, {u"hh_id"_s}, job);
    const auto working = householdsWithWork(input.project, input.asOf, job);
    if (!movers || !working) {
        return !movers ? movers.error() : working.error();
    }
    IndicatorSet set{movers->layer, {}};
    for (std::uint32_t row = 0; row < movers->households.size(); ++row) {
        const Mover &mover = movers->households[row];
        if (mover.counted && hasMovedIn(mover.stage)) {
            const bool hasWork = working->contains(stringAt(movers->layer->column(u"hh_id"_s), row));
            set.items.push_back({row, hasWork ? 1.0 : 0.0, 1});
        }
    }
    return set;
}

Result<std::vector<CheckFinding>> checkBenefits(const ProjectSnapshot &project, const JobContext &job)
{
    const auto movers = readMovers(project, Day::today(), {u"hh_id"_s}, job);
    const auto renovations =
        layerWith(project, id(k_renovations), {u"code"_s, u"hh_id"_s, u"renovated_on"_s, u"grant_yuan"_s}, job);
    if (!movers || !renovations) {
        return !movers ? movers.error() : renovations.error();
    }
    QHash<QString, std::size_t> rowOf;
    for (std::size_t row = 0; row < movers->households.size(); ++row) {
        if (movers->households[row].moves && movers->households[row].counted) {
            rowOf.insert(stringAt(movers->layer->column(u"hh_id"_s), row), row);
        }
    }
    std::vector<CheckFinding> findings;
    for (std::size_t row = 0; row < (*renovations)->size(); ++row) {
        const QString household = stringAt((*renovations)->column(u"hh_id"_s), row);
        const auto found = household.isEmpty() ? rowOf.cend() : rowOf.constFind(household);
        if (found == rowOf.cend()) {
            continue;
        }
        const QString site = stringAt(movers->layer->column(u"reloc_site"_s), *found);
        findings.push_back(
            {id(k_households), movers->layer->id(*found),
             Text{u"户 %1 列入搬迁（安置点 %2），又有危房改造 %3：两项补助不得重复享受"_s,
                  u"household %1 is to move (site %2) and has the house renovation %3: both are not paid for one "
                  u"household"_s}
                 .toString()
                 .arg(household, site.isEmpty() ? Text{u"未定"_s, u"not settled"_s}.toString() : site,
                      stringAt((*renovations)->column(u"code"_s), row))});
    }
    return findings;
}

} // namespace

void addRecords(Registry &draft)
{
    draft.layers.push_back(followUpsLayer());
    draft.layers.push_back(renovationsLayer());
}

void addFollowUpIndicator(Registry &draft)
{
    Indicator rate = newIndicator(
        u"follow_up_work_rate"_s, {u"后续就业产业覆盖率"_s, u"Households with work after the move"_s},
        {u"已实际入住的户中，后续扶持记录里当日有就业、公益岗位或产业的占比。"_s,
         u"Of the households that moved in, those with a job, a public post or a business of their own on the day, by "
         u"the records of support."_s},
        u"户"_s);
    rate.evaluate = followUps;
    draft.indicators.push_back(rate);
}

void addBenefitCheck(Registry &draft)
{
    draft.checks.push_back({u"relocation.double_benefit"_s,
                            id(k_programme),
                            {u"搬迁与危房改造重复"_s, u"Paid for a move and a renovation"_s},
                            checkBenefits});
}

} // namespace cuntu::relocation
