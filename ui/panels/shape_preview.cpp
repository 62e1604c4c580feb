// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/shape_preview.h"

#include <QPainter>
#include <QPainterPath>

namespace cuntu::ui {
namespace {

/// Lays the box of the data into the widget, north up, with the same scale in both directions.
class Placement {
public:
    Placement(const Box &box, const QRectF &room)
        : m_centre(box.centre()),
          m_middle(room.center()),
          m_scale(std::min(room.width() / std::max(box.width(), 1e-9), room.height() / std::max(box.height(), 1e-9)))
    {
    }
    QPointF operator()(const Point &point) const
    {
        return {m_middle.x() + (point.x - m_centre.x) * m_scale, m_middle.y() - (point.y - m_centre.y) * m_scale};
    }

private:
    Point m_centre;
    QPointF m_middle;
    double m_scale;
};

QPainterPath pathOf(const Geometry &shape, const Placement &place)
{
    QPainterPath path;
    for (std::size_t part = 0; part < shape.partEnds.size(); ++part) {
        QPolygonF line;
        for (const Point &point : shape.part(part)) {
            line << place(point);
        }
        path.addPolygon(line);
    }
    return path;
}

void draw(QPainter &painter, const Geometry &shape, const Placement &place)
{
    constexpr double dot = 2.5;
    if (shape.type != GeometryType::Point) {
        painter.drawPath(pathOf(shape, place));
        return;
    }
    for (const Point &point : shape.points) {
        painter.drawEllipse(place(point), dot, dot);
    }
}

} // namespace

ShapePreview::ShapePreview(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("shapePreview"));
    setMinimumSize(240, 180);
    setAccessibleName(tr("Where the rows lie"));
}

void ShapePreview::setGround(std::vector<Geometry> outlines)
{
    m_ground = std::move(outlines);
    update();
}

void ShapePreview::setShapes(std::vector<Geometry> shapes)
{
    m_shapes = std::move(shapes);
    update();
}

void ShapePreview::setText(const QString &text)
{
    m_text = text;
    setAccessibleDescription(text);
    update();
}

/// Shapes far off the ground are to be seen as such: both are shown.
Box ShapePreview::extent() const
{
    Box box;
    for (const auto *shapes : {&m_ground, &m_shapes}) {
        for (const Geometry &shape : *shapes) {
            box.add(shape.extent());
        }
    }
    return box;
}

void ShapePreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette().base());
    const int line = fontMetrics().height();
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const Box box = extent();
    if (box.isEmpty()) {
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_text);
        return;
    }
    painter.drawText(rect().adjusted(8, 0, -8, -4), Qt::AlignBottom | Qt::AlignHCenter, m_text);
    const Placement place(box, QRectF(rect()).adjusted(12, 12, -12, -12 - line));
    painter.setPen(QPen(palette().color(QPalette::Mid), 0.8));
    for (const Geometry &outline : m_ground) {
        draw(painter, outline, place);
    }
    const QColor accent = palette().color(QPalette::Highlight);
    painter.setPen(QPen(accent, 1.2));
    painter.setBrush(Qt::NoBrush);
    for (const Geometry &shape : m_shapes) {
        draw(painter, shape, place);
    }
}

} // namespace cuntu::ui
