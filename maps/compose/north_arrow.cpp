// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/compose/north_arrow.h"

#include "maps/compose/paint_text.h"
#include "maps/label/map_font.h"

#include <QFontMetricsF>

#include <array>
#include <cmath>
#include <numbers>

namespace cuntu {

double trueNorth_deg(const Crs &crs, Point position)
{
    constexpr int k_cgcs2000 = 4490;
    constexpr double k_step_deg = 0.001; // about 100 m
    if (!crs.isValid() || crs.isGeographic()) {
        return 0;
    }
    const auto lonLat = Crs::fromEpsg(k_cgcs2000);
    if (!lonLat) {
        return 0;
    }
    const auto transform = CrsTransform::create(crs, *lonLat);
    if (!transform) {
        return 0;
    }
    std::array<Point, 1> there{position};
    if (transform->apply(there) > 0) {
        return 0;
    }
    there[0].y += k_step_deg;
    if (transform->applyInverse(there) > 0) {
        return 0;
    }
    return std::atan2(there[0].x - position.x, there[0].y - position.y) * 180 / std::numbers::pi;
}

void paintNorthArrow(QPainter &painter, QPointF centre, double height_px, double angle_deg)
{
    const QColor ink(0x26, 0x26, 0x26);
    const double half = height_px / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.rotate(angle_deg);
    const QPointF tip(0, -half * 0.55);
    const QPointF notch(0, half * 0.62);
    const QPen pen(ink, std::max(1.0, height_px * 0.02), Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin);
    painter.setPen(pen);
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF({tip, notch, QPointF(-half * 0.42, half)}));
    painter.setBrush(Qt::white);
    painter.drawPolygon(QPolygonF({tip, notch, QPointF(half * 0.42, half)}));
    const QFont font = mapFont(height_px * 0.3, true);
    const double width = QFontMetricsF(font).horizontalAdvance(QStringLiteral("N"));
    paintText(painter, QPointF(-width / 2, -half * 0.66), font, ink, QStringLiteral("N"));
    painter.restore();
}

} // namespace cuntu
