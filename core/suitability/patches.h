// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/geometry.h"
#include "core/suitability/weighed_land.h"

namespace cuntu {

/// What makes cells a patch.
struct PatchRules {
    double leastScore = 0.6;
    double leastArea_m2 = 10'000;
    double mostArea_m2 = 100'000;
    bool eightNeighbours = false; ///< cells that meet at a corner hang together
    /// What is narrower than this many cells on both sides of a cell is no part of a patch; 0: all is.
    int openingRadius = 1;
    std::size_t most = 200; ///< so many at most, the best seeds first
};

/// Connected land that is good enough.
struct LandPatch {
    std::vector<std::size_t> cells; ///< ascending
    Geometry outline;               ///< in the grid's CRS, along the edges of its cells
    double area_m2 = 0;             ///< on the ellipsoid
    double score = 0;               ///< mean of its cells
    std::vector<double> values;     ///< mean value of each criterion
    /// 1 for a disc, towards 0 for what is long or ragged: 4 pi area / perimeter^2, in the plane.
    double compactness = 0;
};

/// Patches on @p scores, which are those of @p land: cells of at least the score, thin parts taken off (opened with a
/// square of openingRadius), then grown one after the other, from the best cell that is left (of equal ones the first)
/// outwards by distance over connected cells, until mostArea_m2; what is left over and smaller than leastArea_m2 is
/// none. Best mean score first, of equal ones the one found first. Patches share no cell, and those that lie side by
/// side have their edge in common without gaps. O(n log n); the same in every run. Invalid for areas that are no range;
/// cancelled.
CUNTU_CORE_EXPORT Result<std::vector<LandPatch>> findPatches(const WeighedLand &land, const Grid &scores,
                                                             const PatchRules &rules, const JobContext &job);

/// The ground of @p cells (ascending) as polygons along their edges: a ring around each part that hangs together over
/// sides, and its holes; corners on straight edges are left out.
CUNTU_CORE_EXPORT Geometry outlineOf(const GridFrame &frame, std::span<const std::size_t> cells);

/// How far a limit must be loosened, alone, until a patch of enough area is there.
struct Loosening {
    std::size_t exclusion = 0;
    std::optional<double> limit; ///< the new one; empty: the exclusion must go
    double largest_m2 = 0;       ///< the largest connected area then
};
/// Of each exclusion that is on, without which connected cells of @p rules' leastArea_m2 would be open, regardless of
/// scores: the smallest such loosening. In the order of the exclusions; empty: no single one would do. O(cells x log
/// cells) each; cancelled.
CUNTU_CORE_EXPORT Result<std::vector<Loosening>> smallestLoosenings(const WeighedLand &land, const ExclusionsOn &on,
                                                                    const PatchRules &rules, const JobContext &job);

} // namespace cuntu
