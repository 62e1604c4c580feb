// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export.h"

#include <cstdint>
#include <vector>

namespace cuntu {

/// Something that may be taken once: what it brings (> 0), what room it needs (>= 0).
struct KnapsackItem {
    double gain = 0;
    double size = 0;
    std::uint32_t id = 0;
};

/// Which items bring most where only so much room is there. Keeps its memory between calls; one thread at a time.
class CUNTU_CORE_EXPORT Knapsack {
public:
    /// Sorts @p items by gain for room and sets bound() and price(). O(n log n).
    void relax(std::vector<KnapsackItem> &items, double capacity);
    /// The same without whole items: never below what whole ones bring.
    double bound() const { return m_bound; }
    /// Gain for room of the item that does not fit any more; 0 where all fit.
    double price() const { return m_price; }

    /// The best set of @p items, sorted as relax() left them: branch and bound of Horowitz and Sahni 1974,
    /// doi:10.1145/321812.321823. Fills taken(). After a great many steps it gives up and returns an upper bound,
    /// taken() being a good set that fits.
    double solve(const std::vector<KnapsackItem> &items, double capacity);
    const std::vector<std::uint32_t> &taken() const { return m_taken; }

private:
    double m_bound = 0;
    double m_price = 0;
    std::vector<std::uint32_t> m_taken;
    std::vector<std::uint32_t> m_stack;
    std::vector<std::uint32_t> m_best;
};

/// What rounding may add to a sum of sizes.
inline double roomWithSlack(double capacity)
{
    return capacity + 1e-9 * (1 + capacity);
}

} // namespace cuntu
