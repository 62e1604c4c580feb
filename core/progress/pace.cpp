// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/pace.h"

#include <algorithm>

namespace cuntu {

std::optional<Pace> meanPaceOf(const DatedValues &values, Day start)
{
    const auto after =
        std::find_if(values.begin(), values.end(), [&](const auto &value) { return value.first > start; });
    if (values.empty()) {
        return std::nullopt;
    }
    const auto &[firstDay, first] = after == values.begin() ? values.front() : *(after - 1);
    const auto &[lastDay, last] = values.back();
    if (firstDay == lastDay) {
        return std::nullopt;
    }
    return Pace{(last - first) / daysBetween(firstDay, lastDay), std::nullopt};
}

std::optional<Pace> paceOf(const DatedValues &values, Day start, Day windowStart)
{
    DatedValues window;
    std::copy_if(values.begin(), values.end(), std::back_inserter(window),
                 [&](const auto &value) { return value.first >= windowStart; });
    if (const std::optional<RobustSlope> robust = theilSen(window)) {
        const bool lump = robust->median == 0 && window.back().second > window.front().second;
        if (!lump) {
            return Pace{robust->median, robust};
        }
    }
    return meanPaceOf(values, start);
}

Day lastRise(const DatedValues &values)
{
    std::size_t last = values.size() - 1;
    while (last > 0 && values[last].second <= values[last - 1].second) {
        --last;
    }
    return values[last].first;
}

} // namespace cuntu
