// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/outcome_cell.h"

#include <cmath>

namespace cuntu {

Field outcomeField(const QString &id, const Text &name, FieldType type, const QString &unit)
{
    Field field;
    field.id = id;
    field.name = name;
    field.type = type;
    field.unit = unit;
    return field;
}

Value outcomeCell(const QString &text)
{
    return text.isEmpty() ? Value() : Value(text.toStdString());
}

Value outcomeCell(double number)
{
    return std::isnan(number) ? Value() : Value(number);
}

Value outcomeCell(bool yes)
{
    return std::int64_t(yes ? 1 : 0);
}

} // namespace cuntu
