// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/explain.h"
#include "ui/window/figures.h"
#include "ui/window/workbench.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace cuntu::ui {

/// The project's targets: where each stands on the shown day, how fast it must go and goes, and who answers for it.
class MilestonePanel : public QWidget {
    Q_OBJECT

public:
    explicit MilestonePanel(Workbench &bench, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Newly judged.
    void judged(const std::vector<cuntu::Milestone> &milestones);
    void areaPicked(const cuntu::AreaCode &area);
    /// A figure was pointed at.
    void figurePicked(const cuntu::ui::FigurePick &pick);
    void targetPicked(qint64 target);
    void newRequested();
    void adjustRequested(qint64 target);
    void splitRequested(qint64 target);
    void versionsRequested(qint64 target);
    void removeRequested(qint64 target);
    void closePeriodRequested();
    void conflictsRequested();

private:
    QWidget *makeBar();
    /// A button that asks for something of the current target by @p request.
    QPushButton *addButton(const QString &name, const QString &text, void (MilestonePanel::*request)(qint64));
    void reload();
    /// As reload(), but waits for its turn, as the day may be moving.
    void followDay();
    void show(const MilestoneTable &table);
    /// Rows of what was split under the row of the whole.
    void addRows(const MilestoneTable &table);
    /// A row under @p whole, that of the target it was split from.
    QTreeWidgetItem *addRow(const Milestone &milestone, QTreeWidgetItem *whole);
    /// Says in the row of a target that was split how its parts stand.
    void showParts(QTreeWidgetItem *row, const RollUp &parts);
    std::vector<QTreeWidgetItem *> rows() const;
    void showConflicts();
    void showMenu(const QPoint &place);
    void updateButtons();
    /// Number of the current target; 0: none.
    qint64 current() const;

    Workbench &m_bench;
    PacedJob m_judging;
    QTreeWidget *m_table;
    QLabel *m_empty;
    QPushButton *m_new = nullptr;
    QPushButton *m_closePeriod = nullptr;
    std::vector<QPushButton *> m_ofTarget; ///< what can be done with the current one
    QPushButton *m_conflicts = nullptr;
};

} // namespace cuntu::ui
