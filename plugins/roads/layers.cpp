// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/field_makers.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/surfaces.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

using namespace field_makers;

namespace {

std::vector<Field> identity()
{
    return {
        field(u"route_code"_s, {u"路线编号"_s, u"Route code"_s}, FieldType::Text,
              {u"路线编码"_s, u"编号"_s, u"路线代码"_s, u"道路编号"_s, u"路段编号"_s, u"id"_s}),
        field(u"name"_s, {u"路线名称"_s, u"Name"_s}, FieldType::Text,
              {u"名称"_s, u"道路名称"_s, u"路名"_s, u"路段名称"_s}),
        choice(u"admin_class"_s, {u"行政等级"_s, u"Administrative class"_s}, adminClassChoices(),
               {u"行政级别"_s, u"路线等级"_s, u"道路类别"_s, u"class"_s}),
        choice(u"tech_class"_s, {u"技术等级"_s, u"Technical class"_s}, techClassChoices(), {u"公路等级"_s}),
    };
}

/// Ranges are checked as warnings (row_checks.cpp): a slip in a width is no reason to lose a road.
std::vector<Field> construction()
{
    return {
        surfaceField(),
        withHelp(field(u"is_hardened"_s, {u"是否硬化"_s, u"Hardened as stated"_s}, FieldType::Boolean,
                       {u"硬化"_s, u"硬化情况"_s, u"hardened"_s}),
                 {u"表中所述。只在没有路面类型时采用。"_s,
                  u"As the table says it. Used only where the surface is not given."_s}),
        surfaceWidthField(),
        field(u"roadbed_width_m"_s, {u"路基宽度"_s, u"Roadbed width"_s}, FieldType::Real, {u"路基宽"_s}, u"m"_s),
        field(u"thickness_cm"_s, {u"面层厚度"_s, u"Surface thickness"_s}, FieldType::Real, {u"厚度"_s, u"路面厚度"_s},
              u"cm"_s),
        withHelp(field(u"length_km"_s, {u"里程"_s, u"Length as reported"_s}, FieldType::Real,
                       {u"长度"_s, u"路段长度"_s, u"公里数"_s, u"路线长度"_s}, u"km"_s),
                 {u"上报数。图上长度另行计算，两者相差超过 5% 时提示。"_s,
                  u"As reported. The drawn length is computed; more than 5 % of difference is pointed out."_s}),
        field(u"passing_places"_s, {u"错车道"_s, u"Passing places"_s}, FieldType::Integer, {u"错车道数"_s}, u"处"_s),
        field(u"built_on"_s, {u"建成日期"_s, u"Built on"_s}, FieldType::Date,
              {u"建成年月"_s, u"竣工日期"_s, u"建成时间"_s, u"完工日期"_s}),
        acceptedOnField(),
    };
}

std::vector<Field> upkeep()
{
    return {
        choice(u"condition"_s, {u"路况"_s, u"Condition"_s}, conditionChoices(), {u"路况等级"_s}),
        withHelp(
            field(u"passable"_s, {u"是否通行"_s, u"Passable"_s}, FieldType::Boolean, {u"能否通行"_s, u"通行情况"_s}),
            {u"缺桥、水毁断路等填否：该路段断开。"_s,
             u"No for a missing bridge or a washed-out road: the path breaks there."_s}),
        field(u"maint_owner"_s, {u"养护责任人"_s, u"Responsible for upkeep"_s}, FieldType::Text,
              {u"养护单位"_s, u"管养单位"_s}),
    };
}

std::vector<Field> funding()
{
    const auto fund = [](const QString &fieldId, const Text &name) {
        return notNegative(field(fieldId, name, FieldType::Real, {}, u"元"_s));
    };
    return {
        withHelp(notNegative(field(u"estimate_yuan"_s, {u"概算投资"_s, u"Estimated cost"_s}, FieldType::Real,
                                   {u"概算"_s, u"估算投资"_s, u"投资概算"_s}, u"元"_s)),
                 {u"整段路建成达标的概算；编制建设方案时优先于单价。"_s,
                  u"What the whole segment costs to build; plans use it before rates a kilometre."_s}),
        fund(u"fund_province"_s, {u"省级资金"_s, u"Funds of the province"_s}),
        fund(u"fund_city"_s, {u"市级资金"_s, u"Funds of the city"_s}),
        fund(u"fund_county"_s, {u"县级资金"_s, u"Funds of the county"_s}),
        fund(u"fund_town"_s, {u"乡镇资金"_s, u"Funds of the township"_s}),
        fund(u"fund_village"_s, {u"村自筹资金"_s, u"Funds of the village"_s}),
        fund(u"fund_social"_s, {u"社会资金"_s, u"Donated funds"_s}),
    };
}

LayerSchema roadsLayer()
{
    LayerSchema layer;
    layer.id = id(k_roads);
    layer.name = {u"道路"_s, u"Roads"_s};
    layer.geometry = GeometryType::Line;
    layer.keyField = u"route_code"_s;
    layer.nameField = u"name"_s;
    layer.programme = id(k_programme);
    layer.tracks = {{id(k_programme), id(k_works)}};
    for (auto part : {identity, construction, upkeep, funding}) {
        const std::vector<Field> fields = part();
        layer.fields.insert(layer.fields.end(), fields.begin(), fields.end());
    }
    return layer;
}

std::vector<Field> settlementFields()
{
    return {
        withHelp(notNegative(field(u"needed_km"_s, {u"需硬化里程"_s, u"Access road needed"_s}, FieldType::Real,
                                   {u"应硬化里程"_s, u"通村组路需硬化里程"_s}, u"km"_s)),
                 {u"本自然村进村路需要硬化的总里程，含已硬化部分。"_s,
                  u"Whole length of the settlement's access road that must be hardened, with what is done."_s}),
        withHelp(notNegative(field(u"hardened_km"_s, {u"已硬化里程"_s, u"Access road hardened"_s}, FieldType::Real,
                                   {u"通村组路已硬化里程"_s}, u"km"_s)),
                 {u"进村路中已硬化的里程。"_s, u"How much of it is hardened."_s}),
        withHelp(field(u"access_route"_s, {u"进村路线"_s, u"Access route"_s}, FieldType::Text,
                       {u"进村路线编号"_s, u"通村路线"_s, u"一村一路"_s}),
                 {u"一村一路：本自然村认定的进村路线编号。未填的按施工量最小的路径推定。"_s,
                  u"The one road of the settlement, by its route code. Where it is not stated, it is the one that the "
                  u"path with the least to build begins on."_s}),
        withHelp(notNegative(field(u"hh_baseline"_s, {u"基期户数"_s, u"Households of the baseline"_s},
                                   FieldType::Integer, {u"基期户籍户数"_s, u"建账户数"_s}, u"户"_s)),
                 {u"目标下达时的户数。填写后按此数判断是否达到户数门槛：以后减少的仍计入。"_s,
                  u"As it was when the target was set. Where given it decides whether there are enough households: a "
                  u"settlement that shrank since still counts."_s}),
        field(u"inner_hardened"_s, {u"村内主路已硬化"_s, u"Inner main road hardened"_s}, FieldType::Boolean,
              {u"村内道路硬化"_s}),
        withHelp(notNegative(field(u"groups"_s, {u"村民小组数"_s, u"Villager groups"_s}, FieldType::Integer,
                                   {u"小组数"_s, u"组数"_s}, u"个"_s)),
                 {u"本自然村所含的村民小组数。"_s, u"Number of villager groups in the settlement."_s}),
        withHelp(notNegative(field(u"groups_connected"_s, {u"通硬化路小组数"_s, u"Groups with a hardened road"_s},
                                   FieldType::Integer, {u"通水泥路小组数"_s, u"已通硬化路小组数"_s}, u"个"_s)),
                 {u"未填写时按本自然村是否相通计算。"_s,
                  u"Where it is not given, all of them or none, as the settlement is connected or not."_s}),
        field(u"has_bus"_s, {u"是否通客车"_s, u"Bus service"_s}, FieldType::Boolean,
              {u"通客车"_s, u"通班车"_s, u"通公交"_s}),
        withHelp(field(u"has_committee"_s, {u"村委会驻地"_s, u"Seat of the village committee"_s}, FieldType::Boolean,
                       {u"是否村委会驻地"_s, u"村部所在地"_s}),
                 {u"可作为硬化路要通到的地点。"_s, u"May be the place that hardened roads must lead to."_s}),
    };
}

std::vector<Field> villageFields()
{
    return {
        withHelp(field(u"has_bus"_s, {u"是否通客车"_s, u"Bus service"_s}, FieldType::Boolean,
                       {u"通客车"_s, u"通班车"_s, u"通公交"_s, u"建制村通客车"_s}),
                 {u"有固定班次的客车通到村委会驻地。"_s, u"A regular bus comes to the seat of the committee."_s}),
        withHelp(field(u"bus_since"_s, {u"通客车日期"_s, u"Bus service since"_s}, FieldType::Date,
                       {u"通车日期"_s, u"开通日期"_s, u"客车开通日期"_s}),
                 {u"自该日起算；未填写时按“是否通客车”，不分日期。"_s,
                  u"It counts from this day on; where it is not given, the field beside says it for every day."_s}),
    };
}

std::vector<Field> householdFields()
{
    return {
        withHelp(field(u"entry_hardened"_s, {u"入户路已硬化"_s, u"Entry road hardened"_s}, FieldType::Boolean,
                       {u"入户路硬化"_s, u"入户道路硬化"_s, u"连户路硬化"_s, u"是否入户路硬化"_s}),
                 {u"从村内道路到家门口的路。"_s, u"The way from the inner road to the door."_s}),
    };
}

} // namespace

