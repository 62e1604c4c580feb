// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/solve/graph.h"
#include "core/solve/line_locator.h"

namespace cuntu {

/// The line nearest to a position.
struct NearestLine {
    std::uint32_t line = k_noIndex; ///< none: there are no lines, or the position is not finite
    double distance = std::numeric_limits<double>::quiet_NaN(); ///< in the unit of the points
};

/// Finds the nearest line for millions of positions: the lines' segments in a grid of about as many cells, each cell
/// with the segments that pass through it (Bentley, Weide and Yao 1980, doi:10.1145/355921.355927). A position looks
/// from its own cell outwards, ring by ring, and begins at the first ring that is not empty. The grid is laid over
/// where nearly all segments are, and its border cells reach to infinity, so that a few wrong coordinates cost little.
/// Built in its constructor, then only read: any thread. 40 bytes a segment and about 6 a cell. Time for segments and
/// positions that are spread alike: O(1) a position.
class CUNTU_CORE_EXPORT NearestLineIndex {
public:
    /// Over those of @p lines that @p used says (one flag a line; empty: all). Segments with a coordinate that is not
    /// finite are left out. The lines need not outlive it.
    NearestLineIndex(const LineSet &lines, const std::vector<bool> &used);

    /// The line nearest to @p from; of equally near ones that with the smallest number.
    NearestLine nearest(Point from) const;
    /// The same for each of @p from, on as many threads as there are processors. Cancelled.
    Result<std::vector<NearestLine>> nearest(std::span<const Point> from, const JobContext &job) const;

private:
    struct Segment {
        Point a;
        Point b;
        std::uint32_t line = 0;
    };
    struct Cell {
        std::int32_t x = 0;
        std::int32_t y = 0;
    };
    struct Best {
        double squared = std::numeric_limits<double>::infinity();
        std::uint32_t line = k_noIndex;
    };

    void addSegments(const LineSet &lines, const std::vector<bool> &used);
    void layGrid();
    void fillCells();
    void measureEmptiness();
    template <class Visit> void cellsOf(const Segment &segment, Visit &&visit) const;
    Cell cellAt(Point point) const;
    std::size_t numberOf(Cell cell) const
    {
        return static_cast<std::size_t>(cell.y) * static_cast<std::size_t>(m_columns) +
               static_cast<std::size_t>(cell.x);
    }
    void lookIn(std::int32_t y, std::int32_t firstX, std::int32_t lastX, Point from, Best &best) const;
    void lookAtRing(Cell middle, std::int32_t ring, Point from, Best &best) const;
    double unseenBeyond(Cell middle, std::int32_t ring, Point from) const;

    std::vector<Segment> m_segments;
    Point m_origin;
    double m_cellSize = 1;
    std::int32_t m_columns = 1;
    std::int32_t m_rows = 1;
    std::vector<std::uint32_t> m_start;     ///< per cell, and one more: into m_inCell
    std::vector<std::uint32_t> m_inCell;    ///< segments, cell by cell
    std::vector<std::uint16_t> m_emptiness; ///< per cell: rings around it without any segment
};

} // namespace cuntu
