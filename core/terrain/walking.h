// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terrain/grid.h"

#include <span>

namespace cuntu {

/// How people walk over land.
struct CUNTU_CORE_EXPORT Walking {
    double factor = 1; ///< of the speed: Tobler takes 0.6 off the paths and 1.25 on horseback
    /// Nobody walks along what is steeper, degrees from the level; below 90.
    double mostSlope_deg = 45;
    /// Ways that take longer are not looked for; infinity: all.
    double mostMinutes = std::numeric_limits<double>::infinity();
    bool fromSource = false; ///< minutes away from the sources instead of towards them
    /// Per cell, multiplies the speed in it; 0: closed, as a lake. Empty: 1 everywhere.
    std::vector<float> cellFactors = {};
    /// Per cell, metres a minute of who rides through it, whatever the slope; 0: nobody can. A step between two
    /// such cells is ridden. Empty: nobody rides.
    std::vector<float> rideSpeeds_m_min = {};

    /// Metres a minute where the land rises @p rise metres a metre in the direction of walking (falls where it is
    /// negative), by Tobler's hiking function: 6 km/h exp(-3.5 |rise + 0.05|), fastest down a slope of 1:20 (Tobler
    /// 1993, 'Three presentations on geographical analysis and modeling', NCGIA Technical Report 93-1, p. 3).
    double speed_m_min(double rise) const;
};

/// Minutes on foot from each cell to the nearest of @p sources, which are in the grid's CRS, by the quickest way over
/// land; infinite where no way leads there, not-a-number where the height is unknown.
///
/// Ways go from the centre of a cell to those around it and to those a knight's move away, between cells whose heights
/// are known; a way with bends is up to 2.8 % longer than a straight one. A step's time is its horizontal length over
/// the speed at its slope. Up and down differ. The search is Dijkstra's with buckets as wide as the quickest step
/// (Denardo and Fox 1979, doi:10.1287/opre.27.1.161), so exact on these steps and the same in every run. About 0.7 s
/// for a million cells; 12 bytes a cell. NotFound where no source lies in the grid, Invalid where no source has a
/// height or cellFactors does not fit the grid; cancelled. Any thread, several at once.
CUNTU_CORE_EXPORT Result<Grid> travelTimes(const HeightGrid &heights, std::span<const Point> sources,
                                           const Walking &walking, const JobContext &job);

/// As travelTimes() for points, with cells as sources, such as those burn() gives.
CUNTU_CORE_EXPORT Result<Grid> travelTimesToCells(const HeightGrid &heights, std::span<const std::size_t> sources,
                                                  const Walking &walking, const JobContext &job);

} // namespace cuntu
