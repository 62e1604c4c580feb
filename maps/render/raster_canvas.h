// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/canvas.h"
#include "maps/render/coverage_mask.h"
#include "maps/render/marker.h"

namespace cuntu {

/// Draws into an image. Lines go through a coverage mask and markers are copied from sprites, so that cost follows the
/// pixels; areas are filled by QPainter.
class CUNTU_MAPS_EXPORT RasterCanvas : public Canvas {
public:
    /// @p image (ARGB32 premultiplied) outlives the canvas. @p patternOrigin is where hatches are anchored, so that
    /// they move with the map.
    RasterCanvas(QImage &image, double pixelsPerMm, QPointF patternOrigin, const JobContext &job);

    void beginLayer(double opacity) override;
    void endLayer() override;
    void drawImage(const QImage &image, double opacity) override;
    void fillAreas(const Symbol &symbol, const PixelShapes &areas) override;
    void stroke(const LinePass &pass, const PixelShapes &lines) override;
    void drawDots(const QColor &colour, const std::vector<QPoint> &dots) override;
    void drawMarkers(const Symbol &symbol, const std::vector<QPointF> &markers) override;
    void drawLabel(const Label &label) override;

private:
    QImage &target() { return m_opacity < 1 ? m_layer : m_image; }

    QImage &m_image;
    QImage m_layer; ///< a translucent layer while it is drawn
    double m_opacity = 1;
    double m_pixelsPerMm;
    QPointF m_patternOrigin;
    CoverageMask m_mask;
    const JobContext &m_job;
};

} // namespace cuntu
