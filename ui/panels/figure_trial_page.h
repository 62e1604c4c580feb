// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/figure_page.h"

class QLabel;
class QScrollArea;
class QTreeWidget;

namespace cuntu::ui {

class FeatureList;
class ParameterForm;

/// A figure by another definition: what it would be, and which lights, areas and places flip. Nothing is stored.
class FigureTrialPage : public FigurePage {
    Q_OBJECT

public:
    explicit FigureTrialPage(Workbench &bench, QWidget *parent = nullptr);

protected:
    void takePick() override;
    void work() override;
    void clear() override;

private:
    void show(TrialLines lines);
    void addLights(const std::vector<LightFlip> &lights);
    void addAreas(const Trial &trial);

    QScrollArea *m_inputs;
    ParameterForm *m_form = nullptr;
    QLabel *m_summary;
    QTreeWidget *m_flips;
    FeatureList *m_features;
};

} // namespace cuntu::ui
