// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/terrain/cell_search.h"

#include <algorithm>
#include <cmath>

namespace cuntu {

std::vector<CellMove> CellSearch::allMoves()
{
    std::vector<CellMove> moves;
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

CellSearch::CellSearch(GridFrame frame, double leastPerMetre, double most, bool keepsMoves)
    : m_frame(std::move(frame)),
      m_moves(allMoves()),
      m_costs(m_frame.size(), k_never),
      m_lastMoves(keepsMoves ? m_frame.size() : 0, k_noMove),
      m_most(most)
{
    double shortest = k_never;
    for (int row = 0; row < m_frame.rows; ++row) {
        const CellSize size = cellSize(m_frame, row);
        for (const CellMove &move : m_moves) {
            m_lengths.push_back(std::hypot(move.columns * size.x_m, move.rows * size.y_m));
            shortest = std::min(shortest, m_lengths.back());
        }
    }
    // A hair below, so that rounding cannot put a step into the bucket that it comes from.
    m_width = 0.999 * shortest * leastPerMetre;
}

void CellSearch::reach(std::size_t cell, double cost, std::uint8_t move)
{
    if (cost >= m_costs[cell] || cost > m_most) {
        return;
    }
    m_costs[cell] = cost;
    if (!m_lastMoves.empty()) {
        m_lastMoves[cell] = move;
    }
    const auto bucket = static_cast<std::size_t>(cost / m_width);
    if (bucket >= m_buckets.size()) {
        m_buckets.resize(bucket + 1);
    }
    m_buckets[bucket].push_back(static_cast<std::uint32_t>(cell));
}

} // namespace cuntu
