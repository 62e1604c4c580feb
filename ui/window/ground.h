// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/project_state.h"
#include "ui/window/view_state.h"

#include <span>

namespace cuntu::ui {

/// Where an area is, and what it is on the map.
struct Ground {
    Box box;          ///< in the project's CRS; empty: no layer knows it
    Selection itself; ///< its own feature; empty: no layer has one
};

/// Grounds of @p areas, in their order: of the feature with the area's code, or of all below it, in the layers of
/// areas. On a job's thread; cancelled. O(areas * features of those layers).
Result<std::vector<Ground>> groundsOf(const ProjectState &state, std::span<const AreaCode> areas,
                                      const JobContext &job);

} // namespace cuntu::ui
