// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/plan_costs.h"

#include "core/algorithm/parameter_makers.h"
#include "core/geo/crs.h"
#include "core/geo/station_text.h"
#include "core/io/height_grid.h"
#include "core/snapshot/known_columns.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

/// What makes works without a cost of their own count at all, so that of two plans the one that needs fewer is found:
/// less than a yuan in a thousand kilometres.
constexpr double k_tokenYuanPerMetre = 1e-6;

Parameter rateParameter(const QString &parameterId, const Text &name, const Text &help, double value)
{
    return numberParameter(parameterId, name, help, u"元"_s, 0, 1e8, value);
}

Parameter slopePercent(const QString &parameterId, const Text &name, double value)
{
    return numberParameter(parameterId, name,
                           {u"沿路平均坡度达到该值时乘以相应系数。本程序的建议值，应按本地概算调整。"_s,
                            u"From this mean slope along the road on its factor applies. A suggestion; set it to local "
                            u"estimates."_s},
                           u"%"_s, 0, 100, value);
}

Parameter factor(const QString &parameterId, const Text &name, double value)
{
    return numberParameter(parameterId, name,
                           {u"造价乘以该系数。本程序的建议值。"_s, u"Costs are multiplied by it. A suggestion."_s},
                           u"1"_s, 1, 10, value);
}

/// How steep roads are.
class Terrain {
public:
    static Result<Terrain> read(const LayerSnapshot &roads, const QString &file)
    {
        Box box;
        for (const Box &one : roads.geometry().boxes) {
            box.add(one);
        }
        auto grid = readHeights(file, box, roads.crs());
        if (!grid) {
            return grid.error();
        }
        const auto transform = CrsTransform::create(roads.crs(), grid->crs);
        if (!transform) {
            return transform.error();
        }
        std::vector<Point> places = roads.geometry().points.copy();
        transform->apply(places);
        std::vector<double> heights_m;
        heights_m.reserve(places.size());
        for (const Point place : places) {
            heights_m.push_back(grid->heightAt(place));
        }
        return Terrain(roads.geometry(), std::move(heights_m));
    }

    /// Mean slope along segment @p row of that length, up and down alike; not-a-number where the model does not have
    /// it.
    double slope_percent(std::uint32_t row, double length_m) const
    {
        double rise_m = 0;
        for (std::size_t part = m_geometry->firstPart(row); part < m_geometry->endPart(row); ++part) {
            for (std::size_t point = m_geometry->partStart[part]; point + 1 < m_geometry->partStart[part + 1];
                 ++point) {
                rise_m += std::abs(m_heights_m[point + 1] - m_heights_m[point]);
            }
        }
        return length_m > 0 ? 100 * rise_m / length_m : 0;
    }

private:
    Terrain(const PackedGeometry &geometry, std::vector<double> heights_m)
        : m_geometry(&geometry), m_heights_m(std::move(heights_m))
    {
    }

    const PackedGeometry *m_geometry;
    std::vector<double> m_heights_m; ///< per point of the roads
};

double terrainFactor(const PlanCosts &costs, double slope_percent)
{
    return slope_percent >= costs.mountainSlope_percent ? costs.mountainFactor
           : slope_percent >= costs.hillSlope_percent   ? costs.hillFactor
                                                        : 1;
}

/// Length of each segment as it is drawn, in metres.
std::vector<double> lengthOfRows(const Connection &connection)
{
    std::vector<double> length_m(connection.roads->size(), 0.0);
    const auto rowOfLine = connection.network->rowOfLine();
    for (std::uint32_t line = 0; line < rowOfLine.size(); ++line) {
        length_m[rowOfLine[line]] += connection.network->locator.length(line);
    }
    return length_m;
}

} // namespace

WorkKind workOf(SegmentState state)
{
    switch (state) {
    case SegmentState::Unhardened:
    case SegmentState::SurfaceUnknown:
    case SegmentState::OtherSurface:
        return WorkKind::Build;
    case SegmentState::Impassable:
        return WorkKind::Reopen;
    case SegmentState::TooNarrow:
        return WorkKind::Widen;
    case SegmentState::Defective:
        return WorkKind::Mend;
    case SegmentState::Usable:
    case SegmentState::AcceptanceUnknown:
    case SegmentState::NotAccepted:
    case SegmentState::WidthUnknown:
        break;
    }
    return WorkKind::Accept;
}

Text workName(WorkKind kind)
{
    switch (kind) {
    case WorkKind::Build:
        return {u"硬化"_s, u"harden"_s};
    case WorkKind::Reopen:
        return {u"修复通行"_s, u"make passable"_s};
    case WorkKind::Widen:
        return {u"加宽"_s, u"widen"_s};
    case WorkKind::Mend:
        return {u"修复"_s, u"put right"_s};
    case WorkKind::Gap:
        return {u"补建缺口"_s, u"close the gap"_s};
    case WorkKind::Accept:
        break;
    }
    return {u"补办验收"_s, u"have accepted"_s};
}

