// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/surroundings.h"

#include "core/algorithm/parameter_makers.h"
#include "core/geo/clean.h"
#include "core/snapshot/known_columns.h"
#include "plugins/photovoltaic/declare.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

constexpr double k_far = std::numeric_limits<double>::infinity();

/// Something near a place.
struct Near {
    std::uint32_t row = 0;
    double away = k_far;
    Point position; ///< its nearest point
};

Point nearestOnSegment(Point position, Point from, Point to)
{
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double length = dx * dx + dy * dy;
    const double along =
        length > 0 ? std::clamp(((position.x - from.x) * dx + (position.y - from.y) * dy) / length, 0.0, 1.0) : 0;
    return {from.x + along * dx, from.y + along * dy};
}

/// From @p position to feature @p row: its points, lines or border.
Near toFeature(const PackedGeometry &geometry, std::uint32_t row, Point position)
{
    Near nearest{row, k_far, {}};
    for (std::size_t part = geometry.firstPart(row); part < geometry.endPart(row); ++part) {
        const auto points = geometry.part(part);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const Point foot = nearestOnSegment(position, points[i > 0 ? i - 1 : 0], points[i]);
            const double away = std::hypot(foot.x - position.x, foot.y - position.y);
            if (away < nearest.away) {
                nearest = {row, away, foot};
            }
        }
    }
    return nearest;
}

/// The nearest feature within @p limit and how far it is.
std::optional<Near> nearestFeature(const PackedGeometry &geometry, Point position, double limit)
{
    std::optional<Near> best;
    geometry.index.nearest(position, limit, [&](std::uint32_t row, double boxAway) {
        if (best && boxAway >= best->away) {
            return false;
        }
        const Near found = toFeature(geometry, row, position);
        if (found.away <= limit && (!best || found.away < best->away)) {
            best = found;
        }
        return true;
    });
    return best;
}

} // namespace

double planarArea(const Geometry &polygon)
{
    double area = 0;
    std::size_t first = 0;
    for (std::size_t part = 0; part < polygon.partEnds.size(); ++part) {
        const std::size_t end = polygon.partEnds[part];
        double twice = 0;
        for (std::size_t i = first; i < end; ++i) {
            const Point a = polygon.points[i];
            const Point b = polygon.points[i + 1 < end ? i + 1 : first];
            twice += a.x * b.y - b.x * a.y;
        }
        const bool hole = part < polygon.holes.size() && polygon.holes[part];
        area += (hole ? -1 : 1) * std::abs(twice) / 2;
        first = end;
    }
    return area;
}

Result<std::optional<Immutable<LayerSnapshot>>> optionalLayer(const AlgorithmInput &input, const QString &parameter,
                                                              const QStringList &fields, const JobContext &job)
{
    const QString name = input.parameters.text(parameter);
    if (name.isEmpty()) {
        return std::optional<Immutable<LayerSnapshot>>();
    }
    auto layer = input.project.layer(name, fields, job);
    if (!layer) {
        return layer.error();
    }
    return std::optional(*layer);
}

std::vector<Parameter> Surroundings::parameters()
{
    Parameter excluded;
    excluded.id = u"land_excluded"_s;
    excluded.name = {u"不可用的地类"_s, u"Kinds of land left out"_s};
    excluded.help = {u"地类名称含有其中任一词的土地不选。"_s,
                     u"Land whose kind holds one of these words is not taken."_s};
    excluded.type = ParameterType::Text;
    excluded.defaultValue = u"耕地 水田 旱地 水浇地 基本农田 林地 farmland cropland forest"_s;
    return {plainParameter(u"grid_layer"_s, ParameterType::Layer, {u"电网图层"_s, u"Layer of the grid"_s},
                           {u"可接入的变压器或线路；空着时按到最近自然村的距离。"_s,
                            u"Transformers or lines to connect to; empty: the distance to the nearest settlement."_s}),
            fieldParameter(u"grid_kw_field"_s, u"grid_layer"_s, {u"可接入容量字段"_s, u"Field of its free capacity"_s},
                           {u"变压器或线路还能接入的千瓦数；空着时不限。"_s,
                            u"The kilowatts that a transformer or line can still take; empty: no limit."_s},
                           {FieldType::Integer, FieldType::Real}),
            plainParameter(u"land_layer"_s, ParameterType::Layer, {u"土地利用图层"_s, u"Layer of kinds of land"_s},
                           {u"面图层；空着时不看地类。"_s, u"Areas; empty: the kind of land is not looked at."_s}),
            fieldParameter(u"land_field"_s, u"land_layer"_s, {u"地类字段"_s, u"Field of the kind"_s},
                           {u"土地利用图层中的地类名称。"_s, u"The kind's name in the layer of kinds of land."_s},
                           {FieldType::Text, FieldType::Choice}),
            excluded,
            plainParameter(u"building_layer"_s, ParameterType::Layer, {u"建筑图层"_s, u"Layer of buildings"_s},
                           {u"建筑轮廓：作为屋顶场地，并用于计算到房屋的距离。"_s,
                            u"Outlines: their roofs are places, and houses are measured to them."_s}),
            numberParameter(
                u"roof_share"_s, {u"屋顶可用比例"_s, u"Usable share of roofs"_s},
                {u"扣除朝向、遮挡和通道后的比例。"_s, u"Less what faces north, is in shade or is to walk on."_s},
                u"%"_s, 0, 100, 40),
            numberParameter(u"roof_m2_per_kw"_s, {u"每千瓦屋顶面积"_s, u"Roof for a kilowatt"_s},
                            {u"可用屋顶面积。"_s, u"Of usable roof."_s}, u"m²"_s, 1, 100, 7)};
}

