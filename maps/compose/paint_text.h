// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>

namespace cuntu {

/// Draws @p text with its base line at @p base. On an SVG as outlines, so that the picture needs no fonts where it is
/// opened; elsewhere as text, so that a PDF can be searched.
inline void paintText(QPainter &painter, QPointF base, const QFont &font, const QColor &colour, const QString &text)
{
    if (painter.paintEngine() != nullptr && painter.paintEngine()->type() == QPaintEngine::SVG) {
        QPainterPath path;
        path.addText(base, font, text);
        painter.fillPath(path, colour);
        return;
    }
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(base, text);
}

} // namespace cuntu
