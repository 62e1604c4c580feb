// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/geo/geometry.h"
#include "core/io/height_grid.h"

namespace cuntu {

/// Heights of the ground along a line.
struct CUNTU_CORE_EXPORT HeightProfile {
    struct Sample {
        double station_m = 0; ///< along the line from its beginning, on the ellipsoid
        double height_m = 0;  ///< not-a-number: the terrain model does not have it
        Point position;       ///< in the line's CRS
    };
    std::vector<Sample> samples; ///< the vertices of the line, and places between them
    double length_m = 0;
    double ascent_m = 0;  ///< sum of all that goes up, from sample to sample
    double descent_m = 0; ///< likewise down
    double lowest_m = 0;  ///< not-a-number where no height is known
    double highest_m = 0;
    double steepest_percent = 0; ///< between two samples, up or down

    /// The place at @p station_m, straight between samples; the beginning or the end beyond them. There is one sample
    /// at least.
    Sample at(double station_m) const;
};

/// The profile of @p line, which is in @p crs, over the terrain model @p grid: a sample at each vertex and between them
/// about every cell, at most @p most in all. The parts follow each other; a gap between two has no length. Positions
/// without a CRS are in metres and are taken to be in that of the grid. Invalid for a line without length; UnknownCrs;
/// cancelled. Any thread.
CUNTU_CORE_EXPORT Result<HeightProfile> heightProfile(const Geometry &line, const Crs &crs, const HeightGrid &grid,
                                                      std::size_t most, const JobContext &job);

/// As above over the file @p terrain. What readHeights() reports too.
CUNTU_CORE_EXPORT Result<HeightProfile> heightProfile(const Geometry &line, const Crs &crs, const QString &terrain,
                                                      const JobContext &job);

} // namespace cuntu
