// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/time_axis.h"
#include "ui/window/target_series.h"
#include "ui/window/theme.h"

#include <QWidget>

namespace cuntu::ui {

/// The curves of one target: planned, actual, and the forecast as a band between its early and its late day. The
/// pointer, or the arrow keys, move a hairline that reads them off.
class CurveChart : public QWidget {
    Q_OBJECT

public:
    explicit CurveChart(const Theme &theme, QWidget *parent = nullptr);

    void setSeries(std::optional<TargetSeries> series);
    /// What the hairline on @p day reads, a line each; empty without a series.
    QStringList readingOn(Day day) const;
    /// The forecast value on @p day by the early, the middle and the late forecast; empty where there is none.
    struct Forecast {
        double early = 0;
        double middle = 0;
        double late = 0;
    };
    std::optional<Forecast> forecastOn(Day day) const;
    TimeAxis axis() const;
    QSize sizeHint() const override { return {520, 220}; }
    QSize minimumSizeHint() const override { return {220, 120}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    double y(double value) const;
    QPointF point(const TimeAxis &axis, const DayValue &value) const;
    void paintGrid(QPainter &painter, const TimeAxis &axis) const;
    void paintForecast(QPainter &painter, const TimeAxis &axis) const;
    void paintCurves(QPainter &painter, const TimeAxis &axis) const;
    void paintMarks(QPainter &painter, const TimeAxis &axis) const;
    void paintMark(QPainter &painter, double x, const QString &text, const QPen &pen, int row) const;
    void paintLegend(QPainter &painter) const;
    void paintReading(QPainter &painter, const TimeAxis &axis) const;

    Theme m_theme;
    std::optional<TargetSeries> m_series;
    std::optional<Day> m_hairline;
    double m_lowest = 0;
    double m_highest = 1;
    double m_step = 1; ///< between two lines of the grid
};

} // namespace cuntu::ui
