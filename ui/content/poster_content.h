// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "maps/compose/poster.h"

namespace cuntu {

/// A poster that is wanted.
struct PosterRequest {
    QString overlay; ///< id
    Day asOf;
    AreaCode area;                        ///< empty: the whole project
    QString paper = QStringLiteral("A1"); ///< A0 to A4
    bool upright = false;
    QString title;         ///< empty: the area's or the project's name, and the overlay's
    QString approval;      ///< number under which the map was reviewed (审图号)
    bool isPublic = false; ///< not for internal use; needs the number
};

/// The sizes of paper that a poster can have.
QStringList posterPapers();

/// The poster of an overlay: its map, the main figure of its programme, what is done, under way and left, and what is
/// left by township with who answers for it by the targets. NotFound for an overlay, a paper or an area that there is
/// not, or nothing to draw; Invalid for a public one without a number of review (DOMAIN D.6). Any thread.
Result<Poster> makePoster(const Project &project, const ProjectSnapshot &snapshot, const PosterRequest &request,
                          const JobContext &job);

} // namespace cuntu
