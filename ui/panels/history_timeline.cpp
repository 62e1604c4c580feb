// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/history_timeline.h"

#include "ui/window/timeline.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace cuntu::ui {
namespace {

constexpr int k_side = 24;
constexpr int k_lane = 16;    ///< of what holds
constexpr int k_oldLane = 32; ///< of what does not hold any more
constexpr int k_axis = 43;
constexpr double k_radius = 5.5;
constexpr double k_reach = 9;

} // namespace

HistoryTimeline::HistoryTimeline(Workbench &bench, QWidget *parent) : QWidget(parent), m_bench(bench)
{
    setObjectName(QStringLiteral("historyTimeline"));
    setAccessibleName(tr("History on a time axis"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&bench.view, &ViewState::asOfChanged, this, qOverload<>(&QWidget::update));
}

void HistoryTimeline::show(std::vector<HistoryLine> lines)
{
    m_lines = std::move(lines);
    update();
}

TimeAxis HistoryTimeline::axis() const
{
    Day first = m_lines.back().entry.effective;
    Day last = m_lines.front().entry.effective;
    if (daysBetween(first, last) < 60) {
        first = first.plusMonths(-2);
        last = last.plusMonths(2);
    }
    return {first, last, static_cast<double>(k_side), static_cast<double>(width() - k_side)};
}

QPointF HistoryTimeline::dotAt(std::size_t number) const
{
    const HistoryLine &line = m_lines[number];
    return {axis().x(line.entry.effective), line.holds ? k_lane * 1.0 : k_oldLane * 1.0};
}

std::optional<std::size_t> HistoryTimeline::lineAt(QPointF position) const
{
    std::optional<std::size_t> nearest;
    double reach = k_reach;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const QPointF away = dotAt(i) - position;
        if (const double distance = std::hypot(away.x(), away.y()); distance < reach) {
            reach = distance;
            nearest = i;
        }
    }
    return nearest;
}

QString HistoryTimeline::textOf(const HistoryLine &line) const
{
    const QString standing = line.entry.isBlank() ? tr("taken back") : line.status;
    QStringList parts{line.entry.effective.toText(),
                      line.programme.isEmpty() ? standing : tr("%1: %2").arg(line.programme, standing)};
    if (!line.holds) {
        parts << tr("does not hold any more");
    }
    parts << tr("said by %1, recorded %2").arg(line.entry.who, line.entry.recorded.toText());
    if (!line.entry.note.isEmpty()) {
        parts << line.entry.note;
    }
    return parts.join(QLatin1Char('\n'));
}

void HistoryTimeline::paintDot(QPainter &painter, std::size_t number) const
{
    const HistoryLine &line = m_lines[number];
    const QPointF dot = dotAt(number);
    const QColor colour = line.colour.isValid() ? line.colour : m_bench.theme.muted;
    painter.setPen(QPen(m_bench.theme.border, 1));
    painter.drawLine(QPointF(dot.x(), dot.y() + k_radius), QPointF(dot.x(), k_axis));
    painter.setPen(QPen(line.holds ? colour.darker(130) : colour, 1.6));
    painter.setBrush(line.holds ? QBrush(colour) : QBrush(m_bench.theme.base));
    painter.drawEllipse(dot, k_radius, k_radius);
    if (!line.holds) {
        painter.setPen(QPen(m_bench.theme.text, 1.4));
        painter.drawLine(dot + QPointF(-k_radius - 2, k_radius + 1), dot + QPointF(k_radius + 2, -k_radius - 1));
    }
}

void HistoryTimeline::paintEvent(QPaintEvent *)
{
    if (m_lines.empty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const TimeAxis line = axis();
    const Theme &theme = m_bench.theme;
    painter.setPen(theme.border);
    painter.drawLine(QPointF(line.left() - 10, k_axis + 0.5), QPointF(line.right() + 10, k_axis + 0.5));
    for (const AxisMark &mark : line.marks(46)) {
        painter.setPen(theme.border);
        painter.drawLine(QPointF(line.x(mark.day), k_axis), QPointF(line.x(mark.day), k_axis + 4));
        painter.setPen(theme.muted);
        painter.drawText(QRectF(line.x(mark.day) - 30, k_axis + 3, 60, 18), Qt::AlignCenter, mark.text);
    }
    // The shown day; where it lies outside of the history, at its end.
    const double x = std::clamp(line.x(m_bench.view.asOf()), line.left() - 10, line.right() + 10);
    painter.setPen(QPen(theme.accent, 1.5, Qt::DashLine));
    painter.drawLine(QPointF(x, 2), QPointF(x, k_axis));
    for (std::size_t i = m_lines.size(); i-- > 0;) {
        paintDot(painter, i);
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

bool HistoryTimeline::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto line = lineAt(help->pos());
        QToolTip::showText(help->globalPos(), line ? textOf(m_lines[*line]) : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

void HistoryTimeline::mousePressEvent(QMouseEvent *event)
{
    if (const auto line = lineAt(event->position()); line && event->button() == Qt::LeftButton) {
        m_bench.view.setAsOf(m_lines[*line].entry.effective);
    }
}

void HistoryTimeline::keyPressEvent(QKeyEvent *event)
{
    const Day now = m_bench.view.asOf();
    std::optional<Day> next;
    for (const HistoryLine &line : m_lines) { // latest first
        const Day day = line.entry.effective;
        if (event->key() == Qt::Key_Left && day < now) {
            next = std::max(next.value_or(day), day);
        } else if (event->key() == Qt::Key_Right && day > now) {
            next = std::min(next.value_or(day), day);
        }
    }
    if (next) {
        m_bench.view.setAsOf(*next);
    } else if (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right) {
        QWidget::keyPressEvent(event);
    }
}

} // namespace cuntu::ui
