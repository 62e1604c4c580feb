// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/view/map_view.h"

#include <QGestureEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QWheelEvent>

#include <cmath>

namespace cuntu {
namespace {

constexpr double k_fineWheelZoom = 1.12; ///< with Ctrl

/// True for two fingers that slide on a touchpad; a wheel has neither phases nor pixels of its own.
bool isSliding(const QWheelEvent &event)
{
    const bool pad = event.phase() != Qt::NoScrollPhase ||
                     (event.device() != nullptr && event.device()->type() == QInputDevice::DeviceType::TouchPad);
    return pad && !event.pixelDelta().isNull();
}

/// Qt tells a step of the fingers again, with the same numbers, when it goes over to the next state.
bool isNewStep(QPinchGesture &pinch)
{
    constexpr const char *k_taken = "taken";
    const QVariant step = QVariantList{pinch.centerPoint(), pinch.scaleFactor()};
    const bool isNew = pinch.property(k_taken) != step;
    pinch.setProperty(k_taken, step);
    return isNew;
}

} // namespace

bool MapView::event(QEvent *event)
{
    if (event->type() == QEvent::Gesture) {
        auto *gestures = static_cast<QGestureEvent *>(event);
        if (auto *pinch = static_cast<QPinchGesture *>(gestures->gesture(Qt::PinchGesture))) {
            if (isNewStep(*pinch)) {
                takePinch(*pinch);
            }
            if (pinch->state() == Qt::GestureFinished) {
                settle();
            }
            gestures->accept();
            return true;
        }
    }
    if (event->type() == QEvent::NativeGesture && takeNativeGesture(*static_cast<QNativeGestureEvent *>(event))) {
        return true;
    }
    return QWidget::event(event);
}

void MapView::takePinch(const QPinchGesture &pinch)
{
    // The first finger may have begun a drag before the second one came.
    m_drag = Drag::None;
    m_dragMoved = false;
    updateCursor();
    const QPointF centre = mapFromGlobal(pinch.centerPoint());
    if (!pinch.lastCenterPoint().isNull()) {
        slide(centre - mapFromGlobal(pinch.lastCenterPoint()));
    }
    zoomAbout(centre, pinch.scaleFactor());
}

bool MapView::takeNativeGesture(const QNativeGestureEvent &gesture)
{
    switch (gesture.gestureType()) {
    case Qt::ZoomNativeGesture:
        zoomAbout(gesture.position(), 1 + gesture.value());
        return true;
    case Qt::SmartZoomNativeGesture:
        zoomAbout(gesture.position(), k_wheelZoom);
        return true;
    case Qt::PanNativeGesture:
        slide(gesture.delta());
        return true;
    case Qt::EndNativeGesture:
        settle();
        return true;
    default:
        return gesture.gestureType() == Qt::BeginNativeGesture;
    }
}

void MapView::slide(QPointF widget)
{
    // Whole device pixels, as dragTo() does; what is left of a pixel counts to the next step.
    m_slideRest += widget * devicePixelRatioF();
    const QPointF whole(std::round(m_slideRest.x()), std::round(m_slideRest.y()));
    m_slideRest -= whole;
    const Point centre = extent().centre;
    setView({centre.x - whole.x() * extent().unitsPerPixel, centre.y + whole.y() * extent().unitsPerPixel},
            extent().unitsPerPixel);
}

void MapView::wheelEvent(QWheelEvent *event)
{
    const bool fine = event->modifiers().testFlag(Qt::ControlModifier);
    const double notches = event->angleDelta().y() / 120.0;
    if (isSliding(*event) && !fine) {
        slide(event->pixelDelta());
    } else if (notches != 0) {
        zoomAbout(event->position(), std::pow(fine ? k_fineWheelZoom : k_wheelZoom, notches));
    }
    event->accept();
}

} // namespace cuntu
