// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/siting.h"

namespace cuntu {

/// Makes a problem of coverage smaller without changing its optimum (Toregas and ReVelle 1972,
/// doi:10.1111/j.1435-5597.1972.tb00679.x): all listed costs are 0 and all openings equal.
///
/// - a free site that serves nothing that another one would not serve too becomes forbidden, as long as enough are left
///   for the number of sites that is asked for, and where there is a budget only if the other one is not dearer and no
///   number is asked for;
/// - demands that the same sites serve become one, with the sum of their `otherwise`;
/// - where sites are free in number and every demand must be served (`otherwise` above the opening), a demand that is
///   served whenever another one is, is dropped.
CUNTU_CORE_EXPORT SitingProblem reducedCover(const SitingProblem &problem);

} // namespace cuntu
