// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/indicator.h"

namespace cuntu {

std::optional<double> valueOf(const Indicator &indicator, double numerator, double denominator)
{
    if (indicator.kind == Indicator::Kind::Sum) {
        return numerator;
    }
    return denominator == 0 ? std::nullopt : std::optional(100 * numerator / denominator);
}

} // namespace cuntu
