// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/milestone.h"
#include "core/store/database.h"

namespace cuntu {

/// Targets that hold (neither removed nor replaced by a later version), in the order in which their first versions were
/// entered; with @p known as they held at the end of that moment. `parent` names the version of the parent that holds.
Result<std::vector<Target>> readTargets(const Database &database, std::optional<Instant> known);
/// All versions of the target of which @p id is one, oldest first. Empty: there is none.
Result<std::vector<TargetVersion>> readTargetVersions(const Database &database, qint64 id);
/// Adds a target, or a version of one (Target::replaces), and gives its number.
Result<qint64> insertTarget(Database &database, const Target &target, ActionId action);

} // namespace cuntu
