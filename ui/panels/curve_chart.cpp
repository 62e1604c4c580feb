// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/curve_chart.h"

#include "core/progress/figure_text.h"
#include "ui/panels/chart_scale.h"
#include "ui/window/timeline.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace cuntu::ui {
namespace {

constexpr int k_left = 56;
constexpr int k_right = 18;
constexpr int k_top = 40; ///< legend, and the words of the marks
constexpr int k_bottom = 24;
constexpr int k_wordWidth = 110;    ///< of a mark
constexpr double k_mostAhead = 0.6; ///< a forecast farther off than this share of the plan's time leaves the picture

QPen dashed(const QColor &colour, double width)
{
    return {colour, width, Qt::DashLine, Qt::FlatCap};
}

} // namespace

CurveChart::CurveChart(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("curveChart"));
    setAccessibleName(tr("Planned, actual and forecast"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void CurveChart::setSeries(std::optional<TargetSeries> series)
{
    m_series = std::move(series);
    if (m_series) {
        m_lowest = 0;
        m_highest = m_series->milestone.target.value;
        for (const auto *curve : {&m_series->planned, &m_series->actual}) {
            for (const DayValue &each : *curve) {
                m_lowest = std::min(m_lowest, each.value);
                m_highest = std::max(m_highest, each.value);
            }
        }
        m_step = niceStep(m_highest - m_lowest);
        m_highest += m_step * 0.3;
        setAccessibleDescription(m_series->milestone.reason);
    }
    update();
}

TimeAxis CurveChart::axis() const
{
    const Milestone &milestone = m_series->milestone;
    Day first = std::min(m_series->start, milestone.asOf);
    if (!m_series->actual.empty()) {
        first = std::min(first, m_series->actual.front().day);
    }
    Day last = std::max(milestone.asOf, milestone.target.due.value_or(milestone.asOf));
    const Day farthest = last.plusDays(static_cast<std::int32_t>(daysBetween(first, last) * k_mostAhead));
    for (const auto &day : {milestone.projected, milestone.projectedHigh}) {
        last = std::max(last, std::min(day.value_or(last), farthest));
    }
    return {first, last, static_cast<double>(k_left), static_cast<double>(width() - k_right)};
}

double CurveChart::y(double value) const
{
    const double bottom = height() - k_bottom;
    return bottom - (bottom - k_top) * (value - m_lowest) / (m_highest - m_lowest);
}

QPointF CurveChart::point(const TimeAxis &axis, const DayValue &value) const
{
    return {axis.x(value.day), y(value.value)};
}

std::optional<CurveChart::Forecast> CurveChart::forecastOn(Day day) const
{
    const Milestone &milestone = m_series->milestone;
    if (!milestone.projected || !milestone.value || day < milestone.asOf || *milestone.projected <= milestone.asOf) {
        return std::nullopt;
    }
    const double now = *milestone.value;
    const double left = milestone.target.value - now;
    const auto valueBy = [&](const std::optional<Day> &reached) {
        const Day end = reached.value_or(*milestone.projected);
        const double days = std::max(1, daysBetween(milestone.asOf, end));
        return now + left * std::min(1.0, daysBetween(milestone.asOf, day) / days);
    };
    return Forecast{valueBy(milestone.projectedLow), valueBy(milestone.projected), valueBy(milestone.projectedHigh)};
}

QStringList CurveChart::readingOn(Day day) const
{
    if (!m_series) {
        return {};
    }
    const double promised = m_series->milestone.target.value;
    const auto text = [&](double value) { return figureText(value, m_series->unit, promised); };
    QStringList lines{day.toText()};
    if (const auto planned = m_series->plannedOn(day)) {
        lines << tr("planned %1").arg(text(*planned));
    }
    if (const auto actual = m_series->actualOn(day); actual && day <= m_series->milestone.asOf) {
        lines << tr("actual %1").arg(text(actual->value));
    }
    if (const auto forecast = forecastOn(day); forecast && day > m_series->milestone.asOf) {
        lines << tr("forecast %1").arg(text(forecast->middle));
        if (m_series->milestone.projectedHigh) {
            lines << tr("between %1 and %2").arg(text(forecast->late), text(forecast->early));
        }
    }
    return lines;
}

void CurveChart::paintGrid(QPainter &painter, const TimeAxis &axis) const
{
    const double bottom = height() - k_bottom;
    const double first = std::ceil(m_lowest / m_step) * m_step;
    for (int i = 0; first + i * m_step <= m_highest; ++i) {
        const double value = first + i * m_step;
        painter.setPen(m_theme.border);
        painter.drawLine(QPointF(axis.left(), y(value)), QPointF(axis.right(), y(value)));
        painter.setPen(m_theme.muted);
        QString text = QString::number(value, 'g', 6);
        painter.drawText(QRectF(0, y(value) - 10, k_left - 6, 20), Qt::AlignRight | Qt::AlignVCenter,
                         m_series->unit == QStringLiteral("%") ? text + QLatin1Char('%') : text);
    }
    for (const AxisMark &mark : axis.marks(52)) {
        const double x = axis.x(mark.day);
        painter.setPen(m_theme.border);
        painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + 4));
        painter.setPen(mark.isYear ? m_theme.text : m_theme.muted);
        painter.drawText(QRectF(x - 40, bottom + 4, 80, 18), Qt::AlignCenter, mark.text);
    }
}

