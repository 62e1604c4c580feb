// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/time_axis.h"
#include "ui/window/timeline.h"
#include "ui/window/workbench.h"

#include <QAbstractSlider>
#include <QElapsedTimer>
#include <QTimer>

class QComboBox;
class QToolButton;

namespace cuntu::ui {

/// The axis of a time slider: entries as ticks or, where they are many, as a histogram, due days as flags, today, and a
/// handle at the shown day. Its value is that day's number.
///
/// Left and right go a day, with Shift a month, Page up and down a quarter, Home and End to the ends, Space plays.
class TimeTrack : public QAbstractSlider {
    Q_OBJECT

public:
    explicit TimeTrack(const Theme &theme, QWidget *parent = nullptr);

    void setTimeline(Timeline timeline, Day shown);
    /// Moves the handle without telling anybody.
    void setDay(Day day);
    Day day() const { return Day::fromNumber(value()); }
    /// The last day that can be chosen: nothing that happened lies after today.
    Day lastDay() const { return Day::fromNumber(maximum()); }
    Day firstDay() const { return Day::fromNumber(minimum()); }
    const Timeline &timeline() const { return m_timeline; }
    TimeAxis axis() const;

    QSize sizeHint() const override { return {400, 58}; }
    QSize minimumSizeHint() const override { return {160, 58}; }

Q_SIGNALS:
    void dayChosen(cuntu::Day day);
    void playToggled();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void choose(Day day);
    void fitRange(Day shown);
    void paintAxis(QPainter &painter, const TimeAxis &axis) const;
    void paintEntries(QPainter &painter, const TimeAxis &axis) const;
    void paintFlags(QPainter &painter, const TimeAxis &axis) const;
    void paintToday(QPainter &painter, const TimeAxis &axis) const;
    void paintHandle(QPainter &painter, const TimeAxis &axis) const;
    QString tipAt(QPointF position) const;

    Theme m_theme;
    Timeline m_timeline;
    Day m_axisLast; ///< may lie after today, where something is due
};

/// The bar below the map: a track, a button that plays it, and how fast. Moves the shown day of the view, and follows
/// it.
class TimeSlider : public QWidget {
    Q_OBJECT

public:
    explicit TimeSlider(Workbench &bench, QWidget *parent = nullptr);

    TimeTrack &track() { return *m_track; }
    bool isPlaying() const { return m_ticking.isActive(); }

public Q_SLOTS:
    /// Plays from the shown day, at the end from the first one; or stops.
    void togglePlay();

private:
    void makeWidgets();
    void reload();
    void show(Timeline timeline);
    void stopPlaying();
    void tick();
    void showPlaying();

    Workbench &m_bench;
    LatestJob m_reading;
    TimeTrack *m_track = nullptr;
    QToolButton *m_play = nullptr;
    QComboBox *m_speed = nullptr;
    QTimer m_ticking;
    QElapsedTimer m_since; ///< of the start of playing, or of the last change of speed
    Day m_playedFrom;
};

} // namespace cuntu::ui
