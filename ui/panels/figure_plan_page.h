// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/figure_page.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace cuntu::ui {

class FeatureList;

/// The cheapest places with which a target is reached, as a list in which places can be ticked and unticked.
class FigurePlanPage : public FigurePage {
    Q_OBJECT

public:
    explicit FigurePlanPage(Workbench &bench, QWidget *parent = nullptr);

protected:
    void takePick() override;
    void work() override;
    void clear() override;

private:
    QWidget *makeBar();
    void show(PlanLines lines);
    /// Offers the number fields of the layer that the figure counts.
    void fillCosts(const LayerSchema &schema);
    void showSum();

    QComboBox *m_cost = nullptr;
    QLineEdit *m_budget = nullptr;
    QLabel *m_summary;
    FeatureList *m_features;
    CheapestPlan m_plan;
};

} // namespace cuntu::ui
