// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/walking.h"

#include <cmath>

namespace cuntu::relocation {

double Walk::heightAt(Point position) const
{
    return m_heights == nullptr ? 0 : m_heights->heightAt(m_toHeights(position));
}

double Walk::minutes(Point from, Point to) const
{
    constexpr double k_step_m = 30; // about a cell of the usual terrain models
    const double length_m = std::hypot(to.x - from.x, to.y - from.y);
    const int steps = std::max(1, static_cast<int>(std::ceil(length_m / k_step_m)));
    const double step_m = length_m / steps;
    double minutes = 0;
    double before_m = heightAt(from);
    for (int k = 1; k <= steps && step_m > 0; ++k) {
        const double share = static_cast<double>(k) / steps;
        const double height_m = heightAt({from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)});
        const double slope = std::isnan(height_m) || std::isnan(before_m) ? 0 : (height_m - before_m) / step_m;
        minutes += step_m * (0.5 / m_walking.speed_m_min(slope) + 0.5 / m_walking.speed_m_min(-slope));
        before_m = height_m;
    }
    return minutes;
}

} // namespace cuntu::relocation
