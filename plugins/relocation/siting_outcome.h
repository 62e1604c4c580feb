// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/relocation/siting_input.h"

namespace cuntu::relocation {

/// Invalid where a choice leaves somebody out, with how many, and how many sites it would take at least: the network
/// falls into parts, and each part with demand needs a site of its own.
Result<void> refuseUnserved(const SitingInput &siting, const SiteChoice &choice);

/// A choice as figures (objective, bound, gap, optimal, sites by name, mean and longest way) and two layers: the sites
/// with what each serves, and a line from each demand to its site. @p what: which algorithm, in the layers' ids.
Outcome sitingOutcome(const SitingInput &siting, const SiteChoice &choice, const QString &what);

} // namespace cuntu::relocation
