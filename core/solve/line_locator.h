// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/packed_index.h"

#include <cstdint>
#include <span>
#include <vector>

namespace cuntu {

/// Lines in flat arrays: line i has the points from start[i] up to, and without, start[i + 1]. Borrowed, not owned. The
/// positions are in a plane; lengths and distances below are in its unit.
struct LineSet {
    std::span<const Point> points;
    std::span<const std::uint32_t> start; ///< one entry more than there are lines; empty: no lines

    std::size_t size() const { return start.empty() ? 0 : start.size() - 1; }
    std::span<const Point> line(std::size_t number) const
    {
        return points.subspan(start[number], start[number + 1] - start[number]);
    }
};

/// A place on a line.
struct LineLocation {
    std::uint32_t line = 0;
    double measure = 0;  ///< along the line from its first point
    double distance = 0; ///< from the position that was asked about
    Point position;
};

/// Finds the nearest place on every line around a position. Built in its constructor, then only read: any thread, as
/// long as the points of its LineSet live. Lines are indexed by pieces of a few segments, so that one long line does
/// not make every question slow. 8 bytes a point and 7 a segment more than the points.
class CUNTU_CORE_EXPORT LineLocator {
public:
    explicit LineLocator(LineSet lines);

    const LineSet &lines() const { return m_lines; }
    /// Length from the first point of its line to point @p point of LineSet::points.
    double measureOf(std::size_t point) const { return m_measures[point]; }
    /// Length of line @p number; 0 for fewer than two points.
    double length(std::size_t number) const;
    /// Fills @p found with the nearest place on each line that is at most @p limit from @p from, by number of the line;
    /// of equally near ones the first along it. Lines of fewer than two points are never found.
    void within(Point from, double limit, std::vector<LineLocation> &found) const;

private:
    struct Piece {
        std::uint32_t line = 0;
        std::uint32_t firstPoint = 0; ///< of LineSet::points
        std::uint32_t lastPoint = 0;
    };

    LineLocation nearestOn(const Piece &piece, Point from) const;
    void measure(std::size_t line);
    void addPieces(std::uint32_t line, std::vector<Box> &boxes);

    LineSet m_lines;
    std::vector<double> m_measures; ///< per point
    std::vector<Piece> m_pieces;
    PackedIndex m_index; ///< over the pieces
};

} // namespace cuntu
