// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/progress/target.h"

namespace cuntu {

/// Two targets that promise different things of the same indicator, area and scope, with the same parameters.
struct TargetConflict {
    qint64 first = 0; ///< Target::id
    qint64 second = 0;
    QString sentence; ///< what differs, in language()
};

/// Targets that disagree: another value for the same due day, or another due day (or none) for the same value. Stages
/// of one promise - both value and day differ - are no conflict, nor are targets that are closed, failed or drafts.
CUNTU_CORE_EXPORT std::vector<TargetConflict> targetConflicts(const std::vector<Target> &targets);

} // namespace cuntu
