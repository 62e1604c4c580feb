// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"

#include <QColor>
#include <QImage>
#include <QPointF>
#include <QRect>

#include <cstdint>
#include <span>
#include <vector>

namespace cuntu {

/// How much of each pixel is covered by the lines drawn so far, 0..255.
///
/// Lines that overlap count once (the greatest coverage wins), so junctions of one class melt together and a
/// translucent colour is not laid twice. Coverage is the distance of the pixel's centre to the segment, cut at half the
/// width: round caps and joins come for free. Cost follows the pixels touched. One thread.
class CUNTU_MAPS_EXPORT CoverageMask {
public:
    explicit CoverageMask(QSize size);

    /// Adds a segment of @p width_px; widths below a pixel are drawn a pixel wide and fainter.
    void addSegment(QPointF from, QPointF to, double width_px);
    void addPolyline(std::span<const QPointF> points, double width_px);
    /// Adds a whole pixel; outside: nothing.
    void addPixel(QPoint pixel);
    /// Lays @p colour over @p image (ARGB32 premultiplied, of the same size) where it is covered, and clears the mask.
    void paint(QImage &image, const QColor &colour);

private:
    struct Stroke;
    void addRow(const Stroke &stroke, int y);

    QSize m_size;
    std::vector<std::uint8_t> m_cover;
    QRect m_touched;
};

} // namespace cuntu
