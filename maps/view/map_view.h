// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/render/hit_test.h"
#include "maps/render/map_renderer.h"
#include "maps/view/view_history.h"

#include <QTimer>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QNativeGestureEvent)
QT_FORWARD_DECLARE_CLASS(QPinchGesture)

namespace cuntu {

/// The map on the screen. It shows layers, lets the user move about, and says what was clicked; what that means is the
/// window's business.
///
/// Use: setCrs(), setLayers() (bottom first), zoomToFull(); connect to the signals. When data or styles change,
/// setLayers() again. Drawing goes on off the GUI thread; until it is done the last picture stands in, moved and
/// scaled.
///
/// In every tool: the wheel zooms about the cursor (Ctrl: finer), the middle button or Space drags, Shift and left
/// button zoom to a box, arrow keys move, PgUp PgDn + - zoom, the side buttons go back and forth, Esc drops a box being
/// drawn. Two fingers on a touch screen or touchpad move the map, and zoom it where they come together or part.
class CUNTU_MAPS_EXPORT MapView : public QWidget {
    Q_OBJECT

public:
    enum class Tool {
        Pan,     ///< drag moves, click centres, double click zooms in
        Select,  ///< click and box report features
        ZoomBox, ///< a box zooms in; with Alt out
    };

    explicit MapView(QWidget *parent = nullptr);
    ~MapView() override;

    /// System of the map; centre and extent are in it.
    void setCrs(const Crs &crs);
    /// What is shown, bottom first. The view stays, unless everything was in view and shall be again.
    void setLayers(std::vector<RenderLayer> layers);
    void setRasters(std::vector<RenderRaster> rasters);
    /// Marks @p rows (ascending) of layer @p id as selected; others stay.
    void setSelected(const QString &id, std::vector<std::uint32_t> rows);
    void clearSelection();
    void setLabelsVisible(bool visible);
    static constexpr double k_wheelZoom = 1.6; ///< a notch of the wheel

    /// Enlarges everything by @p factor (1 to 10), symbols and texts too, at the same scale of the map, for eyes and
    /// projectors that need it. The middle stays where it is.
    void setMagnification(double factor);
    double magnification() const { return m_magnification; }
    void setMapBackground(const QColor &colour);
    /// Shown in the middle while there is nothing to draw.
    void setEmptyText(const QString &text);
    void setTool(Tool tool);
    Tool tool() const { return m_tool; }

    /// What is shown now: for printing, saving, hit tests. Size in device pixels.
    const RenderRequest &request() const { return m_request; }
    const MapExtent &extent() const { return m_request.extent; }
    double scaleDenominator() const;
    /// Map position under @p widget (logical pixels), and back.
    Point toMap(QPointF widget) const;
    QPointF toWidget(Point map) const;
    /// Box around all layers; empty when there is nothing.
    Box fullExtent() const;
    /// True while the full extent is in view: from the beginning, or since zoomToFull(). It then stays so when the
    /// widget is resized or layers come and go.
    bool showsEverything() const { return !m_viewChosen; }
    bool canGoBack() const { return m_history.canGoBack(); }
    bool canGoForward() const { return m_history.canGoForward(); }
    bool isRendering() const { return m_renderer.isRunning() || m_dirty; }
    /// The last complete picture's outcome: labels, times, errors.
    const RenderResult &lastResult() const { return m_result; }

public Q_SLOTS:
    void zoomTo(const cuntu::Box &box);
    void zoomToFull();
    void zoomToSelection();
    void zoomIn();
    void zoomOut();
    /// Zooms by @p factor (2: twice as large), keeping the position under @p widget in place.
    void zoomAbout(QPointF widget, double factor);
    void setCentre(cuntu::Point centre);
    void setScaleDenominator(double denominator);
    void goBack();
    void goForward();
    /// Draws again.
    void refresh();

Q_SIGNALS:
    void cursorMoved(cuntu::Point map);
    void cursorLeft();
    void extentChanged(const cuntu::MapExtent &extent);
    void historyChanged(bool canGoBack, bool canGoForward);
    void magnificationChanged(double factor);
    /// Layers, or the system they are shown in, are others than before.
    void layersChanged();
    void toolChanged(cuntu::MapView::Tool tool);
    /// A feature was clicked with the Select tool: the topmost within 6 pixels.
    void featureClicked(const QString &layer, std::uint32_t row, cuntu::Point map, Qt::KeyboardModifiers modifiers);
    /// The Select tool was clicked where nothing is.
    void emptyClicked(cuntu::Point map, Qt::KeyboardModifiers modifiers);
    /// A box was drawn with the Select tool; features of all layers in it, bottom layer first; may be empty.
    void featuresBoxed(const std::vector<cuntu::MapFeature> &features, const cuntu::Box &box,
                       Qt::KeyboardModifiers modifiers);
    void contextMenuRequested(cuntu::Point map, const QPoint &globalPosition);
    void renderingChanged(bool rendering);
    /// A complete picture is shown; its result tells what could not be drawn.
    void rendered(const cuntu::RenderResult &result);
    void renderFailed(const QString &text);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    /// A picture and what it shows.
    struct Picture {
        QImage image;
        MapExtent extent;
    };
    enum class Drag { None, Pan, SelectBox, ZoomBox };

    void syncExtentWithWidget();
    void setView(Point centre, double unitsPerPixel);
    void settle();
    void contentChanged();
    /// Draws in @p delay_ms, so that events of one turn of the wheel come together.
    void scheduleDrawing(int delay_ms = 15);
    void draw();
    /// Labels of the last picture, so that the next one leaves them where they are.
    std::vector<KeptLabel> keptLabels() const;
    void takeResult(const RenderResult &result);
    QRectF placeOf(const Picture &picture) const;
    void paintPicture(QPainter &painter, const Picture &picture) const;
    void paintRubberBand(QPainter &painter) const;
    void takePinch(const QPinchGesture &pinch);
    bool takeNativeGesture(const QNativeGestureEvent &gesture);
    /// Moves the map by a way in logical pixels.
    void slide(QPointF widget);
    void beginDrag(Drag drag, QPointF position);
    void dragTo(QPointF position);
    void finishDrag(QPointF position, Qt::KeyboardModifiers modifiers);
    void click(QPointF position, Qt::KeyboardModifiers modifiers);
    void selectIn(const QRectF &widget, Qt::KeyboardModifiers modifiers);
    Box mapBox(const QRectF &widget) const;
    void updateCursor();

    RenderRequest m_request;
    MapRenderer m_renderer;
    RenderResult m_result;
    Picture m_picture;  ///< the last one drawn, complete or not
    Picture m_backdrop; ///< the widest one of the present layers: stands in where m_picture does not reach
    ViewHistory m_history;
    QTimer m_drawTimer;
    QTimer m_settleTimer;
    QString m_emptyText;
    Tool m_tool = Tool::Pan;
    Drag m_drag = Drag::None;
    Qt::MouseButton m_dragButton = Qt::NoButton;
    QPointF m_dragStart; ///< logical pixels
    QPointF m_dragLast;
    QPointF m_slideRest; ///< device pixels
    double m_magnification = 1;
    bool m_dragMoved = false;
    bool m_spaceHeld = false;
    bool m_viewChosen = false; ///< somebody chose a view; else the full extent is kept on resizing
    bool m_contentDirty = false;
    bool m_dirty = false;
    bool m_backdropOutdated = false;
    double m_drawnUnitsPerPixel = 0; ///< of the request under way
};

} // namespace cuntu
