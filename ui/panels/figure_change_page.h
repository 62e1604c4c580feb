// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/figure_page.h"

class QCheckBox;
class QDateEdit;
class QLabel;
class QTreeWidget;

namespace cuntu::ui {

class FeatureList;

/// Why a figure changed since an earlier day: step by step, each with the features behind it.
class FigureChangePage : public FigurePage {
    Q_OBJECT

public:
    explicit FigureChangePage(Workbench &bench, QWidget *parent = nullptr);

protected:
    void takePick() override;
    void work() override;
    void clear() override;

private:
    QTreeWidget *makeSteps();
    QWidget *makeBar();
    void show(ChangeLines lines);
    void showStep(int row);

    QDateEdit *m_from = nullptr;
    QCheckBox *m_asPrinted = nullptr;
    QTreeWidget *m_steps;
    FeatureList *m_features;
    ChangeLines m_lines;
    bool m_fromIsSet = false;
};

} // namespace cuntu::ui
