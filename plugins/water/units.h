// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/station_text.h"

namespace cuntu::water {

inline constexpr double k_hundred = 100; ///< percent
inline constexpr double k_litresInM3 = 1000;
/// An end of a main joins another that is so near.
inline constexpr double k_jointMetres = 10;

} // namespace cuntu::water