QString workId(WorkKind kind)
{
    switch (kind) {
    case WorkKind::Build:
        return u"BUILD"_s;
    case WorkKind::Reopen:
        return u"REOPEN"_s;
    case WorkKind::Widen:
        return u"WIDEN"_s;
    case WorkKind::Mend:
        return u"MEND"_s;
    case WorkKind::Gap:
        return u"GAP"_s;
    case WorkKind::Accept:
        break;
    }
    return u"ACCEPT"_s;
}

std::vector<Parameter> PlanCosts::parameters()
{
    const Text rate{
        u"元/公里。默认取一份省级方案对进村路的补助标准（省 8 万、市 2 万、县 2 万），是补助不是造价，请按本地概算填写。"_s,
        u"Yuan a kilometre. The default is what one province's plan grants for access roads (80,000 by the "
        u"province, 20,000 by the city, 20,000 by the county): a grant, not the cost; fill in local estimates."_s};
    const Text half{u"元/公里。默认取硬化的一半，仅为建议，请按本地概算填写。"_s,
                    u"Yuan a kilometre. Half of hardening by default, a mere suggestion; fill in local estimates."_s};
    const PlanCosts usual;
    Parameter terrain;
    terrain.id = u"heights"_s;
    terrain.name = {u"地形高程文件"_s, u"Terrain model"_s};
    terrain.help = {u"用来判断山区、丘陵路段；空着时全部按平地计。"_s,
                    u"Tells hills from mountains; empty: all ground counts as flat."_s};
    terrain.type = ParameterType::File;
    return {
        rateParameter(u"build_cost"_s, {u"硬化单价"_s, u"Cost of hardening"_s}, rate, usual.build_yuan_km),
        rateParameter(u"widen_cost"_s, {u"加宽单价"_s, u"Cost of widening"_s}, half, usual.widen_yuan_km),
        rateParameter(u"mend_cost"_s, {u"修复单价"_s, u"Cost of putting right"_s}, half, usual.mend_yuan_km),
        terrain,
        slopePercent(u"hill_slope"_s, {u"丘陵起始坡度"_s, u"Hills begin at"_s}, usual.hillSlope_percent),
        slopePercent(u"mountain_slope"_s, {u"山区起始坡度"_s, u"Mountains begin at"_s}, usual.mountainSlope_percent),
        factor(u"hill_factor"_s, {u"丘陵系数"_s, u"Factor of hills"_s}, usual.hillFactor),
        factor(u"mountain_factor"_s, {u"山区系数"_s, u"Factor of mountains"_s}, usual.mountainFactor)};
}

PlanCosts PlanCosts::from(const ParameterValues &values)
{
    PlanCosts costs;
    costs.build_yuan_km = values.number(u"build_cost"_s);
    costs.widen_yuan_km = values.number(u"widen_cost"_s);
    costs.mend_yuan_km = values.number(u"mend_cost"_s);
    costs.hillSlope_percent = values.number(u"hill_slope"_s);
    costs.mountainSlope_percent = values.number(u"mountain_slope"_s);
    costs.hillFactor = values.number(u"hill_factor"_s);
    costs.mountainFactor = values.number(u"mountain_factor"_s);
    costs.heights = values.text(u"heights"_s);
    return costs;
}

double PlanCosts::yuanPerKm(WorkKind kind) const
{
    switch (kind) {
    case WorkKind::Build:
    case WorkKind::Gap:
        return build_yuan_km;
    case WorkKind::Widen:
        return widen_yuan_km;
    case WorkKind::Reopen:
    case WorkKind::Mend:
        return mend_yuan_km;
    case WorkKind::Accept:
        break;
    }
    return 0;
}

Result<LineCosts> lineCosts(const Connection &connection, const PlanCosts &costs, const JobContext &job)
{
    const LayerSnapshot &roads = *connection.roads;
    std::optional<Terrain> terrain;
    if (!costs.heights.isEmpty()) {
        auto read = Terrain::read(roads, costs.heights);
        if (!read) {
            return read.error();
        }
        terrain = std::move(*read);
    }
    if (job.isCancelled()) {
        return cancelledError();
    }
    const std::vector<double> length_m = lengthOfRows(connection);
    const Column *estimate_yuan = roads.column(u"estimate_yuan"_s);
    LineCosts made;
    const auto rowOfLine = connection.network->rowOfLine();
    for (std::uint32_t line = 0; line < rowOfLine.size(); ++line) {
        const std::uint32_t row = rowOfLine[line];
        const SegmentState state = connection.stateOf(line);
        if (state == SegmentState::Usable) {
            made.yuanPerMetre.push_back(0);
            continue;
        }
        const double slope = terrain ? terrain->slope_percent(row, length_m[row]) : 0;
        made.terrainMissing_km += std::isnan(slope) ? connection.network->locator.length(line) / k_metresInKm : 0;
        double yuan = costs.yuanPerKm(workOf(state)) / k_metresInKm * terrainFactor(costs, slope);
        const double known = numberAt(estimate_yuan, row);
        if (needsWork(state) && known >= 0 && length_m[row] > 0) {
            yuan = known / length_m[row];
        }
        made.yuanPerMetre.push_back(yuan + k_tokenYuanPerMetre);
    }
    return made;
}

} // namespace cuntu::roads
