// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/milestone.h"
#include "core/store/database.h"

namespace cuntu {

/// Targets that hold (not removed), in the order they were entered.
Result<std::vector<Target>> readTargets(const Database &database);
/// Adds a target and gives its number.
Result<qint64> insertTarget(Database &database, const Target &target, ActionId action);

} // namespace cuntu
