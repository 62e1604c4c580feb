// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terrain/grid.h"

#include <array>
#include <limits>
#include <utility>

namespace cuntu {

/// A step from the centre of a cell to that of another one, and the cells that it passes between.
struct CellMove {
    int columns = 0;
    int rows = 0;
    std::array<std::array<int, 2>, 2> beside{};
    int besideCount = 0;
};

/// The search for the least cost from cells of a grid to all others, by steps to the eight cells around and to the
/// eight that are a knight's move away, whose two cells in between must be open. A way with bends is up to 2.8 % longer
/// than a straight one. Dijkstra's, with buckets as wide as the cheapest step (Denardo and Fox 1979,
/// doi:10.1287/opre.27.1.161), so exact on these steps and the same in every run. What a step costs and which cells are
/// open is said by whoever searches. For the sources of core/terrain alone.
class CellSearch {
public:
    static constexpr double k_never = std::numeric_limits<double>::infinity();
    static constexpr std::uint8_t k_noMove = 255;

    /// All steps, by number.
    static std::vector<CellMove> allMoves();
    /// No metre costs less than @p leastPerMetre; ways that cost more than @p most are not looked for. With
    /// @p keepsMoves the search remembers the step that each cell was reached by.
    CellSearch(GridFrame frame, double leastPerMetre, double most, bool keepsMoves);

    /// Where a search begins; called before run().
    void reach(std::size_t cell, double cost, std::uint8_t move = k_noMove);
    /// @p isOpen(cell); @p stepCost(from, to, move, metres): infinite where no step leads. The search goes outwards.
    template <typename IsOpen, typename StepCost>
    Result<void> run(const IsOpen &isOpen, const StepCost &stepCost, const JobContext &job);

    const GridFrame &frame() const { return m_frame; }
    const std::vector<CellMove> &moves() const { return m_moves; }
    /// By cell; infinite where no way leads.
    const std::vector<double> &costs() const { return m_costs; }
    /// By cell, the number of the last step to it; k_noMove where the search began.
    const std::vector<std::uint8_t> &lastMoves() const { return m_lastMoves; }

private:
    template <typename IsOpen, typename StepCost>
    void expand(std::size_t cell, const IsOpen &isOpen, const StepCost &stepCost);

    GridFrame m_frame;
    std::vector<CellMove> m_moves;
    std::vector<double> m_costs;
    std::vector<double> m_lengths; ///< per row and move, metres
    std::vector<std::uint8_t> m_lastMoves;
    double m_most;
    double m_width = 1; ///< of a bucket: no step is cheaper
    std::vector<std::vector<std::uint32_t>> m_buckets;
};

template <typename IsOpen, typename StepCost>
void CellSearch::expand(std::size_t cell, const IsOpen &isOpen, const StepCost &stepCost)
{
    const int column = m_frame.columnOf(cell);
    const int row = m_frame.rowOf(cell);
    const double cost = m_costs[cell];
    for (std::size_t i = 0; i < m_moves.size(); ++i) {
        const CellMove &move = m_moves[i];
        const int x = column + move.columns;
        const int y = row + move.rows;
        if (x < 0 || y < 0 || x >= m_frame.columns || y >= m_frame.rows) {
            continue;
        }
        const std::size_t next = m_frame.index(x, y);
        if (m_costs[next] <= cost || !isOpen(next)) {
            continue;
        }
        bool isOpenBetween = true;
        for (int k = 0; k < move.besideCount; ++k) {
            const auto &[dx, dy] = move.beside[static_cast<std::size_t>(k)];
            isOpenBetween = isOpenBetween && isOpen(m_frame.index(column + dx, row + dy));
        }
        if (!isOpenBetween) {
            continue;
        }
        const double step = stepCost(cell, next, move, m_lengths[static_cast<std::size_t>(row) * m_moves.size() + i]);
        if (step < k_never) {
            reach(next, cost + step, static_cast<std::uint8_t>(i));
        }
    }
}

template <typename IsOpen, typename StepCost>
Result<void> CellSearch::run(const IsOpen &isOpen, const StepCost &stepCost, const JobContext &job)
{
    for (std::size_t bucket = 0; bucket < m_buckets.size(); ++bucket) {
        if (job.isCancelled()) {
            return cancelledError();
        }
        // No step leads back into this bucket: all in it is final.
        const std::vector<std::uint32_t> cells = std::exchange(m_buckets[bucket], {});
        for (const std::uint32_t cell : cells) {
            if (static_cast<std::size_t>(m_costs[cell] / m_width) == bucket) {
                expand(cell, isOpen, stepCost);
            }
        }
    }
    return {};
}

} // namespace cuntu
