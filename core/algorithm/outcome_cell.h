// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"

namespace cuntu {

/// A field of a layer that an algorithm makes.
CUNTU_CORE_EXPORT Field outcomeField(const QString &id, const Text &name, FieldType type, const QString &unit = {});

/// A value for a cell of such a layer; an empty text is nothing.
CUNTU_CORE_EXPORT Value outcomeCell(const QString &text);
/// Likewise; not-a-number is nothing.
CUNTU_CORE_EXPORT Value outcomeCell(double number);
/// Yes or no, as 1 or 0.
CUNTU_CORE_EXPORT Value outcomeCell(bool yes);

} // namespace cuntu
