// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/overview_panel.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace cuntu::ui {
namespace {

constexpr int k_delay_ms = 120;
constexpr double k_fine = 0.5;      ///< symbols and lines, as a share of their size on the map
constexpr double k_leastFrame = 10; ///< pixels: a smaller frame could not be seen or held

} // namespace

OverviewPanel::OverviewPanel(MapView &map, QWidget *parent) : QWidget(parent), m_map(map)
{
    setObjectName(QStringLiteral("overview"));
    setAccessibleName(tr("Overview map"));
    setAccessibleDescription(tr("Arrow keys move the map, plus and minus zoom it"));
    setToolTip(tr("All of the project. Click or drag the frame to move the map."));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(80, 60);
    m_timer.setSingleShot(true);
    m_timer.setInterval(k_delay_ms);
    connect(&m_timer, &QTimer::timeout, this, &OverviewPanel::draw);
    connect(&map, &MapView::layersChanged, this, &OverviewPanel::drawSoon);
    connect(&map, &MapView::extentChanged, this, qOverload<>(&QWidget::update));
    connect(&m_renderer, &MapRenderer::finished, this, [this](const RenderResult &result) {
        m_image = result.image;
        m_image.setDevicePixelRatio(devicePixelRatioF());
        m_extent = result.extent;
        ++m_drawings;
        update();
    });
}

void OverviewPanel::drawSoon()
{
    m_outdated = true;
    if (isVisible()) {
        m_timer.start();
    }
}

void OverviewPanel::draw()
{
    const Box all = m_map.fullExtent();
    m_outdated = false;
    if (all.isEmpty()) {
        m_renderer.cancel();
        m_image = QImage();
        update();
        return;
    }
    RenderRequest request = m_map.request();
    const double ratio = devicePixelRatioF();
    const double pixelsPerMm = ratio * logicalDpiX() / 25.4 * k_fine;
    request.extent = MapExtent::fitting(all, (QSizeF(size()) * ratio).toSize(), pixelsPerMm);
    request.labels = false;
    request.rasters.clear();
    for (RenderLayer &layer : request.layers) {
        layer.selected.clear();
    }
    m_renderer.start(std::move(request));
}

void OverviewPanel::resizeEvent(QResizeEvent *)
{
    drawSoon();
}

void OverviewPanel::showEvent(QShowEvent *)
{
    if (m_outdated) {
        m_timer.start();
    }
}

QPointF OverviewPanel::toWidget(Point map) const
{
    const Point pixel = m_extent.toPixel(map);
    return QPointF(pixel.x, pixel.y) / m_image.devicePixelRatio();
}

Point OverviewPanel::toMap(QPointF widget) const
{
    return m_extent.toMap({widget.x() * m_image.devicePixelRatio(), widget.y() * m_image.devicePixelRatio()});
}

QRectF OverviewPanel::frame() const
{
    if (m_image.isNull()) {
        return {};
    }
    const Box box = m_map.extent().box();
    QRectF seen = QRectF(toWidget({box.minX, box.maxY}), toWidget({box.maxX, box.minY}));
    const double wider = std::max(0.0, k_leastFrame - seen.width()) / 2;
    const double higher = std::max(0.0, k_leastFrame - seen.height()) / 2;
    return seen.adjusted(-wider, -higher, wider, higher);
}

void OverviewPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_map.request().background);
    if (m_image.isNull()) {
        return;
    }
    painter.drawImage(0, 0, m_image);
    painter.setRenderHint(QPainter::Antialiasing);
    // Of a view that is wider than the picture the frame is drawn along the rim.
    const QRectF seen = frame() & QRectF(rect()).adjusted(1, 1, -1, -1);
    const QColor colour(0xD5, 0x5E, 0x00);
    painter.setBrush(QColor(colour.red(), colour.green(), colour.blue(), 36));
    painter.setPen(QPen(Qt::white, hasFocus() ? 5 : 4));
    painter.drawRect(seen);
    painter.setPen(QPen(colour, hasFocus() ? 3 : 2));
    painter.drawRect(seen);
}

void OverviewPanel::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_image.isNull()) {
        return;
    }
    const QRectF held = frame();
    m_grip = held.contains(event->position()) ? event->position() - held.center() : QPointF();
    m_map.setCentre(toMap(event->position() - m_grip));
}

void OverviewPanel::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton) && !m_image.isNull()) {
        m_map.setCentre(toMap(event->position() - m_grip));
    }
}

void OverviewPanel::wheelEvent(QWheelEvent *event)
{
    const QPointF middle(m_map.width() / 2.0, m_map.height() / 2.0);
    m_map.zoomAbout(middle, std::pow(MapView::k_wheelZoom, event->angleDelta().y() / 120.0));
    event->accept();
}

void OverviewPanel::keyPressEvent(QKeyEvent *event)
{
    // Arrow keys, plus and minus mean here what they mean on the map.
    static constexpr std::array k_keys{Qt::Key_Left,  Qt::Key_Right, Qt::Key_Up,     Qt::Key_Down,    Qt::Key_Plus,
                                       Qt::Key_Equal, Qt::Key_Minus, Qt::Key_PageUp, Qt::Key_PageDown};
    if (std::find(k_keys.begin(), k_keys.end(), event->key()) != k_keys.end()) {
        QCoreApplication::sendEvent(&m_map, event);
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace cuntu::ui
