// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/qgis/look_file.h"
#include "maps/qgis/rule_expression.h"
#include "maps/qgis/symbol_read.h"
#include "maps/text.h"

#include <QDomDocument>
#include <QHash>
#include <QRegularExpression>

#include <cmath>

namespace cuntu {
namespace {

/// The <symbol> elements of @p parent by their names.
QHash<QString, Symbol> symbolsOf(const QDomElement &parent, LookNotes &notes)
{
    QHash<QString, Symbol> symbols;
    const QDomElement list = parent.firstChildElement(QStringLiteral("symbols"));
    for (auto each = list.firstChildElement(QStringLiteral("symbol")); !each.isNull();
         each = each.nextSiblingElement(QStringLiteral("symbol"))) {
        symbols[each.attribute(QStringLiteral("name"))] = symbolFromQgis(each, notes);
    }
    return symbols;
}

/// Calls @p take for the entries called @p tag in the list @p list that are switched on.
template <class Take> void forEachShown(const QDomElement &renderer, const char *list, const char *tag, Take take)
{
    const QString name = QString::fromLatin1(tag);
    const QDomElement parent = renderer.firstChildElement(QString::fromLatin1(list));
    for (auto each = parent.firstChildElement(name); !each.isNull(); each = each.nextSiblingElement(name)) {
        if (each.attribute(QStringLiteral("render"), QStringLiteral("true")) == QStringLiteral("true")) {
            take(each);
        }
    }
}

class QmlReader {
public:
    explicit QmlReader(const LayerSchema &schema) : m_schema(schema) {}

    ReadLook read(const QDomElement &root)
    {
        readRenderer(root.firstChildElement(QStringLiteral("renderer-v2")));
        readLabels(root.firstChildElement(QStringLiteral("labeling")), root);
        readRange(root);
        const QString opacity = root.firstChildElement(QStringLiteral("layerOpacity")).text();
        m_style.opacity = opacity.isEmpty() ? 1 : std::clamp(opacity.toDouble(), 0.0, 1.0);
        readBlend(root.firstChildElement(QStringLiteral("blendMode")).text());
        return {std::move(m_style), m_notes.take()};
    }

private:
    void readBlend(const QString &number)
    {
        const auto blend = blendOfQgis(number);
        if (!blend) {
            m_notes.leave(Maps::tr("how colours blend with what is below"));
        }
        m_style.blend = blend.value_or(Blend::Over);
    }

    void readRenderer(const QDomElement &renderer)
    {
        const QString type = renderer.attribute(QStringLiteral("type"));
        if (const QDomElement inner = renderer.firstChildElement(QStringLiteral("renderer-v2")); !inner.isNull()) {
            if (type == QStringLiteral("pointCluster")) {
                readCluster(renderer, inner);
                return;
            }
            m_notes.leave(Maps::tr("the way of drawing '%1': what it is made of is drawn instead").arg(type));
            readRenderer(inner);
            return;
        }
        const QHash<QString, Symbol> symbols = symbolsOf(renderer, m_notes);
        if (!symbols.isEmpty()) {
            m_style.symbol = symbols.value(QStringLiteral("0"), *symbols.begin());
            readFollowed(renderer.firstChildElement(QStringLiteral("symbols")));
        }
        if (type == QStringLiteral("heatmapRenderer")) {
            readDensity(renderer);
            return;
        }
        if (type == QStringLiteral("categorizedSymbol")) {
            readCategories(renderer, symbols);
        } else if (type == QStringLiteral("graduatedSymbol")) {
            readRanges(renderer, symbols);
        } else if (type == QStringLiteral("RuleRenderer")) {
            readRules(renderer, symbols);
        } else if (type != QStringLiteral("singleSymbol")) {
            m_notes.leave(Maps::tr("the way of drawing '%1'").arg(type));
        }
        keepIfKnown(m_style, m_schema, m_field, m_notes);
    }

    void readFollowed(const QDomElement &symbols)
    {
        const MarkerFields fields = markerFieldsFromQgis(symbols.firstChildElement(QStringLiteral("symbol")));
        m_style.sizeField = fieldCalled(m_schema, fields.size);
        m_style.sizeFull = fields.sizeFull;
        m_style.turnField = fieldCalled(m_schema, fields.turn);
        for (const auto &[name, known] :
             {std::pair(fields.size, m_style.sizeField), {fields.turn, m_style.turnField}}) {
            if (!name.isEmpty() && known.isEmpty()) {
                m_notes.leave(Maps::tr("what follows '%1': the layer has no such field").arg(name));
            }
        }
    }

