// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"
#include "core/geo/buffer.h"
#include "core/geo/station_text.h"
#include "plugins/roads/declare.h"
#include "plugins/roads/isoline_bands.h"
#include "plugins/roads/reasons.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

namespace {

double limitKm(const Distances &distances, std::size_t band)
{
    return band < distances.limits_m.size() ? distances.limits_m[band] / k_metresInKm : std::nan("");
}

/// Part of a line of the plane between two measures, in the project's CRS.
std::vector<Point> partOf(const Plane &plane, const IsolinePiece &piece)
{
    const std::span<const Point> line = plane.lines().line(piece.line);
    std::vector<Point> part;
    double begin = 0;
    for (std::size_t k = 1; k < line.size(); ++k) {
        const double length = std::hypot(line[k].x - line[k - 1].x, line[k].y - line[k - 1].y);
        const double end = begin + length;
        const auto at = [&](double measure) {
            const double share = length > 0 ? std::clamp((measure - begin) / length, 0.0, 1.0) : 0;
            return Point{line[k - 1].x + (line[k].x - line[k - 1].x) * share,
                         line[k - 1].y + (line[k].y - line[k - 1].y) * share};
        };
        if (end > piece.from_m && begin < piece.to_m) {
            if (part.empty()) {
                part.push_back(at(piece.from_m));
            }
            part.push_back(at(piece.to_m));
        }
        begin = end;
    }
    return part;
}

OutcomeLayer roadLayer(const Distances &distances)
{
    OutcomeLayer layer;
    layer.schema.id = u"roads_isolines"_s;
    layer.schema.name = {u"道路等距线"_s, u"Road distances"_s};
    layer.schema.geometry = GeometryType::Line;
    layer.schema.nameField = u"segment"_s;
    layer.schema.fields = {outcomeField(u"segment"_s, {u"路段"_s, u"Segment"_s}, FieldType::Text),
                           outcomeField(u"up_to_km"_s, {u"不超过"_s, u"Up to"_s}, FieldType::Real, u"km"_s),
                           outcomeField(u"band"_s, {u"距离等级"_s, u"Band"_s}, FieldType::Text),
                           outcomeField(u"length_km"_s, {u"长度"_s, u"Length"_s}, FieldType::Real, u"km"_s)};
    for (const IsolinePiece &piece : distances.isolines.pieces) {
        std::vector<Point> part = partOf(distances.plane, piece);
        if (part.size() < 2) {
            continue;
        }
        distances.plane.unflatten(part);
        FeatureRow row;
        const std::uint32_t road = distances.plane.rowOfLine[piece.line];
        row.values = {outcomeCell(segmentName(*distances.roads, road)), outcomeCell(limitKm(distances, piece.band)),
                      outcomeCell(bandText(distances, piece.reached ? piece.band : k_unreached).toString()),
                      outcomeCell((piece.to_m - piece.from_m) / k_metresInKm)};
        row.geometry.type = GeometryType::Line;
        row.geometry.addPart(part);
        layer.rows.push_back(std::move(row));
    }
    return layer;
}

/// The ground around the roads of each band that is not around those of a nearer one.
Result<OutcomeLayer> areaLayer(const Distances &distances, double width_m, const JobContext &job)
{
    OutcomeLayer layer;
    layer.schema.id = u"roads_isoline_areas"_s;
    layer.schema.name = {u"道路等距带"_s, u"Bands around roads"_s};
    layer.schema.geometry = GeometryType::Polygon;
    layer.schema.nameField = u"band"_s;
    layer.schema.fields = {outcomeField(u"band"_s, {u"距离等级"_s, u"Band"_s}, FieldType::Text),
                           outcomeField(u"up_to_km"_s, {u"不超过"_s, u"Up to"_s}, FieldType::Real, u"km"_s)};
    Geometry reached;
    reached.type = GeometryType::Line;
    Geometry nearer; // the ground of the bands before
    for (std::size_t band = 0; band < distances.limits_m.size(); ++band) {
        if (job.isCancelled()) {
            return cancelledError();
        }
        for (const IsolinePiece &piece : distances.isolines.pieces) {
            if (const auto part = partOf(distances.plane, piece); piece.band == band && part.size() > 1) {
                reached.addPart(part);
            }
        }
        auto whole = groundAround(reached, width_m);
        auto ring = whole ? groundWithout(*whole, nearer) : whole;
        if (!ring) {
            return ring.error();
        }
        nearer = std::move(*whole);
        if (!ring->isEmpty()) {
            distances.plane.unflatten(ring->points);
            FeatureRow row;
            row.values = {outcomeCell(bandText(distances, band).toString()), outcomeCell(limitKm(distances, band))};
            row.geometry = std::move(*ring);
            layer.rows.push_back(std::move(row));
        }
    }
    return layer;
}

OutcomeLayer placeLayer(const Distances &distances)
{
    OutcomeLayer layer;
    layer.schema.id = u"roads_distances"_s;
    layer.schema.name = {u"自然村道路里程"_s, u"Road distances of settlements"_s};
    layer.schema.geometry = GeometryType::Point;
    layer.schema.nameField = u"name"_s;
    layer.schema.areaField = u"village_code"_s;
    layer.schema.fields = {
        outcomeField(u"name"_s, {u"自然村名称"_s, u"Settlement name"_s}, FieldType::Text),
        outcomeField(u"village_code"_s, {u"行政村代码"_s, u"Village code"_s}, FieldType::Text),
        outcomeField(u"households"_s, {u"户数"_s, u"Households"_s}, FieldType::Real, u"户"_s),
        outcomeField(u"distance_km"_s, {u"道路里程"_s, u"Road distance"_s}, FieldType::Real, u"km"_s),
        outcomeField(u"band"_s, {u"距离等级"_s, u"Band"_s}, FieldType::Text)};
    const LayerSnapshot &settlements = *distances.settlements;
    const auto text = [&](const QString &field, std::size_t row) {
        const Column *column = settlements.column(field);
        return column == nullptr ? Value() : outcomeCell(column->display(row));
    };
    for (std::size_t row = 0; row < settlements.size(); ++row) {
        const double distance_m = distances.isolines.distances_m[row];
        FeatureRow made;
        made.values = {text(u"name"_s, row), text(u"village_code"_s, row), outcomeCell(distances.households[row]),
                       outcomeCell(std::isfinite(distance_m) ? distance_m / k_metresInKm : std::nan("")),
                       outcomeCell(bandText(distances, placeBand(distances, row)).toString())};
        made.geometry = settlements.geometry().geometry(row);
        layer.rows.push_back(std::move(made));
    }
    return layer;
}

/// Settlements, households and kilometres of roads by band.
QJsonObject figuresOf(const Distances &distances)
{
    const std::size_t bands = distances.limits_m.size();
    struct Sum {
        int settlements = 0;
        double households = 0;
        double km = 0;
    };
    std::vector<Sum> sums(bands + 3); // beyond the last limit, unreached, no road near
    const auto placeOf = [&](std::size_t band) {
        return band == k_unreached ? bands + 1 : band == k_noRoadNear ? bands + 2 : band;
    };
    for (std::size_t row = 0; row < distances.settlements->size(); ++row) {
        Sum &sum = sums[placeOf(placeBand(distances, row))];
        ++sum.settlements;
        sum.households += std::isnan(distances.households[row]) ? 0 : distances.households[row];
    }
    for (const IsolinePiece &piece : distances.isolines.pieces) {
        sums[placeOf(piece.reached ? piece.band : k_unreached)].km += (piece.to_m - piece.from_m) / k_metresInKm;
    }
    const auto json = [](const Sum &sum) {
        return QJsonObject{
            {u"settlements"_s, sum.settlements}, {u"households"_s, sum.households}, {u"road_km"_s, sum.km}};
    };
    QJsonArray list;
    for (std::size_t band = 0; band < bands; ++band) {
        QJsonObject one = json(sums[band]);
        one[u"up_to_km"_s] = limitKm(distances, band);
        list.append(one);
    }
    return {{u"targets"_s, static_cast<qint64>(distances.targets)},
            {u"bands"_s, list},
            {u"beyond"_s, json(sums[bands])},
            {u"unreached"_s, json(sums[bands + 1])},
            {u"no_road_near"_s, json(sums[bands + 2])}};
}

Result<Outcome> run(const AlgorithmInput &input, const JobContext &job)
{
    job.report(0, Text{u"沿路网量距"_s, u"measuring along the roads"_s}.toString());
    auto limits_m = limitsFrom(input.parameters.text(u"limits_km"_s));
    if (!limits_m) {
        return limits_m.error();
    }
    const auto distances = distancesOn(input.project, input.parameters, std::move(*limits_m), input.asOf,
                                       {segmentNameFields(), {u"name"_s, u"village_code"_s}}, job);
    if (!distances) {
        return distances.error();
    }
    Outcome outcome;
    outcome.figures = figuresOf(*distances);
    outcome.layers.push_back(roadLayer(*distances));
    outcome.layers.push_back(placeLayer(*distances));
    auto areas = areaLayer(*distances, input.parameters.number(u"band_width_m"_s), job);
    if (!areas) {
        return areas.error();
    }
    outcome.layers.push_back(std::move(*areas));
    return outcome;
}

} // namespace

