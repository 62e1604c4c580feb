// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

#include <QWidget>

class QDialog;

namespace cuntu::ui {

/// Opens the questions about alerts, cases and targets over the window, and hands the answers to the actions. GUI
/// thread.
class OversightDialogs : public QObject {
    Q_OBJECT

public:
    OversightDialogs(Workbench &bench, QWidget *window, QObject *parent);

    /// Asks what belongs to the step of case @p id to @p state.
    void askStep(qint64 id, const QString &state);
    /// Asks for a problem with what is picked, or with an area.
    void askCase();
    /// The same, beginning with what a check found about what is picked.
    void askCaseOf(const QString &finding);
    void askNewTarget();
    /// Asks what is to be adjusted, with the reason.
    void askAdjust(qint64 target);
    /// Asks how it is split among areas and quarters.
    void askSplit(qint64 target);
    void showVersions(qint64 target);
    /// Asks whether the target goes, with all its versions.
    void askRemove(qint64 target);
    /// Asks until when the reporting is closed.
    void askClosePeriod();
    /// Says which targets contradict each other.
    void showConflicts();

private:
    /// The target with that number; empty where it is gone.
    std::optional<Target> find(qint64 target) const;
    /// Shows @p dialog; @p accepted is called when it is.
    void open(QDialog *dialog, const std::function<void()> &accepted);

    Workbench &m_bench;
    QWidget *m_window;
};

} // namespace cuntu::ui
