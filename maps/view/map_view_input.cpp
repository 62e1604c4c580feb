// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/view/map_view.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace cuntu {
namespace {

constexpr double k_clickZoom = 1.6;
constexpr double k_clickReach_px = 6;
constexpr double k_dragStart_px = 4; ///< less is a click of an unsteady hand
constexpr double k_keyPan = 0.25;    ///< of the view

} // namespace

void MapView::setTool(Tool tool)
{
    if (tool != m_tool) {
        m_tool = tool;
        m_drag = Drag::None;
        updateCursor();
        update();
        Q_EMIT toolChanged(tool);
    }
}

void MapView::updateCursor()
{
    if (m_drag == Drag::Pan) {
        setCursor(Qt::ClosedHandCursor);
    } else if (m_spaceHeld || m_tool == Tool::Pan) {
        setCursor(Qt::OpenHandCursor);
    } else {
        setCursor(m_tool == Tool::Select ? Qt::ArrowCursor : Qt::CrossCursor);
    }
}

void MapView::mousePressEvent(QMouseEvent *event)
{
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->button() == Qt::BackButton) {
        goBack();
    } else if (event->button() == Qt::ForwardButton) {
        goForward();
    } else if (m_drag != Drag::None) {
        return; // one drag at a time
    } else if (event->button() == Qt::MiddleButton) {
        beginDrag(Drag::Pan, event->position());
        m_dragButton = event->button();
    } else if (event->button() == Qt::LeftButton) {
        const bool pan = m_spaceHeld || (m_tool == Tool::Pan && !shift);
        beginDrag(pan                                ? Drag::Pan
                  : shift || m_tool == Tool::ZoomBox ? Drag::ZoomBox
                                                     : Drag::SelectBox,
                  event->position());
        m_dragButton = event->button();
    }
}

void MapView::beginDrag(Drag drag, QPointF position)
{
    m_drag = drag;
    m_dragStart = position;
    m_dragLast = position;
    m_dragMoved = false;
    updateCursor();
}

void MapView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag != Drag::None) {
        dragTo(event->position());
    } else if (m_spaceHeld) {
        beginDrag(Drag::Pan, event->position()); // held Space pans without a button
        m_dragButton = Qt::NoButton;
    }
    Q_EMIT cursorMoved(toMap(event->position()));
}

void MapView::dragTo(QPointF position)
{
    if (!m_dragMoved && (position - m_dragStart).manhattanLength() < k_dragStart_px) {
        return;
    }
    m_dragMoved = true;
    if (m_drag == Drag::Pan) {
        // Whole device pixels, so that the moved picture and the newly drawn one coincide.
        const double ratio = devicePixelRatioF();
        const double dx = std::round((position.x() - m_dragLast.x()) * ratio);
        const double dy = std::round((position.y() - m_dragLast.y()) * ratio);
        const Point centre = extent().centre;
        m_dragLast += QPointF(dx, dy) / ratio;
        setView({centre.x - dx * extent().unitsPerPixel, centre.y + dy * extent().unitsPerPixel},
                extent().unitsPerPixel);
        return;
    }
    m_dragLast = position;
    update();
}

void MapView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_drag != Drag::None && event->button() == m_dragButton) {
        finishDrag(event->position(), event->modifiers());
    }
}

void MapView::finishDrag(QPointF position, Qt::KeyboardModifiers modifiers)
{
    dragTo(position);
    const Drag drag = m_drag;
    const bool moved = m_dragMoved;
    const bool leftButton = m_dragButton == Qt::LeftButton;
    const QRectF band = QRectF(m_dragStart, m_dragLast).normalized();
    m_drag = Drag::None;
    m_dragMoved = false;
    updateCursor();
    update();
    if (!moved) {
        if (leftButton && !m_spaceHeld) {
            click(position, modifiers);
        }
    } else if (drag == Drag::Pan) {
        settle();
    } else if (drag == Drag::SelectBox) {
        selectIn(band, modifiers);
    } else if (modifiers.testFlag(Qt::AltModifier)) {
        zoomAbout(band.center(), std::max(band.width() / width(), band.height() / height()));
    } else if (band.width() > 1 || band.height() > 1) {
        zoomTo(mapBox(band));
    }
}

void MapView::click(QPointF position, Qt::KeyboardModifiers modifiers)
{
    const Point map = toMap(position);
    switch (m_tool) {
    case Tool::Pan:
        setCentre(map);
        settle();
        break;
    case Tool::ZoomBox:
        zoomAbout(position, modifiers.testFlag(Qt::AltModifier) ? 1 / k_clickZoom : k_clickZoom);
        break;
    case Tool::Select: {
        const double reach = k_clickReach_px * devicePixelRatioF() * extent().unitsPerPixel;
        if (const auto feature = topFeatureAt(m_request, map, reach)) {
            Q_EMIT featureClicked(feature->layer, feature->row, map, modifiers);
        } else {
            Q_EMIT emptyClicked(map, modifiers);
        }
        break;
    }
    }
}

void MapView::selectIn(const QRectF &widget, Qt::KeyboardModifiers modifiers)
{
    const Box box = mapBox(widget);
    std::vector<MapFeature> features;
    for (const RenderLayer &layer : m_request.layers) {
        if (layer.style.minScale > 0 && scaleDenominator() > layer.style.minScale) {
            continue;
        }
        for (const std::uint32_t row : featuresIn(layer, box)) {
            features.push_back({layer.id, row});
        }
    }
    Q_EMIT featuresBoxed(features, box, modifiers);
}

Box MapView::mapBox(const QRectF &widget) const
{
    Box box;
    box.add(toMap(widget.topLeft()));
    box.add(toMap(widget.bottomRight()));
    return box;
}

void MapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_tool == Tool::Pan && event->button() == Qt::LeftButton) {
        zoomIn(); // the first click has brought the place to the middle
    } else {
        mousePressEvent(event);
    }
}

void MapView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint position = byKey ? rect().center() : event->pos();
    Q_EMIT contextMenuRequested(toMap(position), byKey ? mapToGlobal(position) : event->globalPos());
}

void MapView::keyPressEvent(QKeyEvent *event)
{
    const double stepX = extent().size.width() * extent().unitsPerPixel * k_keyPan;
    const double stepY = extent().size.height() * extent().unitsPerPixel * k_keyPan;
    const Point centre = extent().centre;
    switch (event->key()) {
    case Qt::Key_Left:
        setCentre({centre.x - stepX, centre.y});
        break;
    case Qt::Key_Right:
        setCentre({centre.x + stepX, centre.y});
        break;
    case Qt::Key_Up:
        setCentre({centre.x, centre.y + stepY});
        break;
    case Qt::Key_Down:
        setCentre({centre.x, centre.y - stepY});
        break;
    case Qt::Key_PageUp:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        break;
    case Qt::Key_PageDown:
    case Qt::Key_Minus:
        zoomOut();
        break;
    case Qt::Key_Space:
        m_spaceHeld = true;
        updateCursor();
        break;
    case Qt::Key_Escape:
        if (m_drag == Drag::None) {
            event->ignore(); // for the window
        }
        m_drag = Drag::None;
        updateCursor();
        update();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MapView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_spaceHeld = false;
        if (m_drag == Drag::Pan && m_dragButton == Qt::NoButton) {
            finishDrag(m_dragLast, Qt::NoModifier);
        }
        updateCursor();
        return;
    }
    QWidget::keyReleaseEvent(event);
}

void MapView::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    Q_EMIT cursorLeft();
}

} // namespace cuntu