Algorithm isolinesAlgorithm()
{
    Algorithm algorithm;
    algorithm.id = u"roads.isolines"_s;
    algorithm.programme = id(k_programme);
    algorithm.name = {u"道路等距线"_s, u"Road distances"_s};
    algorithm.help = {
        u"沿路网从各处到最近目标（乡道及以上路网、村委会驻地或指定点图层，如卫生室）的道路里程：道路按 1、2、5、10 "
        u"公里分级，"
        u"路边划出等距带，并统计各级的自然村和户数。可只走可用路段，也可走全部道路。"_s,
        u"How far it is along the roads to the nearest target (township roads and higher, seats of village committees, "
        u"or the points of a layer, such as clinics): the roads in bands of 1, 2, 5, 10 km, the ground beside them, "
        u"and "
        u"the settlements and households of each band. Over usable segments only, or over all."_s};
    algorithm.parameters = distanceParameters();
    algorithm.parameters.push_back(limitsParameter());
    algorithm.parameters.push_back(
        numberParameter(u"band_width_m"_s, {u"等距带半宽"_s, u"Half width of the bands"_s},
                        {u"等距带向道路两侧各取此宽度。"_s, u"The bands reach this far to either side of the roads."_s},
                        u"m"_s, 1, 5000, 200));
    algorithm.figures = {{u"targets"_s, {u"目的地"_s, u"Destinations"_s}, u"个"_s},
                         {u"bands"_s, {u"各距离带"_s, u"Bands"_s}}};
    algorithm.run = run;
    return algorithm;
}

} // namespace cuntu::roads
