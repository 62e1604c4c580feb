// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/chart_scale.h"

#include <algorithm>
#include <cmath>

namespace cuntu::ui {

double niceStep(double span)
{
    constexpr double k_lines = 5; // about so many in the grid
    const double rough = std::max(span, 1e-9) / k_lines;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    const double factor = rough / power;
    return power * (factor < 1.5 ? 1 : factor < 3.5 ? 2 : factor < 7.5 ? 5 : 10);
}

} // namespace cuntu::ui
