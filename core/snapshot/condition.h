// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/snapshot/layer_snapshot.h"

namespace cuntu {

/// Something that a field of a feature may fulfil.
struct Condition {
    enum class Comparison { Is, IsNot, Less, AtMost, More, AtLeast, Contains, BeginsWith, IsEmpty, IsNotEmpty };
    QString field; ///< id
    Comparison comparison = Comparison::Is;
    QString operand; ///< as people type it; none for IsEmpty and IsNotEmpty
    bool operator==(const Condition &) const = default;
};

/// Whether all conditions must hold, or one is enough.
enum class Match { All, Any };

/// The rows of @p layer that fulfil @p conditions, ascending; all rows without any. Text is compared without regard to
/// case; choices go by id, name or synonym, dates and numbers by their value. An empty cell fulfils IsNot and IsEmpty
/// only. The fields of the conditions must be loaded. O(rows x conditions). Any thread. Misused for a field that is not
/// there, Invalid for an operand that is no number, date, choice or yes or no where the field wants one.
CUNTU_CORE_EXPORT Result<std::vector<std::uint32_t>> rowsWhere(const LayerSnapshot &layer,
                                                               const std::vector<Condition> &conditions, Match match);

} // namespace cuntu
