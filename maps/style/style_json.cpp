// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/style/style.h"

#include "maps/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace cuntu {
namespace {

constexpr double k_maxSize_mm = 200;

template <class Enum> using Name = std::pair<Enum, QLatin1String>;

const std::array k_kinds{Name<LayerStyle::Kind>{LayerStyle::Kind::Single, QLatin1String("single")},
                         Name<LayerStyle::Kind>{LayerStyle::Kind::Categorised, QLatin1String("categorised")},
                         Name<LayerStyle::Kind>{LayerStyle::Kind::Graduated, QLatin1String("graduated")},
                         Name<LayerStyle::Kind>{LayerStyle::Kind::Density, QLatin1String("density")}};
const std::array k_shapes{Name<MarkerShape>{MarkerShape::Circle, QLatin1String("circle")},
                          Name<MarkerShape>{MarkerShape::Square, QLatin1String("square")},
                          Name<MarkerShape>{MarkerShape::Triangle, QLatin1String("triangle")},
                          Name<MarkerShape>{MarkerShape::Diamond, QLatin1String("diamond")},
                          Name<MarkerShape>{MarkerShape::Cross, QLatin1String("cross")}};
const std::array k_markings{
    Name<Marking>{Marking::Plain, QLatin1String("plain")}, Name<Marking>{Marking::Hatched, QLatin1String("hatched")},
    Name<Marking>{Marking::Crossed, QLatin1String("crossed")}, Name<Marking>{Marking::Hollow, QLatin1String("hollow")},
    Name<Marking>{Marking::Dashed, QLatin1String("dashed")}};
const std::array k_verticals{Name<LabelStyle::Vertical>{LabelStyle::Vertical::Automatic, QLatin1String("automatic")},
                             Name<LabelStyle::Vertical>{LabelStyle::Vertical::Never, QLatin1String("never")}};

template <class Names, class Enum> QString nameOf(const Names &names, Enum value)
{
    for (const auto &[candidate, name] : names) {
        if (candidate == value) {
            return name;
        }
    }
    return {};
}

/// Reads the members of one JSON object into variables; a missing member leaves its variable as it is.
/// The first thing that does not fit is kept in `wrong`.
class Reader {
public:
    Reader(const QJsonObject &object, QString path, QString &wrong)
        : m_object(object), m_path(std::move(path)), m_wrong(wrong)
    {
    }

    void number(const char *key, double &value, double least, double most)
    {
        const QJsonValue json = find(key);
        if (json.isUndefined()) {
            return;
        }
        if (!json.isDouble() || !(json.toDouble() >= least && json.toDouble() <= most)) {
            refuse(key, Maps::tr("a number from %1 to %2").arg(least).arg(most));
            return;
        }
        value = json.toDouble();
    }

    void integer(const char *key, int &value)
    {
        double number_ = value;
        number(key, number_, -1000000, 1000000);
        value = static_cast<int>(number_);
    }

    void yesNo(const char *key, bool &value)
    {
        const QJsonValue json = find(key);
        if (!json.isUndefined() && !json.isBool()) {
            refuse(key, Maps::tr("true or false"));
            return;
        }
        value = json.toBool(value);
    }

    void text(const char *key, QString &value)
    {
        const QJsonValue json = find(key);
        if (json.isUndefined()) {
            return;
        }
        if (!json.isString()) {
            refuse(key, Maps::tr("a text"));
            return;
        }
        value = json.toString();
    }

    /// "#rrggbb", "#aarrggbb" or a name of a colour; an empty text means no colour.
    void colour(const char *key, QColor &value)
    {
        QString name;
        text(key, name);
        if (find(key).isUndefined()) {
            return;
        }
        value = name.isEmpty() ? QColor() : QColor(name);
        if (!name.isEmpty() && !value.isValid()) {
            refuse(key, Maps::tr("a colour such as #1f78b4"));
        }
    }

