// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/place_card.h"
#include "ui/window/workbench.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace cuntu::ui {

class OptionalDay;

/// Asks for a problem to be listed for rectification: what is wrong with the picked feature or with an area, who found
/// it, what is wanted, from whom, by when.
class CaseDialog : public QDialog {
    Q_OBJECT

public:
    explicit CaseDialog(Workbench &bench, QWidget *parent = nullptr);

    /// Begins with what a check found.
    void setFinding(const QString &sentence);

    /// What is to be listed, and who says so. Only when accepted.
    Case item() const;
    QString who() const;

private:
    void makeWidgets();
    void makeLayout();
    /// Reads what is picked, so that it can be named and its area is known.
    void readPicked();
    void showPicked(const PlaceCard &card);
    void check();
    QString problem() const;

    Workbench &m_bench;
    LatestJob m_reading;
    Selection m_picked; ///< a single feature, or none
    QCheckBox *m_aboutPicked = nullptr;
    QComboBox *m_area = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QPlainTextEdit *m_measure = nullptr;
    QLineEdit *m_number = nullptr;
    QComboBox *m_source = nullptr;
    QComboBox *m_level = nullptr;
    QLineEdit *m_leadUnit = nullptr;
    QLineEdit *m_otherUnits = nullptr;
    QLineEdit *m_responsible = nullptr;
    OptionalDay *m_deadline = nullptr;
    QDateEdit *m_day = nullptr;
    QLineEdit *m_who = nullptr;
    QLabel *m_problem = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace cuntu::ui