    void readDensity(const QDomElement &renderer)
    {
        m_style.kind = LayerStyle::Kind::Density;
        const int unit = renderer.attribute(QStringLiteral("radius_unit"), QStringLiteral("0")).toInt();
        const char *const units[] = {"MM", "MapUnit", "Pixel", "Percentage", "Point", "Inch"}; // as QGIS numbers them
        m_style.radius_mm = std::min(
            60.0, millimetresFromQgis(renderer.attribute(QStringLiteral("radius"), QStringLiteral("6")).toDouble(),
                                      QString::fromLatin1(units[std::clamp(unit, 0, 5)]), m_notes));
        const QString weight = unquoted(renderer.attribute(QStringLiteral("weight_expression")));
        m_style.field = fieldCalled(m_schema, weight);
        if (!weight.isEmpty() && m_style.field.isEmpty()) {
            m_notes.leave(Maps::tr("the weights of the density: the layer has no field '%1'").arg(weight));
        }
    }

    void readCategories(const QDomElement &renderer, const QHash<QString, Symbol> &symbols)
    {
        m_style.kind = LayerStyle::Kind::Categorised;
        m_field = unquoted(renderer.attribute(QStringLiteral("attr")));
        const Field *field = m_schema.findField(fieldCalled(m_schema, m_field));
        forEachShown(renderer, "categories", "category", [&](const QDomElement &each) {
            QString value = each.attribute(QStringLiteral("value"));
            if (field != nullptr && field->type == FieldType::Boolean && !value.isEmpty()) {
                value = value == QStringLiteral("false") || value == QStringLiteral("0") ? QStringLiteral("0")
                                                                                         : QStringLiteral("1");
            }
            m_style.classes.push_back({symbols.value(each.attribute(QStringLiteral("symbol"))),
                                       each.attribute(QStringLiteral("label")), value, 0, 0});
        });
    }

    void readRanges(const QDomElement &renderer, const QHash<QString, Symbol> &symbols)
    {
        m_style.kind = LayerStyle::Kind::Graduated;
        m_field = unquoted(renderer.attribute(QStringLiteral("attr")));
        forEachShown(renderer, "ranges", "range", [&](const QDomElement &each) {
            m_style.classes.push_back({symbols.value(each.attribute(QStringLiteral("symbol"))),
                                       each.attribute(QStringLiteral("label")),
                                       {},
                                       each.attribute(QStringLiteral("lower")).toDouble(),
                                       each.attribute(QStringLiteral("upper")).toDouble()});
        });
        std::stable_sort(m_style.classes.begin(), m_style.classes.end(),
                         [](const StyleClass &a, const StyleClass &b) { return a.from < b.from; });
        // QGIS includes the upper bound, Cuntu the lower one: what was written one step lower comes back.
        for (std::size_t i = 0; i + 1 < m_style.classes.size(); ++i) {
            const double next = m_style.classes[i + 1].from;
            if (std::nextafter(m_style.classes[i].to, next) == next) {
                m_style.classes[i].to = next;
            }
        }
    }

    /// Rules that each compare one field with one value are categories.
    void readRules(const QDomElement &renderer, const QHash<QString, Symbol> &symbols)
    {
        m_style.kind = LayerStyle::Kind::Rules;
        const QStringList own = ownFilters(renderer);
        qsizetype number = 0;
        forEachShown(renderer, "rules", "rule", [&](const QDomElement &each) {
            // Rules that Cuntu wrote and nobody changed leave out those before, which need not be said here.
            const QString filter = each.attribute(QStringLiteral("filter"));
            const bool isOwn = own.value(number++) == filter && filter != QStringLiteral("ELSE");
            readRule(each, isOwn ? each.attribute(QStringLiteral("description")) : filter, symbols);
        });
        const auto isCategory = [&](const StyleClass &rule) {
            return rule.minScale <= 0 && rule.maxScale <= 0 &&
                   (rule.conditions.empty() ||
                    (rule.conditions.size() == 1 && rule.conditions[0].comparison == Condition::Comparison::Is &&
                     rule.conditions[0].field == m_style.classes.front().conditions.front().field));
        };
        if (m_style.classes.empty()) {
            m_style.kind = LayerStyle::Kind::Single;
        } else if (!m_style.classes.front().conditions.empty() && std::ranges::all_of(m_style.classes, isCategory)) {
            m_style.kind = LayerStyle::Kind::Categorised;
            m_field = m_style.classes.front().conditions.front().field;
            for (StyleClass &rule : m_style.classes) {
                rule.value = rule.conditions.empty() ? QString() : rule.conditions.front().operand;
                rule.conditions.clear();
            }
        }
    }

