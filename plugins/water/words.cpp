// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/water/words.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::water {

namespace {

template <class Enum> Text nameOf(const std::vector<Choice> &choices, Enum value)
{
    return value == Enum{} ? Text{u"不明"_s, u"unknown"_s} : choices[static_cast<std::size_t>(value) - 1].name;
}

} // namespace

std::vector<Choice> modeChoices()
{
    return {
        {u"URBAN_EXT"_s,
         {u"城镇管网延伸"_s, u"extension of an urban network"_s},
         {u"城市管网延伸"_s, u"管网延伸"_s, u"城乡一体化供水"_s, u"城乡供水一体化"_s, u"network"_s}},
        {u"CENTRAL_LARGE"_s,
         {u"规模化集中"_s, u"large centralised works"_s},
         {u"规模化集中供水"_s, u"规模化供水"_s, u"千吨万人"_s, u"千吨万人工程"_s, u"规模化"_s}},
        {u"CENTRAL_SMALL"_s,
         {u"小型集中"_s, u"small centralised works"_s},
         {u"小型集中供水"_s, u"集中供水"_s, u"集中式供水"_s, u"集中"_s, u"centralised"_s, u"centralized"_s}},
        {u"DISPERSED"_s,
         {u"分散"_s, u"dispersed"_s},
         {u"分散供水"_s, u"分散式供水"_s, u"分散式"_s, u"自备井"_s, u"自备水源"_s, u"decentralised"_s,
          u"decentralized"_s}},
        {u"NONE"_s, {u"未供水"_s, u"none"_s}, {u"无供水"_s, u"没有供水"_s, u"无供水设施"_s}},
    };
}

std::vector<Choice> deliveryChoices()
{
    return {
        {u"TAP_HOUSE"_s,
         {u"入户"_s, u"tap in the house"_s},
         {u"自来水入户"_s, u"供水入户"_s, u"到户"_s, u"管道入户"_s, u"已入户"_s}},
        {u"TAP_YARD"_s, {u"院内"_s, u"tap in the yard"_s}, {u"入院"_s, u"到院"_s, u"院内龙头"_s}},
        {u"STANDPIPE"_s,
         {u"集中供水点"_s, u"standpipe"_s},
         {u"公共供水点"_s, u"公共龙头"_s, u"供水点"_s, u"集中取水点"_s}},
        {u"CARRY"_s, {u"人力取水"_s, u"carried"_s}, {u"挑水"_s, u"人挑"_s, u"自行取水"_s, u"拉水"_s}},
    };
}

std::vector<Choice> qualityChoices()
{
    return {
        {u"PASS"_s, {u"达标"_s, u"passes"_s}, {u"合格"_s, u"水质达标"_s, u"pass"_s}},
        {u"BASIC"_s, {u"基本达标"_s, u"basically passes"_s}, {u"基本合格"_s, u"basic"_s}},
        {u"FAIL"_s, {u"不达标"_s, u"fails"_s}, {u"不合格"_s, u"超标"_s, u"fail"_s}},
        {u"UNTESTED"_s, {u"未检测"_s, u"not tested"_s}, {u"未检"_s, u"未化验"_s, u"untested"_s}},
    };
}

std::vector<Choice> kindChoices()
{
    return {
        {u"TAP"_s, {u"净化自来水"_s, u"purified tap water"_s}, {u"经过净化处理的自来水"_s, u"自来水"_s}},
        {u"PROTECTED"_s,
         {u"受保护的井水和泉水"_s, u"protected well or spring"_s},
         {u"受保护的井水"_s, u"受保护的泉水"_s, u"井水"_s}},
        {u"UNPROTECTED"_s,
         {u"不受保护的井水和泉水"_s, u"unprotected well or spring"_s},
         {u"不受保护的井水"_s, u"不受保护的泉水"_s}},
        {u"SURFACE"_s, {u"江河湖泊水"_s, u"river or lake"_s}, {u"河水"_s, u"江河水"_s, u"湖水"_s, u"溪水"_s}},
        {u"RAIN"_s, {u"收集雨水"_s, u"rain water"_s}, {u"雨水"_s, u"水窖"_s, u"雨水窖"_s}},
        {u"BOTTLED"_s, {u"桶装水"_s, u"bottled water"_s}, {u"瓶装水"_s}},
        {u"OTHER"_s, {u"其他水源"_s, u"other"_s}, {u"其他"_s}},
    };
}

