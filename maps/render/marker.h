// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"
#include "maps/style/style.h"

#include <QImage>
#include <QPointF>

#include <cstdint>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace cuntu {

/// Draws one point symbol about @p centre, in painter units of @p pixelsPerMm. A marking adds a sign that is seen
/// without colour: hollow (white inside), crossed (a cross inside), hatched (a stripe), dashed (a white eye).
CUNTU_MAPS_EXPORT void paintMarker(QPainter &painter, const Symbol &symbol, QPointF centre, double pixelsPerMm);

/// Width in pixels that a marker of @p symbol takes at most, stroke included.
CUNTU_MAPS_EXPORT double markerExtent_px(const Symbol &symbol, double pixelsPerMm);

/// A point symbol drawn once, to be copied to many places. Immutable; any thread.
class CUNTU_MAPS_EXPORT MarkerSprite {
public:
    MarkerSprite(const Symbol &symbol, double pixelsPerMm);

    int side() const { return m_side; }
    /// Lays the sprite over @p image (ARGB32 premultiplied) with its middle on @p pixel; what is outside is cut.
    void paint(QImage &image, QPoint pixel) const;

private:
    void paintRow(std::uint8_t *target, int row, int firstColumn, int columns) const;

    int m_side = 1;                           ///< odd, so that one pixel is the middle
    std::vector<std::uint8_t> m_colour;       ///< premultiplied bytes, row by row
    std::vector<std::uint8_t> m_rest;         ///< 255 - alpha, once for each byte of m_colour
    std::vector<std::pair<int, int>> m_spans; ///< first column and number of columns of each row that are not empty
};

} // namespace cuntu
