// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/minutes.h"

#include "core/algorithm/parameter_makers.h"
#include "plugins/relocation/declare.h"
#include "plugins/relocation/minutes_run.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

std::vector<Parameter> parameters()
{
    const Parameter weight =
        fieldParameter(u"weight"_s, u"demand"_s, {u"权重字段"_s, u"Field of weights"_s},
                       {u"户数或人数；留空时每个计 1。"_s, u"Households or persons; empty: each counts 1."_s},
                       {FieldType::Integer, FieldType::Real});
    const Parameter site =
        required(fieldParameter(u"site_field"_s, u"demand"_s, {u"去向字段"_s, u"Field of the new site"_s},
                                {u"需求点搬往的安置点的编号或名称，如 reloc_site。"_s,
                                 u"Holds key or name of the site that a demand moves to, as reloc_site does."_s}));
    const Parameter speeds = plainParameter(u"speeds"_s, ParameterType::Text, {u"各等级车速"_s, u"Speeds by class"_s},
                                            {u"如 县道=40,乡道=30,村道=20，单位公里/小时。"_s,
                                             u"For example COUNTY=40,TOWNSHIP=30,VILLAGE=20, in km/h."_s});
    const Parameter terrain =
        plainParameter(u"terrain"_s, ParameterType::File, {u"高程文件"_s, u"Terrain model"_s},
                       {u"路外步行按坡度计时（Tobler 1993）；留空时按平地。"_s,
                        u"Walking off the road takes its slope into account (Tobler 1993); empty: level ground."_s});
    std::vector<Parameter> made = {
        required(plainParameter(
            u"demand"_s, ParameterType::Layer, {u"需求点图层"_s, u"Layer of demands"_s},
            {u"搬迁的农户或自然村，位置为原址。"_s, u"Households or settlements that move, at their old place."_s})),
        weight,
        site,
        required(plainParameter(u"sites"_s, ParameterType::Layer, {u"安置点图层"_s, u"Layer of sites"_s},
                                {u"新址。"_s, u"The new places."_s})),
        required(plainParameter(u"network"_s, ParameterType::Layer, {u"路网图层"_s, u"Layer of the network"_s},
                                {u"线只在端点处相接。"_s, u"Lines meet at their end points only."_s})),
        fieldParameter(u"class_field"_s, u"network"_s, {u"道路等级字段"_s, u"Field of the class"_s},
                       {u"与车速表对应，如行政等级或路面类型。"_s, u"What speeds go by: class or surface."_s}),
        speeds,
        numberParameter(u"speed_kmh"_s, {u"其他道路车速"_s, u"Speed elsewhere"_s},
                        {u"没有列出等级的道路。"_s, u"Of roads whose class is not listed."_s}, u"km/h"_s, 1, 200, 30),
        terrain,
        numberParameter(u"off_path"_s, {u"路外步速系数"_s, u"Share of the speed off paths"_s},
                        {u"Tobler 步行速度的倍数；他给出路外 0.6。"_s,
                         u"Of Tobler's walking speed on paths; off them he has 0.6."_s},
                        u"1"_s, 0.1, 1, 0.6),
        numberParameter(u"snap_m"_s, {u"到路网的最大距离"_s, u"Farthest from the network"_s},
                        {u"更远的地点视为不通。"_s, u"What is farther is cut off."_s}, u"m"_s, 0, 100000, 5000)};
    for (Parameter &service : serviceParameters()) {
        made.push_back(std::move(service));
    }
    return made;
}

std::vector<OutcomeFigure> figures()
{
    std::vector<OutcomeFigure> made = {
        {u"beyond_5km"_s,
         {u"离原土地 5 公里以上的户数或人数"_s, u"Weight more than 5 km from the old land"_s},
         {},
         Better::Less},
        {u"fields_new"_s, {u"到原土地平均用时"_s, u"Mean time to the fields"_s}, u"min"_s, Better::Less},
        {u"without_site"_s, {u"没有去向的户数或人数"_s, u"Weight without a site"_s}, {}, Better::Less},
        {u"unknown_site"_s, {u"去向不存在的需求点"_s, u"Demands whose site is not there"_s}}};
    for (const Service &service : services()) {
        const Text &name = service.name;
        made.push_back({service.id + u"_old"_s,
                        {u"原址到"_s + name.zh + u"平均用时"_s, u"Mean time, old home to "_s + name.en},
                        u"min"_s});
        made.push_back({service.id + u"_new"_s,
                        {u"新址到"_s + name.zh + u"平均用时"_s, u"Mean time, new home to "_s + name.en},
                        u"min"_s,
                        Better::Less});
        made.push_back(
            {service.id + u"_longer"_s,
             {u"到"_s + name.zh + u"更久的户数或人数"_s, u"Weight that is longer on the way to "_s + name.en},
             {},
             Better::Less});
        made.push_back({service.id + u"_cut_off"_s,
                        {u"新址到不了"_s + name.zh + u"的户数或人数"_s, u"Weight with no way to "_s + name.en},
                        {},
                        Better::Less});
    }
    return made;
}

} // namespace

void addMinutes(Registry &draft)
{
    Algorithm made;
    made.id = id(k_programme) + u".minutes"_s;
    made.programme = id(k_programme);
    made.name = {u"搬迁前后用时"_s, u"Minutes before and after"_s};
    made.help = {u"每户（村）搬迁前后到原土地、学校、卫生室、集市的用时：道路上按等级车速，路外按坡度步行。"_s,
                 u"How long each household or settlement takes to its old land, to school, clinic and market, from the "
                 u"old home and from the new: on roads by the speed of their class, off them on foot by the slope."_s};
    made.parameters = parameters();
    made.figures = figures();
    made.run = [](const AlgorithmInput &input, const JobContext &job) { return Minutes(input, job).run(); };
    draft.algorithms.push_back(made);
}

} // namespace cuntu::relocation
