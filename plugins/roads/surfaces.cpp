// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/surfaces.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

std::vector<Choice> surfaceChoices()
{
    return {
        {u"ASPHALT_CONC"_s,
         {u"沥青混凝土"_s, u"asphalt concrete"_s},
         {u"沥青"_s, u"柏油"_s, u"沥青路"_s, u"柏油路"_s, u"沥青路面"_s, u"沥青砼"_s, u"沥青砼路面"_s, u"黑色路面"_s,
          u"asphalt"_s}},
        {u"CEMENT_CONC"_s,
         {u"水泥混凝土"_s, u"cement concrete"_s},
         {u"水泥"_s, u"水泥路"_s, u"砼"_s, u"混凝土"_s, u"水泥砼"_s, u"砼路面"_s, u"水泥路面"_s, u"水泥混凝土路面"_s,
          u"concrete"_s, u"cement"_s}},
        {u"ASPHALT_MACADAM"_s, {u"厂拌沥青碎石"_s, u"plant-mixed asphalt macadam"_s}, {u"沥青碎石"_s}},
        {u"BLOCK_REGULAR"_s,
         {u"整齐石块"_s, u"regular stone blocks"_s},
         {u"条石"_s, u"整齐石块/条石"_s, u"整齐块石"_s}},
        {u"ASPHALT_PENETR"_s, {u"沥青贯入式"_s, u"asphalt penetration"_s}, {u"沥青贯入"_s}},
        {u"ASPHALT_MIX_ROAD"_s, {u"路拌沥青级配砾石"_s, u"road-mixed asphalt gravel"_s}, {u"路拌沥青"_s}},
        {u"SURFACE_TREAT"_s,
         {u"沥青表面处治"_s, u"asphalt surface treatment"_s},
         {u"表面处治"_s, u"沥青表处"_s, u"渣油路"_s}},
        {u"BLOCK_SEMI"_s, {u"半整齐石块"_s, u"half-regular stone blocks"_s}, {u"半整齐块石"_s}},
        {u"PAVER"_s,
         {u"砖铺"_s, u"bricks, pavers, cobbles"_s},
         {u"预制块"_s, u"弹石"_s, u"砖铺/预制块/弹石"_s, u"砖块"_s, u"青石板"_s}},
        {u"GRAVEL"_s,
         {u"砂石"_s, u"gravel"_s},
         {u"碎石"_s, u"砾石"_s, u"泥结石"_s, u"泥结碎石"_s, u"砂石路"_s, u"碎石路"_s, u"级配碎石"_s, u"碎(砾)石"_s,
          u"砂砾"_s, u"石子路"_s}},
        {u"STABILISED"_s, {u"粒料加固土"_s, u"stabilised soil"_s}, {u"稳定土"_s, u"加固土"_s}},
        {u"EARTH"_s, {u"土路"_s, u"earth"_s}, {u"泥土路"_s, u"泥路"_s, u"土"_s, u"素土"_s, u"土质"_s, u"dirt"_s}},
        {u"NONE"_s, {u"无路面"_s, u"no surface"_s}, {u"毛路"_s, u"路基"_s}},
    };
}

bool isHardenedSurface(std::string_view code)
{
    static constexpr std::array<std::string_view, 9> hardened{"ASPHALT_CONC",  "CEMENT_CONC",    "ASPHALT_MACADAM",
                                                              "BLOCK_REGULAR", "ASPHALT_PENETR", "ASPHALT_MIX_ROAD",
                                                              "SURFACE_TREAT", "BLOCK_SEMI",     "PAVER"};
    return std::find(hardened.begin(), hardened.end(), code) != hardened.end();
}

bool isCementSurface(std::string_view code)
{
    return code == "CEMENT_CONC";
}

bool isGravelSurface(std::string_view code)
{
    return code == "GRAVEL";
}

std::vector<Choice> adminClassChoices()
{
    return {
        {u"NATIONAL"_s, {u"国道"_s, u"national road"_s}, {u"G"_s, u"national"_s}},
        {u"PROVINCIAL"_s, {u"省道"_s, u"provincial road"_s}, {u"S"_s, u"provincial"_s}},
        {u"COUNTY"_s, {u"县道"_s, u"county road"_s}, {u"X"_s, u"county"_s}},
        {u"TOWNSHIP"_s, {u"乡道"_s, u"township road"_s}, {u"Y"_s, u"township"_s, u"乡镇道路"_s}},
        {u"VILLAGE"_s, {u"村道"_s, u"village road"_s}, {u"C"_s, u"village"_s, u"通村路"_s, u"通村公路"_s}},
        {u"GROUP"_s, {u"通组路"_s, u"road to a group"_s}, {u"组道"_s, u"通组公路"_s, u"通组道路"_s, u"group"_s}},
        {u"INNER"_s, {u"村内路"_s, u"inner road"_s}, {u"村内道路"_s, u"村内主干道"_s, u"inner"_s}},
        {u"ENTRY"_s, {u"入户路"_s, u"entry road"_s}, {u"入户道路"_s, u"连户路"_s, u"entry"_s}},
        {u"FIELD"_s, {u"机耕路"_s, u"farm track"_s}, {u"机耕道"_s, u"田间道"_s, u"field"_s, u"track"_s}},
    };
}

bool isClassified(std::string_view adminClass)
{
    static constexpr std::array<std::string_view, 4> classified{"NATIONAL", "PROVINCIAL", "COUNTY", "TOWNSHIP"};
    return std::find(classified.begin(), classified.end(), adminClass) != classified.end();
}

std::vector<Choice> techClassChoices()
{
    return {
        {u"CLASS_1"_s, {u"一级"_s, u"class I"_s}, {u"一级公路"_s, u"1"_s}},
        {u"CLASS_2"_s, {u"二级"_s, u"class II"_s}, {u"二级公路"_s, u"2"_s}},
        {u"CLASS_3"_s, {u"三级"_s, u"class III"_s}, {u"三级公路"_s, u"3"_s}},
        {u"CLASS_4"_s, {u"四级"_s, u"class IV"_s}, {u"四级公路"_s, u"4"_s}},
        {u"CLASS_4_I"_s, {u"四级(Ⅰ类)"_s, u"class IV, type I"_s}, {u"4-I"_s, u"四级Ⅰ类"_s}},
        {u"CLASS_4_II"_s, {u"四级(Ⅱ类)"_s, u"class IV, type II"_s}, {u"4-II"_s, u"四级Ⅱ类"_s}},
        {u"BELOW"_s, {u"等外"_s, u"below class IV"_s}, {u"等外公路"_s, u"等外路"_s}},
    };
}

std::vector<Choice> conditionChoices()
{
    return {
        {u"GOOD"_s, {u"优良"_s, u"good"_s}, {u"优"_s, u"良"_s, u"好"_s}},
        {u"FAIR"_s, {u"中"_s, u"fair"_s}, {u"一般"_s}},
        {u"POOR"_s, {u"次差"_s, u"poor"_s}, {u"次"_s, u"差"_s}},
        {u"BROKEN"_s, {u"断"_s, u"broken"_s}, {u"断路"_s, u"中断"_s}},
    };
}

} // namespace cuntu::roads
