// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/style/density_colour.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cuntu {

QColor densityColour(double share)
{
    static const std::array<QColor, 5> steps{QColor(0xFF, 0xFF, 0xB2), QColor(0xFE, 0xCC, 0x5C),
                                             QColor(0xFD, 0x8D, 0x3C), QColor(0xF0, 0x3B, 0x20),
                                             QColor(0xBD, 0x00, 0x26)};
    const double place = std::clamp(share, 0.0, 1.0) * (steps.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), steps.size() - 2);
    const double part = place - static_cast<double>(below);
    const auto mixed = [&](int a, int b) { return static_cast<int>(std::lround(std::lerp(a, b, part))); };
    QColor colour(mixed(steps[below].red(), steps[below + 1].red()),
                  mixed(steps[below].green(), steps[below + 1].green()),
                  mixed(steps[below].blue(), steps[below + 1].blue()));
    colour.setAlphaF(static_cast<float>(0.88 * std::min(1.0, share * 5))); // fades out where next to nothing is
    return colour;
}

} // namespace cuntu
