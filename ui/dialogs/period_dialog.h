// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/closed_period.h"
#include "ui/window/workbench.h"

#include <QDialog>

class QDateEdit;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QTreeWidget;

namespace cuntu::ui {

/// Asks until when the reporting is closed and on what grounds, and shows what is closed already.
class PeriodDialog : public QDialog {
    Q_OBJECT

public:
    explicit PeriodDialog(Workbench &bench, QWidget *parent = nullptr);

    /// The last day of the period. Only when accepted, as the others.
    Day until() const;
    QString reason() const;
    QString who() const;

private:
    void makeWidgets();
    void makeLayout();
    void show(const std::vector<ClosedPeriod> &periods);
    void check();
    QString problem() const;

    Workbench &m_bench;
    LatestJob m_reading;
    std::optional<Day> m_closed; ///< the last day of what is closed already
    QTreeWidget *m_periods = nullptr;
    QDateEdit *m_until = nullptr;
    QLineEdit *m_reason = nullptr;
    QLineEdit *m_who = nullptr;
    QLabel *m_problem = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace cuntu::ui
