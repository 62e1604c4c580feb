// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/view/map_view.h"

#include "maps/compose/scale_bar.h"

#include <QPainter>

namespace cuntu {
namespace {

constexpr int k_settleDelay_ms = 500; ///< a view that stood this long is worth going back to
constexpr double k_mmPerInch = 25.4;

} // namespace

MapView::MapView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("mapView"));
    setAccessibleName(tr("Map"));
    setAccessibleDescription(tr("Arrow keys move the map, plus and minus zoom, the context menu key opens the menu"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(64, 64);
    grabGesture(Qt::PinchGesture);
    m_request.background = QColor(0xFB, 0xFB, 0xF9);
    m_drawTimer.setSingleShot(true);
    m_settleTimer.setSingleShot(true);
    m_settleTimer.setInterval(k_settleDelay_ms);
    connect(&m_drawTimer, &QTimer::timeout, this, &MapView::draw);
    connect(&m_settleTimer, &QTimer::timeout, this, &MapView::settle);
    connect(&m_renderer, &MapRenderer::finished, this, &MapView::takeResult);
    connect(&m_renderer, &MapRenderer::partial, this, [this](const QImage &image, const MapExtent &extent) {
        m_picture = {image, extent};
        update();
    });
    connect(&m_renderer, &MapRenderer::failed, this,
            [this](const Error &error) { Q_EMIT renderFailed(error.toText()); });
    connect(&m_renderer, &MapRenderer::runningChanged, this, &MapView::renderingChanged);
    syncExtentWithWidget();
    updateCursor();
}

MapView::~MapView() = default;

void MapView::setCrs(const Crs &crs)
{
    m_request.crs = crs;
    contentChanged();
    Q_EMIT layersChanged();
}

void MapView::setLayers(std::vector<RenderLayer> layers)
{
    m_request.layers = std::move(layers);
    if (!m_viewChosen) {
        zoomToFull();
    }
    contentChanged();
    Q_EMIT layersChanged();
}

void MapView::setRasters(std::vector<RenderRaster> rasters)
{
    if (m_request.rasters != rasters) {
        m_request.rasters = std::move(rasters);
        contentChanged();
    }
}

void MapView::setSelected(const QString &id, std::vector<std::uint32_t> rows)
{
    for (RenderLayer &layer : m_request.layers) {
        if (layer.id == id && layer.selected != rows) {
            layer.selected = rows;
            contentChanged();
        }
    }
}

void MapView::clearSelection()
{
    for (RenderLayer &layer : m_request.layers) {
        if (!layer.selected.empty()) {
            layer.selected.clear();
            contentChanged();
        }
    }
}

void MapView::setLabelsVisible(bool visible)
{
    m_request.labels = visible;
    contentChanged();
}

void MapView::setMapBackground(const QColor &colour)
{
    m_request.background = colour;
    contentChanged();
}

void MapView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    update();
}

void MapView::refresh()
{
    contentChanged();
}

void MapView::contentChanged()
{
    m_contentDirty = true;
    scheduleDrawing(0); // changes of one turn of the event loop come together
}

void MapView::scheduleDrawing(int delay_ms)
{
    m_dirty = true;
    if (!m_drawTimer.isActive()) {
        m_drawTimer.start(delay_ms);
    }
    update();
}

void MapView::draw()
{
    if (!m_dirty || m_request.extent.size.isEmpty()) {
        return;
    }
    // A picture under way that only lies beside the present view is still of use while the map is dragged: let it end.
    if (m_renderer.isRunning() && !m_contentDirty && m_drawnUnitsPerPixel == m_request.extent.unitsPerPixel) {
        return; // takeResult() comes back here
    }
    m_dirty = false;
    m_backdropOutdated = m_backdropOutdated || m_contentDirty;
    m_contentDirty = false;
    m_drawnUnitsPerPixel = m_request.extent.unitsPerPixel;
    RenderRequest request = m_request;
    request.keptLabels = keptLabels();
    m_renderer.start(std::move(request));
}

std::vector<KeptLabel> MapView::keptLabels() const
{
    // At another scale there may be room at the feature again: those that stand further out find their places anew.
    const bool sameScale = m_result.extent.unitsPerPixel == m_request.extent.unitsPerPixel;
    std::vector<KeptLabel> kept;
    for (const Label &label : m_result.labels) {
        if (sameScale || !label.leader) {
            kept.push_back({label.layer, label.row, label.place});
        }
    }
    return kept;
}

