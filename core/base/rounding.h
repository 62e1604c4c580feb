// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace cuntu {

/// @p value to so many @p decimals, halves away from nothing; what is not finite stays as it is.
inline double rounded(double value, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale;
}

} // namespace cuntu
