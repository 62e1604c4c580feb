// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/rule.h"

#include "core/algorithm/parameter_makers.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// Which settlements are counted.
std::vector<Parameter> scope()
{
    Parameter least = numberParameter(
        u"min_hh"_s, {u"最少户数"_s, u"Least households"_s},
        {u"户数不少于此数的自然村才计入。"_s, u"Only settlements of at least so many households are counted."_s},
        u"户"_s, 1, 10000, 25);
    least.type = ParameterType::Integer;
    return {
        least,
        choiceParameter(
            u"basis"_s, {u"户数口径"_s, u"Whose households"_s},
            {u"按户籍还是按常住计算户数和人口。"_s, u"Whether registered or resident households and persons count."_s},
            {{u"registered"_s, {u"户籍"_s, u"registered"_s}, {}}, {u"resident"_s, {u"常住"_s, u"resident"_s}, {}}}),
        yesNoParameter(u"livable_only"_s, {u"仅宜居自然村"_s, u"Livable ones only"_s},
                       {u"只计入已注明宜居的自然村。"_s, u"Count only settlements that are stated to be livable."_s}),
        yesNoParameter(
            u"poor_only"_s, {u"仅贫困村"_s, u"Poor villages only"_s},
            {u"只计入贫困村所辖的自然村。"_s, u"Count only settlements of villages that are marked as poor."_s}),
        yesNoParameter(
            u"count_withdrawn"_s, {u"计入拟撤并自然村"_s, u"Count those to be withdrawn"_s},
            {u"默认不计入拟撤并的自然村。"_s, u"By default settlements that are to be withdrawn are not counted."_s})};
}

/// How roads hang together.
std::vector<Parameter> network()
{
    return {
        numberParameter(u"snap_m"_s, {u"自然村到道路的距离"_s, u"Distance from settlement to road"_s},
                        {u"自然村距道路不超过此距离，视为在路边。"_s,
                         u"A settlement is at a road that is at most this far away."_s},
                        u"m"_s, 0, 2000, 100),
        numberParameter(u"end_snap_m"_s, {u"路段接头容差"_s, u"Tolerance of joints"_s},
                        {u"路段端点与另一路段相距不超过此距离，视为相接。"_s,
                         u"The end of a segment joins another segment that is at most this far away."_s},
                        u"m"_s, 0, 500, 30),
        choiceParameter(
            u"destination"_s, {u"通达目标"_s, u"Destination"_s},
            {u"硬化路须通到的地方。自动：有乡道及以上路段时为该路网；否则为村委会驻地；再否则为最大的硬化路网。"_s,
             u"What hardened roads must lead to. Automatic: the network of township roads and higher where there are "
             u"such segments, else the seats of village committees, else the largest hardened network."_s},
            {{u"auto"_s, {u"自动"_s, u"automatic"_s}, {}},
             {u"classified"_s, {u"乡道及以上路网"_s, u"township roads and higher"_s}, {}},
             {u"committees"_s, {u"村委会驻地"_s, u"seats of village committees"_s}, {}},
             {u"own_committee"_s, {u"本村村委会驻地"_s, u"seat of its own village's committee"_s}, {}},
             {u"largest"_s, {u"最大的硬化路网"_s, u"largest hardened network"_s}, {}}})};
}

Destination destinationFrom(const QString &text)
{
    if (text == u"classified"_s) {
        return Destination::Classified;
    }
    if (text == u"committees"_s) {
        return Destination::Committees;
    }
    if (text == u"own_committee"_s) {
        return Destination::OwnCommittee;
    }
    return text == u"largest"_s ? Destination::Largest : Destination::Auto;
}

} // namespace

std::vector<Parameter> Rule::ofSettlements()
{
    return scope();
}

std::vector<Parameter> Rule::ofSegments()
{
    return {
        choiceParameter(
            u"surfaces"_s, {u"路面要求"_s, u"Surfaces"_s},
            {u"哪些路面算数。水泥：只认水泥混凝土；只写“已硬化”而没有路面类型的，路面不明，不算。"_s,
             u"Which surfaces count. Cement: cement concrete only; of a segment that is only said to be hardened the "
             u"surface is not known, so that it does not count."_s},
            {{u"hardened"_s, {u"硬化路面"_s, u"hardened"_s}, {}},
             {u"cement"_s, {u"水泥路面"_s, u"cement only"_s}, {}}}),
        numberParameter(u"min_width_m"_s, {u"最小路面宽度"_s, u"Least surface width"_s},
                        {u"0 表示不看宽度；大于 0 时，宽度不明的路段不算。"_s,
                         u"0: the width does not matter. Above 0, segments of unknown width do not count."_s},
                        u"m"_s, 0, 12, 0),
        yesNoParameter(u"accept_unmarked"_s, {u"未记录验收的也算"_s, u"Count unmarked segments"_s},
                       {u"默认情况下，没有人说过已验收的硬化路段不算。"_s,
                        u"By default a hardened segment of which nobody said that it was accepted does not count."_s})};
}

std::vector<Parameter> Rule::parameters()
{
    std::vector<Parameter> all = scope();
    for (const std::vector<Parameter> &more : {ofSegments(), network()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

Rule Rule::fromSettlements(const ParameterValues &values)
{
    Rule rule;
    rule.minHouseholds = static_cast<int>(values.integer(u"min_hh"_s));
    rule.basis = values.text(u"basis"_s) == u"resident"_s ? Basis::Resident : Basis::Registered;
    rule.livableOnly = values.boolean(u"livable_only"_s);
    rule.poorOnly = values.boolean(u"poor_only"_s);
    rule.countWithdrawn = values.boolean(u"count_withdrawn"_s);
    return rule;
}

Rule Rule::fromSegments(const ParameterValues &values)
{
    Rule rule;
    rule.surfaces = values.text(u"surfaces"_s) == u"cement"_s ? Surfaces::Cement : Surfaces::Hardened;
    rule.minWidth_m = values.number(u"min_width_m"_s);
    rule.acceptUnmarked = values.boolean(u"accept_unmarked"_s);
    return rule;
}

Rule Rule::from(const ParameterValues &values)
{
    Rule rule = fromSettlements(values);
    const Rule segments = fromSegments(values);
    rule.surfaces = segments.surfaces;
    rule.minWidth_m = segments.minWidth_m;
    rule.acceptUnmarked = segments.acceptUnmarked;
    rule.snap_m = values.number(u"snap_m"_s);
    rule.endSnap_m = values.number(u"end_snap_m"_s);
    rule.destination = destinationFrom(values.text(u"destination"_s));
    return rule;
}

} // namespace cuntu::roads
