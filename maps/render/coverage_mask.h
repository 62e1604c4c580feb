// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"
#include "maps/render/marker.h"
#include "maps/render/pixel_buffer.h"

#include <QColor>
#include <QPointF>

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace cuntu {

/// How much of each pixel is covered by what was drawn so far, 0..255, in some rows of a picture.
///
/// Lines that overlap count once (the greatest coverage wins), so junctions of one class melt together and a
/// translucent colour is not laid twice. Coverage is the distance of the pixel's centre to the segment, cut at half the
/// width: round caps and joins come for free. Cost follows the pixels touched. A row is the same whichever other rows
/// the mask has. One thread.
class CUNTU_MAPS_EXPORT CoverageMask {
public:
    /// Rows @p top to @p bottom (exclusive) of a picture of @p size.
    CoverageMask(QSize size, int top, int bottom);

    /// Adds a segment of @p width_px; widths below a pixel are drawn a pixel wide and fainter.
    void addSegment(QPointF from, QPointF to, double width_px);
    void addPolyline(std::span<const QPointF> points, double width_px);
    /// Adds a whole pixel; outside: nothing.
    void addPixel(int x, int y);
    /// Adds the shape of @p sprite with its middle on pixel @p x @p y; what is outside is cut.
    void addStamp(const MarkerSprite &sprite, int x, int y);
    /// Lays @p colour over @p target, which has the mask's rows, where it is covered, and clears the mask.
    void paint(const PixelBuffer &target, const QColor &colour);

private:
    struct Stroke;
    /// The columns of a row that are not zero.
    struct Columns {
        int first = std::numeric_limits<int>::max();
        int last = -1;
    };

    std::uint8_t *row(int y);
    void touch(int y, int left, int right);
    void addRow(const Stroke &stroke, int y);
    void coverColumns(const Stroke &stroke, int top, int bottom, int left, int right);

    QSize m_size;
    int m_top;
    int m_bottom;
    std::size_t m_stride;
    std::vector<std::uint8_t> m_cover;
    std::vector<Columns> m_touched;
};

} // namespace cuntu
