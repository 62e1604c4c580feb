// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/workbench.h"

#include <QDialog>
#include <QSet>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QTabWidget;
class QVBoxLayout;

namespace cuntu::ui {

class OptionalDay;
class ParameterForm;

/// A promise with all that belongs to it, to be made or adjusted: what, where, how much, until when, by whom. It can be
/// accepted where checkTarget() has nothing against it; what contradicts another target is said, and left to the user.
class TargetDialog : public QDialog {
    Q_OBJECT

public:
    /// A new target.
    explicit TargetDialog(Workbench &bench, QWidget *parent = nullptr);
    /// Another version of @p before, for which a reason is asked.
    TargetDialog(Workbench &bench, const Target &before, QWidget *parent = nullptr);

    /// What was asked for, and who says so. Only when accepted.
    Target target() const;
    QString who() const;

private:
    TargetDialog(Workbench &bench, const Target &before, bool isNew, QWidget *parent);
    QWidget *makePromisePage();
    QWidget *makeDefinitionPage();
    QWidget *makeTimePage();
    QWidget *makeBodiesPage();
    QWidget *makeScopePage();
    void makeEnd();
    void fill();
    /// Asks for the parameters of the chosen indicator.
    void fillParameters();
    void fillScope();
    void check();
    QString problem() const;
    QString conflicts() const;
    const Indicator *indicator() const;

    Workbench &m_bench;
    Target m_before;
    bool m_isNew;
    QTabWidget *m_pages = nullptr;
    QLineEdit *m_label = nullptr;
    QLineEdit *m_plan = nullptr;
    QPlainTextEdit *m_clause = nullptr;
    QComboBox *m_indicator = nullptr;
    QLabel *m_noParameters = nullptr;
    QVBoxLayout *m_definition = nullptr;
    ParameterForm *m_parameters = nullptr; ///< of the chosen indicator
    QComboBox *m_area = nullptr;
    QDoubleSpinBox *m_value = nullptr;
    QComboBox *m_commitment = nullptr;
    OptionalDay *m_start = nullptr;
    OptionalDay *m_due = nullptr;
    QLineEdit *m_dueText = nullptr;
    QComboBox *m_cadence = nullptr;
    OptionalDay *m_baseline = nullptr;
    QComboBox *m_curve = nullptr;
    QLineEdit *m_responsible = nullptr;
    QLineEdit *m_leadUnit = nullptr;
    QLineEdit *m_otherUnits = nullptr;
    QCheckBox *m_separateChecker = nullptr;
    QCheckBox *m_veto = nullptr;
    QLineEdit *m_scopeFilter = nullptr;
    QListWidget *m_scope = nullptr;
    QSet<QString> m_scopeCodes;
    QComboBox *m_state = nullptr;
    QLineEdit *m_reason = nullptr; ///< null for a new target
    QLineEdit *m_who = nullptr;
    QLabel *m_conflicts = nullptr;
    QLabel *m_problem = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace cuntu::ui
