// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/field_makers.h"
#include "plugins/roads/declare.h"

using namespace Qt::Literals::StringLiterals;

namespace cuntu::roads {

using namespace field_makers;

namespace {

/// Where along its road a stretch begins or ends.
Field station(const QString &fieldId, const Text &name, const QStringList &synonyms)
{
    return withHelp(required(notNegative(field(fieldId, name, FieldType::Real, synonyms, u"km"_s))),
                    {u"桩号，沿路线自起点起算的公里数；K1+250 即 1.25。"_s,
                     u"Kilometres along the road from its beginning; K1+250 is 1.25."_s});
}

/// By its fields route_code, from_km and to_km the host knows it as a layer of stretches (lineReferenceOf()).
LayerSchema stretchesLayer()
{
    LayerSchema layer;
    layer.id = id(k_stretches);
    layer.name = {u"路段桩号区间"_s, u"Road stretches"_s};
    layer.geometry = GeometryType::Line;
    layer.keyField = u"stretch_code"_s;
    layer.nameField = u"stretch_code"_s;
    layer.programme = id(k_programme);
    layer.tracks = {{id(k_programme), id(k_works)}};
    layer.fields = {
        withHelp(field(u"stretch_code"_s, {u"区间编号"_s, u"Stretch code"_s}, FieldType::Text, {u"桩号区间编号"_s}),
                 {u"未填的由路线编号和起止桩号组成。"_s,
                  u"Made of the route code and the stations where it is not given."_s}),
        required(field(u"route_code"_s, {u"路线编号"_s, u"Route code"_s}, FieldType::Text,
                       {u"路线编码"_s, u"路线代码"_s, u"道路编号"_s, u"路段编号"_s})),
        station(u"from_km"_s, {u"起点桩号"_s, u"From station"_s}, {u"起桩号"_s, u"起始桩号"_s, u"起点"_s}),
        station(u"to_km"_s, {u"止点桩号"_s, u"To station"_s},
                {u"止桩号"_s, u"终点桩号"_s, u"迄点桩号"_s, u"终止桩号"_s, u"止点"_s, u"终点"_s}),
        surfaceField(),
        surfaceWidthField(),
        acceptedOnField(),
        field(u"works_name"_s, {u"工程名称"_s, u"Works"_s}, FieldType::Text, {u"项目名称"_s, u"标段"_s}),
    };
    return layer;
}

} // namespace

void addStretches(Registry &draft)
{
    draft.layers.push_back(stretchesLayer());
}

} // namespace cuntu::roads
