// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terrain/walking.h"

#include <functional>

namespace cuntu::relocation {

/// Minutes on foot straight across the ground.
class Walk {
public:
    /// @p toHeights turns positions in metres into the system of the heights; without @p heights the ground is flat.
    /// @p share of the speed of core/terrain's Walking is made: 0.6 off paths, as Tobler has it. The grid must outlive
    /// it. One thread.
    Walk(const HeightGrid *heights, std::function<Point(Point)> toHeights, double share)
        : m_heights(heights), m_toHeights(std::move(toHeights)), m_walking{.factor = share}
    {
    }

    /// Mean of there and back, from @p from to @p to, metres in a plane. Where a height is not known, the ground is
    /// taken as level.
    double minutes(Point from, Point to) const;

private:
    double heightAt(Point position) const;

    const HeightGrid *m_heights;
    std::function<Point(Point)> m_toHeights;
    Walking m_walking;
};

} // namespace cuntu::relocation
