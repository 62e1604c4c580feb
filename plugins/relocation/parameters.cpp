// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/siting_wishes.h"

#include "core/algorithm/parameter_makers.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::relocation {

namespace {

/// @p made as a field of the layer that parameter @p layer names; @p isNumber: one that holds numbers.
Parameter fieldOf(Parameter made, const QString &layer, bool isNumber = false)
{
    made.layer = layer;
    if (isNumber) {
        made.fieldTypes = {FieldType::Integer, FieldType::Real};
    }
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

Parameter distanceParameter()
{
    Parameter made = plainParameter(
        u"distance"_s, ParameterType::Choice, {u"距离算法"_s, u"Measure of distance"_s},
        {u"留空时：有路网用路网，有距离表用距离表，都没有用直线。"_s,
         u"Empty: along the network where one is given, by the table where one is given, else straight."_s});
    made.choices = {{u"NETWORK"_s, {u"沿路网"_s, u"along the network"_s}, {}},
                    {u"STRAIGHT"_s, {u"直线（项目坐标系平面）"_s, u"straight, in the project's plane"_s}, {}},
                    {u"GREAT_CIRCLE"_s,
                     {u"大圆（半径 6378137 米的球面）"_s, u"great circle on a sphere of 6,378,137 m"_s},
                     {u"great-circle"_s}},
                    {u"TABLE"_s, {u"距离表"_s, u"table of distances"_s}, {}},
                    {u"TERRAIN"_s, {u"按地形用时（分钟）"_s, u"minutes over the terrain"_s}, {}}};
    return made;
}

Parameter roundingParameter()
{
    Parameter made =
        plainParameter(u"rounding"_s, ParameterType::Choice, {u"距离取整"_s, u"Rounding of distances"_s},
                       {u"有些公布的算例用取整的距离。"_s, u"Some published cases take whole distances."_s});
    made.choices = {{u"NONE"_s, {u"不取整"_s, u"none"_s}, {}},
                    {u"DOWN"_s, {u"舍去小数"_s, u"down to whole ones"_s}, {u"floor"_s}},
                    {u"NEAREST"_s, {u"四舍五入"_s, u"to the nearest whole one"_s}, {}}};
    made.defaultValue = u"NONE"_s;
    return made;
}

std::vector<Parameter> layers()
{
    return {required(plainParameter(u"demand"_s, ParameterType::Layer, {u"需求点图层"_s, u"Layer of demands"_s},
                                    {u"需要服务或搬迁的点，如自然村、农户。"_s,
                                     u"Points to be served or moved: settlements, households."_s})),
            fieldOf(plainParameter(u"weight"_s, ParameterType::Field, {u"权重字段"_s, u"Field of weights"_s},
                                   {u"需求点的户数或人数；留空时每个点计 1。"_s,
                                    u"Households or persons of a demand; empty: each counts 1."_s}),
                    u"demand"_s, true),
            required(plainParameter(u"candidates"_s, ParameterType::Layer, {u"候选点图层"_s, u"Layer of candidates"_s},
                                    {u"可以选作安置点的位置。"_s, u"Places that may become sites."_s})),
            distanceParameter(),
            plainParameter(u"network"_s, ParameterType::Layer, {u"路网图层"_s, u"Layer of the network"_s},
                           {u"线只在端点处相接；距离沿路网计算。"_s,
                            u"Lines meet at their end points only; distances run along them."_s}),
            plainParameter(u"cost"_s, ParameterType::Field, {u"通行成本字段"_s, u"Field of costs"_s},
                           {u"走完一条线的成本，如分钟；留空时用长度（米）。用距离表时为表中的距离字段。"_s,
                            u"What it costs to pass a line, e.g. minutes; empty: its length in metres. With a table of "
                            u"distances: its field of the distance."_s}),
            plainParameter(u"table"_s, ParameterType::Layer, {u"距离表图层"_s, u"Layer of a table of distances"_s},
                           {u"每行一对需求点与候选点；没有的一对视为不通。"_s,
                            u"A row for each demand and candidate; a pair that is not there has no way."_s}),
            fieldOf(plainParameter(u"table_demand"_s, ParameterType::Field,
                                   {u"表中需求点字段"_s, u"The table's field of demands"_s},
                                   {u"与需求点的名称对应。"_s, u"Holds what the demands are called."_s}),
                    u"table"_s),
            fieldOf(plainParameter(u"table_candidate"_s, ParameterType::Field,
                                   {u"表中候选点字段"_s, u"The table's field of candidates"_s},
                                   {u"与候选点的名称对应。"_s, u"Holds what the candidates are called."_s}),
                    u"table"_s),
            fieldOf(plainParameter(u"demand_key"_s, ParameterType::Field,
                                   {u"需求点名称字段"_s, u"Field that names demands"_s},
                                   {u"留空时用编号，其次名称。"_s, u"Empty: the key, or else the name."_s}),
                    u"demand"_s),
            fieldOf(plainParameter(u"candidate_key"_s, ParameterType::Field,
                                   {u"候选点名称字段"_s, u"Field that names candidates"_s},
                                   {u"留空时用编号，其次名称。"_s, u"Empty: the key, or else the name."_s}),
                    u"candidates"_s),
            roundingParameter()};
}

Parameter solverParameter()
{
    Parameter made = plainParameter(
        u"solver"_s, ParameterType::Choice, {u"求解"_s, u"Solver"_s},
        {u"自动：本程序的搜索用三分之一的时间（至多 30 秒），未证明时其余时间交给 CBC（Debian 包 coinor-cbc）。结果写明由谁证明。"_s,
         u"Automatic: the search of this program for a third of the time, 30 s at most; then, where it has no proof, "
         u"CBC (Debian "
         u"package coinor-cbc) for the rest. The result says who proved it."_s});
    made.choices = {{u"AUTO"_s, {u"自动"_s, u"automatic"_s}, {}},
                    {u"OWN"_s, {u"只用本程序的搜索"_s, u"the search of this program alone"_s}, {}},
                    {u"CBC"_s, {u"尽量用 CBC"_s, u"CBC as far as it can"_s}, {}}};
    made.defaultValue = u"AUTO"_s;
    return made;
}

/// What minutes over the terrain need.
std::vector<Parameter> terrainParameters()
{
    return {
        plainParameter(
            u"terrain"_s, ParameterType::File, {u"地形文件"_s, u"Terrain model"_s},
            {u"按地形用时才需要：步行按坡度（Tobler 1993），给出路网时沿路乘车，同一格内的路视为相通（不看 snap_m、split_at_crossings 和 cost）。往返平均。"_s,
             u"For minutes over the terrain: on foot by the slope (Tobler 1993), and along the network, "
             u"where one is given, by vehicle; lines within one cell join (snap_m, split_at_crossings "
             u"and cost mean nothing). The mean of there and back."_s}),
        numberParameter(u"off_path"_s, {u"路外步速系数"_s, u"Share of the speed off paths"_s},
                        {u"Tobler 步行速度的倍数；他给出路外 0.6。"_s,
                         u"Of Tobler's walking speed on paths; off them he has 0.6."_s},
                        u"1"_s, 0.1, 1, 0.6),
        numberParameter(u"ride_km_h"_s, {u"乘车速度"_s, u"Speed on roads"_s},
                        {u"按地形用时、沿路网时的速度。"_s, u"Along the network, for minutes over the terrain."_s},
                        u"km/h"_s, 5, 120, 30)};
}

} // namespace

std::vector<Parameter> sitingParameters()
{
    std::vector<Parameter> parameters = layers();
    for (const std::vector<Parameter> &more : {terrainParameters(), serviceParameters()}) {
        parameters.insert(parameters.end(), more.begin(), more.end());
    }
    parameters.push_back(plainParameter(
        u"fixed"_s, ParameterType::Text, {u"必选候选点"_s, u"Fixed sites"_s},
        {u"候选点的编号或名称，用逗号分隔。"_s, u"Keys or names of candidates, separated by commas."_s}));
    parameters.push_back(plainParameter(
        u"forbidden"_s, ParameterType::Text, {u"禁选候选点"_s, u"Forbidden sites"_s},
        {u"候选点的编号或名称，用逗号分隔。"_s, u"Keys or names of candidates, separated by commas."_s}));
    Parameter split =
        plainParameter(u"split_at_crossings"_s, ParameterType::Boolean, {u"交叉处相接"_s, u"Join crossings"_s},
                       {u"线交叉或中途相接处也可通行；默认只在端点相接。"_s,
                        u"Lines also meet where they cross or touch midway; otherwise at their ends only."_s});
    split.defaultValue = u"false"_s;
    parameters.push_back(split);
    parameters.push_back(
        number(plainParameter(u"snap_m"_s, ParameterType::Number, {u"接入距离"_s, u"Distance to the network"_s},
                              {u"点到路网的最大直线距离；更远的点视为不通。这段距离不计入成本。"_s,
                               u"A point farther from every line is cut off. The way there is not counted."_s}),
               u"m"_s, 0, 100000, u"500"_s));
    parameters.push_back(number(plainParameter(u"gap"_s, ParameterType::Number, {u"允许差距"_s, u"Allowed gap"_s},
                                               {u"证明到与最优相差不超过此比例即停止；0 为证明最优。"_s,
                                                u"Stops once proven to be so near the optimum; 0: proven optimal."_s}),
                                u"%"_s, 0, 50, u"0"_s));
    parameters.push_back(number(
        plainParameter(u"time_limit_s"_s, ParameterType::Number, {u"时间上限"_s, u"Time limit"_s},
                       {u"到时返回当前最好的方案及其差距。"_s, u"Then the best so far is returned, with its gap."_s}),
        u"s"_s, 0.1, 86400, u"300"_s));
    parameters.push_back(solverParameter());
    return parameters;
}

Parameter sitesParameter()
{
    Parameter made = required(plainParameter(u"sites"_s, ParameterType::Integer, {u"选点数量"_s, u"Number of sites"_s},
                                             {u"恰好选这么多个点。"_s, u"Exactly so many are chosen."_s}));
    made.min = 1;
    return made;
}

Parameter mostSitesParameter()
{
    Parameter made =
        plainParameter(u"sites"_s, ParameterType::Integer, {u"最多选点数量"_s, u"Most sites"_s},
                       {u"最多选这么多个点；留空为不限。"_s, u"At most so many are chosen; empty: any number."_s});
    made.min = 1;
    return made;
}

Parameter limitParameter()
{
    return number(
        required(plainParameter(u"limit"_s, ParameterType::Number, {u"服务范围"_s, u"Reach of a site"_s},
                                {u"不超过此距离即为覆盖；单位与距离相同（默认米，按地形用时为分钟）。"_s,
                                 u"Served is what is at most so far, in the unit of the distance (metres by default, "
                                 u"minutes over the terrain)."_s})),
        u"1"_s, 0, 1e9, {});
}

std::vector<Parameter> budgetParameters()
{
    return {fieldOf(plainParameter(u"opening_cost"_s, ParameterType::Field,
                                   {u"建点费用字段"_s, u"Field of what sites cost"_s},
                                   {u"候选点的建设费用；留空时每个点计 1。"_s,
                                    u"What it costs to open a candidate; empty: each counts 1."_s}),
                    u"candidates"_s, true),
            number(plainParameter(u"budget"_s, ParameterType::Number, {u"预算"_s, u"Budget"_s},
                                  {u"选中各点费用之和的上限，单位与费用字段相同。"_s,
                                   u"What the chosen sites may cost in sum, in the unit of the field."_s}),
                   u"1"_s, 0, 1e15, {})};
}

std::vector<Parameter> capacityParameters()
{
    return {
        required(fieldOf(plainParameter(u"capacity"_s, ParameterType::Field, {u"容量字段"_s, u"Field of capacities"_s},
                                        {u"候选点最多能安置的户数或人数。"_s, u"What a candidate takes at most."_s}),
                         u"candidates"_s, true)),
        fieldOf(plainParameter(u"size"_s, ParameterType::Field, {u"占用字段"_s, u"Field of sizes"_s},
                               {u"需求点占用的容量；留空时用权重。"_s,
                                u"What a demand takes of a capacity; empty: its weight."_s}),
                u"demand"_s, true)};
}

std::vector<Parameter> wishParameters(bool withLand)
{
    std::vector<Parameter> parameters = {
        fieldOf(
            plainParameter(
                u"together"_s, ParameterType::Field, {u"同去一处的字段"_s, u"Field of who stays together"_s},
                {u"此字段相同的需求点（如同一自然村的各户）去同一个安置点；为空的各自安排。最远的成员在范围之内，全组才算在范围之内。"_s,
                 u"Demands with the same value (the households of a settlement) go to one site; those without "
                 u"one are on their own. A group is within a reach where its farthest member is."_s}),
            u"demand"_s),
        fieldOf(plainParameter(u"site_land"_s, ParameterType::Field, {u"用地字段"_s, u"Field of the land of a site"_s},
                               {u"候选点用地（亩），只用于结果中的用地合计。"_s,
                                u"Mu that a candidate takes; only summed up in the result."_s}),
                u"candidates"_s, true)};
    if (withLand) {
        parameters.push_back(number(
            plainParameter(
                u"land_limit"_s, ParameterType::Number,
                {u"离原土地的最大距离"_s, u"Largest distance to the old land"_s},
                {u"各需求点的原土地在其所在地；去更远的安置点不允许。单位与距离相同（默认米，按地形用时为分钟）。"_s,
                 u"The old land of a demand is where it is; nobody goes farther. In the unit of the "
                 u"distance (metres by default, minutes over the terrain)."_s}),
            u"1"_s, 0, 1e9, {}));
        parameters.push_back(
            fieldOf(plainParameter(u"land_limit_field"_s, ParameterType::Field,
                                   {u"各自最大距离的字段"_s, u"Field of each one's largest distance"_s},
                                   {u"需求点各自的上限，单位同上一项；为空的按上一项。"_s,
                                    u"Of each demand, in the same unit; where it is empty the one above counts."_s}),
                    u"demand"_s, true));
    }
    return parameters;
}

std::vector<Parameter> levelParameters()
{
    Parameter rule =
        plainParameter(u"level_rule"_s, ParameterType::Choice, {u"梯度规则"_s, u"Rule of levels"_s},
                       {u"系数：距离乘以级别的系数再求和。级别优先：低一级等于多走一段最远的路，再比距离。"_s,
                        u"Factor: distances are multiplied by the factor of the level. Level first: a level "
                        u"lower counts as much as the longest way there is; then the distance."_s});
    rule.choices = {{u"FACTOR"_s, {u"系数"_s, u"factor"_s}, {}}, {u"FIRST"_s, {u"级别优先"_s, u"level first"_s}, {}}};
    rule.defaultValue = u"FACTOR"_s;
    Parameter factors = plainParameter(u"level_factors"_s, ParameterType::Text, {u"级别系数"_s, u"Factors of levels"_s},
                                       {u"级别 1、2、3… 的系数，用逗号分隔；更低的级别用最后一个。"_s,
                                        u"Of levels 1, 2, 3…, separated by commas; levels below take the last one."_s});
    factors.defaultValue = u"1,1.1,1.25,1.5"_s;
    return {fieldOf(plainParameter(u"level"_s, ParameterType::Field, {u"梯度字段"_s, u"Field of levels"_s},
                                   {u"候选点的级别：1、2、3…，或县城、园区、集镇、中心村；1 最优先。留空时不分级别。"_s,
                                    u"Of a candidate: 1, 2, 3…, or county seat, industrial park, market town, central "
                                    u"village; 1 is preferred. Empty: all are equal."_s}),
                    u"candidates"_s),
            rule, factors};
}

SitingLimits limitsOf(const ParameterValues &parameters)
{
    SitingLimits limits;
    limits.gap = parameters.number(u"gap"_s) / 100;
    limits.seconds = parameters.number(u"time_limit_s"_s);
    const QString solver = parameters.text(u"solver"_s);
    limits.solver = solver == u"OWN"_s ? Solver::Own : solver == u"CBC"_s ? Solver::Cbc : Solver::Auto;
    return limits;
}

Parameter splitParameter()
{
    return number(
        plainParameter(u"split_cost"_s, ParameterType::Number, {u"拆分费用"_s, u"Price of splitting a group"_s},
                       {u"同组的需求点每多去一个安置点，目标值加上这么多（单位与目标值相同，如户·米）；留空时不拆。"_s,
                        u"What each site that a group goes to beyond its first adds to the objective, in its unit "
                        u"(e.g. households x "
                        u"metres); empty: groups are never split."_s}),
        u"1"_s, 0, 1e15, {});
}

} // namespace cuntu::relocation
