// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/parameter_makers.h"

namespace cuntu {

Parameter plainParameter(const QString &id, ParameterType type, const Text &name, const Text &help)
{
    Parameter made;
    made.id = id;
    made.type = type;
    made.name = name;
    made.help = help;
    return made;
}

Parameter fieldParameter(const QString &id, const QString &layer, const Text &name, const Text &help,
                         std::vector<FieldType> types)
{
    Parameter made = plainParameter(id, ParameterType::Field, name, help);
    made.layer = layer;
    made.fieldTypes = std::move(types);
    return made;
}

Parameter numberParameter(const QString &id, const Text &name, const Text &help, const QString &unit, double least,
                          double most, double value)
{
    Parameter made = plainParameter(id, ParameterType::Number, name, help);
    made.unit = unit;
    made.min = least;
    made.max = most;
    made.defaultValue = QString::number(value);
    return made;
}

Parameter yesNoParameter(const QString &id, const Text &name, const Text &help, bool value)
{
    Parameter made = plainParameter(id, ParameterType::Boolean, name, help);
    made.defaultValue = value ? QStringLiteral("true") : QStringLiteral("false");
    return made;
}

Parameter choiceParameter(const QString &id, const Text &name, const Text &help, std::vector<Choice> choices)
{
    Parameter made = plainParameter(id, ParameterType::Choice, name, help);
    made.defaultValue = choices.front().id;
    made.choices = std::move(choices);
    return made;
}

Parameter whole(Parameter parameter)
{
    parameter.type = ParameterType::Integer;
    return parameter;
}

Parameter optional(Parameter parameter)
{
    parameter.defaultValue.clear();
    return parameter;
}

Parameter required(Parameter parameter)
{
    parameter.required = true;
    return parameter;
}

} // namespace cuntu
