// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/row_cells.h"

namespace cuntu {

const Value *cellOf(const LayerSchema &schema, const FeatureRow &row, QStringView fieldId)
{
    for (std::size_t i = 0; i < schema.fields.size() && i < row.values.size(); ++i) {
        if (schema.fields[i].id == fieldId && !isNull(row.values[i])) {
            return &row.values[i];
        }
    }
    return nullptr;
}

std::optional<double> numberOf(const LayerSchema &schema, const FeatureRow &row, QStringView fieldId)
{
    const Value *value = cellOf(schema, row, fieldId);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (const auto *whole = std::get_if<std::int64_t>(value)) {
        return static_cast<double>(*whole);
    }
    const auto *real = std::get_if<double>(value);
    return real == nullptr ? std::nullopt : std::optional(*real);
}

QString textOf(const LayerSchema &schema, const FeatureRow &row, QStringView fieldId)
{
    const Value *value = cellOf(schema, row, fieldId);
    const auto *text = value == nullptr ? nullptr : std::get_if<std::string>(value);
    return text == nullptr ? QString() : QString::fromStdString(*text);
}

} // namespace cuntu