Field surfaceField()
{
    return choice(u"surface_type"_s, {u"路面类型"_s, u"Surface"_s}, surfaceChoices(),
                  {u"路面"_s, u"路面材料"_s, u"路面结构"_s, u"路面性质"_s, u"surface"_s});
}

Field surfaceWidthField()
{
    return field(u"surface_width_m"_s, {u"路面宽度"_s, u"Surface width"_s}, FieldType::Real,
                 {u"宽度"_s, u"路面宽"_s, u"路宽"_s, u"width_m"_s}, u"m"_s);
}

Field acceptedOnField()
{
    return withHelp(
        field(u"accepted_on"_s, {u"验收日期"_s, u"Accepted on"_s}, FieldType::Date, {u"验收时间"_s, u"交工验收日期"_s}),
        {u"没有状态记录时，自该日起视为已验收。"_s,
         u"Where nothing is recorded of the status, the road counts as accepted from this day on."_s});
}

void addProgramme(Registry &draft)
{
    draft.programmes.push_back(
        {id(k_programme),
         {u"道路硬化"_s, u"Hardened roads"_s},
         {u"哪些自然村有已验收的硬化路相通，还剩多少户、多少公里。"_s,
          u"Which settlements a hardened, accepted road leads to, and how many households and km are left."_s},
         u"road_nv_rate"_s,
         u"roads.access"_s,
         10});
}

void addLayers(Registry &draft)
{
    draft.layers.push_back(roadsLayer());
    addStretches(draft);
    addPayments(draft);
    draft.extensions.push_back({id(k_settlements), id(k_programme), settlementFields(), id(k_works)});
    draft.extensions.push_back({id(k_villages), id(k_programme), villageFields(), {}});
    draft.extensions.push_back({id(k_households), id(k_programme), householdFields(), {}});
}

} // namespace cuntu::roads
