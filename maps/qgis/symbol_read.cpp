// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/qgis/symbol_read.h"

#include "maps/text.h"

#include <QDomElement>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <vector>

namespace cuntu {
namespace {

constexpr double k_mmPerPoint = 25.4 / 72;
constexpr double k_mmPerPixel = 25.4 / 96;
constexpr double k_mmPerInch = 25.4;

/// A symbol layer of QGIS: its class and its properties, of both notations.
struct Part {
    QString kind;
    QHash<QString, QString> values;

    QString text(const char *key, const char *otherwise = "") const
    {
        return values.value(QString::fromLatin1(key), QString::fromLatin1(otherwise));
    }
    bool has(const char *key) const { return values.contains(QString::fromLatin1(key)); }
};

/// The expressions of properties that follow the data, by the property.
QHash<QString, QString> followedBy(const QDomElement &layer)
{
    QHash<QString, QString> followed;
    const QDomNodeList options = layer.elementsByTagName(QStringLiteral("Option"));
    for (int i = 0; i < options.size(); ++i) {
        const QDomElement option = options.at(i).toElement();
        if (option.attribute(QStringLiteral("name")) != QStringLiteral("active") ||
            option.attribute(QStringLiteral("value")) != QStringLiteral("true")) {
            continue;
        }
        const QDomElement property = option.parentNode().toElement();
        QString expression;
        for (auto each = property.firstChildElement(QStringLiteral("Option")); !each.isNull();
             each = each.nextSiblingElement(QStringLiteral("Option"))) {
            const QString name = each.attribute(QStringLiteral("name"));
            if (name == QStringLiteral("expression") || (name == QStringLiteral("field") && expression.isEmpty())) {
                expression = each.attribute(QStringLiteral("value"));
            }
        }
        followed.insert(property.attribute(QStringLiteral("name")), expression);
    }
    return followed;
}

/// Takes the field of @p property into @p fields: a size whose area goes by a field, an angle that is one. False for
/// anything else.
bool takeField(const QString &property, const QString &expression, MarkerFields &fields)
{
    static const QRegularExpression area(
        QStringLiteral("^\\s*[0-9.eE+-]+\\s*\\*\\s*sqrt\\(\\s*\"([^\"]+)\"\\s*/\\s*([0-9.eE+-]+)\\s*\\)\\s*$"));
    static const QRegularExpression field(QStringLiteral("^\\s*\"?([^\"()*/+-]+)\"?\\s*$"));
    if (const auto match = area.match(expression); property == QStringLiteral("size") && match.hasMatch()) {
        fields.size = match.captured(1);
        fields.sizeFull = match.captured(2).toDouble();
        return fields.sizeFull > 0;
    }
    if (const auto match = field.match(expression); property == QStringLiteral("angle") && match.hasMatch()) {
        fields.turn = match.captured(1);
        return true;
    }
    return false;
}

Part partFrom(const QDomElement &layer, LookNotes &notes)
{
    Part part{layer.attribute(QStringLiteral("class")), {}};
    const QDomElement map = layer.firstChildElement(QStringLiteral("Option"));
    for (auto each = map.firstChildElement(QStringLiteral("Option")); !each.isNull();
         each = each.nextSiblingElement(QStringLiteral("Option"))) {
        part.values[each.attribute(QStringLiteral("name"))] = each.attribute(QStringLiteral("value"));
    }
    for (auto each = layer.firstChildElement(QStringLiteral("prop")); !each.isNull();
         each = each.nextSiblingElement(QStringLiteral("prop"))) {
        part.values[each.attribute(QStringLiteral("k"))] = each.attribute(QStringLiteral("v"));
    }
    const QHash<QString, QString> followed = followedBy(layer);
    for (auto each = followed.begin(); each != followed.end(); ++each) {
        MarkerFields fields;
        if (!takeField(each.key(), each.value(), fields)) {
            notes.leave(Maps::tr("properties that follow the data"));
        }
    }
    return part;
}

std::vector<Part> partsOf(const QDomElement &symbol, LookNotes &notes)
{
    std::vector<Part> parts;
    for (auto layer = symbol.firstChildElement(QStringLiteral("layer")); !layer.isNull();
         layer = layer.nextSiblingElement(QStringLiteral("layer"))) {
        if (layer.attribute(QStringLiteral("enabled"), QStringLiteral("1")) != QStringLiteral("0")) {
            parts.push_back(partFrom(layer, notes));
        }
    }
    return parts;
}

double lengthOf(const Part &part, const char *key, const char *unitKey, double otherwise_mm, LookNotes &notes)
{
    return part.has(key) ? millimetresFromQgis(part.text(key).toDouble(), part.text(unitKey, "MM"), notes)
                         : otherwise_mm;
}

MarkerShape shapeFrom(const QString &name, LookNotes &notes)
{
    static const QHash<QString, MarkerShape> shapes{{QStringLiteral("circle"), MarkerShape::Circle},
                                                    {QStringLiteral("square"), MarkerShape::Square},
                                                    {QStringLiteral("rectangle"), MarkerShape::Square},
                                                    {QStringLiteral("triangle"), MarkerShape::Triangle},
                                                    {QStringLiteral("equilateral_triangle"), MarkerShape::Triangle},
                                                    {QStringLiteral("diamond"), MarkerShape::Diamond},
                                                    {QStringLiteral("cross"), MarkerShape::Cross},
                                                    {QStringLiteral("cross2"), MarkerShape::Cross},
                                                    {QStringLiteral("cross_fill"), MarkerShape::Cross},
                                                    {QStringLiteral("x"), MarkerShape::Cross}};
    const auto found = shapes.find(name);
    if (found == shapes.end()) {
        notes.leave(Maps::tr("the marker '%1': a circle stands for it").arg(name));
        return MarkerShape::Circle;
    }
    return *found;
}

/// The rim of a marker or area.
void takeOutline(Symbol &symbol, const Part &part, LookNotes &notes)
{
    const bool none = part.text("outline_style", "solid") == QStringLiteral("no");
    symbol.stroke =
        none ? QColor() : colourFromQgis(part.text("outline_color", part.has("color_border") ? "" : "0,0,0,255"));
    if (!none && part.has("color_border")) {
        symbol.stroke = colourFromQgis(part.text("color_border"));
    }
    symbol.strokeWidth_mm = none ? 0 : lengthOf(part, "outline_width", "outline_width_unit", 0.26, notes);
}

Symbol markerFrom(const std::vector<Part> &parts, LookNotes &notes)
{
    Symbol symbol;
    const Part &part = parts.front();
    symbol.fill = colourFromQgis(part.text("color", "0,0,0,255"));
    symbol.size_mm = lengthOf(part, "size", "size_unit", 2, notes);
    symbol.turn_deg = std::fmod(part.text("angle", "0").toDouble(), 360);
    if (part.kind == QStringLiteral("SimpleMarker")) {
        symbol.shape = shapeFrom(part.text("name", "circle"), notes);
        takeOutline(symbol, part, notes);
    } else if (part.kind == QStringLiteral("SvgMarker") && part.text("name").startsWith(QStringLiteral("base64:"))) {
        symbol.shape = MarkerShape::Picture;
        symbol.picture = QByteArray::fromBase64(part.text("name").mid(7).toLatin1());
        takeOutline(symbol, part, notes);
    } else if (part.kind == QStringLiteral("FontMarker")) {
        symbol.shape = MarkerShape::Text;
        symbol.text = part.text("chr", "A");
        symbol.fontFamily = part.text("font");
        takeOutline(symbol, part, notes);
    } else {
        notes.leave(Maps::tr("symbols of kind %1: a circle stands for them").arg(part.kind));
        symbol.stroke = QColor();
        symbol.strokeWidth_mm = 0;
    }
    if (parts.size() == 1) {
        return symbol;
    }
    // What Cuntu itself writes for its markings: see symbol_xml.cpp.
    const Part &over = parts[1];
    const QString name = over.text("name");
    if (name == QStringLiteral("cross2")) {
        symbol.marking = Marking::Crossed;
    } else if (name == QStringLiteral("line")) {
        symbol.marking = Marking::Hatched;
    } else if (over.kind == part.kind && colourFromQgis(over.text("color")) == QColor(Qt::white) &&
               !symbol.stroke.isValid()) {
        symbol.marking = Marking::Hollow;
        symbol.size_mm = std::max(0.1, symbol.size_mm - 0.45);
    } else {
        notes.leave(Maps::tr("further layers of markers"));
    }
    return symbol;
}

bool isDashed(const Part &line)
{
    return line.text("use_custom_dash", "0") == QStringLiteral("1") ||
           line.text("line_style", line.has("penstyle") ? "" : "solid").contains(QStringLiteral("da")) ||
           line.text("line_style").contains(QStringLiteral("dot"));
}

Symbol lineFrom(const std::vector<Part> &all, LookNotes &notes)
{
    std::vector<Part> parts;
    for (const Part &part : all) {
        if (part.kind == QStringLiteral("SimpleLine")) {
            parts.push_back(part);
        } else {
            notes.leave(Maps::tr("lines of kind %1").arg(part.kind));
        }
    }
    Symbol symbol;
    symbol.casing = QColor();
    if (parts.empty()) {
        return symbol;
    }
    const auto colour = [](const Part &part) { return colourFromQgis(part.text("line_color", "0,0,0,255")); };
    const auto width = [&](const Part &part) { return lengthOf(part, "line_width", "line_width_unit", 0.26, notes); };
    const Part &top = parts.back();
    symbol.stroke = colour(top);
    symbol.strokeWidth_mm = width(top);
    symbol.marking = isDashed(top) ? Marking::Dashed : Marking::Plain;
    if (parts.size() >= 2 && width(parts[parts.size() - 2]) > symbol.strokeWidth_mm) {
        symbol.casing = colour(parts[parts.size() - 2]);
        symbol.casingWidth_mm = width(parts[parts.size() - 2]);
    }
    if (parts.size() > (symbol.casing.isValid() ? 2U : 1U)) {
        notes.leave(Maps::tr("further layers of lines"));
    }
    return symbol;
}

Symbol areaFrom(const std::vector<Part> &parts, LookNotes &notes)
{
    Symbol symbol;
    symbol.fill = QColor();
    symbol.stroke = QColor();
    symbol.strokeWidth_mm = 0;
    int hatches = 0;
    for (const Part &part : parts) {
        if (part.kind == QStringLiteral("SimpleFill")) {
            const QString style = part.text("style", "solid");
            symbol.fill = style == QStringLiteral("no") ? QColor(255, 255, 255, 0)
                                                        : colourFromQgis(part.text("color", "0,0,0,255"));
            hatches += style == QStringLiteral("solid") || style == QStringLiteral("no") ? 0 : 1;
            takeOutline(symbol, part, notes);
            if (part.text("outline_style").contains(QStringLiteral("da"))) {
                symbol.marking = Marking::Dashed;
            }
        } else if (part.kind == QStringLiteral("LinePatternFill")) {
            ++hatches;
        } else if (part.kind == QStringLiteral("SimpleLine")) {
            symbol.stroke = colourFromQgis(part.text("line_color", "0,0,0,255"));
            symbol.strokeWidth_mm = lengthOf(part, "line_width", "line_width_unit", 0.26, notes);
        } else {
            notes.leave(Maps::tr("fills of kind %1").arg(part.kind));
        }
    }
    if (hatches > 0) {
        symbol.marking = hatches > 1 ? Marking::Crossed : Marking::Hatched;
    }
    if (!symbol.fill.isValid()) {
        symbol.fill = QColor(255, 255, 255, 0);
    }
    return symbol;
}

void fade(QColor &colour, double alpha)
{
    if (colour.isValid()) {
        colour.setAlphaF(colour.alphaF() * static_cast<float>(alpha));
    }
}

} // namespace

QColor colourFromQgis(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char(','));
    if (parts.size() < 3) {
        return {};
    }
    const auto part = [&](qsizetype i) { return std::clamp(parts[i].toInt(), 0, 255); };
    return QColor(part(0), part(1), part(2), parts.size() > 3 ? part(3) : 255);
}

