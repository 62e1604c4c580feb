// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/photovoltaic/obstacles.h"

#include "core/algorithm/parameter_makers.h"
#include "core/geo/clean.h"
#include "core/snapshot/known_columns.h"

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::photovoltaic {

namespace {

constexpr double k_reach_m = 500; // 15 m of a house are 1.7 degrees there
constexpr int k_directions = 360;
constexpr double k_radians = std::numbers::pi / 180;

double cross(Point a, Point b)
{
    return a.x * b.y - a.y * b.x;
}

/// Metres to the east and to the north of the place of @p steps.
Point local(const MetreSteps &steps, Point position)
{
    const Point away{position.x - steps.at.x, position.y - steps.at.y};
    const double area = cross(steps.east, steps.north);
    return {cross(away, steps.north) / area, cross(steps.east, away) / area};
}

/// Calls @p visit with each whole direction that the stretch from @p a to @p b covers, seen from the origin, and how
/// far away the stretch is there.
template <typename Visit> void seen(Point a, Point b, const Visit &visit)
{
    const double from = std::atan2(a.x, a.y) / k_radians; // from north, clockwise
    const double turn = std::remainder(std::atan2(b.x, b.y) / k_radians - from, 360.0);
    if (!std::isfinite(from) || !std::isfinite(turn)) {
        return; // a position that is none
    }
    const Point along{b.x - a.x, b.y - a.y};
    for (int k = static_cast<int>(std::ceil(std::min(from, from + turn)));
         k <= static_cast<int>(std::floor(std::max(from, from + turn))); ++k) {
        const Point towards{std::sin(k * k_radians), std::cos(k * k_radians)};
        const double away = cross(a, along) / cross(towards, along);
        if (away > 0 && away <= k_reach_m) { // not so for a stretch that is seen end on
            visit((k % k_directions + k_directions) % k_directions, towards, away);
        }
    }
}

Error invalid(const Text &sentence, const Text &advice, const QString &layer = {})
{
    const QString said = sentence.toString();
    return {ErrorCode::Invalid, layer.isEmpty() ? said : said.arg(layer), {}, advice.toString(), {}, {}};
}

/// What would shade nothing at all is more likely a mistake.
Result<void> checkShade(const LayerSnapshot &layer)
{
    const PackedGeometry &geometry = layer.geometry();
    const bool isOutlined = geometry.type == GeometryType::Polygon || geometry.type == GeometryType::Line;
    if (!isOutlined || geometry.index.extent().isEmpty()) {
        return invalid({u"遮挡物图层 %1 没有面或线，无法计入遮挡"_s,
                        u"layer %1 has no outlines and no lines, so that nothing of it can shade"_s},
                       {u"换成房屋、树木轮廓（面）或围墙（线）的图层，或留空。"_s,
                        u"Name a layer of outlines or of walls as lines, or leave it empty."_s},
                       layer.schema().id);
    }
    const auto geographic = Crs::fromEpsg(4490);
    const auto toLayer =
        geographic ? CrsTransform::create(*geographic, layer.crs()) : Result<CrsTransform>(geographic.error());
    if (!toLayer) {
        return invalid({u"遮挡物图层 %1 的坐标系无法由经纬度换算"_s,
                        u"the coordinate system of layer %1 cannot be reached from longitude and latitude"_s},
                       {u"给项目定下坐标系，或留空。"_s, u"Give the project a coordinate system, or leave it empty."_s},
                       layer.schema().id);
    }
    return {};
}

} // namespace

std::vector<Parameter> Obstacles::parameters()
{
    return {
        plainParameter(u"shade_layer"_s, ParameterType::Layer, {u"遮挡物图层"_s, u"Layer of what shades"_s},
                       {u"房屋、树木的轮廓（面）或围墙（线），500 米内的计入遮挡；空着时不计。"_s,
                        u"Outlines of houses and trees, or walls as lines; within 500 m they shade. Empty: none."_s}),
        fieldParameter(
            u"shade_height_field"_s, u"shade_layer"_s, {u"高度字段"_s, u"Field of the height"_s},
            {u"高出地面的米数；没有数值的不计。"_s, u"Metres above the ground; what has none does not shade."_s},
            {FieldType::Integer, FieldType::Real})};
}

Result<std::optional<Obstacles>> Obstacles::read(const ProjectSnapshot &project, const ParameterValues &given,
                                                 const JobContext &job)
{
    const QString name = given.text(u"shade_layer"_s);
    const QString field = given.text(u"shade_height_field"_s);
    if (name.isEmpty()) {
        return std::optional<Obstacles>();
    }
    if (field.isEmpty()) {
        return invalid(
            {u"没有说明遮挡物图层的高度字段"_s, u"which field says how high the shading things are is not said"_s},
            {u"请用 shade_height_field 指定。"_s, u"Name it by shade_height_field."_s});
    }
    auto layer = project.layer(name, {field}, job);
    if (!layer) {
        return layer.error();
    }
    if (auto checked = checkShade(**layer); !checked) {
        return checked.error();
    }
    return std::optional(Obstacles(*layer, field));
}

Obstacles::Obstacles(Immutable<LayerSnapshot> layer, QString heightField)
    : m_layer(std::move(layer)), m_heightField(std::move(heightField))
{
}

void Obstacles::raise(Horizon &horizon, const SunPlace &place, const CrsTransform &toLayer, const Rise &rise,
                      double eye_m) const
{
    const MetreSteps steps = metreSteps(toLayer, place);
    const double wide = k_reach_m * (std::abs(steps.east.x) + std::abs(steps.north.x));
    const double high = k_reach_m * (std::abs(steps.east.y) + std::abs(steps.north.y));
    const PackedGeometry &geometry = m_layer->geometry();
    const bool areas = geometry.type == GeometryType::Polygon;
    const Column *heights = m_layer->column(m_heightField);
    std::vector<std::uint32_t> around;
    for (const std::uint32_t row :
         geometry.index.search(Box{steps.at.x - wide, steps.at.y - high, steps.at.x + wide, steps.at.y + high})) {
        const double height_m = numberAt(heights, row);
        if (!(height_m > 0)) {
            continue;
        }
        if (areas && containsPoint(geometry.geometry(row), steps.at)) {
            eye_m += height_m;
        } else {
            around.push_back(row);
        }
    }
    if (around.empty()) {
        return;
    }
    Horizon fine;
    for (int k = 0; k < k_directions; ++k) {
        fine.elevation_deg.push_back(horizon.at(k));
    }
    for (const std::uint32_t row : around) {
        const double top_m = numberAt(heights, row) - eye_m;
        for (std::size_t part = geometry.firstPart(row); part < geometry.endPart(row); ++part) {
            const auto points = geometry.part(part);
            for (std::size_t i = areas ? 0 : 1; i < points.size(); ++i) {
                const Point before = points[i > 0 ? i - 1 : points.size() - 1];
                seen(local(steps, before), local(steps, points[i]), [&](int direction, Point towards, double away) {
                    const double above = top_m + rise(towards.x * away, towards.y * away);
                    double &elevation = fine.elevation_deg[static_cast<std::size_t>(direction)];
                    elevation = std::max(elevation, std::atan2(above, away) / k_radians);
                });
            }
        }
    }
    horizon = std::move(fine);
}

} // namespace cuntu::photovoltaic
