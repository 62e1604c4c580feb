// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/style/style.h"

#include <QPointF>

#include <cstdint>
#include <span>
#include <vector>

namespace cuntu {

/// Lines or rings in pixels (y down), simplified to half a pixel: feature -> parts -> points, flat.
struct PixelShapes {
    std::vector<QPointF> points;
    std::vector<std::uint32_t> partEnds;    ///< end of each part in `points`
    std::vector<std::uint32_t> featureEnds; ///< end of each feature in `partEnds`

    bool isEmpty() const { return partEnds.empty(); }
    std::span<const QPointF> part(std::size_t index) const
    {
        const std::size_t begin = index == 0 ? 0 : partEnds[index - 1];
        return std::span(points).subspan(begin, partEnds[index] - begin);
    }
    std::size_t firstPart(std::size_t feature) const { return feature == 0 ? 0 : featureEnds[feature - 1]; }
};

/// What a canvas draws with one symbol.
struct SymbolBatch {
    Symbol symbol;
    std::vector<QPointF> markers; ///< positions of point symbols, each pixel once
    std::vector<QPoint> dots;     ///< lines and areas smaller than a pixel, each pixel once
    PixelShapes lines;
    PixelShapes areas;
};

/// One layer in pixels: a batch for each class, in drawing order.
struct PixelLayer {
    std::vector<SymbolBatch> batches;
    std::size_t features = 0; ///< features seen in the extent and in a class
};

} // namespace cuntu
