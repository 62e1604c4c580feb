// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/style/style.h"

#include "maps/style/json_members.h"
#include "maps/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <utility>

namespace cuntu {
namespace {

constexpr double k_maxSize_mm = 200;

const std::array k_kinds{Name<LayerStyle::Kind>{LayerStyle::Kind::Single, QLatin1String("single")},
                         Name<LayerStyle::Kind>{LayerStyle::Kind::Categorised, QLatin1String("categorised")},
                         Name<LayerStyle::Kind>{LayerStyle::Kind::Graduated, QLatin1String("graduated")},
                         Name<LayerStyle::Kind>{LayerStyle::Kind::Density, QLatin1String("density")},
                         Name<LayerStyle::Kind>{LayerStyle::Kind::Rules, QLatin1String("rules")},
                         Name<LayerStyle::Kind>{LayerStyle::Kind::Cluster, QLatin1String("cluster")}};
const std::array k_shapes{Name<MarkerShape>{MarkerShape::Circle, QLatin1String("circle")},
                          Name<MarkerShape>{MarkerShape::Square, QLatin1String("square")},
                          Name<MarkerShape>{MarkerShape::Triangle, QLatin1String("triangle")},
                          Name<MarkerShape>{MarkerShape::Diamond, QLatin1String("diamond")},
                          Name<MarkerShape>{MarkerShape::Cross, QLatin1String("cross")},
                          Name<MarkerShape>{MarkerShape::Picture, QLatin1String("picture")},
                          Name<MarkerShape>{MarkerShape::Text, QLatin1String("text")}};
const std::array k_blends{
    Name<Blend>{Blend::Over, QLatin1String("over")},     Name<Blend>{Blend::Multiply, QLatin1String("multiply")},
    Name<Blend>{Blend::Screen, QLatin1String("screen")}, Name<Blend>{Blend::Overlay, QLatin1String("overlay")},
    Name<Blend>{Blend::Darken, QLatin1String("darken")}, Name<Blend>{Blend::Lighten, QLatin1String("lighten")}};
const std::array k_comparisons{
    Name<Condition::Comparison>{Condition::Comparison::Is, QLatin1String("is")},
    Name<Condition::Comparison>{Condition::Comparison::IsNot, QLatin1String("is_not")},
    Name<Condition::Comparison>{Condition::Comparison::Less, QLatin1String("less")},
    Name<Condition::Comparison>{Condition::Comparison::AtMost, QLatin1String("at_most")},
    Name<Condition::Comparison>{Condition::Comparison::More, QLatin1String("more")},
    Name<Condition::Comparison>{Condition::Comparison::AtLeast, QLatin1String("at_least")},
    Name<Condition::Comparison>{Condition::Comparison::Contains, QLatin1String("contains")},
    Name<Condition::Comparison>{Condition::Comparison::BeginsWith, QLatin1String("begins_with")},
    Name<Condition::Comparison>{Condition::Comparison::IsEmpty, QLatin1String("is_empty")},
    Name<Condition::Comparison>{Condition::Comparison::IsNotEmpty, QLatin1String("is_not_empty")}};
const std::array k_matches{Name<Match>{Match::All, QLatin1String("all")},
                           Name<Match>{Match::Any, QLatin1String("any")}};
const std::array k_markings{
    Name<Marking>{Marking::Plain, QLatin1String("plain")}, Name<Marking>{Marking::Hatched, QLatin1String("hatched")},
    Name<Marking>{Marking::Crossed, QLatin1String("crossed")}, Name<Marking>{Marking::Hollow, QLatin1String("hollow")},
    Name<Marking>{Marking::Dashed, QLatin1String("dashed")}};
const std::array k_verticals{Name<LabelStyle::Vertical>{LabelStyle::Vertical::Automatic, QLatin1String("automatic")},
                             Name<LabelStyle::Vertical>{LabelStyle::Vertical::Never, QLatin1String("never")}};

/// Members that few symbols have are written where they say something.
void addMarkerToJson(const Symbol &symbol, QJsonObject &json)
{
    if (symbol.turn_deg != 0) {
        json.insert(QStringLiteral("turn_deg"), symbol.turn_deg);
    }
    if (symbol.shape == MarkerShape::Picture) {
        json.insert(QStringLiteral("picture"), QString::fromUtf8(symbol.picture));
    }
    if (symbol.shape == MarkerShape::Text) {
        json.insert(QStringLiteral("text"), symbol.text);
        json.insert(QStringLiteral("font"), symbol.fontFamily);
    }
}

QJsonObject symbolToJson(const Symbol &symbol)
{
    QJsonObject json{{QStringLiteral("fill"), colourName(symbol.fill)},
                     {QStringLiteral("stroke"), colourName(symbol.stroke)},
                     {QStringLiteral("stroke_width_mm"), symbol.strokeWidth_mm},
                     {QStringLiteral("casing"), colourName(symbol.casing)},
                     {QStringLiteral("casing_width_mm"), symbol.casingWidth_mm},
                     {QStringLiteral("shape"), nameOf(k_shapes, symbol.shape)},
                     {QStringLiteral("size_mm"), symbol.size_mm},
                     {QStringLiteral("marking"), nameOf(k_markings, symbol.marking)}};
    addMarkerToJson(symbol, json);
    return json;
}

/// What is wrong with the picture of @p symbol; empty: nothing.
QString pictureProblem(const Symbol &symbol, const QString &path)
{
    if (symbol.picture.size() > k_mostPicture) {
        return Maps::tr("%1picture should be no longer than %2 bytes").arg(path).arg(k_mostPicture);
    }
    return {};
}

Symbol symbolFromJson(const QJsonObject &json, Symbol symbol, const QString &path, QString &wrong)
{
    JsonMembers reader(json, path, wrong);
    reader.colour("fill", symbol.fill);
    reader.colour("stroke", symbol.stroke);
    reader.number("stroke_width_mm", symbol.strokeWidth_mm, 0, k_maxSize_mm);
    reader.colour("casing", symbol.casing);
    reader.number("casing_width_mm", symbol.casingWidth_mm, 0, k_maxSize_mm);
    reader.choice("shape", k_shapes, symbol.shape);
    reader.number("size_mm", symbol.size_mm, 0, k_maxSize_mm);
    reader.choice("marking", k_markings, symbol.marking);
    reader.number("turn_deg", symbol.turn_deg, -360, 360);
    QString picture = QString::fromUtf8(symbol.picture);
    reader.text("picture", picture);
    symbol.picture = picture.toUtf8();
    reader.text("text", symbol.text);
    reader.text("font", symbol.fontFamily);
    if (wrong.isEmpty()) {
        wrong = pictureProblem(symbol, path);
    }
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
    JsonMembers reader(json, QStringLiteral("label."), wrong);
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

void addRuleToJson(const StyleClass &rule, QJsonObject &json)
{
    QJsonArray conditions;
    for (const Condition &each : rule.conditions) {
        conditions.append(QJsonObject{{QStringLiteral("field"), each.field},
                                      {QStringLiteral("comparison"), nameOf(k_comparisons, each.comparison)},
                                      {QStringLiteral("operand"), each.operand}});
    }
    json.insert(QStringLiteral("conditions"), conditions);
    json.insert(QStringLiteral("match"), nameOf(k_matches, rule.match));
    json.insert(QStringLiteral("min_scale"), rule.minScale);
    json.insert(QStringLiteral("max_scale"), rule.maxScale);
}

void readRule(JsonMembers &reader, StyleClass &rule, const QString &path, QString &wrong)
{
    const QJsonArray conditions = reader.array("conditions");
    for (qsizetype i = 0; i < conditions.size(); ++i) {
        const QJsonObject object = conditions[i].toObject();
        JsonMembers inner(object, path + QStringLiteral("conditions[%1].").arg(i), wrong);
        Condition condition;
        inner.text("field", condition.field);
        inner.choice("comparison", k_comparisons, condition.comparison);
        inner.text("operand", condition.operand);
        rule.conditions.push_back(std::move(condition));
    }
    reader.choice("match", k_matches, rule.match);
    reader.number("min_scale", rule.minScale, 0, 1e12);
    reader.number("max_scale", rule.maxScale, 0, 1e12);
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
        } else if (style.kind == LayerStyle::Kind::Rules) {
            addRuleToJson(entry, json);
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
        JsonMembers reader(object, path, wrong);
        StyleClass entry;
        reader.text("label", entry.label);
        reader.text("value", entry.value);
        reader.number("from", entry.from, -1e300, 1e300);
        reader.number("to", entry.to, -1e300, 1e300);
        readRule(reader, entry, path, wrong);
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
    if (usesField()) {
        json.insert(QStringLiteral("field"), field);
    }
    if (blend != Blend::Over) {
        json.insert(QStringLiteral("blend"), nameOf(k_blends, blend));
    }
    if (!sizeField.isEmpty()) {
        json.insert(QStringLiteral("size_field"), sizeField);
        json.insert(QStringLiteral("size_full"), sizeFull);
    }
    if (!turnField.isEmpty()) {
        json.insert(QStringLiteral("turn_field"), turnField);
    }
    if (hasClasses()) {
        json.insert(QStringLiteral("classes"), classesToJson(*this));
    }
    if (kind == Kind::Density || kind == Kind::Cluster) {
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
    JsonMembers reader(json, {}, wrong);
    LayerStyle style;
    reader.choice("kind", k_kinds, style.kind);
    style.symbol = symbolFromJson(reader.object("symbol"), style.symbol, QStringLiteral("symbol."), wrong);
    style.label = labelFromJson(reader.object("label"), wrong);
    reader.number("min_scale", style.minScale, 0, 1e12);
    reader.yesNo("fill_gives_way", style.fillGivesWay);
    reader.number("opacity", style.opacity, 0, 1);
    reader.choice("blend", k_blends, style.blend);
    if (style.usesField()) {
        reader.text("field", style.field);
    }
    reader.text("size_field", style.sizeField);
    reader.number("size_full", style.sizeFull, 1e-300, 1e300);
    reader.text("turn_field", style.turnField);
    if (style.kind == Kind::Density || style.kind == Kind::Cluster) {
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
