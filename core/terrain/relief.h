// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terrain/grid.h"

namespace cuntu {

/// Where the light of a relief comes from.
struct Light {
    double azimuth_deg = 315; ///< clockwise from north
    double altitude_deg = 45; ///< above the level
};

// What follows from the heights around each cell, by Horn's method (Horn 1981, 'Hill shading and the reflectance map',
// Proc. IEEE 69, p. 18: differences over three rows with the weights 1 2 1). At the edge and beside unknown heights the
// difference to the middle stands in for that across it, with its weight; a cell without a height, or without any
// neighbour to either side, is not-a-number. Sizes of cells in degrees are those at their latitude. On all processors;
// the only Error is 'cancelled'. Any thread.

/// Steepness, degrees from the level, 0 to 90.
CUNTU_CORE_EXPORT Result<Grid> slope_deg(const HeightGrid &heights, const JobContext &job);
/// Where the land falls to, degrees clockwise from north, 0 to 360; not-a-number where it is level.
CUNTU_CORE_EXPORT Result<Grid> aspect_deg(const HeightGrid &heights, const JobContext &job);
/// Brightness 0 to 255: 255 (sin(altitude) cos(slope) + cos(altitude) sin(slope) cos(azimuth - aspect)), at least 0.
CUNTU_CORE_EXPORT Result<Grid> hillshade(const HeightGrid &heights, const Light &light, const JobContext &job);
/// Terrain ruggedness index: the root of the squared differences to the eight cells around, in metres (Riley,
/// DeGloria and Elliot 1999, Intermountain Journal of Sciences 5). Not-a-number where one of the nine is unknown.
CUNTU_CORE_EXPORT Result<Grid> ruggedness_m(const HeightGrid &heights, const JobContext &job);

} // namespace cuntu
