// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/raster_band.h"

#include "maps/label/blend.h"
#include "maps/render/shapes.h"

#include <QPainter>

#include <algorithm>
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

/// What areas are filled with: a colour, a repeated tile above it, or one of both.
class Filling {
public:
    Filling(const Symbol &symbol, double pixelsPerMm, QPointF patternOrigin)
    {
        if (symbol.fill.isValid() && symbol.marking != Marking::Hollow) {
            m_colour = symbol.fill.rgba();
        }
        const Hatch hatch = hatchOf(symbol, pixelsPerMm);
        if (hatch.width_px > 0) {
            m_tile = hatchTile(hatch);
            m_shiftX = std::fmod(patternOrigin.x(), m_tile.width());
            m_shiftY = std::fmod(patternOrigin.y(), m_tile.height());
        }
    }

    bool isNothing() const { return qAlpha(m_colour) == 0 && m_tile.isNull(); }

    void paint(const PixelBuffer &target, int y, int first, int end) const
    {
        QRgb *pixels = target.row(y);
        if (qAlpha(m_colour) == 255) {
            std::fill(pixels + first, pixels + end, m_colour);
        } else if (qAlpha(m_colour) > 0) {
            for (int x = first; x < end; ++x) {
                pixels[x] = blend::over(pixels[x], m_colour, 255);
            }
        }
        for (int x = first; x < end && !m_tile.isNull(); ++x) {
            pixels[x] = blend::premultipliedOver(pixels[x], tilePixel(x, y), 255);
        }
    }

    void paint(const PixelBuffer &target, int y, int first, std::span<const std::uint8_t> cover) const
    {
        QRgb *pixels = target.row(y) + first;
        for (std::size_t i = 0; i < cover.size(); ++i) {
            if (cover[i] == 0) {
                continue;
            }
            if (qAlpha(m_colour) > 0) {
                pixels[i] = blend::over(pixels[i], m_colour, cover[i]);
            }
            if (!m_tile.isNull()) {
                pixels[i] = blend::premultipliedOver(pixels[i], tilePixel(first + static_cast<int>(i), y), cover[i]);
            }
        }
    }

private:
    QRgb tilePixel(int x, int y) const
    {
        const auto place = [](int at, double shift, int side) {
            const int rest = (at - static_cast<int>(std::lround(shift))) % side;
            return rest < 0 ? rest + side : rest;
        };
        const auto *row = reinterpret_cast<const QRgb *>(m_tile.constScanLine(place(y, m_shiftY, m_tile.height())));
        return row[place(x, m_shiftX, m_tile.width())];
    }

    QRgb m_colour = 0;
    QImage m_tile;
    double m_shiftX = 0;
    double m_shiftY = 0;
};

bool isSameStroke(const LinePass &a, const LinePass &b)
{
    return a.level == b.level && a.colour == b.colour && a.width_px == b.width_px;
}

} // namespace

QPainter::CompositionMode compositionOf(Blend blend)
{
    switch (blend) {
    case Blend::Over:
        break;
    case Blend::Multiply:
        return QPainter::CompositionMode_Multiply;
    case Blend::Screen:
        return QPainter::CompositionMode_Screen;
    case Blend::Overlay:
        return QPainter::CompositionMode_Overlay;
    case Blend::Darken:
        return QPainter::CompositionMode_Darken;
    case Blend::Lighten:
        return QPainter::CompositionMode_Lighten;
    }
    return QPainter::CompositionMode_SourceOver;
}

RasterBand::RasterBand(const PixelBuffer &picture, QSize size, int top, int bottom, double pixelsPerMm,
                       QPointF patternOrigin, const JobContext &job)
    : m_picture(picture),
      m_target(picture),
      m_size(size),
      m_top(top),
      m_bottom(bottom),
      m_pixelsPerMm(pixelsPerMm),
      m_patternOrigin(patternOrigin),
      m_mask(size, top, bottom),
      m_scan(size.width(), top, bottom),
      m_job(job)
{
}

void RasterBand::drawLayer(const PixelLayer &layer, const LayerMix &mix)
{
    m_outline.reset();
    if (mix.opacity >= 1 && mix.blend == Blend::Over) {
        drawBatches(layer, m_pixelsPerMm, *this, m_job);
        return;
    }
    QImage own(m_size.width(), m_bottom - m_top, QImage::Format_ARGB32_Premultiplied);
    own.fill(Qt::transparent);
    m_target = PixelBuffer(own, m_top);
    drawBatches(layer, m_pixelsPerMm, *this, m_job);
    m_target = m_picture;
    layOver(own, mix);
}

