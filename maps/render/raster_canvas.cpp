// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/raster_canvas.h"

#include "maps/label/label_paint.h"
#include "maps/render/shapes.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace cuntu {
namespace {

/// Beyond the picture's border lines still reach in by half their width; nothing is wider than this.
constexpr double k_window_px = 64;
constexpr std::size_t k_itemsBetweenChecks = 256;

/// A square that repeats without a seam into lines at 45 degrees.
QImage hatchTile(const Hatch &hatch)
{
    const int side = std::max(4, static_cast<int>(std::lround(hatch.spacing_px * std::sqrt(2.0))));
    QImage tile(side, side, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hatch.colour, hatch.width_px, Qt::SolidLine, Qt::FlatCap));
    for (int shift = -1; shift <= 1; ++shift) {
        const double x = shift * side;
        painter.drawLine(QPointF(x - side, 2 * side), QPointF(x + 2 * side, -side));
        if (hatch.crossed) {
            painter.drawLine(QPointF(x - side, -side), QPointF(x + 2 * side, 2 * side));
        }
    }
    return tile;
}

QPainterPath featurePath(const PixelShapes &areas, std::size_t feature, const QRectF &window)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (std::size_t part = areas.firstPart(feature); part < areas.featureEnds[feature]; ++part) {
        const std::vector<QPointF> ring = shapes::clippedRing(areas.part(part), window);
        if (ring.size() >= 3) {
            path.addPolygon(QPolygonF(QList<QPointF>(ring.begin(), ring.end())));
            path.closeSubpath();
        }
    }
    return path;
}

} // namespace

RasterCanvas::RasterCanvas(QImage &image, double pixelsPerMm, QPointF patternOrigin, const JobContext &job)
    : m_image(image), m_pixelsPerMm(pixelsPerMm), m_patternOrigin(patternOrigin), m_mask(image.size()), m_job(job)
{
}

void RasterCanvas::beginLayer(double opacity)
{
    m_opacity = opacity;
    if (m_opacity < 1) {
        m_layer = QImage(m_image.size(), QImage::Format_ARGB32_Premultiplied);
        m_layer.fill(Qt::transparent);
    }
}

void RasterCanvas::endLayer()
{
    if (m_opacity < 1) {
        const double opacity = m_opacity;
        m_opacity = 1;
        drawImage(m_layer, opacity);
        m_layer = QImage();
    }
}

void RasterCanvas::drawImage(const QImage &image, double opacity)
{
    QPainter painter(&m_image);
    painter.setOpacity(opacity);
    painter.drawImage(QPoint(0, 0), image);
}

void RasterCanvas::fillAreas(const Symbol &symbol, const PixelShapes &areas)
{
    const Hatch hatch = hatchOf(symbol, m_pixelsPerMm);
    const bool filled = symbol.fill.isValid() && symbol.fill.alpha() > 0 && symbol.marking != Marking::Hollow;
    if (!filled && hatch.width_px <= 0) {
        return;
    }
    QPainter painter(&target());
    // An outline hides the steps of an aliased edge; without antialiasing neighbours meet with no seam between them.
    painter.setRenderHint(QPainter::Antialiasing, outlinePasses(symbol, m_pixelsPerMm).empty());
    QBrush hatchBrush;
    if (hatch.width_px > 0) {
        hatchBrush = QBrush(hatchTile(hatch));
        const double side = hatchBrush.textureImage().width();
        painter.setBrushOrigin(QPointF(std::fmod(m_patternOrigin.x(), side), std::fmod(m_patternOrigin.y(), side)));
    }
    const QRectF window = QRectF(QPointF(0, 0), m_image.size()).adjusted(-2, -2, 2, 2);
    for (std::size_t feature = 0; feature < areas.featureEnds.size(); ++feature) {
        if (feature % k_itemsBetweenChecks == 0 && m_job.isCancelled()) {
            return;
        }
        const QPainterPath path = featurePath(areas, feature, window);
        if (filled) {
            painter.fillPath(path, symbol.fill);
        }
        if (hatch.width_px > 0) {
            painter.fillPath(path, hatchBrush);
        }
    }
}

void RasterCanvas::stroke(const LinePass &pass, const PixelShapes &lines)
{
    const double margin = k_window_px + pass.width_px;
    const QRectF window = QRectF(QPointF(0, 0), m_image.size()).adjusted(-margin, -margin, margin, margin);
    const auto add = [&](std::span<const QPointF> piece) { m_mask.addPolyline(piece, pass.width_px); };
    for (std::size_t part = 0; part < lines.partEnds.size(); ++part) {
        if (part % k_itemsBetweenChecks == 0 && m_job.isCancelled()) {
            break;
        }
        if (pass.tick_px > 0) {
            shapes::forEachTick(lines.part(part), pass.every_px, pass.tick_px, window, add);
        } else if (pass.dash_px > 0) {
            shapes::forEachDash(lines.part(part), pass.dash_px, pass.gap_px, window, add);
        } else {
            add(lines.part(part));
        }
    }
    m_mask.paint(target(), pass.colour);
}

void RasterCanvas::drawDots(const QColor &colour, const std::vector<QPoint> &dots)
{
    for (const QPoint &dot : dots) {
        m_mask.addPixel(dot);
    }
    m_mask.paint(target(), colour);
}

void RasterCanvas::drawMarkers(const Symbol &symbol, const std::vector<QPointF> &markers)
{
    const MarkerSprite sprite(symbol, m_pixelsPerMm);
    QImage &image = target();
    std::size_t count = 0;
    for (const QPointF &marker : markers) {
        if (++count % (16 * k_itemsBetweenChecks) == 0 && m_job.isCancelled()) {
            return;
        }
        sprite.paint(image, QPoint(static_cast<int>(std::floor(marker.x())), static_cast<int>(std::floor(marker.y()))));
    }
}

void RasterCanvas::drawLabel(const Label &label)
{
    paintLabel(target(), label);
}

} // namespace cuntu