double millimetresFromQgis(double length, const QString &unit, LookNotes &notes)
{
    if (unit == QStringLiteral("Point")) {
        return length * k_mmPerPoint;
    }
    if (unit == QStringLiteral("Pixel")) {
        return length * k_mmPerPixel;
    }
    if (unit == QStringLiteral("Inch")) {
        return length * k_mmPerInch;
    }
    if (unit != QStringLiteral("MM")) {
        notes.leave(Maps::tr("sizes in units of the map: they are taken as millimetres, at most 5"));
        return std::min(length, 5.0);
    }
    return length;
}

MarkerFields markerFieldsFromQgis(const QDomElement &symbol)
{
    MarkerFields fields;
    const QHash<QString, QString> followed = followedBy(symbol.firstChildElement(QStringLiteral("layer")));
    for (auto each = followed.begin(); each != followed.end(); ++each) {
        takeField(each.key(), each.value(), fields);
    }
    return fields;
}

Symbol symbolFromQgis(const QDomElement &symbol, LookNotes &notes)
{
    const std::vector<Part> parts = partsOf(symbol, notes);
    if (parts.empty()) {
        return {};
    }
    const QString type = symbol.attribute(QStringLiteral("type"));
    Symbol made = type == QStringLiteral("line")   ? lineFrom(parts, notes)
                  : type == QStringLiteral("fill") ? areaFrom(parts, notes)
                                                   : markerFrom(parts, notes);
    const double alpha = symbol.attribute(QStringLiteral("alpha"), QStringLiteral("1")).toDouble();
    if (alpha < 1) {
        for (QColor *colour : {&made.fill, &made.stroke, &made.casing}) {
            fade(*colour, std::max(alpha, 0.0));
        }
    }
    return made;
}

} // namespace cuntu
