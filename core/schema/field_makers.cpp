// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/field_makers.h"

namespace cuntu::field_makers {

Field field(const QString &fieldId, const Text &name, FieldType type, const QStringList &synonyms, const QString &unit)
{
    Field made;
    made.id = fieldId;
    made.name = name;
    made.type = type;
    made.synonyms = synonyms;
    made.unit = unit;
    return made;
}

Field choice(const QString &fieldId, const Text &name, std::vector<Choice> choices, const QStringList &synonyms)
{
    Field made = field(fieldId, name, FieldType::Choice, synonyms);
    made.choices = std::move(choices);
    return made;
}

Field withHelp(Field made, const Text &help)
{
    made.help = help;
    return made;
}

Field notNegative(Field made)
{
    made.min = 0;
    return made;
}

Field between(Field made, double least, double most)
{
    made.min = least;
    made.max = most;
    return made;
}

Field required(Field made)
{
    made.required = true;
    return made;
}

} // namespace cuntu::field_makers