    /// The filters that Cuntu would have written for what the rules' descriptions say; none where one says nothing.
    QStringList ownFilters(const QDomElement &renderer) const
    {
        std::vector<StyleClass> rules;
        bool areOwn = true;
        forEachShown(renderer, "rules", "rule", [&](const QDomElement &each) {
            const bool isOthers = each.attribute(QStringLiteral("filter")) == QStringLiteral("ELSE");
            const auto said = conditionsOf(each.attribute(QStringLiteral("description")), m_schema);
            areOwn = areOwn && (isOthers || said);
            StyleClass rule;
            if (said && !isOthers) {
                rule.conditions = said->conditions;
                rule.match = said->match;
            }
            rules.push_back(std::move(rule));
        });
        return areOwn ? filtersOf(rules, m_schema) : QStringList();
    }

    void readRule(const QDomElement &rule, const QString &filter, const QHash<QString, Symbol> &symbols)
    {
        const QString label = rule.attribute(QStringLiteral("label"));
        const bool isOthers = filter.isEmpty() || filter == QStringLiteral("ELSE");
        const auto conditions = isOthers ? RuleConditions() : conditionsOf(filter, m_schema);
        if (!rule.firstChildElement(QStringLiteral("rule")).isNull()) {
            m_notes.leave(Maps::tr("rules inside the rule '%1'").arg(label.isEmpty() ? filter : label));
        }
        if (!conditions) {
            m_notes.leave(Maps::tr("the rule '%1': it asks for more than values of the layer's fields").arg(filter));
            return;
        }
        StyleClass made{symbols.value(rule.attribute(QStringLiteral("symbol"))), label, {}, 0, 0};
        made.conditions = conditions->conditions;
        made.match = conditions->match;
        made.minScale = rule.attribute(QStringLiteral("scalemaxdenom")).toDouble();
        made.maxScale = rule.attribute(QStringLiteral("scalemindenom")).toDouble();
        m_style.classes.push_back(std::move(made));
    }

    void readCluster(const QDomElement &renderer, const QDomElement &inner)
    {
        readRenderer(inner);
        if (m_style.kind != LayerStyle::Kind::Single) {
            m_notes.leave(Maps::tr("the clusters: they are drawn with one symbol only"));
            return;
        }
        m_style.kind = LayerStyle::Kind::Cluster;
        m_style.radius_mm = std::clamp(
            millimetresFromQgis(renderer.attribute(QStringLiteral("tolerance"), QStringLiteral("3")).toDouble(),
                                renderer.attribute(QStringLiteral("toleranceUnit"), QStringLiteral("MM")), m_notes),
            0.5, 60.0);
    }

    void readLabels(const QDomElement &labeling, const QDomElement &root)
    {
        if (labeling.isNull() ||
            root.attribute(QStringLiteral("labelsEnabled"), QStringLiteral("1")) == QStringLiteral("0")) {
            return;
        }
        if (labeling.attribute(QStringLiteral("type")) != QStringLiteral("simple")) {
            m_notes.leave(Maps::tr("labels by rules"));
            return;
        }
        const QDomElement settings = labeling.firstChildElement(QStringLiteral("settings"));
        const QDomElement text = settings.firstChildElement(QStringLiteral("text-style"));
        const QString name = unquoted(text.attribute(QStringLiteral("fieldName")));
        m_style.label.field = fieldCalled(m_schema, name);
        if (m_style.label.field.isEmpty()) {
            if (!name.isEmpty()) {
                m_notes.leave(Maps::tr("the labels: the layer has no field '%1'").arg(name));
            }
            return;
        }
        readTextStyle(text);
        const QDomElement rendering = settings.firstChildElement(QStringLiteral("rendering"));
        if (rendering.attribute(QStringLiteral("scaleVisibility")) == QStringLiteral("1")) {
            m_style.label.minScale = rendering.attribute(QStringLiteral("scaleMax")).toDouble();
        }
        const int priority = settings.firstChildElement(QStringLiteral("placement"))
                                 .attribute(QStringLiteral("priority"), QStringLiteral("5"))
                                 .toInt();
        m_style.label.priority = (priority - 5) * 5;
        m_style.label.leader = hasCallout(settings.firstChildElement(QStringLiteral("callout")));
        const bool isLine = m_schema.geometry == GeometryType::Line;
        if (isLine && text.attribute(QStringLiteral("textOrientation")) == QStringLiteral("horizontal")) {
            m_style.label.vertical = LabelStyle::Vertical::Never;
        }
    }

