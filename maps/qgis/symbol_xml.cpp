// SPDX-License-Identifier: GPL-3.0-or-later
// How Cuntu draws symbols stands in maps/render (line_passes.cpp, marker.cpp); here the same in QGIS's symbol layers.
#include "maps/qgis/symbol_xml.h"

#include <QXmlStreamWriter>

#include <algorithm>
#include <utility>
#include <vector>

namespace cuntu {

namespace {

using Options = std::vector<std::pair<QString, QString>>;

QString millimetres(double value)
{
    return QString::number(value, 'g', 10);
}

class SymbolWriter {
public:
    SymbolWriter(QXmlStreamWriter &xml, const LayerStyle &style) : m_xml(xml), m_style(style) {}

    void layer(const char *kind, bool locked, const Options &options)
    {
        begin(kind, locked, options);
        m_xml.writeEndElement();
    }
    /// As layer(), left open for a symbol inside it.
    void begin(const char *kind, bool locked, const Options &options)
    {
        m_xml.writeStartElement(QStringLiteral("layer"));
        m_xml.writeAttribute(QStringLiteral("class"), QString::fromLatin1(kind));
        m_xml.writeAttribute(QStringLiteral("enabled"), QStringLiteral("1"));
        m_xml.writeAttribute(QStringLiteral("locked"), locked ? QStringLiteral("1") : QStringLiteral("0"));
        m_xml.writeAttribute(QStringLiteral("pass"), QStringLiteral("0"));
        m_xml.writeStartElement(QStringLiteral("Option"));
        m_xml.writeAttribute(QStringLiteral("type"), QStringLiteral("Map"));
        for (const auto &[name, value] : options) {
            m_xml.writeEmptyElement(QStringLiteral("Option"));
            m_xml.writeAttribute(QStringLiteral("name"), name);
            m_xml.writeAttribute(QStringLiteral("type"), QStringLiteral("QString"));
            m_xml.writeAttribute(QStringLiteral("value"), value);
        }
        m_xml.writeEndElement();
    }
    void beginSymbol(const QString &name, const char *type)
    {
        m_xml.writeStartElement(QStringLiteral("symbol"));
        m_xml.writeAttribute(QStringLiteral("name"), name);
        m_xml.writeAttribute(QStringLiteral("type"), QString::fromLatin1(type));
        m_xml.writeAttribute(QStringLiteral("alpha"), QStringLiteral("1"));
        m_xml.writeAttribute(QStringLiteral("clip_to_extent"), QStringLiteral("1"));
        m_xml.writeAttribute(QStringLiteral("force_rhr"), QStringLiteral("0"));
    }
    void end() { m_xml.writeEndElement(); }

    void line(const QColor &colour, double width_mm, double dash_mm, double gap_mm, bool locked)
    {
        layer("SimpleLine", locked,
              {{QStringLiteral("line_color"), qgisColour(colour)},
               {QStringLiteral("line_width"), millimetres(width_mm)},
               {QStringLiteral("line_width_unit"), QStringLiteral("MM")},
               {QStringLiteral("line_style"), QStringLiteral("solid")},
               {QStringLiteral("capstyle"), dash_mm > 0 ? QStringLiteral("flat") : QStringLiteral("round")},
               {QStringLiteral("joinstyle"), QStringLiteral("round")},
               {QStringLiteral("use_custom_dash"), dash_mm > 0 ? QStringLiteral("1") : QStringLiteral("0")},
               {QStringLiteral("customdash"), millimetres(dash_mm) + QLatin1Char(';') + millimetres(gap_mm)},
               {QStringLiteral("customdash_unit"), QStringLiteral("MM")}});
    }

