// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/qgis/look_file.h"
#include "maps/qgis/qml.h"
#include "maps/style/legend_text.h"

#include <QXmlStreamWriter>

namespace cuntu {
namespace {

constexpr double k_mmPerPixel = 0.28; ///< OGC 05-077r4, 11.1.3: the standardised pixel

QString pixels(double length_mm)
{
    return QString::number(length_mm / k_mmPerPixel, 'g', 8);
}

QString exact(double number)
{
    return QString::number(number, 'g', 17);
}

class SldWriter {
public:
    SldWriter(QXmlStreamWriter &xml, const LayerSchema &schema, const LayerStyle &style)
        : m_xml(xml), m_schema(schema), m_style(style)
    {
    }

    void write()
    {
        m_xml.writeStartElement(QStringLiteral("StyledLayerDescriptor"));
        m_xml.writeAttribute(QStringLiteral("xmlns"), QStringLiteral("http://www.opengis.net/sld"));
        m_xml.writeAttribute(QStringLiteral("xmlns:se"), QStringLiteral("http://www.opengis.net/se"));
        m_xml.writeAttribute(QStringLiteral("xmlns:ogc"), QStringLiteral("http://www.opengis.net/ogc"));
        m_xml.writeAttribute(QStringLiteral("version"), QStringLiteral("1.1.0"));
        m_xml.writeStartElement(QStringLiteral("NamedLayer"));
        m_xml.writeTextElement(QStringLiteral("se:Name"), m_schema.id);
        m_xml.writeStartElement(QStringLiteral("UserStyle"));
        begin("FeatureTypeStyle");
        if (!m_style.hasClasses() || m_style.classes.empty()) {
            writeRule(m_style.symbol, m_schema.name.toString(), nullptr, false);
        }
        for (std::size_t i = 0; m_style.hasClasses() && i < m_style.classes.size(); ++i) {
            writeRule(m_style.classes[i].symbol, classText(m_style, i, m_schema), &m_style.classes[i],
                      i + 1 == m_style.classes.size());
        }
        writeLabelRule();
        for (int i = 0; i < 4; ++i) {
            m_xml.writeEndElement();
        }
    }

private:
    void begin(const char *name) { m_xml.writeStartElement(QStringLiteral("se:") + QString::fromLatin1(name)); }
    void end() { m_xml.writeEndElement(); }

    void writeParameter(const char *name, const QString &value)
    {
        begin("SvgParameter");
        m_xml.writeAttribute(QStringLiteral("name"), QString::fromLatin1(name));
        m_xml.writeCharacters(value);
        end();
    }

    void writeScale(double largest)
    {
        if (largest > 0) {
            m_xml.writeTextElement(QStringLiteral("se:MaxScaleDenominator"), QString::number(largest, 'f', 0));
        }
    }

    void beginFilter(const char *name) { m_xml.writeStartElement(QStringLiteral("ogc:") + QString::fromLatin1(name)); }

    void writeComparison(const char *kind, const QString &field, const QString &value)
    {
        beginFilter(kind);
        m_xml.writeTextElement(QStringLiteral("ogc:PropertyName"), field);
        m_xml.writeTextElement(QStringLiteral("ogc:Literal"), value);
        end();
    }

    void writeComparison(const char *kind, const QString &value) { writeComparison(kind, m_style.field, value); }

    void writeEmpty(const QString &field)
    {
        beginFilter("PropertyIsNull");
        m_xml.writeTextElement(QStringLiteral("ogc:PropertyName"), field);
        end();
    }

    void writePattern(const QString &field, const QString &pattern)
    {
        beginFilter("PropertyIsLike");
        m_xml.writeAttribute(QStringLiteral("wildCard"), QStringLiteral("%"));
        m_xml.writeAttribute(QStringLiteral("singleChar"), QStringLiteral("_"));
        m_xml.writeAttribute(QStringLiteral("escapeChar"), QStringLiteral("\\"));
        m_xml.writeTextElement(QStringLiteral("ogc:PropertyName"), field);
        m_xml.writeTextElement(QStringLiteral("ogc:Literal"), pattern);
        end();
    }

