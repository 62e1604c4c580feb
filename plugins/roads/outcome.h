// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/algorithm/algorithm.h"

namespace cuntu::roads {

/// A field of a result layer.
Field outcomeField(const QString &id, const Text &name, FieldType type, const QString &unit = {});

/// A value for a cell: nothing for an empty text or not-a-number.
Value cell(const QString &text);
Value cell(double number);
Value cell(bool yes);

} // namespace cuntu::roads
