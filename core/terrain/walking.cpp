// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terrain/walking.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace cuntu {

namespace {

constexpr double k_never = std::numeric_limits<double>::infinity();

/// A step to another cell, and the cells that it passes between: they must be open, too.
struct Move {
    int columns = 0;
    int rows = 0;
    std::array<std::array<int, 2>, 2> beside{};
    int besideCount = 0;
};

std::vector<Move> allMoves()
{
    std::vector<Move> moves;
    for (int y = -2; y <= 2; ++y) {
        for (int x = -2; x <= 2; ++x) {
            const int ax = std::abs(x);
            const int ay = std::abs(y);
            if (ax + ay == 1 || (ax == 1 && ay == 1)) {
                moves.push_back({x, y, {}, 0});
            } else if (ax + ay == 3) {
                moves.push_back({x, y, {{{x / 2, y / 2}, {x - x / 2, y - y / 2}}}, 2});
            }
        }
    }
    return moves;
}

/// The search over one grid.
class WalkSearch {
public:
    WalkSearch(const HeightGrid &heights, const Walking &walking)
        : m_heights(heights),
          m_walking(walking),
          m_frame(frameOf(heights)),
          m_moves(allMoves()),
          m_steepest(std::tan(walking.mostSlope_deg * std::numbers::pi / 180)),
          m_minutes(m_frame.size(), k_never)
    {
        layLengths();
    }

    Result<Grid> run(std::span<const std::size_t> sources, const JobContext &job);

private:
    void layLengths();
    void reach(std::size_t cell, double minutes);
    void expand(std::size_t cell);
    bool isOpen(std::size_t cell) const
    {
        return !std::isnan(m_heights.heights_m[cell]) &&
               (m_walking.cellFactors.empty() || m_walking.cellFactors[cell] > 0);
    }
    bool isOpenBetween(const Move &move, int column, int row) const;
    double stepMinutes(std::size_t from, std::size_t to, double length_m) const;

    const HeightGrid &m_heights;
    const Walking &m_walking;
    GridFrame m_frame;
    std::vector<Move> m_moves;
    double m_steepest;
    std::vector<double> m_minutes;
    std::vector<double> m_lengths; ///< per row and move, metres
    double m_width = 1;            ///< of a bucket, minutes: no step is quicker
    std::vector<std::vector<std::uint32_t>> m_buckets;
};

void WalkSearch::layLengths()
{
    double shortest = k_never;
    for (int row = 0; row < m_frame.rows; ++row) {
        const CellSize size = cellSize(m_frame, row);
        for (const Move &move : m_moves) {
            m_lengths.push_back(std::hypot(move.columns * size.x_m, move.rows * size.y_m));
            shortest = std::min(shortest, m_lengths.back());
        }
    }
    const auto largest = [](const std::vector<float> &numbers, double none) {
        return numbers.empty() ? none : static_cast<double>(*std::max_element(numbers.begin(), numbers.end()));
    };
    const double onFoot = m_walking.speed_m_min(-0.05) * std::max(largest(m_walking.cellFactors, 1), 1e-6);
    // A hair below, so that rounding cannot put a step into the bucket that it comes from.
    m_width = 0.999 * shortest / std::max(onFoot, largest(m_walking.rideSpeeds_m_min, 0));
}

void WalkSearch::reach(std::size_t cell, double minutes)
{
    if (minutes >= m_minutes[cell] || minutes > m_walking.mostMinutes) {
        return;
    }
    m_minutes[cell] = minutes;
    const auto bucket = static_cast<std::size_t>(minutes / m_width);
    if (bucket >= m_buckets.size()) {
        m_buckets.resize(bucket + 1);
    }
    m_buckets[bucket].push_back(static_cast<std::uint32_t>(cell));
}

bool WalkSearch::isOpenBetween(const Move &move, int column, int row) const
{
    for (int i = 0; i < move.besideCount; ++i) {
        const auto &[x, y] = move.beside[static_cast<std::size_t>(i)];
        if (!isOpen(m_frame.index(column + x, row + y))) {
            return false;
        }
    }
    return true;
}

double WalkSearch::stepMinutes(std::size_t from, std::size_t to, double length_m) const
{
    const std::vector<float> &rides = m_walking.rideSpeeds_m_min;
    if (!rides.empty() && rides[from] > 0 && rides[to] > 0) {
        return length_m / std::min(rides[from], rides[to]);
    }
    const double rise = (static_cast<double>(m_heights.heights_m[to]) - m_heights.heights_m[from]) / length_m;
    if (std::abs(rise) > m_steepest) {
        return k_never;
    }
    double minutes = length_m / m_walking.speed_m_min(rise);
    if (!m_walking.cellFactors.empty()) {
        minutes *= 0.5 / m_walking.cellFactors[from] + 0.5 / m_walking.cellFactors[to];
    }
    return minutes;
}

void WalkSearch::expand(std::size_t cell)
{
    const int column = m_frame.columnOf(cell);
    const int row = m_frame.rowOf(cell);
    const double minutes = m_minutes[cell];
    for (std::size_t i = 0; i < m_moves.size(); ++i) {
        const Move &move = m_moves[i];
        const int x = column + move.columns;
        const int y = row + move.rows;
        if (x < 0 || y < 0 || x >= m_frame.columns || y >= m_frame.rows) {
            continue;
        }
        const std::size_t next = m_frame.index(x, y);
        if (m_minutes[next] <= minutes || !isOpen(next) || !isOpenBetween(move, column, row)) {
            continue;
        }
        const double length_m = m_lengths[static_cast<std::size_t>(row) * m_moves.size() + i];
        // The search goes outwards from the sources; towards them people walk the other way.
        const double step =
            m_walking.fromSource ? stepMinutes(cell, next, length_m) : stepMinutes(next, cell, length_m);
        if (step < k_never) {
            reach(next, minutes + step);
        }
    }
}

Result<Grid> WalkSearch::run(std::span<const std::size_t> sources, const JobContext &job)
{
    for (const std::size_t source : sources) {
        if (isOpen(source)) {
            reach(source, 0);
        }
    }
    for (std::size_t bucket = 0; bucket < m_buckets.size(); ++bucket) {
        if (job.isCancelled()) {
            return cancelledError();
        }
        // No step leads back into this bucket: all in it is final.
        const std::vector<std::uint32_t> cells = std::exchange(m_buckets[bucket], {});
        for (const std::uint32_t cell : cells) {
            if (static_cast<std::size_t>(m_minutes[cell] / m_width) == bucket) {
                expand(cell);
            }
        }
    }
    Grid grid{m_frame, std::vector<float>(m_frame.size())};
    for (std::size_t cell = 0; cell < grid.values.size(); ++cell) {
        grid.values[cell] = std::isnan(m_heights.heights_m[cell]) ? std::numeric_limits<float>::quiet_NaN()
                                                                  : static_cast<float>(m_minutes[cell]);
    }
    return grid;
}

} // namespace

