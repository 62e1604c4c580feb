// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "maps/label/label.h"
#include "maps/render/line_passes.h"
#include "maps/render/pixel_batch.h"

#include <QImage>

namespace cuntu {

/// How a layer is laid over what is below it.
struct LayerMix {
    double opacity = 1; ///< 0..1
    Blend blend = Blend::Over;
};

/// Where pictures of layers go: pixels (RasterCanvas) or a painter (PainterCanvas). Positions are pixels, y down. One
/// thread.
class Canvas {
public:
    virtual ~Canvas() = default;

    /// True where point symbols are wanted at their exact places (SymbolBatch::markers), false where pixels will do.
    virtual bool wantsExactPlaces() const = 0;
    /// Lays @p layer over the rest. Stops between steps when the job is cancelled.
    virtual void drawLayer(const PixelLayer &layer, const LayerMix &mix) = 0;
    virtual void drawImage(const QImage &image, const LayerMix &mix) = 0;
    virtual void drawLabel(const Label &label) = 0;
};

/// Draws the parts of symbols: what a layer is made of.
class SymbolPen {
public:
    virtual ~SymbolPen() = default;

    /// Fills and hatches each feature; even-odd over its rings.
    virtual void fillAreas(const Symbol &symbol, const PixelShapes &areas) = 0;
    /// Draws one stroke along all parts of @p lines.
    virtual void stroke(const LinePass &pass, const PixelShapes &lines) = 0;
    virtual void drawDots(const QColor &colour, const PixelSet &dots) = 0;
    virtual void drawMarkers(const SymbolBatch &batch) = 0;
};

/// Draws @p layer with @p pen: fills, then outlines and lines level by level, then dots and markers. Stops between
/// steps when @p job is cancelled.
void drawBatches(const PixelLayer &layer, double pixelsPerMm, SymbolPen &pen, const JobContext &job);

} // namespace cuntu
