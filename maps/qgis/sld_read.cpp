// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/qgis/look_file.h"
#include "maps/qgis/look_notes.h"
#include "maps/text.h"

#include <QDomDocument>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace cuntu {
namespace {

constexpr double k_mmPerPixel = 0.28; ///< OGC 05-077r4, 11.1.3: the standardised pixel

/// The children of @p parent called @p name, whatever their namespace is.
QList<QDomElement> childrenOf(const QDomElement &parent, const char *name)
{
    QList<QDomElement> found;
    for (auto each = parent.firstChildElement(); !each.isNull(); each = each.nextSiblingElement()) {
        if (each.localName() == QString::fromLatin1(name)) {
            found << each;
        }
    }
    return found;
}

QDomElement childOf(const QDomElement &parent, const char *name)
{
    return childrenOf(parent, name).value(0);
}

/// What a path of names leads to; null where one is missing.
QDomElement under(QDomElement element, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        element = childOf(element, name);
    }
    return element;
}

/// The text of the parameter called @p name: SvgParameter, and CssParameter of version 1.0.
QString parameter(const QDomElement &parent, const char *name)
{
    for (const char *kind : {"SvgParameter", "CssParameter"}) {
        for (const QDomElement &each : childrenOf(parent, kind)) {
            if (each.attribute(QStringLiteral("name")) == QString::fromLatin1(name)) {
                return each.text().trimmed();
            }
        }
    }
    return {};
}

/// Which rows a rule is about.
struct RuleFilter {
    enum class Kind { All, Others, Value, Range, Unknown };
    Kind kind = Kind::All;
    QString field;
    QString value;
    double from = -std::numeric_limits<double>::max();
    double to = std::numeric_limits<double>::max();
};

class SldReader {
public:
    explicit SldReader(const LayerSchema &schema) : m_schema(schema) {}

    ReadLook read(const QDomElement &style)
    {
        for (const QDomElement &type : childrenOf(style, "FeatureTypeStyle")) {
            for (const QDomElement &rule : childrenOf(type, "Rule")) {
                readRule(rule);
            }
        }
        settle();
        keepIfKnown(m_style, m_schema, m_field, m_notes);
        return {std::move(m_style), m_notes.take()};
    }

private:
    void readRule(const QDomElement &rule)
    {
        readLabel(childOf(rule, "TextSymbolizer"));
        const double largest = childOf(rule, "MaxScaleDenominator").text().toDouble();
        if (largest > 0) {
            m_style.minScale = std::max(m_style.minScale, largest);
        }
        if (!childOf(rule, "MinScaleDenominator").isNull()) {
            m_notes.leave(Maps::tr("the scale from which on the layer is too near to be drawn"));
        }
        StyleClass made;
        if (!readSymbol(rule, made.symbol)) {
            return; // a rule for labels only
        }
        const QString title = under(rule, {"Description", "Title"}).text();
        made.label = title.isEmpty() ? childOf(rule, "Title").text() : title;
        made.label = made.label.isEmpty() ? childOf(rule, "Name").text() : made.label;
        const RuleFilter filter = filterOf(rule);
        if (filter.kind == RuleFilter::Kind::Unknown ||
            (!filter.field.isEmpty() && !m_field.isEmpty() && filter.field != m_field)) {
            m_notes.leave(Maps::tr("rules that are more than values of one field"));
            return;
        }
        m_field = filter.field.isEmpty() ? m_field : filter.field;
        made.value = filter.value;
        if (filter.kind == RuleFilter::Kind::Range) {
            made.from = filter.from;
            made.to = filter.to;
        }
        m_style.classes.push_back(std::move(made));
        m_kinds.push_back(filter.kind);
    }

    /// What the rules are together: one symbol, categories, or classes of numbers.
    void settle()
    {
        const auto has = [&](RuleFilter::Kind kind) {
            return std::find(m_kinds.begin(), m_kinds.end(), kind) != m_kinds.end();
        };
        if (!m_style.classes.empty()) {
            m_style.symbol = m_style.classes.front().symbol;
        }
        if (has(RuleFilter::Kind::Value) && !has(RuleFilter::Kind::Range) && !has(RuleFilter::Kind::All)) {
            m_style.kind = LayerStyle::Kind::Categorised;
        } else if (has(RuleFilter::Kind::Range) && !has(RuleFilter::Kind::Value) && !has(RuleFilter::Kind::All)) {
            m_style.kind = LayerStyle::Kind::Graduated;
            std::stable_sort(m_style.classes.begin(), m_style.classes.end(),
                             [](const StyleClass &a, const StyleClass &b) { return a.from < b.from; });
        } else {
            if (m_style.classes.size() > 1) {
                m_notes.leave(Maps::tr("further rules: the first symbol serves for all"));
            }
            m_style.classes.clear();
        }
    }

