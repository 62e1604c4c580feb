// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/date.h"
#include "core/base/ids.h"
#include "core/export.h"
#include "core/geo/geometry.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cuntu {

/// One cell: nothing, a whole number, a real number, or UTF-8 text. Dates are text 'YYYY-MM-DD', booleans 0 or 1.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

/// True where there is nothing.
inline bool isNull(const Value &value)
{
    return std::holds_alternative<std::monostate>(value);
}

/// @p value as text; numbers with as many digits as they need, at most 12.
CUNTU_CORE_EXPORT QString valueText(const Value &value);

/// Where a feature stands in a programme's life cycle.
struct RowStatus {
    QString programme;       ///< id
    QString status;          ///< id
    std::optional<Day> date; ///< since when; empty: not said
};

/// One feature on its way into or out of a layer's table.
struct FeatureRow {
    FeatureId id;                    ///< none: a new feature
    std::vector<Value> values;       ///< one per field of the layer's schema, in its order
    Geometry geometry;               ///< in the project's CRS; empty: none
    std::vector<RowStatus> statuses; ///< where it stands in the layer's life cycles, as far as that is said
    qint64 sourceRow = 0;            ///< line or row in the file it came from, 1-based
};

/// What @p row says of @p programme's life cycle, or null.
inline const RowStatus *statusOf(const FeatureRow &row, const QString &programme)
{
    for (const RowStatus &status : row.statuses) {
        if (status.programme == programme) {
            return &status;
        }
    }
    return nullptr;
}

} // namespace cuntu
