// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/qgis/look_xml.h"

#include "maps/qgis/look_notes.h"
#include "maps/qgis/rule_expression.h"
#include "maps/qgis/symbol_xml.h"
#include "maps/style/density_colour.h"
#include "maps/style/legend_text.h"

#include <QXmlStreamWriter>

#include <cmath>

namespace cuntu {

namespace {

QString exact(double number)
{
    return QString::number(number, 'g', 17);
}

/// The text by which QGIS knows the value of a class: it reads truths of a GeoPackage as true and false.
QString valueText(const QgisLook &look, const QString &value)
{
    const Field *field = look.schema.findField(look.style.field);
    if (field == nullptr || field->type != FieldType::Boolean || value.isEmpty()) {
        return value;
    }
    return value == QStringLiteral("0") ? QStringLiteral("false") : QStringLiteral("true");
}

void writeCategories(QXmlStreamWriter &xml, const QgisLook &look)
{
    xml.writeStartElement(QStringLiteral("categories"));
    for (std::size_t i = 0; i < look.style.classes.size(); ++i) {
        xml.writeEmptyElement(QStringLiteral("category"));
        xml.writeAttribute(QStringLiteral("value"), valueText(look, look.style.classes[i].value));
        xml.writeAttribute(QStringLiteral("symbol"), QString::number(i));
        xml.writeAttribute(QStringLiteral("label"), classText(look.style, i, look.schema));
        xml.writeAttribute(QStringLiteral("render"), QStringLiteral("true"));
    }
    xml.writeEndElement();
}

void writeRanges(QXmlStreamWriter &xml, const QgisLook &look)
{
    xml.writeStartElement(QStringLiteral("ranges"));
    for (std::size_t i = 0; i < look.style.classes.size(); ++i) {
        const StyleClass &entry = look.style.classes[i];
        const bool isLast = i + 1 == look.style.classes.size();
        xml.writeEmptyElement(QStringLiteral("range"));
        xml.writeAttribute(QStringLiteral("lower"), exact(entry.from));
        xml.writeAttribute(QStringLiteral("upper"),
                           exact(isLast ? entry.to : std::nextafter(entry.to, -std::numeric_limits<double>::max())));
        xml.writeAttribute(QStringLiteral("symbol"), QString::number(i));
        xml.writeAttribute(QStringLiteral("label"), classText(look.style, i, look.schema));
        xml.writeAttribute(QStringLiteral("render"), QStringLiteral("true"));
    }
    xml.writeEndElement();
}

/// The description says the rule itself, by which it is read again.
void writeRules(QXmlStreamWriter &xml, const QgisLook &look)
{
    xml.writeStartElement(QStringLiteral("rules"));
    xml.writeAttribute(QStringLiteral("key"), QStringLiteral("root"));
    const QStringList filters = filtersOf(look.style.classes, look.schema);
    for (std::size_t i = 0; i < look.style.classes.size(); ++i) {
        const StyleClass &rule = look.style.classes[i];
        xml.writeEmptyElement(QStringLiteral("rule"));
        xml.writeAttribute(QStringLiteral("key"), QStringLiteral("rule%1").arg(i));
        xml.writeAttribute(QStringLiteral("symbol"), QString::number(i));
        xml.writeAttribute(QStringLiteral("label"), classText(look.style, i, look.schema));
        xml.writeAttribute(QStringLiteral("filter"), filters[static_cast<qsizetype>(i)]);
        xml.writeAttribute(QStringLiteral("description"), expressionOf(rule.conditions, rule.match, look.schema));
        if (rule.minScale > 0) {
            xml.writeAttribute(QStringLiteral("scalemaxdenom"), QString::number(rule.minScale, 'f', 0));
        }
        if (rule.maxScale > 0) {
            xml.writeAttribute(QStringLiteral("scalemindenom"), QString::number(rule.maxScale, 'f', 0));
        }
    }
    xml.writeEndElement();
}

/// Opens a renderer of clusters; the single symbol's goes inside.
void beginCluster(QXmlStreamWriter &xml, const LayerStyle &style)
{
    xml.writeStartElement(QStringLiteral("renderer-v2"));
    xml.writeAttribute(QStringLiteral("type"), QStringLiteral("pointCluster"));
    xml.writeAttribute(QStringLiteral("tolerance"), QString::number(style.radius_mm));
    xml.writeAttribute(QStringLiteral("toleranceUnit"), QStringLiteral("MM"));
}

/// QGIS's heat map, with the colours of maps/render/density.h; its greatest value is that of the view, too.
void writeDensity(QXmlStreamWriter &xml, const LayerStyle &style)
{
    xml.writeStartElement(QStringLiteral("renderer-v2"));
    xml.writeAttribute(QStringLiteral("type"), QStringLiteral("heatmapRenderer"));
    xml.writeAttribute(QStringLiteral("radius"), QString::number(style.radius_mm));
    xml.writeAttribute(QStringLiteral("radius_unit"), QStringLiteral("0")); // millimetres
    xml.writeAttribute(QStringLiteral("max_value"), QStringLiteral("0"));
    xml.writeAttribute(QStringLiteral("quality"), QStringLiteral("2"));
    if (!style.field.isEmpty()) {
        xml.writeAttribute(QStringLiteral("weight_expression"), QLatin1Char('"') + style.field + QLatin1Char('"'));
    }
    xml.writeStartElement(QStringLiteral("colorramp"));
    xml.writeAttribute(QStringLiteral("type"), QStringLiteral("gradient"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("[source]"));
    xml.writeStartElement(QStringLiteral("Option"));
    xml.writeAttribute(QStringLiteral("type"), QStringLiteral("Map"));
    QStringList stops;
    for (const double share : {0.2, 0.5, 0.75}) {
        stops << QStringLiteral("%1;%2").arg(share).arg(qgisColour(densityColour(share)));
    }
    const std::initializer_list<std::pair<const char *, QString>> options{{"color1", qgisColour(densityColour(0))},
                                                                          {"color2", qgisColour(densityColour(1))},
                                                                          {"discrete", QStringLiteral("0")},
                                                                          {"rampType", QStringLiteral("gradient")},
                                                                          {"stops", stops.join(QLatin1Char(':'))}};
    for (const auto &[name, value] : options) {
        xml.writeEmptyElement(QStringLiteral("Option"));
        xml.writeAttribute(QStringLiteral("name"), QString::fromLatin1(name));
        xml.writeAttribute(QStringLiteral("type"), QStringLiteral("QString"));
        xml.writeAttribute(QStringLiteral("value"), value);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
}

void writeRenderer(QXmlStreamWriter &xml, const QgisLook &look)
{
    const LayerStyle &style = look.style;
    if (style.kind == LayerStyle::Kind::Density) {
        writeDensity(xml, style);
        return;
    }
    const bool isSingle = !style.hasClasses() || style.classes.empty();
    const bool isGraduated = style.kind == LayerStyle::Kind::Graduated;
    const bool isRules = style.kind == LayerStyle::Kind::Rules;
    const bool isCluster = style.kind == LayerStyle::Kind::Cluster;
    if (isCluster) {
        beginCluster(xml, style);
    }
    xml.writeStartElement(QStringLiteral("renderer-v2"));
    xml.writeAttribute(QStringLiteral("type"), isSingle      ? QStringLiteral("singleSymbol")
                                               : isGraduated ? QStringLiteral("graduatedSymbol")
                                               : isRules     ? QStringLiteral("RuleRenderer")
                                                             : QStringLiteral("categorizedSymbol"));
    xml.writeAttribute(QStringLiteral("forceraster"), QStringLiteral("0"));
    xml.writeAttribute(QStringLiteral("symbollevels"), QStringLiteral("0"));
    xml.writeAttribute(QStringLiteral("enableorderby"), QStringLiteral("0"));
    if (!isSingle && isRules) {
        writeRules(xml, look);
    } else if (!isSingle) {
        xml.writeAttribute(QStringLiteral("attr"), style.field);
        if (isGraduated) {
            xml.writeAttribute(QStringLiteral("graduatedMethod"), QStringLiteral("GraduatedColor"));
            writeRanges(xml, look);
        } else {
            writeCategories(xml, look);
        }
    }
    xml.writeStartElement(QStringLiteral("symbols"));
    if (isSingle) {
        writeSymbol(xml, QStringLiteral("0"), style.symbol, look.schema.geometry, style);
    }
    for (std::size_t i = 0; !isSingle && i < style.classes.size(); ++i) {
        writeSymbol(xml, QString::number(i), style.classes[i].symbol, look.schema.geometry, style);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    if (isCluster) {
        xml.writeEndElement();
    }
}

void writeTextStyle(QXmlStreamWriter &xml, const LabelStyle &label, bool isLine)
{
    // Standing where the line is steep. Of areas QGIS cannot say it.
    const bool mayStand = isLine && label.vertical == LabelStyle::Vertical::Automatic;
    xml.writeStartElement(QStringLiteral("text-style"));
    xml.writeAttribute(QStringLiteral("fieldName"), label.field);
    xml.writeAttribute(QStringLiteral("isExpression"), QStringLiteral("0"));
    xml.writeAttribute(QStringLiteral("fontFamily"), QStringLiteral("Noto Sans CJK SC"));
    xml.writeAttribute(QStringLiteral("fontSize"), QString::number(label.size_mm));
    xml.writeAttribute(QStringLiteral("fontSizeUnit"), QStringLiteral("MM"));
    xml.writeAttribute(QStringLiteral("textColor"), qgisColour(label.colour));
    xml.writeAttribute(QStringLiteral("textOpacity"), QStringLiteral("1"));
    xml.writeAttribute(QStringLiteral("textOrientation"),
                       mayStand ? QStringLiteral("rotation-based") : QStringLiteral("horizontal"));
    xml.writeEmptyElement(QStringLiteral("text-buffer"));
    const bool haloed = label.halo.isValid() && label.haloWidth_mm > 0;
    xml.writeAttribute(QStringLiteral("bufferDraw"), haloed ? QStringLiteral("1") : QStringLiteral("0"));
    xml.writeAttribute(QStringLiteral("bufferSize"), QString::number(label.haloWidth_mm));
    xml.writeAttribute(QStringLiteral("bufferSizeUnits"), QStringLiteral("MM"));
    xml.writeAttribute(QStringLiteral("bufferColor"), qgisColour(label.halo));
    xml.writeAttribute(QStringLiteral("bufferOpacity"), QStringLiteral("1"));
    xml.writeEndElement();
}

/// A line from what is named to a label that found its place further out.
void writeCallout(QXmlStreamWriter &xml)
{
    xml.writeStartElement(QStringLiteral("callout"));
    xml.writeAttribute(QStringLiteral("type"), QStringLiteral("simple"));
    xml.writeStartElement(QStringLiteral("Option"));
    xml.writeAttribute(QStringLiteral("type"), QStringLiteral("Map"));
    xml.writeEmptyElement(QStringLiteral("Option"));
    xml.writeAttribute(QStringLiteral("name"), QStringLiteral("enabled"));
    xml.writeAttribute(QStringLiteral("type"), QStringLiteral("QString"));
    xml.writeAttribute(QStringLiteral("value"), QStringLiteral("1"));
    xml.writeEndElement();
    xml.writeEndElement();
}

void writeLabels(QXmlStreamWriter &xml, const QgisLook &look)
{
    const LabelStyle &label = look.style.label;
    if (label.field.isEmpty()) {
        return;
    }
    xml.writeStartElement(QStringLiteral("labeling"));
    xml.writeAttribute(QStringLiteral("type"), QStringLiteral("simple"));
    xml.writeStartElement(QStringLiteral("settings"));
    xml.writeAttribute(QStringLiteral("calloutType"), QStringLiteral("simple")); // without it QGIS reads no callout
    const bool isLine = look.schema.geometry == GeometryType::Line;
    writeTextStyle(xml, label, isLine);
    xml.writeEmptyElement(QStringLiteral("placement"));
    // QGIS's numbers: 0 around a point, 1 over it or horizontal in an area, 2 along a line.
    const bool isArea = look.schema.geometry == GeometryType::Polygon;
    xml.writeAttribute(QStringLiteral("placement"), isLine   ? QStringLiteral("2")
                                                    : isArea ? QStringLiteral("1")
                                                             : QStringLiteral("0"));
    if (isArea && label.leader) {
        xml.writeAttribute(QStringLiteral("polygonPlacementFlags"), QStringLiteral("3")); // inside, or else outside
    }
    xml.writeAttribute(QStringLiteral("dist"), QStringLiteral("0.5"));
    xml.writeAttribute(QStringLiteral("distUnits"), QStringLiteral("MM"));
    xml.writeAttribute(QStringLiteral("priority"), QString::number(std::clamp(5 + label.priority / 5, 0, 10)));
    xml.writeEmptyElement(QStringLiteral("rendering"));
    const bool ranged = label.minScale > 0;
    xml.writeAttribute(QStringLiteral("scaleVisibility"), ranged ? QStringLiteral("1") : QStringLiteral("0"));
    // The names are of the denominators: the largest one at which labels are drawn.
    xml.writeAttribute(QStringLiteral("scaleMin"), QStringLiteral("0"));
    xml.writeAttribute(QStringLiteral("scaleMax"), QString::number(label.minScale, 'f', 0));
    if (label.leader) {
        writeCallout(xml);
    }
    xml.writeEndElement();
    xml.writeEndElement();
}

void writeAliases(QXmlStreamWriter &xml, const LayerSchema &schema)
{
    xml.writeStartElement(QStringLiteral("aliases"));
    for (std::size_t i = 0; i < schema.fields.size(); ++i) {
        xml.writeEmptyElement(QStringLiteral("alias"));
        xml.writeAttribute(QStringLiteral("field"), schema.fields[i].id);
        xml.writeAttribute(QStringLiteral("name"), schema.fields[i].name.toString());
        xml.writeAttribute(QStringLiteral("index"), QString::number(i));
    }
    xml.writeEndElement();
}

} // namespace

void writeScaleRange(QXmlStreamWriter &xml, const LayerStyle &style)
{
    xml.writeAttribute(QStringLiteral("hasScaleBasedVisibilityFlag"),
                       style.minScale > 0 ? QStringLiteral("1") : QStringLiteral("0"));
    xml.writeAttribute(QStringLiteral("minScale"), QString::number(style.minScale > 0 ? style.minScale : 1e8, 'f', 0));
    xml.writeAttribute(QStringLiteral("maxScale"), QStringLiteral("0"));
    xml.writeAttribute(QStringLiteral("labelsEnabled"),
                       style.label.field.isEmpty() ? QStringLiteral("0") : QStringLiteral("1"));
}

void writeLook(QXmlStreamWriter &xml, const QgisLook &look)
{
    writeRenderer(xml, look);
    writeLabels(xml, look);
    xml.writeTextElement(QStringLiteral("layerOpacity"), QString::number(look.style.opacity));
    xml.writeTextElement(QStringLiteral("blendMode"), QString::number(qgisBlend(look.style.blend)));
    writeAliases(xml, look.schema);
}

} // namespace cuntu