Result<Surroundings> Surroundings::read(const AlgorithmInput &input, const JobContext &job)
{
    const QString landField = input.parameters.text(u"land_field"_s);
    const QString gridField = input.parameters.text(u"grid_kw_field"_s);
    const auto fieldsOf = [](const QString &field) { return field.isEmpty() ? QStringList() : QStringList{field}; };
    auto settlements = layerWith(input.project, u"settlements"_s, {}, job);
    auto buildings = optionalLayer(input, u"building_layer"_s, {}, job);
    auto grid = optionalLayer(input, u"grid_layer"_s, fieldsOf(gridField), job);
    auto land = optionalLayer(input, u"land_layer"_s, fieldsOf(landField), job);
    if (!settlements) {
        return settlements.error();
    }
    for (const auto *layer : {&buildings, &grid, &land}) {
        if (!*layer) {
            return layer->error();
        }
    }
    if (*land && landField.isEmpty()) {
        return Error{
            ErrorCode::Invalid,
            Text{u"没有说明土地利用图层的地类字段"_s, u"which field says the kind of land is not said"_s}.toString(),
            {},
            Text{u"请用 land_field 指定。"_s, u"Name it by land_field."_s}.toString(),
            {},
            {}};
    }
    Surroundings made;
    made.m_settlements = *settlements;
    made.m_buildings = *buildings;
    made.m_grid = *grid;
    made.m_land = *land;
    made.m_gridField = gridField;
    made.m_landField = landField;
    made.m_roofShare = input.parameters.number(u"roof_share"_s) / 100;
    made.m_roofM2PerKw = input.parameters.number(u"roof_m2_per_kw"_s);
    made.m_excluded = made.landOfKinds(input.parameters.text(u"land_excluded"_s));
    return made;
}

std::vector<bool> Surroundings::landOfKinds(const QString &words) const
{
    static const QRegularExpression between(u"[,，;；、|\\s]+"_s);
    const QStringList kinds = words.split(between, Qt::SkipEmptyParts);
    std::vector<bool> rows(m_land ? (*m_land)->size() : 0);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const QString kind = stringAt((*m_land)->column(m_landField), row);
        rows[row] = std::any_of(kinds.begin(), kinds.end(),
                                [&](const QString &word) { return kind.contains(word, Qt::CaseInsensitive); });
    }
    return rows;
}

std::optional<Point> Surroundings::house(Point position, double limit) const
{
    const auto settlement = nearestFeature(m_settlements->geometry(), position, limit);
    const auto building = m_buildings ? nearestFeature((*m_buildings)->geometry(), position, limit) : std::nullopt;
    if (building && (!settlement || building->away < settlement->away)) {
        return building->position;
    }
    return settlement ? std::optional(settlement->position) : std::nullopt;
}

double Surroundings::house_m(Point position, double limit) const
{
    const auto nearest = house(position, limit);
    return nearest ? std::hypot(nearest->x - position.x, nearest->y - position.y) : k_far;
}

std::optional<Surroundings::GridPoint> Surroundings::grid(Point position) const
{
    const auto nearest = m_grid ? nearestFeature((*m_grid)->geometry(), position, k_far) : std::nullopt;
    if (!nearest) {
        return std::nullopt;
    }
    const double free_kW =
        m_gridField.isEmpty() ? std::nan("") : numberAt((*m_grid)->column(m_gridField), nearest->row);
    return GridPoint{nearest->position, nearest->away, std::isnan(free_kW) ? k_far : std::max(0.0, free_kW)};
}

bool Surroundings::isExcluded(Point position) const
{
    if (!m_land) {
        return false;
    }
    bool excluded = false;
    const PackedGeometry &geometry = (*m_land)->geometry();
    geometry.index.search(Box{position.x, position.y, position.x, position.y}, [&](std::uint32_t row) {
        excluded = m_excluded[row] && containsPoint(geometry.geometry(row), position);
        return !excluded;
    });
    return excluded;
}

std::optional<Site> Surroundings::roofsIn(const Geometry &village, const Box &box) const
{
    if (!m_buildings) {
        return std::nullopt;
    }
    const PackedGeometry &geometry = (*m_buildings)->geometry();
    Site site;
    site.mostKw = 0;
    double largest = 0;
    for (const std::uint32_t row : geometry.index.search(box)) {
        const Point middle = geometry.boxes[row].centre();
        const double area = planarArea(geometry.geometry(row));
        if (area > 0 && containsPoint(village, middle)) {
            site.mostKw += area * m_roofShare / m_roofM2PerKw;
            site.position = area > largest ? middle : site.position;
            largest = std::max(largest, area);
        }
    }
    site.roof = true;
    return largest > 0 ? std::optional(site) : std::nullopt;
}

} // namespace cuntu::photovoltaic
