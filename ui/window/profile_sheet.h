// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/view/map_view.h"

#include <optional>

namespace cuntu::ui {

/// A sheet over the map that shows a line and one place of it, and on which such a line can be drawn: a click adds a
/// vertex, a double click or Enter ends the line, Backspace takes the last vertex back, Esc gives up. While nothing is
/// drawn the mouse goes through it.
class ProfileSheet : public QWidget {
    Q_OBJECT

public:
    explicit ProfileSheet(MapView &map);

    /// Shows the parts of @p line, in the map's system; empty: none.
    void setLine(const Geometry &line);
    /// Marks a place of the line.
    void setMark(std::optional<Point> place);
    std::optional<Point> mark() const { return m_mark; }
    void setDrawing(bool on);
    bool isDrawing() const { return m_isDrawing; }

Q_SIGNALS:
    /// A line of two points at least was drawn.
    void drawn(const cuntu::Geometry &line);
    void drawingChanged(bool on);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    bool takeKey(int key);
    void finish();
    void showIfNeeded();

    MapView &m_map;
    Geometry m_line;
    std::optional<Point> m_mark;
    std::vector<Point> m_drawn;
    Point m_pointer;
    bool m_isDrawing = false;
};

} // namespace cuntu::ui
