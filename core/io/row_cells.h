// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/row_check.h"

namespace cuntu {

/// The value of field @p fieldId in a row of @p schema, or null where there is no such field or nothing in it.
CUNTU_CORE_EXPORT const Value *cellOf(const LayerSchema &schema, const FeatureRow &row, QStringView fieldId);
/// The same as a number; empty for anything else.
CUNTU_CORE_EXPORT std::optional<double> numberOf(const LayerSchema &schema, const FeatureRow &row, QStringView fieldId);
/// The same as a text; empty for anything else. Dates are texts in ISO form, which compare as the days do.
CUNTU_CORE_EXPORT QString textOf(const LayerSchema &schema, const FeatureRow &row, QStringView fieldId);

} // namespace cuntu
