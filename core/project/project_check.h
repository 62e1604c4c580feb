// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

namespace cuntu {

/// Looks for everything that can be wrong with a project's data: the file itself (SQLite's integrity check), invalid
/// geometry, area codes that are not in the tree or do not fit their parent, features whose area does not exist,
/// positions outside their village (by more than 500 m, DOMAIN C.1), and what the programmes declare. Any thread.
CUNTU_CORE_EXPORT Result<std::vector<CheckFinding>> checkProject(const Project &project, const JobContext &job);

} // namespace cuntu
