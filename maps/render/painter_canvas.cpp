// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/painter_canvas.h"

#include "maps/label/label_paint.h"
#include "maps/render/marker.h"
#include "maps/render/shapes.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace cuntu {
namespace {

constexpr double k_margin_px = 64;

} // namespace

PainterCanvas::PainterCanvas(QPainter &painter, double pixelsPerMm, const QRectF &window, QPointF patternOrigin,
                             const JobContext &job)
    : m_painter(painter), m_pixelsPerMm(pixelsPerMm), m_window(window), m_patternOrigin(patternOrigin), m_job(job)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
}

void PainterCanvas::drawLayer(const PixelLayer &layer, const LayerMix &mix)
{
    m_painter.setOpacity(mix.opacity);
    drawBatches(layer, m_pixelsPerMm, *this, m_job);
    m_painter.setOpacity(1);
}

void PainterCanvas::drawImage(const QImage &image, const LayerMix &mix)
{
    m_painter.setOpacity(mix.opacity);
    m_painter.drawImage(m_window, image);
    m_painter.setOpacity(1);
}

void PainterCanvas::fillAreas(const Symbol &symbol, const PixelShapes &areas)
{
    const Hatch hatch = hatchOf(symbol, m_pixelsPerMm);
    const bool filled = symbol.fill.isValid() && symbol.fill.alpha() > 0 && symbol.marking != Marking::Hollow;
    const QRectF window = m_window.adjusted(-2, -2, 2, 2);
    for (std::size_t feature = 0; feature < areas.featureEnds.size() && !m_job.isCancelled(); ++feature) {
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        for (std::size_t part = areas.firstPart(feature); part < areas.featureEnds[feature]; ++part) {
            const std::vector<QPointF> ring = shapes::clippedRing(areas.part(part), window);
            if (ring.size() >= 3) {
                path.addPolygon(QPolygonF(QList<QPointF>(ring.begin(), ring.end())));
                path.closeSubpath();
            }
        }
        if (filled) {
            m_painter.fillPath(path, symbol.fill);
        }
        if (hatch.width_px > 0 && !path.isEmpty()) {
            m_painter.save();
            m_painter.setClipPath(path, Qt::IntersectClip);
            drawHatch(hatch, path.boundingRect());
            m_painter.restore();
        }
    }
}

void PainterCanvas::drawHatch(const Hatch &hatch, const QRectF &box)
{
    m_painter.setPen(QPen(hatch.colour, hatch.width_px, Qt::SolidLine, Qt::FlatCap));
    const double step = hatch.spacing_px * std::sqrt(2.0);
    // Lines x + y = constant (and x - y = constant), counted from the pattern's origin.
    const auto lines = [&](double sign) {
        const double origin = m_patternOrigin.x() + sign * m_patternOrigin.y();
        const double low = box.left() + std::min(sign * box.top(), sign * box.bottom());
        const double high = box.right() + std::max(sign * box.top(), sign * box.bottom());
        for (double at = origin + std::ceil((low - origin) / step) * step; at <= high; at += step) {
            m_painter.drawLine(QPointF(at - sign * box.top(), box.top()),
                               QPointF(at - sign * box.bottom(), box.bottom()));
        }
    };
    lines(1);
    if (hatch.crossed) {
        lines(-1);
    }
}

void PainterCanvas::stroke(const LinePass &pass, const PixelShapes &lines)
{
    m_painter.setBrush(Qt::NoBrush);
    const bool broken = pass.dash_px > 0 || pass.tick_px > 0;
    m_painter.setPen(
        QPen(pass.colour, pass.width_px, Qt::SolidLine, broken ? Qt::FlatCap : Qt::RoundCap, Qt::RoundJoin));
    const double margin = k_margin_px + pass.width_px;
    const QRectF window = m_window.adjusted(-margin, -margin, margin, margin);
    const auto draw = [&](std::span<const QPointF> piece) {
        m_painter.drawPolyline(piece.data(), static_cast<int>(piece.size()));
    };
    for (std::size_t part = 0; part < lines.partEnds.size() && !m_job.isCancelled(); ++part) {
        if (pass.tick_px > 0) {
            shapes::forEachTick(lines.part(part), pass.every_px, pass.tick_px, window, draw);
        } else if (pass.dash_px > 0) {
            shapes::forEachDash(lines.part(part), pass.dash_px, pass.gap_px, window, draw);
        } else {
            shapes::forEachVisiblePiece(lines.part(part), window, draw);
        }
    }
}

void PainterCanvas::drawDots(const QColor &colour, const PixelSet &dots)
{
    dots.forEach([&](int x, int y) { m_painter.fillRect(QRectF(x, y, 1, 1), colour); });
}

void PainterCanvas::drawMarkers(const SymbolBatch &batch)
{
    for (const QPointF &marker : batch.markers) {
        if (m_job.isCancelled()) {
            return;
        }
        paintMarker(m_painter, batch.symbol, marker, m_pixelsPerMm);
    }
}

void PainterCanvas::drawLabel(const Label &label)
{
    paintLabel(m_painter, label);
}

} // namespace cuntu
