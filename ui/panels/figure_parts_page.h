// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/figure_page.h"

class QComboBox;
class QLabel;

namespace cuntu::ui {

class FeatureList;

/// What a figure is made of: the rule, how far it is proved, and the features behind it.
class FigurePartsPage : public FigurePage {
    Q_OBJECT

public:
    explicit FigurePartsPage(Workbench &bench, QWidget *parent = nullptr);

protected:
    void work() override;
    void clear() override;

private:
    void show(Explanation explanation);
    void filter();

    QLabel *m_rungs;
    QLabel *m_rule;
    QComboBox *m_which;
    FeatureList *m_features;
};

} // namespace cuntu::ui
