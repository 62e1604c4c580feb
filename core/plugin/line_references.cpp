// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plugin/line_references.h"

#include <algorithm>

namespace cuntu {

namespace {

const QString k_from = QStringLiteral("from_km");
const QString k_to = QStringLiteral("to_km");
const QString k_length = QStringLiteral("length_km");

bool isKilometres(const LayerSchema &schema, const QString &fieldId)
{
    const Field *field = schema.findField(fieldId);
    return field != nullptr && field->type == FieldType::Real && field->unit == QStringLiteral("km");
}

bool isLinesOf(const LayerSchema &lines, const LayerSchema &stretches)
{
    return lines.geometry == GeometryType::Line && lines.programme == stretches.programme && lines.id != stretches.id &&
           !lines.keyField.isEmpty() && lines.keyField != stretches.keyField &&
           stretches.findField(lines.keyField) != nullptr;
}

} // namespace

std::optional<LineReference> lineReferenceOf(const Registry &registry, QStringView layer)
{
    const auto stretches = registry.layerSchema(layer);
    if (!stretches || stretches->geometry != GeometryType::Line || !isKilometres(*stretches, k_from) ||
        !isKilometres(*stretches, k_to)) {
        return std::nullopt;
    }
    const auto lines = std::find_if(registry.layers.begin(), registry.layers.end(),
                                    [&](const LayerSchema &each) { return isLinesOf(each, *stretches); });
    if (lines == registry.layers.end()) {
        return std::nullopt;
    }
    return LineReference{stretches->id, lines->keyField, k_from,
                         k_to,          lines->id,       isKilometres(*lines, k_length) ? k_length : QString()};
}

std::vector<LineReference> lineReferences(const Registry &registry)
{
    std::vector<LineReference> references;
    for (const LayerSchema &layer : registry.layers) {
        if (auto reference = lineReferenceOf(registry, layer.id)) {
            references.push_back(std::move(*reference));
        }
    }
    return references;
}

} // namespace cuntu