    template <class Names, class Enum> void choice(const char *key, const Names &names, Enum &value)
    {
        QString word;
        text(key, word);
        if (find(key).isUndefined()) {
            return;
        }
        QStringList allowed;
        for (const auto &[candidate, name] : names) {
            if (name == word) {
                value = candidate;
                return;
            }
            allowed << name;
        }
        refuse(key, Maps::tr("one of %1").arg(allowed.join(QStringLiteral(", "))));
    }

    /// The object called @p key; empty where there is none.
    QJsonObject object(const char *key)
    {
        const QJsonValue json = find(key);
        if (!json.isUndefined() && !json.isObject()) {
            refuse(key, Maps::tr("an object"));
        }
        return json.toObject();
    }

    QJsonArray array(const char *key)
    {
        const QJsonValue json = find(key);
        if (!json.isUndefined() && !json.isArray()) {
            refuse(key, Maps::tr("a list"));
        }
        return json.toArray();
    }

private:
    QJsonValue find(const char *key) const { return m_object.value(QLatin1String(key)); }

    void refuse(const char *key, const QString &wanted)
    {
        if (m_wrong.isEmpty()) {
            m_wrong = Maps::tr("%1%2 should be %3").arg(m_path, QLatin1String(key), wanted);
        }
    }

    const QJsonObject &m_object;
    QString m_path;
    QString &m_wrong;
};

QString colourName(const QColor &colour)
{
    if (!colour.isValid()) {
        return {};
    }
    return colour.name(colour.alpha() == 255 ? QColor::HexRgb : QColor::HexArgb);
}

QJsonObject symbolToJson(const Symbol &symbol)
{
    return {{QStringLiteral("fill"), colourName(symbol.fill)},
            {QStringLiteral("stroke"), colourName(symbol.stroke)},
            {QStringLiteral("stroke_width_mm"), symbol.strokeWidth_mm},
            {QStringLiteral("casing"), colourName(symbol.casing)},
            {QStringLiteral("casing_width_mm"), symbol.casingWidth_mm},
            {QStringLiteral("shape"), nameOf(k_shapes, symbol.shape)},
            {QStringLiteral("size_mm"), symbol.size_mm},
            {QStringLiteral("marking"), nameOf(k_markings, symbol.marking)}};
}

Symbol symbolFromJson(const QJsonObject &json, Symbol symbol, const QString &path, QString &wrong)
{
    Reader reader(json, path, wrong);
    reader.colour("fill", symbol.fill);
    reader.colour("stroke", symbol.stroke);
    reader.number("stroke_width_mm", symbol.strokeWidth_mm, 0, k_maxSize_mm);
    reader.colour("casing", symbol.casing);
    reader.number("casing_width_mm", symbol.casingWidth_mm, 0, k_maxSize_mm);
    reader.choice("shape", k_shapes, symbol.shape);
    reader.number("size_mm", symbol.size_mm, 0, k_maxSize_mm);
    reader.choice("marking", k_markings, symbol.marking);
    return symbol;
}

QJsonObject labelToJson(const LabelStyle &label)
{
    return {{QStringLiteral("field"), label.field},
            {QStringLiteral("size_mm"), label.size_mm},
            {QStringLiteral("colour"), colourName(label.colour)},
            {QStringLiteral("halo"), colourName(label.halo)},
            {QStringLiteral("halo_width_mm"), label.haloWidth_mm},
            {QStringLiteral("priority"), label.priority},
            {QStringLiteral("min_scale"), label.minScale},
            {QStringLiteral("leader"), label.leader},
            {QStringLiteral("vertical"), nameOf(k_verticals, label.vertical)}};
}

LabelStyle labelFromJson(const QJsonObject &json, QString &wrong)
{
    LabelStyle label;
    Reader reader(json, QStringLiteral("label."), wrong);
    reader.text("field", label.field);
    reader.number("size_mm", label.size_mm, 0, k_maxSize_mm);
    reader.colour("colour", label.colour);
    reader.colour("halo", label.halo);
    reader.number("halo_width_mm", label.haloWidth_mm, 0, k_maxSize_mm);
    reader.integer("priority", label.priority);
    reader.number("min_scale", label.minScale, 0, 1e12);
    reader.yesNo("leader", label.leader);
    reader.choice("vertical", k_verticals, label.vertical);
    return label;
}

QJsonArray classesToJson(const LayerStyle &style)
{
    QJsonArray result;
    for (const StyleClass &entry : style.classes) {
        QJsonObject json{{QStringLiteral("symbol"), symbolToJson(entry.symbol)},
                         {QStringLiteral("label"), entry.label}};
        if (style.kind == LayerStyle::Kind::Graduated) {
            json.insert(QStringLiteral("from"), entry.from);
            json.insert(QStringLiteral("to"), entry.to);
        } else {
            json.insert(QStringLiteral("value"), entry.value);
        }
        result.append(json);
    }
    return result;
}

std::vector<StyleClass> classesFromJson(const QJsonArray &json, const Symbol &base, QString &wrong)
{
    std::vector<StyleClass> result;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QString path = QStringLiteral("classes[%1].").arg(i);
        if (!json[i].isObject() && wrong.isEmpty()) {
            wrong = Maps::tr("%1 should be an object").arg(path.chopped(1));
        }
        const QJsonObject object = json[i].toObject();
        Reader reader(object, path, wrong);
        StyleClass entry;
        reader.text("label", entry.label);
        reader.text("value", entry.value);
        reader.number("from", entry.from, -1e300, 1e300);
        reader.number("to", entry.to, -1e300, 1e300);
        entry.symbol = symbolFromJson(reader.object("symbol"), base, path + QStringLiteral("symbol."), wrong);
        result.push_back(std::move(entry));
    }
    return result;
}