void MapView::takeResult(const RenderResult &result)
{
    m_result = result;
    m_picture = {result.image, result.extent};
    m_result.image = QImage();
    const bool wider = m_picture.extent.unitsPerPixel >= m_backdrop.extent.unitsPerPixel;
    if (m_backdrop.image.isNull() || wider || m_backdropOutdated) {
        m_backdrop = m_picture;
        m_backdropOutdated = false;
    }
    update();
    Q_EMIT rendered(m_result);
    draw();
}

void MapView::syncExtentWithWidget()
{
    const double ratio = devicePixelRatioF();
    m_request.extent.size =
        QSize(static_cast<int>(std::lround(width() * ratio)), static_cast<int>(std::lround(height() * ratio)));
    m_request.extent.pixelsPerMm = ratio * logicalDpiX() / k_mmPerInch * m_magnification;
}

void MapView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    syncExtentWithWidget();
    if (!m_viewChosen) {
        zoomToFull();
    }
    scheduleDrawing();
    Q_EMIT extentChanged(extent());
}

QRectF MapView::placeOf(const Picture &picture) const
{
    const Point corner = extent().toPixel(picture.extent.toMap({0, 0}));
    const double zoom = picture.extent.unitsPerPixel / extent().unitsPerPixel;
    return {QPointF(corner.x, corner.y), QSizeF(picture.extent.size) * zoom};
}

void MapView::paintPicture(QPainter &painter, const Picture &picture) const
{
    if (picture.image.isNull()) {
        return;
    }
    const QRectF place = placeOf(picture);
    if (picture.extent.unitsPerPixel == extent().unitsPerPixel) {
        painter.drawImage(
            QPoint(static_cast<int>(std::lround(place.left())), static_cast<int>(std::lround(place.top()))),
            picture.image);
        return;
    }
    // Only the part that is seen, as a picture blown up a thousand times is beyond the numbers of the raster engine.
    const QRectF seen = place & QRectF(QPointF(0, 0), extent().size);
    const double zoom = picture.extent.unitsPerPixel / extent().unitsPerPixel;
    if (!seen.isEmpty()) {
        painter.drawImage(seen, picture.image, QRectF((seen.topLeft() - place.topLeft()) / zoom, seen.size() / zoom));
    }
}

void MapView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.scale(1 / devicePixelRatioF(), 1 / devicePixelRatioF()); // from here on in device pixels
    painter.fillRect(QRectF(QPointF(0, 0), extent().size), m_request.background);
    paintPicture(painter, m_backdrop);
    if (!m_picture.image.isNull()) {
        painter.fillRect(placeOf(m_picture) & QRectF(QPointF(0, 0), extent().size), m_request.background);
    }
    paintPicture(painter, m_picture);
    if (fullExtent().isEmpty() && m_request.rasters.empty()) {
        QFont large = font();
        large.setPointSizeF(large.pointSizeF() * 1.2 * devicePixelRatioF());
        painter.setFont(large);
        painter.setPen(QColor(0x5A, 0x5A, 0x5A));
        painter.drawText(QRectF(QPointF(0, 0), extent().size).adjusted(40, 40, -40, -40),
                         Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    const double mm = extent().pixelsPerMm / m_magnification;
    const ScaleBar bar =
        scaleBarFor(extent(), m_request.crs.isGeographic(), std::min(45 * mm, extent().size.width() / 3.0));
    paintScaleBar(painter, bar, QPointF(4 * mm, extent().size.height() - 4 * mm), mm);
    paintRubberBand(painter);
}

void MapView::paintRubberBand(QPainter &painter) const
{
    if (!m_dragMoved || (m_drag != Drag::SelectBox && m_drag != Drag::ZoomBox)) {
        return;
    }
    const double ratio = devicePixelRatioF();
    const QRectF band = QRectF(m_dragStart * ratio, m_dragLast * ratio).normalized();
    const QColor colour = m_drag == Drag::SelectBox ? QColor(0xC7, 0x9A, 0x00) : QColor(0x00, 0x72, 0xB2);
    painter.setPen(QPen(colour, 1.5 * ratio, m_drag == Drag::SelectBox ? Qt::SolidLine : Qt::DashLine));
    QColor inside = colour;
    inside.setAlpha(40);
    painter.setBrush(inside);
    painter.drawRect(band);
}

} // namespace cuntu