std::vector<Choice> sourceChoices()
{
    return {
        {u"SURFACE"_s,
         {u"地表水"_s, u"surface water"_s},
         {u"河流"_s, u"水库"_s, u"湖泊"_s, u"溪流"_s, u"stream"_s, u"reservoir"_s}},
        {u"GROUND"_s, {u"地下水"_s, u"ground water"_s}, {u"深井"_s, u"水井"_s, u"机井"_s, u"well"_s}},
        {u"SPRING"_s, {u"山泉"_s, u"spring"_s}, {u"山泉水"_s, u"泉水"_s}},
        {u"RAIN"_s, {u"雨水窖"_s, u"rain cistern"_s}, {u"雨水"_s, u"水窖"_s, u"集雨"_s, u"tank"_s}},
    };
}

std::vector<Choice> disinfectionChoices()
{
    return {
        {u"NONE"_s, {u"无"_s, u"none"_s}, {u"没有"_s, u"无消毒"_s, u"未消毒"_s}},
        {u"CHLORINE"_s, {u"氯"_s, u"chlorine"_s}, {u"次氯酸钠"_s, u"液氯"_s, u"漂白粉"_s, u"氯消毒"_s}},
        {u"CLO2"_s, {u"二氧化氯"_s, u"chlorine dioxide"_s}, {u"二氧化氯消毒"_s}},
        {u"UV"_s, {u"紫外线"_s, u"ultraviolet"_s}, {u"紫外线消毒"_s, u"紫外"_s}},
        {u"O3"_s, {u"臭氧"_s, u"ozone"_s}, {u"臭氧消毒"_s}},
    };
}

std::vector<Choice> mainChoices()
{
    return {
        {u"RAW"_s, {u"输水管"_s, u"raw-water main"_s}, {u"原水管"_s, u"引水管"_s}},
        {u"TRUNK"_s, {u"配水干管"_s, u"trunk main"_s}, {u"干管"_s, u"主管"_s, u"主管网"_s}},
        {u"BRANCH"_s, {u"配水支管"_s, u"branch main"_s}, {u"支管"_s}},
        {u"HOUSE"_s, {u"入户管"_s, u"service pipe"_s}, {u"入户支管"_s}},
    };
}

std::vector<Choice> materialChoices()
{
    return {
        {u"PE"_s, {u"PE管"_s, u"polyethylene"_s}, {u"PE"_s, u"聚乙烯"_s}},
        {u"PVC"_s, {u"PVC管"_s, u"PVC"_s}, {u"UPVC"_s, u"PVC-U"_s}},
        {u"DUCTILE_IRON"_s, {u"球墨铸铁管"_s, u"ductile iron"_s}, {u"球墨铸铁"_s, u"铸铁管"_s}},
        {u"STEEL"_s, {u"钢管"_s, u"steel"_s}, {u"镀锌管"_s, u"镀锌钢管"_s}},
        {u"OTHER"_s, {u"其他管材"_s, u"other"_s}, {u"其他"_s}},
    };
}

std::vector<Choice> projectChoices()
{
    return {
        {u"SAFE_WATER"_s,
         {u"农村饮水安全"_s, u"safe drinking water"_s},
         {u"饮水安全"_s, u"安全饮水"_s, u"饮水安全巩固提升"_s}},
        {u"RIVER"_s, {u"中小河流治理"_s, u"river reaches"_s}, {u"河流治理"_s, u"河道治理"_s}},
        {u"SMALL_HYDRAULIC"_s, {u"小型水利"_s, u"small hydraulic works"_s}, {u"小型农田水利"_s, u"山塘整治"_s}},
        {u"IRRIGATION"_s, {u"节水灌溉"_s, u"water-saving irrigation"_s}, {u"高效节水灌溉"_s, u"灌溉"_s}},
        {u"FARMLAND"_s, {u"高标准农田"_s, u"high-standard farmland"_s}, {u"高标准农田建设"_s}},
        {u"LAND"_s, {u"土地整治"_s, u"land consolidation"_s}, {u"土地整理"_s}},
        {u"FARMLAND_WATER"_s, {u"农田水利"_s, u"farmland water works"_s}, {u"农田水利设施"_s}},
    };
}

Text modeText(Mode mode)
{
    return nameOf(modeChoices(), mode);
}

Text deliveryText(Delivery delivery)
{
    return nameOf(deliveryChoices(), delivery);
}

} // namespace cuntu::water
