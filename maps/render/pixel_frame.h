// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/render_request.h"

#include <QPointF>
#include <QRectF>

#include <cmath>

namespace cuntu {

/// @p pixels to the nearest 256th: what is drawn from such places is the same in any picture that holds them, whole or
/// in tiles, as differences are exact.
inline double subpixel(double pixels)
{
    return std::floor(pixels * 256 + 0.5) / 256;
}

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

} // namespace cuntu
