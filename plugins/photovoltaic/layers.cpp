// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/field_makers.h"
#include "plugins/photovoltaic/declare.h"
#include "plugins/photovoltaic/words.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

using namespace field_makers;

namespace {

Field villageCode(const QStringList &more = {})
{
    return field(u"village_code"_s, {u"所在村代码"_s, u"Village code"_s}, FieldType::Text,
                 QStringList{u"行政村代码"_s, u"村代码"_s, u"受益村代码"_s, u"所在行政村代码"_s} + more);
}

Field stationCode()
{
    return required(field(u"station_code"_s, {u"电站编号"_s, u"Station"_s}, FieldType::Text,
                          {u"光伏电站编号"_s, u"电站代码"_s, u"所属电站编号"_s}));
}

Field household(bool isRequired)
{
    Field made = field(u"hh_id"_s, {u"户编号"_s, u"Household number"_s}, FieldType::Text, {u"户编码"_s, u"户号"_s});
    made.required = isRequired;
    return made;
}

Field earnedYear()
{
    return between(
        withHelp(field(u"earned_year"_s, {u"收益年度"_s, u"Earned in"_s}, FieldType::Integer,
                       {u"所属年度"_s, u"发电年度"_s, u"结算年度"_s}, u"年"_s),
                 {u"发电的年份。补贴常在次年到账，到账日期另记。"_s,
                  u"The year of the generation. Subsidies often come in the year after; the day of the money "
                  u"is kept beside."_s}),
        2000, 2100);
}

Field yuan(const QString &fieldId, const Text &name, const QStringList &synonyms)
{
    return field(fieldId, name, FieldType::Real, synonyms, u"元"_s);
}

Field remark()
{
    return field(u"remark"_s, {u"备注"_s, u"Remark"_s}, FieldType::Text, {u"说明"_s, u"note"_s});
}

LayerSchema layer(const char16_t *layerId, const Text &name, GeometryType geometry, std::vector<Field> fields)
{
    LayerSchema made;
    made.id = id(layerId);
    made.name = name;
    made.geometry = geometry;
    made.programme = id(k_programme);
    made.fields = std::move(fields);
    if (made.findField(u"code") != nullptr) {
        made.keyField = u"code"_s;
    }
    if (made.findField(u"name") != nullptr) {
        made.nameField = u"name"_s;
    }
    if (made.findField(u"village_code") != nullptr) {
        made.areaField = u"village_code"_s;
    }
    return made;
}

/// What the modelled yield asks (README.md).
std::vector<Field> arrayFields()
{
    return {
        withHelp(between(field(u"degradation"_s, {u"年衰减率"_s, u"Degradation"_s}, FieldType::Real,
                               {u"衰减率"_s, u"组件年衰减率"_s}, u"%"_s),
                         0, 10),
                 {u"每年；空着时按分析的参数。"_s, u"A year; empty: as the analysis has it."_s}),
        between(field(u"tilt_deg"_s, {u"组件倾角"_s, u"Tilt"_s}, FieldType::Real, {u"倾角"_s, u"安装倾角"_s}, u"°"_s),
                0, 90),
        withHelp(between(field(u"azimuth_deg"_s, {u"组件方位角"_s, u"Azimuth"_s}, FieldType::Real,
                               {u"方位角"_s, u"朝向"_s}, u"°"_s),
                         0, 360),
                 {u"从正北顺时针起算，正南为 180。"_s, u"From north, clockwise; south is 180."_s}),
        notNegative(
            field(u"inverter_kw"_s, {u"逆变器容量"_s, u"Inverters"_s}, FieldType::Real, {u"逆变器功率"_s}, u"kW"_s)),
        withHelp(
            between(field(u"losses"_s, {u"系统损失"_s, u"Losses"_s}, FieldType::Real, {u"系统损耗"_s}, u"%"_s), 0, 90),
            {u"空着时按 14.08%（PVWatts 默认值）。"_s, u"Empty: 14.08 %, as PVWatts has it."_s}),
    };
}

LayerSchema stationsLayer()
{
    std::vector<Field> fields{
        required(field(u"code"_s, {u"电站编号"_s, u"Station code"_s}, FieldType::Text,
                       {u"电站代码"_s, u"编号"_s, u"光伏电站编号"_s, u"id"_s})),
        field(u"name"_s, {u"电站名称"_s, u"Name"_s}, FieldType::Text, {u"名称"_s, u"光伏电站名称"_s, u"光伏电站"_s}),
        villageCode(),
        choice(u"station_type"_s, {u"电站类型"_s, u"Kind of station"_s}, stationTypeChoices(),
               {u"类型"_s, u"建设模式"_s}),
        withHelp(notNegative(field(u"capacity_kw"_s, {u"装机容量"_s, u"Capacity"_s}, FieldType::Real,
                                   {u"容量"_s, u"建设规模"_s, u"装机规模"_s, u"并网容量"_s}, u"kW"_s)),
                 {u"建成的容量；没有建成的为设计容量。"_s, u"As built; of what is not built yet as designed."_s}),
        withHelp(notNegative(field(u"approved_kw"_s, {u"批复容量"_s, u"Approved"_s}, FieldType::Real,
                                   {u"计划容量"_s, u"批复规模"_s, u"计划规模"_s}, u"kW"_s)),
                 {u"计划或批复的容量；空着时同装机容量。"_s, u"As planned or approved; empty: the capacity."_s}),
        field(u"batch"_s, {u"计划批次"_s, u"Batch of the plan"_s}, FieldType::Text,
              {u"批次"_s, u"项目批次"_s, u"计划年度"_s, u"项目年度"_s}),
        withHelp(field(u"grid_on"_s, {u"并网日期"_s, u"Connected on"_s}, FieldType::Date, {u"并网时间"_s}),
                 {u"没有状态记录时，自该日起视为已并网。"_s,
                  u"Where nothing is recorded of the status, the station counts as connected from this day on."_s}),
        field(u"meter_no"_s, {u"发电户号"_s, u"Meter number"_s}, FieldType::Text,
              {u"户号"_s, u"用电户号"_s, u"电表号"_s, u"并网户号"_s}),
        choice(u"feed_mode"_s, {u"上网模式"_s, u"Feed-in"_s}, feedModeChoices(), {u"并网模式"_s, u"消纳方式"_s}),
        choice(u"owner"_s, {u"产权"_s, u"Owner"_s}, ownerChoices(), {u"产权归属"_s, u"产权单位"_s}),
        field(u"in_catalog"_s, {u"是否纳入国家目录"_s, u"In the catalogue"_s}, FieldType::Boolean,
              {u"是否纳入目录"_s, u"纳入补助目录"_s}),
        field(u"catalog_batch"_s, {u"目录批次"_s, u"Batch of the catalogue"_s}, FieldType::Text, {u"补助目录批次"_s}),
        withHelp(field(u"shared_on"_s, {u"折股量化日期"_s, u"Turned into shares on"_s}, FieldType::Date,
                       {u"确权日期"_s, u"量化到村日期"_s}),
                 {u"资产折股量化给村和户的日期（S07）。"_s,
                  u"When the assets were turned into shares of villages and households (S07)."_s}),
        choice(u"site_kind"_s, {u"场地"_s, u"Site"_s}, siteChoices(), {u"场地类型"_s, u"建设场地"_s, u"安装位置"_s}),
        notNegative(
            field(u"area_m2"_s, {u"占地面积"_s, u"Area"_s}, FieldType::Real, {u"占用面积"_s, u"面积"_s}, u"m²"_s)),
        between(field(u"price_base"_s, {u"标杆电价"_s, u"Base price"_s}, FieldType::Real,
                      {u"上网电价"_s, u"基础电价"_s}, u"元/kWh"_s),
                0, 10),
        between(field(u"price_subsidy"_s, {u"补贴电价"_s, u"Subsidy"_s}, FieldType::Real,
                      {u"度电补贴"_s, u"补贴标准"_s}, u"元/kWh"_s),
                0, 10),
        notNegative(field(u"hh_count"_s, {u"受益户数"_s, u"Households"_s}, FieldType::Integer,
                          {u"帮扶户数"_s, u"关联户数"_s, u"覆盖户数"_s}, u"户"_s)),
    };
    const std::vector<Field> array = arrayFields();
    fields.insert(fields.end(), array.begin(), array.end());
    fields.push_back(remark());
    LayerSchema made = layer(k_stations, {u"光伏电站"_s, u"Photovoltaic stations"_s}, GeometryType::Point, fields);
    made.tracks = {{id(k_programme), id(k_stationCycle)}};
    return made;
}

LayerSchema sharesLayer()
{
    return layer(
        k_shares, {u"联村电站份额"_s, u"Shares in joint stations"_s}, GeometryType::None,
        {stationCode(), required(villageCode()),
         required(between(withHelp(field(u"share"_s, {u"份额"_s, u"Share"_s}, FieldType::Real,
                                         {u"股份"_s, u"占比"_s, u"产权份额"_s}, u"1"_s),
                                   {u"0 到 1；一个电站各村之和为 1。"_s, u"0 to 1; those of a station add up to 1."_s}),
                          0, 1)),
         remark()});
}

LayerSchema readingsLayer()
{
    return layer(
        k_readings, {u"光伏发电量"_s, u"Generation"_s}, GeometryType::None,
        {stationCode(),
         required(
             withHelp(field(u"period"_s, {u"期间"_s, u"Period"_s}, FieldType::Text,
                            {u"月份"_s, u"年月"_s, u"日期"_s, u"时间"_s, u"统计月份"_s, u"发电月份"_s, u"抄表月份"_s}),
                      {u"月（2019-06）、日（2019-06-01）、时刻（2019-06-01 13:00）或年。"_s,
                       u"A month (2019-06), a day (2019-06-01), a moment (2019-06-01 13:00) or a year."_s})),
         withHelp(notNegative(field(u"kwh"_s, {u"上网电量"_s, u"Energy"_s}, FieldType::Real,
                                    {u"月上网电量"_s, u"发电量"_s, u"月发电量"_s, u"日发电量"_s, u"当日发电量"_s,
                                     u"当月发电量"_s, u"小时发电量"_s, u"电量"_s, u"kwh_month"_s, u"energy"_s,
                                     u"production"_s, u"yield"_s},
                                    u"kWh"_s)),
                  {u"期间内的电量，不是电表的累计数。"_s, u"Of the period, not the sum that a meter shows."_s}),
         withHelp(notNegative(field(u"meter_kwh"_s, {u"电表示数"_s, u"Meter shows"_s}, FieldType::Real,
                                    {u"累计发电量"_s, u"累计上网电量"_s, u"累计电量"_s, u"总发电量"_s, u"表底"_s,
                                     u"止码"_s, u"表码"_s, u"total_energy"_s, u"lifetime_energy"_s},
                                    u"kWh"_s)),
                  {u"期间结束时电表的累计数；没有期间电量时，由相邻两次示数之差得出。"_s,
                   u"The sum at the end of the period; where the period's own energy is not given, the difference from "
                   u"the reading before is."_s}),
         withHelp(notNegative(field(u"old_meter_kwh"_s, {u"旧表止码"_s, u"Old meter stopped at"_s}, FieldType::Real,
                                    {u"旧表底"_s, u"旧表示数"_s}, u"kWh"_s)),
                  {u"期间内换了表：旧表拆下时的示数。"_s, u"Where the meter was changed: what the old one showed."_s}),
         withHelp(
             notNegative(field(u"new_meter_kwh"_s, {u"新表起码"_s, u"New meter began at"_s}, FieldType::Real,
                               {u"新表底"_s, u"新表起数"_s}, u"kWh"_s)),
             {u"期间内换了表：新表装上时的示数。"_s, u"Where the meter was changed: what the new one began with."_s}),
         withHelp(
             notNegative(field(u"poa_kwh_m2"_s, {u"斜面辐照量"_s, u"Irradiation of the plane"_s}, FieldType::Real,
                               {u"组件面辐照量"_s, u"辐照量"_s}, u"kWh/m²"_s)),
             {u"测得的组件面辐照量；空着的月份不进系统效率，模拟的见 photovoltaic.yield。"_s,
              u"As measured in the plane of the array; months without it are not in the performance ratio, photovoltaic.yield has a modelled one."_s}),
         remark()});
}

LayerSchema receivedLayer()
{
    return layer(
        k_received, {u"光伏收益到账"_s, u"Money received"_s}, GeometryType::None,
        {stationCode(), earnedYear(),
         required(field(u"received_on"_s, {u"到账日期"_s, u"Received on"_s}, FieldType::Date,
                        {u"结算日期"_s, u"收款日期"_s, u"日期"_s})),
         choice(u"receipt_kind"_s, {u"收入类别"_s, u"Kind of receipt"_s}, receiptChoices(), {u"类别"_s, u"收入类型"_s}),
         required(yuan(u"amount"_s, {u"到账金额"_s, u"Amount"_s}, {u"金额"_s, u"结算金额"_s})), remark()});
}

LayerSchema paidLayer()
{
    return layer(k_paid, {u"光伏收益分配"_s, u"Money distributed"_s}, GeometryType::None,
                 {stationCode(), household(false), earnedYear(),
                  required(field(u"paid_on"_s, {u"发放日期"_s, u"Paid on"_s}, FieldType::Date,
                                 {u"分配日期"_s, u"支付日期"_s, u"日期"_s})),
                  choice(u"use_kind"_s, {u"分配去向"_s, u"Use"_s}, useChoices(), {u"用途"_s, u"分配方式"_s, u"去向"_s}),
                  required(yuan(u"amount"_s, {u"发放金额"_s, u"Amount"_s}, {u"金额"_s, u"分配金额"_s})), remark()});
}

LayerSchema beneficiariesLayer()
{
    return layer(
        k_beneficiaries, {u"光伏受益户"_s, u"Beneficiaries"_s}, GeometryType::None,
        {stationCode(), villageCode(), household(true),
         required(between(field(u"link_year"_s, {u"年度"_s, u"Year"_s}, FieldType::Integer, {u"受益年度"_s}, u"年"_s),
                          2000, 2100)),
         between(field(u"share"_s, {u"份额"_s, u"Share"_s}, FieldType::Real, {u"股份"_s, u"占比"_s}, u"1"_s), 0, 1),
         remark()});
}

LayerSchema faultsLayer()
{
    return layer(
        k_faults, {u"光伏故障"_s, u"Faults"_s}, GeometryType::None,
        {required(field(u"code"_s, {u"记录编号"_s, u"Number"_s}, FieldType::Text, {u"故障编号"_s, u"编号"_s, u"id"_s})),
         stationCode(),
         required(field(u"began_on"_s, {u"故障开始"_s, u"Began on"_s}, FieldType::Date,
                        {u"开始日期"_s, u"故障日期"_s, u"发生日期"_s})),
         withHelp(field(u"ended_on"_s, {u"恢复日期"_s, u"Repaired on"_s}, FieldType::Date,
                        {u"结束日期"_s, u"修复日期"_s, u"恢复发电日期"_s}),
                  {u"恢复发电的那一天，不计入故障。空着：仍未恢复。"_s,
                   u"The first day that it runs again. Empty: it still does not."_s}),
         choice(u"cause"_s, {u"原因"_s, u"Cause"_s}, faultChoices(), {u"故障原因"_s, u"故障类型"_s}),
         notNegative(field(u"lost_kwh"_s, {u"损失电量"_s, u"Energy lost"_s}, FieldType::Real, {}, u"kWh"_s)),
         remark()});
}

LayerSchema pricesLayer()
{
    Field station = field(u"station_code"_s, {u"电站编号"_s, u"Station"_s}, FieldType::Text,
                          {u"光伏电站编号"_s, u"电站代码"_s, u"所属电站编号"_s});
    return layer(
        k_prices, {u"光伏电价与补贴"_s, u"Prices and subsidies"_s}, GeometryType::None,
        {withHelp(station, {u"空着：按电站类型；类型也空着：所有电站。"_s,
                            u"Empty: of the kind of station; that empty too: of all stations."_s}),
         choice(u"station_type"_s, {u"电站类型"_s, u"Kind of station"_s}, stationTypeChoices(), {u"类型"_s}),
         withHelp(field(u"from_on"_s, {u"起始日期"_s, u"From"_s}, FieldType::Date, {u"执行日期"_s, u"开始日期"_s}),
                  {u"空着：一直以来。"_s, u"Empty: since ever."_s}),
         withHelp(field(u"to_on"_s, {u"截止日期"_s, u"To"_s}, FieldType::Date, {u"结束日期"_s, u"终止日期"_s}),
                  {u"含当日；空着：至今。"_s, u"The day included; empty: still."_s}),
         between(field(u"price_base"_s, {u"标杆电价"_s, u"Base price"_s}, FieldType::Real,
                       {u"上网电价"_s, u"基础电价"_s}, u"元/kWh"_s),
                 0, 10),
         between(field(u"price_subsidy"_s, {u"补贴电价"_s, u"Subsidy"_s}, FieldType::Real,
                       {u"度电补贴"_s, u"补贴标准"_s}, u"元/kWh"_s),
                 0, 10),
         remark()});
}

LayerSchema climateLayer()
{
    return layer(
        k_climate, {u"太阳能资源"_s, u"Solar climate"_s}, GeometryType::None,
        {required(between(field(u"month"_s, {u"月份"_s, u"Month"_s}, FieldType::Integer, {u"月"_s}, u"月"_s), 1, 12)),
         required(between(field(u"ghi_kwh_m2"_s, {u"水平面总辐照量"_s, u"Irradiation of the ground"_s}, FieldType::Real,
                                {u"总辐照量"_s, u"水平面辐照量"_s, u"月总辐射"_s}, u"kWh/m²"_s),
                          0, 400)),
         between(field(u"temperature_c"_s, {u"平均气温"_s, u"Mean temperature"_s}, FieldType::Real,
                       {u"月平均气温"_s, u"气温"_s}, u"°C"_s),
                 -60, 60),
         withHelp(between(field(u"temperature_range_k"_s, {u"气温日较差"_s, u"Daily range of temperature"_s},
                                FieldType::Real, {u"日较差"_s, u"平均日较差"_s}, u"°C"_s),
                          0, 40),
                  {u"每日最高与最低气温之差的月平均；空着时按 8 度。"_s,
                   u"Between the day's warmest and coldest, mean of the month; empty: 8 degrees."_s}),
         between(field(u"wind_m_s"_s, {u"平均风速"_s, u"Wind"_s}, FieldType::Real, {u"风速"_s}, u"m/s"_s), 0, 60)});
}

} // namespace

void addLayers(Registry &draft)
{
    for (auto made : {stationsLayer, sharesLayer, readingsLayer, receivedLayer, paidLayer, beneficiariesLayer,
                      faultsLayer, pricesLayer, climateLayer}) {
        draft.layers.push_back(made());
    }
}

} // namespace cuntu::photovoltaic
