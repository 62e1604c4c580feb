// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/siting.h"

namespace cuntu {

/// What is left of a problem of coverage once sites were decided on. Private to core/solve.
struct SitingRestriction {
    SitingProblem problem;             ///< over the sites that are not forbidden; its cost is that of the whole problem
    std::vector<std::uint32_t> siteOf; ///< per candidate of `problem`: that of the whole one
    std::vector<double> prices;        ///< per demand of `problem`
};

/// @p problem with the sites as @p rules have them: demands that a fixed one serves are gone, those that the same sites
/// serve are one, with the sum of their @p prices; sites that others make needless are gone.
SitingRestriction restrictedCover(const SitingProblem &problem, const std::vector<SiteRule> &rules,
                                  const std::vector<double> &prices);

} // namespace cuntu
