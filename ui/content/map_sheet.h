// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/compose/map_page.h"
#include "ui/content/map_content.h"

namespace cuntu {

/// A map sheet that is wanted.
struct SheetRequest {
    MapContent content;
    QSize size{1600, 1200}; ///< pixels
    Box extent;             ///< in the project's CRS; empty: everything
};

/// The sheet with its texts: the project's name as title, the overlay and its programme's main figure on the day below
/// it, the date and the revision in the corner. NotFound where there is nothing to draw. Any thread.
Result<MapPage> mapSheet(const Project &project, const ProjectSnapshot &snapshot, const SheetRequest &request,
                         const JobContext &job);

} // namespace cuntu
