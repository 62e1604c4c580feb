// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/height_profile.h"
#include "plugins/water/rating.h"

namespace cuntu::water {

/// The straight way from somebody to water, over the ground.
struct FetchWay {
    double distance_m = 0; ///< on the map
    double ground_m = 0;   ///< over the ground; not-a-number where heights are not known
    double climb_m = 0;    ///< difference of heights between the two ends, without a sign; likewise
    double ascent_m = 0;   ///< all that goes up on the way to the water and back; likewise
};

/// The way from @p from to @p to, both in @p crs, over @p grid. Cancelled, UnknownCrs.
Result<FetchWay> fetchWay(Point from, Point to, const Crs &crs, const HeightGrid &grid, const JobContext &job);

/// How convenient @p way is by @p set: the worse of its distance and its climb.
Rating rateWay(const FetchWay &way, const RuleSet &set);

} // namespace cuntu::water