    void marker(const char *shape, const QColor &fill, const QColor &stroke, double stroke_mm, double size_mm,
                bool locked, double turn_deg = 0)
    {
        const bool stroked = stroke.isValid() && stroke_mm > 0;
        begin("SimpleMarker", locked,
              {{QStringLiteral("name"), QString::fromLatin1(shape)},
               {QStringLiteral("color"), qgisColour(fill)},
               {QStringLiteral("outline_color"), qgisColour(stroke)},
               {QStringLiteral("outline_style"), stroked ? QStringLiteral("solid") : QStringLiteral("no")},
               {QStringLiteral("outline_width"), millimetres(stroke_mm)},
               {QStringLiteral("outline_width_unit"), QStringLiteral("MM")},
               {QStringLiteral("angle"), QString::number(turn_deg)},
               {QStringLiteral("size"), millimetres(size_mm)},
               {QStringLiteral("size_unit"), QStringLiteral("MM")},
               {QStringLiteral("joinstyle"), QStringLiteral("miter")}});
        follow(size_mm);
        end();
    }

    void fill(const QColor &colour, const QColor &stroke, double stroke_mm, bool dashed)
    {
        const bool stroked = stroke.isValid() && stroke_mm > 0;
        const bool filled = colour.isValid() && colour.alpha() > 0;
        layer("SimpleFill", false,
              {{QStringLiteral("color"), qgisColour(colour)},
               {QStringLiteral("style"), filled ? QStringLiteral("solid") : QStringLiteral("no")},
               {QStringLiteral("outline_color"), qgisColour(stroke)},
               {QStringLiteral("outline_style"), !stroked ? QStringLiteral("no")
                                                 : dashed ? QStringLiteral("dash")
                                                          : QStringLiteral("solid")},
               {QStringLiteral("outline_width"), millimetres(stroke_mm)},
               {QStringLiteral("outline_width_unit"), QStringLiteral("MM")}});
    }

    void hatch(const QColor &colour, double angle_deg)
    {
        begin("LinePatternFill", true,
              {{QStringLiteral("angle"), QString::number(angle_deg)},
               {QStringLiteral("color"), qgisColour(colour)},
               {QStringLiteral("distance"), QStringLiteral("1.7")},
               {QStringLiteral("distance_unit"), QStringLiteral("MM")},
               {QStringLiteral("line_width"), QStringLiteral("0.25")},
               {QStringLiteral("line_width_unit"), QStringLiteral("MM")}});
        beginSymbol(QStringLiteral("hatch"), "line");
        line(colour, 0.25, 0, 0, false);
        end();
        end();
    }

