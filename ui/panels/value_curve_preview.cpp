// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/value_curve_preview.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace cuntu::ui {

ValueCurvePreview::ValueCurvePreview(ValueCurve curve, const QString &unit, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_curve(std::move(curve)), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(unit.isEmpty() ? m_curve.toString() : QStringLiteral("%1 [%2]").arg(m_curve.toString(), unit));
    setAccessibleName(toolTip());
}

void ValueCurvePreview::setMark(std::optional<double> measure)
{
    m_mark = measure;
    update();
}

void ValueCurvePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(2, 3, -2, -3);
    painter.setPen(m_theme.border);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    const auto [from, to] = m_curve.span();
    const auto at = [&, from = from, to = to](double x) {
        return QPointF(area.left() + (x - from) / (to - from) * area.width(),
                       area.bottom() - m_curve.at(x) * area.height());
    };
    QPolygonF line;
    constexpr int k_steps = 60;
    for (int i = 0; i <= k_steps; ++i) {
        line << at(from + (to - from) * i / k_steps);
    }
    painter.setPen(QPen(m_theme.accent, 1.5));
    painter.drawPolyline(line);
    if (m_mark && std::isfinite(*m_mark)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.warning);
        painter.drawEllipse(at(std::clamp(*m_mark, from, to)), 3, 3);
    }
}

} // namespace cuntu::ui