    RuleFilter filterOf(const QDomElement &rule)
    {
        RuleFilter filter;
        if (!childOf(rule, "ElseFilter").isNull()) {
            filter.kind = RuleFilter::Kind::Others;
            return filter;
        }
        QDomElement condition = childOf(rule, "Filter").firstChildElement();
        if (condition.isNull()) {
            return filter;
        }
        filter.kind = RuleFilter::Kind::Unknown;
        if (condition.localName() == QStringLiteral("And")) {
            for (auto each = condition.firstChildElement(); !each.isNull(); each = each.nextSiblingElement()) {
                if (!takeCondition(each, filter)) {
                    return {RuleFilter::Kind::Unknown, {}, {}};
                }
            }
        } else if (!takeCondition(condition, filter)) {
            filter.kind = RuleFilter::Kind::Unknown;
        }
        return filter;
    }

    bool takeCondition(const QDomElement &condition, RuleFilter &filter)
    {
        const QString field = childOf(condition, "PropertyName").text().trimmed();
        const QString name = condition.localName();
        if (field.isEmpty() || (!filter.field.isEmpty() && filter.field != field)) {
            return false;
        }
        filter.field = field;
        const QString literal = childOf(condition, "Literal").text().trimmed();
        bool isNumber = false;
        const double number = literal.toDouble(&isNumber);
        if (name == QStringLiteral("PropertyIsEqualTo")) {
            filter.kind = RuleFilter::Kind::Value;
            filter.value = literal;
            return true;
        }
        filter.kind = RuleFilter::Kind::Range;
        if (name == QStringLiteral("PropertyIsBetween")) {
            filter.from = under(condition, {"LowerBoundary", "Literal"}).text().toDouble();
            filter.to = under(condition, {"UpperBoundary", "Literal"}).text().toDouble();
            return true;
        }
        if (name.startsWith(QStringLiteral("PropertyIsGreaterThan")) && isNumber) {
            filter.from = number;
            return true;
        }
        if (name.startsWith(QStringLiteral("PropertyIsLessThan")) && isNumber) {
            filter.to = number;
            return true;
        }
        return false;
    }

    bool readSymbol(const QDomElement &rule, Symbol &symbol)
    {
        const QList<QDomElement> lines = childrenOf(rule, "LineSymbolizer");
        const QDomElement point = childOf(rule, "PointSymbolizer");
        const QDomElement area = childOf(rule, "PolygonSymbolizer");
        symbol.casing = QColor();
        if (!point.isNull()) {
            readMarker(point, symbol);
        } else if (!area.isNull()) {
            readFill(area, unitOf(area), symbol, QColor(255, 255, 255, 0));
        } else if (!lines.isEmpty()) {
            readLines(lines, symbol);
        } else {
            if (!childOf(rule, "RasterSymbolizer").isNull()) {
                m_notes.leave(Maps::tr("symbols of rasters"));
            }
            return false;
        }
        return true;
    }

    void readMarker(const QDomElement &point, Symbol &symbol)
    {
        const double mm = unitOf(point);
        const QDomElement graphic = childOf(point, "Graphic");
        const QDomElement mark = childOf(graphic, "Mark");
        if (mark.isNull()) {
            m_notes.leave(Maps::tr("pictures as markers: a circle stands for them"));
        }
        readFill(mark, mm, symbol, QColor(0x80, 0x80, 0x80));
        symbol.size_mm = numberOf(childOf(graphic, "Size").text(), 6) * mm;
        const QString name = childOf(mark, "WellKnownName").text().trimmed().toLower();
        const std::pair<const char *, MarkerShape> shapes[] = {
            {"circle", MarkerShape::Circle},   {"square", MarkerShape::Square}, {"triangle", MarkerShape::Triangle},
            {"diamond", MarkerShape::Diamond}, {"cross", MarkerShape::Cross},   {"x", MarkerShape::Cross}};
        symbol.shape = name.isEmpty() ? MarkerShape::Square : MarkerShape::Circle; // the standard's default
        const auto *found = std::find_if(std::begin(shapes), std::end(shapes),
                                         [&](const auto &shape) { return name == QString::fromLatin1(shape.first); });
        if (found != std::end(shapes)) {
            symbol.shape = found->second;
        } else if (!name.isEmpty()) {
            m_notes.leave(Maps::tr("the marker '%1': a circle stands for it").arg(name));
        }
    }

