// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/run_adoption.h"
#include "ui/window/workbench.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QTreeWidget;

namespace cuntu::ui {

/// Shows what adopting a kept result would enter into the ledger: how many features take which step, what is there
/// already, what is refused and why; and asks who enters it.
class AdoptDialog : public QDialog {
    Q_OBJECT

public:
    AdoptDialog(Workbench &bench, const KeptRun &run, QWidget *parent = nullptr);

    /// Who enters it. Only when accepted.
    QString who() const;

private:
    void plan();
    void show(const Adoption &adoption);
    void check();
    QString stepName(const AdoptionStep &step) const;

    Workbench &m_bench;
    KeptRun m_run;
    LatestJob m_planning;
    std::optional<Adoption> m_adoption;
    QLabel *m_moved = nullptr;
    QTreeWidget *m_steps = nullptr;
    QLabel *m_already = nullptr;
    QLabel *m_refusedTitle = nullptr;
    QTreeWidget *m_refused = nullptr;
    QLineEdit *m_who = nullptr;
    QLabel *m_problem = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace cuntu::ui
