// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/view/map_view.h"
#include "ui/window/workbench.h"

namespace cuntu::ui {

/// A sheet over the map with a mark where each photo was taken, and a beak in the direction it looks; those of the
/// picked features are larger. In nobody's way: the mouse goes through it.
class PhotoMarks : public QWidget {
    Q_OBJECT

public:
    PhotoMarks(Workbench &bench, MapView &map);

    /// One photo on the map.
    struct Mark {
        qint64 photo = 0;
        Point position; ///< in the map's system
        std::optional<double> bearing_deg;
        bool isPicked = false;
    };
    const std::vector<Mark> &marks() const { return m_marks; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void reload();
    void markPicked();
    static void paintMark(QPainter &painter, QPointF at, const Mark &mark);

    Workbench &m_bench;
    MapView &m_map;
    std::vector<Mark> m_marks;
};

} // namespace cuntu::ui
