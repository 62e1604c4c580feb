// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;
class QStackedLayout;

namespace cuntu::ui {

class DayHeatMap;

/// The days of a year of the picked feature: one of the calendars that programmes declare for its layer.
class DayCalendarPanel : public QWidget {
    Q_OBJECT

public:
    explicit DayCalendarPanel(Workbench &bench, QWidget *parent = nullptr);
    /// Whether the panel is looked at: a panel behind another tab counts as visible for Qt. Unseen it reads nothing.
    void setInView(bool inView);

private:
    QWidget *makeBar();
    /// Offers the calendars of the layer that is picked in.
    void followSelection();
    void followDay();
    void work();
    void show(std::vector<double> values);
    void showNothing(const QString &why);

    Workbench &m_bench;
    LatestJob m_working;
    QComboBox *m_calendar = nullptr;
    QSpinBox *m_year = nullptr;
    QLabel *m_sum = nullptr;
    QLabel *m_day = nullptr;
    DayHeatMap *m_heat = nullptr;
    QLabel *m_empty = nullptr;
    QStackedLayout *m_pages = nullptr;
    bool m_isInView = false;
};

} // namespace cuntu::ui