    void writeCondition(const Condition &condition)
    {
        using Comparison = Condition::Comparison;
        const QString &field = condition.field;
        switch (condition.comparison) {
        case Comparison::Is:
            return writeComparison("PropertyIsEqualTo", field, condition.operand);
        case Comparison::IsNot: // also where there is nothing
            beginFilter("Or");
            writeComparison("PropertyIsNotEqualTo", field, condition.operand);
            writeEmpty(field);
            return end();
        case Comparison::Less:
            return writeComparison("PropertyIsLessThan", field, condition.operand);
        case Comparison::AtMost:
            return writeComparison("PropertyIsLessThanOrEqualTo", field, condition.operand);
        case Comparison::More:
            return writeComparison("PropertyIsGreaterThan", field, condition.operand);
        case Comparison::AtLeast:
            return writeComparison("PropertyIsGreaterThanOrEqualTo", field, condition.operand);
        case Comparison::Contains:
            return writePattern(field, QLatin1Char('%') + condition.operand + QLatin1Char('%'));
        case Comparison::BeginsWith:
            return writePattern(field, condition.operand + QLatin1Char('%'));
        case Comparison::IsEmpty:
            return writeEmpty(field);
        case Comparison::IsNotEmpty:
            beginFilter("Not");
            writeEmpty(field);
            return end();
        }
    }

    void writeConditions(const StyleClass &rule)
    {
        const bool isOne = rule.conditions.size() == 1;
        if (!isOne) {
            beginFilter(rule.match == Match::All ? "And" : "Or");
        }
        for (const Condition &condition : rule.conditions) {
            writeCondition(condition);
        }
        if (!isOne) {
            end();
        }
    }

    /// What @p rule takes and none before it, as each rule that fits draws a feature in SLD.
    void writeRuleFilter(const StyleClass &rule)
    {
        if (rule.conditions.empty()) {
            m_xml.writeEmptyElement(QStringLiteral("se:ElseFilter"));
            return;
        }
        std::vector<const StyleClass *> before;
        for (const StyleClass &other : m_style.classes) {
            if (&other == &rule) {
                break;
            }
            if (!other.conditions.empty()) {
                before.push_back(&other);
            }
        }
        beginFilter("Filter");
        if (!before.empty()) {
            beginFilter("And");
        }
        writeConditions(rule);
        for (const StyleClass *other : before) {
            beginFilter("Not");
            writeConditions(*other);
            end();
        }
        if (!before.empty()) {
            end();
        }
        end();
    }

    void writeFilter(const StyleClass &entry, bool isLast)
    {
        if (m_style.kind == LayerStyle::Kind::Rules) {
            writeRuleFilter(entry);
            return;
        }
        const bool isRange = m_style.kind == LayerStyle::Kind::Graduated;
        if (!isRange && entry.value.isEmpty()) {
            m_xml.writeEmptyElement(QStringLiteral("se:ElseFilter"));
            return;
        }
        m_xml.writeStartElement(QStringLiteral("ogc:Filter"));
        if (isRange) {
            m_xml.writeStartElement(QStringLiteral("ogc:And"));
            writeComparison("PropertyIsGreaterThanOrEqualTo", exact(entry.from));
            writeComparison(isLast ? "PropertyIsLessThanOrEqualTo" : "PropertyIsLessThan", exact(entry.to));
            end();
        } else {
            writeComparison("PropertyIsEqualTo", entry.value);
        }
        end();
    }

