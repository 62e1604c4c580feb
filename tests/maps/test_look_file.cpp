// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/qgis/look_file.h"
#include "maps/qgis/qml.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>

namespace cuntu {
namespace {

using namespace Qt::StringLiterals;

LayerSchema schemaOf(GeometryType geometry)
{
    LayerSchema schema;
    schema.id = u"things"_s;
    schema.name = {u"东西"_s, u"Things"_s};
    schema.geometry = geometry;
    Field kind;
    kind.id = u"kind"_s;
    kind.name = {u"种类"_s, u"Kind"_s};
    Field size;
    size.id = u"size"_s;
    size.name = {u"大小"_s, u"Size"_s};
    size.type = FieldType::Real;
    schema.fields = {kind, size};
    return schema;
}

Symbol symbolOf(const char *colour, GeometryType geometry)
{
    Symbol symbol;
    symbol.fill = QColor(QString::fromLatin1(colour));
    symbol.stroke = QColor(0x20, 0x30, 0x40);
    symbol.strokeWidth_mm = 0.5;
    symbol.size_mm = 3;
    symbol.shape = MarkerShape::Diamond;
    if (geometry == GeometryType::Line) {
        symbol.stroke = symbol.fill;
        symbol.casing = QColor(0x10, 0x10, 0x10);
        symbol.casingWidth_mm = 1.2;
    }
    return symbol;
}

LayerStyle styleOf(LayerStyle::Kind kind, GeometryType geometry)
{
    LayerStyle style;
    style.kind = kind;
    style.symbol = symbolOf("#1f78b4", geometry);
    if (kind == LayerStyle::Kind::Categorised) {
        style.field = u"kind"_s;
        style.classes = {{style.symbol, u"A"_s, u"a"_s, 0, 0},
                         {symbolOf("#e31a1c", geometry), u"B <&>"_s, u"b'\""_s, 0, 0},
                         {symbolOf("#b0b7bd", geometry), u"others"_s, {}, 0, 0}};
    } else if (kind == LayerStyle::Kind::Graduated) {
        style.field = u"size"_s;
        style.classes = {{style.symbol, u"low"_s, {}, -1.5, 0.1},
                         {symbolOf("#e31a1c", geometry), u"high"_s, {}, 0.1, 7}};
    }
    style.label.field = u"kind"_s;
    style.label.size_mm = 3.5;
    style.label.minScale = 50000;
    style.minScale = 100000;
    return style;
}

void expectSameSymbol(const Symbol &a, const Symbol &b, GeometryType geometry)
{
    EXPECT_EQ(a.stroke, b.stroke);
    EXPECT_NEAR(a.strokeWidth_mm, b.strokeWidth_mm, 1e-6);
    EXPECT_EQ(a.marking, b.marking);
    if (geometry == GeometryType::Line) {
        EXPECT_EQ(a.casing, b.casing);
        EXPECT_NEAR(a.casingWidth_mm, b.casingWidth_mm, 1e-6);
        return;
    }
    EXPECT_EQ(a.fill, b.fill);
    if (geometry == GeometryType::Point) {
        EXPECT_EQ(a.shape, b.shape);
        EXPECT_NEAR(a.size_mm, b.size_mm, 1e-6);
    }
}

void expectSame(const LayerStyle &a, const LayerStyle &b, GeometryType geometry)
{
    ASSERT_EQ(a.kind, b.kind);
    EXPECT_EQ(a.field, b.field);
    EXPECT_EQ(a.minScale, b.minScale);
    EXPECT_EQ(a.label.field, b.label.field);
    EXPECT_NEAR(a.label.size_mm, b.label.size_mm, 1e-6);
    expectSameSymbol(a.symbol, b.symbol, geometry);
    ASSERT_EQ(a.classes.size(), b.classes.size());
    for (std::size_t i = 0; i < a.classes.size(); ++i) {
        EXPECT_EQ(a.classes[i].value, b.classes[i].value);
        EXPECT_EQ(a.classes[i].label, b.classes[i].label);
        EXPECT_EQ(a.classes[i].from, b.classes[i].from);
        EXPECT_EQ(a.classes[i].to, b.classes[i].to);
        expectSameSymbol(a.classes[i].symbol, b.classes[i].symbol, geometry);
    }
}

TEST(LookFile, LeaderLinesAndStandingTextGoThroughQml)
{
    for (const GeometryType geometry : {GeometryType::Point, GeometryType::Line, GeometryType::Polygon}) {
        for (const bool leader : {false, true}) {
            for (const auto vertical : {LabelStyle::Vertical::Automatic, LabelStyle::Vertical::Never}) {
                LayerStyle style = styleOf(LayerStyle::Kind::Single, geometry);
                style.label.leader = leader;
                style.label.vertical = vertical;
                const auto read = lookFromQml(toQml({schemaOf(geometry), style}), schemaOf(geometry));
                ASSERT_TRUE(read);
                EXPECT_EQ(read->style.label.leader, leader);
                // Standing text of areas is more than QGIS can say: they keep what is usual here.
                const bool isLine = geometry == GeometryType::Line;
                EXPECT_EQ(read->style.label.vertical, isLine ? vertical : LabelStyle::Vertical::Automatic);
            }
        }
    }
}

TEST(LookFile, WhatIsWrittenComesBack)
{
    for (const GeometryType geometry : {GeometryType::Point, GeometryType::Line, GeometryType::Polygon}) {
        const LayerSchema schema = schemaOf(geometry);
        for (const auto kind : {LayerStyle::Kind::Single, LayerStyle::Kind::Categorised, LayerStyle::Kind::Graduated}) {
            const LayerStyle style = styleOf(kind, geometry);
            const auto qml = lookFromQml(toQml({schema, style}), schema);
            ASSERT_TRUE(qml) << qml.error().sentence.toStdString();
            EXPECT_EQ(qml->leftOut, QStringList());
            expectSame(style, qml->style, geometry);
            EXPECT_EQ(style.label.minScale, qml->style.label.minScale);
            const auto sld = lookFromSld(toSld(schema, style), schema);
            ASSERT_TRUE(sld) << sld.error().sentence.toStdString();
            EXPECT_EQ(sld->leftOut, QStringList());
            expectSame(style, sld->style, geometry);
        }
    }
}

TEST(LookFile, MarkingsComeBackFromQml)
{
    for (const Marking marking : {Marking::Plain, Marking::Hatched, Marking::Crossed, Marking::Dashed}) {
        LayerStyle style = styleOf(LayerStyle::Kind::Single, GeometryType::Polygon);
        style.symbol.marking = marking;
        const LayerSchema schema = schemaOf(GeometryType::Polygon);
        EXPECT_EQ(lookFromQml(toQml({schema, style}), schema)->style.symbol.marking, marking);
    }
    LayerStyle style = styleOf(LayerStyle::Kind::Single, GeometryType::Line);
    style.symbol.marking = Marking::Dashed;
    const LayerSchema schema = schemaOf(GeometryType::Line);
    EXPECT_EQ(lookFromQml(toQml({schema, style}), schema)->style.symbol.marking, Marking::Dashed);
    EXPECT_EQ(lookFromSld(toSld(schema, style), schema)->style.symbol.marking, Marking::Dashed);
}

TEST(LookFile, RulesOfOneFieldAreCategories)
{
    const QByteArray qml = R"(<qgis version="3.22"><renderer-v2 type="RuleRenderer"><rules key="r">
        <rule filter="&quot;kind&quot; = 'a'" symbol="0" label="A"/><rule filter="ELSE" symbol="1" label="rest"/></rules>
        <symbols><symbol type="fill" name="0"><layer class="SimpleFill"><prop k="color" v="1,2,3,255"/></layer></symbol>
        <symbol type="fill" name="1"><layer class="SimpleFill"><prop k="color" v="9,8,7,255"/></layer></symbol></symbols>
        </renderer-v2></qgis>)";
    const auto look = lookFromQml(qml, schemaOf(GeometryType::Polygon));
    ASSERT_TRUE(look);
    ASSERT_EQ(look->style.kind, LayerStyle::Kind::Categorised);
    EXPECT_EQ(look->style.field, u"kind"_s);
    ASSERT_EQ(look->style.classes.size(), 2U);
    EXPECT_EQ(look->style.classes[0].value, u"a"_s);
    EXPECT_EQ(look->style.classes[0].symbol.fill, QColor(1, 2, 3));
    EXPECT_TRUE(look->style.classes[1].value.isEmpty());
    QByteArray other = qml;
    other.replace("ELSE", "&quot;size&quot; &gt; 3");
    const auto mixed = lookFromQml(other, schemaOf(GeometryType::Polygon));
    EXPECT_EQ(mixed->style.kind, LayerStyle::Kind::Rules);
    EXPECT_TRUE(mixed->leftOut.isEmpty());
    other.replace("&quot;size&quot; &gt; 3", "&quot;size&quot; % 2 = 1");
    const auto beyond = lookFromQml(other, schemaOf(GeometryType::Polygon));
    EXPECT_EQ(beyond->leftOut.size(), 1);
}

TEST(LookFile, WhatHasNoPlaceIsSaid)
{
    const QByteArray qml = R"(<qgis><renderer-v2 type="25dRenderer"/><blendMode>3</blendMode></qgis>)";
    const auto look = lookFromQml(qml, schemaOf(GeometryType::Point));
    ASSERT_TRUE(look);
    EXPECT_EQ(look->leftOut.size(), 2);
    LayerStyle style = styleOf(LayerStyle::Kind::Categorised, GeometryType::Point);
    LayerSchema poor = schemaOf(GeometryType::Point);
    const QByteArray written = toQml({poor, style});
    poor.fields.erase(poor.fields.begin());
    const auto without = lookFromQml(written, poor);
    EXPECT_EQ(without->style.kind, LayerStyle::Kind::Single);
    EXPECT_EQ(without->style.symbol, style.symbol);
    EXPECT_EQ(without->leftOut.size(), 2); // classes and labels
}

TEST(LookFile, ADensityIsRead)
{
    const QByteArray qml = R"(<qgis><renderer-v2 type="heatmapRenderer" radius="8" radius_unit="0"
        weight_expression="&quot;size&quot;"/></qgis>)";
    const auto look = lookFromQml(qml, schemaOf(GeometryType::Point));
    ASSERT_TRUE(look);
    EXPECT_EQ(look->leftOut, QStringList());
    EXPECT_EQ(look->style.kind, LayerStyle::Kind::Density);
    EXPECT_EQ(look->style.radius_mm, 8);
    EXPECT_EQ(look->style.field, u"size"_s);
    EXPECT_EQ(*LayerStyle::fromJson(look->style.toJson()), look->style);
}

