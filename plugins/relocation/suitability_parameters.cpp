// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/parameter_makers.h"
#include "plugins/relocation/suitability.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

std::vector<Parameter> landParameters()
{
    const Parameter terrain =
        required(plainParameter(u"terrain_file"_s, ParameterType::File, {u"地形文件"_s, u"Terrain model"_s},
                                {u"高程栅格(GeoTIFF、HGT 等)。"_s, u"A raster of heights (GeoTIFF, HGT ...)."_s}));
    return {
        terrain,
        plainParameter(
            u"area"_s, ParameterType::Layer, {u"范围图层"_s, u"Layer of the area"_s},
            {u"只评价其面内的土地；留空时用行政村，没有则用自然村外扩 2 公里。"_s,
             u"Only land inside its polygons counts; empty: the villages, else 2 km around the settlements."_s}),
        plainParameter(
            u"criteria_file"_s, ParameterType::File, {u"因子表"_s, u"Table of criteria"_s},
            {u"每行一个因子或限制(见手册)；留空时用常用因子，其阈值和权重是未经核实的建议。"_s,
             u"One criterion or exclusion a row (see the guide); empty: the usual ones, whose thresholds and weights "
             u"are unchecked suggestions."_s}),
        numberParameter(u"cell_m"_s, {u"栅格大小"_s, u"Size of a cell"_s},
                        {u"越小越细、越慢。"_s, u"Smaller is finer and slower."_s}, u"m"_s, 5, 1000, 50),
        plainParameter(u"roads"_s, ParameterType::Layer, {u"道路图层"_s, u"Layer of roads"_s},
                       {u"乘车时间用的道路；留空时用 roads。"_s, u"For times of travel; empty: roads."_s}),
        numberParameter(u"ride_km_h"_s, {u"乘车速度"_s, u"Speed on roads"_s},
                        {u"在道路上的速度；其余步行(Tobler)。"_s, u"On roads; elsewhere people walk (Tobler)."_s},
                        u"km/h"_s, 5, 120, 30),
        plainParameter(u"sites"_s, ParameterType::Layer, {u"现有安置点图层"_s, u"Layer of present sites"_s},
                       {u"用同样的因子评分；留空时用 relocation_sites。"_s,
                        u"Graded by the same criteria; empty: relocation_sites."_s})};
}

std::vector<Parameter> weightParameters()
{
    return {
        plainParameter(
            QString::fromUtf16(k_weightsParameter), ParameterType::Text, {u"权重"_s, u"Weights"_s},
            {u"如 slope=3; water=1；未列出的为 0，自动折算为合计 1。留空时用因子表的权重。"_s,
             u"Such as slope=3; water=1; those not named are 0, all are scaled to a sum of 1. Empty: as in the "
             u"table."_s}),
        plainParameter(
            u"pairs"_s, ParameterType::Text, {u"两两比较"_s, u"Pairwise comparison"_s},
            {u"如 slope/water=3 表示坡度比水源稍重要(1/9 至 9)；给了权重时不用。"_s,
             u"Such as slope/water=3: slope is moderately more important (1/9 to 9); not used where weights are given."_s}),
        plainParameter(QString::fromUtf16(k_withoutParameter), ParameterType::Text,
                       {u"关闭的限制"_s, u"Exclusions off"_s},
                       {u"限制的编号，用分号隔开。"_s, u"Ids of exclusions, separated by semicolons."_s}),
        numberParameter(u"spread"_s, {u"权重合理幅度"_s, u"Reasonable spread of weights"_s},
                        {u"各权重上下浮动的百分比；因子表给出上下限的以表为准。100 为任意到两倍。"_s,
                         u"How far each weight may go up and down; limits in the table come first."_s},
                        u"%"_s, 0, 100, 50),
        plainParameter(u"orders"_s, ParameterType::Text, {u"重要性次序"_s, u"Orders of importance"_s},
                       {u"如 slope>water；只考虑符合次序的权重。"_s,
                        u"Such as slope>water: only weightings that keep them count."_s}),
        whole(numberParameter(u"samples"_s, {u"抽样次数"_s, u"Samples"_s},
                              {u"权重抽样的个数。"_s, u"How many weightings are drawn."_s}, {}, 100, 1e6, 10000)),
        whole(numberParameter(u"seed"_s, {u"随机种子"_s, u"Seed"_s},
                              {u"相同的种子得到相同的结果。"_s, u"The same seed gives the same result."_s}, {}, 0, 1e9,
                              1))};
}

