// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/profile_sheet.h"

#include <QMouseEvent>
#include <QPainter>

namespace cuntu::ui {
namespace {

constexpr QRgb k_colour = 0xFFC2185B;

} // namespace

ProfileSheet::ProfileSheet(MapView &map) : QWidget(&map), m_map(map)
{
    setObjectName(QStringLiteral("profileSheet"));
    setMouseTracking(true);
    map.installEventFilter(this);
    resize(map.size());
    connect(&map, &MapView::extentChanged, this, qOverload<>(&QWidget::update));
    connect(&map, &MapView::rendered, this, qOverload<>(&QWidget::update));
    setDrawing(false);
}

void ProfileSheet::setLine(const Geometry &line)
{
    m_line = line;
    m_mark.reset();
    showIfNeeded();
}

void ProfileSheet::setMark(std::optional<Point> place)
{
    m_mark = place;
    update();
}

void ProfileSheet::setDrawing(bool on)
{
    const bool changes = on != m_isDrawing;
    m_isDrawing = on;
    m_drawn.clear();
    setAttribute(Qt::WA_TransparentForMouseEvents, !on);
    setCursor(on ? Qt::CrossCursor : Qt::ArrowCursor);
    showIfNeeded();
    if (on) {
        m_map.setFocus(); // for its keys
    }
    if (changes) {
        Q_EMIT drawingChanged(on);
    }
}

void ProfileSheet::showIfNeeded()
{
    setVisible(m_isDrawing || !m_line.isEmpty());
    update();
}

bool ProfileSheet::takeKey(int key)
{
    if (key == Qt::Key_Escape) {
        setDrawing(false);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        finish();
        return true;
    }
    if (key == Qt::Key_Backspace && !m_drawn.empty()) {
        m_drawn.pop_back();
        update();
        return true;
    }
    return false;
}

bool ProfileSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        resize(m_map.size());
    } else if (m_isDrawing && event->type() == QEvent::KeyPress) {
        return takeKey(static_cast<QKeyEvent *>(event)->key());
    }
    return QWidget::eventFilter(watched, event);
}

void ProfileSheet::finish()
{
    const std::vector<Point> points = m_drawn;
    setDrawing(false);
    if (points.size() >= 2) {
        Geometry line;
        line.type = GeometryType::Line;
        line.addPart(points);
        Q_EMIT drawn(line);
    }
}

void ProfileSheet::mousePressEvent(QMouseEvent *event)
{
    if (!m_isDrawing || event->button() != Qt::LeftButton) {
        event->ignore(); // the map's: menu, dragging
        return;
    }
    m_pointer = m_map.toMap(event->position());
    m_drawn.push_back(m_pointer);
    update();
}

void ProfileSheet::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isDrawing || event->buttons() != Qt::NoButton) {
        event->ignore();
        return;
    }
    m_pointer = m_map.toMap(event->position());
    update();
}

void ProfileSheet::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_isDrawing && event->button() == Qt::LeftButton) {
        finish(); // the first of the two clicks added the last vertex
    } else {
        event->ignore();
    }
}

void ProfileSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto paintLine = [&](std::span<const Point> points) {
        QPolygonF line;
        for (const Point &point : points) {
            line << m_map.toWidget(point);
        }
        painter.setPen(QPen(Qt::white, 5));
        painter.drawPolyline(line);
        painter.setPen(QPen(QColor(k_colour), 2.5, m_isDrawing ? Qt::DashLine : Qt::SolidLine));
        painter.drawPolyline(line);
    };
    if (m_isDrawing) {
        std::vector<Point> points = m_drawn;
        points.push_back(m_pointer);
        if (points.size() > 1) {
            paintLine(points);
        }
        return;
    }
    for (std::size_t part = 0; part < m_line.partCount(); ++part) {
        paintLine(m_line.part(part));
    }
    if (m_mark) {
        painter.setPen(QPen(Qt::white, 2));
        painter.setBrush(QColor(k_colour));
        painter.drawEllipse(m_map.toWidget(*m_mark), 6, 6);
    }
}

} // namespace cuntu::ui
