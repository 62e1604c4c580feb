// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/canvas.h"

QT_FORWARD_DECLARE_CLASS(QPainter)

namespace cuntu {

/// Draws with a painter: vectors for SVG and PDF, samples in legends. The same symbols as RasterCanvas, as paths.
class CUNTU_MAPS_EXPORT PainterCanvas : public Canvas, public SymbolPen {
public:
    /// @p painter outlives the canvas; @p window is what is visible, in its units.
    PainterCanvas(QPainter &painter, double pixelsPerMm, const QRectF &window, QPointF patternOrigin,
                  const JobContext &job);

    bool wantsExactPlaces() const override { return true; }
    void drawLayer(const PixelLayer &layer, const LayerMix &mix) override;
    void drawImage(const QImage &image, const LayerMix &mix) override;
    void fillAreas(const Symbol &symbol, const PixelShapes &areas) override;
    void stroke(const LinePass &pass, const PixelShapes &lines) override;
    void drawDots(const QColor &colour, const PixelSet &dots) override;
    void drawMarkers(const SymbolBatch &batch) override;
    void drawLabel(const Label &label) override;

private:
    void drawHatch(const Hatch &hatch, const QRectF &box);

    QPainter &m_painter;
    double m_pixelsPerMm;
    QRectF m_window;
    QPointF m_patternOrigin;
    const JobContext &m_job;
};

} // namespace cuntu
