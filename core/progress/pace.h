// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/milestone.h"

namespace cuntu {

/// Observed values by day, ascending, one a day.
using DatedValues = std::vector<std::pair<Day, double>>;

/// How fast a value rises, in its units per day.
struct Pace {
    double slope = 0;
    std::optional<RobustSlope> range; ///< empty: the slope is a mean
};

/// The pace of @p values: the Theil-Sen slope of those from @p windowStart on; where there are fewer than three of
/// them, or their slope is 0 although they rose (work that is finished in one lump has no slope in most pairs of days),
/// the mean since the last value on or before @p start, or since the first one. Empty for fewer than two days.
std::optional<Pace> paceOf(const DatedValues &values, Day start, Day windowStart);

/// The mean since the last of @p values on or before @p start, or since the first one. Empty for fewer than two days.
std::optional<Pace> meanPaceOf(const DatedValues &values, Day start);

/// The first day on which a value had risen to what it was last; the first day where it never rose.
/// @p values must not be empty.
Day lastRise(const DatedValues &values);

} // namespace cuntu
