// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/edit_sheet.h"

#include "core/geo/line_edit.h"
#include "ui/window/measure_text.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace cuntu::ui {
namespace {

const QColor k_new(0x00, 0x72, 0xB2);
const QColor k_old(0xD5, 0x5E, 0x00);
constexpr double k_vertex_px = 4;
constexpr double k_snap_px = 6;

bool isAboutFeatures(EditTool tool)
{
    return tool == EditTool::Split || tool == EditTool::Merge || tool == EditTool::Reverse || tool == EditTool::Remove;
}

} // namespace

EditSheet::EditSheet(MapView &map) : QWidget(&map), m_map(map)
{
    setObjectName(QStringLiteral("editSheet"));
    setCursor(Qt::CrossCursor);
    setMouseTracking(true);
    map.installEventFilter(this);
    resize(map.size());
    setTool(EditTool::None);
    connect(&map, &MapView::extentChanged, this, qOverload<>(&QWidget::update));
}

void EditSheet::setTool(EditTool tool)
{
    drop();
    m_tool = tool;
    setAttribute(Qt::WA_TransparentForMouseEvents, tool == EditTool::None);
    setVisible(tool != EditTool::None);
    raise();
}

void EditSheet::setLayer(const QString &layer, GeometryType type)
{
    drop();
    m_layer = layer;
    m_type = type;
}

void EditSheet::setSnapping(bool on, double reach_px)
{
    m_snaps = on;
    m_reach_px = reach_px;
}

void EditSheet::drop()
{
    m_sketch.clear();
    m_held.reset();
    m_before.clear();
    m_after.clear();
    update();
}

void EditSheet::showPreview(const std::vector<Geometry> &before, const std::vector<Geometry> &after)
{
    m_before = before;
    m_after = after;
    setVisible(m_tool != EditTool::None || !before.empty() || !after.empty());
    update();
}

void EditSheet::setMark(std::optional<Point> place)
{
    m_mark = place;
    update();
}

double EditSheet::reach() const
{
    return m_reach_px * m_map.devicePixelRatioF() * m_map.extent().unitsPerPixel;
}

const RenderLayer *EditSheet::editedLayer() const
{
    for (const RenderLayer &layer : m_map.request().layers) {
        if (layer.id == m_layer) {
            return &layer;
        }
    }
    return nullptr;
}

