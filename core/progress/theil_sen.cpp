// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/progress/milestone.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

namespace {

/// Pairs grow with the square of the points; half a million slopes take some 10 ms.
constexpr std::size_t k_mostPoints = 1000;

using Points = std::vector<std::pair<Day, double>>;

Points thinned(const Points &points)
{
    Points chosen;
    chosen.reserve(k_mostPoints);
    for (std::size_t i = 0; i < k_mostPoints; ++i) {
        chosen.push_back(points[i * (points.size() - 1) / (k_mostPoints - 1)]);
    }
    return chosen;
}

std::vector<double> pairwiseSlopes(const Points &points)
{
    std::vector<double> slopes;
    slopes.reserve(points.size() * (points.size() - 1) / 2);
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = i + 1; j < points.size(); ++j) {
            const int days = daysBetween(points[i].first, points[j].first);
            if (days != 0) {
                slopes.push_back((points[j].second - points[i].second) / days);
            }
        }
    }
    return slopes;
}

/// The quantile at @p share; reorders @p values, which must not be empty.
double quantile(std::vector<double> &values, double share)
{
    const double position = share * static_cast<double>(values.size() - 1);
    const auto below = values.begin() + static_cast<std::ptrdiff_t>(position);
    std::nth_element(values.begin(), below, values.end());
    const double rest = position - std::floor(position);
    if (rest == 0 || below + 1 == values.end()) {
        return *below;
    }
    const double above = *std::min_element(below + 1, values.end());
    return *below + rest * (above - *below);
}

} // namespace

std::optional<RobustSlope> theilSen(const std::vector<std::pair<Day, double>> &points)
{
    if (points.size() < 3) {
        return std::nullopt;
    }
    std::vector<double> slopes = pairwiseSlopes(points.size() > k_mostPoints ? thinned(points) : points);
    if (slopes.empty()) {
        return std::nullopt;
    }
    RobustSlope slope;
    slope.low = quantile(slopes, 0.2);
    slope.median = quantile(slopes, 0.5);
    slope.high = quantile(slopes, 0.8);
    return slope;
}

} // namespace cuntu
