// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/target_split.h"
#include "ui/window/workbench.h"

#include <QDialog>

#include <array>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QTableWidget;

namespace cuntu::ui {

/// Splits a target among townships or villages, and its work among the quarters. Everything can be changed before it is
/// kept; it can be kept while the parts add up to the whole.
class SplitDialog : public QDialog {
    Q_OBJECT

public:
    SplitDialog(Workbench &bench, const Target &whole, QWidget *parent = nullptr);

    /// What was asked for, and who says so. Only when accepted.
    std::vector<Target> parts() const;
    QString who() const;

private:
    void makeWidgets();
    void makeLayout();
    void work();
    void show(TargetSplit split);
    void takeValue(int row);
    void showQuarters();
    void check();
    QString problem() const;
    std::array<double, 4> quarters() const;
    bool hasQuarters() const;

    Workbench &m_bench;
    TargetSplit m_split;
    LatestJob m_working;
    QComboBox *m_level = nullptr;
    QComboBox *m_season = nullptr;
    std::array<QSpinBox *, 4> m_quarters{}; ///< percent by the end of each, cumulative
    QWidget *m_quarterPlace = nullptr;
    QTableWidget *m_table = nullptr;
    QLineEdit *m_who = nullptr;
    QLabel *m_sum = nullptr;
    QLabel *m_problem = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
    QString m_failure; ///< why nothing could be worked out
    bool m_showing = false;
};

} // namespace cuntu::ui