bool EditSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        resize(m_map.size());
    } else if (event->type() == QEvent::KeyPress && !isHidden() && takesKey(static_cast<QKeyEvent *>(event)->key())) {
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// True where the key means something here.
bool EditSheet::takesKey(int key)
{
    const bool draws = !m_sketch.empty();
    if (key == Qt::Key_Escape && (draws || m_held)) {
        drop();
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && draws) {
        finish();
    } else if ((key == Qt::Key_Backspace || key == Qt::Key_Delete) && draws) {
        m_sketch.pop_back();
    } else if (key == Qt::Key_Delete && m_tool == EditTool::Vertices) {
        const bool isVertex = m_snapped && m_snapped->kind == SnapPlace::Kind::Vertex && m_snapped->layer == m_layer;
        isVertex ? Q_EMIT vertexRemoved(*m_snapped) : Q_EMIT nothingThere();
    } else {
        return false;
    }
    Q_EMIT sketchChanged();
    update();
    return true;
}

void EditSheet::follow(QPointF widget, Qt::KeyboardModifiers modifiers)
{
    m_pointer = widget;
    m_isInside = true;
    m_cursor = m_map.toMap(widget);
    m_snapped.reset();
    prepareMeasure();
    // What is there is taken hold of also without the magnet, but only in the layer that is edited.
    const bool takesHold = m_tool != EditTool::Draw && !m_held;
    if (takesHold || (m_snaps && !(modifiers & Qt::ControlModifier))) {
        m_snapped = snapTo(m_map.request().layers, m_cursor, reach(), takesHold ? m_layer : QString());
    }
    const std::optional<Point> last = m_held             ? std::optional(m_held->from)
                                      : m_sketch.empty() ? std::nullopt
                                                         : std::optional(m_sketch.back());
    if (m_snapped) {
        m_cursor = m_snapped->position;
    } else if (last && modifiers & Qt::ShiftModifier) {
        m_cursor = inStepsOf45(*last, m_cursor);
    }
    Q_EMIT sketchChanged();
    update();
}

void EditSheet::prepareMeasure()
{
    if (m_geodesic && m_geodesicCrs == m_map.request().crs) {
        return;
    }
    m_geodesicCrs = m_map.request().crs;
    m_geodesic.reset();
    auto made = Geodesic::create(m_geodesicCrs);
    if (made) {
        m_geodesic.emplace(std::move(*made));
    }
}

std::size_t EditSheet::least() const
{
    return m_type == GeometryType::Polygon ? 3 : m_type == GeometryType::Line ? 2 : 1;
}

void EditSheet::addVertex(Point at)
{
    if (m_sketch.empty() || !(m_sketch.back() == at)) {
        m_sketch.push_back(at);
    }
    if (m_type == GeometryType::Point) {
        finish();
    }
}

void EditSheet::finish()
{
    if (m_sketch.size() < least()) {
        Q_EMIT tooEarly(); // what was drawn stays
        return;
    }
    Geometry geometry;
    geometry.type = m_type;
    std::vector<Point> points = m_sketch;
    if (m_type == GeometryType::Polygon) {
        points.push_back(points.front());
    }
    geometry.addPart(points);
    Q_EMIT drawn(geometry);
}

void EditSheet::press(QPointF widget)
{
    if (m_tool == EditTool::Draw) {
        addVertex(m_cursor);
        return;
    }
    // Areas are taken by their inside too.
    std::optional<SnapPlace> place = m_snapped;
    const RenderLayer *layer = editedLayer();
    if (!place && layer != nullptr && m_tool != EditTool::Vertices) {
        for (const MapFeature &feature : featuresAt(m_map.request(), m_map.toMap(widget), reach())) {
            if (feature.layer == m_layer) {
                place = SnapPlace{SnapPlace::Kind::Segment, m_map.toMap(widget), m_layer, feature.row, 0, 0, 0};
                break;
            }
        }
    }
    if (!place) {
        Q_EMIT nothingThere();
    } else if (isAboutFeatures(m_tool)) {
        Q_EMIT featureClicked(place->row, place->position);
    } else {
        m_held = Held{*place, place->position, place->kind != SnapPlace::Kind::Vertex};
    }
}

void EditSheet::release()
{
    const Held held = *std::exchange(m_held, std::nullopt);
    if (m_cursor == held.from) {
        return;
    }
    if (m_tool == EditTool::Move) {
        Q_EMIT featureDragged(held.place.row, m_cursor.x - held.from.x, m_cursor.y - held.from.y);
    } else {
        Q_EMIT vertexDragged(held.place, m_cursor, held.isNew);
    }
}

void EditSheet::mousePressEvent(QMouseEvent *event)
{
    m_map.setFocus();
    if (event->button() == Qt::RightButton && !m_sketch.empty()) {
        finish();
    } else if (event->button() == Qt::LeftButton) {
        follow(event->position(), event->modifiers());
        press(event->position());
    } else {
        event->ignore(); // the map's: menu, dragging, back and forth
    }
    Q_EMIT sketchChanged();
    update();
}

void EditSheet::mouseMoveEvent(QMouseEvent *event)
{
    follow(event->position(), event->modifiers());
    if (!m_held) {
        event->ignore(); // the map says where the cursor is
    }
}

void EditSheet::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_held) {
        follow(event->position(), event->modifiers());
        release();
        update();
    } else if (event->button() != Qt::LeftButton && event->button() != Qt::RightButton) {
        event->ignore();
    }
}

void EditSheet::mouseDoubleClickEvent(QMouseEvent *event)
{
    mousePressEvent(event); // quick clicks are clicks
}

Geometry EditSheet::draggedGeometry() const
{
    const RenderLayer *layer = m_held ? editedLayer() : nullptr;
    if (layer == nullptr || m_held->place.row >= layer->snapshot->size()) {
        return {};
    }
    Geometry geometry = layer->snapshot->geometry().geometry(m_held->place.row);
    const SnapPlace &place = m_held->place;
    if (m_tool == EditTool::Move) {
        return moved(std::move(geometry), m_cursor.x - m_held->from.x, m_cursor.y - m_held->from.y);
    }
    return m_held->isNew ? withPointInserted(geometry, place.part, place.segment, m_cursor)
                         : withPointMoved(std::move(geometry), place.point, m_cursor);
}

std::vector<Point> EditSheet::sketchToCursor() const
{
    std::vector<Point> points = m_sketch;
    if (m_tool == EditTool::Draw && !points.empty() && !(points.back() == m_cursor)) {
        points.push_back(m_cursor);
    }
    return points;
}

