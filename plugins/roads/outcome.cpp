// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/roads/outcome.h"

#include <cmath>

namespace cuntu::roads {

Field outcomeField(const QString &id, const Text &name, FieldType type, const QString &unit)
{
    Field field;
    field.id = id;
    field.name = name;
    field.type = type;
    field.unit = unit;
    return field;
}

Value cell(const QString &text)
{
    return text.isEmpty() ? Value() : Value(text.toStdString());
}

Value cell(double number)
{
    return std::isnan(number) ? Value() : Value(number);
}

Value cell(bool yes)
{
    return std::int64_t(yes ? 1 : 0);
}

} // namespace cuntu::roads
