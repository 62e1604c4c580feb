// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/suitability/smaa.h"

#include <random>

namespace cuntu {

/// Draws weightings evenly from a range. One thread; the same sequence for the same seed everywhere.
class WeightSampler {
public:
    /// Invalid where nothing is in @p range.
    static Result<WeightSampler> create(const WeightRange &range, quint64 seed);

    const std::vector<double> &next();
    /// From 0 to below 1.
    double even();

private:
    WeightSampler(const WeightRange &range, quint64 seed) : m_range(range), m_random(seed) {}
    void drawFromSimplex();
    bool isInRange() const;
    Result<void> findStart();
    void walk();
    void step();

    WeightRange m_range;
    std::mt19937_64 m_random;
    double m_free = 1; ///< what the least weights leave
    bool m_walks = false;
    std::vector<double> m_weights;
    std::vector<double> m_place; ///< of the walk
};

} // namespace cuntu
