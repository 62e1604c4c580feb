// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/target_series.h"
#include "ui/window/workbench.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedLayout;

namespace cuntu::ui {

class CurveChart;

/// One target over time, as a chart, with why it stands as it does on the shown day.
class CurvePanel : public QWidget {
    Q_OBJECT

public:
    explicit CurvePanel(Workbench &bench, QWidget *parent = nullptr);

    /// Shows the target with @p id.
    void showTarget(qint64 id);

private:
    QWidget *makeBar();
    /// Offers the targets of the project, then reloads.
    void fillTargets();
    void reload();
    const Target *chosenTarget() const;
    /// As reload(), but waits for its turn, as the day may be moving.
    void followDay();
    void show(std::optional<TargetSeries> series);

    Workbench &m_bench;
    PacedJob m_working;
    QComboBox *m_target = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_reason = nullptr;
    CurveChart *m_chart = nullptr;
    QLabel *m_empty = nullptr;
    QStackedLayout *m_pages = nullptr;
};

} // namespace cuntu::ui