    /// What of a marker of @p size_mm follows fields, by expressions of QGIS.
    void follow(double size_mm)
    {
        std::vector<std::pair<QString, QString>> followed;
        if (!m_style.sizeField.isEmpty()) {
            followed.emplace_back(QStringLiteral("size"),
                                  QStringLiteral("%1 * sqrt(\"%2\" / %3)")
                                      .arg(millimetres(size_mm), m_style.sizeField, millimetres(m_style.sizeFull)));
        }
        if (!m_style.turnField.isEmpty()) {
            followed.emplace_back(QStringLiteral("angle"), QLatin1Char('"') + m_style.turnField + QLatin1Char('"'));
        }
        if (followed.empty()) {
            return;
        }
        m_xml.writeStartElement(QStringLiteral("data_defined_properties"));
        option({}, QStringLiteral("Map"));
        value(QStringLiteral("name"), QStringLiteral("QString"), {});
        option(QStringLiteral("properties"), QStringLiteral("Map"));
        for (const auto &[property, expression] : followed) {
            option(property, QStringLiteral("Map"));
            value(QStringLiteral("active"), QStringLiteral("bool"), QStringLiteral("true"));
            value(QStringLiteral("expression"), QStringLiteral("QString"), expression);
            value(QStringLiteral("type"), QStringLiteral("int"), QStringLiteral("3")); // an expression
            m_xml.writeEndElement();
        }
        m_xml.writeEndElement();
        value(QStringLiteral("type"), QStringLiteral("QString"), QStringLiteral("collection"));
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

private:
    void option(const QString &name, const QString &type)
    {
        m_xml.writeStartElement(QStringLiteral("Option"));
        if (!name.isEmpty()) {
            m_xml.writeAttribute(QStringLiteral("name"), name);
        }
        m_xml.writeAttribute(QStringLiteral("type"), type);
    }

    void value(const QString &name, const QString &type, const QString &value)
    {
        option(name, type);
        m_xml.writeAttribute(QStringLiteral("value"), value);
        m_xml.writeEndElement();
    }

    QXmlStreamWriter &m_xml;
    const LayerStyle &m_style;
};

const char *shapeName(MarkerShape shape)
{
    switch (shape) {
    case MarkerShape::Circle:
    case MarkerShape::Picture:
    case MarkerShape::Text:
        return "circle";
    case MarkerShape::Square:
        return "square";
    case MarkerShape::Triangle:
        return "triangle";
    case MarkerShape::Diamond:
        return "diamond";
    case MarkerShape::Cross:
        return "cross_fill";
    }
    return "circle";
}

/// A marker that is no simple shape: @p own says what it is.
void writeSpecial(SymbolWriter &writer, const char *kind, const Symbol &symbol, Options own)
{
    const double stroke_mm = symbol.stroke.isValid() ? symbol.strokeWidth_mm : 0;
    const Options common{{QStringLiteral("color"), qgisColour(symbol.fill)},
                         {QStringLiteral("outline_color"), qgisColour(symbol.stroke)},
                         {QStringLiteral("outline_width"), millimetres(stroke_mm)},
                         {QStringLiteral("outline_width_unit"), QStringLiteral("MM")},
                         {QStringLiteral("angle"), QString::number(symbol.turn_deg)},
                         {QStringLiteral("size"), millimetres(symbol.size_mm)},
                         {QStringLiteral("size_unit"), QStringLiteral("MM")}};
    own.insert(own.end(), common.begin(), common.end());
    writer.begin(kind, false, own);
    writer.follow(symbol.size_mm);
    writer.end();
}

void writeMarker(SymbolWriter &writer, const Symbol &symbol)
{
    if (symbol.shape == MarkerShape::Picture) {
        const QString picture = QStringLiteral("base64:") + QString::fromLatin1(symbol.picture.toBase64());
        return writeSpecial(writer, "SvgMarker", symbol, {{QStringLiteral("name"), picture}});
    }
    if (symbol.shape == MarkerShape::Text) {
        return writeSpecial(writer, "FontMarker", symbol,
                            {{QStringLiteral("chr"), symbol.text}, {QStringLiteral("font"), symbol.fontFamily}});
    }
    const char *const shape = shapeName(symbol.shape);
    if (symbol.marking == Marking::Hollow) {
        // White with a rim of its colour. QGIS takes the fill for the colour of a symbol, so that the coloured shape
        // lies below and a smaller white one, locked, on it.
        writer.marker(shape, symbol.fill, {}, 0, symbol.size_mm + 0.45, false);
        writer.marker(shape, Qt::white, {}, 0, std::max(0.1, symbol.size_mm - 0.45), true);
        return;
    }
    writer.marker(shape, symbol.fill, symbol.stroke, symbol.strokeWidth_mm, symbol.size_mm, false, symbol.turn_deg);
    const QColor sign = qGray(symbol.fill.rgb()) < 150 ? QColor(Qt::white) : QColor(0x26, 0x26, 0x26);
    const double thin_mm = symbol.size_mm * 0.15;
    if (symbol.marking == Marking::Crossed) {
        writer.marker("cross2", sign, sign, thin_mm, symbol.size_mm * 0.72, true);
    } else if (symbol.marking == Marking::Hatched) {
        writer.layer("SimpleMarker", true,
                     {{QStringLiteral("name"), QStringLiteral("line")},
                      {QStringLiteral("angle"), QStringLiteral("45")},
                      {QStringLiteral("outline_color"), qgisColour(sign)},
                      {QStringLiteral("outline_width"), millimetres(thin_mm)},
                      {QStringLiteral("size"), millimetres(symbol.size_mm)}});
    } else if (symbol.marking == Marking::Dashed) {
        writer.marker("circle", sign, {}, 0, symbol.size_mm * 0.38, true);
    }
}

void writeLine(SymbolWriter &writer, const Symbol &symbol)
{
    const double width_mm = symbol.strokeWidth_mm;
    const double dash_mm = std::max(1.6, 3 * width_mm);
    if (symbol.casing.isValid() && symbol.casingWidth_mm > width_mm) {
        writer.line(symbol.casing, symbol.casingWidth_mm, 0, 0, true);
    }
    switch (symbol.marking) {
    case Marking::Plain:
    case Marking::Crossed:
        writer.line(symbol.stroke, width_mm, 0, 0, false);
        break;
    case Marking::Dashed:
        writer.line(symbol.stroke, width_mm, dash_mm, dash_mm * 0.7, false);
        break;
    case Marking::Hollow:
        writer.line(symbol.stroke, std::max(width_mm, 0.9), 0, 0, false);
        writer.line(Qt::white, std::max(width_mm, 0.9) * 0.5, 0, 0, true);
        break;
    case Marking::Hatched:
        writer.line(symbol.stroke, std::max(width_mm, 0.8), 0, 0, false);
        writer.line(Qt::white, std::max(width_mm, 0.8) * 0.5, dash_mm * 0.8, dash_mm * 0.8, true);
        break;
    }
    if (symbol.marking == Marking::Crossed) {
        writer.begin("HashLine", true,
                     {{QStringLiteral("interval"), millimetres(2 * dash_mm)},
                      {QStringLiteral("interval_unit"), QStringLiteral("MM")},
                      {QStringLiteral("hash_length"), millimetres(dash_mm)},
                      {QStringLiteral("hash_length_unit"), QStringLiteral("MM")},
                      {QStringLiteral("placement"), QStringLiteral("interval")}});
        writer.beginSymbol(QStringLiteral("tick"), "line");
        writer.line(symbol.stroke, std::max(width_mm * 0.7, 0.25), 0, 0, false);
        writer.end();
        writer.end();
    }
}

void writeArea(SymbolWriter &writer, const Symbol &symbol)
{
    const bool hollow = symbol.marking == Marking::Hollow;
    const bool dashed = symbol.marking == Marking::Dashed;
    QColor stroke = hollow ? symbol.fill : symbol.stroke;
    double width_mm = symbol.stroke.isValid() ? symbol.strokeWidth_mm : 0;
    if (hollow) {
        width_mm = std::max(width_mm, 0.6);
    } else if (dashed) {
        stroke = symbol.stroke.isValid() ? symbol.stroke : symbol.fill.darker(150);
        width_mm = std::max(width_mm, 0.35);
    }
    QColor fill = symbol.fill;
    if (hollow) {
        fill.setAlpha(0);
    }
    writer.fill(fill, stroke, width_mm, dashed);
    if (symbol.marking == Marking::Hatched || symbol.marking == Marking::Crossed) {
        const QColor lines = symbol.stroke.isValid() ? symbol.stroke : symbol.fill.darker(150);
        writer.hatch(lines, 45);
        if (symbol.marking == Marking::Crossed) {
            writer.hatch(lines, 135);
        }
    }
}

} // namespace

QString qgisColour(const QColor &colour)
{
    return colour.isValid() ? QStringLiteral("%1,%2,%3,%4")
                                  .arg(colour.red())
                                  .arg(colour.green())
                                  .arg(colour.blue())
                                  .arg(colour.alpha())
                            : QStringLiteral("0,0,0,0");
}

void writeSymbol(QXmlStreamWriter &xml, const QString &name, const Symbol &symbol, GeometryType type,
                 const LayerStyle &style)
{
    SymbolWriter writer(xml, style);
    const bool isLine = type == GeometryType::Line;
    const bool isArea = type == GeometryType::Polygon;
    writer.beginSymbol(name, isLine ? "line" : isArea ? "fill" : "marker");
    if (isLine) {
        writeLine(writer, symbol);
    } else if (isArea) {
        writeArea(writer, symbol);
    } else {
        writeMarker(writer, symbol);
    }
    writer.end();
}

} // namespace cuntu
