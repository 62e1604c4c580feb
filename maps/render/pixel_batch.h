// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/export.h"
#include "maps/render/pixel_set.h"
#include "maps/style/style.h"

#include <QPointF>

#include <cstdint>
#include <span>
#include <vector>

namespace cuntu {

/// Lines or rings in pixels (y down), simplified below the size of a pixel: feature -> parts -> points, flat.
struct CUNTU_MAPS_EXPORT PixelShapes {
    /// From where to where a part reaches, in pixels; where it holds not-a-number it reaches everywhere.
    struct Rows {
        float top = 0;
        float bottom = 0;
        /// False when nothing of it, drawn @p reach wide on either side, lies in rows @p from to @p to.
        bool touch(double from, double to, double reach) const
        {
            return !(static_cast<double>(bottom) + reach < from) && !(static_cast<double>(top) - reach > to);
        }
    };

    std::vector<QPointF> points;
    std::vector<std::uint32_t> partEnds;    ///< end of each part in `points`
    std::vector<std::uint32_t> featureEnds; ///< end of each feature in `partEnds`
    std::vector<Rows> rows;                 ///< of each part

    bool isEmpty() const { return partEnds.empty(); }
    std::span<const QPointF> part(std::size_t index) const
    {
        const std::size_t begin = index == 0 ? 0 : partEnds[index - 1];
        return std::span(points).subspan(begin, partEnds[index] - begin);
    }
    std::size_t firstPart(std::size_t feature) const { return feature == 0 ? 0 : featureEnds[feature - 1]; }
    /// Makes the points behind the last part a part.
    void closePart();
    /// Makes the parts behind the last feature a feature, if there are any.
    void closeFeature();
    /// Appends the features of @p other.
    void append(const PixelShapes &other);
};

/// What a canvas draws with one symbol.
struct SymbolBatch {
    Symbol symbol;
    /// Positions of point symbols, each pixel once, row by row: exact ones for vectors, whole pixels for pictures of
    /// layers with many symbols, for which bits would take too much memory.
    std::vector<QPointF> markers;
    PixelSet markerPixels; ///< pixels of point symbols; for pictures
    PixelSet dots;         ///< lines and areas smaller than a pixel
    PixelShapes lines;
    PixelShapes areas;
};

/// One layer in pixels: a batch for each class, in drawing order.
struct PixelLayer {
    std::vector<SymbolBatch> batches;
    std::size_t features = 0; ///< features seen in the extent and in a class
};

} // namespace cuntu