    void readLines(const QList<QDomElement> &lines, Symbol &symbol)
    {
        const auto stroke = [&](const QDomElement &line, QColor &colour, double &width_mm) {
            const QDomElement element = childOf(line, "Stroke");
            colour = colourOf(element, "stroke", "stroke-opacity", Qt::black);
            width_mm = numberOf(parameter(element, "stroke-width"), 1) * unitOf(line);
            return !parameter(element, "stroke-dasharray").isEmpty();
        };
        symbol.marking = stroke(lines.back(), symbol.stroke, symbol.strokeWidth_mm) ? Marking::Dashed : Marking::Plain;
        if (lines.size() > 1) {
            stroke(lines[lines.size() - 2], symbol.casing, symbol.casingWidth_mm);
            if (symbol.casingWidth_mm <= symbol.strokeWidth_mm) {
                symbol.casing = QColor();
                symbol.casingWidth_mm = 0;
                m_notes.leave(Maps::tr("further layers of lines"));
            }
        }
    }

    void readFill(const QDomElement &parent, double mm, Symbol &symbol, const QColor &otherwise)
    {
        const QDomElement fill = childOf(parent, "Fill");
        const QDomElement stroke = childOf(parent, "Stroke");
        if (!childOf(fill, "GraphicFill").isNull()) {
            symbol.marking = Marking::Hatched;
            m_notes.leave(Maps::tr("patterns of fills: a hatch stands for them"));
        }
        symbol.fill = fill.isNull() ? otherwise : colourOf(fill, "fill", "fill-opacity", QColor(0x80, 0x80, 0x80));
        symbol.stroke = stroke.isNull() ? QColor() : colourOf(stroke, "stroke", "stroke-opacity", Qt::black);
        symbol.strokeWidth_mm = stroke.isNull() ? 0 : numberOf(parameter(stroke, "stroke-width"), 1) * mm;
        if (symbol.marking == Marking::Plain && !parameter(stroke, "stroke-dasharray").isEmpty()) {
            symbol.marking = Marking::Dashed;
        }
    }

    void readLabel(const QDomElement &text)
    {
        if (text.isNull() || !m_style.label.field.isEmpty()) {
            return;
        }
        LabelStyle &label = m_style.label;
        const QString name = under(text, {"Label", "PropertyName"}).text().trimmed();
        label.field = fieldCalled(m_schema, name);
        if (label.field.isEmpty()) {
            m_notes.leave(Maps::tr("the labels: the layer has no field '%1'").arg(name));
            return;
        }
        label.size_mm = numberOf(parameter(childOf(text, "Font"), "font-size"), 10) * unitOf(text);
        label.colour = colourOf(childOf(text, "Fill"), "fill", "fill-opacity", Qt::black);
        const QDomElement halo = childOf(text, "Halo");
        label.halo = halo.isNull() ? QColor() : colourOf(childOf(halo, "Fill"), "fill", "fill-opacity", Qt::white);
        label.haloWidth_mm = halo.isNull() ? 0 : numberOf(childOf(halo, "Radius").text(), 1) * unitOf(text);
    }

    /// Millimetres of a symboliser's unit.
    double unitOf(const QDomElement &symbolizer)
    {
        const QString unit = symbolizer.attribute(QStringLiteral("uom"));
        if (!unit.isEmpty() && !unit.endsWith(QStringLiteral("pixel"))) {
            m_notes.leave(Maps::tr("sizes in units of the map: they are taken as millimetres, at most 5"));
            return 1;
        }
        return k_mmPerPixel;
    }

    static double numberOf(const QString &text, double otherwise)
    {
        bool isNumber = false;
        const double number = text.trimmed().toDouble(&isNumber);
        return isNumber ? std::clamp(number, 0.0, 700.0) : otherwise;
    }

    static QColor colourOf(const QDomElement &parent, const char *key, const char *opacityKey, const QColor &otherwise)
    {
        QColor colour(parameter(parent, key));
        colour = colour.isValid() ? colour : otherwise;
        const QString opacity = parameter(parent, opacityKey);
        if (!opacity.isEmpty()) {
            colour.setAlphaF(static_cast<float>(std::clamp(opacity.toDouble(), 0.0, 1.0)));
        }
        return colour;
    }

    const LayerSchema &m_schema;
    LayerStyle m_style;
    QString m_field;
    std::vector<RuleFilter::Kind> m_kinds; ///< of the classes
    LookNotes m_notes;
};

} // namespace

Result<ReadLook> lookFromSld(const QByteArray &bytes, const LayerSchema &schema)
{
    QDomDocument document;
    QString why;
    if (!document.setContent(bytes, true, &why)) {
        return notALook(why);
    }
    const QDomElement root = document.documentElement();
    QDomElement style = under(root, {"NamedLayer", "UserStyle"});
    style = style.isNull() ? under(root, {"UserLayer", "UserStyle"}) : style;
    if (root.localName() != QStringLiteral("StyledLayerDescriptor") || childOf(style, "FeatureTypeStyle").isNull()) {
        return notALook(Maps::tr("it holds no symbols of a vector layer"));
    }
    return SldReader(schema).read(style);
}

} // namespace cuntu
