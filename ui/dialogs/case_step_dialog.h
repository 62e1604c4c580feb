// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/casework.h"
#include "ui/window/workbench.h"

#include <QDialog>

class QDateEdit;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace cuntu::ui {

/// Asks what belongs to one step of an alert or of an item of the rectification ledger: when, by whom, why, with what
/// evidence. It can be accepted where checkStep() has nothing against it, and else says what it has.
class CaseStepDialog : public QDialog {
    Q_OBJECT

public:
    CaseStepDialog(Workbench &bench, Case item, const QString &state, QWidget *parent = nullptr);

    /// What was asked for. Only when accepted.
    CaseStep step() const;
    /// File to be copied into the project; empty: none.
    QString evidenceFile() const;

private:
    void makeForm(const NextStep &wanted);
    QWidget *makeHead() const;
    QString problem() const;
    void check();

    Workbench &m_bench;
    Case m_item;
    QString m_state;
    QDateEdit *m_date = nullptr;
    QLineEdit *m_who = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QLineEdit *m_evidence = nullptr;
    QLabel *m_problem = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace cuntu::ui
