// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "maps/label/label.h"
#include "maps/render/line_passes.h"
#include "maps/render/pixel_batch.h"

#include <QImage>

namespace cuntu {

/// Where pictures of layers go: pixels (RasterCanvas) or a painter (PainterCanvas). Positions are pixels, y down. One
/// thread.
class Canvas {
public:
    virtual ~Canvas() = default;

    /// Everything until endLayer() is laid over the rest with @p opacity (0..1).
    virtual void beginLayer(double opacity) = 0;
    virtual void endLayer() = 0;
    virtual void drawImage(const QImage &image, double opacity) = 0;
    /// Fills and hatches each feature; even-odd over its rings.
    virtual void fillAreas(const Symbol &symbol, const PixelShapes &areas) = 0;
    /// Draws one stroke along all parts of @p lines.
    virtual void stroke(const LinePass &pass, const PixelShapes &lines) = 0;
    virtual void drawDots(const QColor &colour, const std::vector<QPoint> &dots) = 0;
    virtual void drawMarkers(const Symbol &symbol, const std::vector<QPointF> &markers) = 0;
    virtual void drawLabel(const Label &label) = 0;
};

/// Draws @p layer on @p canvas: fills, then outlines and lines level by level, then dots and markers. Stops between
/// steps when
/// @p job is cancelled.
void drawLayer(const PixelLayer &layer, double pixelsPerMm, Canvas &canvas, const JobContext &job);

} // namespace cuntu