    void writeRule(const Symbol &symbol, const QString &title, const StyleClass *entry, bool isLast)
    {
        begin("Rule");
        m_xml.writeTextElement(QStringLiteral("se:Name"), title);
        if (entry != nullptr) {
            writeFilter(*entry, isLast);
        }
        const double least = entry != nullptr ? entry->maxScale : 0;
        if (least > 0) {
            m_xml.writeTextElement(QStringLiteral("se:MinScaleDenominator"), QString::number(least, 'f', 0));
        }
        writeScale(entry != nullptr && entry->minScale > 0 ? entry->minScale : m_style.minScale);
        if (m_schema.geometry == GeometryType::Line) {
            if (symbol.casing.isValid() && symbol.casingWidth_mm > symbol.strokeWidth_mm) {
                writeLine(symbol.casing, symbol.casingWidth_mm, false);
            }
            writeLine(symbol.stroke, symbol.strokeWidth_mm, symbol.marking == Marking::Dashed);
        } else if (m_schema.geometry == GeometryType::Polygon) {
            begin("PolygonSymbolizer");
            writeFill(symbol.fill);
            writeStroke(symbol.stroke, symbol.strokeWidth_mm, symbol.marking == Marking::Dashed);
            end();
        } else {
            writeMarker(symbol);
        }
        end();
    }

    void writeFill(const QColor &colour)
    {
        if (!colour.isValid() || colour.alpha() == 0) {
            return;
        }
        begin("Fill");
        writeParameter("fill", colour.name());
        writeOpacity("fill-opacity", colour);
        end();
    }

    void writeOpacity(const char *name, const QColor &colour)
    {
        const double opacity = colour.alphaF() * m_style.opacity;
        if (opacity < 1) {
            writeParameter(name, QString::number(opacity, 'g', 6));
        }
    }

    void writeStroke(const QColor &colour, double width_mm, bool dashed)
    {
        if (!colour.isValid() || width_mm <= 0) {
            return;
        }
        begin("Stroke");
        writeParameter("stroke", colour.name());
        writeOpacity("stroke-opacity", colour);
        writeParameter("stroke-width", pixels(width_mm));
        if (dashed) {
            const double dash_mm = std::max(1.6, 3 * width_mm); // as drawn: maps/render/line_passes.cpp
            writeParameter("stroke-dasharray", pixels(dash_mm) + QLatin1Char(' ') + pixels(0.7 * dash_mm));
        }
        end();
    }

    void writeLine(const QColor &colour, double width_mm, bool dashed)
    {
        begin("LineSymbolizer");
        writeStroke(colour, width_mm, dashed);
        end();
    }

    void writeMarker(const Symbol &symbol)
    {
        // For pictures and letters a circle stands.
        const char *const names[] = {"circle", "square", "triangle", "diamond", "cross", "circle", "circle"};
        begin("PointSymbolizer");
        begin("Graphic");
        begin("Mark");
        m_xml.writeTextElement(QStringLiteral("se:WellKnownName"),
                               QString::fromLatin1(names[static_cast<std::size_t>(symbol.shape)]));
        writeFill(symbol.fill);
        writeStroke(symbol.stroke, symbol.strokeWidth_mm, false);
        end();
        m_xml.writeTextElement(QStringLiteral("se:Size"), pixels(symbol.size_mm));
        end();
        end();
    }

    void writeLabelRule()
    {
        const LabelStyle &label = m_style.label;
        if (label.field.isEmpty()) {
            return;
        }
        begin("Rule");
        writeScale(label.minScale > 0 ? label.minScale : m_style.minScale);
        begin("TextSymbolizer");
        begin("Label");
        m_xml.writeTextElement(QStringLiteral("ogc:PropertyName"), label.field);
        end();
        begin("Font");
        writeParameter("font-family", QStringLiteral("Noto Sans CJK SC"));
        writeParameter("font-size", pixels(label.size_mm));
        end();
        if (label.halo.isValid() && label.haloWidth_mm > 0) {
            begin("Halo");
            m_xml.writeTextElement(QStringLiteral("se:Radius"), pixels(label.haloWidth_mm));
            writeFill(label.halo);
            end();
        }
        writeFill(label.colour);
        end();
        end();
    }

    QXmlStreamWriter &m_xml;
    const LayerSchema &m_schema;
    const LayerStyle &m_style;
};

} // namespace

QByteArray toSld(const LayerSchema &schema, const LayerStyle &style)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    xml.writeStartDocument();
    SldWriter(xml, schema, style).write();
    xml.writeEndDocument();
    return bytes;
}

Result<void> writeSld(const LayerSchema &schema, const LayerStyle &style, const QString &file)
{
    return writeWhole(file, toSld(schema, style));
}

} // namespace cuntu
