// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/view/map_view.h"
#include "ui/window/workbench.h"

#include <QStatusBar>

class QComboBox;
class QSpinBox;
class QLabel;
class QProgressBar;
class QToolButton;

namespace cuntu::ui {

/// How the position of the pointer is written.
enum class PositionForm { Degrees, Seconds, Projected };

/// From left to right: the last message, what is running with progress and cancel, the coordinates (a click goes from
/// degrees to degrees, minutes and seconds, and to the map's system), the scale, the map's system, the shown day, and
/// whether the project is read-only.
class StatusBar : public QStatusBar {
    Q_OBJECT

public:
    StatusBar(Workbench &bench, MapView &map, QWidget *parent = nullptr);

    /// Puts the keyboard into the magnifier.
    void focusMagnifier();

Q_SIGNALS:
    void asOfClicked();

private:
    void addJobWidgets();
    void addMapWidgets();
    void addProjectWidgets();
    void onJobStarted(JobRunner::Id id, JobRunner::Kind kind, const QString &title);
    void onJobProgressed(JobRunner::Id id, double share, const QString &doing);
    void onJobFinished(JobRunner::Id id);
    void showPosition(Point map);
    void showProject();
    void showScale();
    void takeScale();
    void addMagnifier();

    Workbench &m_bench;
    MapView &m_map;
    QLabel *m_message = nullptr;
    QLabel *m_doing = nullptr;
    QProgressBar *m_progress = nullptr;
    QToolButton *m_cancel = nullptr;
    QToolButton *m_position = nullptr;
    QComboBox *m_scale = nullptr;
    QSpinBox *m_magnifier = nullptr; ///< per cent
    QToolButton *m_crs = nullptr;
    QToolButton *m_asOf = nullptr;
    QLabel *m_readOnly = nullptr;
    std::map<JobRunner::Id, QString> m_shown; ///< jobs under way that the user asked for
    std::optional<CrsTransform> m_toLonLat;
    Crs m_toLonLatFrom;
    std::optional<Point> m_lastPosition;
    PositionForm m_form = PositionForm::Degrees;
};

} // namespace cuntu::ui
