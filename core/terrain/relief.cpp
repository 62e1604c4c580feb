// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terrain/relief.h"

#include "core/base/blocks.h"

#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace cuntu {

namespace {

constexpr double k_degree = 180 / std::numbers::pi;
constexpr float k_unknown = std::numeric_limits<float>::quiet_NaN();

/// The heights of a cell and of those around it, row by row from the first; not-a-number where there is none.
using Window = std::array<double, 9>;

/// Rise to the east and to the north, metres a metre.
struct Gradient {
    double east = 0;
    double north = 0;
};

/// The difference across three heights, with its weight in steps.
void addDifference(double before, double middle, double after, int weight, double &sum, int &steps)
{
    if (!std::isnan(before) && !std::isnan(after)) {
        sum += weight * (after - before);
        steps += 2 * weight;
    } else if (!std::isnan(middle) && !std::isnan(after)) {
        sum += weight * (after - middle);
        steps += weight;
    } else if (!std::isnan(middle) && !std::isnan(before)) {
        sum += weight * (middle - before);
        steps += weight;
    }
}

/// Not-a-number where nothing is known to either side.
double difference(const Window &w, const std::array<int, 9> &order, double step)
{
    double sum = 0;
    int steps = 0;
    for (std::size_t line = 0; line < 3; ++line) {
        const auto at = [&](std::size_t i) { return w[static_cast<std::size_t>(order[3 * line + i])]; };
        addDifference(at(0), at(1), at(2), line == 1 ? 2 : 1, sum, steps);
    }
    return steps > 0 ? sum / (steps * step) : std::numeric_limits<double>::quiet_NaN();
}

Window windowAt(const HeightGrid &heights, int column, int row)
{
    Window window;
    std::size_t i = 0;
    for (int y = row - 1; y <= row + 1; ++y) {
        for (int x = column - 1; x <= column + 1; ++x, ++i) {
            const bool isIn = x >= 0 && y >= 0 && x < heights.columns && y < heights.rows;
            window[i] =
                isIn ? heights.heights_m[static_cast<std::size_t>(y) * static_cast<std::size_t>(heights.columns) +
                                         static_cast<std::size_t>(x)]
                     : std::numeric_limits<double>::quiet_NaN();
        }
    }
    return window;
}

/// @p measure(window, size of the cell) of every cell.
template <class Measure>
Result<Grid> overWindows(const HeightGrid &heights, const JobContext &job, const Measure &measure)
{
    Grid grid{frameOf(heights), {}};
    grid.values.assign(grid.frame.size(), k_unknown);
    constexpr std::size_t k_rowsInBlock = 16;
    inBlocks(static_cast<std::size_t>(heights.rows), k_rowsInBlock, job, [&](std::size_t begin, std::size_t end) {
        for (auto row = static_cast<int>(begin); row < static_cast<int>(end); ++row) {
            const CellSize size = cellSize(grid.frame, row);
            for (int column = 0; column < heights.columns; ++column) {
                const Window window = windowAt(heights, column, row);
                if (!std::isnan(window[4])) {
                    grid.values[grid.frame.index(column, row)] = static_cast<float>(measure(window, size));
                }
            }
        }
    });
    return job.isCancelled() ? Result<Grid>(cancelledError()) : Result<Grid>(std::move(grid));
}

/// @p measure(gradient) of every cell.
template <class Measure>
Result<Grid> overGradients(const HeightGrid &heights, const JobContext &job, const Measure &measure)
{
    constexpr std::array<int, 9> k_rows{0, 1, 2, 3, 4, 5, 6, 7, 8};
    constexpr std::array<int, 9> k_columns{0, 3, 6, 1, 4, 7, 2, 5, 8};
    const double eastward = heights.stepX > 0 ? 1 : -1;
    const double northward = heights.stepY > 0 ? 1 : -1;
    return overWindows(heights, job, [&](const Window &window, const CellSize &size) {
        return measure(Gradient{difference(window, k_rows, eastward * size.x_m),
                                difference(window, k_columns, northward * size.y_m)});
    });
}

} // namespace

Result<Grid> slope_deg(const HeightGrid &heights, const JobContext &job)
{
    return overGradients(heights, job,
                         [](const Gradient &g) { return std::atan(std::hypot(g.east, g.north)) * k_degree; });
}

Result<Grid> aspect_deg(const HeightGrid &heights, const JobContext &job)
{
    return overGradients(heights, job, [](const Gradient &g) {
        if (g.east == 0 && g.north == 0) {
            return std::numeric_limits<double>::quiet_NaN();
        }
        return 180 + std::atan2(g.east, g.north) * k_degree;
    });
}

Result<Grid> hillshade(const HeightGrid &heights, const Light &light, const JobContext &job)
{
    // The light as a vector (east, north, up); brightness is its product with the surface's normal (-dz/dx, -dz/dy, 1).
    const double east = std::sin(light.azimuth_deg / k_degree) * std::cos(light.altitude_deg / k_degree);
    const double north = std::cos(light.azimuth_deg / k_degree) * std::cos(light.altitude_deg / k_degree);
    const double up = std::sin(light.altitude_deg / k_degree);
    return overGradients(heights, job, [=](const Gradient &g) {
        const double bright =
            (up - east * g.east - north * g.north) / std::sqrt(1 + g.east * g.east + g.north * g.north);
        return std::isnan(bright) ? bright : 255 * std::max(bright, 0.0);
    });
}

Result<Grid> ruggedness_m(const HeightGrid &heights, const JobContext &job)
{
    return overWindows(heights, job, [](const Window &window, const CellSize &) {
        double sum = 0;
        for (const double height : window) {
            sum += (height - window[4]) * (height - window[4]);
        }
        return std::sqrt(sum);
    });
}

} // namespace cuntu
