// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/lasso.h"

#include <QMouseEvent>
#include <QPainter>

namespace cuntu::ui {
namespace {

constexpr double k_step_px = 3; ///< a hand's trembling is not drawn

/// True where @p position is inside the closed line: a ray to the east crosses it an odd number of times.
bool surrounds(std::span<const Point> ring, Point position)
{
    bool odd = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Point a = ring[i];
        const Point b = ring[(i + 1) % ring.size()];
        if ((a.y <= position.y) != (b.y <= position.y) &&
            position.x < a.x + (b.x - a.x) * (position.y - a.y) / (b.y - a.y)) {
            odd = !odd;
        }
    }
    return odd;
}

double side(Point a, Point b, Point p)
{
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

bool cross(Point a, Point b, Point c, Point d)
{
    return (side(a, b, c) > 0) != (side(a, b, d) > 0) && (side(c, d, a) > 0) != (side(c, d, b) > 0);
}

bool crossesRing(Point a, Point b, std::span<const Point> ring)
{
    for (std::size_t i = 0; i < ring.size(); ++i) {
        if (cross(a, b, ring[i], ring[(i + 1) % ring.size()])) {
            return true;
        }
    }
    return false;
}

/// A part with a vertex inside the ring, or an edge across it.
bool touches(std::span<const Point> part, std::span<const Point> ring)
{
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (surrounds(ring, part[i]) || (i > 0 && crossesRing(part[i - 1], part[i], ring))) {
            return true;
        }
    }
    return false;
}

/// An area that holds the whole ring: within an odd number of its parts' borders.
bool holds(const PackedGeometry &geometry, std::size_t row, Point position)
{
    bool odd = false;
    for (std::size_t part = geometry.firstPart(row); part < geometry.endPart(row); ++part) {
        odd = odd != surrounds(geometry.part(part), position);
    }
    return odd;
}

} // namespace

std::vector<std::uint32_t> featuresInside(const RenderLayer &layer, std::span<const Point> ring)
{
    Box box;
    for (const Point point : ring) {
        box.add(point);
    }
    const PackedGeometry &geometry = layer.snapshot->geometry();
    std::vector<std::uint32_t> rows = featuresIn(layer, box);
    std::erase_if(rows, [&](std::uint32_t row) {
        for (std::size_t part = geometry.firstPart(row); part < geometry.endPart(row); ++part) {
            if (touches(geometry.part(part), ring)) {
                return false;
            }
        }
        return geometry.type != GeometryType::Polygon || !holds(geometry, row, ring.front());
    });
    return rows;
}

Lasso::Lasso(MapView &map) : QWidget(&map), m_map(map)
{
    setObjectName(QStringLiteral("lasso"));
    setCursor(Qt::CrossCursor);
    setMouseTracking(true);
    map.installEventFilter(this);
    resize(map.size());
    hide();
}

bool Lasso::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        resize(m_map.size());
    } else if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape &&
               !m_line.isEmpty()) {
        m_line.clear();
        update();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void Lasso::paintEvent(QPaintEvent *)
{
    if (m_line.size() < 2) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor colour(0xC7, 0x9A, 0x00);
    painter.setPen(QPen(colour, 1.5));
    colour.setAlpha(40);
    painter.setBrush(colour);
    painter.drawPolygon(m_line);
}

void Lasso::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore(); // the map's: menu, dragging, back and forth
        return;
    }
    m_map.setFocus();
    m_line = {event->position()};
}

void Lasso::mouseMoveEvent(QMouseEvent *event)
{
    if (m_line.isEmpty()) {
        event->ignore();
        return;
    }
    if ((event->position() - m_line.last()).manhattanLength() >= k_step_px) {
        m_line << event->position();
        update();
    }
}

void Lasso::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_line.isEmpty()) {
        event->ignore();
        return;
    }
    const QPolygonF line = std::exchange(m_line, {});
    update();
    if (line.size() < 3) {
        Q_EMIT clicked(event->position(), event->modifiers());
        return;
    }
    std::vector<Point> ring;
    for (const QPointF &position : line) {
        ring.push_back(m_map.toMap(position));
    }
    Q_EMIT drawn(ring, event->modifiers());
}

} // namespace cuntu::ui
