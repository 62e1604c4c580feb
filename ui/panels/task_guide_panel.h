// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/tour.h"
#include "ui/window/workbench.h"

#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace cuntu::ui {

/// The steps of one task of the tour, to be ticked off.
class TaskGuidePanel : public QWidget {
    Q_OBJECT

public:
    explicit TaskGuidePanel(Workbench &bench, QWidget *parent = nullptr);

    /// Shows the task with @p id from its first step.
    void start(const QString &id);
    QString currentTask() const;

private:
    void show(int number);

    Workbench &m_bench;
    std::vector<TourTask> m_tasks;
    QComboBox *m_choice;
    QVBoxLayout *m_steps;
};

} // namespace cuntu::ui
