// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/view/map_view.h"

#include <span>

namespace cuntu::ui {

/// The drawn features of layer @p layer that touch the area within the closed line through @p ring (map units), in the
/// order of rows: as featuresIn() says of a box. Any thread. O(vertices in the box around it * points of the ring).
std::vector<std::uint32_t> featuresInside(const RenderLayer &layer, std::span<const Point> ring);

/// A sheet over the map on which a line is drawn by hand. Hidden it is in nobody's way; wheel and keys go to the map.
class Lasso : public QWidget {
    Q_OBJECT

public:
    explicit Lasso(MapView &map);

Q_SIGNALS:
    /// A line was drawn around something; in map units, at least three points.
    void drawn(const std::vector<cuntu::Point> &ring, Qt::KeyboardModifiers modifiers);
    /// The mouse was pressed and released without moving.
    void clicked(QPointF position, Qt::KeyboardModifiers modifiers);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    MapView &m_map;
    QPolygonF m_line; ///< logical pixels
};

} // namespace cuntu::ui