    static bool hasCallout(const QDomElement &callout)
    {
        const QDomElement options = callout.firstChildElement(QStringLiteral("Option"));
        for (QDomElement option = options.firstChildElement(); !option.isNull(); option = option.nextSiblingElement()) {
            if (option.attribute(QStringLiteral("name")) == QStringLiteral("enabled")) {
                return option.attribute(QStringLiteral("value")) == QStringLiteral("1");
            }
        }
        return false;
    }

    void readTextStyle(const QDomElement &text)
    {
        LabelStyle &label = m_style.label;
        label.size_mm =
            millimetresFromQgis(text.attribute(QStringLiteral("fontSize"), QStringLiteral("10")).toDouble(),
                                text.attribute(QStringLiteral("fontSizeUnit"), QStringLiteral("Point")), m_notes);
        if (const QColor colour = colourFromQgis(text.attribute(QStringLiteral("textColor"))); colour.isValid()) {
            label.colour = colour;
        }
        const QDomElement buffer = text.firstChildElement(QStringLiteral("text-buffer"));
        if (buffer.attribute(QStringLiteral("bufferDraw")) == QStringLiteral("1")) {
            label.halo = colourFromQgis(buffer.attribute(QStringLiteral("bufferColor")));
            label.haloWidth_mm =
                millimetresFromQgis(buffer.attribute(QStringLiteral("bufferSize"), QStringLiteral("1")).toDouble(),
                                    buffer.attribute(QStringLiteral("bufferSizeUnits"), QStringLiteral("MM")), m_notes);
        } else {
            label.halo = QColor();
            label.haloWidth_mm = 0;
        }
    }

    void readRange(const QDomElement &root)
    {
        if (root.attribute(QStringLiteral("hasScaleBasedVisibilityFlag")) != QStringLiteral("1")) {
            return;
        }
        // QGIS 2 called the largest denominator the maximum, QGIS 3 calls it the minimum of the scale.
        const bool isOld = root.hasAttribute(QStringLiteral("maximumScale"));
        const QString largest = root.attribute(isOld ? QStringLiteral("maximumScale") : QStringLiteral("minScale"));
        m_style.minScale = std::clamp(largest.toDouble(), 0.0, 1e12);
        const QString least = root.attribute(isOld ? QStringLiteral("minimumScale") : QStringLiteral("maxScale"));
        if (least.toDouble() > 1) {
            m_notes.leave(Maps::tr("the scale from which on the layer is too near to be drawn"));
        }
    }

    /// The field that an expression of nothing else names.
    static QString unquoted(const QString &name)
    {
        return name.size() > 2 && name.startsWith(QLatin1Char('"')) && name.endsWith(QLatin1Char('"'))
                   ? name.mid(1, name.size() - 2)
                   : name;
    }

    const LayerSchema &m_schema;
    LayerStyle m_style;
    QString m_field;
    LookNotes m_notes;
};

} // namespace

Result<ReadLook> lookFromQml(const QByteArray &bytes, const LayerSchema &schema)
{
    QDomDocument document;
    QString why;
    if (!document.setContent(bytes, &why)) {
        return notALook(why);
    }
    const QDomElement root = document.documentElement();
    if (root.tagName() != QStringLiteral("qgis") || root.firstChildElement(QStringLiteral("renderer-v2")).isNull()) {
        return notALook(Maps::tr("it holds no symbols of a vector layer"));
    }
    return QmlReader(schema).read(root);
}

} // namespace cuntu
