// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/algorithm/parameter_makers.h"

namespace cuntu {

namespace {

Parameter named(const QString &id, const Text &name, const Text &help)
{
    Parameter made;
    made.id = id;
    made.name = name;
    made.help = help;
    return made;
}

} // namespace

Parameter numberParameter(const QString &id, const Text &name, const Text &help, const QString &unit, double least,
                          double most, double value)
{
    Parameter made = named(id, name, help);
    made.unit = unit;
    made.min = least;
    made.max = most;
    made.defaultValue = QString::number(value);
    return made;
}

Parameter yesNoParameter(const QString &id, const Text &name, const Text &help, bool value)
{
    Parameter made = named(id, name, help);
    made.type = ParameterType::Boolean;
    made.defaultValue = value ? QStringLiteral("true") : QStringLiteral("false");
    return made;
}

Parameter choiceParameter(const QString &id, const Text &name, const Text &help, std::vector<Choice> choices)
{
    Parameter made = named(id, name, help);
    made.type = ParameterType::Choice;
    made.defaultValue = choices.front().id;
    made.choices = std::move(choices);
    return made;
}

} // namespace cuntu
