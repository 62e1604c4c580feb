// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/field.h"

/// Short ways to declare the fields of a layer: `notNegative(field(u"width_m"_s, {u"宽"_s, u"Width"_s},
/// FieldType::Real))`.
namespace cuntu::field_makers {

/// A field with what nearly all have.
CUNTU_CORE_EXPORT Field field(const QString &fieldId, const Text &name, FieldType type,
                              const QStringList &synonyms = {}, const QString &unit = {});
/// A field that holds one of @p choices.
CUNTU_CORE_EXPORT Field choice(const QString &fieldId, const Text &name, std::vector<Choice> choices,
                               const QStringList &synonyms);
/// @p made with words about it.
CUNTU_CORE_EXPORT Field withHelp(Field made, const Text &help);
/// @p made, 0 or more.
CUNTU_CORE_EXPORT Field notNegative(Field made);
/// @p made, from @p least to @p most.
CUNTU_CORE_EXPORT Field between(Field made, double least, double most);
/// @p made, without which a row is rejected.
CUNTU_CORE_EXPORT Field required(Field made);

} // namespace cuntu::field_makers
