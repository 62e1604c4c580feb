// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/render_request.h"

#include <QPointF>
#include <QRectF>

#include <cstdint>
#include <vector>

namespace cuntu {

/// Turns map positions into pixels: MapExtent::toPixel() with its divisions done beforehand.
struct PixelFrame {
    double originX;
    double originY;
    double pixelsPerUnit;
    QSize size;

    explicit PixelFrame(const MapExtent &extent)
        : originX(extent.box().minX),
          originY(extent.box().maxY),
          pixelsPerUnit(1 / extent.unitsPerPixel),
          size(extent.size)
    {
    }
    QPointF toPixel(Point map) const { return {(map.x - originX) * pixelsPerUnit, (originY - map.y) * pixelsPerUnit}; }
};

/// Which pixels of the picture, and of a margin around it, have been seen.
class PixelSet {
public:
    PixelSet(QSize size, int margin)
        : m_margin(margin),
          m_width(size.width() + 2 * margin),
          m_height(size.height() + 2 * margin),
          m_bits((static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height) + 63) / 64, 0)
    {
    }

    /// True when @p pixel is in the set's range and was not in it yet; it is now.
    bool insert(QPointF pixel)
    {
        const double x = pixel.x() + m_margin;
        const double y = pixel.y() + m_margin;
        if (!(x >= 0 && y >= 0 && x < m_width && y < m_height)) { // also not-a-number
            return false;
        }
        const std::size_t bit =
            static_cast<std::size_t>(y) * static_cast<std::size_t>(m_width) + static_cast<std::size_t>(x);
        const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
        std::uint64_t &word = m_bits[bit / 64];
        const bool isNew = (word & mask) == 0;
        word |= mask;
        return isNew;
    }

private:
    int m_margin;
    int m_width;
    int m_height;
    std::vector<std::uint64_t> m_bits;
};

} // namespace cuntu
