// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/view/map_view.h"

namespace cuntu::ui {

/// The whole extent of a map, small and without labels, with a frame around what the map shows now. A click or a drag
/// moves the map; so do the arrow keys, plus and minus zoom it. Its picture is drawn anew only when the map's layers
/// change, and only while it is seen. GUI thread.
class OverviewPanel : public QWidget {
    Q_OBJECT

public:
    /// @p map outlives the panel.
    explicit OverviewPanel(MapView &map, QWidget *parent = nullptr);

    QSize sizeHint() const override { return {220, 170}; }
    /// The frame, in this widget's pixels; empty where there is no picture yet.
    QRectF frame() const;
    /// How often the picture was drawn.
    int drawings() const { return m_drawings; }
    bool isDrawing() const { return m_renderer.isRunning() || m_timer.isActive(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void drawSoon();
    void draw();
    QPointF toWidget(Point map) const;
    Point toMap(QPointF widget) const;

    MapView &m_map;
    MapRenderer m_renderer;
    QTimer m_timer; ///< changes that come together are one drawing
    QImage m_image;
    MapExtent m_extent; ///< of the picture
    QPointF m_grip;     ///< where in the frame it is held, from its middle
    bool m_outdated = true;
    int m_drawings = 0;
};

} // namespace cuntu::ui
