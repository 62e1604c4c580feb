// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cuntu {

namespace {

QJsonObject textJson(const Text &text)
{
    return {{QStringLiteral("zh"), text.zh}, {QStringLiteral("en"), text.en}};
}

Text textFrom(const QJsonValue &value)
{
    return {value[QStringLiteral("zh")].toString(), value[QStringLiteral("en")].toString()};
}

QStringList listFrom(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray()) {
        list << item.toString();
    }
    return list;
}

QJsonObject fieldJson(const Field &field)
{
    QJsonObject json{{QStringLiteral("id"), field.id},
                     {QStringLiteral("name"), textJson(field.name)},
                     {QStringLiteral("type"), static_cast<int>(field.type)},
                     {QStringLiteral("unit"), field.unit},
                     {QStringLiteral("required"), field.required},
                     {QStringLiteral("personal"), static_cast<int>(field.personal)},
                     {QStringLiteral("synonyms"), QJsonArray::fromStringList(field.synonyms)}};
    if (field.min) {
        json[QStringLiteral("min")] = *field.min;
    }
    if (field.max) {
        json[QStringLiteral("max")] = *field.max;
    }
    QJsonArray choices;
    for (const Choice &choice : field.choices) {
        choices.append(QJsonObject{{QStringLiteral("id"), choice.id},
                                   {QStringLiteral("name"), textJson(choice.name)},
                                   {QStringLiteral("synonyms"), QJsonArray::fromStringList(choice.synonyms)}});
    }
    json[QStringLiteral("choices")] = choices;
    return json;
}

Field fieldFrom(const QJsonValue &json)
{
    Field field;
    field.id = json[QStringLiteral("id")].toString();
    field.name = textFrom(json[QStringLiteral("name")]);
    field.type = static_cast<FieldType>(
        std::clamp(json[QStringLiteral("type")].toInt(), 0, static_cast<int>(FieldType::Choice)));
    field.unit = json[QStringLiteral("unit")].toString();
    field.required = json[QStringLiteral("required")].toBool();
    field.personal = static_cast<Personal>(
        std::clamp(json[QStringLiteral("personal")].toInt(), 0, static_cast<int>(Personal::Sensitive)));
    field.synonyms = listFrom(json[QStringLiteral("synonyms")]);
    if (const QJsonValue min = json[QStringLiteral("min")]; min.isDouble()) {
        field.min = min.toDouble();
    }
    if (const QJsonValue max = json[QStringLiteral("max")]; max.isDouble()) {
        field.max = max.toDouble();
    }
    for (const QJsonValue &choice : json[QStringLiteral("choices")].toArray()) {
        field.choices.push_back({choice[QStringLiteral("id")].toString(), textFrom(choice[QStringLiteral("name")]),
                                 listFrom(choice[QStringLiteral("synonyms")])});
    }
    return field;
}

} // namespace

QString schemaToJson(const LayerSchema &schema)
{
    QJsonArray fields;
    for (const Field &field : schema.fields) {
        fields.append(fieldJson(field));
    }
    QJsonArray tracks;
    for (const LayerTrack &track : schema.tracks) {
        tracks.append(QJsonObject{{QStringLiteral("programme"), track.programme},
                                  {QStringLiteral("life_cycle"), track.lifeCycle}});
    }
    const QJsonObject json{{QStringLiteral("id"), schema.id},
                           {QStringLiteral("name"), textJson(schema.name)},
                           {QStringLiteral("geometry"), static_cast<int>(schema.geometry)},
                           {QStringLiteral("key"), schema.keyField},
                           {QStringLiteral("label"), schema.nameField},
                           {QStringLiteral("area"), schema.areaField},
                           {QStringLiteral("tracks"), tracks},
                           {QStringLiteral("programme"), schema.programme},
                           {QStringLiteral("position_personal"), schema.positionPersonal},
                           {QStringLiteral("fields"), fields}};
    return compactJson(json);
}

Result<LayerSchema> schemaFromJson(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject()) {
        return Error{ErrorCode::Unreadable,
                     Core::tr("the description of a layer in the project is damaged"),
                     {},
                     {},
                     {},
                     {text}};
    }
    const QJsonObject json = document.object();
    LayerSchema schema;
    schema.id = json[QStringLiteral("id")].toString();
    schema.name = textFrom(json[QStringLiteral("name")]);
    schema.geometry = static_cast<GeometryType>(
        std::clamp(json[QStringLiteral("geometry")].toInt(), 0, static_cast<int>(GeometryType::Any)));
    schema.keyField = json[QStringLiteral("key")].toString();
    schema.nameField = json[QStringLiteral("label")].toString();
    schema.areaField = json[QStringLiteral("area")].toString();
    schema.programme = json[QStringLiteral("programme")].toString();
    schema.positionPersonal = json[QStringLiteral("position_personal")].toBool();
    for (const QJsonValue &track : json[QStringLiteral("tracks")].toArray()) {
        schema.tracks.push_back(
            {track[QStringLiteral("programme")].toString(), track[QStringLiteral("life_cycle")].toString()});
    }
    for (const QJsonValue &field : json[QStringLiteral("fields")].toArray()) {
        schema.fields.push_back(fieldFrom(field));
    }
    return schema;
}

QString compactJson(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace cuntu
