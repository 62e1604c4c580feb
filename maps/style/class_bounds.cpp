// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/style/style.h"

#include <algorithm>
#include <cmath>

namespace cuntu {
namespace {

/// The value below which share @p share of the ascending @p sorted lies (R's type 7: linear between order statistics,
/// Hyndman & Fan 1996).
double quantile(const std::vector<double> &sorted, double share)
{
    const double position = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    if (below + 1 >= sorted.size()) {
        return sorted.back();
    }
    return std::lerp(sorted[below], sorted[below + 1], position - static_cast<double>(below));
}

} // namespace

std::vector<double> classBounds(std::vector<double> values, int count, Classification method)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.empty() || count < 1) {
        return {};
    }
    std::sort(values.begin(), values.end());
    std::vector<double> bounds;
    for (int i = 0; i <= count; ++i) {
        const double share = static_cast<double>(i) / count;
        const double bound = method == Classification::Quantile ? quantile(values, share)
                                                                : std::lerp(values.front(), values.back(), share);
        if (bounds.empty() || bound > bounds.back()) {
            bounds.push_back(bound);
        }
    }
    if (bounds.size() == 1) {
        bounds.push_back(bounds.front()); // all values alike: one class that holds them
    }
    return bounds;
}

} // namespace cuntu
