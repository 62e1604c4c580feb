// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/life_cycle.h"

#include <map>

namespace cuntu {

/// The life cycle that works of most programmes go through (DOMAIN B.0.3): IDENTIFIED, PLANNED, APPROVED, CONTRACTED,
/// CONSTRUCTING, COMPLETED, ACCEPTED, IN_SERVICE; DEFECTIVE, REWORK, SUSPENDED, CANCELLED. Its figure physical_progress
/// (%) says how much of a work is built, with the shares by status of DOMAIN E.2. @p synonyms: words of a programme's
/// own tables, by status id.
CUNTU_CORE_EXPORT LifeCycle worksCycle(const QString &id, const Text &name,
                                       const std::map<QString, QStringList> &synonyms);

} // namespace cuntu
