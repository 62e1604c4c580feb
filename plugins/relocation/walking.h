// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/terrain/walking.h"

#include <array>
#include <functional>
#include <optional>
#include <span>

namespace cuntu::relocation {

/// Minutes on foot across the ground, the mean of there and back: straight on, or by the quickest way over land where
/// that is quicker: core/terrain's Walking, from cell to cell in a window around the places. Where that window has more
/// than 2,500,000 cells (47 km by 47 km of 30 m) only the way straight on counts.
class Walk {
public:
    /// @p toHeights turns positions in metres into the system of the heights; without @p heights the ground is flat.
    /// @p share of the speed of core/terrain's Walking is made: 0.6 off paths, as Tobler has it. The grid must outlive
    /// it. When @p job is cancelled what minutes() says is not to be used. One thread.
    Walk(const HeightGrid *heights, std::function<Point(Point)> toHeights, double share, JobContext job = {})
        : m_heights(heights), m_toHeights(std::move(toHeights)), m_walking{.factor = share}, m_job(std::move(job))
    {
    }

    /// From @p from to @p to, metres in a plane. Where a height is not known, the ground is taken as level.
    double minutes(Point from, Point to) const;
    /// From @p from to each of @p others: two searches over land for all of them.
    std::vector<double> minutes(Point from, std::span<const Point> others) const;

private:
    double heightAt(Point position) const;
    struct Both {
        double there = 0;
        double back = 0;
    };
    Both straight(Point from, Point to) const;
    void overLand(Point from, std::span<const Point> others, std::vector<Both> &times) const;

    const HeightGrid *m_heights;
    std::function<Point(Point)> m_toHeights;
    Walking m_walking;
    JobContext m_job;
};

} // namespace cuntu::relocation