void RasterBand::layOver(const QImage &layer, const LayerMix &mix)
{
    if (mix.blend != Blend::Over) {
        QImage below(reinterpret_cast<uchar *>(m_picture.row(m_top)), m_size.width(), m_bottom - m_top,
                     m_picture.stride, QImage::Format_ARGB32_Premultiplied);
        QPainter painter(&below);
        painter.setOpacity(mix.opacity);
        painter.setCompositionMode(compositionOf(mix.blend));
        painter.drawImage(0, 0, layer);
        return;
    }
    const auto cover = static_cast<unsigned>(std::lround(std::clamp(mix.opacity, 0.0, 1.0) * 255));
    for (int y = m_top; y < m_bottom; ++y) {
        const auto *source = reinterpret_cast<const QRgb *>(layer.constScanLine(y - m_top));
        QRgb *pixels = m_picture.row(y);
        for (int x = 0; x < m_size.width(); ++x) {
            if (source[x] != 0) {
                pixels[x] = blend::premultipliedOver(pixels[x], source[x], cover);
            }
        }
    }
}

void RasterBand::fillAreas(const Symbol &symbol, const PixelShapes &areas)
{
    const Filling filling(symbol, m_pixelsPerMm, m_patternOrigin);
    if (filling.isNothing()) {
        return;
    }
    // An outline hides the steps of an aliased edge; without antialiasing neighbours meet with no seam between them.
    const bool smooth = outlinePasses(symbol, m_pixelsPerMm).empty();
    for (std::size_t feature = 0; feature < areas.featureEnds.size(); ++feature) {
        if (feature % k_itemsBetweenChecks == 0 && m_job.isCancelled()) {
            return;
        }
        if (smooth) {
            m_scan.forEachCover(areas, feature, [&](int y, int first, std::span<const std::uint8_t> cover) {
                filling.paint(m_target, y, first, cover);
            });
        } else {
            m_scan.forEachRun(areas, feature,
                              [&](int y, int first, int end) { filling.paint(m_target, y, first, end); });
        }
    }
}

/// Those segments of an outline that were not drawn before, be it around an area of another class. Overlapping ones of
/// one class count once as well, but cost.
void RasterBand::strokeOnce(std::span<const QPointF> ring, double width_px)
{
    const double reach = std::max(width_px, 1.0) / 2 + 1;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const auto [top, bottom] = std::minmax({ring[i - 1].y(), ring[i].y()});
        if (top - reach <= m_bottom && bottom + reach >= m_top && m_drawn.insert(ring[i - 1], ring[i])) {
            m_mask.addSegment(ring[i - 1], ring[i], width_px);
        }
    }
    if (ring.size() == 1) {
        m_mask.addSegment(ring[0], ring[0], width_px);
    }
}

void RasterBand::stroke(const LinePass &pass, const PixelShapes &lines)
{
    const double margin = k_window_px + pass.width_px;
    const QRectF window = QRectF(QPointF(0, 0), m_size).adjusted(-margin, -margin, margin, margin);
    const auto add = [&](std::span<const QPointF> piece) { m_mask.addPolyline(piece, pass.width_px); };
    const double reach = std::max({1.0, pass.width_px, pass.tick_px}) + 1;
    if (pass.isOutline && !(m_outline && isSameStroke(pass, *m_outline))) {
        m_drawn.clear(lines.points.size() * static_cast<std::size_t>(m_bottom - m_top) /
                      static_cast<std::size_t>(m_size.height()));
        m_outline = pass;
    }
    for (std::size_t part = 0; part < lines.partEnds.size(); ++part) {
        if (part % k_itemsBetweenChecks == 0 && m_job.isCancelled()) {
            break;
        }
        if (!lines.rows[part].touch(m_top, m_bottom, reach)) {
            continue;
        }
        if (pass.tick_px > 0) {
            shapes::forEachTick(lines.part(part), pass.every_px, pass.tick_px, window, add);
        } else if (pass.dash_px > 0) {
            shapes::forEachDash(lines.part(part), pass.dash_px, pass.gap_px, window, add);
        } else if (pass.isOutline) {
            strokeOnce(lines.part(part), pass.width_px);
        } else {
            add(lines.part(part));
        }
    }
    m_mask.paint(m_target, pass.colour);
}

void RasterBand::drawDots(const QColor &colour, const PixelSet &dots)
{
    dots.forEach(m_top, m_bottom, [&](int x, int y) { m_mask.addPixel(x, y); });
    m_mask.paint(m_target, colour);
}

void RasterBand::drawMarkers(const SymbolBatch &batch)
{
    const MarkerSprite sprite(batch.symbol, m_pixelsPerMm);
    const int reach = sprite.side() / 2 + 1;
    const bool oneShape = isOneShape(batch.symbol);
    const auto draw = [&](int x, int row) {
        if (oneShape) {
            m_mask.addStamp(sprite, x, row);
        } else {
            sprite.paint(m_target, m_top, m_bottom, x, row);
        }
    };
    for (int y = m_top - reach; y < m_bottom + reach && !m_job.isCancelled(); ++y) {
        batch.markerPixels.forEach(y, y + 1, draw);
    }
    const auto first = std::ranges::lower_bound(batch.markers, m_top - reach, {}, [](QPointF at) { return at.y(); });
    for (auto at = first; at != batch.markers.end() && at->y() < m_bottom + reach && !m_job.isCancelled(); ++at) {
        draw(static_cast<int>(at->x()), static_cast<int>(at->y()));
    }
    if (oneShape) {
        m_mask.paint(m_target, batch.symbol.fill);
    }
}

} // namespace cuntu