std::vector<Parameter> patchParameters()
{
    return {
        numberParameter(u"least_score"_s, {u"最低得分"_s, u"Least score"_s},
                        {u"地块每个栅格的得分(0 至 1)。"_s, u"Of each cell of a patch, 0 to 1."_s}, u"1"_s, 0, 1, 0.6),
        numberParameter(u"least_area_m2"_s, {u"最小面积"_s, u"Least area"_s}, {u"一块地。"_s, u"Of a patch."_s},
                        u"m2"_s, 0, 1e9, 10000),
        numberParameter(u"most_area_m2"_s, {u"最大面积"_s, u"Largest area"_s}, {u"一块地。"_s, u"Of a patch."_s},
                        u"m2"_s, 100, 1e9, 100000),
        whole(numberParameter(u"most_patches"_s, {u"地块数"_s, u"Patches"_s},
                              {u"最多列出的候选地块。"_s, u"So many candidates at most."_s}, {}, 1, 200, 20)),
        yesNoParameter(u"corners"_s, {u"对角相连"_s, u"Joined at corners"_s},
                       {u"只在角上相接的栅格也算相连。"_s, u"Cells that meet at a corner only hang together, too."_s}),
        whole(numberParameter(u"opening"_s, {u"去窄半径"_s, u"Narrowest half-width"_s},
                              {u"去掉比它窄的部分，单位为栅格。"_s, u"What is narrower is taken off; in cells."_s}, {},
                              0, 10, 1)),
        numberParameter(u"land_per_person_m2"_s, {u"人均用地"_s, u"Land per person"_s},
                        {u"算容量用；未经核实的建议，以当地标准为准。"_s,
                         u"For the capacity; an unchecked suggestion, take the local standard."_s},
                        u"m2"_s, 10, 1000, 100),
        numberParameter(u"persons_per_household"_s, {u"户均人口"_s, u"Persons per household"_s},
                        {u"算容量用。"_s, u"For the capacity."_s}, u"人"_s, 1, 10, 4),
        plainParameter(QString::fromUtf16(k_scoreFileParameter), ParameterType::Text,
                       {u"得分栅格文件"_s, u"File of the scores"_s},
                       {u"把得分写成这个 GeoTIFF；留空时不写。"_s,
                        u"The scores are written into this GeoTIFF; empty: they are not."_s})};
}

} // namespace

std::vector<Parameter> suitabilityParameters()
{
    std::vector<Parameter> all = landParameters();
    for (const std::vector<Parameter> &more : {weightParameters(), patchParameters()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

std::vector<OutcomeFigure> suitabilityFigures()
{
    return {{u"feasible"_s, {u"可行"_s, u"Feasible"_s}},
            {u"sentence"_s, {u"结论"_s, u"In one sentence"_s}},
            {u"patches"_s, {u"候选地块"_s, u"Candidate patches"_s}, u"个"_s},
            {u"best_share"_s, {u"首选地块排第一的权重占比"_s, u"Weightings in which the first is the best"_s}, u"%"_s},
            {u"relaxations"_s, {u"怎样放宽"_s, u"What would do"_s}},
            {u"flips"_s, {u"何处翻转"_s, u"Where it flips"_s}},
            {u"weights"_s, {u"权重"_s, u"Weights"_s}},
            {u"weights_note"_s, {u"权重说明"_s, u"On the weights"_s}},
            {u"consistency_ratio"_s, {u"一致性比率"_s, u"Consistency ratio"_s}},
            {u"land_km2"_s, {u"评价范围"_s, u"Land"_s}, u"km2"_s},
            {u"open_km2"_s, {u"未被限制"_s, u"Not excluded"_s}, u"km2"_s},
            {u"excluded_km2"_s, {u"各限制排除"_s, u"Excluded by each"_s}, u"km2"_s},
            {u"alone_km2"_s, {u"仅由其排除"_s, u"Excluded by it alone"_s}, u"km2"_s},
            {u"capacity_households"_s, {u"可安置户数"_s, u"Capacity"_s}, u"户"_s},
            {u"notes"_s, {u"说明"_s, u"Notes"_s}},
            {u"score_file"_s, {u"得分栅格"_s, u"File of the scores"_s}}};
}

} // namespace cuntu::relocation
