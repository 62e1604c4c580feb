// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/render/marker.h"

#include "maps/label/blend.h"
#include "maps/label/map_font.h"

#include <QPainter>
#include <QPainterPath>
#include <QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace cuntu {
namespace {

constexpr double k_hollowStroke_mm = 0.45;

/// The letters of @p symbol, as high as a marker of @p radius.
QPainterPath textPath(const Symbol &symbol, double radius)
{
    QPainterPath path;
    if (!canDrawText()) {
        path.addEllipse(QPointF(0, 0), radius, radius);
        return path;
    }
    QFont font = mapFont(2 * radius);
    if (!symbol.fontFamily.isEmpty()) {
        font.setFamily(symbol.fontFamily);
    }
    path.addText(0, 0, font, symbol.text);
    const QRectF box = path.boundingRect();
    const double side = std::max(box.width(), box.height());
    if (!(side > 0)) {
        return path;
    }
    path.translate(-box.center());
    return QTransform::fromScale(2 * radius / side, 2 * radius / side).map(path);
}

QPainterPath markerPath(const Symbol &symbol, double radius)
{
    QPainterPath path;
    const auto polygon = [&](std::initializer_list<QPointF> corners) {
        path.addPolygon(QPolygonF(QList<QPointF>(corners)));
        path.closeSubpath();
    };
    switch (symbol.shape) {
    case MarkerShape::Text:
        return textPath(symbol, radius);
    case MarkerShape::Picture: // what stands for one that cannot be read
    case MarkerShape::Circle:
        path.addEllipse(QPointF(0, 0), radius, radius);
        break;
    case MarkerShape::Square:
        path.addRect(QRectF(-radius, -radius, 2 * radius, 2 * radius));
        break;
    case MarkerShape::Triangle:
        polygon({{0, -radius * 1.15}, {radius * 1.1, radius * 0.8}, {-radius * 1.1, radius * 0.8}});
        break;
    case MarkerShape::Diamond:
        polygon({{0, -radius * 1.2}, {radius * 1.2, 0}, {0, radius * 1.2}, {-radius * 1.2, 0}});
        break;
    case MarkerShape::Cross: {
        const double arm = radius * 0.36;
        polygon({{-arm, -radius},
                 {arm, -radius},
                 {arm, -arm},
                 {radius, -arm},
                 {radius, arm},
                 {arm, arm},
                 {arm, radius},
                 {-arm, radius},
                 {-arm, arm},
                 {-radius, arm},
                 {-radius, -arm},
                 {-arm, -arm}});
        break;
    }
    }
    return path;
}

void paintSign(QPainter &painter, const Symbol &symbol, double radius)
{
    const QColor sign = contrasting(symbol.fill);
    const QPen pen(sign, std::max(1.0, radius * 0.3), Qt::SolidLine, Qt::FlatCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const double arm = radius * 0.72;
    switch (symbol.marking) {
    case Marking::Crossed:
        painter.drawLine(QPointF(-arm, -arm), QPointF(arm, arm));
        painter.drawLine(QPointF(-arm, arm), QPointF(arm, -arm));
        break;
    case Marking::Hatched:
        painter.drawLine(QPointF(-arm, arm), QPointF(arm, -arm));
        break;
    case Marking::Dashed:
        painter.setPen(Qt::NoPen);
        painter.setBrush(sign);
        painter.drawEllipse(QPointF(0, 0), radius * 0.38, radius * 0.38);
        break;
    case Marking::Plain:
    case Marking::Hollow:
        break;
    }
}

/// Draws the SVG of @p symbol, its proportions kept, @p radius to each side. False where it is none.
bool paintPicture(QPainter &painter, const Symbol &symbol, double pixelsPerMm, double radius)
{
    QByteArray svg = symbol.picture;
    svg.replace("param(fill)", symbol.fill.name().toLatin1());
    svg.replace("param(outline-width)", QByteArray::number(symbol.strokeWidth_mm * pixelsPerMm));
    svg.replace("param(outline)", (symbol.stroke.isValid() ? symbol.stroke : symbol.fill).name().toLatin1());
    QSvgRenderer picture(svg);
    const QSizeF size = picture.viewBoxF().size();
    if (!picture.isValid() || size.isEmpty()) {
        return false;
    }
    const double scale = 2 * radius / std::max(size.width(), size.height());
    const QSizeF drawn = size * scale;
    picture.render(&painter, QRectF(QPointF(-drawn.width() / 2, -drawn.height() / 2), drawn));
    return true;
}

} // namespace

QColor contrasting(const QColor &fill)
{
    return qGray(fill.rgb()) < 150 ? QColor(Qt::white) : QColor(0x26, 0x26, 0x26);
}

double markerExtent_px(const Symbol &symbol, double pixelsPerMm)
{
    const double stroke_mm = symbol.marking == Marking::Hollow ? k_hollowStroke_mm : symbol.strokeWidth_mm;
    // A turned square reaches out to its diagonal.
    const bool isRound = symbol.turn_deg == 0 && symbol.shape != MarkerShape::Picture;
    return (symbol.size_mm * (isRound ? 1.2 : 1.7) + 2 * stroke_mm) * pixelsPerMm;
}

void paintMarker(QPainter &painter, const Symbol &symbol, QPointF centre, double pixelsPerMm)
{
    const double radius = std::max(0.5, symbol.size_mm * pixelsPerMm / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.rotate(symbol.turn_deg);
    if (symbol.shape == MarkerShape::Picture && paintPicture(painter, symbol, pixelsPerMm, radius)) {
        painter.restore();
        return;
    }
    const QPainterPath path = markerPath(symbol, radius);
    if (symbol.marking == Marking::Hollow) {
        painter.setBrush(Qt::white);
        painter.setPen(QPen(symbol.fill, std::max(1.2, k_hollowStroke_mm * pixelsPerMm), Qt::SolidLine, Qt::SquareCap,
                            Qt::MiterJoin));
        painter.drawPath(path);
    } else {
        const bool stroked = symbol.stroke.isValid() && symbol.strokeWidth_mm > 0;
        if (stroked) {
            // Below the fill and twice as wide: a rim around the shape that takes nothing from its area.
            painter.strokePath(path, QPen(symbol.stroke, 2 * symbol.strokeWidth_mm * pixelsPerMm, Qt::SolidLine,
                                          Qt::RoundCap, Qt::RoundJoin));
        }
        painter.fillPath(path, symbol.fill);
        paintSign(painter, symbol, radius);
    }
    painter.restore();
}

bool isOneShape(const Symbol &symbol)
{
    const bool rimmed = symbol.stroke.isValid() && symbol.strokeWidth_mm > 0;
    return !rimmed && symbol.marking == Marking::Plain && symbol.fill.alpha() == 255 &&
           symbol.shape != MarkerShape::Picture;
}

MarkerSprite::MarkerSprite(const Symbol &symbol, double pixelsPerMm)
{
    m_side = 2 * static_cast<int>(std::ceil(markerExtent_px(symbol, pixelsPerMm) / 2)) + 1;
    QImage image(m_side, m_side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintMarker(painter, symbol, QPointF(m_side / 2.0, m_side / 2.0), pixelsPerMm);
    painter.end();
    m_pitch = std::max(m_side, k_stampWidth);
    m_cover.resize(static_cast<std::size_t>(m_side) * static_cast<std::size_t>(m_pitch), 0);
    for (int y = 0; y < m_side; ++y) {
        const auto *row = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        const auto *bytes = image.constScanLine(y);
        m_colour.insert(m_colour.end(), bytes, bytes + m_side * 4);
        int first = m_side;
        int last = -1;
        for (int x = 0; x < m_side; ++x) {
            m_cover[static_cast<std::size_t>(y * m_pitch + x)] = static_cast<std::uint8_t>(qAlpha(row[x]));
            m_rest.insert(m_rest.end(), 4, static_cast<std::uint8_t>(255 - qAlpha(row[x])));
            if (qAlpha(row[x]) != 0) {
                first = std::min(first, x);
                last = x;
            }
        }
        if (last >= 0) {
            m_coverBegin = m_coverEnd == 0 ? y : m_coverBegin;
            m_coverEnd = y + 1;
        }
        m_spans.emplace_back(first, std::max(0, last - first + 1));
    }
}

void MarkerSprite::paintRow(std::uint8_t *target, int row, int firstColumn, int columns) const
{
    const std::ptrdiff_t offset = 4 * (static_cast<std::ptrdiff_t>(row) * m_side + firstColumn);
    const std::uint8_t *colour = m_colour.data() + offset;
    const std::uint8_t *rest = m_rest.data() + offset;
    for (int i = 0; i < 4 * columns; ++i) { // bytes, so that the compiler makes vectors of it
        target[i] = static_cast<std::uint8_t>(colour[i] + blend::times(target[i], rest[i]));
    }
}

void MarkerSprite::paint(const PixelBuffer &target, int top, int bottom, int x, int y) const
{
    const int left = x - m_side / 2;
    const int above = y - m_side / 2;
    const int firstRow = std::max(0, top - above);
    const int endRow = std::min(m_side, bottom - above);
    for (int row = firstRow; row < endRow; ++row) {
        const auto [spanStart, spanLength] = m_spans[static_cast<std::size_t>(row)];
        const int first = std::max(spanStart, -left);
        const int end = std::min(spanStart + spanLength, target.width - left);
        if (first < end) {
            auto *pixels = reinterpret_cast<std::uint8_t *>(target.row(above + row) + left + first);
            paintRow(pixels, row, first, end - first);
        }
    }
}

} // namespace cuntu
