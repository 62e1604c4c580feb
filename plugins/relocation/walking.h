// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/height_grid.h"

#include <functional>

namespace cuntu::relocation {

/// Speed on foot in km/h on a path of slope @p slope (rise over run, downhill negative): 6 exp(-3.5 |slope + 0.05|)
/// (Tobler 1993, NCGIA technical report 93-1), most at 5 % downhill.
double walkingSpeed_kmh(double slope);

/// Minutes on foot straight across the ground.
class Walk {
public:
    /// @p toHeights turns positions in metres into the system of the heights; without @p heights the ground is flat.
    /// @p share of Tobler's speed is made: 0.6 off paths, as he has it. The grid must outlive it. One thread.
    Walk(const HeightGrid *heights, std::function<Point(Point)> toHeights, double share)
        : m_heights(heights), m_toHeights(std::move(toHeights)), m_share(share)
    {
    }

    /// Mean of there and back, from @p from to @p to, metres in a plane. Where a height is not known, the ground is
    /// taken as level.
    double minutes(Point from, Point to) const;

private:
    double heightAt(Point position) const;

    const HeightGrid *m_heights;
    std::function<Point(Point)> m_toHeights;
    double m_share;
};

} // namespace cuntu::relocation
