// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/edit_rules.h"

#include "core/base/text.h"
#include "core/geo/clean.h"
#include "core/io/geometry_text.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

Error refused(ErrorCode code, const QString &sentence, const QString &advice = {})
{
    return {code, sentence, {}, advice, {}, {}};
}

bool isNumeric(FieldType type)
{
    return type == FieldType::Integer || type == FieldType::Real || type == FieldType::Boolean;
}

std::optional<double> numberIn(const Value &value)
{
    if (const auto *whole = std::get_if<std::int64_t>(&value)) {
        return static_cast<double>(*whole);
    }
    const auto *real = std::get_if<double>(&value);
    return real ? std::optional(*real) : std::nullopt;
}

Result<void> checkNumber(const Field &field, const Value &value)
{
    const auto number = numberIn(value);
    const bool isWhole = std::holds_alternative<std::int64_t>(value);
    if (!number || !std::isfinite(*number) || (field.type != FieldType::Real && !isWhole) ||
        (field.type == FieldType::Boolean && *number != 0 && *number != 1)) {
        return refused(ErrorCode::Invalid,
                       Core::tr("%1: '%2' is not what the field holds").arg(field.name.toString(), valueText(value)));
    }
    if ((field.min && *number < *field.min) || (field.max && *number > *field.max)) {
        return refused(ErrorCode::OutOfRange,
                       Core::tr("%1: %2 is out of range").arg(field.name.toString(), valueText(value)));
    }
    return {};
}

Result<void> checkText(const Field &field, const Value &value)
{
    const auto *bytes = std::get_if<std::string>(&value);
    const QString text = valueText(value);
    const bool isDay = field.type != FieldType::Date || Day::fromIso(text);
    const bool isChoice =
        field.type != FieldType::Choice || std::any_of(field.choices.begin(), field.choices.end(),
                                                       [&](const Choice &choice) { return choice.id == text; });
    if (!bytes || !isDay || !isChoice) {
        return refused(ErrorCode::Invalid,
                       Core::tr("%1: '%2' is not what the field holds").arg(field.name.toString(), text));
    }
    return {};
}

} // namespace

Result<void> checkEditedGeometry(const LayerSchema &layer, const Geometry &geometry)
{
    const bool fits =
        geometry.type == layer.geometry || (layer.geometry == GeometryType::Any && geometry.type != GeometryType::None);
    if (geometry.isEmpty()) {
        return refused(ErrorCode::Invalid, Core::tr("the geometry is empty"));
    }
    if (!fits || layer.geometry == GeometryType::None) {
        return refused(ErrorCode::Invalid,
                       Core::tr("layer %1 holds %2, not %3")
                           .arg(layer.name.toString(), geometryKind(layer.geometry), geometryKind(geometry.type)));
    }
    if (!std::all_of(geometry.points.begin(), geometry.points.end(),
                     [](Point point) { return std::isfinite(point.x) && std::isfinite(point.y); })) {
        return refused(ErrorCode::Invalid, Core::tr("the geometry has positions that are no numbers"));
    }
    const QString reason = invalidityReason(geometry);
    if (!reason.isEmpty()) {
        return refused(ErrorCode::Invalid, Core::tr("the geometry is not valid: %1").arg(reason),
                       Core::tr("A border must not cross itself; a line needs two different points."));
    }
    return {};
}

Result<void> checkEditedFields(const LayerSchema &layer, const std::map<QString, Value> &fields, bool isNew)
{
    for (const auto &[id, value] : fields) {
        const Field *field = layer.findField(id);
        if (!field) {
            return refused(ErrorCode::NotFound, Core::tr("layer %1 has no field %2").arg(layer.id, id));
        }
        if (isNull(value)) {
            if (field->required) {
                return refused(ErrorCode::Invalid, Core::tr("%1 must be given").arg(field->name.toString()));
            }
            continue;
        }
        auto fits = isNumeric(field->type) ? checkNumber(*field, value) : checkText(*field, value);
        if (!fits) {
            return fits;
        }
    }
    for (const Field &field : layer.fields) {
        if (isNew && field.required && !fields.contains(field.id)) {
            return refused(ErrorCode::Invalid, Core::tr("%1 must be given").arg(field.name.toString()));
        }
    }
    return {};
}

Result<void> checkKeyIsFree(const Database &database, const LayerSchema &layer, const std::map<QString, Value> &fields,
                            FeatureId feature)
{
    const auto key = fields.find(layer.keyField);
    if (layer.keyField.isEmpty() || key == fields.end() || isNull(key->second)) {
        return {};
    }
    auto owner = database.integer(QStringLiteral("SELECT coalesce((SELECT id FROM %1 WHERE %2 = ? AND id <> ?), 0)")
                                      .arg(quoted(layer.id), quoted(layer.keyField)),
                                  {key->second, feature.value});
    if (!owner) {
        return owner.error();
    }
    if (*owner != 0) {
        return refused(ErrorCode::Conflict,
                       Core::tr("%1 %2 is taken by feature %3")
                           .arg(layer.findField(layer.keyField)->name.toString(), valueText(key->second))
                           .arg(*owner),
                       Core::tr("Choose another one."));
    }
    return {};
}

} // namespace cuntu