TEST(LookFile, WhatIsNoStyleIsRefused)
{
    const LayerSchema schema = schemaOf(GeometryType::Point);
    for (const char *bytes :
         {"", "no xml", "<a/>", "<qgis/>", "<StyledLayerDescriptor/>",
          "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;\">]><qgis>&y;</qgis>"}) {
        EXPECT_FALSE(lookFromQml(bytes, schema)) << bytes;
        EXPECT_FALSE(lookFromSld(bytes, schema)) << bytes;
    }
    EXPECT_EQ(readLook(u"/nowhere/a.qml"_s, schema).error().code, ErrorCode::Unreadable);
    EXPECT_EQ(readLook(u"/nowhere/a.txt"_s, schema).error().code, ErrorCode::OutOfRange);
}

TEST(LookFile, StylesOfQgisItselfAreRead)
{
    const QDir folder(QStringLiteral(CUNTU_SHARED_DATA "/styles"));
    if (!folder.exists()) {
        GTEST_SKIP() << "no data beside the project";
    }
    LayerSchema schema = schemaOf(GeometryType::Point);
    for (const char *name : {"Class", "Name", "Importance"}) {
        Field field;
        field.id = QString::fromLatin1(name).toLower();
        field.name = {QString::fromLatin1(name), QString::fromLatin1(name)};
        schema.fields.push_back(field);
    }
    const QStringList files = folder.entryList({u"*.qml"_s, u"*.sld"_s}, QDir::Files);
    EXPECT_GE(files.size(), 7);
    for (const QString &file : files) {
        const auto look = readLook(folder.filePath(file), schema);
        EXPECT_TRUE(look) << file.toStdString();
    }
    const auto graduated = readLook(folder.filePath(u"points_graduated_symbol.qml"_s), schema);
    EXPECT_EQ(graduated->style.kind, LayerStyle::Kind::Graduated);
    EXPECT_EQ(graduated->style.field, u"importance"_s);
    EXPECT_GE(graduated->style.classes.size(), 2U);
    const auto fill = readLook(folder.filePath(u"QgsSimpleFillSymbolLayer.sld"_s), schema);
    EXPECT_EQ(fill->style.symbol.fill, QColor(0xAA, 0x55, 0xFF));
    EXPECT_EQ(fill->style.symbol.stroke, QColor(0xFF, 0xAA, 0x7F));
    EXPECT_EQ(fill->style.symbol.marking, Marking::Dashed);
}

} // namespace
} // namespace cuntu
