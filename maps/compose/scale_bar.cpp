// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/compose/scale_bar.h"

#include "maps/label/map_font.h"
#include "maps/style/legend_text.h"
#include "maps/text.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace cuntu {
namespace {

QString lengthText(double length_m)
{
    return length_m >= 1000 ? Maps::tr("%1 km").arg(legendNumber(length_m / 1000))
                            : Maps::tr("%1 m").arg(legendNumber(length_m, 3));
}

void paintHaloed(QPainter &painter, QPointF base, const QFont &font, const QString &text, double halo_px)
{
    QPainterPath path;
    path.addText(base, font, text);
    painter.strokePath(path, QPen(QColor(255, 255, 255, 220), 2 * halo_px, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, QColor(0x26, 0x26, 0x26));
}

} // namespace

ScaleBar scaleBarFor(const MapExtent &extent, bool geographic, double most_px)
{
    ScaleBar bar;
    const double metresPerPixel = extent.scaleDenominator(geographic) / (1000 * extent.pixelsPerMm);
    const double most_m = metresPerPixel * most_px;
    if (!(most_m > 0) || !std::isfinite(most_m)) {
        return bar;
    }
    const double power = std::pow(10, std::floor(std::log10(most_m)));
    const double digit = most_m >= 5 * power ? 5 : most_m >= 2 * power ? 2 : 1;
    bar.length_m = digit * power;
    bar.parts = digit == 5 ? 5 : 4;
    bar.width_px = bar.length_m / metresPerPixel;
    bar.text = lengthText(bar.length_m);
    return bar;
}

QString scaleText(const MapExtent &extent, bool geographic)
{
    const double denominator = extent.scaleDenominator(geographic);
    if (!(denominator > 0) || !std::isfinite(denominator)) {
        return {};
    }
    const double unit = std::pow(10, std::max(0.0, std::floor(std::log10(denominator)) - 2));
    return QStringLiteral("1 : %1").arg(
        QLocale(QLocale::English).toString(std::round(denominator / unit) * unit, 'f', 0));
}

QRectF paintScaleBar(QPainter &painter, const ScaleBar &bar, QPointF corner, double pixelsPerMm)
{
    if (bar.length_m <= 0) {
        return {};
    }
    const double height = 1.1 * pixelsPerMm;
    const QFont font = mapFont(2.7 * pixelsPerMm);
    const QFontMetricsF metrics(font);
    const QColor ink(0x26, 0x26, 0x26);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame(corner.x(), corner.y() - height, bar.width_px, height);
    const double line = std::max(1.0, 0.2 * pixelsPerMm);
    painter.fillRect(frame.adjusted(-line * 2, -line * 2, line * 2, line * 2), QColor(255, 255, 255, 220));
    for (int part = 0; part < bar.parts; ++part) {
        const double width = bar.width_px / bar.parts;
        const QRectF field(frame.left() + part * width, frame.top(), width, height);
        painter.fillRect(field, part % 2 == 0 ? ink : QColor(Qt::white));
    }
    painter.setPen(QPen(ink, line, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);
    const double base = frame.top() - 1.0 * pixelsPerMm;
    const double halo = 0.35 * pixelsPerMm;
    paintHaloed(painter, QPointF(frame.left(), base), font, QStringLiteral("0"), halo);
    const double textWidth = metrics.horizontalAdvance(bar.text);
    paintHaloed(painter, QPointF(frame.right() - textWidth, base), font, bar.text, halo);
    painter.restore();
    return frame.united(QRectF(frame.left(), base - metrics.ascent(), frame.width(), metrics.ascent()));
}

} // namespace cuntu
