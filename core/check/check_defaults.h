// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cuntu {

// What the host's rules go by where the project's settings "check.*" say nothing else.

inline constexpr double k_outside_m = 500;    ///< a position so far outside its village's border is wrong (DOMAIN C.1)
inline constexpr double k_tolerance_m2 = 100; ///< what two ways of rounding leave along a long border is less
inline constexpr double k_dangling_m = 20;    ///< an end so near to another line was meant to meet it
inline constexpr double k_overshoot_m = 5;    ///< a stub so short beyond a crossing was not meant
inline constexpr double k_atOnePlace = 5;     ///< so many features at one position are suspicious
inline constexpr double k_sameFigures = 5;    ///< so many rows of a village with the same figures are suspicious

} // namespace cuntu
