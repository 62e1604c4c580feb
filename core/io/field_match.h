// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/layer_schema.h"

#include <QMap>
#include <QStringList>

namespace cuntu {

/// Finds for each of @p headings the field of @p schema it means: by the user's @p fieldMap (field id -> heading), then
/// by id, name in either language or synonym, compared without case, spaces, units in brackets and punctuation;
/// ESRI's ten-byte cut names match the beginning of a longer one. Also the special columns of SourceColumn::field,
/// "@period" for each of several headings that are periods (core/io/period_heading.h).
/// A key of fieldMap that begins with '-' says that its heading is not used.
/// The result has one entry per heading, empty where nothing fits; a field is given to one heading only, the best.
/// NotFound when fieldMap names a heading or a field that does not exist.
CUNTU_CORE_EXPORT Result<QStringList> matchFields(const QStringList &headings, const LayerSchema &schema,
                                                  const QMap<QString, QString> &fieldMap);

} // namespace cuntu
