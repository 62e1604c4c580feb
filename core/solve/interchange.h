// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/siting.h"

namespace cuntu {

/// Improves @p open by exchanging one open site for a closed one, and, where the number of sites is free, by adding or
/// dropping one, until nothing helps. What a site gains, what its loss costs and by how much the two overlap are kept
/// up to date by the demands that a move touches (Resende and Werneck 2007, doi:10.1016/j.ejor.2005.05.031). Fixed
/// sites stay, forbidden ones never come in. Stops early when the job is cancelled. Ascending.
std::vector<std::uint32_t> interchange(const SitingProblem &problem, std::vector<std::uint32_t> open,
                                       const JobContext &job);

/// Sites picked one after the other, each the one that saves most, the fixed ones first.
std::vector<std::uint32_t> greedySites(const SitingProblem &problem);

} // namespace cuntu