double Walking::speed_m_min(double rise) const
{
    constexpr double k_metresPerMinute = 6000.0 / 60;
    return factor * k_metresPerMinute * std::exp(-3.5 * std::abs(rise + 0.05));
}

Result<Grid> travelTimesToCells(const HeightGrid &heights, std::span<const std::size_t> sources, const Walking &walking,
                                const JobContext &job)
{
    for (const std::vector<float> *numbers : {&walking.cellFactors, &walking.rideSpeeds_m_min}) {
        if (!numbers->empty() && numbers->size() != heights.heights_m.size()) {
            return Error{ErrorCode::Invalid,
                         Core::tr("%1 factors or speeds of walking are given for %2 cells")
                             .arg(numbers->size())
                             .arg(heights.heights_m.size()),
                         {},
                         Core::tr("Give one for each cell of the terrain."),
                         {},
                         {}};
        }
    }
    const bool isAnyKnown = std::any_of(sources.begin(), sources.end(),
                                        [&](std::size_t cell) { return !std::isnan(heights.heights_m[cell]); });
    if (!isAnyKnown) {
        return Error{ErrorCode::Invalid,
                     Core::tr("none of the %1 places to walk to has a known height").arg(sources.size()),
                     {},
                     Core::tr("Choose a terrain model that covers them."),
                     {},
                     {}};
    }
    return WalkSearch(heights, walking).run(sources, job);
}

Result<Grid> travelTimes(const HeightGrid &heights, std::span<const Point> sources, const Walking &walking,
                         const JobContext &job)
{
    const GridFrame frame = frameOf(heights);
    std::vector<std::size_t> cells;
    for (const Point source : sources) {
        if (const auto cell = frame.cellAt(source)) {
            cells.push_back(*cell);
        }
    }
    if (cells.empty()) {
        return Error{ErrorCode::NotFound,
                     Core::tr("none of the %1 places to walk to lies on the terrain model").arg(sources.size()),
                     {},
                     Core::tr("Choose a terrain model that covers them."),
                     {},
                     {}};
    }
    return travelTimesToCells(heights, cells, walking, job);
}

} // namespace cuntu
