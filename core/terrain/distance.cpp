// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terrain/distance.h"

#include "core/base/blocks.h"

#include <cmath>
#include <limits>

namespace cuntu {

namespace {

constexpr double k_never = std::numeric_limits<double>::infinity();

/// The squared distance transform of one line of cells that are @p step apart: for each the least of
/// (distance between the two)^2 + value. Scratch is kept between lines.
class LineTransform {
public:
    explicit LineTransform(std::size_t length) : m_at(length), m_bounds(length + 1), m_result(length) {}

    const std::vector<double> &apply(std::span<const double> values, double step)
    {
        const std::size_t parabolas = envelope(values, step);
        std::size_t k = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (parabolas == 0) {
                m_result[i] = k_never;
                continue;
            }
            while (k + 1 < parabolas && m_bounds[k + 1] < static_cast<double>(i)) {
                ++k;
            }
            const double apart = (static_cast<double>(i) - static_cast<double>(m_at[k])) * step;
            m_result[i] = apart * apart + values[m_at[k]];
        }
        return m_result;
    }

private:
    /// The number of parabolas of the lower envelope; m_at: their feet, m_bounds: where each begins to be the lowest.
    std::size_t envelope(std::span<const double> values, double step)
    {
        std::size_t count = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (values[i] == k_never) {
                continue;
            }
            double begin = -k_never;
            while (count > 0 && (begin = meeting(values, step, m_at[count - 1], i)) <= m_bounds[count - 1]) {
                --count;
                begin = -k_never;
            }
            m_at[count] = i;
            m_bounds[count] = begin;
            ++count;
        }
        return count;
    }
    /// Where the parabolas of the cells @p a and @p b, which comes after it, meet, in cells.
    static double meeting(std::span<const double> values, double step, std::size_t a, std::size_t b)
    {
        const auto x = static_cast<double>(a);
        const auto y = static_cast<double>(b);
        const double squared = step * step;
        return ((values[b] / squared + y * y) - (values[a] / squared + x * x)) / (2 * (y - x));
    }

    std::vector<std::size_t> m_at;
    std::vector<double> m_bounds;
    std::vector<double> m_result;
};

} // namespace

Result<Grid> distanceToCells_m(const GridFrame &frame, std::span<const std::uint8_t> mask, const JobContext &job)
{
    const auto columns = static_cast<std::size_t>(frame.columns);
    const auto rows = static_cast<std::size_t>(frame.rows);
    const CellSize size = cellSize(frame, frame.rows / 2);
    std::vector<double> squared(frame.size());
    constexpr std::size_t k_linesInBlock = 32;
    inBlocks(columns, k_linesInBlock, job, [&](std::size_t begin, std::size_t end) {
        LineTransform transform(rows);
        std::vector<double> line(rows);
        for (std::size_t x = begin; x < end; ++x) {
            for (std::size_t y = 0; y < rows; ++y) {
                line[y] = mask[y * columns + x] != 0 ? 0 : k_never;
            }
            const std::vector<double> &result = transform.apply(line, size.y_m);
            for (std::size_t y = 0; y < rows; ++y) {
                squared[y * columns + x] = result[y];
            }
        }
    });
    Grid grid{frame, std::vector<float>(frame.size())};
    inBlocks(rows, k_linesInBlock, job, [&](std::size_t begin, std::size_t end) {
        LineTransform transform(columns);
        for (std::size_t y = begin; y < end; ++y) {
            const std::vector<double> &result =
                transform.apply(std::span(squared).subspan(y * columns, columns), size.x_m);
            for (std::size_t x = 0; x < columns; ++x) {
                grid.values[y * columns + x] = static_cast<float>(std::sqrt(result[x]));
            }
        }
    });
    return job.isCancelled() ? Result<Grid>(cancelledError()) : Result<Grid>(std::move(grid));
}

} // namespace cuntu
