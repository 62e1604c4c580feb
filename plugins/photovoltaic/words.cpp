// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/words.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

std::vector<Choice> stationTypeChoices()
{
    return {
        {u"VILLAGE"_s, {u"村级"_s, u"village station"_s}, {u"村级电站"_s, u"村级光伏电站"_s, u"单村"_s}},
        {u"JOINT"_s, {u"联村"_s, u"joint station"_s}, {u"联村电站"_s, u"联建"_s, u"联村光伏电站"_s}},
        {u"HOUSEHOLD"_s, {u"户用"_s, u"household system"_s}, {u"户用光伏"_s, u"分户"_s, u"屋顶户用"_s}},
        {u"CENTRAL"_s, {u"集中式"_s, u"centralised station"_s}, {u"集中式电站"_s, u"集中"_s, u"地面集中式"_s}},
    };
}

std::vector<Choice> feedModeChoices()
{
    return {
        {u"ALL"_s, {u"全额上网"_s, u"all fed in"_s}, {u"全部上网"_s, u"全额"_s}},
        {u"SURPLUS"_s, {u"余电上网"_s, u"surplus fed in"_s}, {u"自发自用余电上网"_s, u"余电"_s, u"余量上网"_s}},
    };
}

std::vector<Choice> ownerChoices()
{
    return {
        {u"VILLAGE_COLLECTIVE"_s, {u"村集体"_s, u"village collective"_s}, {u"村集体所有"_s, u"集体"_s}},
        {u"COUNTY_COMPANY"_s, {u"县级公司"_s, u"county company"_s}, {u"县平台公司"_s, u"县属国企"_s, u"平台公司"_s}},
        {u"ENTERPRISE"_s, {u"企业"_s, u"enterprise"_s}, {u"民营企业"_s, u"社会资本"_s}},
        {u"HOUSEHOLD"_s, {u"农户"_s, u"household"_s}, {u"贫困户"_s, u"个人"_s}},
    };
}

std::vector<Choice> siteChoices()
{
    return {
        {u"ROOF"_s, {u"屋顶"_s, u"roof"_s}, {u"屋面"_s, u"房顶"_s}},
        {u"GROUND"_s, {u"地面"_s, u"ground"_s}, {u"荒地"_s, u"荒山"_s}},
        {u"GREENHOUSE"_s, {u"农光互补"_s, u"above crops"_s}, {u"大棚"_s, u"农光"_s}},
        {u"WATER"_s, {u"渔光互补"_s, u"above a pond"_s}, {u"渔光"_s, u"水面"_s}},
    };
}

// DOMAIN's uses, and TAX: the net income needs it.
std::vector<Choice> useChoices()
{
    return {
        {u"POST_WAGE"_s, {u"公益岗位工资"_s, u"wages of public posts"_s}, {u"公益岗位"_s, u"公益性岗位"_s}},
        {u"PUBLIC_WORK"_s,
         {u"小型公益事业劳务"_s, u"labour on public works"_s},
         {u"小型公益事业"_s, u"公益事业劳务"_s, u"劳务费用"_s}},
        {u"REWARD"_s, {u"奖励补助"_s, u"rewards"_s}, {u"奖补"_s, u"奖励"_s}},
        {u"DIRECT"_s,
         {u"无劳动能力户直补"_s, u"direct aid without labour"_s},
         {u"直补"_s, u"直接补助"_s, u"无劳动能力户补助"_s}},
        {u"RENT"_s, {u"土地租金"_s, u"rent of land"_s}, {u"租金"_s, u"土地流转费"_s}},
        {u"OM"_s, {u"运维"_s, u"operation and maintenance"_s}, {u"运维费"_s, u"运行维护"_s, u"运维费用"_s}},
        {u"LOAN"_s, {u"还贷"_s, u"loan repayment"_s}, {u"偿还贷款"_s, u"贷款本息"_s}},
        {u"TAX"_s, {u"税费"_s, u"tax"_s}, {u"税金"_s, u"增值税"_s}},
        {u"RESERVE"_s, {u"留存"_s, u"kept in reserve"_s}, {u"结余"_s, u"村集体留存"_s}},
    };
}

std::vector<Choice> receiptChoices()
{
    return {
        {u"BASE"_s, {u"标杆电费"_s, u"base price"_s}, {u"基础电费"_s, u"脱硫煤电价"_s, u"电费"_s}},
        {u"SUBSIDY"_s, {u"补贴"_s, u"subsidy"_s}, {u"国家补贴"_s, u"可再生能源补贴"_s, u"电价补贴"_s}},
        {u"OTHER"_s, {u"其他收入"_s, u"other"_s}, {u"其他"_s}},
    };
}

std::vector<Choice> faultChoices()
{
    return {
        {u"OUTAGE"_s, {u"停电"_s, u"outage of the grid"_s}, {u"电网停电"_s, u"线路检修"_s}},
        {u"EQUIPMENT"_s, {u"设备故障"_s, u"equipment"_s}, {u"逆变器故障"_s, u"组件损坏"_s, u"设备损坏"_s}},
        {u"CURTAILMENT"_s, {u"限电"_s, u"curtailment"_s}, {u"弃光"_s, u"限发"_s}},
        {u"SHADE"_s, {u"遮挡"_s, u"shade"_s}, {u"树木遮挡"_s, u"阴影遮挡"_s}},
        {u"SOILING"_s, {u"积灰"_s, u"soiling"_s}, {u"灰尘"_s, u"积雪"_s, u"污染"_s}},
        {u"WEATHER"_s, {u"灾害"_s, u"storm or flood"_s}, {u"水毁"_s, u"雷击"_s, u"风灾"_s}},
        {u"OTHER"_s, {u"其他原因"_s, u"other cause"_s}, {u"其他"_s}},
    };
}

Text nameOf(const std::vector<Choice> &choices, std::string_view choiceId)
{
    for (const Choice &choice : choices) {
        if (choice.id == toQString(choiceId)) {
            return choice.name;
        }
    }
    return {u"不明"_s, u"unknown"_s};
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

Day dayOf(double number)
{
    return Day::fromNumber(static_cast<std::int32_t>(number));
}

QString numberText(double value, int decimals)
{
    return std::isnan(value) ? Text{u"不明"_s, u"unknown"_s}.toString() : QString::number(value, 'f', decimals);
}

} // namespace cuntu::photovoltaic