QString EditSheet::measureText() const
{
    const std::vector<Point> points = m_held ? draggedGeometry().points : sketchToCursor();
    if (points.size() < 2 || !m_geodesic) {
        return {};
    }
    const double length = m_geodesic->length_m(points);
    if (m_type == GeometryType::Polygon) {
        return areaText(m_geodesic->area_m2(points));
    }
    if (m_held || points.size() == 2) {
        return lengthText(length);
    }
    const double last_m = m_geodesic->length_m(std::span(points).last(2));
    return tr("%1, last %2").arg(lengthText(length), lengthText(last_m));
}

void EditSheet::paintShape(QPainter &painter, const Geometry &geometry, const QColor &colour, bool dashed) const
{
    painter.setPen(QPen(colour, 2.2, dashed ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    for (std::size_t part = 0; part < geometry.partCount(); ++part) {
        QPolygonF line;
        for (const Point &point : geometry.part(part)) {
            line << m_map.toWidget(point);
        }
        line.size() == 1 ? painter.drawEllipse(line[0], k_snap_px, k_snap_px) : painter.drawPolyline(line);
    }
}

void EditSheet::paintSketch(QPainter &painter) const
{
    if (m_tool != EditTool::Draw || m_sketch.empty()) {
        return;
    }
    QPolygonF line;
    for (const Point &point : m_sketch) {
        line << m_map.toWidget(point);
    }
    const qsizetype fixed = line.size();
    line << m_map.toWidget(m_cursor);
    QColor fill = k_new;
    fill.setAlpha(50);
    painter.setPen(QPen(k_new, 2));
    painter.setBrush(m_type == GeometryType::Polygon ? QBrush(fill) : QBrush(Qt::NoBrush));
    m_type == GeometryType::Polygon ? painter.drawPolygon(line) : painter.drawPolyline(line);
    painter.setBrush(Qt::white);
    for (qsizetype i = 0; i < fixed; ++i) {
        painter.drawEllipse(line[i], k_vertex_px, k_vertex_px);
    }
}

/// A square on a vertex, a cross on a crossing, a lying cross on a segment: told apart without colour.
void EditSheet::paintSnap(QPainter &painter) const
{
    if (!m_snapped || !m_isInside) {
        return;
    }
    const QPointF at = m_map.toWidget(m_snapped->position);
    painter.setPen(QPen(QColor(0xCC, 0x00, 0x99), 2));
    painter.setBrush(Qt::NoBrush);
    const double r = k_snap_px;
    switch (m_snapped->kind) {
    case SnapPlace::Kind::Vertex:
        painter.drawRect(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r));
        break;
    case SnapPlace::Kind::Crossing:
        painter.drawLine(at - QPointF(r, 0), at + QPointF(r, 0));
        painter.drawLine(at - QPointF(0, r), at + QPointF(0, r));
        break;
    case SnapPlace::Kind::Segment:
        painter.drawLine(at - QPointF(r, r), at + QPointF(r, r));
        painter.drawLine(at - QPointF(r, -r), at + QPointF(r, -r));
        break;
    }
}

void EditSheet::paintMeasure(QPainter &painter) const
{
    const QString text = m_isInside ? measureText() : QString();
    if (text.isEmpty()) {
        return;
    }
    QRectF box = painter.fontMetrics().boundingRect(text).adjusted(-5, -3, 5, 3);
    box.moveTo(m_pointer + QPointF(16, 14));
    box.moveRight(std::min(box.right(), width() - 4.0));
    box.moveBottom(std::min(box.bottom(), height() - 4.0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(255, 255, 255, 225));
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(QColor(0x20, 0x20, 0x20));
    painter.drawText(box, Qt::AlignCenter, text);
}

void EditSheet::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Geometry &geometry : m_before) {
        paintShape(painter, geometry, k_old, true);
    }
    for (const Geometry &geometry : m_after) {
        paintShape(painter, geometry, k_new, false);
    }
    if (m_held) {
        paintShape(painter, draggedGeometry(), k_new, false);
    }
    if (m_mark) {
        painter.setPen(QPen(Qt::white, 2));
        painter.setBrush(k_new);
        painter.drawEllipse(m_map.toWidget(*m_mark), k_snap_px, k_snap_px);
    }
    paintSketch(painter);
    paintSnap(painter);
    paintMeasure(painter);
}

} // namespace cuntu::ui
