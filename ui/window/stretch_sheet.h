// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geo/stationing.h"
#include "core/schema/line_reference.h"
#include "maps/view/map_view.h"
#include "ui/window/workbench.h"

namespace cuntu::ui {

/// A sheet over the map on which a stretch of a line is drawn: a click picks a line, ticks show its stations, and a
/// drag along it goes from one station to another. Stations near a tick are taken for it. Hidden it is in nobody's way;
/// wheel, other buttons and keys go to the map.
class StretchSheet : public QWidget {
    Q_OBJECT

public:
    StretchSheet(Workbench &bench, MapView &map);

    /// The line whose stations are shown.
    struct Line {
        LineReference reference;
        QString key;
        QString name; ///< of the line, for people
        std::shared_ptr<const Stationing> stations;
    };
    /// From where to where, in km; from is less than to.
    struct Stretch {
        double from_km = 0;
        double to_km = 0;
    };

    const std::optional<Line> &line() const { return m_line; }
    const std::optional<Stretch> &stretch() const { return m_stretch; }
    /// Shows that stretch, cut to the line.
    void setStretch(const Stretch &stretch);
    /// Forgets line and stretch.
    void clear();
    /// Distance of the ticks at which one kilometre is @p pxPerKm pixels long: 100 m, 500 m, 1 km, 5 km, 10 km.
    static double tickStep_km(double pxPerKm);

Q_SIGNALS:
    /// Another line, or none.
    void lineChanged();
    void stretchChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void pickLine(QPointF position);
    void load(const LineReference &reference, FeatureId feature);
    double stationAt(QPointF position) const;
    bool isOnLine(QPointF position) const;
    double pxPerKm() const;
    QPolygonF pixels(const Stretch &part) const;
    void drag(QPointF position);
    void paintTicks(QPainter &painter) const;
    void paintTick(QPainter &painter, double station_km, double step_px, bool label) const;
    void paintReading(QPainter &painter) const;

    Workbench &m_bench;
    MapView &m_map;
    LatestJob m_loading;
    std::optional<Line> m_line;
    std::optional<Stretch> m_stretch;
    std::optional<double> m_begin_km; ///< where the drag began
    QPointF m_pressed;
    QPointF m_cursor;
};

} // namespace cuntu::ui
