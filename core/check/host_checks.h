// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plugin/registry.h"

namespace cuntu {

/// The rules that the host itself looks at, in the order in which a person would put things right: codes, identity
/// numbers, geometry, positions, lines, coincidences, orphans, counts, dates. Their functions have no state and may be
/// called from any thread. A rule that finds more than 10,000 things in a layer gives those and says how many more.
CUNTU_CORE_EXPORT std::vector<Check> hostChecks();

} // namespace cuntu
