// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/content/poster_content.h"
#include "ui/window/workbench.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace cuntu::ui {

/// Asks what a poster for the wall shows: overlay, area, paper, title, and for whom it is.
class PosterDialog : public QDialog {
    Q_OBJECT

public:
    explicit PosterDialog(Workbench &bench, QWidget *parent = nullptr);

    /// What was asked for, on the day that is shown. Only when accepted.
    PosterRequest request() const;

private:
    void check();

    Workbench &m_bench;
    QComboBox *m_overlay;
    QComboBox *m_area;
    QComboBox *m_paper;
    QComboBox *m_upright;
    QLineEdit *m_title;
    QComboBox *m_public;
    QLineEdit *m_approval;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace cuntu::ui
