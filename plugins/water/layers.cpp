// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/field_makers.h"
#include "plugins/water/declare.h"
#include "plugins/water/words.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

using namespace field_makers;

namespace {

Field code(const Text &name, const QStringList &synonyms)
{
    return required(field(u"code"_s, name, FieldType::Text, synonyms));
}

Field villageCode(const QStringList &more = {})
{
    return field(u"village_code"_s, {u"所在村代码"_s, u"Village code"_s}, FieldType::Text,
                 QStringList{u"行政村代码"_s, u"村代码"_s, u"所在行政村代码"_s} + more);
}

Field worksCode(const Text &help)
{
    return withHelp(field(u"works_code"_s, {u"供水工程编号"_s, u"Works"_s}, FieldType::Text,
                          {u"工程编号"_s, u"供水工程代码"_s, u"所属工程编号"_s, u"所属供水工程"_s}),
                    help);
}

Field elevation(const Text &name, const QStringList &synonyms)
{
    return field(u"elevation_m"_s, name, FieldType::Real, synonyms, u"m"_s);
}

/// What is known of the water of works, of a settlement or of a household alike (DOMAIN B.2).
std::vector<Field> supplyFields()
{
    return {
        choice(u"supply_mode"_s, {u"供水方式"_s, u"Supply mode"_s}, modeChoices(),
               {u"供水类型"_s, u"供水形式"_s, u"工程类型"_s, u"water_supply"_s}),
        choice(u"delivery"_s, {u"入户方式"_s, u"Delivery"_s}, deliveryChoices(),
               {u"供水入户方式"_s, u"取水方式"_s, u"用水方式"_s}),
        choice(u"quality"_s, {u"水质结论"_s, u"Water quality"_s}, qualityChoices(),
               {u"水质"_s, u"水质情况"_s, u"水质评价"_s, u"水质是否达标"_s}),
        withHelp(
            field(u"tested_on"_s, {u"水质检测日期"_s, u"Tested on"_s}, FieldType::Date, {u"检测日期"_s, u"化验日期"_s}),
            {u"水质结论的检测日期。没有日期的结论，只在没有任何有日期的检测时采用。"_s,
             u"Day of the verdict. One without a day counts only where there is no dated test at all."_s}),
        between(field(u"lpcd"_s, {u"人均日用水量"_s, u"Water per person and day"_s}, FieldType::Real,
                      {u"人均日水量"_s, u"日人均用水量"_s}, u"L/(p·d)"_s),
                0, 500),
        between(field(u"outage_days"_s, {u"年停水天数"_s, u"Outage"_s}, FieldType::Real,
                      {u"停水天数"_s, u"年停水日数"_s, u"年缺水天数"_s}, u"d/yr"_s),
                0, 366),
    };
}

void append(std::vector<Field> &fields, const std::vector<Field> &more)
{
    fields.insert(fields.end(), more.begin(), more.end());
}

/// Ranges that are judgements are checked as warnings (row_checks.cpp, checks.cpp): a slip is no reason to lose works.
std::vector<Field> capacityFields()
{
    return {
        notNegative(field(u"design_m3d"_s, {u"设计供水规模"_s, u"Design capacity"_s}, FieldType::Real,
                          {u"设计规模"_s, u"设计日供水量"_s, u"供水规模"_s, u"capacity_m3_d"_s}, u"m³/d"_s)),
        notNegative(field(u"actual_m3d"_s, {u"实际供水规模"_s, u"Actual supply"_s}, FieldType::Real,
                          {u"实际规模"_s, u"实际日供水量"_s, u"日供水量"_s}, u"m³/d"_s)),
        notNegative(field(u"design_pop"_s, {u"设计供水人口"_s, u"Designed for"_s}, FieldType::Integer, {u"设计人口"_s},
                          u"人"_s)),
        notNegative(field(u"served_pop"_s, {u"实际供水人口"_s, u"Persons served"_s}, FieldType::Integer,
                          {u"供水人口"_s, u"受益人口"_s, u"覆盖人口"_s}, u"人"_s)),
    };
}

LayerSchema layer(const char16_t *layerId, const Text &name, GeometryType geometry, std::vector<Field> fields)
{
    LayerSchema made;
    made.id = id(layerId);
    made.name = name;
    made.geometry = geometry;
    made.programme = id(k_programme);
    made.fields = std::move(fields);
    for (const Field &each : made.fields) {
        if (each.id == u"code"_s) {
            made.keyField = each.id;
        } else if (each.id == u"name"_s) {
            made.nameField = each.id;
        } else if (each.id == u"village_code"_s) {
            made.areaField = each.id;
        }
    }
    return made;
}

LayerSchema worksLayer()
{
    std::vector<Field> fields{
        code({u"工程编号"_s, u"Works code"_s}, {u"工程代码"_s, u"供水工程编号"_s, u"编号"_s, u"水源编号"_s, u"id"_s}),
        field(u"name"_s, {u"工程名称"_s, u"Name"_s}, FieldType::Text,
              {u"名称"_s, u"供水工程名称"_s, u"水厂名称"_s, u"供水工程"_s}),
        villageCode(),
        withHelp(field(u"served"_s, {u"受益村代码"_s, u"Villages served"_s}, FieldType::Text,
                       {u"受益村"_s, u"供水范围"_s, u"供水村"_s, u"覆盖村"_s, u"受益行政村"_s, u"受益自然村"_s}),
                 {u"行政村代码、村名或自然村编号，用分号、顿号或逗号隔开。空着时为所在村。"_s,
                  u"Codes or names of villages, or codes of settlements, with ; or , between. Empty: the village it "
                  u"lies in."_s}),
        choice(u"source_type"_s, {u"水源类型"_s, u"Kind of source"_s}, sourceChoices(), {u"水源"_s, u"kind"_s}),
        choice(u"disinfection"_s, {u"消毒设备"_s, u"Disinfection"_s}, disinfectionChoices(),
               {u"消毒方式"_s, u"消毒设施"_s}),
    };
    append(fields, supplyFields());
    append(fields, capacityFields());
    append(fields,
           {withHelp(elevation({u"水源高程"_s, u"Elevation of the source"_s}, {u"取水高程"_s, u"水源海拔"_s}),
                     {u"取水处高程。与用户高程比较，低于用户而没有提水设备时提示。"_s,
                      u"Where the water is taken. Compared with its users': below them without a pump is pointed "
                      u"out."_s}),
            field(u"has_pump"_s, {u"是否提水"_s, u"Pumped"_s}, FieldType::Boolean,
                  {u"提水设备"_s, u"有无水泵"_s, u"是否有提水设备"_s}),
            field(u"built_on"_s, {u"建成日期"_s, u"Built on"_s}, FieldType::Date,
                  {u"建成年月"_s, u"竣工日期"_s, u"建成时间"_s}),
            withHelp(field(u"accepted_on"_s, {u"验收日期"_s, u"Accepted on"_s}, FieldType::Date, {u"验收时间"_s}),
                     {u"没有状态记录时，自该日起视为已验收。"_s,
                      u"Where nothing is recorded of the status, the works count as accepted from this day on."_s}),
            field(u"maint_owner"_s, {u"管护责任人"_s, u"Responsible for upkeep"_s}, FieldType::Text,
                  {u"管护单位"_s, u"运行管理单位"_s})});
    LayerSchema made = layer(k_works, {u"供水工程"_s, u"Water works"_s}, GeometryType::Point, std::move(fields));
    made.tracks = {{id(k_programme), id(k_worksCycle)}};
    made.areaField.clear(); // works serve what they list; where they stand is no village's figure
    return made;
}

LayerSchema intakesLayer()
{
    LayerSchema made =
        layer(k_intakes, {u"水源"_s, u"Water sources"_s}, GeometryType::Point,
              {code({u"水源编号"_s, u"Source code"_s}, {u"水源代码"_s, u"编号"_s, u"id"_s}),
               field(u"name"_s, {u"水源名称"_s, u"Name"_s}, FieldType::Text, {u"名称"_s, u"水源地名称"_s}),
               villageCode(), worksCode({u"取用此水源的供水工程。"_s, u"The works that take their water here."_s}),
               choice(u"source_type"_s, {u"水源类型"_s, u"Kind of source"_s}, sourceChoices(), {u"类型"_s, u"kind"_s}),
               notNegative(field(u"yield_m3d"_s, {u"可供水量"_s, u"Yield"_s}, FieldType::Real,
                                 {u"日可供水量"_s, u"枯水期可供水量"_s}, u"m³/d"_s)),
               elevation({u"高程"_s, u"Elevation"_s}, {u"海拔"_s, u"水源高程"_s}),
               field(u"is_protected"_s, {u"是否划定保护区"_s, u"Protected"_s}, FieldType::Boolean,
                     {u"保护区"_s, u"水源保护"_s})});
    made.areaField.clear();
    return made;
}

LayerSchema mainsLayer()
{
    LayerSchema made = layer(
        k_mains, {u"供水管网"_s, u"Water mains"_s}, GeometryType::Line,
        {code({u"管段编号"_s, u"Main code"_s}, {u"管线编号"_s, u"编号"_s, u"id"_s}),
         field(u"name"_s, {u"管线名称"_s, u"Name"_s}, FieldType::Text, {u"名称"_s, u"管段名称"_s}),
         worksCode({u"所属供水工程。"_s, u"The works that it belongs to."_s}),
         choice(u"main_kind"_s, {u"管线类别"_s, u"Kind of main"_s}, mainChoices(), {u"管网类别"_s, u"管道类型"_s}),
         notNegative(
             field(u"diameter_mm"_s, {u"管径"_s, u"Diameter"_s}, FieldType::Real, {u"公称直径"_s, u"DN"_s}, u"mm"_s)),
         choice(u"material"_s, {u"管材"_s, u"Material"_s}, materialChoices(), {u"材质"_s, u"管道材质"_s}),
         notNegative(field(u"length_km"_s, {u"长度"_s, u"Length as reported"_s}, FieldType::Real,
                           {u"管长"_s, u"管线长度"_s}, u"km"_s)),
         field(u"built_on"_s, {u"建成日期"_s, u"Built on"_s}, FieldType::Date, {u"建成年月"_s, u"铺设年月"_s})});
    made.tracks = {{id(k_programme), id(k_worksCycle)}};
    return made;
}

LayerSchema serviceAreasLayer()
{
    LayerSchema made =
        layer(k_serviceAreas, {u"供水范围"_s, u"Service areas"_s}, GeometryType::Polygon,
              {code({u"范围编号"_s, u"Area code"_s}, {u"供水范围编号"_s, u"编号"_s, u"id"_s}),
               field(u"name"_s, {u"范围名称"_s, u"Name"_s}, FieldType::Text, {u"名称"_s, u"供水范围名称"_s}),
               worksCode({u"在此范围供水的工程。"_s, u"The works that serve this ground."_s})});
    made.areaField.clear();
    return made;
}

LayerSchema samplesLayer()
{
    return layer(
        k_samples, {u"水样"_s, u"Water samples"_s}, GeometryType::None,
        {code({u"水样编号"_s, u"Sample number"_s}, {u"样品编号"_s, u"编号"_s, u"id"_s}),
         worksCode({u"水样取自哪个供水工程。"_s, u"The works that the sample is of."_s}),
         villageCode({u"取样村代码"_s, u"采样村代码"_s}),
         field(u"settlement_code"_s, {u"自然村编号"_s, u"Settlement code"_s}, FieldType::Text, {u"自然村代码"_s}),
         required(field(u"taken_on"_s, {u"采样日期"_s, u"Taken on"_s}, FieldType::Date,
                        {u"取样日期"_s, u"检测日期"_s, u"采样时间"_s})),
         choice(u"result"_s, {u"检测结论"_s, u"Verdict"_s}, qualityChoices(),
                {u"水质结论"_s, u"结论"_s, u"检测结果"_s}),
         field(u"failed_items"_s, {u"超标项目"_s, u"What failed"_s}, FieldType::Text, {u"不合格项目"_s, u"超标指标"_s}),
         field(u"lab"_s, {u"检测机构"_s, u"Laboratory"_s}, FieldType::Text, {u"检测单位"_s, u"化验单位"_s}),
         field(u"report_no"_s, {u"检测报告号"_s, u"Report number"_s}, FieldType::Text, {u"报告编号"_s, u"报告号"_s})});
}

LayerSchema outagesLayer()
{
    return layer(k_outages, {u"停水记录"_s, u"Outages"_s}, GeometryType::None,
                 {code({u"记录编号"_s, u"Number"_s}, {u"编号"_s, u"停水编号"_s, u"id"_s}),
                  worksCode({u"停水的供水工程。"_s, u"The works that were out."_s}), villageCode({u"停水村代码"_s}),
                  required(field(u"began_on"_s, {u"停水开始"_s, u"Began on"_s}, FieldType::Date,
                                 {u"开始日期"_s, u"停水日期"_s, u"停水开始日期"_s})),
                  withHelp(field(u"ended_on"_s, {u"恢复供水"_s, u"Back on"_s}, FieldType::Date,
                                 {u"恢复日期"_s, u"结束日期"_s, u"恢复供水日期"_s}),
                           {u"恢复供水的那一天，不计入停水。空着：仍在停水。"_s,
                            u"The first day with water again. Empty: still out."_s}),
                  field(u"cause"_s, {u"停水原因"_s, u"Cause"_s}, FieldType::Text, {u"原因"_s})});
}

LayerSchema projectsLayer()
{
    LayerSchema made = layer(
        k_projects, {u"水利项目"_s, u"Water projects"_s}, GeometryType::Point,
        {code({u"项目编号"_s, u"Project code"_s}, {u"项目代码"_s, u"编号"_s, u"id"_s}),
         field(u"name"_s, {u"项目名称"_s, u"Name"_s}, FieldType::Text, {u"名称"_s}), villageCode(),
         choice(u"project_kind"_s, {u"项目类别"_s, u"Kind of project"_s}, projectChoices(),
                {u"项目类型"_s, u"建设类别"_s, u"类别"_s}),
         field(u"task_of"_s, {u"所属规划"_s, u"Plan"_s}, FieldType::Text, {u"规划"_s, u"任务来源"_s}),
         notNegative(field(u"quantity"_s, {u"建设规模"_s, u"Size"_s}, FieldType::Real, {u"数量"_s, u"规模"_s}, u"1"_s)),
         withHelp(field(u"quantity_unit"_s, {u"规模单位"_s, u"Unit of the size"_s}, FieldType::Text, {u"计量单位"_s}),
                  {u"公里、亩、处等。"_s, u"km, mu, items."_s}),
         field(u"accepted_on"_s, {u"验收日期"_s, u"Accepted on"_s}, FieldType::Date, {u"验收时间"_s})});
    made.tracks = {{id(k_programme), id(k_worksCycle)}};
    return made;
}

Field threshold(const QString &fieldId, const Text &name, const QString &unit, const QStringList &synonyms)
{
    return notNegative(field(fieldId, name, FieldType::Real, synonyms, unit));
}

/// The numbers of rule_set.h; what a row leaves empty is as in the national criteria.
LayerSchema ruleSetsLayer()
{
    return layer(k_ruleSets, {u"饮水安全评价标准"_s, u"Water rule sets"_s}, GeometryType::None,
                 {code({u"标准代号"_s, u"Rule set"_s}, {u"代号"_s, u"编号"_s, u"id"_s}),
                  field(u"name"_s, {u"标准名称"_s, u"Name"_s}, FieldType::Text, {u"名称"_s}),
                  field(u"source"_s, {u"依据"_s, u"Source"_s}, FieldType::Text, {u"出处"_s, u"文号"_s}),
                  threshold(u"full_lpcd"_s, {u"水量达标"_s, u"Quantity, full"_s}, u"L/(p·d)"_s, {}),
                  threshold(u"basic_lpcd"_s, {u"水量基本达标"_s, u"Quantity, basic"_s}, u"L/(p·d)"_s, {}),
                  threshold(u"full_lpcd_scarce"_s, {u"缺水地区水量达标"_s, u"Quantity where water is short, full"_s},
                            u"L/(p·d)"_s, {}),
                  threshold(u"basic_lpcd_scarce"_s,
                            {u"缺水地区水量基本达标"_s, u"Quantity where water is short, basic"_s}, u"L/(p·d)"_s, {}),
                  threshold(u"full_fetch_min"_s, {u"取水时间达标"_s, u"Time to fetch, full"_s}, u"min"_s, {}),
                  threshold(u"basic_fetch_min"_s, {u"取水时间基本达标"_s, u"Time to fetch, basic"_s}, u"min"_s, {}),
                  threshold(u"full_fetch_h_m"_s, {u"水平距离达标"_s, u"Horizontal distance, full"_s}, u"m"_s, {}),
                  threshold(u"basic_fetch_h_m"_s, {u"水平距离基本达标"_s, u"Horizontal distance, basic"_s}, u"m"_s, {}),
                  threshold(u"full_fetch_v_m"_s, {u"垂直距离达标"_s, u"Vertical distance, full"_s}, u"m"_s, {}),
                  threshold(u"basic_fetch_v_m"_s, {u"垂直距离基本达标"_s, u"Vertical distance, basic"_s}, u"m"_s, {}),
                  threshold(u"full_reliability"_s, {u"供水保证率达标"_s, u"Reliability, full"_s}, u"%"_s, {}),
                  threshold(u"basic_reliability"_s, {u"供水保证率基本达标"_s, u"Reliability, basic"_s}, u"%"_s, {}),
                  threshold(u"retest_days"_s, {u"复检周期"_s, u"Tests are good for"_s}, u"d"_s, {u"检测有效期"_s})});
}

std::vector<Field> ownFields(const QString &persons)
{
    std::vector<Field> fields = supplyFields();
    append(fields, {worksCode({u"供水的工程；两个水源写两个编号。"_s,
                               u"The works that supply it; two codes for two sources."_s}),
                    choice(u"water_kind"_s, {u"饮水来源"_s, u"Water drunk"_s}, kindChoices(),
                           {u"主要饮用水源"_s, u"饮用水来源"_s, u"饮水水源"_s}),
                    notNegative(field(u"fetch_min"_s, {u"取水往返时间"_s, u"Time to fetch"_s}, FieldType::Real,
                                      {u"取水时间"_s, u"往返取水时间"_s}, u"min"_s)),
                    notNegative(field(u"fetch_h_m"_s, {u"取水水平距离"_s, u"Horizontal distance"_s}, FieldType::Real,
                                      {u"取水距离"_s}, u"m"_s)),
                    notNegative(field(u"fetch_v_m"_s, {u"取水垂直距离"_s, u"Vertical distance"_s}, FieldType::Real,
                                      {u"取水高差"_s}, u"m"_s)),
                    field(u"is_scarce"_s, {u"是否缺水地区"_s, u"Water is short here"_s}, FieldType::Boolean,
                          {u"缺水地区"_s, u"水资源短缺地区"_s}),
                    withHelp(field(u"refused"_s, {u"不愿接水"_s, u"Refused the tap"_s}, FieldType::Boolean,
                                   {u"拒绝接水"_s, u"自愿不接"_s}),
                             {u"不算有自来水，仍计入人口分母。"_s,
                              u"Counts as without a tap, and stays in the population divided by."_s}),
                    withHelp(field(u"supplied_on"_s, {u"通水日期"_s, u"Supplied since"_s}, FieldType::Date,
                                   {u"通水时间"_s, u"接水日期"_s}),
                             {u"空着：供水方式在任何日期都算。"_s, u"Empty: the supply counts on any day."_s}),
                    notNegative(field(persons, {u"供水覆盖人口"_s, u"Persons supplied"_s}, FieldType::Integer,
                                      {u"通自来水人口"_s, u"自来水人口"_s, u"供水人口"_s}, u"人"_s))});
    return fields;
}

std::vector<Field> settlementFields()
{
    std::vector<Field> fields = ownFields(u"supplied_pop"_s);
    fields.push_back(elevation({u"海拔"_s, u"Elevation"_s}, {u"高程"_s, u"自然村海拔"_s}));
    return fields;
}

std::vector<Field> householdFields()
{
    std::vector<Field> fields = ownFields(u"supplied_pop"_s);
    fields.push_back(notNegative(field(u"members_resident"_s, {u"常住家庭人口"_s, u"Resident members"_s},
                                       FieldType::Integer, {u"常住人数"_s, u"常住人口"_s}, u"人"_s)));
    fields.push_back(withHelp(field(u"site_code"_s, {u"迁入地代码"_s, u"Lives now at"_s}, FieldType::Text,
                                    {u"迁入自然村编号"_s, u"迁入村代码"_s, u"现居地代码"_s}),
                              {u"已搬走的农户现住的自然村编号或行政村代码；饮水按迁入地统计。"_s,
                               u"Code of the settlement or village where a household that moved now lives; its water "
                               u"is counted there."_s}));
    return fields;
}

} // namespace

void addLayers(Registry &draft)
{
    for (auto made : {worksLayer, intakesLayer, mainsLayer, serviceAreasLayer, samplesLayer, outagesLayer,
                      projectsLayer, ruleSetsLayer}) {
        draft.layers.push_back(made());
    }
    draft.extensions.push_back({id(k_settlements), id(k_programme), settlementFields(), id(k_serviceCycle)});
    draft.extensions.push_back({id(k_households), id(k_programme), householdFields(), id(k_serviceCycle)});
}

} // namespace cuntu::water
