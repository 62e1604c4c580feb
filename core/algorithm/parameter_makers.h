// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/parameter.h"

namespace cuntu {

/// Short ways to declare parameters. A number from @p least to @p most, @p value where none is given.
CUNTU_CORE_EXPORT Parameter numberParameter(const QString &id, const Text &name, const Text &help, const QString &unit,
                                            double least, double most, double value);
/// Yes or no.
CUNTU_CORE_EXPORT Parameter yesNoParameter(const QString &id, const Text &name, const Text &help, bool value = false);
/// One of @p choices, of which there is one at least; the first where none is given.
CUNTU_CORE_EXPORT Parameter choiceParameter(const QString &id, const Text &name, const Text &help,
                                            std::vector<Choice> choices);

} // namespace cuntu
