// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/relocation/walking.h"

#include <algorithm>
#include <cmath>

namespace cuntu::relocation {

namespace {

/// Beside the places this much land is searched, in cells and as so many times what they lie apart.
constexpr int k_leastMargin = 12;
constexpr int k_margin = 1;
/// Within fewer cells nothing is gained, and from cell to cell is too coarse.
constexpr int k_leastCells = 3;
/// Larger windows are not searched: 30 MB.
constexpr std::int64_t k_mostCells = 2'500'000;

/// Columns and rows of a part of a grid, the last ones included.
struct Window {
    int left = std::numeric_limits<int>::max();
    int top = std::numeric_limits<int>::max();
    int right = std::numeric_limits<int>::min();
    int bottom = std::numeric_limits<int>::min();

    int columns() const { return right - left + 1; }
    int rows() const { return bottom - top + 1; }
    void add(const GridFrame &frame, std::size_t cell)
    {
        left = std::min(left, frame.columnOf(cell));
        right = std::max(right, frame.columnOf(cell));
        top = std::min(top, frame.rowOf(cell));
        bottom = std::max(bottom, frame.rowOf(cell));
    }
    void grow(const GridFrame &frame)
    {
        const int margin = std::max(k_leastMargin, k_margin * std::max(columns(), rows()));
        left = std::max(0, left - margin);
        top = std::max(0, top - margin);
        right = std::min(frame.columns - 1, right + margin);
        bottom = std::min(frame.rows - 1, bottom + margin);
    }
};

HeightGrid partOf(const HeightGrid &whole, const Window &window)
{
    HeightGrid part;
    part.crs = whole.crs;
    part.corner = {whole.corner.x + window.left * whole.stepX, whole.corner.y + window.top * whole.stepY};
    part.stepX = whole.stepX;
    part.stepY = whole.stepY;
    part.columns = window.columns();
    part.rows = window.rows();
    for (int row = window.top; row <= window.bottom; ++row) {
        const auto begin = whole.heights_m.begin() + static_cast<std::ptrdiff_t>(row) * whole.columns + window.left;
        part.heights_m.insert(part.heights_m.end(), begin, begin + part.columns);
    }
    return part;
}

} // namespace

double Walk::heightAt(Point position) const
{
    return m_heights == nullptr ? 0 : m_heights->heightAt(m_toHeights(position));
}

Walk::Both Walk::straight(Point from, Point to) const
{
    constexpr double k_step_m = 30; // about a cell of the usual terrain models
    const double length_m = std::hypot(to.x - from.x, to.y - from.y);
    const int steps = std::max(1, static_cast<int>(std::ceil(length_m / k_step_m)));
    const double step_m = length_m / steps;
    Both minutes;
    double before_m = heightAt(from);
    for (int k = 1; k <= steps && step_m > 0; ++k) {
        const double share = static_cast<double>(k) / steps;
        const double height_m = heightAt({from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)});
        const double slope = std::isnan(height_m) || std::isnan(before_m) ? 0 : (height_m - before_m) / step_m;
        minutes.there += step_m / m_walking.speed_m_min(slope);
        minutes.back += step_m / m_walking.speed_m_min(-slope);
        before_m = height_m;
    }
    return minutes;
}

/// Lowers @p times where a way from cell to cell is quicker, the bits to the centres of the first and last cells taken
/// as level. Only places on the grid, and far enough for such a way, take part.
void Walk::overLand(Point from, std::span<const Point> others, std::vector<Both> &times) const
{
    const GridFrame frame = frameOf(*m_heights);
    const Point begin = m_toHeights(from);
    const auto first = frame.cellAt(begin);
    if (!first) {
        return;
    }
    const auto toCentre = [&](Point position, std::size_t cell) {
        const CellSize size = cellSize(frame, frame.rowOf(cell));
        const Point centre = frame.centre(cell);
        return std::hypot((position.x - centre.x) / frame.stepX * size.x_m,
                          (position.y - centre.y) / frame.stepY * size.y_m) /
               m_walking.speed_m_min(0);
    };
    std::vector<std::optional<std::size_t>> cells;
    Window window;
    Walking there = m_walking;
    there.mostMinutes = 0;
    for (std::size_t k = 0; k < others.size(); ++k) {
        const auto cell = frame.cellAt(m_toHeights(others[k]));
        const bool isFar = cell && (std::abs(frame.columnOf(*cell) - frame.columnOf(*first)) >= k_leastCells ||
                                    std::abs(frame.rowOf(*cell) - frame.rowOf(*first)) >= k_leastCells);
        cells.push_back(isFar ? cell : std::nullopt);
        if (isFar) {
            window.add(frame, *cell);
            there.mostMinutes = std::max({there.mostMinutes, times[k].there, times[k].back});
        }
    }
    if (there.mostMinutes == 0) {
        return;
    }
    window.add(frame, *first);
    window.grow(frame);
    if (static_cast<std::int64_t>(window.columns()) * window.rows() > k_mostCells) {
        return;
    }
    const HeightGrid part = partOf(*m_heights, window);
    Walking back = there;
    there.fromSource = true;
    const std::array<Point, 1> source{frame.centre(*first)};
    const auto outwards = travelTimes(part, source, there, m_job);
    const auto home = travelTimes(part, source, back, m_job);
    if (!outwards || !home) {
        return; // the height there is unknown, or it was cancelled
    }
    const double own = toCentre(begin, *first);
    for (std::size_t k = 0; k < others.size(); ++k) {
        if (!cells[k]) {
            continue;
        }
        const double ends = own + toCentre(m_toHeights(others[k]), *cells[k]);
        const Point centre = frame.centre(*cells[k]);
        // Not-a-number, where the height is unknown, is no improvement.
        times[k].there = std::fmin(times[k].there, static_cast<double>(outwards->at(centre)) + ends);
        times[k].back = std::fmin(times[k].back, static_cast<double>(home->at(centre)) + ends);
    }
}

std::vector<double> Walk::minutes(Point from, std::span<const Point> others) const
{
    std::vector<Both> times;
    for (const Point other : others) {
        times.push_back(straight(from, other));
    }
    if (m_heights != nullptr) {
        overLand(from, others, times);
    }
    std::vector<double> mean;
    for (const Both &time : times) {
        mean.push_back((time.there + time.back) / 2);
    }
    return mean;
}

double Walk::minutes(Point from, Point to) const
{
    return minutes(from, std::span(&to, 1)).front();
}

} // namespace cuntu::relocation
