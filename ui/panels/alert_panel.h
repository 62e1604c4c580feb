// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/case_table_panel.h"

namespace cuntu::ui {

/// The alerts that targets in danger gave rise to (预警): who must act on each, and what was done. The panel shows what
/// was recorded; looking anew is asked for, as it is written into the project and cannot be taken back.
class AlertPanel : public CaseTablePanel {
    Q_OBJECT

public:
    explicit AlertPanel(Workbench &bench);

    /// Where the targets stand on the shown day.
    void setMilestones(const std::vector<Milestone> &milestones);

protected:
    void refresh() override;
    void updateButtons() override;

private:
    void fillBar();
    QString emptyText() const;
    QString footerText() const;
    CaseRow rowOf(const Case &alert, int level) const;
    const Milestone *milestoneOf(const Case &alert) const;
    /// The day alerts are looked for on: the shown one, today at the latest.
    Day lookDay() const;

    std::vector<Milestone> m_milestones;
    AlertOutlook m_outlook;
    QPushButton *m_look = nullptr;
    std::vector<QPushButton *> m_steps; ///< each with the state it leads to as property "state"
};

} // namespace cuntu::ui