Error notAStyle(const QString &why)
{
    return {ErrorCode::Invalid,
            Maps::tr("this is not a layer style: %1").arg(why),
            {},
            Maps::tr("choose the default style of the layer"),
            {},
            {}};
}

} // namespace

QString LayerStyle::toJson() const
{
    QJsonObject json{{QStringLiteral("kind"), nameOf(k_kinds, kind)},  {QStringLiteral("symbol"), symbolToJson(symbol)},
                     {QStringLiteral("label"), labelToJson(label)},    {QStringLiteral("min_scale"), minScale},
                     {QStringLiteral("fill_gives_way"), fillGivesWay}, {QStringLiteral("opacity"), opacity}};
    if (kind != Kind::Single) {
        json.insert(QStringLiteral("field"), field);
    }
    if (hasClasses()) {
        json.insert(QStringLiteral("classes"), classesToJson(*this));
    }
    if (kind == Kind::Density) {
        json.insert(QStringLiteral("radius_mm"), radius_mm);
    }
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<LayerStyle> LayerStyle::fromJson(const QString &text)
{
    QJsonParseError parsing{};
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &parsing);
    if (!document.isObject()) {
        return notAStyle(parsing.error == QJsonParseError::NoError ? Maps::tr("it is not an object")
                                                                   : parsing.errorString());
    }
    const QJsonObject json = document.object();
    QString wrong;
    Reader reader(json, {}, wrong);
    LayerStyle style;
    reader.choice("kind", k_kinds, style.kind);
    style.symbol = symbolFromJson(reader.object("symbol"), style.symbol, QStringLiteral("symbol."), wrong);
    style.label = labelFromJson(reader.object("label"), wrong);
    reader.number("min_scale", style.minScale, 0, 1e12);
    reader.yesNo("fill_gives_way", style.fillGivesWay);
    reader.number("opacity", style.opacity, 0, 1);
    if (style.kind != Kind::Single) {
        reader.text("field", style.field);
    }
    if (style.kind == Kind::Density) {
        reader.number("radius_mm", style.radius_mm, 0, k_maxSize_mm);
    }
    if (style.hasClasses()) {
        style.classes = classesFromJson(reader.array("classes"), style.symbol, wrong);
    }
    if (!wrong.isEmpty()) {
        return notAStyle(wrong);
    }
    return style;
}

} // namespace cuntu
