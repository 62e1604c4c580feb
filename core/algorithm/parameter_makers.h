// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/parameter.h"

namespace cuntu {

/// Short ways to declare parameters. One of @p type, without a default.
CUNTU_CORE_EXPORT Parameter plainParameter(const QString &id, ParameterType type, const Text &name, const Text &help);
/// A field of the layer that parameter @p layer names; empty @p types: of any type.
CUNTU_CORE_EXPORT Parameter fieldParameter(const QString &id, const QString &layer, const Text &name, const Text &help,
                                           std::vector<FieldType> types = {});
/// A number from @p least to @p most, @p value where none is given.
CUNTU_CORE_EXPORT Parameter numberParameter(const QString &id, const Text &name, const Text &help, const QString &unit,
                                            double least, double most, double value);
/// Yes or no.
CUNTU_CORE_EXPORT Parameter yesNoParameter(const QString &id, const Text &name, const Text &help, bool value = false);
/// One of @p choices, of which there is one at least; the first where none is given.
CUNTU_CORE_EXPORT Parameter choiceParameter(const QString &id, const Text &name, const Text &help,
                                            std::vector<Choice> choices);

/// @p parameter as a whole number.
CUNTU_CORE_EXPORT Parameter whole(Parameter parameter);
/// @p parameter without a default: none where nothing is given.
CUNTU_CORE_EXPORT Parameter optional(Parameter parameter);
/// @p parameter as one that must be given.
CUNTU_CORE_EXPORT Parameter required(Parameter parameter);

} // namespace cuntu
