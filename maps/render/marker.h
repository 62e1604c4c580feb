// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"
#include "maps/render/pixel_buffer.h"
#include "maps/style/style.h"

#include <QPointF>

#include <cstdint>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace cuntu {

/// The colour of signs and numbers on top of @p fill: white on dark, dark on pale.
QColor contrasting(const QColor &fill);

/// Draws one point symbol about @p centre, in painter units of @p pixelsPerMm. A marking adds a sign that is seen
/// without colour: hollow (white inside), crossed (a cross inside), hatched (a stripe), dashed (a white eye).
CUNTU_MAPS_EXPORT void paintMarker(QPainter &painter, const Symbol &symbol, QPointF centre, double pixelsPerMm);

/// Width in pixels that a marker of @p symbol takes at most, stroke included.
CUNTU_MAPS_EXPORT double markerExtent_px(const Symbol &symbol, double pixelsPerMm);

/// True for a symbol of one opaque colour without rim or sign: where such markers overlap they are one shape.
CUNTU_MAPS_EXPORT bool isOneShape(const Symbol &symbol);

/// A point symbol drawn once, to be copied to many places. Immutable; any thread.
class CUNTU_MAPS_EXPORT MarkerSprite {
public:
    /// Sprites up to this wide have rows of coverage of this length.
    static constexpr int k_stampWidth = 16;

    MarkerSprite(const Symbol &symbol, double pixelsPerMm);

    int side() const { return m_side; }
    /// Lays the sprite's rows over those of @p target from @p top to @p bottom (exclusive), with its middle on pixel @p
    /// x @p y; what is outside is cut.
    void paint(const PixelBuffer &target, int top, int bottom, int x, int y) const;
    /// Its rows that are not empty: from coverBegin() to coverEnd() (exclusive).
    int coverBegin() const { return m_coverBegin; }
    int coverEnd() const { return m_coverEnd; }
    /// The alpha of the pixels in row @p row.
    const std::uint8_t *coverRow(int row) const { return m_cover.data() + static_cast<std::ptrdiff_t>(row) * m_pitch; }

private:
    void paintRow(std::uint8_t *target, int row, int firstColumn, int columns) const;

    int m_coverBegin = 0;
    int m_coverEnd = 0;
    int m_pitch = 0;                          ///< from row to row of m_cover
    std::vector<std::uint8_t> m_cover;        ///< alpha
    int m_side = 1;                           ///< odd, so that one pixel is the middle
    std::vector<std::uint8_t> m_colour;       ///< premultiplied bytes, row by row
    std::vector<std::uint8_t> m_rest;         ///< 255 - alpha, once for each byte of m_colour
    std::vector<std::pair<int, int>> m_spans; ///< first column and number of columns of each row that are not empty
};

} // namespace cuntu
