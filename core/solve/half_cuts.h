// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/solve/siting.h"

#include <array>
#include <functional>

namespace cuntu {

/// Three demands of a coverage that need two sites between them unless one site serves two of them:
///
///     unserved(a) + unserved(b) + unserved(c)  >=  2 - sum over sites of  times x open
///
/// where a site that serves one or two of the three counts once, and one that serves all three twice. It follows from
/// adding their three conditions, halving, and rounding: a {0, 1/2}-cut (Caprara and Fischetti 1996,
/// doi:10.1007/BF02592196). A third of a site here and there, which serves everybody by a bit, is what it forbids.
struct HalfCut {
    struct Part {
        std::uint32_t site = 0;
        int times = 0; ///< 1 or 2
    };
    std::array<std::uint32_t, 3> demands{}; ///< ascending
    std::vector<Part> sites;
};

/// Cuts that @p shares breaks, the parts of each candidate of @p problem that a relaxation opens, 0 to 1: those with
/// the most to gain first, at most @p most, no demand in more than two of them. All listed costs must be 0. Where
/// @p mustStop says so the search ends with what it has. The same input gives the same cuts where it does not. Any
/// thread.
CUNTU_CORE_EXPORT std::vector<HalfCut> findHalfCuts(const SitingProblem &problem, const std::vector<double> &shares,
                                                    std::size_t most, const std::function<bool()> &mustStop);

} // namespace cuntu
