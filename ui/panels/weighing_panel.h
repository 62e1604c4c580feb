// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/analysis.h"
#include "ui/window/land_weighing.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;
class QSlider;
class QStackedLayout;
class QTreeWidget;

namespace cuntu::ui {

class ParameterForm;
class ValueCurvePreview;

/// Criteria of land, weighed by hand while the map follows: a slider and a curve for each, exclusions to switch off,
/// what a place on the map is made of, and the best patches with the share of weightings in which each is the best.
/// Works on any algorithm whose run is a Weighing.
class WeighingPanel : public QWidget {
    Q_OBJECT

public:
    WeighingPanel(Workbench &bench, Analysis &analysis, LandWeighing &weighing, QWidget *parent = nullptr);

    /// Says what the place at @p place, in the project's CRS, is made of.
    void showPlace(Point place);

private:
    /// The inputs of one criterion.
    struct CriterionRow {
        QSlider *slider = nullptr;
        QDoubleSpinBox *weight = nullptr;
        QLabel *share = nullptr;
        ValueCurvePreview *curve = nullptr;
        QLabel *part = nullptr;
    };

    QWidget *makeQuestion();
    QWidget *makeWeights();
    QWidget *makeResult();
    void fillAlgorithms();
    void showForm();
    void measure();
    void onMeasured();
    void onEnd();
    void onFailed(const Error &error);
    void fillCriteria();
    CriterionRow makeRow(std::size_t criterion, QWidget *parent);
    void fillExclusions(QWidget *parent);
    void showWeights();
    void showConclusion(const Outcome &outcome);
    void judgePairs();
    void keep();
    const Algorithm *algorithm() const;

    Workbench &m_bench;
    Analysis &m_analysis;
    LandWeighing &m_weighing;
    QComboBox *m_algorithms = nullptr;
    QScrollArea *m_place = nullptr; ///< of the form
    ParameterForm *m_form = nullptr;
    QPushButton *m_measure = nullptr;
    QPushButton *m_stop = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_said = nullptr;
    QWidget *m_weights = nullptr; ///< shown once the land is measured
    QScrollArea *m_criteria = nullptr;
    std::vector<CriterionRow> m_rows;
    std::vector<QCheckBox *> m_exclusions;
    QLabel *m_placeSaid = nullptr;
    QPushButton *m_pairs = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_keep = nullptr;
    QLabel *m_sentence = nullptr;
    QTreeWidget *m_patches = nullptr;
    bool m_isFilling = false;
};

} // namespace cuntu::ui
