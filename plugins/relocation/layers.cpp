// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/field_makers.h"
#include "plugins/relocation/declare.h"
#include "plugins/relocation/words.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

using namespace field_makers;

namespace {

Field code(const Text &name, const QStringList &synonyms)
{
    return required(field(u"code"_s, name, FieldType::Text, synonyms));
}

Field day(const QString &fieldId, const Text &name, const QStringList &synonyms)
{
    return withHelp(field(fieldId, name, FieldType::Date, synonyms),
                    {u"没有状态记录时，自该日起按此计。"_s,
                     u"Where nothing is recorded of the status, it counts from this day on."_s});
}

Field yesNo(const QString &fieldId, const Text &name, const QStringList &synonyms)
{
    return field(fieldId, name, FieldType::Boolean, synonyms);
}

Field count(const QString &fieldId, const Text &name, const QString &unit, const QStringList &synonyms)
{
    return notNegative(field(fieldId, name, FieldType::Integer, synonyms, unit));
}

Field amount(const QString &fieldId, const Text &name, const QString &unit, const QStringList &synonyms)
{
    return notNegative(field(fieldId, name, FieldType::Real, synonyms, unit));
}

Field villageCode(const QStringList &more = {})
{
    return field(u"village_code"_s, {u"所在村代码"_s, u"Village code"_s}, FieldType::Text,
                 QStringList{u"行政村代码"_s, u"村代码"_s, u"所在行政村代码"_s} + more);
}

Field siteCode()
{
    return field(u"site_code"_s, {u"安置点编号"_s, u"Site"_s}, FieldType::Text, {u"安置点代码"_s, u"所属安置点"_s});
}

LayerSchema layer(const char16_t *layerId, const Text &name, GeometryType geometry, const char16_t *lifeCycle,
                  std::vector<Field> fields)
{
    LayerSchema made;
    made.id = id(layerId);
    made.name = name;
    made.geometry = geometry;
    made.programme = id(k_programme);
    made.fields = std::move(fields);
    made.keyField = u"code"_s;
    made.nameField = made.findField(u"name") != nullptr ? u"name"_s : QString();
    made.areaField = u"village_code"_s;
    made.tracks = {{id(k_programme), id(lifeCycle)}};
    return made;
}

std::vector<Field> siteFields()
{
    return {code({u"安置点编号"_s, u"Site code"_s}, {u"安置点代码"_s, u"编号"_s, u"项目编号"_s, u"序号"_s, u"id"_s}),
            field(u"name"_s, {u"安置点名称"_s, u"Name"_s}, FieldType::Text, {u"名称"_s, u"项目名称"_s, u"安置点"_s}),
            villageCode(),
            withHelp(field(u"settlement_code"_s, {u"自然村编号"_s, u"Settlement code"_s}, FieldType::Text,
                           {u"自然村代码"_s}),
                     {u"安置点登记为自然村的，其编号；农户也可用它指明安置点。"_s,
                      u"Where the site is registered as a settlement; households may name the site by it."_s}),
            choice(u"gradient"_s, {u"梯度"_s, u"Gradient"_s}, gradientChoices(), {u"安置类型"_s, u"安置区位"_s}),
            choice(u"settle_mode"_s, {u"安置方式"_s, u"Manner"_s}, settleChoices(), {}),
            count(u"planned_dwellings"_s, {u"规划套数"_s, u"Dwellings planned"_s}, u"套"_s,
                  {u"计划套数"_s, u"住房套数"_s, u"规划户数"_s, u"计划户数"_s, u"安置户数"_s}),
            count(u"planned_pop"_s, {u"规划人口"_s, u"Persons planned"_s}, u"人"_s, {u"计划人口"_s, u"安置人口"_s}),
            amount(u"floor_area_m2"_s, {u"住房面积"_s, u"Floor area"_s}, u"m²"_s, {u"建筑面积"_s}),
            amount(u"cost_wan"_s, {u"投资"_s, u"Cost"_s}, u"万元"_s, {u"总投资"_s, u"投资额"_s}),
            day(u"started_on"_s, {u"开工日期"_s, u"Started on"_s}, {u"开工时间"_s}),
            day(u"completed_on"_s, {u"竣工日期"_s, u"Completed on"_s}, {u"竣工时间"_s, u"建成日期"_s}),
            yesNo(u"has_water"_s, {u"通水"_s, u"Water"_s}, {u"水配套"_s, u"水"_s}),
            yesNo(u"has_power"_s, {u"通电"_s, u"Power"_s}, {u"电配套"_s, u"电"_s}),
            yesNo(u"has_access"_s, {u"通路"_s, u"Access"_s}, {u"路配套"_s, u"路"_s}),
            yesNo(u"has_gas"_s, {u"通气"_s, u"Gas"_s}, {u"气配套"_s, u"气"_s}),
            yesNo(u"has_heating"_s, {u"通暖"_s, u"Heating"_s}, {u"暖配套"_s, u"暖"_s}),
            yesNo(u"has_telecom"_s, {u"通讯"_s, u"Telecommunication"_s}, {u"通网络"_s, u"讯"_s, u"通信"_s})};
}

LayerSchema sitesLayer()
{
    return layer(k_sites, {u"安置点"_s, u"Resettlement sites"_s}, GeometryType::Point, k_siteCycle, siteFields());
}

LayerSchema buildingsLayer()
{
    return layer(k_buildings, {u"安置楼栋"_s, u"Buildings"_s}, GeometryType::Point, k_buildingCycle,
                 {code({u"楼栋编号"_s, u"Building code"_s}, {u"楼号"_s, u"编号"_s, u"id"_s}),
                  field(u"name"_s, {u"楼栋名称"_s, u"Name"_s}, FieldType::Text, {u"名称"_s}), villageCode(), siteCode(),
                  count(u"dwellings"_s, {u"套数"_s, u"Dwellings"_s}, u"套"_s, {u"住房套数"_s, u"户数"_s}),
                  count(u"floors"_s, {u"层数"_s, u"Floors"_s}, u"1"_s, {u"楼层"_s}),
                  day(u"completed_on"_s, {u"竣工日期"_s, u"Completed on"_s}, {u"竣工时间"_s})});
}

LayerSchema homesteadsLayer()
{
    LayerSchema made = layer(
        k_homesteads, {u"旧宅基地"_s, u"Old homesteads"_s}, GeometryType::Point, k_homesteadCycle,
        {code({u"宅基地编号"_s, u"Homestead code"_s}, {u"宗地号"_s, u"编号"_s, u"id"_s}),
         field(u"hh_id"_s, {u"户编号"_s, u"Household"_s}, FieldType::Text, {u"户编码"_s, u"户号"_s}), villageCode(),
         field(u"settlement_code"_s, {u"自然村编号"_s, u"Settlement code"_s}, FieldType::Text, {u"自然村代码"_s}),
         amount(u"old_floor_m2"_s, {u"旧房面积"_s, u"Old floor area"_s}, u"m²"_s, {}),
         amount(u"old_plot_m2"_s, {u"旧宅基地面积"_s, u"Old plot"_s}, u"m²"_s, {u"宅基地面积"_s}),
         amount(u"reclaim_mu"_s, {u"应复垦面积"_s, u"To be reclaimed"_s}, u"亩"_s, {u"复垦面积"_s}),
         withHelp(yesNo(u"must_vacate"_s, {u"是否应腾退"_s, u"Must be vacated"_s}, {u"应腾退"_s}),
                  {u"空着按应腾退。"_s, u"Empty: it must."_s}),
         day(u"vacated_on"_s, {u"腾退日期"_s, u"Vacated on"_s}, {u"腾退时间"_s}),
         day(u"demolished_on"_s, {u"拆除日期"_s, u"Demolished on"_s}, {u"拆旧日期"_s, u"拆除时间"_s}),
         day(u"reclaimed_on"_s, {u"复垦验收日期"_s, u"Reclaimed on"_s}, {u"复垦日期"_s}),
         field(u"review_on"_s, {u"复核日期"_s, u"To be looked at again on"_s}, FieldType::Date, {u"例外复核日期"_s})});
    made.positionPersonal = true;
    return made;
}

std::vector<Field> householdFields()
{
    return {
        withHelp(choice(u"mover_type"_s, {u"搬迁对象类型"_s, u"Kind of mover"_s}, moverChoices(), {u"搬迁类型"_s}),
                 {u"空着且没有搬迁状态的农户不是搬迁对象。"_s,
                  u"Empty, and nothing recorded of a move: the household does not move."_s}),
        choice(u"out_reason"_s, {u"搬迁原因"_s, u"Why it moves"_s}, reasonChoices(), {u"迁出地问题"_s, u"迁出原因"_s}),
        choice(u"settle_mode"_s, {u"安置方式"_s, u"Manner"_s}, settleChoices(), {}),
        withHelp(
            field(u"reloc_site"_s, {u"安置点编号"_s, u"Site"_s}, FieldType::Text, {u"安置点代码"_s, u"所属安置点"_s}),
            {u"安排搬往的安置点，用安置点编号或其自然村编号；是否已入住看状态。"_s,
             u"The site it is to move to, by its code or that of the settlement it is; whether it lives there is "
             u"told by the status."_s}),
        yesNo(u"voluntary"_s, {u"自愿申请"_s, u"Of its own will"_s}, {u"是否自愿"_s, u"自愿搬迁"_s}),
        field(u"agreement_no"_s, {u"搬迁协议编号"_s, u"Agreement"_s}, FieldType::Text, {u"协议编号"_s, u"协议号"_s}),
        count(u"persons_at_signing"_s, {u"签约人口"_s, u"Persons at signing"_s}, u"人"_s, {u"签约人数"_s}),
        amount(u"floor_area_m2"_s, {u"安置住房面积"_s, u"New floor area"_s}, u"m²"_s, {u"住房面积"_s, u"新房面积"_s}),
        amount(u"self_fund_yuan"_s, {u"自筹资金"_s, u"Own money"_s}, u"元"_s, {u"自筹"_s}),
        day(u"allotted_on"_s, {u"分房日期"_s, u"Allotted on"_s}, {u"分房时间"_s}),
        day(u"moved_in_on"_s, {u"实际入住日期"_s, u"Moved in on"_s}, {u"入住日期"_s, u"入住时间"_s}),
        count(u"labour_count"_s, {u"劳动力人数"_s, u"Able to work"_s}, u"人"_s, {u"劳动力"_s, u"劳动力数"_s}),
        count(u"employed_count"_s, {u"就业人数"_s, u"At work"_s}, u"人"_s, {u"已就业人数"_s, u"务工人数"_s})};
}

std::vector<Field> settlementFields()
{
    return {
        withHelp(field(u"withdrawn_on"_s, {u"撤并批复日期"_s, u"Withdrawal approved on"_s}, FieldType::Date,
                       {u"撤并日期"_s, u"撤并时间"_s}),
                 {u"批复且全部农户已搬走，才算撤并完成。"_s,
                  u"It is withdrawn when this is given and all its households have moved."_s}),
        count(u"dwellings"_s, {u"住房数"_s, u"Dwellings"_s}, u"套"_s, {u"住房总数"_s, u"房屋数"_s}),
        count(u"vacant_dwellings"_s, {u"空置住房数"_s, u"Vacant dwellings"_s}, u"套"_s, {u"空置房屋数"_s, u"空房数"_s}),
        count(u"aged_resident"_s, {u"常住60岁以上人口"_s, u"Residents of 60 and more"_s}, u"人"_s,
              {u"常住老年人口"_s, u"60岁以上常住人口"_s})};
}

} // namespace

void addLayers(Registry &draft)
{
    for (auto made : {sitesLayer, buildingsLayer, homesteadsLayer}) {
        draft.layers.push_back(made());
    }
    draft.extensions.push_back({id(k_households), id(k_programme), householdFields(), id(k_moverCycle)});
    draft.extensions.push_back({id(k_settlements), id(k_programme), settlementFields(), {}});
}

} // namespace cuntu::relocation
