// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snapshot/project_snapshot.h"
#include "core/suitability/criterion_spec.h"
#include "core/suitability/weighed_land.h"
#include "core/terrain/walking.h"

namespace cuntu {

/// Which land is measured, and with what.
struct LandQuery {
    QString terrain;    ///< file of heights
    QString area;       ///< layer of polygons: only land in them, an exclusion "outside"; empty: all of `window`
    Box window;         ///< in the project's CRS; empty: that of the area
    double cell_m = 50; ///< size of a cell
    std::vector<CriterionSpec> criteria;
    Walking walking;
    QString ways;             ///< layer of lines to ride along for Measure::Travel; empty: on foot only
    double ride_km_h = 30;    ///< on them
    double mostUnknown = 0.5; ///< share of the land whose height may be unknown
};

/// All criteria and exclusions of @p query, measured on a grid in a plane in metres (the project's, else the one that
/// fits). Layers that may be missing are left out with a note. NotFound for the terrain, a layer or a field that is not
/// there (naming those that are), OutOfRange where heights are unknown for more of the land than may be (with how much
/// that is), or there are more than 25 million cells (with the size of cell that would do), Invalid for a layer without
/// features or double ids; cancelled. Memory: 8 bytes a cell and criterion. On a job's thread.
CUNTU_CORE_EXPORT Result<Immutable<WeighedLand>> measureLand(const LandQuery &query, const ProjectSnapshot &project,
                                                             const JobContext &job);

} // namespace cuntu
