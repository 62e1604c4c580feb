// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/area_scan.h"
#include "maps/render/canvas.h"
#include "maps/render/coverage_mask.h"
#include "maps/render/segment_set.h"

#include <QPainter>

#include <optional>

namespace cuntu {

/// The way in which Qt paints as @p blend says.
QPainter::CompositionMode compositionOf(Blend blend);

/// Draws layers into some rows of a picture. A row comes out the same whichever other rows the band has, so that bands
/// can be drawn on as many threads as there are. Lines go through a coverage mask, areas through a scan, markers are
/// stamped: cost follows the pixels. One thread.
class CUNTU_MAPS_EXPORT RasterBand : public SymbolPen {
public:
    /// Rows @p top to @p bottom (exclusive) of the picture @p picture of @p size. @p patternOrigin is where hatches are
    /// anchored.
    RasterBand(const PixelBuffer &picture, QSize size, int top, int bottom, double pixelsPerMm, QPointF patternOrigin,
               const JobContext &job);

    void drawLayer(const PixelLayer &layer, const LayerMix &mix);
    void fillAreas(const Symbol &symbol, const PixelShapes &areas) override;
    void stroke(const LinePass &pass, const PixelShapes &lines) override;
    void drawDots(const QColor &colour, const PixelSet &dots) override;
    void drawMarkers(const SymbolBatch &batch) override;

private:
    void layOver(const QImage &layer, const LayerMix &mix);
    void strokeOnce(std::span<const QPointF> ring, double width_px);

    PixelBuffer m_picture;
    PixelBuffer m_target; ///< the picture, or a translucent layer while it is drawn
    QSize m_size;
    int m_top;
    int m_bottom;
    double m_pixelsPerMm;
    QPointF m_patternOrigin;
    CoverageMask m_mask;
    SegmentSet m_drawn;                ///< of the outlines at hand
    std::optional<LinePass> m_outline; ///< how those are drawn
    AreaScan m_scan;
    const JobContext &m_job;
};

} // namespace cuntu
