// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

namespace cuntu {

/// Distance, cost or bound of what cannot be.
inline constexpr double k_never = std::numeric_limits<double>::infinity();
/// Index of nothing.
inline constexpr std::uint32_t k_none = std::numeric_limits<std::uint32_t>::max();

} // namespace cuntu
