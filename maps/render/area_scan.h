// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"
#include "maps/render/pixel_batch.h"

#include <functional>

namespace cuntu {

/// Scan conversion of areas: which pixels of some rows lie inside a feature, even-odd over its rings (the crossing
/// points of each row with the sides, sorted; Foley et al. 1990, 3.6).
///
/// A side is computed from its upper to its lower end, so that two features with a common border compute the same
/// crossings: each pixel beside it belongs to one of them, with no gap and no overlap. A row is the same whichever
/// other rows are scanned. Positions should be
/// 256ths of pixels: then it is also the same wherever the picture begins. Those that are no numbers count as none.
/// Memory is kept from feature to feature. One thread.
class CUNTU_MAPS_EXPORT AreaScan {
public:
    /// Pixels @p first to @p end (exclusive) of row @p y lie inside.
    using RunVisitor = std::function<void(int y, int first, int end)>;
    /// Pixels of row @p y from @p first on are covered to these parts, 0..255.
    using CoverVisitor = std::function<void(int y, int first, std::span<const std::uint8_t> cover)>;

    /// Rows @p top to @p bottom (exclusive) of a picture @p width pixels wide.
    AreaScan(int width, int top, int bottom) : m_width(width), m_top(top), m_bottom(bottom) {}

    /// The pixels whose centre lies in feature @p feature.
    void forEachRun(const PixelShapes &areas, std::size_t feature, const RunVisitor &visit);
    /// How far pixels are covered by it: 16 lines a row, each with its exact length in a pixel.
    void forEachCover(const PixelShapes &areas, std::size_t feature, const CoverVisitor &visit);

private:
    void findCrossings(const PixelShapes &areas, std::size_t feature, int linesPerRow);
    void addSide(QPointF from, QPointF to, int linesPerRow, bool counting);
    std::span<double> crossings(std::size_t line);
    void addCover(double from, double to);

    int m_width;
    int m_top;
    int m_bottom;
    std::size_t m_firstLine = 0;             ///< of those the feature can reach, counted from the first row
    std::vector<std::uint32_t> m_lineStarts; ///< where the crossings of each line begin
    std::vector<std::uint32_t> m_lineEnds;
    std::vector<double> m_crossings; ///< x of each
    std::vector<float> m_part;       ///< covered parts of pixels, in lines
    std::vector<float> m_step;       ///< where whole coverage begins and ends
    std::vector<std::uint8_t> m_cover;
};

} // namespace cuntu
