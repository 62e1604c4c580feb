// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/explain.h"
#include "ui/window/figures.h"
#include "ui/window/workbench.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

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

private:
    void reload();
    /// As reload(), but waits for its turn, as the day may be moving.
    void followDay();
    void show(const MilestoneTable &table);
    void addRow(const Milestone &milestone);

    Workbench &m_bench;
    PacedJob m_judging;
    QTreeWidget *m_table;
    QLabel *m_empty;
};

} // namespace cuntu::ui
