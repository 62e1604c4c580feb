// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/geo/geometry.h"

#include <span>

namespace cuntu {

/// Says for millions of positions in which of some areas each lies: a grid over the areas in which each cell knows the
/// areas that cover it wholly and those whose border passes through it, so that only positions beside borders are held
/// against outlines. Built in its constructor, then only read: any thread. Time O(1) for a position inside, O(vertices
/// of an area) beside a border; about 4 bytes a cell of 1 to 4 million.
class CUNTU_CORE_EXPORT AreaLocator {
public:
    /// 'In no area'.
    static constexpr std::uint32_t k_none = ~std::uint32_t{0};

    /// Over @p areas: polygons in any plane or in degrees; others cover nothing.
    explicit AreaLocator(std::vector<Geometry> areas);

    /// The first area in which @p position lies, border included (containsPoint()); k_none for none.
    std::uint32_t locate(Point position) const;
    /// The same for each position, on as many threads as there are processors. Cancelled.
    Result<std::vector<std::uint32_t>> locate(std::span<const Point> positions, const JobContext &job) const;

private:
    /// An area in a cell through which a border passes.
    struct Entry {
        std::uint32_t area = 0;
        bool covers = false; ///< the whole cell
        std::uint32_t next = k_none;
    };

    void layGrid();
    void addArea(std::uint32_t area);
    void addBorder(Point a, Point b, std::vector<std::uint32_t> &cells) const;
    void addInside(std::uint32_t area, const std::vector<std::uint32_t> &border);
    void enter(std::uint32_t cell, std::uint32_t area, bool covers);
    double column(double x) const { return (x - m_origin.x) / m_width; }
    double row(double y) const { return (y - m_origin.y) / m_height; }

    std::vector<Geometry> m_areas;
    Point m_origin;
    double m_width = 1; ///< of a cell
    double m_height = 1;
    std::uint32_t m_columns = 1;
    std::uint32_t m_rows = 1;
    /// Per cell: k_none, the area that covers it before any other comes in, or k_mixed + its first entry.
    std::vector<std::uint32_t> m_cells;
    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_last; ///< per entry that is the first of its cell: the last one; while it is built
};

} // namespace cuntu
