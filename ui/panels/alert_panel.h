// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/case_list.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace cuntu::ui {

/// The alerts that targets in danger gave rise to (预警): who must act on each, and what was done. The panel shows what
/// was recorded; looking anew is asked for, as it is written into the project and cannot be taken back.
class AlertPanel : public QWidget {
    Q_OBJECT

public:
    explicit AlertPanel(Workbench &bench, QWidget *parent = nullptr);

    /// Where the targets stand on the shown day.
    void setMilestones(const std::vector<Milestone> &milestones);

Q_SIGNALS:
    void areaPicked(const cuntu::AreaCode &area);
    void featurePicked();
    /// An alert is to be taken to @p state, after a question.
    void stepRequested(qint64 id, const QString &state);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    void show();
    /// As show(), once the panel is seen: days come fast while they are dragged.
    void showWhenSeen();
    void showFooter();
    CaseRow rowOf(const Case &alert) const;
    const Milestone *milestoneOf(const Case &alert) const;
    void updateButtons();
    /// The day alerts are looked for on: the shown one, today at the latest.
    Day lookDay() const;

    Workbench &m_bench;
    std::vector<Milestone> m_milestones;
    AlertOutlook m_outlook;
    QComboBox *m_filter = nullptr;
    QPushButton *m_look = nullptr;
    std::vector<QPushButton *> m_steps; ///< each with the state it leads to as property "state"
    QToolButton *m_copy = nullptr;
    CaseList *m_list = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_footer = nullptr;
    bool m_outdated = false; ///< a day has come meanwhile
};

} // namespace cuntu::ui
