// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/areas/area_changes.h"
#include "core/io/source.h"
#include "core/project/project.h"

namespace cuntu {

class Database;

/// A list of townships or villages as a file gives it.
struct AreaListFile {
    std::vector<ListedArea> areas;
    std::map<AreaCode, Geometry> outlines; ///< in the project's CRS; of those that have one
};

/// Reads @p options' file as a list of areas: columns of codes and names as for the roles townships and villages, and
/// outlines where it has them (brought into @p crs; left out where that is invalid). Totals rows are passed over.
/// Invalid, with the row, for a code that is none; what Source::open() says for the file.
CUNTU_CORE_EXPORT Result<AreaListFile> readAreaList(const SourceOptions &options, const Registry &registry,
                                                    const Crs &crs, const JobContext &job);

/// Compares the areas that @p project has on the day before @p date with those of @p lists, of which each may hold
/// townships, villages or both. By ground too, where villages of both have outlines. Conflict where the project has no
/// areas of the lists' counties.
CUNTU_CORE_EXPORT Result<AreaChanges> compareWithProject(const ProjectSnapshot &project,
                                                         const std::vector<AreaListFile> &lists, Day date,
                                                         const JobContext &job);

/// Writes @p changes, inside the caller's transaction: events, the last day of what is gone or was renamed, and what
/// exists from then on.
Result<void> storeAreaChanges(Database &database, const AreaChanges &changes, ActionId action);

} // namespace cuntu
