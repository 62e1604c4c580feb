// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/siting_input.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

Parameter parameter(const QString &id, ParameterType type, const Text &name, const Text &help)
{
    Parameter made;
    made.id = id;
    made.type = type;
    made.name = name;
    made.help = help;
    return made;
}

Parameter required(Parameter made)
{
    made.required = true;
    return made;
}

Parameter number(Parameter made, const QString &unit, double min, double max, const QString &defaultValue)
{
    made.unit = unit;
    made.min = min;
    made.max = max;
    made.defaultValue = defaultValue;
    return made;
}

std::vector<Parameter> layers()
{
    return {required(parameter(u"demand"_s, ParameterType::Layer, {u"需求点图层"_s, u"Layer of demands"_s},
                               {u"需要服务或搬迁的点，如自然村、农户。"_s,
                                u"Points to be served or moved: settlements, households."_s})),
            parameter(u"weight"_s, ParameterType::Field, {u"权重字段"_s, u"Field of weights"_s},
                      {u"需求点的户数或人数；留空时每个点计 1。"_s,
                       u"Households or persons of a demand; empty: each counts 1."_s}),
            required(parameter(u"candidates"_s, ParameterType::Layer, {u"候选点图层"_s, u"Layer of candidates"_s},
                               {u"可以选作安置点的位置。"_s, u"Places that may become sites."_s})),
            required(parameter(u"network"_s, ParameterType::Layer, {u"路网图层"_s, u"Layer of the network"_s},
                               {u"线只在端点处相接；距离沿路网计算。"_s,
                                u"Lines meet at their end points only; distances run along them."_s})),
            parameter(u"cost"_s, ParameterType::Field, {u"通行成本字段"_s, u"Field of costs"_s},
                      {u"走完一条线的成本，如分钟；留空时用长度（米）。"_s,
                       u"What it costs to pass a line, e.g. minutes; empty: its length in metres."_s})};
}

} // namespace

std::vector<Parameter> sitingParameters()
{
    std::vector<Parameter> parameters = layers();
    parameters.push_back(
        parameter(u"fixed"_s, ParameterType::Text, {u"必选候选点"_s, u"Fixed sites"_s},
                  {u"候选点的编号或名称，用逗号分隔。"_s, u"Keys or names of candidates, separated by commas."_s}));
    parameters.push_back(
        parameter(u"forbidden"_s, ParameterType::Text, {u"禁选候选点"_s, u"Forbidden sites"_s},
                  {u"候选点的编号或名称，用逗号分隔。"_s, u"Keys or names of candidates, separated by commas."_s}));
    Parameter split = parameter(u"split_at_crossings"_s, ParameterType::Boolean, {u"交叉处相接"_s, u"Join crossings"_s},
                                {u"线交叉或中途相接处也可通行；默认只在端点相接。"_s,
                                 u"Lines also meet where they cross or touch midway; otherwise at their ends only."_s});
    split.defaultValue = u"false"_s;
    parameters.push_back(split);
    parameters.push_back(
        number(parameter(u"snap_m"_s, ParameterType::Number, {u"接入距离"_s, u"Distance to the network"_s},
                         {u"点到路网的最大直线距离；更远的点视为不通。这段距离不计入成本。"_s,
                          u"A point farther from every line is cut off. The way there is not counted."_s}),
               u"m"_s, 0, 100000, u"500"_s));
    parameters.push_back(number(parameter(u"gap"_s, ParameterType::Number, {u"允许差距"_s, u"Allowed gap"_s},
                                          {u"证明到与最优相差不超过此比例即停止；0 为证明最优。"_s,
                                           u"Stops once proven to be so near the optimum; 0: proven optimal."_s}),
                                u"%"_s, 0, 50, u"0"_s));
    parameters.push_back(
        number(parameter(u"time_limit_s"_s, ParameterType::Number, {u"时间上限"_s, u"Time limit"_s},
                         {u"到时返回当前最好的方案及其差距。"_s, u"Then the best so far is returned, with its gap."_s}),
               u"s"_s, 0.1, 86400, u"300"_s));
    return parameters;
}

Parameter sitesParameter()
{
    Parameter made = required(parameter(u"sites"_s, ParameterType::Integer, {u"选点数量"_s, u"Number of sites"_s},
                                        {u"恰好选这么多个点。"_s, u"Exactly so many are chosen."_s}));
    made.min = 1;
    return made;
}

Parameter limitParameter()
{
    return number(
        required(parameter(u"limit"_s, ParameterType::Number, {u"服务范围"_s, u"Reach of a site"_s},
                           {u"不超过此距离即为覆盖；单位与成本相同（默认米）。"_s,
                            u"Served is what is at most so far, in the unit of the cost (metres by default)."_s})),
        u"1"_s, 0, 1e9, {});
}

SitingLimits limitsOf(const ParameterValues &parameters)
{
    SitingLimits limits;
    limits.gap = parameters.number(u"gap"_s) / 100;
    limits.seconds = parameters.number(u"time_limit_s"_s);
    return limits;
}

} // namespace cuntu::relocation
