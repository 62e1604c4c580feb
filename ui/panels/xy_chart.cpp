// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/xy_chart.h"

#include "core/algorithm/figure_lines.h"
#include "core/algorithm/outcome_curve.h"
#include "ui/panels/chart_scale.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace cuntu::ui {
namespace {

constexpr int k_left = 76;
constexpr int k_right = 18;
constexpr int k_top = 26; ///< the name of the upright axis
constexpr int k_bottom = 40;
constexpr double k_steps = 100; ///< of an arrow key over the whole width

/// A number of an axis whose lines are @p step apart.
QString axisNumber(double value, double step)
{
    return outcomeNumberText(std::round(value / step) * step);
}

} // namespace

XyChart::XyChart(const Theme &theme, Look look, QWidget *parent) : QWidget(parent), m_theme(theme), m_look(look)
{
    setObjectName(QStringLiteral("xyChart"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void XyChart::setCurve(std::optional<OutcomeCurve> curve)
{
    m_curve = curve && curve->points.size() > 1 ? std::move(curve) : std::nullopt;
    m_hairline.reset();
    if (m_curve) {
        const auto &points = m_curve->points;
        const auto [low, high] =
            std::minmax_element(points.begin(), points.end(), [](const auto &a, const auto &b) { return a.y < b.y; });
        m_lowest = m_look == Look::Points ? std::min(0.0, low->y) : low->y;
        m_highest = std::max(high->y, m_lowest + 1e-9);
        const double margin = std::max((m_highest - m_lowest) * 0.08, m_look == Look::Ground ? 1.0 : 0.0);
        m_lowest -= m_look == Look::Ground ? margin : 0;
        m_highest += margin;
        m_first = points.front().x;
        m_last = std::max(points.back().x, m_first + 1e-9);
        setAccessibleName(m_curve->name.toString());
    }
    update();
}

QRectF XyChart::plot() const
{
    return {QPointF(k_left, k_top), QPointF(width() - k_right, height() - k_bottom)};
}

QPointF XyChart::place(double x, double y) const
{
    const QRectF area = plot();
    return {area.left() + area.width() * (x - m_first) / (m_last - m_first),
            area.bottom() - area.height() * (y - m_lowest) / (m_highest - m_lowest)};
}

std::optional<double> XyChart::valueAt(double x) const
{
    if (!m_curve || x < m_first || x > m_last) {
        return std::nullopt;
    }
    const auto &points = m_curve->points;
    const auto next =
        std::lower_bound(points.begin(), points.end(), x, [](const auto &point, double at) { return point.x < at; });
    if (next == points.begin() || next == points.end()) {
        return next == points.end() ? points.back().y : points.front().y;
    }
    const auto &before = *(next - 1);
    const double share = next->x > before.x ? (x - before.x) / (next->x - before.x) : 1;
    return before.y + share * (next->y - before.y);
}

QString XyChart::readingAt(double x) const
{
    const auto value = valueAt(x);
    if (!value) {
        return {};
    }
    const auto line = [](const Text &name, const QString &unit, double number, double span) {
        const double step = niceStep(span) / 50;
        return QStringLiteral("%1: %2").arg(axisText(name, unit), outcomeNumberText(std::round(number / step) * step));
    };
    return line(m_curve->xName, m_curve->xUnit, x, m_last - m_first) + QLatin1Char('\n') +
           line(m_curve->yName, m_curve->yUnit, *value, m_highest - m_lowest);
}

void XyChart::setHairline(std::optional<double> x)
{
    m_hairline = x;
    if (x) {
        setAccessibleDescription(readingAt(*x).replace(QLatin1Char('\n'), QStringLiteral(", ")));
    }
    update();
}

void XyChart::move(std::optional<double> x)
{
    setHairline(x);
    Q_EMIT hairlineMoved(x);
}

QImage XyChart::image(QSize size, double scale)
{
    QImage image(size * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    const QSize before = this->size();
    resize(size);
    render(&image);
    resize(before);
    return image;
}

void XyChart::paintGrid(QPainter &painter) const
{
    const QRectF area = plot();
    const double upStep = niceStep(m_highest - m_lowest);
    for (double value = std::ceil(m_lowest / upStep) * upStep; value <= m_highest; value += upStep) {
        const double y = place(m_first, value).y();
        painter.setPen(m_theme.border);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(m_theme.muted);
        painter.drawText(QRectF(0, y - 10, k_left - 6, 20), Qt::AlignRight | Qt::AlignVCenter,
                         axisNumber(value, upStep));
    }
    const double step = niceStep(m_last - m_first);
    for (double value = std::ceil(m_first / step) * step; value <= m_last; value += step) {
        const double x = place(value, m_lowest).x();
        painter.setPen(m_theme.border);
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4));
        painter.setPen(m_theme.muted);
        painter.drawText(QRectF(x - 50, area.bottom() + 3, 100, 18), Qt::AlignCenter, axisNumber(value, step));
    }
    painter.setPen(m_theme.text);
    painter.drawText(QRectF(8, 2, width() - 16, 20), Qt::AlignLeft | Qt::AlignVCenter,
                     axisText(m_curve->yName, m_curve->yUnit));
    painter.drawText(QRectF(area.left(), height() - 19, area.width(), 18), Qt::AlignRight | Qt::AlignVCenter,
                     axisText(m_curve->xName, m_curve->xUnit));
}

void XyChart::paintCurve(QPainter &painter) const
{
    QPolygonF line;
    for (const auto &point : m_curve->points) {
        line << place(point.x, point.y);
    }
    if (m_look == Look::Ground) {
        QColor ground = m_theme.accent;
        ground.setAlphaF(0.25F);
        QPolygonF area = line;
        area << QPointF(line.last().x(), plot().bottom()) << QPointF(line.first().x(), plot().bottom());
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawPolygon(area);
    }
    painter.setPen(QPen(m_theme.accent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    if (m_look == Look::Points) {
        painter.setBrush(m_theme.accent);
        painter.setPen(Qt::NoPen);
        for (const QPointF &point : line) {
            painter.drawEllipse(point, 3.2, 3.2);
        }
    }
}

void XyChart::paintReading(QPainter &painter) const
{
    const auto value = m_hairline ? valueAt(*m_hairline) : std::nullopt;
    if (!value) {
        return;
    }
    const QRectF area = plot();
    const QPointF at = place(*m_hairline, *value);
    painter.setPen(QPen(m_theme.text, 1, Qt::DotLine));
    painter.drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()));
    painter.setBrush(m_theme.text);
    painter.drawEllipse(at, 3, 3);
    const QString text = readingAt(*m_hairline);
    const QSizeF size = painter.boundingRect(QRectF(0, 0, 500, 200), 0, text).size() + QSizeF(14, 8);
    const double left = at.x() + 8 + size.width() < width() ? at.x() + 8 : at.x() - 8 - size.width();
    const QRectF box(QPointF(left, area.top() + 4), size);
    painter.setPen(m_theme.border);
    painter.setBrush(m_theme.raised);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(m_theme.text);
    painter.drawText(box.adjusted(7, 4, -7, -4), Qt::AlignLeft, text);
}

void XyChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.base);
    if (m_curve) {
        paintGrid(painter);
        paintCurve(painter);
        paintReading(painter);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void XyChart::mouseMoveEvent(QMouseEvent *event)
{
    if (m_curve) {
        const QRectF area = plot();
        const double share = std::clamp((event->position().x() - area.left()) / area.width(), 0.0, 1.0);
        move(m_first + share * (m_last - m_first));
    }
}

void XyChart::leaveEvent(QEvent *)
{
    move(std::nullopt);
}

void XyChart::keyPressEvent(QKeyEvent *event)
{
    const int direction = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (!m_curve || direction == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const double from = m_hairline.value_or(direction > 0 ? m_first : m_last);
    move(std::clamp(from + direction * (m_last - m_first) / k_steps, m_first, m_last));
}

} // namespace cuntu::ui