void CurveChart::paintForecast(QPainter &painter, const TimeAxis &axis) const
{
    const Milestone &milestone = m_series->milestone;
    if (!forecastOn(milestone.asOf)) {
        return;
    }
    const QPointF now(axis.x(milestone.asOf), y(*milestone.value));
    const auto reachedAt = [&](Day day) { return QPointF(axis.x(day), y(milestone.target.value)); };
    painter.save();
    painter.setClipRect(QRectF(axis.left(), 0, axis.right() - axis.left() + 1, height()));
    if (milestone.projectedLow && milestone.projectedHigh) {
        QColor band = m_theme.accent;
        band.setAlphaF(0.20F);
        painter.setPen(Qt::NoPen);
        const QPolygonF shape({now, reachedAt(*milestone.projectedLow), reachedAt(*milestone.projectedHigh)});
        painter.setBrush(band);
        painter.drawPolygon(shape);
        band.setAlphaF(0.55F);
        painter.setBrush(QBrush(band, Qt::BDiagPattern)); // told apart without its colour
        painter.drawPolygon(shape);
    }
    painter.setPen(QPen(m_theme.accent, 1.6, Qt::DotLine));
    painter.drawLine(now, reachedAt(*milestone.projected));
    painter.restore();
}

void CurveChart::paintCurves(QPainter &painter, const TimeAxis &axis) const
{
    const auto line = [&](const std::vector<DayValue> &curve) {
        QPolygonF points;
        for (const DayValue &each : curve) {
            points << point(axis, each);
        }
        return points;
    };
    const double target = y(m_series->milestone.target.value);
    painter.setPen(dashed(m_theme.warning, 1));
    painter.drawLine(QPointF(axis.left(), target), QPointF(axis.right(), target));
    painter.setPen(dashed(m_theme.text, 1.6));
    painter.drawPolyline(line(m_series->planned));
    const QPolygonF actual = line(m_series->actual);
    painter.setPen(QPen(m_theme.accent, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(actual);
    if (!actual.isEmpty()) {
        painter.setBrush(m_theme.accent);
        painter.drawEllipse(actual.last(), 3.5, 3.5);
    }
}

void CurveChart::paintMark(QPainter &painter, double x, const QString &text, const QPen &pen, int row) const
{
    painter.setPen(pen);
    painter.drawLine(QPointF(x, k_top - 2), QPointF(x, height() - k_bottom));
    const double width = painter.fontMetrics().horizontalAdvance(text) + 4;
    const double left = std::clamp(x - width / 2, 2.0, std::max(2.0, this->width() - width - 2.0));
    painter.setPen(m_theme.text);
    painter.drawText(QRectF(left, k_top - 18 + row * 14, width, 16), Qt::AlignCenter, text);
}

void CurveChart::paintMarks(QPainter &painter, const TimeAxis &axis) const
{
    const Milestone &milestone = m_series->milestone;
    const double shown = axis.x(milestone.asOf);
    if (m_series->milestone.target.start) {
        paintMark(painter, axis.x(m_series->start), tr("start"), QPen(m_theme.muted, 1), 0);
    }
    if (const auto due = milestone.target.due) {
        // Two words side by side do not fit where the days are close.
        const bool close = std::abs(axis.x(*due) - shown) < k_wordWidth;
        paintMark(painter, axis.x(*due), tr("due %1").arg(due->toIso()), QPen(m_theme.warning, 1.6), close ? 1 : 0);
    }
    paintMark(painter, shown, milestone.asOf.toIso(), QPen(m_theme.accent, 1.2), 0);
}

void CurveChart::paintLegend(QPainter &painter) const
{
    double x = k_left;
    const auto add = [&](const QPen &pen, const QBrush &brush, const QString &text) {
        const QRectF sign(x, 6, 26, 10);
        painter.setPen(brush == Qt::NoBrush ? pen : QPen(Qt::NoPen));
        painter.setBrush(brush);
        if (brush == Qt::NoBrush) {
            painter.drawLine(QPointF(sign.left(), sign.center().y()), QPointF(sign.right(), sign.center().y()));
        } else {
            painter.drawRect(sign);
        }
        painter.setPen(m_theme.text);
        const double width = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(QPointF(sign.right() + 6, sign.bottom()), text);
        x = sign.right() + width + 24;
    };
    add(dashed(m_theme.text, 1.6), Qt::NoBrush, tr("planned"));
    add(QPen(m_theme.accent, 2.4), Qt::NoBrush, tr("actual"));
    if (forecastOn(m_series->milestone.asOf)) {
        add(QPen(m_theme.accent, 1.6, Qt::DotLine), Qt::NoBrush, tr("forecast"));
        if (m_series->milestone.projectedHigh) {
            add(QPen(), QBrush(m_theme.accent, Qt::BDiagPattern), tr("from early to late"));
        }
    }
}

void CurveChart::paintReading(QPainter &painter, const TimeAxis &axis) const
{
    if (!m_hairline) {
        return;
    }
    const double x = axis.x(*m_hairline);
    painter.setPen(QPen(m_theme.text, 1, Qt::DotLine));
    painter.drawLine(QPointF(x, k_top), QPointF(x, height() - k_bottom));
    const QString text = readingOn(*m_hairline).join(QLatin1Char('\n'));
    const QSizeF size = painter.boundingRect(QRectF(0, 0, 400, 200), 0, text).size() + QSizeF(14, 8);
    const double left = x + 8 + size.width() < width() ? x + 8 : x - 8 - size.width();
    const QRectF box(QPointF(left, k_top + 4), size);
    painter.setPen(m_theme.border);
    painter.setBrush(m_theme.raised);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(m_theme.text);
    painter.drawText(box.adjusted(7, 4, -7, -4), Qt::AlignLeft, text);
}

void CurveChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.base);
    if (!m_series) {
        return;
    }
    const TimeAxis line = axis();
    paintGrid(painter, line);
    paintForecast(painter, line);
    paintCurves(painter, line);
    paintMarks(painter, line);
    paintLegend(painter);
    paintReading(painter, line);
}

void CurveChart::mouseMoveEvent(QMouseEvent *event)
{
    if (m_series) {
        m_hairline = axis().dayAt(event->position().x());
        update();
    }
}

void CurveChart::leaveEvent(QEvent *)
{
    m_hairline.reset();
    update();
}

void CurveChart::keyPressEvent(QKeyEvent *event)
{
    const int direction = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (!m_series || direction == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    const TimeAxis line = axis();
    const Day from = m_hairline.value_or(m_series->milestone.asOf);
    m_hairline = std::clamp(from.plusMonths(direction), line.first(), line.last());
    setAccessibleDescription(readingOn(*m_hairline).join(QStringLiteral(", ")));
    update();
}

} // namespace cuntu::ui
