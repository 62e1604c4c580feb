// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/tour.h"
#include "ui/window/workbench.h"

#include <QWidget>

class QBoxLayout;

namespace cuntu::ui {

/// What the window shows while no project is open: make or open one, the last ones, and the sample county with four
/// tasks.
class WelcomePage : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(Workbench &bench, QWidget *parent = nullptr);

    /// Shows the projects that were open last as they are now remembered.
    void fillRecent();

Q_SIGNALS:
    void newRequested();
    void openRequested();
    void recentRequested(const QString &path);
    /// The sample is wanted; @p task is the id of a task or empty.
    void sampleRequested(const QString &task);
    void sampleAnewRequested();

private:
    QWidget *makeLeft();
    QWidget *makeRight();
    QWidget *makeCard(const TourTask &task, int number);

    Workbench &m_bench;
    QBoxLayout *m_recent = nullptr;
};

} // namespace cuntu::ui
