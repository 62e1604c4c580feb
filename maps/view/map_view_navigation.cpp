// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/view/map_view.h"

#include <algorithm>
#include <cmath>

namespace cuntu {
namespace {

constexpr double k_buttonZoom = 1.6;
constexpr double k_mostPixelsPerUnit_m = 20000; ///< 0.05 mm a pixel
constexpr double k_mostPixelsPerUnit_deg = 2e9;
constexpr double k_mostMagnified = 10;
constexpr double k_widest = 40; ///< times the full extent

} // namespace

double MapView::scaleDenominator() const
{
    return extent().scaleDenominator(m_request.crs.isGeographic());
}

Point MapView::toMap(QPointF widget) const
{
    return extent().toMap({widget.x() * devicePixelRatioF(), widget.y() * devicePixelRatioF()});
}

QPointF MapView::toWidget(Point map) const
{
    const Point pixel = extent().toPixel(map);
    return QPointF(pixel.x, pixel.y) / devicePixelRatioF();
}

Box MapView::fullExtent() const
{
    Box box;
    for (const RenderLayer &layer : m_request.layers) {
        if (layer.snapshot) {
            const Box layerBox = layer.snapshot->geometry().index.extent();
            if (!layerBox.isEmpty()) {
                box.add(layerBox);
            }
        }
    }
    return box;
}

void MapView::setView(Point centre, double unitsPerPixel)
{
    const double finest = 1 / (m_request.crs.isGeographic() ? k_mostPixelsPerUnit_deg : k_mostPixelsPerUnit_m);
    const Box full = fullExtent();
    double widest = std::numeric_limits<double>::max();
    if (full.width() > 0 || full.height() > 0) {
        widest = k_widest * std::max(full.width(), full.height()) / std::max(1, std::min(width(), height()));
    }
    unitsPerPixel = std::clamp(unitsPerPixel, finest, std::max(finest, widest));
    if (!std::isfinite(centre.x + centre.y) || !std::isfinite(unitsPerPixel)) {
        return;
    }
    m_viewChosen = true;
    if (centre == extent().centre && unitsPerPixel == extent().unitsPerPixel) {
        return;
    }
    m_request.extent.centre = centre;
    m_request.extent.unitsPerPixel = unitsPerPixel;
    m_settleTimer.start();
    scheduleDrawing();
    Q_EMIT extentChanged(extent());
}

void MapView::settle()
{
    m_settleTimer.stop();
    m_history.visit({extent().centre, extent().unitsPerPixel});
    Q_EMIT historyChanged(canGoBack(), canGoForward());
}

void MapView::zoomTo(const Box &box)
{
    if (box.isEmpty()) {
        return;
    }
    const MapExtent fitting = MapExtent::fitting(box, extent().size, extent().pixelsPerMm);
    // A single point has no size to fit: it is shown in the middle, at a scale at which its surroundings are seen.
    const bool isPoint = box.width() <= 0 && box.height() <= 0;
    if (m_settleTimer.isActive()) {
        settle();
    }
    setView(fitting.centre,
            isPoint ? std::min(extent().unitsPerPixel, fullExtent().width() / 4000) : fitting.unitsPerPixel);
    settle();
}

void MapView::zoomToFull()
{
    zoomTo(fullExtent());
    m_viewChosen = false;
}

void MapView::zoomToSelection()
{
    Box box;
    for (const RenderLayer &layer : m_request.layers) {
        for (const std::uint32_t row : layer.selected) {
            if (layer.snapshot && row < layer.snapshot->size() && layer.snapshot->geometry().hasGeometry(row)) {
                box.add(layer.snapshot->geometry().boxes[row]);
            }
        }
    }
    zoomTo(box);
}

void MapView::zoomIn()
{
    zoomAbout(QPointF(rect().center()), k_buttonZoom);
}

void MapView::zoomOut()
{
    zoomAbout(QPointF(rect().center()), 1 / k_buttonZoom);
}

void MapView::zoomAbout(QPointF widget, double factor)
{
    if (!(factor > 0)) {
        return;
    }
    const Point fixed = toMap(widget);
    const double before = extent().unitsPerPixel;
    const Point centre = extent().centre;
    setView(centre, before / factor);
    const double share = extent().unitsPerPixel / before; // the wanted zoom may have been beyond the limits
    setView({fixed.x + (centre.x - fixed.x) * share, fixed.y + (centre.y - fixed.y) * share}, extent().unitsPerPixel);
}

void MapView::setMagnification(double factor)
{
    factor = std::clamp(factor, 1.0, k_mostMagnified);
    if (factor == m_magnification) {
        return;
    }
    const double share = factor / m_magnification;
    m_magnification = factor;
    m_request.extent.pixelsPerMm *= share;
    if (m_viewChosen) {
        setView(extent().centre, extent().unitsPerPixel / share);
    } else {
        Q_EMIT extentChanged(extent()); // everything stays in view, so it is the scale that changes
    }
    contentChanged();
    Q_EMIT magnificationChanged(factor);
}

void MapView::setCentre(Point centre)
{
    setView(centre, extent().unitsPerPixel);
}

void MapView::setScaleDenominator(double denominator)
{
    if (denominator > 0 && scaleDenominator() > 0) {
        setView(extent().centre, extent().unitsPerPixel * denominator / scaleDenominator());
    }
}

void MapView::goBack()
{
    if (m_settleTimer.isActive()) {
        settle();
    }
    if (const auto view = m_history.back()) {
        setView(view->centre, view->unitsPerPixel);
        m_settleTimer.stop();
        Q_EMIT historyChanged(canGoBack(), canGoForward());
    }
}

void MapView::goForward()
{
    if (const auto view = m_history.forward()) {
        setView(view->centre, view->unitsPerPixel);
        m_settleTimer.stop();
        Q_EMIT historyChanged(canGoBack(), canGoForward());
    }
}

} // namespace cuntu
